//! The next step of a case, from all that belongs to it (REQ-9). Once there is a quotation, a posting or a mission
//! the step follows that, until the client asks for something new. Never an event: it is kept true at every touch.

use super::State;
use crate::domain::Millis;
use crate::domain::house::{House, Selects};
use crate::domain::ids::PersonId;
use crate::domain::opportunity::{self, Opportunity};
use crate::domain::person::Role;
use crate::domain::quotation::{self, Desk, Quotation};
use crate::domain::request::step::Followed;
use crate::domain::request::turn::Turn;
use crate::domain::request::{By, Request, Status, Step};

impl Step {
    /// Whether the officer who works the case may hand the step over by hand: what stands at another's
    /// desk or with a facilitator is not given to the client by saying so.
    fn is_officers(self, state: &State) -> bool {
        match self.of {
            None => true,
            Some(Followed::Opportunity(_)) => self.by.is_ours(),
            Some(Followed::Quotation(id)) => state.quotations().get(id).is_none_or(|quotation| {
                use quotation::QuotationStage;
                !matches!(
                    quotation.standing.stage,
                    QuotationStage::At(Desk::Pricing | Desk::Assembly)
                )
            }),
        }
    }

    /// Returns what a step follows that nobody hands to the client by hand (see [`Step::is_officers`]).
    pub(in crate::domain) fn held_by(self, state: &State) -> Option<Followed> {
        let client = self.by == By::Client;
        self.of.filter(|_| !client && !self.is_officers(state))
    }
}

/// Returns the next step of `request`.
pub(in crate::domain) fn step_of(state: &State, request: &Request) -> Step {
    let own = Step::own(request);
    let live = matches!(request.status, Status::Open | Status::Snoozed { .. });
    let follows = state.house().filter(|_| live);
    let Some(follows) = follows.and_then(|house| followed(state, house, request)) else {
        return own;
    };
    if request.follows() {
        return follows;
    }
    // The client asked for something since, or somebody of us said whose turn it is.
    match (own.by, follows.by) {
        (By::Us(_), by) if by.is_ours() && !follows.is_officers(state) => earlier(own, follows),
        (By::Us(_), _) => own,
        (By::Client, By::Client) => own,
        (By::Client, by) if by.is_ours() && follows.is_officers(state) => own,
        _ => follows,
    }
}

/// Of two steps of ours the one that is due first.
fn earlier(one: Step, other: Step) -> Step {
    let due = |step: &Step| step.due.unwrap_or(Millis::MAX);
    if due(&one) < due(&other) { one } else { other }
}

/// What the quotation or the posting says that moved last, if there is one.
fn followed(state: &State, house: &House, request: &Request) -> Option<Step> {
    let quotations = state.quotations().of_request(request.id);
    let quotation = quotations.max_by_key(|quotation| quotation.moved_in);
    let board = state.board();
    let posted = board.of_request(request.id);
    let posted = posted.filter_map(|id| board.opportunity(id));
    let posted = posted.max_by_key(|posted| posted.moved_in);
    match (quotation, posted) {
        (Some(quotation), Some(posted)) if quotation.moved_in > posted.moved_in => {
            Some(quoted_step(house, request, quotation))
        }
        (_, Some(posted)) => Some(posted_step(state, house, posted, request.assignee)),
        (Some(quotation), None) => Some(quoted_step(house, request, quotation)),
        (None, None) => None,
    }
}

/// The step of a quotation: at a desk of ours, before the client, or decided on.
fn quoted_step(house: &House, request: &Request, quotation: &Quotation) -> Step {
    use quotation::QuotationStage;
    let standing = &quotation.standing;
    let us = |role| {
        standing
            .turn_of
            .map_or(By::Desk(role), |id| By::Us(Some(id)))
    };
    let officer = By::Us(request.assignee.or(Some(quotation.officer)));
    let by = match standing.stage {
        QuotationStage::At(Desk::Brief | Desk::Verification) => us(Role::RelationOfficer),
        QuotationStage::At(Desk::Pricing) => us(Role::PricingOfficer),
        QuotationStage::At(Desk::Assembly) => us(Role::BackOfficeAssistant),
        QuotationStage::Sent { .. } => By::Client,
        QuotationStage::Accepted { .. } => us(Role::RelationOfficer),
        QuotationStage::Declined { .. } | QuotationStage::Dropped { .. } => officer,
    };
    let usual = || Turn::answer(house, quotation.moved_at, None).due;
    Step {
        by,
        since: quotation.moved_at,
        due: quotation.due().or_else(usual),
        of: Some(Followed::Quotation(quotation.id)),
    }
}

