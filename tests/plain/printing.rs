//! Output that cannot be written (WKS-5): a full disk is told with status 74, a reader that goes away ends a
//! command quietly. Neither is a success that was none, nor a panic.

use std::fs::File;
use std::process::Stdio;

use tempfile::TempDir;

use super::{Run, house, piped, program, run, watch};

/// The program with its output going to a full disk.
fn full(data: &TempDir, args: &[&str]) -> Run {
    let full = File::options().write(true).open("/dev/full");
    let mut command = program(data.path(), args);
    command
        .stdout(full.expect("no /dev/full"))
        .stderr(Stdio::piped());
    let child = command.spawn().expect("the program cannot be run");
    let _watch = watch::Watch::over_program(format!("the end of {args:?}"), child.id());
    Run::of(child.wait_with_output().expect("it has no end"))
}

/// The program with an output that nobody reads.
fn unread(data: &TempDir, args: &[&str]) -> Run {
    let (read, write) = std::io::pipe().expect("no pipe");
    drop(read);
    let mut command = program(data.path(), args);
    command.stdout(write).stderr(Stdio::piped());
    let child = command.spawn().expect("the program cannot be run");
    drop(command);
    let _watch = watch::Watch::over_program(format!("the end of {args:?}"), child.id());
    Run::of(child.wait_with_output().expect("it has no end"))
}

fn with_a_file() -> TempDir {
    let data = house();
    let mail = "From: Zoé <zoe@client.example>\nSubject: files\nMessage-ID: <f@x>\nMIME-Version: 1.0\n\
        Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello.\n\
        --b\nContent-Disposition: attachment; filename=\"a.txt\"\n\ncontent\n--b--\n";
    piped(&data, &["import", "--quiet", "-"], mail.as_bytes()).says(&["1 new"]);
    let prices = include_bytes!("../../assets/prices/ateliers.toml");
    piped(&data, &["prices", "-"], prices).says(&["Price lists saved"]);
    data
}

/// All that print something.
const PRINTS: [&[&str]; 19] = [
    &["lists"],
    &[],
    &["inbox"],
    &["inbox", "--json"],
    &["show", "R-1"],
    &["history", "R-1"],
    &["files", "R-1"],
    &["files", "R-1", "--get", "1"],
    &["routing"],
    &["prices"],
    &["terms"],
    &["whoami"],
    &["person", "list"],
    &["keys"],
    &["verify"],
    &["tidy"],
    &["host-key"],
    &["--help"],
    &["recover"],
];

/// WKS-5 WKS-7: what cannot be written to a full disk is no success.
#[test]
fn wks_5_wks_7_a_full_disk_behind_the_output_is_told() {
    let data = with_a_file();
    run(&data, &["host-key", "--new"]).says(&["now"]);
    for args in PRINTS {
        run(&data, args).says(&[]);
        full(&data, args).refuses(74, &["could not be written", "No space left"]);
    }
    full(&data, &["--version"]).refuses(74, &["could not be written"]);
}

/// WKS-5: a reader that went away before anything was said ends each of them without a word.
#[test]
fn wks_5_a_reader_that_never_read_ends_every_command_quietly() {
    let data = with_a_file();
    run(&data, &["host-key", "--new"]).says(&["now"]);
    for args in PRINTS {
        let ended = unread(&data, args);
        assert_eq!((ended.code, &*ended.err), (Some(0), ""), "{args:?}");
    }
}
