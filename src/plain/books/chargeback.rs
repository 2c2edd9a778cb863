//! `books chargeback`: the bank took a deposit back (X01).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::person::Permission;
use crate::plain::escrow::{day, of_entry, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Book that the bank took a deposit back
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Chargeback {
    /// The deposit, like E-7
    #[arg(value_name = "E-NUMBER")]
    deposit: EntryId,
    /// The amount with its currency, like 1200.50 EUR
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// The project it is taken from, which is put on hold [default: what is left of the deposit]
    #[arg(long = "for", value_name = "O-NUMBER")]
    project: Option<OpportunityId>,
    /// The day the bank booked it, like 2026-12-31 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
}

impl InWords for Chargeback {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Chargeback {
            deposit: self.deposit,
            project: self.project,
            amount: of_entry(place, self.deposit, &self.amount).await?,
            day: day(place, self.day.as_deref())?,
            words: self.words.as_str().into(),
        };
        submit(place, command, out).await
    }
}
