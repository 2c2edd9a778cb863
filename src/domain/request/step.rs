//! The next step of a case, all that belongs to it looked at (REQ-9): who owes it, since when and by when.
//! Once there is a quotation, a posting or a mission the step follows that, until the client asks for
//! something new.
//!
//! List, case and the counts on the tabs all read this one answer.

use serde::{Deserialize, Serialize};

use super::Request;
use super::turn::Owes;
use crate::domain::Millis;
use crate::domain::ids::{OpportunityId, PersonId, QuotationId};
use crate::domain::person::Role;

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
            due: request.due(),
            of: None,
        }
    }
}
