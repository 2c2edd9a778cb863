//! `books net`: what a provider owes is kept from what was released (C04).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{amount, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Keep what the provider owes from what was released to them
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Net {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The amount, like 1200.50
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// How the provider agreed, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW")]
    said: String,
}

impl InWords for Net {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Net {
            project: self.opportunity,
            amount: amount(place, self.opportunity, &self.amount)?,
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
