//! The next step of a case, all that belongs to it looked at (REQ-9): who owes it, since when and by when.
//! Once there is a quotation, a posting or a mission the step follows that, until the client asks for
//! something new.
//!
//! List, case and the counts on the tabs all read this one answer.

use serde::{Deserialize, Serialize};

use super::turn::{Owes, Turn};
use super::{Request, Status};
use crate::domain::Millis;
use crate::domain::house::House;
use crate::domain::ids::{OpportunityId, PersonId, QuotationId};
use crate::domain::opportunity::{self, Opportunity};
use crate::domain::person::Role;
use crate::domain::quotation::{self, Desk, Quotation};
use crate::domain::state::State;

/// Who owes the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum By {
    /// One of us, or (`None`) whoever takes it.
    Us(Option<PersonId>),
    /// Whoever of us holds this role.
    Desk(Role),
    /// The client.
    Client,
    /// Facilitators who may propose. When nobody did in time, it is ours.
    Proposers {
        /// Whose of us it is then.
        next: Option<PersonId>,
        /// By when they go on with it.
        ours: Millis,
    },
    /// The proposer who was selected and has to confirm the terms.
    Winner(PersonId),
    /// Who coordinates the mission.
    Coordinator(PersonId),
    /// Nobody.
    Nobody,
}

impl By {
    /// Whether it is ours.
    pub fn is_ours(self) -> bool {
        matches!(self, By::Us(_) | By::Desk(_))
    }

    /// Returns the person whom it names, if it names one.
    pub fn who(self) -> Option<PersonId> {
        match self {
            By::Us(who) | By::Proposers { next: who, .. } => who,
            By::Winner(who) | By::Coordinator(who) => Some(who),
            By::Desk(_) | By::Client | By::Nobody => None,
        }
    }

    /// Returns the stable name that filters and machines know it by.
    pub fn key(self) -> &'static str {
        match self {
            By::Us(_) | By::Desk(_) => "house",
            By::Client => "client",
            By::Proposers { .. } => "proposers",
            By::Winner(_) => "winner",
            By::Coordinator(_) => "coordinator",
            By::Nobody => "nobody",
        }
    }
}

/// What a step follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Followed {
    /// A quotation.
    Quotation(QuotationId),
    /// What is posted, or the mission it became.
    Opportunity(OpportunityId),
}

impl Followed {
    /// Returns its id as people read it.
    pub fn id(self) -> String {
        match self {
            Followed::Quotation(id) => id.to_string(),
            Followed::Opportunity(id) => id.to_string(),
        }
    }
}

/// Who owes the next step, since when, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Step {
    /// Who.
    pub by: By,
    /// Since when.
    pub since: Millis,
    /// By when; `None` when nobody owes anything.
    pub due: Option<Millis>,
    /// What it follows; `None` while only the request itself says so.
    pub of: Option<Followed>,
}

impl Step {
    /// Returns the step as it stands at `now`: what facilitators did not take up in time is ours.
    #[must_use]
    pub fn at(self, now: Millis) -> Step {
        match (self.by, self.due) {
            (By::Proposers { next, ours }, Some(until)) if until <= now => Step {
                by: By::Us(next),
                since: until,
                due: Some(ours),
                ..self
            },
            _ => self,
        }
    }

    /// Returns when it becomes late for us, which is what lists sort by.
    pub fn late_from(self) -> Option<Millis> {
        match self.by {
            By::Proposers { ours, .. } => Some(ours),
            _ => self.due,
        }
    }

    /// Whether it is ours and `now` is past its time.
    pub fn is_overdue(self, now: Millis) -> bool {
        let now_is = self.at(now);
        now_is.by.is_ours() && now_is.due.is_some_and(|due| due < now)
    }

    /// Returns what the request itself says, whatever belongs to it.
    pub(in crate::domain) fn own(request: &Request) -> Step {
        let by = match request.turn.owes {
            Owes::House => By::Us(request.assignee),
            Owes::Client => By::Client,
            Owes::Nobody => By::Nobody,
        };
        Step {
            by,
            since: request.turn_at,
            due: request.turn.due,
            of: None,
        }
    }

    /// Whether the officer who works the case may hand the step over by hand: what stands at another's
    /// desk or with a facilitator is not given to the client by saying so.
    fn is_officers(self, state: &State) -> bool {
        match self.of {
            None => true,
            Some(Followed::Opportunity(_)) => self.by.is_ours(),
            Some(Followed::Quotation(id)) => state.quotations().get(id).is_none_or(|quotation| {
                use quotation::Stage;
                !matches!(
                    quotation.standing.stage,
                    Stage::At(Desk::Pricing | Desk::Assembly)
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
    use quotation::Stage;
    let standing = &quotation.standing;
    let us = |role| {
        standing
            .turn_of
            .map_or(By::Desk(role), |id| By::Us(Some(id)))
    };
    let officer = By::Us(request.assignee.or(Some(quotation.officer)));
    let by = match standing.stage {
        Stage::At(Desk::Brief | Desk::Verification) => us(Role::RelationOfficer),
        Stage::At(Desk::Pricing) => us(Role::PricingOfficer),
        Stage::At(Desk::Assembly) => us(Role::BackOfficeAssistant),
        Stage::Sent { .. } => By::Client,
        Stage::Accepted { .. } => us(Role::RelationOfficer),
        Stage::Declined { .. } | Stage::Dropped { .. } => officer,
    };
    let usual = || Turn::answer(house, quotation.moved_at, None).due;
    Step {
        by,
        since: quotation.moved_at,
        due: standing.due.or_else(usual),
        of: Some(Followed::Quotation(quotation.id)),
    }
}

/// Returns the step of what is posted: facilitators propose, the client chooses, the winner confirms, the
/// coordinator delivers, and then nobody owes anything.
///
/// `officer` works its request: what comes back to us is theirs.
pub fn posted_step(
    state: &State,
    house: &House,
    posted: &Opportunity,
    officer: Option<PersonId>,
) -> Step {
    use opportunity::Stage;
    let moved_at = posted.moved_at;
    let next = officer.or(posted.posted_by);
    let person = |id| state.board().proposal(id).map(|proposal| proposal.person);
    let asked = |at| Turn::client(house, at).due;
    let (by, since, due) = match posted.stage {
        Stage::Open if posted.submitted == 0 => {
            let until = posted.notice.deadline.max(emptied(state, posted));
            let ours = Turn::answer(house, until, None).due.unwrap_or(until);
            (By::Proposers { next, ours }, moved_at, Some(until))
        }
        Stage::Open => {
            let before = state.board().proposals_of(posted.id);
            let before = before.filter(|proposal| proposal.is_before_the_client());
            let first = before.filter_map(|proposal| proposal.submitted_at).min();
            let since = first.map_or(moved_at, |at| at.max(moved_at));
            (By::Client, since, asked(since.max(posted.notice.deadline)))
        }
        Stage::Selected { proposal, .. } => {
            let by = person(proposal).map_or(By::Us(next), By::Winner);
            (by, moved_at, asked(moved_at))
        }
        Stage::Confirmed { proposal, .. } => {
            let by = person(proposal).map_or(By::Us(next), By::Coordinator);
            (by, moved_at, coordinated(house, posted))
        }
        Stage::Delivered { .. } => (By::Nobody, moved_at, None),
        Stage::Ended { .. } => {
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
        let withdrawn = opportunity::proposal::Standing::Withdrawn;
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
