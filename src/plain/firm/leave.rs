//! `firm leave`: out of the firm one acts for.

use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Leave the firm you act for: its proposals, missions and credits stay with it
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Leave {}

impl InWords for Leave {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        submit(place, Command::Firm(FirmCommand::Leave), out).await
    }
}
