//! `books paid-out`: the bank paid out what was instructed (R03).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::EntryId;
use crate::domain::person::Permission;
use crate::plain::escrow::{day, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Book that the bank paid out what was instructed
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct PaidOut {
    /// The entry, like E-7
    #[arg(value_name = "E-NUMBER")]
    entry: EntryId,
    /// The day the bank booked it, like 2026-12-31 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
}

impl InWords for PaidOut {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::PaidOut {
            entry: self.entry,
            day: day(place, self.day.as_deref())?,
        };
        submit(place, command, out).await
    }
}
