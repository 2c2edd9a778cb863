//! `organisation apart`: two clients that look the same and are not.

use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::further::Double;
use crate::domain::{Command, OrganisationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Say that two clients which look the same are not
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Apart {
    /// The one, like C-5
    #[arg(value_name = "C-NUMBER")]
    one: OrganisationId,
    /// The other, like C-6
    #[arg(value_name = "C-NUMBER")]
    other: OrganisationId,
}

impl InWords for Apart {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let pair = Double::Organisations(self.one, self.other);
        let command = Command::Directory(DirectoryCommand::TellApart { pair });
        submit(place, command, out).await
    }
}
