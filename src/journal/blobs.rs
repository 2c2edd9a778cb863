//! Attachments: files named by the digest of what is in them.
//!
//! A blob is stored before the record that names it, so a record never points at nothing. Until that record
//! is there, a [`Lease`] keeps the blob from being collected (see `blob_sweep`). Blobs are never changed.
//! This file never knows what they mean.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::fault::{Fault, FaultKind};
use super::files;
use super::folder::Folder;

/// The largest blob accepted, in bytes.
pub const MAX_BLOB: usize = 50 * 1024 * 1024;

/// What a blob must leave free on the disk, in bytes: the journal has to go on when files no longer fit.
const RESERVE: u64 = 64 * 1024 * 1024;

/// The blake3 digest of a blob: its name. Shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BlobId(pub [u8; 32]);

impl BlobId {
    /// The name of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlobId({self})")
    }
}

/// The text is not 64 hexadecimal digits in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotABlobId;

impl fmt::Display for NotABlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a file's content is 64 digits of 0-9 and a-f")
    }
}

impl std::error::Error for NotABlobId {}

impl FromStr for BlobId {
    type Err = NotABlobId;

    fn from_str(text: &str) -> Result<Self, NotABlobId> {
        let id = blake3::Hash::from_hex(text).map_err(|_| NotABlobId)?;
        let id = Self(*id.as_bytes());
        // One blob, one name: the capital letters that hexadecimal also allows are refused.
        if id.to_string() == text {
            Ok(id)
        } else {
            Err(NotABlobId)
        }
    }
}

/// The blobs of an open store. Clones share them.
#[derive(Clone)]
pub struct Blobs(pub(super) Arc<Inner>);

pub(super) struct Inner {
    folder: Arc<Folder>,
    /// Two puts of the same bytes must not write the same unfinished file, and none may find a file that a
    /// sweep removes at that moment.
    writing: Mutex<()>,
    ledger: Mutex<Ledger>,
}

/// Who counts on which blob. Locked for moments only, after `writing` where both are.
#[derive(Default)]
pub(super) struct Ledger {
    /// The blobs of records under way, and by how many.
    pub held: HashMap<BlobId, usize>,
    /// During a sweep: all that were held at any moment of it.
    pub touched: Option<HashSet<BlobId>>,
}

/// A stored blob that no sweep takes away while this is held: until the record that names it is recorded,
/// or given up.
pub struct Lease {
    id: BlobId,
    blobs: Blobs,
}

impl Lease {
    /// Returns the blob's name.
    pub fn id(&self) -> BlobId {
        self.id
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut ledger = self.blobs.ledger();
        if let Some(holders) = ledger.held.get_mut(&self.id) {
            *holders -= 1;
            if *holders == 0 {
                ledger.held.remove(&self.id);
            }
        }
    }
}

impl Blobs {
    pub(super) fn open(folder: Arc<Folder>) -> Result<Self, Fault> {
        files::make_folder(&folder.blobs())?;
        Ok(Self(Arc::new(Inner {
            folder,
            writing: Mutex::new(()),
            ledger: Mutex::new(Ledger::default()),
        })))
    }

    /// Stores bytes; durable when it returns. The same bytes are stored once. The lease is to be held until
    /// the record that names the blob is recorded.
    ///
    /// # Errors
    /// `TooLarge` above [`MAX_BLOB`], `Full` when too little of the disk would be left, `ReadOnly`, `Other`.
    /// Nothing is half stored.
    pub fn put(&self, bytes: &[u8]) -> Result<Lease, Fault> {
        if bytes.len() > MAX_BLOB {
            return Err(Fault::too_large("a file", bytes.len(), MAX_BLOB));
        }
        let id = BlobId::of(bytes);
        let path = self.path(&id);
        // Held first: a sweep that is under way leaves it alone, and one that just took it has let go of
        // `writing` by the time it is looked for.
        let lease = self.hold(id);
        let _one_at_a_time = self.writing();
        let stored = files::read_limited(&path, MAX_BLOB).ok().flatten();
        if stored.as_deref() == Some(bytes) {
            // Young again: a sweep leaves it alone until its record is there.
            files::touch(&path);
            return Ok(lease);
        }
        self.leave_room(bytes.len())?;
        if let Some(shelf) = path.parent() {
            files::make_folder(shelf)?;
            files::sync_folder(&self.0.folder.blobs())?;
        }
        files::replace(&path, |file| {
            file.write_all(bytes)
                .map_err(|error| Fault::at("writing", &path, error))
        })?;
        Ok(lease)
    }

    fn hold(&self, id: BlobId) -> Lease {
        let mut ledger = self.ledger();
        *ledger.held.entry(id).or_default() += 1;
        if let Some(touched) = &mut ledger.touched {
            touched.insert(id);
        }
        Lease {
            id,
            blobs: self.clone(),
        }
    }

    fn leave_room(&self, size: usize) -> Result<(), Fault> {
        // A file system that does not say how much is free says so when it is written to.
        let Ok(disk) = rustix::fs::statvfs(self.0.folder.blobs()) else {
            return Ok(());
        };
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        // On a small disk less is kept free: a tenth of it.
        let reserve = RESERVE.min(disk.f_blocks.saturating_mul(disk.f_frsize) / 10);
        if free >= reserve.saturating_add(size as u64) {
            return Ok(());
        }
        Err(Fault::new(
            FaultKind::Full,
            format!(
                "the disk is nearly full: no more files are accepted ({} MiB are kept free for everything else)",
                reserve >> 20
            ),
            "free some space, then try again",
        ))
    }

    /// The bytes of a blob; `None` when there is no such blob.
    ///
    /// # Errors
    /// `Damaged` when the bytes are not those that were stored.
    pub fn get(&self, id: &BlobId) -> Result<Option<Vec<u8>>, Fault> {
        let Some(bytes) = files::read_limited(&self.path(id), MAX_BLOB)? else {
            return Ok(None);
        };
        if BlobId::of(&bytes) == *id {
            Ok(Some(bytes))
        } else {
            Err(Fault::new(
                FaultKind::Damaged,
                format!("the stored file {id} is damaged"),
                "copy it back from a backup, or attach the file again",
            ))
        }
    }

    fn path(&self, id: &BlobId) -> PathBuf {
        path_in(&self.root(), id)
    }

    /// The folder with all blobs.
    pub(super) fn root(&self) -> PathBuf {
        self.0.folder.blobs()
    }

    /// Keeps everybody else from writing and from removing.
    pub(super) fn writing(&self) -> MutexGuard<'_, ()> {
        let writing = self.0.writing.lock();
        writing.unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.0.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where a blob is, in the folder of all.
pub(super) fn path_in(root: &Path, id: &BlobId) -> PathBuf {
    let name = id.to_string();
    let shelf = name.get(..2).unwrap_or_default();
    root.join(shelf).join(&name)
}
