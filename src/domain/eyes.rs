//! With whose eyes something is looked at (PPL-2): asked by the rules before they answer and by the views before
//! they show. What there is to see in each area stands in its `rules/sight.rs`.
//!
//! Invariant: what is not there and what is not theirs to see get the same refusal, and it comes from there.

use super::firm::{FirmRight, FirmRights};
use super::ids::{FirmId, PersonId};
use super::person::{Permission, Person, Role};
use super::state::State;

/// How one person looks at things.
#[derive(Clone, Copy)]
pub struct Eyes<'a> {
    /// What there is.
    pub state: &'a State,
    /// Who looks.
    pub person: &'a Person,
    /// Of the house: reads requests and the whole board.
    pub staff: bool,
    /// A facilitator: sees what is pending and what they have a part in.
    pub facilitator: bool,
    /// The firm that they act for (PPL-7).
    pub firm: FirmId,
    /// What they may do in it.
    pub rights: FirmRights,
}

impl<'a> Eyes<'a> {
    /// Returns those of `person`; `None` when they may not enter.
    pub fn of(state: &'a State, person: PersonId) -> Option<Eyes<'a>> {
        let person = state.person(person)?;
        person.active.then(|| Eyes::of_person(state, person))
    }

    /// Returns those of somebody who may enter.
    pub(crate) fn of_person(state: &'a State, person: &'a Person) -> Eyes<'a> {
        let firm = state.acting(person.id);
        let rights = state.firms().rights(person.id, firm);
        Eyes {
            state,
            person,
            staff: person.may(Permission::ReadInbox),
            facilitator: person.roles.contains(&Role::Facilitator),
            firm,
            rights: rights.unwrap_or_default(),
        }
    }

    /// Whether they see what belongs to their firm.
    pub fn sees_firm(&self) -> bool {
        self.rights.has(FirmRight::Sees)
    }

    /// Returns who looks.
    pub fn id(&self) -> PersonId {
        self.person.id
    }
}
