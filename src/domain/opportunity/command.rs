//! What can be wanted of the board, of proposals and of missions. Who may is asked first by permission,
//! then by whose it is.

use super::credit::CreditKind;
use super::mission::{Session, Task};
use super::proposal::{Revision, Verdict};
use super::{Agreement, Ending, Notice};
use crate::domain::Millis;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::ids::{OpportunityId, PersonId, ProposalId, QuotationId, RequestId, Seq};
use crate::domain::person::Permission;
use crate::domain::request::Attachment;
use crate::domain::trade::MissionRole;

/// What a description says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// The text.
    pub text: Box<str>,
    /// Files that go with it.
    pub files: Vec<Attachment>,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoardCommand {
    /// Posts an opportunity (QUO-4): from an accepted quotation under Subcontracting, straight from a
    /// request under Client introduction.
    Post {
        /// What is asked.
        request: RequestId,
        /// The accepted quotation.
        quotation: Option<QuotationId>,
        /// What everybody sees.
        notice: Box<Notice>,
        /// What is seen once it is opened.
        description: Description,
    },
    /// Puts right what is posted, while it awaits offers.
    Amend {
        /// Which one.
        opportunity: OpportunityId,
        /// The record whose notice its user saw; refused when it was put right since.
        seen: Seq,
        /// What everybody sees.
        notice: Box<Notice>,
        /// What is seen once it is opened; `None`: as before.
        description: Option<Description>,
    },
    /// Takes it off the board without a mission.
    End {
        /// Which one.
        opportunity: OpportunityId,
        /// Why.
        why: Ending,
        /// Whether the credits spent on it are given back.
        refund: bool,
    },
    /// Puts it among the actor's favourites, or takes it out.
    Favourite(OpportunityId, bool),
    /// Takes a step that costs a credit, or is free when credits are off (BRD-4).
    Open {
        /// On which one.
        opportunity: OpportunityId,
        /// Which step.
        kind: CreditKind,
        /// The price its user was shown; refused when it is another by now.
        price: u32,
        /// Why the client is contacted directly, when the clock does not say so.
        reason: Box<str>,
    },
    /// Grants credits.
    Grant {
        /// To whom.
        person: PersonId,
        /// Which kind.
        kind: CreditKind,
        /// How many.
        count: u32,
        /// Why: a subscription, a purchase, a gesture.
        why: Box<str>,
    },
    /// Gives back what a step cost. What it opened stays open.
    Refund {
        /// To whom.
        person: PersonId,
        /// For which opportunity.
        opportunity: OpportunityId,
        /// Which step.
        kind: CreditKind,
        /// Why.
        why: Box<str>,
    },
    /// Writes the actor's own proposal, or parts of it; `submit` puts it before the client.
    Propose {
        /// For which one.
        opportunity: OpportunityId,
        /// What of it is written anew.
        revision: Box<Revision>,
        /// Whether it is submitted, or kept as a draft that nobody else sees.
        submit: bool,
    },
    /// Adds a file to the actor's own proposal: to its draft, where there is one.
    Attach {
        /// For which opportunity.
        opportunity: OpportunityId,
        /// The file.
        file: Attachment,
    },
    /// Removes a file from the actor's own proposal: from its draft, where there is one.
    Detach {
        /// For which opportunity.
        opportunity: OpportunityId,
        /// The file.
        file: Attachment,
    },
    /// Throws the draft away that the actor keeps beside her submitted proposal.
    DropDraft(ProposalId),
    /// Takes the actor's own proposal back.
    Withdraw {
        /// Which one.
        proposal: ProposalId,
        /// Why.
        reason: Box<str>,
    },
    /// Says what the client thinks of a proposal.
    Judge {
        /// Of which one.
        proposal: ProposalId,
        /// What.
        verdict: Verdict,
    },
    /// Tells a proposer that they have a good chance (BRD-7).
    Encourage(ProposalId),
    /// Selects a proposal. Of two who select, one wins.
    Select {
        /// Which one.
        proposal: ProposalId,
        /// The record whose text was read; refused when it was rewritten since.
        seen: Seq,
        /// What the others are told for next time; empty: the house's usual advice.
        advice: Box<str>,
    },
    /// Opens the selection again, when the winner does not answer or may no longer.
    Reopen {
        /// Which one.
        opportunity: OpportunityId,
        /// Why.
        reason: Box<str>,
    },
    /// The winner confirms the terms, as she saw them.
    Confirm {
        /// Of which one.
        opportunity: OpportunityId,
        /// What she saw.
        agreement: Box<Agreement>,
        /// Whether she agrees to pay the commission, when that is asked of her (ESC-6).
        consent: bool,
    },
    /// The winner declines the terms: selection opens again.
    Decline {
        /// Of which one.
        opportunity: OpportunityId,
        /// Why.
        reason: Box<str>,
    },
    /// Takes somebody into the team, or (`None`) out of it.
    Team {
        /// Of which mission.
        opportunity: OpportunityId,
        /// Whom.
        person: PersonId,
        /// As what.
        role: Option<MissionRole>,
    },
    /// Plans the sessions: all of them, in the order of their times.
    Plan {
        /// Of which mission.
        opportunity: OpportunityId,
        /// The sessions its user saw; refused when they are others by now.
        seen: Vec<Session>,
        /// The sessions.
        sessions: Vec<Session>,
    },
    /// Plans one more session.
    AddSession {
        /// Of which mission.
        opportunity: OpportunityId,
        /// The session.
        session: Session,
    },
    /// Ticks a thing of the logistics, or takes the tick away.
    Tick {
        /// Of which mission.
        opportunity: OpportunityId,
        /// What.
        task: Task,
        /// Whether it is done.
        done: bool,
    },
    /// Says how many came to a session.
    Attend {
        /// Of which mission.
        opportunity: OpportunityId,
        /// Which session, from 0.
        session: u16,
        /// When it begins, as its user saw it; refused when another stands in its place by now.
        at: Millis,
        /// How many had been counted, as its user saw; refused when another number stands there by now.
        was: Option<u32>,
        /// How many came.
        attended: u32,
    },
    /// The mission is delivered.
    Deliver {
        /// Which one.
        opportunity: OpportunityId,
        /// A word on how it went, or nothing.
        note: Box<str>,
    },
    /// Says in the client's own words what those who were not selected are told for next time: once for each
    /// selection, while it stands. What the selection told them is the house's until then.
    Advise {
        /// For which one.
        opportunity: OpportunityId,
        /// What they are told.
        words: Box<str>,
    },
}

