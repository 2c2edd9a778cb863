//! Files of proposals and opportunities: added by their proposer, listed and printed for who may read them.

use std::io::Read;
use std::path::Path;

use super::{opportunity_id, proposal_id, submit};
use crate::desk::views::{opportunity_files, own_files, proposal_files};
use crate::domain::opportunity::Command;
use crate::domain::request::Attachment;
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
    let id = opportunity_id(opportunity)?;
    let called = name.map(str::to_owned).or_else(|| {
        let last = file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        last.filter(|name| name != "-")
    });
    let called = called.ok_or_else(|| Problem::new("say what the file is called, with --name"))?;
    let bytes = read(place, file, out).await?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let store = place.desk.store().clone();
    // Stored before the record that names it; one that no record names harms nothing.
    let blob = tokio::task::spawn_blocking(move || store.blobs().put(&bytes)).await;
    let blob = blob.map_err(|_| Problem::new("the file could not be stored"))??;
    let file = Attachment {
        name: clean_line(&called)
            .chars()
            .take(NAME_MOST)
            .collect::<String>()
            .into(),
        mime: "application/octet-stream".into(),
        size,
        blob: blob.0,
    };
    let opportunity = id;
    submit(place, Command::Attach { opportunity, file }, out).await
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
    let file = file.ok_or_else(|| Problem::new(format!("no file number {n} goes with {of}")))?;
    submit(place, Command::Detach { opportunity, file }, out).await
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
        out.note(&format!("no files go with {of}")).await;
    }
    Ok(())
}
