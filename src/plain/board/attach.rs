//! Files of proposals and opportunities: added by their proposer, listed and printed for who may read them.

use std::io::Read;
use std::path::Path;

use super::{opportunity_id, proposal_id, submit};
use crate::desk::views::{opportunity_files, own_files, proposal_files};
use crate::domain::opportunity::BoardCommand;
use crate::domain::request::Attachment;
use crate::domain::{self, OpportunityId};
use crate::journal::BlobId;
use crate::plain::{Out, Place, Problem, files};
use crate::text::sanitise::clean_line;

/// The largest file that can go with a proposal, in bytes.
const MOST: u64 = 10 * 1024 * 1024;
/// The longest name of one, in characters.
const NAME_MOST: usize = 120;

pub(super) async fn attach(
    place: &Place,
    opportunity: &str,
    source: &Path,
    name: Option<&str>,
    out: &mut Out,
) -> Result<(), Problem> {
    let id = opportunity_id(opportunity)?;
    let called = name.map(str::to_owned).or_else(|| {
        let last = source
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        last.filter(|name| name != "-")
    });
    let called = called.ok_or_else(|| Problem::say(1, "plain-name-file", []))?;
    let mut file = Attachment {
        name: clean_line(&called)
            .chars()
            .take(NAME_MOST)
            .collect::<String>()
            .into(),
        mime: "application/octet-stream".into(),
        // An empty file, until it is read: whoever may not attach that may attach nothing.
        size: 0,
        blob: BlobId::of(&[]).0,
    };
    may(place, id, &file)?;
    let bytes = read(place, source, out).await?;
    file.size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    file.blob = BlobId::of(&bytes).0;
    may(place, id, &file)?;
    let store = place.desk.store().clone();
    let stored = tokio::task::spawn_blocking(move || store.blobs().put(&bytes)).await;
    // Held until the record that names it is there.
    let lease = stored.map_err(|_| Problem::say(1, "plain-not-stored", []))??;
    let opportunity = id;
    let done = submit(place, BoardCommand::Attach { opportunity, file }, out).await;
    drop(lease);
    done
}

/// Asks the rules before a byte is read or stored.
fn may(place: &Place, opportunity: OpportunityId, file: &Attachment) -> Result<(), Problem> {
    let file = file.clone();
    let command = domain::Command::Board(Box::new(BoardCommand::Attach { opportunity, file }));
    let would = place.desk.would(Some(place.me()?), &command);
    would.map_err(|refusal| place.refused(&refusal))
}

/// Removes a file from one's own proposal: the one that stands in that place as this is read.
pub(super) async fn remove(
    place: &Place,
    of: &str,
    n: usize,
    out: &mut Out,
) -> Result<(), Problem> {
    let files = own_files(&place.desk, place.me()?, proposal_id(of)?);
    let (opportunity, files) = files.map_err(|refusal| place.refused(&refusal))?;
    let file = n.checked_sub(1).and_then(|at| files.into_iter().nth(at));
    let file = file.ok_or_else(|| {
        let values = [("n", n.to_string()), ("of", of.to_string())];
        Problem::say(1, "plain-no-file", values)
    })?;
    submit(place, BoardCommand::Detach { opportunity, file }, out).await
}

async fn read(place: &Place, file: &Path, out: &mut Out) -> Result<Vec<u8>, Problem> {
    let name = clean_line(&file.display().to_string()).into_owned();
    let unreadable = |name: &str| Problem::say(1, "plain-unreadable", [("name", name.to_owned())]);
    let source: Box<dyn Read + Send> = if file.as_os_str() == "-" {
        place.input(out).await?
    } else {
        let opened = std::fs::File::open(place.path(file)?);
        Box::new(opened.map_err(|error| unreadable(&name).because(error))?)
    };
    let mut bytes = Vec::new();
    let taken = tokio::task::spawn_blocking(move || {
        source.take(MOST + 1).read_to_end(&mut bytes).map(|_| bytes)
    });
    let bytes = match taken.await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => return Err(unreadable(&name).because(error)),
        Err(_) => return Err(unreadable(&name)),
    };
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST {
        let most = MOST / 1024 / 1024;
        let values = [("name", name), ("most", most.to_string())];
        return Err(Problem::say(1, "plain-file-too-large", values));
    }
    Ok(bytes)
}

pub(super) async fn attached(
    place: &Place,
    of: &str,
    get: Option<usize>,
    out: &mut Out,
) -> Result<(), Problem> {
    let me = place.me()?;
    let found = if of.trim().to_uppercase().starts_with("PR-") {
        proposal_files(&place.desk, me, proposal_id(of)?)
    } else {
        opportunity_files(&place.desk, me, opportunity_id(of)?)
    };
    let found = found.map_err(|refusal| place.refused(&refusal))?;
    if let Some(n) = get {
        return files::get(place, &found, n, of, out).await;
    }
    for file in &found {
        out.line(&format!("{}\t{}", file.size, clean_line(&file.name)))
            .await;
    }
    if found.is_empty() {
        out.note(&place.says("said-no-files", &[("of", of.into())]))
            .await;
    }
    Ok(())
}
