//! Files from outside, saved: a name becomes a plain file name, and nothing is ever overwritten.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::text::sanitise::clean_line;

/// The longest file name that is written, in bytes: every file system takes that, encrypted ones too, with
/// room for the number of one whose name is taken.
const LONGEST: usize = 130;
/// The longest ending that a shortened name keeps, in bytes, its dot included.
const ENDING: usize = 16;

/// A name that is a plain file name everywhere: no folders, no leading dot, nothing invisible.
pub(super) fn safe(name: &str) -> String {
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
pub(super) fn save(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
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
