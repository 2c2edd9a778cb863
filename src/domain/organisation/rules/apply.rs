//! Applies what happened to organisations and contacts to the state.

use crate::domain::meta::Meta;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for DirectoryEvent {
    fn apply(&self, state: &mut State, _: &Meta, _: Within) {
        match self {
            DirectoryEvent::OrganisationAdded { organisation } => {
                state.index_organisation(organisation);
                state.head.organisations.put((**organisation).clone());
            }
            DirectoryEvent::ProfileChanged {
                organisation, to, ..
            } => {
                state.change_organisation(*organisation, |o| o.profile = (**to).clone());
            }
            DirectoryEvent::RelationSet {
                organisation, to, ..
            } => {
                state.change_organisation(*organisation, |o| o.relation_until = *to);
            }
            DirectoryEvent::ContactAdded { contact } => {
                state.index_contact(contact);
                state.head.contacts.put((**contact).clone());
            }
            DirectoryEvent::ContactChanged { contact, to, .. } => {
                state.change_contact(*contact, to)
            }
        }
    }
}
