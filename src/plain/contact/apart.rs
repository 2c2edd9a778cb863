//! `contact apart`: two contacts who look the same and are not.

use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::further::Double;
use crate::domain::{Command, ContactId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Say that two contacts who look the same are not
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Apart {
    /// The one, like K-7
    #[arg(value_name = "K-NUMBER")]
    one: ContactId,
    /// The other, like K-8
    #[arg(value_name = "K-NUMBER")]
    other: ContactId,
}

impl InWords for Apart {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let pair = Double::Contacts(self.one, self.other);
        let command = Command::Directory(DirectoryCommand::TellApart { pair });
        submit(place, command, out).await
    }
}
