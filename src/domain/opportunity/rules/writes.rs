//! Who may write over whom on the board (WKS-7): what each command sends back as a whole, and what its sender is told
//! when it is not as they saw it.

use super::Doing;
use crate::domain::ids::PersonId;
use crate::domain::opportunity::Opportunity;
use crate::domain::opportunity::command::BoardCommand;
use crate::domain::opportunity::credit::command::CreditCommand;
use crate::domain::opportunity::deal::command::DealCommand;
use crate::domain::opportunity::mission::command::MissionCommand;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::thing::{Thing, Writes};
use crate::domain::wholes::moved;

/// Returns what a command writes, when `actor` sends it.
pub(super) fn written(command: &BoardCommand, state: &State, actor: Option<PersonId>) -> Writes {
    match command {
        BoardCommand::Propose { opportunity, .. } => {
            let mine =
                actor.and_then(|me| state.board().proposal_of(*opportunity, state.acting(me)));
            mine.map_or(Writes::One, |mine| Writes::Whole(Thing::Proposal(mine.id)))
        }
        BoardCommand::Because { then, .. } => written(then, state, actor),
        BoardCommand::Amend { .. }
        | BoardCommand::Credit(CreditCommand::Open { .. })
        | BoardCommand::Mission(
            MissionCommand::Plan { .. }
            | MissionCommand::Attend { .. }
            | MissionCommand::Take { .. },
        )
        | BoardCommand::Select { .. }
        | BoardCommand::Deal(DealCommand::Draw { .. } | DealCommand::Agree { .. })
        | BoardCommand::Confirm { .. } => Writes::Seen,
        BoardCommand::Post { .. }
        | BoardCommand::End { .. }
        | BoardCommand::Favourite(..)
        | BoardCommand::Credit(CreditCommand::Grant { .. } | CreditCommand::Refund { .. })
        | BoardCommand::Attach { .. }
        | BoardCommand::Detach { .. }
        | BoardCommand::DropDraft(_)
        | BoardCommand::Withdraw { .. }
        | BoardCommand::Judge { .. }
        | BoardCommand::Encourage(_)
        | BoardCommand::Reopen { .. }
        | BoardCommand::Decline { .. }
        | BoardCommand::Deal(DealCommand::Refuse { .. })
        | BoardCommand::Mission(
            MissionCommand::Team { .. }
            | MissionCommand::AddSession { .. }
            | MissionCommand::Tick { .. }
            | MissionCommand::InCharge { .. }
            | MissionCommand::Replace { .. }
            | MissionCommand::Pass { .. }
            | MissionCommand::Deliver { .. },
        )
        | BoardCommand::Choose { .. }
        | BoardCommand::Advise { .. } => Writes::One,
    }
}

impl Doing<'_> {
    /// Returns the refusal for who saw something of `opportunity` that is not so any more.
    pub(super) fn moved(&self, what: Thing, opportunity: &Opportunity) -> Refusal {
        match self.state.touched(what) {
            Some(_) => moved(self.state, Some(self.actor.id), what),
            None => Refusal::Stale {
                request: opportunity.request,
            },
        }
    }
}
