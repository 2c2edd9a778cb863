//! Attachments: files named by the digest of what is in them.
//!
//! A blob is stored before the record that names it, so a record never points at nothing. Blobs
//! are never changed. This file never knows what they mean.

use std::fmt;
use std::io::Write;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::fault::Fault;
use super::files;
use super::folder::Folder;

/// The largest blob accepted, in bytes.
pub const MAX_BLOB: usize = 50 * 1024 * 1024;

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
pub struct Blobs(Arc<Inner>);

struct Inner {
    folder: Arc<Folder>,
    /// Two puts of the same bytes must not write the same unfinished file.
    writing: Mutex<()>,
}

impl Blobs {
    pub(super) fn open(folder: Arc<Folder>) -> Result<Self, Fault> {
        files::make_folder(&folder.blobs())?;
        Ok(Self(Arc::new(Inner {
            folder,
            writing: Mutex::new(()),
        })))
    }

    /// Stores bytes and gives their name; durable when it returns. The same bytes are stored once.
    ///
    /// # Errors
    /// `TooLarge` above [`MAX_BLOB`], `Full`, `ReadOnly`, `Other`. Nothing is half stored.
    pub fn put(&self, bytes: &[u8]) -> Result<BlobId, Fault> {
        if bytes.len() > MAX_BLOB {
            return Err(Fault::too_large("a file", bytes.len(), MAX_BLOB));
        }
        let id = BlobId::of(bytes);
        let path = self.path(&id);
        let _one_at_a_time = self
            .0
            .writing
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let stored = files::read_limited(&path, MAX_BLOB).ok().flatten();
        if stored.as_deref() == Some(bytes) {
            return Ok(id);
        }
        if let Some(shelf) = path.parent() {
            files::make_folder(shelf)?;
            files::sync_folder(&self.0.folder.blobs())?;
        }
        files::replace(&path, |file| {
            file.write_all(bytes)
                .map_err(|error| Fault::at("writing", &path, error))
        })?;
        Ok(id)
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
                super::FaultKind::Damaged,
                format!("the stored file {id} is damaged"),
                "copy it back from a backup, or attach the file again",
            ))
        }
    }

    fn path(&self, id: &BlobId) -> PathBuf {
        let name = id.to_string();
        let shelf = name.get(..2).unwrap_or_default();
        self.0.folder.blobs().join(shelf).join(&name)
    }
}
