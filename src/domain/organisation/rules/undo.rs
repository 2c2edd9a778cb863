//! When something about organisations and contacts is taken back: what may stand on it (REQ-11), who may, and whether it
//! still can be.

use super::contact;
use crate::domain::ids::Seq;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::stands::{posted_on, quoted_on, still_so};
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for DirectoryEvent {
    fn may_stand_on(&self) -> &'static [May] {
        use May as M;
        match self {
            // Name, country and known clients: papers, postings and what is proposed were made of them.
            DirectoryEvent::ProfileChanged { .. } => &[M::Board, M::Quotation],
            // It follows the end of a request, and is only taken back with it.
            DirectoryEvent::RelationSet { .. } => &[],
            DirectoryEvent::ContactChanged { .. } => &[],
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => &[],
        }
    }

    fn found(&self, state: &State, seq: Seq, may: May) -> Option<Footing> {
        let DirectoryEvent::ProfileChanged { organisation, .. } = self else {
            return None;
        };
        let mut theirs = state.requests().of_organisation(*organisation);
        match may {
            May::Board => theirs.find_map(|id| posted_on(state, id, seq)),
            May::Quotation => theirs.find_map(|id| quoted_on(state, id, seq, true)),
            May::Assignment
            | May::Merge
            | May::Work
            | May::Sessions
            | May::Delivery
            | May::Desk => None,
        }
    }

    fn permitted(&self, _: &State, person: &Person) -> Result<(), Refusal> {
        person.needs(Permission::WorkRequests)
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
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
