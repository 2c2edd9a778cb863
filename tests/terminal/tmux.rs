//! Inside a real tmux, where it is installed: Esc alone, Esc with a key right behind it, and keys that come cut
//! (WKS-1). tmux waits for its own `escape-time` before it lets an Esc through, and makes one key with Alt of an Esc
//! and what follows within it.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::pty::Pty;
use super::{SIZE, house};

const PROGRAM: &str = env!("CARGO_BIN_EXE_entremise");

/// Whether tmux is here; says so loudly where it is not.
fn here() -> bool {
    let found = Command::new("tmux").arg("-V").output().is_ok();
    if !found {
        eprintln!("SKIPPED: tmux is not installed, so nothing was tried inside it");
    }
    found
}

/// The program in a tmux of its own, whose Esc waits for `escape_time` milliseconds.
fn open(data: &Path, escape_time: u32) -> Pty {
    let conf = data.join("tmux.conf");
    let text = format!("set -s escape-time {escape_time}\nset -g status off\n");
    std::fs::write(&conf, text).expect("written");
    let (conf, socket) = (
        conf.display().to_string(),
        data.join("tmux").display().to_string(),
    );
    let words = ["tmux", "-S", &socket, "-f", &conf, "new-session", PROGRAM];
    let path = std::env::var("PATH").expect("a path");
    let pty = Pty::start(&words, data, SIZE, &[("PATH", &path)]);
    pty.wait_for("R-1");
    pty
}

/// Lets time pass that belongs to the person's fingers.
fn lag(ms: u64) {
    let until = Instant::now() + Duration::from_millis(ms);
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        std::thread::park_timeout(left);
    }
}

/// A note with a text in it.
fn write(pty: &mut Pty, text: &str) {
    pty.send("N");
    pty.wait_for("Note on");
    pty.send(text);
    pty.wait_for(text);
}

#[test]
fn wks_1_escape_and_a_key_that_tmux_joins_are_both() {
    if !here() {
        return;
    }
    let data = house();
    // Longer than it usually is: this machine may be busy.
    let mut pty = open(data.path(), 3_000);
    write(&mut pty, "rappeler");
    // Esc alone comes when tmux lets it through, and the next key is that key.
    pty.send("\x1b");
    pty.wait_gone("Note on");
    pty.send("N");
    pty.wait_for("rappeler");
    // Within tmux's time Esc and a key are one key for it: they do what both do.
    joined(&mut pty, "?");
    pty.wait_for("Keys ·");
    pty.wait_gone("Note on");
    joined(&mut pty, "N");
    pty.wait_gone("Keys ·");
    pty.wait_for("rappeler");
    joined(&mut pty, "c");
    pty.wait_for("u undo");
    pty.wait_gone("Note on");
    pty.send("N");
    pty.wait_for("rappeler");
    // What moves by words within a text does so.
    joined(&mut pty, "b");
    pty.send("<");
    pty.wait_for("<rappeler");
    // Arrows that come cut are put together.
    for byte in b"\x1b[C" {
        pty.send_bytes(&[*byte]);
        lag(90);
    }
    pty.send(">");
    pty.wait_for("<r>appeler");
    pty.send("\x1b");
    pty.wait_gone("Note on");
    pty.send("\x11");
    assert_eq!(pty.end().code, 0);
}

/// Presses Esc, and a key right behind it.
fn joined(pty: &mut Pty, key: &str) {
    pty.send("\x1b");
    lag(50);
    pty.send(key);
}

#[test]
fn wks_1_escape_and_the_next_key_count_both_where_tmux_does_not_wait() {
    if !here() {
        return;
    }
    let data = house();
    let mut pty = open(data.path(), 0);
    write(&mut pty, "rappeler");
    // As fast as fingers are.
    pty.send("\x1b");
    lag(120);
    pty.send("N");
    pty.wait_for("rappeler");
    pty.send("\x1b");
    lag(120);
    pty.send("?");
    pty.wait_for("Keys ·");
    pty.send("\x1b");
    pty.wait_gone("Keys ·");
    for arrow in ["\x1b[B", "\x1bOB", "\x1b[A"] {
        pty.send(arrow);
    }
    pty.send("N");
    pty.wait_for("rappeler");
    pty.send("\x1b");
    pty.wait_gone("Note on");
    pty.send("\x11");
    assert_eq!(pty.end().code, 0);
}
