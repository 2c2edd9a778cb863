//! Faults: what can go wrong between this program and its files, in words a person can act on.
//!
//! A fault is never a refusal of the house's rules; those are values of the domain. This file
//! never prints and never decides what happens next.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// What sort of trouble a [`Fault`] is, for code that must choose what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Another process has the data folder open.
    InUse,
    /// Stored bytes are not what was written.
    Damaged,
    /// The bytes were written by a newer version of this program.
    NewerFormat,
    /// The folder or the file system cannot be written.
    ReadOnly,
    /// The disk, the quota or the file size limit is used up.
    Full,
    /// One thing is larger than this store accepts.
    TooLarge,
    /// Anything else the system reports.
    Other,
}

/// Something went wrong with stored data: what, and what a person can do about it.
///
/// Shown as `what: hint`, both plain English. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The sort of trouble.
    pub kind: FaultKind,
    /// What happened, without a full stop.
    pub what: String,
    /// What to do, without a full stop.
    pub hint: String,
    cause: Option<Arc<dyn Error + Send + Sync>>,
}

impl Fault {
    /// A fault with no deeper cause.
    pub fn new(kind: FaultKind, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            kind,
            what: what.into(),
            hint: hint.into(),
            cause: None,
        }
    }

    /// The same fault, remembering what the library or the system said.
    #[must_use]
    pub fn because(mut self, cause: impl Error + Send + Sync + 'static) -> Self {
        self.cause = Some(Arc::new(cause));
        self
    }

    /// Returns what people may be told who work at the store from elsewhere: the same trouble, without the
    /// names of files and folders. Its cause is for the log alone.
    #[must_use]
    pub fn for_people(&self) -> Self {
        let named = self.what.contains('/') || self.hint.contains('/');
        let (what, hint) = match self.kind {
            FaultKind::TooLarge | FaultKind::Damaged if !named => (&*self.what, &*self.hint),
            FaultKind::Full => (
                "the disk is full",
                "free some space, then try again; nothing has to be restarted",
            ),
            FaultKind::ReadOnly => (
                "the disk cannot be written to",
                "tell the person who runs the server",
            ),
            FaultKind::Damaged => (
                "some stored data cannot be read",
                "tell the person who runs the server; `entremise verify` says more",
            ),
            FaultKind::InUse => ("another program is using the data", "try again later"),
            FaultKind::NewerFormat => (
                "some data was saved by a newer version of entremise",
                "ask for this one to be upgraded",
            ),
            FaultKind::TooLarge => ("this is too large to save", "make it smaller"),
            FaultKind::Other => (
                "the disk or the system failed",
                "try again, and tell the person who runs the server",
            ),
        };
        Self::new(self.kind, what, hint)
    }

    /// What the system said while `doing` something, as a fault with a fitting hint.
    pub(super) fn io(doing: &str, error: io::Error) -> Self {
        let (kind, hint) = advice(error.kind());
        Self::new(kind, format!("{doing} failed ({error})"), hint).because(error)
    }

    /// The same, naming the file or folder.
    pub(super) fn at(doing: &str, path: &Path, error: io::Error) -> Self {
        Self::io(&format!("{doing} {}", path.display()), error)
    }

    /// Stored bytes under `folder` are wrong; the way out is a recovery.
    pub(super) fn damaged(folder: &Path, what: impl Into<String>) -> Self {
        Self::new(
            FaultKind::Damaged,
            what,
            format!(
                "run `entremise recover --data {}`; it keeps a copy of the present files",
                folder.display()
            ),
        )
    }

    /// `thing` was written in a format this version does not know yet.
    pub(super) fn newer(thing: impl fmt::Display) -> Self {
        Self::new(
            FaultKind::NewerFormat,
            format!("{thing} was written by a newer version of entremise"),
            "upgrade entremise, then open it again",
        )
    }

    /// `thing` has `size` bytes and only `limit` are accepted.
    pub(super) fn too_large(thing: impl fmt::Display, size: usize, limit: usize) -> Self {
        Self::new(
            FaultKind::TooLarge,
            format!("{thing} has {size} bytes; at most {limit} are accepted"),
            "make it smaller, or attach it as a file",
        )
    }
}

/// The kind and the hint for what the system reports.
pub(super) fn advice(kind: io::ErrorKind) -> (FaultKind, &'static str) {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            (FaultKind::Full, "free some space or raise the quota")
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
            FaultKind::ReadOnly,
            "make the folder writable for this user, or use --data for another store",
        ),
        _ => (
            FaultKind::Other,
            "check the disk and the folder, then start entremise again",
        ),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.hint)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause
            .as_ref()
            .map(|cause| cause.as_ref() as &(dyn Error + 'static))
    }
}
