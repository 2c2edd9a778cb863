//! When something about organisations and contacts is taken back: whether it still can be.

use super::contact;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::stands::still_so;

impl DirectoryEvent {
    /// Returns whether what it would change is as it was left; false where what came later may simply stand.
    ///
    /// # Errors
    /// It is not, and what came later may not stand.
    pub(in crate::domain) fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match self {
            DirectoryEvent::ProfileChanged {
                organisation, from, ..
            } => {
                let now = state.organisation(*organisation);
                match now.is_some_and(|now| now.profile == **from) {
                    true => Ok(true),
                    false => Err(Refusal::NoSuchThing),
                }
            }
            DirectoryEvent::RelationSet {
                organisation, from, ..
            } => {
                let now = state.organisation(*organisation);
                Ok(now.is_some_and(|now| now.relation_until == *from))
            }
            DirectoryEvent::ContactChanged { contact, from, to } => {
                let now = state.contact(*contact).map(|now| ContactEntry::of(now));
                still_so(now.as_ref() == Some(&**from))?;
                contact::free(state, *contact, &to.email)?;
                Ok(true)
            }
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => {
                Ok(true)
            }
        }
    }
}
