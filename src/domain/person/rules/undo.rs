//! When something about people is taken back: who may, and whether it still can be.

use crate::domain::person::event::PeopleEvent;
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::stands::still_so;

impl PeopleEvent {
    /// Refuses to make this so by turning something round, unless `person` may do it.
    pub(in crate::domain) fn permitted(&self, person: &Person) -> Result<(), Refusal> {
        person.needs(match self {
            PeopleEvent::ViewSaved { view } if view.shared => Permission::ShareViews,
            PeopleEvent::ViewSaved { .. } | PeopleEvent::ViewRemoved { .. } => Permission::OwnViews,
            PeopleEvent::Favoured { .. } => Permission::SeeBoard,
            // One's own words are one's own.
            PeopleEvent::ProfileKept {
                person: whose,
                from,
                to,
            } if *whose == person.id && from.attests_the_same(to) => return Ok(()),
            PeopleEvent::ProfileKept { .. } => Permission::KeepFacilitators,
            PeopleEvent::PreferencesChanged { .. } => return Ok(()),
            PeopleEvent::Added { .. }
            | PeopleEvent::RolesChanged { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::Renamed { .. }
            | PeopleEvent::ContactLinked { .. } => Permission::ManagePeople,
        })
    }

    /// Refuses when what it would change is not as it was left.
    pub(in crate::domain) fn settled(&self, state: &State) -> Result<(), Refusal> {
        match self {
            PeopleEvent::Renamed { person, from, .. } => {
                let now = state.person(*person);
                match now.is_some_and(|now| (&now.name, &now.email) == (&from.0, &from.1)) {
                    true => Ok(()),
                    false => Err(Refusal::NoSuchThing),
                }
            }
            PeopleEvent::ProfileKept { person, from, .. } => {
                let now = state.profile(*person);
                still_so(now.is_some_and(|now| **now == **from))
            }
            PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            } => still_so(state.board().is_favourite(*person, *opportunity) != *there),
            _ => Ok(()),
        }
    }
}
