//! What can be wanted of the board and of proposals; of credits and of missions, in files of their own. Who may is
//! asked first by permission, then by whose it is.

use super::credit::command::CreditCommand;
use super::deal::command::DealCommand;
use super::deal::{Side, Tranche};
use super::mission::command::MissionCommand;
use super::proposal::{Revision, Verdict};
use super::{Agreement, EndReason, Formula, Notice};
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::ids::{OpportunityId, ProposalId, QuotationId, RequestId, Seq};
use crate::domain::person::Permission;
use crate::domain::request::Attachment;
use crate::domain::trade::DeclineReason;

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
        why: EndReason,
        /// Whether the credits spent on it are given back.
        refund: bool,
    },
    /// Puts it among the actor's favourites, or takes it out.
    Favourite(OpportunityId, bool),
    /// Uses credits, grants them or gives one back.
    Credit(CreditCommand),
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
        /// How it is paid, which the client chooses (BRD-6); `None` under Subcontracting, and when the house selects.
        formula: Option<Formula>,
        /// How the client said so, when somebody of the house says it for her (PPL-3).
        said: Box<str>,
    },
    /// Says how it is paid, which the client chooses (BRD-6), until the winner confirms.
    Choose {
        /// For which one.
        opportunity: OpportunityId,
        /// How.
        formula: Formula,
        /// How the client said so, when somebody of the house says it for her (PPL-3).
        said: Box<str>,
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
        /// The tranches she saw; none: the whole price on delivery.
        tranches: Vec<Tranche>,
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
    /// Writes the terms between both sides anew, or says the client's yes or no to them.
    Deal(DealCommand),
    /// Does something in a mission.
    Mission(MissionCommand),
    /// Declines, withdraws or judges for a reason of the house's list; the words of the command stand beside it.
    Because {
        /// Why.
        why: DeclineReason,
        /// What is done.
        then: Box<BoardCommand>,
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
            BoardCommand::Credit(CreditCommand::Grant { .. } | CreditCommand::Refund { .. }) => {
                Permission::GrantCredits
            }
            BoardCommand::Credit(CreditCommand::Open { .. })
            | BoardCommand::Propose { .. }
            | BoardCommand::Attach { .. }
            | BoardCommand::Detach { .. }
            | BoardCommand::DropDraft(_)
            | BoardCommand::Withdraw { .. }
            | BoardCommand::Confirm { .. }
            | BoardCommand::Decline { .. }
            | BoardCommand::Deal(DealCommand::Draw {
                side: Side::Provider,
                ..
            }) => Permission::Propose,
            BoardCommand::Judge { .. }
            | BoardCommand::Select { .. }
            | BoardCommand::Choose { .. }
            | BoardCommand::Reopen { .. }
            | BoardCommand::Deal(_)
            | BoardCommand::Advise { .. } => Permission::Qualify,
            BoardCommand::Because { then, .. } => return then.needed(),
            BoardCommand::Encourage(_) => Permission::PostOpportunities,
            BoardCommand::Mission(MissionCommand::InCharge { .. }) => Permission::Qualify,
            BoardCommand::Mission(MissionCommand::Replace { .. }) => Permission::PostOpportunities,
            BoardCommand::Mission(MissionCommand::Take { .. } | MissionCommand::Pass { .. }) => {
                Permission::Propose
            }
            BoardCommand::Mission(_) => Permission::RunMissions,
        })
    }

    fn sent_by(&self) -> SentBy {
        SentBy::Person
    }

    fn is_whole(&self) -> bool {
        matches!(self, BoardCommand::Propose { .. })
    }
}
