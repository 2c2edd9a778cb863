//! What is kept of events, format by format: read from each, written in the newest. Files are added, never changed;
//! `ENTREMISE_UPDATE=1` writes those that are not there yet.

use std::path::{Path, PathBuf};

use crate::desk::decode_events;
use crate::domain::Event;
use crate::domain::stored::past::Format;
use crate::journal::{FORMAT, codec};

fn bytes_of(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).expect("ascii");
        u8::from_str_radix(pair, 16).expect("hex")
    };
    digits.chunks(2).map(byte).collect()
}

fn hex_of(bytes: &[u8]) -> String {
    let lines = bytes.chunks(32).map(|line| {
        let digits: Vec<String> = line.iter().map(|byte| format!("{byte:02x}")).collect();
        digits.concat() + "\n"
    });
    lines.collect()
}

/// The folder of the events of a format.
fn folder(format: u8) -> PathBuf {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    match format {
        1 => golden,
        later => golden.join(format!("format-{later}")),
    }
}

/// A file that is kept; written with what is given if it is not there and that is asked for.
pub(super) fn file(path: &Path, now: &str) -> String {
    if std::env::var_os("ENTREMISE_UPDATE").is_some() && !path.exists() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, now).expect("written");
    }
    std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{error}: ENTREMISE_UPDATE=1 writes {}", path.display()))
}

/// Events are read from every format in which they were kept, and written as the newest has them.
#[track_caller]
pub(super) fn is_kept(name: &str, events: &[Event]) {
    let name = format!("events-{name}.hex");
    for format in 1..FORMAT {
        let Ok(hex) = std::fs::read_to_string(folder(format).join(&name)) else {
            continue;
        };
        let read = decode_events(Format(format), &bytes_of(&hex)).expect("decoded");
        assert_eq!(read, events, "format {format}");
    }
    let hex = hex_of(&codec::encode(&events).expect("encoded"));
    let kept = file(&folder(FORMAT).join(&name), &hex);
    assert_eq!(
        hex, kept,
        "format {FORMAT} keeps {name} otherwise: it needs a new format"
    );
    let read = decode_events(Format(FORMAT), &bytes_of(&kept)).expect("decoded");
    assert_eq!(read, events, "format {FORMAT}");
}

/// The events of the newest format's files, which are all there are.
pub(super) fn all_events() -> Vec<Event> {
    let files = std::fs::read_dir(folder(FORMAT)).expect("a folder");
    let files = files.map(|file| file.expect("a file").path());
    let events = files.filter(|path| path.extension().is_some_and(|is| is == "hex"));
    let read = events.flat_map(|path| {
        let hex = std::fs::read_to_string(path).expect("read");
        decode_events(Format(FORMAT), &bytes_of(&hex)).expect("events")
    });
    read.collect()
}

#[test]
fn invariant_7_a_golden_file_that_is_changed_is_noticed() {
    for format in 1..=FORMAT {
        let path = folder(format).join("events-access.hex");
        let mut bytes = bytes_of(&std::fs::read_to_string(path).expect("read"));
        let whole = decode_events(Format(format), &bytes).expect("events");
        for at in 0..bytes.len() {
            bytes[at] ^= 0x55;
            let read = decode_events(Format(format), &bytes).ok();
            assert_ne!(read.as_ref(), Some(&whole), "format {format}, byte {at}");
            bytes[at] ^= 0x55;
        }
    }
}
