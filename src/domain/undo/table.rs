//! What may stand on what (REQ-11), and all else that an area says of taking back what happened in it: each area has
//! its lines of the table in its `rules/undo.rs`. A new event does not compile until somebody decided.

use super::footing::Footing;
use crate::domain::event::{Event, handed_on};
use crate::domain::ids::Seq;
use crate::domain::person::Person;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// The kinds of what may stand on something, as the table names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::domain) enum May {
    /// A posting, a selection, a mission or a delivery made of the request since.
    Board,
    /// A quotation with a version made of the request since.
    Quotation,
    /// An assignment by the routing matrix since.
    Assignment,
    /// A merge since.
    Merge,
    /// Anything at all that happened to the request since.
    Work,
    /// Sessions of the mission, and its delivery. Asked when the later events of the same record are taken back.
    Sessions,
    /// The delivery of the mission.
    Delivery,
    /// A later version, or the desk the quotation stands at.
    Desk,
}

/// What an area says of taking back something that happened in it. A new variant is thought of in each of these.
pub(in crate::domain) trait TakenBack {
    /// Returns what may stand on it: its line of the table. What can never be undone has an empty one.
    fn may_stand_on(&self) -> &'static [May];

    /// Returns what of the kind `may` stands on it in `state`, where it is an event of record `seq`.
    fn found(&self, state: &State, seq: Seq, may: May) -> Option<Footing>;

    /// Refuses to make it so by turning something round, unless `person` may do it.
    fn permitted(&self, state: &State, person: &Person) -> Result<(), Refusal>;

    /// Returns whether what it would change is as it was left; false where what came later may simply stand.
    ///
    /// # Errors
    /// It is not, and what came later may not stand.
    fn settled(&self, state: &State) -> Result<bool, Refusal>;
}

/// Says of an area that nothing that happens in it is ever taken back: its events have no inverse, and one that
/// gets one is refused until the area says more.
macro_rules! never_taken_back {
    ($event:ty) => {
        impl $crate::domain::undo::table::TakenBack for $event {
            fn may_stand_on(&self) -> &'static [$crate::domain::undo::table::May] {
                &[]
            }

            fn found(
                &self,
                _: &$crate::domain::State,
                _: $crate::domain::Seq,
                _: $crate::domain::undo::table::May,
            ) -> Option<$crate::domain::undo::footing::Footing> {
                None
            }

            fn permitted(
                &self,
                _: &$crate::domain::State,
                _: &$crate::domain::person::Person,
            ) -> Result<(), $crate::domain::Refusal> {
                Err($crate::domain::undo::refusal::UndoRefusal::NothingToUndo.into())
            }

            fn settled(&self, _: &$crate::domain::State) -> Result<bool, $crate::domain::Refusal> {
                Ok(true)
            }
        }
    };
}

pub(in crate::domain) use never_taken_back;

/// Returns what may stand on an event: its line of the table of REQ-11.
pub(in crate::domain) fn may_stand_on(event: &Event) -> &'static [May] {
    handed_on!(event, event => event.may_stand_on(),
        Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => &[])
}

/// Returns the first that stands on an event of record `seq`, of those kinds in its line that are `asked` for.
pub(super) fn first_on(
    state: &State,
    event: &Event,
    seq: Seq,
    asked: impl Fn(May) -> bool,
) -> Option<Footing> {
    let mut may = may_stand_on(event).iter().filter(|may| asked(**may));
    handed_on!(event, event => may.find_map(|may| event.found(state, seq, *may)),
        Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => None)
}
