//! Files of proposals and opportunities: added by their proposer, listed and printed for who may read them.

use std::io::Read;
use std::path::Path;

use super::{opportunity_id, proposal_id, submit};
use crate::desk::views::{load_own_offer, load_proposal_files, opportunity_files};
use crate::domain::ids::OpportunityId;
use crate::domain::opportunity::Command;
use crate::domain::opportunity::proposal::Offer;
use crate::domain::request::Attachment;
use crate::domain::{self, Refusal};
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
    file: &Path,
    name: Option<&str>,
    out: &mut Out,
) -> Result<(), Problem> {
    let (me, id) = (place.me()?, opportunity_id(opportunity)?);
    let known = load_own_offer(&place.desk, me, id).await?;
    let none = || place.refused(&Refusal::NoSuchOpportunity(id));
    let (mut offer, submit_it) = known.ok_or_else(none)?;
    let called = name.map(str::to_owned).or_else(|| {
        let last = file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        last.filter(|name| name != "-")
    });
    let called = called.ok_or_else(|| Problem::new("say what the file is called, with --name"))?;
    offer.files.push(Attachment {
        name: clean_line(&called)
            .chars()
            .take(NAME_MOST)
            .collect::<String>()
            .into(),
        mime: "application/octet-stream".into(),
        // An empty file, until it is read: whoever may not attach that may attach nothing.
        size: 0,
        blob: BlobId::of(&[]).0,
    });
    may(place, id, &offer, submit_it)?;
    let bytes = read(place, file, out).await?;
    let content = BlobId::of(&bytes);
    if let Some(file) = offer.files.last_mut() {
        file.size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        file.blob = content.0;
    }
    may(place, id, &offer, submit_it)?;
    let store = place.desk.store().clone();
    let stored = tokio::task::spawn_blocking(move || store.blobs().put(&bytes)).await;
    // Held until the record that names it is there.
    let lease = stored.map_err(|_| Problem::new("the file could not be stored"))??;
    let done = submit(place, propose(id, offer, submit_it), out).await;
    drop(lease);
    done
}

/// Asks the rules before a byte is read or stored.
fn may(place: &Place, id: OpportunityId, offer: &Offer, submit: bool) -> Result<(), Problem> {
    let command = domain::Command::Board(Box::new(propose(id, offer.clone(), submit)));
    let would = place.desk.would(Some(place.me()?), &command);
    would.map_err(|refusal| place.refused(&refusal))
}

fn propose(id: OpportunityId, offer: Offer, submit: bool) -> Command {
    Command::Propose {
        opportunity: id,
        offer: Box::new(offer),
        submit,
    }
}

async fn read(place: &Place, file: &Path, out: &mut Out) -> Result<Vec<u8>, Problem> {
    let name = clean_line(&file.display().to_string()).into_owned();
    let unreadable = |name: &str| Problem::new(format!("{name} cannot be read"));
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
        return Err(Problem::new(format!(
            "{name} is too large: at most {most} MiB can go with a proposal"
        )));
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
        load_proposal_files(&place.desk, me, proposal_id(of)?).await?
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
        out.note(&format!("no files go with {of}")).await;
    }
    Ok(())
}
