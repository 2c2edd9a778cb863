//! `withdraw`: one's own proposal taken back, or the draft beside it deleted.

use super::{because, submit};
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Withdraw your proposal; with --draft, delete only its draft
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Withdraw {
    /// The proposal, like PR-12
    #[arg(value_name = "PR-NUMBER")]
    proposal: ProposalId,
    /// The reason, in your own words
    #[arg(long, required_unless_present_any = ["draft", "because"])]
    reason: Option<String>,
    /// A reason of the list, by its key in `lists`, like dates
    #[arg(long, value_name = "KEY")]
    because: Option<String>,
    /// Delete only the draft; what you submitted stays
    #[arg(long, conflicts_with_all = ["reason", "because"])]
    draft: bool,
}

impl InWords for Withdraw {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let proposal = self.proposal;
        let command = match self.draft {
            false => BoardCommand::Withdraw {
                proposal,
                reason: self.reason.as_deref().unwrap_or_default().into(),
            },
            true => BoardCommand::DropDraft(proposal),
        };
        submit(
            place,
            because(place, self.because.as_deref(), command)?,
            out,
        )
        .await
    }
}
