//! `files R-…`: the files that came with a request, listed, saved to a folder or printed. A name from
//! outside becomes a plain file name; nothing is ever overwritten.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{Out, Place, Problem, args, show};
use crate::desk::views::{CaseFile, load_files};
use crate::text::sanitise::clean_line;

/// The longest file name that is written, in characters.
const LONGEST: usize = 120;

pub async fn files(place: &Place, asked: &args::Files, out: &mut Out) -> Result<(), Problem> {
    let (me, id) = (place.me()?, show::request(&asked.request)?);
    let files = load_files(&place.desk, me, id).await?;
    let files = files.map_err(|refusal| place.refused(&refusal))?;
    if let Some(n) = asked.get {
        return get(place, &files, n, &id.to_string(), out).await;
    }
    let to = match &asked.to {
        Some(folder) => Some(place.path(folder)?),
        None => None,
    };
    for file in &files {
        let name = clean_line(&file.name);
        match &to {
            None => out.line(&format!("{}\t{name}", file.size)).await,
            Some(folder) => {
                let bytes = bytes(place, file)?;
                let path = save(folder, &safe(&file.name), &bytes).map_err(|error| {
                    Problem::new(format!("{name} could not be saved")).because(error)
                })?;
                out.line(&clean_line(&path.display().to_string())).await;
            }
        }
    }
    if files.is_empty() {
        out.note(&format!("no files came with {id}")).await;
    }
    Ok(())
}

/// Prints the bytes of the `n`-th of `files`, the first is 1.
///
/// # Errors
/// There is no such one; a terminal would show it.
pub(super) async fn get(
    place: &Place,
    files: &[CaseFile],
    n: usize,
    of: &str,
    out: &mut Out,
) -> Result<(), Problem> {
    let found = n.checked_sub(1).and_then(|at| files.get(at));
    let found = found
        .ok_or_else(|| Problem::new(format!("{of} has {} files; there is no {n}", files.len())))?;
    if place.terminal {
        return Err(Problem::new(format!(
            "a file is no text for a terminal: write it somewhere, with > {}",
            safe(&found.name)
        )));
    }
    out.bytes(&bytes(place, found)?).await;
    Ok(())
}

fn bytes(place: &Place, file: &CaseFile) -> Result<Vec<u8>, Problem> {
    let gone = || {
        Problem::new(format!(
            "{} is not in the store any more",
            clean_line(&file.name)
        ))
    };
    file.bytes(&place.desk)?.ok_or_else(gone)
}

/// A name that is a plain file name everywhere: no folders, no leading dot, nothing invisible.
fn safe(name: &str) -> String {
    let plain = |c: char| {
        if c.is_control() || "/\\:*?\"<>|".contains(c) {
            '_'
        } else {
            c
        }
    };
    let cleaned: String = clean_line(name).chars().map(plain).take(LONGEST).collect();
    let cleaned = cleaned.trim().trim_start_matches('.').trim();
    if cleaned.is_empty() {
        "file".to_owned()
    } else {
        cleaned.to_owned()
    }
}

/// Writes a new file, with a number before its name when that is taken.
fn save(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    for n in 1..10_000 {
        let path = folder.join(if n == 1 {
            name.to_owned()
        } else {
            format!("{n}-{name}")
        });
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_6_a_name_from_outside_becomes_a_plain_file_name() {
        for (name, wanted) in [
            ("devis été.pdf", "devis été.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("..", "file"),
            ("", "file"),
            ("C:\\x.exe", "C__x.exe"),
        ] {
            assert_eq!(safe(name), wanted);
        }
        assert!(!safe("a\u{202e}fdp.exe\u{1b}[2J\0").contains(['\u{202e}', '\u{1b}', '\0']));
    }

    #[test]
    fn req_2_a_saved_file_never_overwrites_another() {
        let folder = tempfile::tempdir().unwrap();
        let first = save(folder.path(), "a.pdf", b"one").unwrap();
        let second = save(folder.path(), "a.pdf", b"two").unwrap();
        assert_eq!(std::fs::read(first).unwrap(), b"one");
        assert_eq!(second, folder.path().join("2-a.pdf"));
    }
}
