//! `attach`: a file added to one's own proposal. The rules are asked before a byte is read or stored.

use std::path::PathBuf;

use super::submit;
use crate::domain::opportunity::BoardCommand;
use crate::domain::person::Permission;
use crate::domain::request::Attachment;
use crate::domain::{self, OpportunityId};
use crate::journal::BlobId;
use crate::plain::input::{bytes_of, is_piped, name_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};
use crate::text::sanitise::clean_line;

/// The largest file that can go with a proposal, in bytes.
const MOST: u64 = 10 * 1024 * 1024;
/// The longest name of one, in characters.
const NAME_MOST: usize = 120;

/// Add a file to your proposal, from this machine or piped in
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Attach {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The file; - for what is piped in
    file: PathBuf,
    /// The name of the file [default: its own]
    #[arg(long)]
    name: Option<String>,
}

impl InWords for Attach {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    fn reads(&self) -> bool {
        is_piped(&self.file)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let opportunity = self.opportunity;
        let name = clean_line(&self.called()?)
            .chars()
            .take(NAME_MOST)
            .collect::<String>();
        let mut file = Attachment {
            name: name.into(),
            mime: "application/octet-stream".into(),
            // An empty file, until it is read: whoever may not attach that may attach nothing.
            size: 0,
            blob: BlobId::of(&[]).0,
        };
        may(place, opportunity, &file)?;
        let bytes = bytes_of(place, &self.file, MOST, out).await?;
        file.size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if file.size > MOST {
            let most = MOST / 1024 / 1024;
            let values = [("name", name_of(&self.file)), ("most", most.to_string())];
            return Err(Problem::say(1, "plain-file-too-large", values));
        }
        file.blob = BlobId::of(&bytes).0;
        may(place, opportunity, &file)?;
        let store = place.desk.store().clone();
        let stored = tokio::task::spawn_blocking(move || store.blobs().put(&bytes)).await;
        // Held until the record that names it is there.
        let lease = stored.map_err(|_| Problem::say(1, "plain-not-stored", []))??;
        let done = submit(place, BoardCommand::Attach { opportunity, file }, out).await;
        drop(lease);
        done
    }
}

impl Attach {
    /// What the file is called: as was said, or by its own name.
    fn called(&self) -> Result<String, Problem> {
        let last = self.file.file_name();
        let own = last.map(|name| name.to_string_lossy().into_owned());
        let own = own.filter(|name| name != "-");
        let called = self.name.clone().or(own);
        called.ok_or_else(|| Problem::say(1, "plain-name-file", []))
    }
}

/// Asks the rules before a byte is read or stored.
fn may(place: &Place, opportunity: OpportunityId, file: &Attachment) -> Result<(), Problem> {
    let file = file.clone();
    let command = domain::Command::Board(Box::new(BoardCommand::Attach { opportunity, file }));
    let would = place.desk.would(Some(place.me()?), &command);
    would.map_err(|refusal| place.refused(&refusal))
}
