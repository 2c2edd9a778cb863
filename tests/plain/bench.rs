//! The program as these tests run it: a store in a folder, a house in it, and what a run came to.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::watch::{self, Watch};

const PROGRAM: &str = env!("CARGO_BIN_EXE_entremise");

/// What a run came to.
pub(super) struct Run {
    pub(super) out: String,
    pub(super) err: String,
    pub(super) code: Option<i32>,
}

impl Run {
    pub(super) fn of(output: Output) -> Run {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("not UTF-8");
        Run {
            out: text(output.stdout),
            err: text(output.stderr),
            code: output.status.code(),
        }
    }

    /// It went well, and all of `texts` are in what it said.
    #[track_caller]
    pub(super) fn says(&self, texts: &[&str]) -> &Run {
        assert_eq!(self.code, Some(0), "{}", self.err);
        for text in texts {
            assert!(self.out.contains(text), "{text:?} is not in:\n{}", self.out);
        }
        self
    }

    /// It ended with `code`, and all of `texts` are in what it complained of.
    #[track_caller]
    pub(super) fn refuses(&self, code: i32, texts: &[&str]) -> &Run {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        for text in texts {
            assert!(self.err.contains(text), "{text:?} is not in:\n{}", self.err);
        }
        self
    }
}

/// The program on the store in `data`, in English.
pub(super) fn program(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .arg("--data")
        .arg(data.join("store"))
        .args(args)
        .env_clear();
    command
        .env("HOME", data)
        .env("USER", "tester")
        .env("LANG", "en_GB.UTF-8")
        .stdin(Stdio::null());
    command
}

pub(super) fn run(data: &TempDir, args: &[&str]) -> Run {
    Run::of(watch::output(&mut program(data.path(), args)))
}

/// The same with something on its standard input.
pub(super) fn piped(data: &TempDir, args: &[&str], input: &[u8]) -> Run {
    let mut command = program(data.path(), args);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program cannot be run");
    child
        .stdin
        .take()
        .expect("it has an input")
        .write_all(input)
        .expect("it does not read");
    let _watch = Watch::over_program(format!("the end of {args:?}"), child.id());
    Run::of(child.wait_with_output().expect("it has no end"))
}

pub(super) fn empty() -> TempDir {
    tempfile::tempdir().expect("no temporary folder")
}

/// A house of Amélie Roux's.
pub(super) fn house() -> TempDir {
    let data = empty();
    let setup = [
        "setup",
        "--name",
        "Amélie Roux",
        "--house",
        "Atelier Nord",
        "--country",
        "France",
        "--domain",
        "nord.example",
    ];
    run(&data, &setup).says(&[
        "Atelier Nord is set up; Amélie Roux is the first person",
        "entremise import",
    ]);
    data
}

/// A file of the mail fixtures.
pub(super) fn fixture(name: &str) -> String {
    format!("{}/tests/mail/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A house with one mail in it.
pub(super) fn house_with_mail() -> TempDir {
    let data = house();
    run(&data, &["import", &fixture("french-plain.eml")]).says(&["1 new (R-1)"]);
    data
}

/// Nothing that would steer a terminal is in it.
#[track_caller]
pub(super) fn assert_harmless(text: &str) {
    let bad = |c: &char| {
        entremise::text::sanitise::is_forbidden(*c)
            && !matches!(c, '\n' | '\t' | '\u{200d}' | '\u{fe0f}')
    };
    let found = text.chars().find(bad);
    assert_eq!(found, None, "{text:?}");
}

/// The files below a folder, in order.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect();
    found.sort();
    found
}
