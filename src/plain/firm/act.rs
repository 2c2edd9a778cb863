//! `firm for`: for which of one's firms one acts.

use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::ids::FirmId;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Choose the firm you act for
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct For {
    /// The firm, like F-3
    #[arg(value_name = "F-NUMBER")]
    firm: FirmId,
}

impl InWords for For {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        submit(place, Command::Firm(FirmCommand::ActFor(self.firm)), out).await
    }
}
