//! What can go wrong with the index, and what a person can do about it. The house works on without search.

use std::fmt;
use std::io::ErrorKind;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};

/// The sort of a [`Problem`], for those who must act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The disk refused: full, read-only, or without the right to write. What was added since the last
    /// commit is forgotten: add it again, from [`Index::covered`](super::Index::covered), once there is room.
    Disk,
    /// Another process has the index open for writing.
    Busy,
    /// The files are not what was written. Open the index again: it starts anew.
    Damaged,
}

/// Why the index could not be opened, written or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What to do about it, for programs.
    pub kind: Kind,
    /// What happened, in one line.
    pub what: String,
    /// What a person can do.
    pub hint: &'static str,
}

impl Problem {
    pub(super) fn new(kind: Kind, what: String) -> Problem {
        let hint = match kind {
            Kind::Disk => {
                "Free some disk space, or make the search folder writable; \
                 search then catches up by itself, and everything else goes on meanwhile."
            }
            Kind::Busy => "Close the other program that has this data open.",
            Kind::Damaged => "Nothing is lost: search is rebuilt at the next start.",
        };
        Problem { kind, what, hint }
    }

    pub(super) fn from_io(doing: &str, error: &std::io::Error) -> Problem {
        Problem::new(Kind::Disk, format!("{doing}: {error}"))
    }

    /// A fault met while opening or reading: the disk may have refused, or the files are damaged.
    pub(super) fn reading(doing: &str, error: &TantivyError) -> Problem {
        let kind = match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Kind::Busy,
            TantivyError::LockFailure(LockError::IoError(_), _) => Kind::Disk,
            _ if io_kind(error).is_some_and(is_refusal) => Kind::Disk,
            _ => Kind::Damaged,
        };
        Problem::new(kind, format!("{doing}: {error}"))
    }

    /// A fault met while writing: whatever its name, the disk did not take what it was given.
    pub(super) fn writing(doing: &str, error: &TantivyError) -> Problem {
        let kind = match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Kind::Busy,
            TantivyError::DataCorruption(_) | TantivyError::IncompatibleIndex(_) => Kind::Damaged,
            _ => Kind::Disk,
        };
        Problem::new(kind, format!("{doing}: {error}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Problem {}

/// Did the disk refuse, rather than give back something wrong?
fn is_refusal(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::NotADirectory
            | ErrorKind::OutOfMemory
    )
}

fn io_kind(error: &TantivyError) -> Option<ErrorKind> {
    match error {
        TantivyError::IoError(io) => Some(io.kind()),
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. })
        | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error, .. })
        | TantivyError::OpenDirectoryError(
            OpenDirectoryError::IoError { io_error, .. }
            | OpenDirectoryError::FailedToCreateTempDir(io_error),
        ) => Some(io_error.kind()),
        TantivyError::OpenDirectoryError(OpenDirectoryError::NotADirectory(_)) => {
            Some(ErrorKind::NotADirectory)
        }
        _ => None,
    }
}
