//! `withdraw`: one's own proposal taken back, or the draft beside it deleted.

use super::submit;
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
    /// The reason
    #[arg(long, required_unless_present = "draft")]
    reason: Option<String>,
    /// Delete only the draft; what you submitted stays
    #[arg(long, conflicts_with = "reason")]
    draft: bool,
}

impl InWords for Withdraw {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let proposal = self.proposal;
        let command = match &self.reason {
            Some(reason) => BoardCommand::Withdraw {
                proposal,
                reason: reason.as_str().into(),
            },
            None => BoardCommand::DropDraft(proposal),
        };
        submit(place, command, out).await
    }
}
