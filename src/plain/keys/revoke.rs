//! `key revoke`: a key that opens nothing any more.

use super::meant;
use crate::domain::Command;
use crate::domain::access::command::AccessCommand;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Revoke a key at once; its open sessions end
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Revoke {
    /// The fingerprint of the key, or enough of its beginning
    fingerprint: String,
}

impl InWords for Revoke {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let fingerprint = meant(place, &self.fingerprint)?;
        let values = [("key", fingerprint.to_string().into())];
        let command = Command::Access(AccessCommand::RevokeKey(fingerprint));
        place.submit(command).await?;
        out.line(&place.says("said-key-revoked", &values)).await;
        Ok(())
    }
}
