//! What the desk says of what happened to postings, proposals and missions: whom it may show something new.

use crate::desk::reach::Reach;
use crate::domain::opportunity;

/// What is its actor's own business reaches nobody else; all else on the board shows everybody something:
/// a count, a stage, a time.
pub(in crate::desk) fn reach(event: &opportunity::Event) -> Option<Reach> {
    use opportunity::Event as Happened;
    match event {
        private if private.is_private() => None,
        Happened::Posted(_)
        | Happened::Amended { .. }
        | Happened::Moved { .. }
        | Happened::Offered { .. }
        | Happened::Proposal { .. }
        | Happened::Judged { .. }
        | Happened::Encouraged { .. }
        | Happened::Agreed { .. }
        | Happened::Team { .. }
        | Happened::Planned { .. }
        | Happened::Ticked { .. }
        | Happened::Attended { .. }
        | Happened::Reported { .. }
        | Happened::Revised { .. }
        | Happened::Filed { .. }
        | Happened::DraftDropped { .. }
        | Happened::Advised { .. } => Some(Reach::Everybody),
    }
}
