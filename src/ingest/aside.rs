//! What could not be read is kept: its beginning, where it stood and why, as a file of the store, so
//! that somebody can look at it. Never overwrites anything.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::domain::{Millis, Refusal};
use crate::mail::SetAside;
use crate::text::sanitise::clean_line;

/// Something that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it stood.
    pub position: String,
    /// Why, in plain English.
    pub reason: String,
    /// The stable name under which the reason has a text in every language, where it has one.
    pub code: Option<&'static str>,
    /// The figures in that text.
    pub figures: Vec<(&'static str, usize)>,
    /// Where its beginning is kept, when that could be written.
    pub kept: Option<PathBuf>,
}

impl Aside {
    pub(super) fn refused(refusal: &Refusal) -> Aside {
        Aside {
            position: String::new(),
            reason: refusal.key().to_owned(),
            code: None,
            figures: Vec::new(),
            kept: None,
        }
    }
}

/// Keeps the beginning of what was set aside under `set-aside/` of the store's folder.
pub(super) fn keep(folder: &Path, now: Millis, found: &SetAside) -> Aside {
    let mut aside = Aside {
        position: clean_line(&found.position).into_owned(),
        reason: found.reason.to_string(),
        code: Some(found.reason.code()),
        figures: Vec::new(),
        kept: None,
    };
    aside.kept = write(&folder.join("set-aside"), now, found).ok();
    aside
}

fn write(folder: &Path, now: Millis, found: &SetAside) -> std::io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for n in 0..1_000 {
        let path = folder.join(format!("{now}-{n}.txt"));
        match fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
        {
            Ok(mut file) => {
                writeln!(file, "{}\n{}\n", found.position, found.reason)?;
                file.write_all(&found.excerpt)?;
                return Ok(path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}
