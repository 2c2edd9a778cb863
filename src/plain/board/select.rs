//! `select`: a proposal selected, as it stands now.

use super::submit;
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Select a proposal
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Select {
    /// The proposal, like PR-12
    #[arg(value_name = "PR-NUMBER")]
    proposal: ProposalId,
    /// The advice to the others for next time [default: our usual advice]
    #[arg(long)]
    advice: Option<String>,
}

impl InWords for Select {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Qualify]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let read = place.desk.sight(place.me()?).proposal_read(self.proposal);
        let (_, seen) = read.map_err(|refusal| place.refused(&refusal))?;
        let command = BoardCommand::Select {
            proposal: self.proposal,
            seen,
            advice: self.advice.as_deref().unwrap_or_default().into(),
        };
        submit(place, command, out).await
    }
}
