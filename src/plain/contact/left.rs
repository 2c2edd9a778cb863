//! `contact left`: somebody is no longer there, or is again.

use super::known;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, ContactId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Say that a contact has left the client
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Left {
    /// The contact, like K-7
    #[arg(value_name = "K-NUMBER")]
    contact: ContactId,
    /// They are there again
    #[arg(long)]
    back: bool,
}

impl InWords for Left {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (seq, mut entry) = known(place, self.contact)?;
        let now = place.desk.now();
        entry.left = (!self.back).then(|| entry.left.unwrap_or(now));
        let command = Command::Directory(DirectoryCommand::EditContact {
            contact: self.contact,
            entry: Box::new(entry),
        });
        submit(place, command.upon(seq), out).await
    }
}
