//! `firm withdraw`: an invitation into one's firm that is not used any more.

use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Withdraw an open invitation into your firm
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Withdraw {
    /// Its number in: firm show
    number: u32,
}

impl InWords for Withdraw {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = FirmCommand::Withdraw(self.number);
        submit(place, Command::Firm(command), out).await
    }
}
