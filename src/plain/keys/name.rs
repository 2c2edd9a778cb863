//! `key name`: what a key is called.

use super::meant;
use crate::domain::Command;
use crate::domain::access::command::AccessCommand;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Rename a key
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Name {
    /// The fingerprint of the key, or enough of its beginning
    fingerprint: String,
    /// The new name
    name: String,
}

impl InWords for Name {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let fingerprint = meant(place, &self.fingerprint)?;
        let values = [
            ("key", fingerprint.to_string().into()),
            ("name", self.name.as_str().into()),
        ];
        let name = self.name.as_str().into();
        let command = Command::Access(AccessCommand::NameKey { fingerprint, name });
        place.submit(command).await?;
        out.line(&place.says("said-key-named", &values)).await;
        Ok(())
    }
}
