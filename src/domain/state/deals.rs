//! The subcontracted deal that a request came to (REQ-7): from its quotations and what was delivered. And whether
//! anything came of a request (BRD-10).

use super::State;
use crate::domain::request::{Deal, Ending, Group, Request, Status};
use crate::domain::{Millis, opportunity, quotation};

/// Returns the subcontracted deal that a request came to, if it did.
pub(in crate::domain) fn deal_of(state: &State, request: &Request) -> Option<Deal> {
    if request.group != Some(Group::Subcontracting) {
        return None;
    }
    let quotations = state.quotations().of_request(request.id);
    let accepted = quotations.filter_map(|one| match one.standing.stage {
        quotation::QuotationStage::Accepted { at, .. } => Some(at),
        _ => None,
    });
    let accepted: Vec<Millis> = accepted.collect();
    let (first, last) = (accepted.iter().min().copied(), accepted.iter().max());
    let board = state.board();
    let posted = board.of_request(request.id);
    let delivered = posted.filter_map(|id| match board.opportunity(id)?.stage {
        opportunity::OpportunityStage::Delivered { at, .. } => Some(at),
        _ => None,
    });
    let delivered = delivered.max();
    // What was accepted after the delivery runs on.
    let over = delivered.filter(|at| last.is_none_or(|last| last <= at));
    let to = match (over, request.status) {
        (Some(at), _) => Some(at),
        (None, Status::Closed { reason, at }) if reason.ending() == Ending::Deal => Some(at),
        (None, Status::Closed { .. } | Status::Merged { .. } | Status::Void) => Some(delivered?),
        (None, Status::Open | Status::Snoozed { .. }) => None,
    };
    let from = first.or(to)?;
    Some(Deal { from, to })
}

/// Whether something came of a request: a deal, a mission, or a word that one was concluded.
pub(in crate::domain) fn is_concretised(state: &State, request: &Request) -> bool {
    let concluded = matches!(
        request.status,
        Status::Closed { reason, .. } if reason.ending() == Ending::Deal
    );
    let board = state.board();
    let mut posted = board.of_request(request.id);
    request.deal.is_some()
        || concluded
        || posted.any(|id| {
            let stage = board.opportunity(id).map(|one| one.stage);
            matches!(
                stage,
                Some(
                    opportunity::OpportunityStage::Confirmed { .. }
                        | opportunity::OpportunityStage::Delivered { .. }
                )
            )
        })
}
