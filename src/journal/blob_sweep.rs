//! Takes away the blobs that no record names: what was stored for a record that never came, and what a draft
//! no longer holds.
//!
//! Safe beside everything that is being stored. A sweep notes whatever is held while it runs; the caller says
//! what records name *after* it began. So a blob whose record is under way is held or noted, and one whose
//! record is there is named. What a crash leaves between the two, a later sweep takes. This file never knows
//! what a record says.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::blobs::{BlobId, Blobs};
use super::fault::Fault;
use super::files;

/// The most blobs that one sweep removes; the next one goes on.
const MOST: u64 = 10_000;

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Blobs that were removed, and what else lay unfinished.
    pub removed: u64,
    /// How many bytes that freed.
    pub bytes: u64,
    /// Blobs that no record names, too young to be removed.
    pub young: u64,
}

/// A sweep that has begun. There is one at a time.
pub struct Sweep(Blobs);

impl Blobs {
    /// Begins a sweep; `None` while another one runs.
    pub fn sweep(&self) -> Option<Sweep> {
        let mut ledger = self.ledger();
        if ledger.touched.is_some() {
            return None;
        }
        ledger.touched = Some(ledger.held.keys().copied().collect());
        Some(Sweep(self.clone()))
    }
}

impl Sweep {
    /// Removes the blobs that are not among `named` and that were last written before `before` (milliseconds
    /// since 1970). `named` must have been read after this sweep began. Stops early when `go_on` says no.
    ///
    /// # Errors
    /// Faults of reading the folder and of removing. What was removed before stays so.
    pub fn remove(
        self,
        named: &HashSet<BlobId>,
        before: i64,
        go_on: impl Fn() -> bool,
    ) -> Result<Swept, Fault> {
        let mut swept = Swept::default();
        let root = self.0.root();
        for shelf in files::names(&root)? {
            let shelf = root.join(shelf);
            if !shelf.is_dir() {
                continue;
            }
            for name in files::names(&shelf)? {
                if !go_on() || swept.removed >= MOST {
                    return Ok(swept);
                }
                let id = name.parse::<BlobId>().ok();
                let unfinished = name.ends_with(files::UNFINISHED);
                if id.is_some_and(|id| !named.contains(&id)) || unfinished {
                    self.take(&shelf.join(name), id, before, &mut swept)?;
                }
            }
        }
        Ok(swept)
    }

    fn take(
        &self,
        path: &Path,
        id: Option<BlobId>,
        before: i64,
        swept: &mut Swept,
    ) -> Result<(), Fault> {
        let _nothing_is_written = self.0.writing();
        if id.is_some_and(|id| self.is_touched(&id)) {
            return Ok(());
        }
        // One that somebody removed by hand is what is wanted.
        let Ok(data) = fs::symlink_metadata(path) else {
            return Ok(());
        };
        let age = data.modified().ok();
        let age = age.and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let written = age.and_then(|at| i64::try_from(at.as_millis()).ok());
        if written.is_none_or(|at| at >= before) {
            swept.young += 1;
            return Ok(());
        }
        fs::remove_file(path).map_err(|error| Fault::at("removing", path, error))?;
        swept.removed += 1;
        swept.bytes += data.len();
        Ok(())
    }

    fn is_touched(&self, id: &BlobId) -> bool {
        let ledger = self.0.ledger();
        ledger.held.contains_key(id) || ledger.touched.as_ref().is_some_and(|t| t.contains(id))
    }
}

impl Drop for Sweep {
    fn drop(&mut self) {
        self.0.ledger().touched = None;
    }
}
