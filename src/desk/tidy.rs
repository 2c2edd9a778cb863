//! The stored files and the records: which file belongs to what, and which to nothing any more.
//!
//! A file is only removed when every record there ever was could be asked, and nothing is wrong with the
//! writer. Nothing here reads a file's bytes.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use super::Desk;
use super::replay::{decode_record, unsigned};
use super::restate::Gathering;
use crate::domain::files::{Files, Owner};
use crate::domain::{Event, Millis};
use crate::journal::{BlobId, Closed, Fault, Swept};

/// How old a file must be that nothing names, before it is removed: far older than anything under way.
pub const YOUNG: Duration = Duration::from_secs(3_600);

/// What became of tidying up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tidied {
    /// It was done.
    Done(Swept),
    /// Somebody else is at it.
    UnderWay,
    /// Nothing was removed: the desk cannot record at present, and what became of its last commands is open.
    Trouble,
    /// Nothing was removed: so many records are lost, and may have named any file.
    RecordsLost(u64),
}

/// Removes the stored files that no record names and that are older than `young`. Stops when `go_on` says no.
///
/// # Errors
/// Faults of reading the folder and of removing.
pub fn tidy(desk: &Desk, young: Duration, go_on: impl Fn() -> bool) -> Result<Tidied, Fault> {
    // Begun before the state is looked at: what is recorded from here on is held or noted by then.
    let Some(sweep) = desk.store().blobs().sweep() else {
        return Ok(Tidied::UnderWay);
    };
    let published = desk.published();
    if published.trouble().is_some() {
        return Ok(Tidied::Trouble);
    }
    let state = published.state();
    if state.gaps() > 0 {
        return Ok(Tidied::RecordsLost(state.gaps()));
    }
    let named: HashSet<BlobId> = state
        .files()
        .all()
        .map(|content| BlobId(*content))
        .collect();
    let young = Millis::try_from(young.as_millis()).unwrap_or(Millis::MAX);
    let before = desk.now().saturating_sub(young);
    sweep.remove(&named, before, go_on).map(Tidied::Done)
}

/// What a stored file is called, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// What it belongs to; of several the first. Nothing where the record that said so is lost.
    pub owner: Option<Owner>,
    /// Its name there: not safe for a screen. Empty for the whole of a long text.
    pub name: String,
}

/// Returns the files that the records of a closed store name.
///
/// # Errors
/// Faults of reading the shadow log.
pub fn named_files(store: &Closed) -> Result<BTreeMap<BlobId, Naming>, Fault> {
    let (mut files, mut found) = (Files::default(), BTreeMap::new());
    let mut restated = Gathering::default();
    store.records(|record| {
        // A record that this version cannot read is for `verify` to report.
        let read = decode_record(record);
        let events = read.map(|(_, events)| events).unwrap_or_default();
        for event in &events {
            files.apply(event);
            note(event, &mut found);
        }
        if let Ok(Some(whole)) = restated.take(&unsigned(record.header.seq), &events) {
            files = whole.files().clone();
            for content in files.all() {
                found.entry(BlobId(*content)).or_insert(Naming {
                    owner: None,
                    name: String::new(),
                });
            }
        }
    })?;
    let kept: HashSet<BlobId> = files.all().map(|content| BlobId(*content)).collect();
    found.retain(|id, _| kept.contains(id));
    Ok(found)
}

fn note(event: &Event, found: &mut BTreeMap<BlobId, Naming>) {
    for file in event.named_files() {
        found.entry(BlobId(file.content)).or_insert_with(|| Naming {
            owner: Some(file.owner),
            name: file.name.to_owned(),
        });
    }
}
