//! `tranche fund`: free money covers a tranche (E03).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{amount, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Move free money of a project to a tranche
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Fund {
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

impl InWords for Fund {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Fund {
            project: self.opportunity,
            number: self.number,
            amount: amount(place, self.opportunity, &self.amount)?,
        };
        submit(place, command, out).await
    }
}
