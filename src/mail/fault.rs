//! Why a source as a whole could not be read: which file, and what to do about it.

use super::columns::Column;
use std::{fmt, io};

/// A source, or a file of it, that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceError {
    /// There is no such file or folder.
    Missing {
        /// The path as given.
        file: String,
    },
    /// It may not be read.
    Forbidden {
        /// The path as given.
        file: String,
    },
    /// Reading failed.
    Unreadable {
        /// The path as given.
        file: String,
        /// What the system said.
        cause: String,
    },
    /// A folder that is neither a Maildir nor holds `.eml` files.
    NothingInside {
        /// The path as given.
        file: String,
    },
    /// Neither a file nor a folder.
    NotAFile {
        /// The path as given.
        file: String,
    },
    /// A table without a column that is known.
    NoKnownColumn {
        /// The path as given.
        file: String,
    },
    /// A table in UTF-16.
    NotUtf8 {
        /// The path as given.
        file: String,
    },
}

impl SourceError {
    /// Sorts an error of the system.
    pub(crate) fn unreadable(file: &str, error: &io::Error) -> Self {
        let file = file.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => SourceError::Missing { file },
            io::ErrorKind::PermissionDenied => SourceError::Forbidden { file },
            _ => SourceError::Unreadable {
                file,
                cause: error.to_string(),
            },
        }
    }

    /// Stable name, under which texts of other languages are found.
    pub fn code(&self) -> &'static str {
        match self {
            SourceError::Missing { .. } => "missing",
            SourceError::Forbidden { .. } => "forbidden",
            SourceError::Unreadable { .. } => "unreadable",
            SourceError::NothingInside { .. } => "nothing-inside",
            SourceError::NotAFile { .. } => "not-a-file",
            SourceError::NoKnownColumn { .. } => "no-known-column",
            SourceError::NotUtf8 { .. } => "not-utf8",
        }
    }

    /// The path it is about, as given.
    pub fn file(&self) -> &str {
        match self {
            SourceError::Missing { file }
            | SourceError::Forbidden { file }
            | SourceError::Unreadable { file, .. }
            | SourceError::NothingInside { file }
            | SourceError::NotAFile { file }
            | SourceError::NoKnownColumn { file }
            | SourceError::NotUtf8 { file } => file,
        }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file();
        match self {
            SourceError::Missing { .. } => write!(out, "{file}: not found. Check the path."),
            SourceError::Forbidden { .. } => {
                write!(
                    out,
                    "{file}: you are not allowed to read it. Ask its owner for permission to read it."
                )
            }
            SourceError::Unreadable { cause, .. } => {
                write!(
                    out,
                    "{file}: reading failed ({cause}). What was read before is kept; try again."
                )
            }
            SourceError::NothingInside { .. } => write!(
                out,
                "{file}: neither a Maildir (cur, new, tmp) nor a folder of .eml files. Choose the folder that holds the emails."
            ),
            SourceError::NotAFile { .. } => {
                write!(
                    out,
                    "{file}: neither a file nor a folder. To pipe an email in, write - for the file."
                )
            }
            SourceError::NoKnownColumn { .. } => write!(
                out,
                "{file}: no known column name in the first line. Known names: {}.",
                Column::proposed().join(", ")
            ),
            SourceError::NotUtf8 { .. } => {
                write!(
                    out,
                    "{file}: a table in UTF-16. Save it again as CSV in UTF-8."
                )
            }
        }
    }
}

impl std::error::Error for SourceError {}
