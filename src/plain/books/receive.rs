//! `books receive`: what is owed to the house came in (C02).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::person::Permission;
use crate::plain::escrow::{SideName, amount, day, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Book that what is owed for a project came in
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Receive {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The amount, like 1200.50
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// Who owes it
    #[arg(long, value_name = "SIDE", default_value = "client")]
    payer: SideName,
    /// The deposit it is kept from [default: received on our own account]
    #[arg(long, value_name = "E-NUMBER")]
    deposit: Option<EntryId>,
    /// The day the bank booked it, like 2026-12-31 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// Who paid, and the words on it
    #[arg(long, value_name = "TEXT", default_value = "")]
    from: String,
}

impl InWords for Receive {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Receive {
            project: self.opportunity,
            payer: self.payer.into(),
            amount: amount(place, self.opportunity, &self.amount)?,
            deposit: self.deposit,
            day: day(place, self.day.as_deref())?,
            text: self.from.as_str().into(),
        };
        submit(place, command, out).await
    }
}
