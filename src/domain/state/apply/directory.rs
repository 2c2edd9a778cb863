//! Makes what happened to organisations and contacts so, in the state.

use super::super::State;
use crate::domain::organisation::event::DirectoryEvent;

impl State {
    pub(super) fn apply_directory(&mut self, event: &DirectoryEvent) {
        match event {
            DirectoryEvent::OrganisationAdded { organisation } => {
                self.index_organisation(organisation);
                self.head.organisations.put((**organisation).clone());
            }
            DirectoryEvent::ProfileChanged {
                organisation, to, ..
            } => {
                self.change_organisation(*organisation, |o| o.profile = (**to).clone());
            }
            DirectoryEvent::RelationSet {
                organisation, to, ..
            } => {
                self.change_organisation(*organisation, |o| o.relation_until = *to);
            }
            DirectoryEvent::ContactAdded { contact } => {
                self.index_contact(contact);
                self.head.contacts.put((**contact).clone());
            }
            DirectoryEvent::ContactChanged { contact, to, .. } => self.change_contact(*contact, to),
        }
    }
}
