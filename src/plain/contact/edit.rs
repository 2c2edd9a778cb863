//! `contact edit`: what is known of a contact, put right.

use super::{Facts, known};
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, ContactId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Correct what is known of a contact
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Edit {
    /// The contact, like K-7
    #[arg(value_name = "K-NUMBER")]
    contact: ContactId,
    /// The new name
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    facts: Facts,
}

impl InWords for Edit {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (seq, mut entry) = known(place, self.contact)?;
        if let Some(name) = &self.name {
            entry.name = name.as_str().into();
        }
        self.facts.over(&mut entry)?;
        let command = Command::Directory(DirectoryCommand::EditContact {
            contact: self.contact,
            entry: Box::new(entry),
        });
        submit(place, command.upon(seq), out).await
    }
}
