//! What is declined for a reason of the house's list (BRD-5, BRD-6): the terms of what was won, a proposal of one's own, or
//! one before the client. The words beside it may be left out.

use super::{Doing, Events, of, words_on};
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::DealCommand;
use crate::domain::opportunity::command::BoardCommand;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::refusal::Refusal;
use crate::domain::trade::DeclineReason;

impl Doing<'_> {
    pub(super) fn because(&self, why: DeclineReason, then: &BoardCommand) -> Events {
        let lists = self.state.lists();
        let mut events = match then {
            BoardCommand::Withdraw { proposal, reason } => {
                self.withdraw_with(*proposal, words_on(reason)?)?
            }
            BoardCommand::Decline {
                opportunity,
                reason,
            } => self.decline_with(*opportunity, words_on(reason)?)?,
            BoardCommand::Deal(DealCommand::Refuse {
                opportunity,
                reason,
                said,
            }) => self.refuse_with(*opportunity, words_on(reason)?, said)?,
            BoardCommand::Judge {
                proposal,
                verdict: verdict @ Verdict::NotInteresting,
            } => self.judge(*proposal, *verdict)?,
            _ => return Err(Refusal::NoSuchThing),
        };
        lists.may_stand([why], None)?;
        let (opportunity, proposal) = self.proposal(self.declined(then)?)?;
        let proposal = proposal.id;
        events.push(of(opportunity, BoardEvent::Reasoned { proposal, why }));
        Ok(events)
    }

    /// The proposal that is declined.
    fn declined(&self, then: &BoardCommand) -> Result<ProposalId, Refusal> {
        match then {
            BoardCommand::Withdraw { proposal, .. } | BoardCommand::Judge { proposal, .. } => {
                Ok(*proposal)
            }
            BoardCommand::Decline { opportunity, .. }
            | BoardCommand::Deal(DealCommand::Refuse { opportunity, .. }) => {
                let winner = self.opportunity(*opportunity)?.stage.winner();
                winner.ok_or(Refusal::NoSuchThing)
            }
            _ => Err(Refusal::NoSuchThing),
        }
    }
}
