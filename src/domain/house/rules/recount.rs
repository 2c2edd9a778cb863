//! Counts due dates anew after hours, holidays or delays changed (REQ-9): a part at a time, so that nobody waits.
//! What was stated by hand is not touched; nothing is decided about any request.

use crate::domain::decision::{Decision, one};
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::RequestId;
use crate::domain::state::State;

/// How many open requests are counted anew at a time.
const PART: usize = 500;
/// How many are looked at for them, at most.
const LOOKED_AT: usize = 50_000;

/// Decides how far the next part goes; nothing, when all is counted.
pub(super) fn recount(state: &State) -> Decision {
    let Some(from) = state.to_recount() else {
        return Decision::default();
    };
    let all = (from.0..state.requests().next_id().0).map(RequestId);
    let mut live = 0;
    let part = all.take(LOOKED_AT).take_while(|id| {
        live += usize::from(state.request(*id).is_some_and(|one| one.is_live()));
        live <= PART
    });
    let upto = part.last().unwrap_or(from);
    one(Event::House(HouseEvent::Recounted { from, upto }))
}
