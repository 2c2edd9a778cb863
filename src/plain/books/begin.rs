//! `books begin`: what the house began with is booked (O01).

use crate::domain::escrow::EscrowCommand;
use crate::domain::person::Permission;
use crate::plain::escrow::{day, money, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Book what our own account began with
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Begin {
    /// The amount with its currency, like 1200.50 EUR
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// The day the bank booked it, like 2026-12-31 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// Words on it
    #[arg(long, value_name = "TEXT", default_value = "")]
    from: String,
}

impl InWords for Begin {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Begin {
            amount: money(place, &self.amount)?,
            day: day(place, self.day.as_deref())?,
            text: self.from.as_str().into(),
        };
        submit(place, command, out).await
    }
}
