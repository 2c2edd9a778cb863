//! `tranche unfund`: money of a tranche becomes free again (E03).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{amount, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Move money of a tranche nobody works on back to free money
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Unfund {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The number of the tranche, from 1
    #[arg(value_name = "NUMBER")]
    number: u16,
    /// The amount, like 1200.50
    #[arg(value_name = "AMOUNT")]
    amount: String,
}

impl InWords for Unfund {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Unfund {
            project: self.opportunity,
            number: self.number,
            amount: amount(place, self.opportunity, &self.amount)?,
        };
        submit(place, command, out).await
    }
}
