//! `formula`: how an introduced project is paid, which the client chooses.

use super::{FormulaName, submit};
use crate::domain::ids::OpportunityId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Choose the formula of a client introduction, until the terms are confirmed
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Choose {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The formula
    formula: FormulaName,
    /// On behalf of the client: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW")]
    said: Option<String>,
}

impl InWords for Choose {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Qualify]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::Choose {
            opportunity: self.opportunity,
            formula: self.formula.into(),
            said: self.said.as_deref().unwrap_or_default().into(),
        };
        submit(place, command, out).await
    }
}
