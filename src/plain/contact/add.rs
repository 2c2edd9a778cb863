//! `contact add`: somebody at a client before they ever wrote.

use super::Facts;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::{Command, OrganisationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Add a contact of a client
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Add {
    /// The client, like C-5
    #[arg(value_name = "C-NUMBER")]
    organisation: OrganisationId,
    /// Their name
    name: String,
    #[command(flatten)]
    facts: Facts,
}

impl InWords for Add {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let mut entry = ContactEntry {
            name: self.name.as_str().into(),
            ..ContactEntry::default()
        };
        self.facts.over(&mut entry)?;
        let command = Command::Directory(DirectoryCommand::AddContact {
            organisation: self.organisation,
            entry: Box::new(entry),
        });
        submit(place, command, out).await
    }
}
