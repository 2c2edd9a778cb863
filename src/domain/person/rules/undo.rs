//! When something about people is taken back: what may stand on it (REQ-11), who may, and whether it still can be.

use crate::domain::ids::{FirmId, Seq};
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::rules::profile;
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::stands::still_so;
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for PeopleEvent {
    fn may_stand_on(&self) -> &'static [May] {
        match self {
            // Whether somebody is eligible is asked again at every step.
            PeopleEvent::ProfileKept { .. } => &[],
            PeopleEvent::Renamed { .. }
            | PeopleEvent::Favoured { .. }
            | PeopleEvent::ViewSaved { .. }
            | PeopleEvent::ViewRemoved { .. } => &[],
            PeopleEvent::Added { .. }
            | PeopleEvent::RolesChanged { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::PreferencesChanged { .. }
            | PeopleEvent::ContactLinked { .. } => &[],
        }
    }

    fn found(&self, _: &State, _: Seq, may: May) -> Option<Footing> {
        match may {
            May::Board
            | May::Quotation
            | May::Assignment
            | May::Merge
            | May::Work
            | May::Sessions
            | May::Delivery
            | May::Desk => None,
        }
    }

    fn permitted(&self, state: &State, person: &Person) -> Result<(), Refusal> {
        person.needs(match self {
            PeopleEvent::ViewSaved { view } if view.shared => Permission::ShareViews,
            PeopleEvent::ViewSaved { .. } | PeopleEvent::ViewRemoved { .. } => Permission::OwnViews,
            PeopleEvent::Favoured { .. } => Permission::SeeBoard,
            PeopleEvent::ProfileKept {
                person: whose,
                from,
                to,
            } => return profile::may_write(state, person, FirmId::own(*whose), from, to),
            PeopleEvent::PreferencesChanged { .. } => return Ok(()),
            PeopleEvent::Added { .. }
            | PeopleEvent::RolesChanged { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::Renamed { .. }
            | PeopleEvent::ContactLinked { .. } => Permission::ManagePeople,
        })
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match self {
            PeopleEvent::Renamed { person, from, .. } => {
                let now = state.person(*person);
                match now.is_some_and(|now| (&now.name, &now.email) == (&from.0, &from.1)) {
                    true => Ok(true),
                    false => Err(Refusal::NoSuchThing),
                }
            }
            PeopleEvent::ProfileKept { person, from, .. } => {
                let now = state.profile_of(FirmId::own(*person));
                still_so(now.is_some_and(|now| **now == **from))
            }
            PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            } => still_so(state.board().is_favourite(*person, *opportunity) != *there),
            PeopleEvent::Added { .. }
            | PeopleEvent::RolesChanged { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::PreferencesChanged { .. }
            | PeopleEvent::ContactLinked { .. }
            | PeopleEvent::ViewSaved { .. }
            | PeopleEvent::ViewRemoved { .. } => Ok(true),
        }
    }
}
