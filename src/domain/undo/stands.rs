//! Finds what stands on something that somebody wants to take back, as the lines of the areas say it may; and what of
//! the board and of the quotations stands on a request, for every area that asks.

use super::footing::Footing;
use crate::domain::event::Event;
use crate::domain::ids::{RequestId, Seq};
use crate::domain::opportunity::{self, Opportunity};
use crate::domain::quotation::{self, Quotation};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::table::{May, first_on};

/// Returns what stands on `event` of the record `seq`, which somebody wants to take back now, but for the
/// sessions of a mission.
pub(super) fn stands_on(state: &State, event: &Event, seq: Seq) -> Option<Footing> {
    first_on(state, event, seq, |may| may != May::Sessions)
}

/// Returns the session that a team, or a plan, is needed for; `after` is the state with the later events of the
/// same record taken back.
pub(super) fn session_on(after: &State, event: &Event, seq: Seq) -> Option<Footing> {
    first_on(after, event, seq, |may| may == May::Sessions)
}

/// Returns what of the board stands on a request: what was posted behind the record `since` and has not ended.
pub(in crate::domain) fn posted_on(state: &State, id: RequestId, since: Seq) -> Option<Footing> {
    let board = state.board();
    let posted = board.of_request(id).filter_map(|id| board.opportunity(id));
    let mut posted = posted.filter(|posted| posted.posted_in > since);
    posted.find_map(|posted| footing_of(posted))
}

fn footing_of(posted: &Opportunity) -> Option<Footing> {
    use opportunity::OpportunityStage;
    let id = posted.id;
    match posted.stage {
        OpportunityStage::Open => Some(Footing::Posting(id)),
        OpportunityStage::Selected { proposal, .. } => Some(Footing::Selection(id, proposal)),
        OpportunityStage::Confirmed { .. } => Some(Footing::Mission(id)),
        OpportunityStage::Delivered { .. } => Some(Footing::Delivery(id)),
        OpportunityStage::Ended { .. } => None,
    }
}

/// Returns the quotation that stands on a request: begun behind the record `since`, and neither declined nor
/// given up; with `of_facts`, on what the request says, on which stands only one that has a version.
pub(in crate::domain) fn quoted_on(
    state: &State,
    id: RequestId,
    since: Seq,
    of_facts: bool,
) -> Option<Footing> {
    let counts = |quotation: &Quotation| {
        let begun = quotation.trail.first().is_some_and(|first| *first > since);
        begun && stands(quotation) && (!of_facts || quotation.latest().is_some())
    };
    let mut quotations = state.quotations().of_request(id);
    let found = quotations.find(|quotation| counts(quotation));
    found.map(|quotation| Footing::Quotation(quotation.id))
}

fn stands(quotation: &Quotation) -> bool {
    use quotation::QuotationStage;
    !matches!(
        quotation.standing.stage,
        QuotationStage::Declined { .. } | QuotationStage::Dropped { .. }
    )
}

/// Returns the quotation that goes on for a request: under way, or accepted.
pub(in crate::domain) fn quotation_of(state: &State, id: RequestId) -> Option<Footing> {
    quoted_on(state, id, 0, false)
}

/// Returns the quotation of a request that the client has before her, or accepted.
pub(in crate::domain) fn sent_to_client(state: &State, id: RequestId) -> Option<Footing> {
    let mut quotations = state.quotations().of_request(id);
    let sent = |quotation: &&std::sync::Arc<Quotation>| {
        stands(quotation) && quotation.standing.stage.shown().is_some()
    };
    quotations.find(sent).map(|one| Footing::Quotation(one.id))
}

/// Returns true for what is as it was left.
///
/// # Errors
/// Somebody changed it since.
pub(in crate::domain) fn still_so(is: bool) -> Result<bool, Refusal> {
    if is {
        Ok(true)
    } else {
        Err(UndoRefusal::Overtaken.into())
    }
}
