//! `books deposit`: a deposit that the bank shows is booked (E01).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{day, money, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Book a deposit; with --for it funds the tranches of that project
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Deposit {
    /// The amount with its currency, like 1200.50 EUR
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// The day the bank booked it, like 2026-12-31 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// Who paid, and the words on it
    #[arg(long, value_name = "TEXT", default_value = "")]
    from: String,
    /// What the bank calls it, so that it is not booked twice
    #[arg(long = "ref", value_name = "TEXT", default_value = "")]
    reference: String,
    /// The project it is for
    #[arg(long = "for", value_name = "O-NUMBER")]
    project: Option<OpportunityId>,
}

impl InWords for Deposit {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Deposit {
            amount: money(place, &self.amount)?,
            day: day(place, self.day.as_deref())?,
            text: self.from.as_str().into(),
            key: self.reference.as_str().into(),
            project: self.project,
        };
        submit(place, command, out).await
    }
}
