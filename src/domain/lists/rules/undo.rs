//! When a change of a list is taken back: nothing stands on it, since what has an entry keeps it whatever becomes of the
//! list.

use crate::domain::ids::Seq;
use crate::domain::lists::event::ListsEvent;
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::stands::still_so;
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for ListsEvent {
    fn may_stand_on(&self) -> &'static [May] {
        match self {
            ListsEvent::Changed { .. } => &[],
        }
    }

    fn found(&self, _: &State, _: Seq, _: May) -> Option<Footing> {
        None
    }

    fn permitted(&self, _: &State, person: &Person) -> Result<(), Refusal> {
        person.needs(Permission::ManageHouse)
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match self {
            ListsEvent::Changed { list, from, .. } => {
                still_so(state.lists().list(*list).entries == from.entries)?;
                Ok(true)
            }
        }
    }
}
