//! What the desk says of what happened to postings, proposals and missions: whom it may show something new.

use crate::desk::reach::Reach;
use crate::domain::opportunity;

/// What is its actor's own business reaches nobody else; all else on the board shows everybody something:
/// a count, a stage, a time.
pub(in crate::desk) fn reach(event: &opportunity::BoardEvent) -> Option<Reach> {
    use opportunity::BoardEvent;
    match event {
        private if private.is_private() => None,
        BoardEvent::Posted(_)
        | BoardEvent::Amended { .. }
        | BoardEvent::Moved { .. }
        | BoardEvent::Offered { .. }
        | BoardEvent::Proposal { .. }
        | BoardEvent::Judged { .. }
        | BoardEvent::Encouraged { .. }
        | BoardEvent::Agreed { .. }
        | BoardEvent::Team { .. }
        | BoardEvent::Planned { .. }
        | BoardEvent::Ticked { .. }
        | BoardEvent::Attended { .. }
        | BoardEvent::Reported { .. }
        | BoardEvent::Revised { .. }
        | BoardEvent::Filed { .. }
        | BoardEvent::DraftDropped { .. }
        | BoardEvent::Advised { .. } => Some(Reach::Everybody),
    }
}
