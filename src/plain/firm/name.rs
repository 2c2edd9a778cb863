//! `firm name`: what one's firm is called.

use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Name your firm, as clients see it
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Name {
    /// The name; an empty one removes it
    name: String,
}

impl InWords for Name {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = FirmCommand::Name(self.name.as_str().into());
        submit(place, Command::Firm(command), out).await
    }
}
