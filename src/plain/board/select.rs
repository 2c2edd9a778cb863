//! `select`: a proposal selected, as it stands now.

use super::{FormulaName, submit};
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::{BoardCommand, Formula};
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
    /// The formula that the client chose, for a client introduction
    #[arg(long)]
    formula: Option<FormulaName>,
    /// On behalf of the client: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW")]
    said: Option<String>,
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
            formula: self.formula.map(Formula::from),
            said: self.said.as_deref().unwrap_or_default().into(),
        };
        submit(place, command, out).await
    }
}