/// Returns the step of what is posted: facilitators propose, the client or the house selects, the winner confirms, the
/// coordinator delivers, and then nobody owes anything.
///
/// `officer` works its request: what comes back to us is theirs.
pub fn posted_step(
    state: &State,
    house: &House,
    posted: &Opportunity,
    officer: Option<PersonId>,
) -> Step {
    use opportunity::OpportunityStage;
    let moved_at = posted.moved_at;
    let next = officer.or(posted.posted_by);
    let person = |id| {
        state
            .board()
            .proposal(id)
            .map(|proposal| proposal.speaker())
    };
    let asked = |at| Turn::client(house, at).due;
    let (by, since, due) = match posted.stage {
        OpportunityStage::Open if posted.submitted == 0 => {
            let until = posted.notice.deadline.max(emptied(state, posted));
            let ours = Turn::answer(house, until, None).due.unwrap_or(until);
            (By::Proposers { next, ours }, moved_at, Some(until))
        }
        OpportunityStage::Open => {
            let before = state.board().proposals_of(posted.id);
            let before = before.filter(|proposal| proposal.is_before_the_client());
            let first = before.filter_map(|proposal| proposal.submitted_at).min();
            let since = first.map_or(moved_at, |at| at.max(moved_at));
            let from = since.max(posted.notice.deadline);
            match posted.selects {
                Selects::Client => (By::Client, since, asked(from)),
                Selects::House => {
                    let due = Turn::answer(house, from, None).due;
                    (By::Us(next), since, due)
                }
            }
        }
        // The winner can confirm once the client said how it is paid; she may be the one who has to agree.
        OpportunityStage::Selected { .. } if !posted.awaits_winner() => {
            (By::Client, moved_at, asked(moved_at))
        }
        OpportunityStage::Selected { proposal, .. } => {
            let by = person(proposal).map_or(By::Us(next), By::Winner);
            (by, moved_at, asked(moved_at))
        }
        OpportunityStage::Confirmed { .. } => {
            let mission = posted.mission.as_deref();
            let waits = mission.is_some_and(|mission| mission.handover.is_some());
            let person = mission.and_then(opportunity::Mission::next);
            match (waits, person) {
                (true, Some(to)) => (By::Winner(to), moved_at, asked(moved_at)),
                (false, Some(runs)) => {
                    (By::Coordinator(runs), moved_at, coordinated(house, posted))
                }
                (_, None) => {
                    let due = Turn::answer(house, moved_at, None).due;
                    (By::Us(next), moved_at, due)
                }
            }
        }
        OpportunityStage::Delivered { .. } => (By::Nobody, moved_at, None),
        OpportunityStage::Ended { .. } => {
            let due = Turn::answer(house, moved_at, None).due;
            (By::Us(next), moved_at, due)
        }
    };
    Step {
        by,
        since,
        due,
        of: Some(Followed::Opportunity(posted.id)),
    }
}

/// Since when there is no proposal: it was posted or opened again then, or the last one was withdrawn.
fn emptied(state: &State, posted: &Opportunity) -> Millis {
    let proposals = state.board().proposals_of(posted.id);
    let gone = proposals.filter(|proposal| {
        let withdrawn = opportunity::proposal::ProposalStanding::Withdrawn;
        proposal.state == withdrawn && proposal.submitted_at.is_some()
    });
    let gone = gone.map(|proposal| proposal.touched_at);
    gone.fold(posted.moved_at, Millis::max)
}

/// By when a coordinator owes something: the next session to be held; the plan, while there is none; the
/// delivery, once all were held.
fn coordinated(house: &House, posted: &Opportunity) -> Option<Millis> {
    let mission = posted.mission.as_deref();
    let sessions = mission.map_or(&[][..], |mission| &mission.sessions);
    let mut to_come = sessions.iter().filter(|one| one.attended.is_none());
    if let Some(next) = to_come.next() {
        return Some(next.at);
    }
    let from = sessions.last().map_or(posted.moved_at, |last| last.at);
    Turn::client(house, from).due
}
