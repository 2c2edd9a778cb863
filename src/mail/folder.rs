//! The mails of a folder: a Maildir (`cur` and `new`), or a folder of `.eml` files.
//!
//! Reads only: nothing is moved or marked. Sub-folders are other mailboxes and are left alone.

use super::{fault::SourceError, limits};
use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// A list of files to read, oldest name first.
pub(crate) struct Folder {
    places: Vec<PathBuf>,
    /// Name, and which place it is in; the last is read first.
    left: Vec<(OsString, usize)>,
    /// Sizes added up when the folder was listed.
    pub(crate) total: u64,
}

/// The bytes of one file.
pub(crate) enum Content {
    /// The whole of it.
    Whole(Vec<u8>),
    /// Over the limit: how it starts.
    TooLarge(Vec<u8>),
}

impl Folder {
    /// Lists the folder at `path`.
    ///
    /// # Errors
    /// When it cannot be listed, or is neither a Maildir nor has a mail in it.
    pub(crate) fn open(path: &Path) -> Result<Self, SourceError> {
        let maildir = ["cur", "new", "tmp"]
            .iter()
            .all(|name| path.join(name).is_dir());
        let places = if maildir {
            vec![path.join("cur"), path.join("new")]
        } else {
            vec![path.to_owned()]
        };
        let mut folder = Folder {
            places,
            left: Vec::new(),
            total: 0,
        };
        for at in 0..folder.places.len() {
            folder.list(at, !maildir)?;
        }
        if !maildir && folder.left.is_empty() {
            return Err(SourceError::NothingInside {
                file: path.display().to_string(),
            });
        }
        // Names of a Maildir start with the time of delivery.
        folder.left.sort_unstable_by(|a, b| b.cmp(a));
        Ok(folder)
    }

    fn list(&mut self, at: usize, only_eml: bool) -> Result<(), SourceError> {
        let Some(place) = self.places.get(at) else {
            return Ok(());
        };
        let cannot =
            |error: io::Error| SourceError::unreadable(&place.display().to_string(), &error);
        for entry in fs::read_dir(place).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            let name = entry.file_name();
            let hidden = name.as_encoded_bytes().starts_with(b".");
            let eml = Path::new(&name)
                .extension()
                .is_some_and(|end| end.eq_ignore_ascii_case("eml"));
            // A file that went away between the listing and now is no news.
            let Ok(known) = fs::metadata(entry.path()) else {
                continue;
            };
            if !hidden && known.is_file() && (eml || !only_eml) {
                self.total += known.len();
                self.left.push((name, at));
            }
        }
        Ok(())
    }

    /// The next file; `None` at the end.
    pub(crate) fn next(&mut self) -> Option<(PathBuf, Result<Content, SourceError>)> {
        loop {
            let (name, at) = self.left.pop()?;
            let path = self.places.get(at)?.join(name);
            match read(&path) {
                // A mail reader renamed or deleted it: it is found by its new name next time.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    let error = SourceError::unreadable(&path.display().to_string(), &error);
                    return Some((path, Err(error)));
                }
                Ok(content) => return Some((path, Ok(content))),
            }
        }
    }
}

fn read(path: &Path) -> io::Result<Content> {
    whole(&mut File::open(path)?)
}

/// Reads an input up to the limit.
pub(crate) fn whole(input: &mut impl Read) -> io::Result<Content> {
    let mut bytes = Vec::new();
    input
        .take(limits::MESSAGE as u64 + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() > limits::MESSAGE {
        return Ok(Content::TooLarge(limits::excerpt(&bytes)));
    }
    Ok(Content::Whole(bytes))
}
