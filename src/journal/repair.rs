//! Repairs: a log made anew, or given what it lacks, from what both logs together have.
//!
//! What was there before is put aside, never deleted. A log that is made anew gets its finished name when
//! it is complete and durable, so a crash in the middle changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::candidate::Seen;
use super::combine::Combined;
use super::engine::{CACHE, Engine};
use super::fault::Fault;
use super::files::{self, UNFINISHED};
use super::folder::Folder;
use super::proof::Proofs;
use super::record::Seq;
use super::rows::insert;
use super::shadow::{NotWritten, SEGMENT_BYTES, Shadow, Stored};

/// How many records go into the journal at a time.
const GROUP: usize = 256;
/// How many records go into the shadow log at a time, and about how many bytes.
const SHADOW_GROUP: usize = 4_096;
const SHADOW_GROUP_BYTES: usize = 8 * 1024 * 1024;

/// Gives the journal the records it lacks.
pub(super) fn mend_journal(folder: &Folder, engine: &Engine, proofs: &Proofs) -> Result<(), Fault> {
    let mut pieces = Combined::new(folder, Some(engine), proofs)?;
    let mut group = Vec::with_capacity(GROUP);
    while let Some(piece) = pieces.next()? {
        if piece.journal != Seen::Same {
            group.push((piece.record.header.seq, piece.bytes));
        }
        if group.len() >= GROUP {
            insert(engine, &group)?;
            group.clear();
        }
    }
    insert(engine, &group)
}

/// Makes the journal anew, up to record `to`, and puts the old one aside. Returns where that is, if there was one.
pub(super) fn rebuild_journal(
    folder: &Folder,
    old: Option<Engine>,
    proofs: &Proofs,
    to: Seq,
) -> Result<Option<PathBuf>, Fault> {
    let building = unfinished(&folder.rebuilt())?;
    let target = Engine::open(folder.root(), &building, CACHE)?;
    let mut pieces = Combined::new(folder, old.as_ref(), proofs)?.up_to(to);
    let mut group = Vec::with_capacity(GROUP);
    while let Some(piece) = pieces.next()? {
        group.push((piece.record.header.seq, piece.bytes));
        if group.len() >= GROUP {
            insert(&target, &group)?;
            group.clear();
        }
    }
    insert(&target, &group)?;
    drop(target);
    drop(old);
    files::sync_files(&building)?;
    swap(folder, &building, &folder.rebuilt(), &folder.journal())
}

/// Makes the shadow log anew and puts the old one aside. Returns where that is, if there was one.
pub(super) fn rebuild_shadow(
    folder: &Folder,
    engine: Option<&Engine>,
    proofs: &Proofs,
) -> Result<Option<PathBuf>, Fault> {
    let building = unfinished(&folder.shadow_rebuilt())?;
    let (mut target, _) = Shadow::open(&building, SEGMENT_BYTES)?;
    let mut pieces = Combined::new(folder, engine, proofs)?;
    let (mut group, mut size): (Vec<Stored>, usize) = (Vec::new(), 0);
    while let Some(piece) = pieces.next()? {
        size += piece.bytes.len();
        group.push((piece.record.header.seq, piece.bytes));
        if group.len() >= SHADOW_GROUP || size >= SHADOW_GROUP_BYTES {
            target.append(&group).map_err(NotWritten::fault)?;
            group.clear();
            size = 0;
        }
    }
    target.append(&group).map_err(NotWritten::fault)?;
    files::sync_files(&building)?;
    swap(
        folder,
        &building,
        &folder.shadow_rebuilt(),
        &folder.shadow(),
    )
}

/// Removes what a repair left that a crash stopped. It only holds copies.
pub(super) fn remove_unfinished(folder: &Folder) {
    for rebuilt in [folder.rebuilt(), folder.shadow_rebuilt()] {
        // What stays is in the way of nothing.
        let _ = fs::remove_dir_all(building(&rebuilt));
    }
}

/// The name under which something is built.
fn building(rebuilt: &Path) -> PathBuf {
    let mut building = rebuilt.as_os_str().to_os_string();
    building.push(UNFINISHED);
    PathBuf::from(building)
}

/// Returns the name under which something is built, with nothing there.
fn unfinished(rebuilt: &Path) -> Result<PathBuf, Fault> {
    let building = building(rebuilt);
    for path in [rebuilt, building.as_path()] {
        if path.exists() {
            fs::remove_dir_all(path).map_err(|error| Fault::at("removing", path, error))?;
        }
    }
    Ok(building)
}

/// Puts a log aside and the one that was built in its place.
fn swap(
    folder: &Folder,
    building: &Path,
    rebuilt: &Path,
    log: &Path,
) -> Result<Option<PathBuf>, Fault> {
    fs::rename(building, rebuilt).map_err(|error| Fault::at("naming", rebuilt, error))?;
    files::sync_folder(folder.root())?;
    let aside = files::put_aside(log)?;
    folder.finish_swap()?;
    Ok(aside)
}
