//! `books close-days`: days are closed.

use crate::domain::escrow::EscrowCommand;
use crate::domain::person::Permission;
use crate::plain::escrow::{end_of, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Close all days up to a day: nothing is booked on them any more
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct CloseDays {
    /// The last day, like 2026-12-31
    #[arg(value_name = "DAY")]
    day: String,
}

impl InWords for CloseDays {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Close {
            until: end_of(place, &self.day)?,
        };
        submit(place, command, out).await
    }
}
