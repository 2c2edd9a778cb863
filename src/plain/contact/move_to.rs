//! `contact move`: somebody is of another client now.

use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, ContactId, OrganisationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Move a contact to another client; their requests stay where they are
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Move {
    /// The contact, like K-7
    #[arg(value_name = "K-NUMBER")]
    contact: ContactId,
    /// The client, like C-5
    #[arg(value_name = "C-NUMBER")]
    organisation: OrganisationId,
}

impl InWords for Move {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = Command::Directory(DirectoryCommand::MoveContact {
            contact: self.contact,
            to: self.organisation,
        });
        submit(place, command, out).await
    }
}
