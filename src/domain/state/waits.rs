//! What waits of a request, from the rows: its quotations at a desk or before the client, what is posted. Says the
//! same for everybody; whether one may see it is for the views to ask.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::State;
use crate::domain::Millis;
use crate::domain::agenda::{Agenda, AgendaEntry, Area, Task, Whose};
use crate::domain::house::Selects;
use crate::domain::ids::RequestId;
use crate::domain::opportunity::{self, Opportunity};
use crate::domain::quotation::{Quotation, QuotationStage};
use crate::domain::request::step::Followed;
use crate::domain::request::{By, Request, Status};

impl Agenda {
    /// Returns the agenda of a state, from its rows.
    pub(in crate::domain) fn of(state: &State) -> Agenda {
        let quoted = state.quotations().live().map(|quotation| quotation.request);
        let posted = state.board().opportunities().iter();
        let posted = posted.filter(|one| !one.stage.is_over());
        let requests: BTreeSet<RequestId> = quoted.chain(posted.map(|one| one.request)).collect();
        let with_entries = requests.into_iter().filter_map(|id| {
            let entries = entries_of(state, id);
            (!entries.is_empty()).then_some((id, entries))
        });
        Agenda::holding(with_entries.collect())
    }
}

/// Returns what waits of a request.
pub(in crate::domain) fn entries_of(state: &State, id: RequestId) -> Arc<[AgendaEntry]> {
    let Some(request) = state.request(id) else {
        return Arc::default();
    };
    let mut entries = Vec::new();
    for quotation in state.quotations().of_request(id) {
        quoted(state, request, quotation, &mut entries);
    }
    let board = state.board();
    for opportunity in board.of_request(id).filter_map(|id| board.opportunity(id)) {
        posted(state, request, opportunity, &mut entries);
    }
    entries.sort_unstable();
    entries.into()
}

/// A quotation waits at a desk, or before the client.
fn quoted(state: &State, request: &Request, quotation: &Quotation, into: &mut Vec<AgendaEntry>) {
    let standing = &quotation.standing;
    let task = Task::Quotation(quotation.id);
    let (whose, due) = match standing.stage {
        QuotationStage::At(desk) => {
            let named = standing.turn_of;
            let named = named.filter(|id| state.person(*id).is_some_and(|one| one.active));
            let whose = named.map_or(Whose::Desk(desk), Whose::Person);
            (whose, quotation.due())
        }
        QuotationStage::Sent { .. } => {
            let until = quotation.shown().map(|kept| kept.version.valid_until);
            (Whose::Contact(request.contact), until)
        }
        QuotationStage::Accepted { .. }
        | QuotationStage::Declined { .. }
        | QuotationStage::Dropped { .. } => return,
    };
    let due = due.unwrap_or(Millis::MAX);
    into.push(((Area::Quotations, whose), due, task));
    let told = request.status == Status::Open
        && request.step.of == Some(Followed::Quotation(quotation.id))
        && matches!((request.step.by, whose), (By::Us(Some(by)), Whose::Person(of)) if by == of);
    if !told {
        into.push(((Area::Untold, whose), due, task));
    }
}

/// What is posted waits for the client to judge, for the winner to confirm, for who coordinates it.
fn posted(
    state: &State,
    request: &Request,
    opportunity: &Opportunity,
    into: &mut Vec<AgendaEntry>,
) {
    use opportunity::OpportunityStage;
    let task = Task::Opportunity(opportunity.id);
    let followed = request.step.of == Some(Followed::Opportunity(opportunity.id));
    let stated = request.step.due.filter(|_| followed);
    let proposer = |id| state.board().proposal(id).map(|proposal| proposal.firm);
    match opportunity.stage {
        OpportunityStage::Open
            if opportunity.submitted > 0 && opportunity.selects == Selects::Client =>
        {
            let whose = Whose::Contact(opportunity.contact);
            let due = stated.unwrap_or(Millis::MAX);
            into.push(((Area::Posted, whose), due, task));
            if state.board().unjudged(opportunity) > 0 {
                into.push(((Area::Board, whose), due, task));
            }
        }
        OpportunityStage::Selected { proposal, .. } => {
            let due = stated.unwrap_or(Millis::MAX);
            let client = opportunity.awaits_client();
            let client = client.then_some(Whose::Contact(opportunity.contact));
            let winner = proposer(proposal).filter(|_| opportunity.awaits_winner());
            for whose in client.into_iter().chain(winner.map(Whose::Firm)) {
                for area in [Area::Board, Area::Posted] {
                    into.push(((area, whose), due, task));
                }
            }
        }
        OpportunityStage::Confirmed { .. } => {
            let mission = opportunity.mission.as_deref();
            let Some(firm) = mission.and_then(opportunity::Mission::next_firm) else {
                return;
            };
            let sessions = mission.map_or(&[][..], |mission| &mission.sessions);
            let next = sessions.iter().find(|one| one.attended.is_none());
            let due = stated.or(next.map(|session| session.at));
            let due = due.unwrap_or(Millis::MAX);
            for area in [Area::Board, Area::Posted] {
                into.push(((area, Whose::Firm(firm)), due, task));
            }
        }
        OpportunityStage::Open
        | OpportunityStage::Delivered { .. }
        | OpportunityStage::Ended { .. } => {}
    }
}
