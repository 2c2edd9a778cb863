//! Every key of the table in a terminal, byte by byte with time between the bytes, as a remote shell brings them:
//! the notes that come of it are those of keys that come whole (WKS-1).

use std::cell::RefCell;
use std::time::{Duration, Instant};

use super::pty::Pty;
use super::table_of_keys::{Dice, KEYS, TEXT, mark, note};
use super::{SIZE, house};

/// The longest gap between two bytes of a key.
const GAP: u64 = 300;
/// What a remote shell says of its line.
const REMOTE: (&str, &str) = ("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22");

/// Lets time pass that belongs to the line.
fn lag(ms: u64) {
    let until = Instant::now() + Duration::from_millis(ms);
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        std::thread::park_timeout(left);
    }
}

/// A note with its first text.
fn open(data: &std::path::Path) -> Pty {
    let mut pty = Pty::open(data, SIZE, &[REMOTE]);
    pty.wait_for("R-1");
    pty.send("N");
    pty.wait_for("Note on");
    pty.send(TEXT);
    pty.wait_for("last");
    pty
}

#[test]
fn wks_1_every_key_that_comes_byte_by_byte_does_what_it_does_whole() {
    let data = house();
    let mut pty = open(data.path());
    let mut whole = Vec::new();
    for (place, bytes) in KEYS.iter().enumerate() {
        let mark = mark(place).to_string();
        pty.send_bytes(bytes);
        pty.send(&mark);
        let seen = RefCell::new(String::new());
        pty.wait_until(&mark, |screen| {
            let text = screen.contents();
            let marked = text.contains(&mark);
            *seen.borrow_mut() = text;
            marked
        });
        whole.push(note(&seen.into_inner()));
    }
    pty.send("\x11");
    pty.end();

    let data = house();
    let mut pty = open(data.path());
    // The line shows once what it is like.
    pty.send("\x1b");
    pty.wait_gone("Note on");
    pty.send("[A");
    pty.send("N");
    pty.wait_for("last");
    let mut dice = Dice(20_261_129);
    for (place, bytes) in KEYS.iter().enumerate() {
        for byte in *bytes {
            pty.send_bytes(&[*byte]);
            lag(dice.gap(GAP));
        }
        pty.send(&mark(place).to_string());
        let what = format!("{}: {}", bytes.escape_ascii(), whole[place]);
        pty.wait_until(&what, |screen| note(&screen.contents()) == whole[place]);
    }
    pty.send("\x1b");
    pty.wait_gone("Note on");
    pty.send("\x11");
    assert_eq!(pty.end().code, 0);
}
