//! `files R-…`: the files that came with a request, listed, saved to a folder or printed. A name from
//! outside becomes a plain file name; nothing is ever overwritten. One that cannot be saved keeps none of the
//! others back.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::problem::IO;
use super::{Out, Place, Problem, args, show};
use crate::desk::views::{CaseFile, load_files};
use crate::text::sanitise::clean_line;

/// The longest file name that is written, in bytes: every file system takes that, encrypted ones too, with
/// room for the number of one whose name is taken.
const LONGEST: usize = 130;
/// The longest ending that a shortened name keeps, in bytes, its dot included.
const ENDING: usize = 16;

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
    match to {
        Some(folder) => save_all(place, &files, &folder, out).await?,
        None => {
            for file in &files {
                let name = clean_line(&file.name);
                out.line(&format!("{}\t{name}", file.size)).await;
            }
        }
    }
    if files.is_empty() {
        let said = place.says("said-no-files", &[("of", id.to_string().into())]);
        out.note(&said).await;
    }
    Ok(())
}

/// Saves every file that can be saved, and says at once which one cannot.
///
/// # Errors
/// How many could not.
async fn save_all(
    place: &Place,
    files: &[CaseFile],
    folder: &Path,
    out: &mut Out,
) -> Result<(), Problem> {
    let mut failed = 0;
    for file in files {
        let saved = bytes(place, file).and_then(|bytes| {
            save(folder, &safe(&file.name), &bytes).map_err(|error| {
                Problem::say(1, "plain-not-written", [])
                    .in_lang(place.lang)
                    .because(error)
            })
        });
        match saved {
            Ok(path) => out.line(&clean_line(&path.display().to_string())).await,
            Err(problem) => {
                failed += 1;
                let values = [
                    ("name", file.name.to_string().into()),
                    ("why", problem.to_string().into()),
                ];
                out.note(&place.says("said-not-saved", &values)).await;
            }
        }
    }
    match failed {
        0 => Ok(()),
        n => {
            let values = [("n", n.to_string()), ("of", files.len().to_string())];
            Err(Problem::say(IO, "plain-not-all-saved", values))
        }
    }
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
    let found = found.ok_or_else(|| {
        let values = [
            ("of", of.to_string()),
            ("files", files.len().to_string()),
            ("n", n.to_string()),
        ];
        Problem::say(1, "plain-so-many-files", values)
    })?;
    if place.terminal {
        let values = [("name", safe(&found.name))];
        return Err(Problem::say(1, "plain-file-no-text", values));
    }
    out.bytes(&bytes(place, found)?).await;
    Ok(())
}

fn bytes(place: &Place, file: &CaseFile) -> Result<Vec<u8>, Problem> {
    let gone = || Problem::say(1, "plain-file-gone", [("name", file.name.to_string())]);
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
    let cleaned: String = clean_line(name).chars().map(plain).collect();
    let cleaned = cleaned.trim().trim_start_matches('.').trim();
    if cleaned.is_empty() {
        return "file".to_owned();
    }
    if cleaned.len() <= LONGEST {
        return cleaned.to_owned();
    }
    // What it is opened with is told by its ending.
    let ending = cleaned.rfind('.').and_then(|dot| cleaned.get(dot..));
    let ending = ending.filter(|ending| ending.len() <= ENDING).unwrap_or("");
    let stem = start(cleaned, LONGEST - ending.len()).trim_end();
    format!("{stem}{ending}")
}

/// The start of a text of at most so many bytes, cut between characters.
fn start(text: &str, most: usize) -> &str {
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or(text)
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
                if let Err(error) = file.write_all(bytes) {
                    // Half a file is worse than none; why it is none is what counts.
                    let _ = std::fs::remove_file(&path);
                    return Err(error);
                }
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
        // 300 bytes and more, of one, two, three and four bytes a character.
        for sign in ["x", "é", "漢", "🗎"] {
            let long = format!("{}.pdf", sign.repeat(300));
            let short = safe(&long);
            assert!(
                short.len() <= LONGEST && short.len() > LONGEST - 8,
                "{short}"
            );
            assert!(
                short.ends_with(".pdf") && short.starts_with(sign),
                "{short}"
            );
            let endless = safe(&format!("a.{}", sign.repeat(300)));
            assert!(endless.len() <= LONGEST && endless.starts_with("a."));
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
