//! `books match`: a deposit is matched to a project (E02).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::person::Permission;
use crate::plain::escrow::{amount, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Match a deposit, or a part of it, to a project
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Match {
    /// The deposit, like E-7
    #[arg(value_name = "E-NUMBER")]
    deposit: EntryId,
    /// The amount, like 1200.50
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
}

impl InWords for Match {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Match {
            deposit: self.deposit,
            amount: amount(place, self.opportunity, &self.amount)?,
            project: self.opportunity,
        };
        submit(place, command, out).await
    }
}