impl AreaCommand for BoardCommand {
    fn needed(&self) -> Option<Permission> {
        Some(match self {
            BoardCommand::Post { .. } | BoardCommand::Amend { .. } | BoardCommand::End { .. } => {
                Permission::PostOpportunities
            }
            BoardCommand::Favourite(..) => Permission::SeeBoard,
            BoardCommand::Grant { .. } | BoardCommand::Refund { .. } => Permission::GrantCredits,
            BoardCommand::Open { .. }
            | BoardCommand::Propose { .. }
            | BoardCommand::Attach { .. }
            | BoardCommand::Detach { .. }
            | BoardCommand::DropDraft(_)
            | BoardCommand::Withdraw { .. }
            | BoardCommand::Confirm { .. }
            | BoardCommand::Decline { .. } => Permission::Propose,
            BoardCommand::Judge { .. }
            | BoardCommand::Select { .. }
            | BoardCommand::Reopen { .. }
            | BoardCommand::Advise { .. } => Permission::Qualify,
            BoardCommand::Encourage(_) => Permission::PostOpportunities,
            BoardCommand::Team { .. }
            | BoardCommand::Plan { .. }
            | BoardCommand::AddSession { .. }
            | BoardCommand::Tick { .. }
            | BoardCommand::Attend { .. }
            | BoardCommand::Deliver { .. } => Permission::RunMissions,
        })
    }

    fn sent_by(&self) -> SentBy {
        SentBy::Person
    }

    fn is_whole(&self) -> bool {
        matches!(self, BoardCommand::Propose { .. })
    }
}
