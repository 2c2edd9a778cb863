//! `tranche release`: more of what was accepted is released (ESC-4).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{amount, load, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Release more of what the client accepted
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Release {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The number of the tranche, from 1
    #[arg(value_name = "NUMBER")]
    number: u16,
    /// The amount, like 1200.50
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// On behalf of a side: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW", default_value = "")]
    said: String,
}

impl InWords for Release {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = load(place, self.opportunity).await?;
        let command = EscrowCommand::Release {
            project: self.opportunity,
            number: self.number,
            seen: page.revision,
            amount: amount(place, self.opportunity, &self.amount)?,
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
