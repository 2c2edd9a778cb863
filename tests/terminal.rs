//! The program in a terminal (WKS-2, WKS-7, WKS-5): it starts, survives what happens to terminals, and
//! leaves them as they were, however it ends.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/table.rs"]
mod table_of_keys;
#[path = "support/watch.rs"]
mod watch;

#[path = "terminal/asleep.rs"]
mod asleep;
#[path = "terminal/plain.rs"]
mod plain;
#[path = "terminal/table.rs"]
mod table;
#[path = "terminal/tmux.rs"]
mod tmux;
#[path = "terminal/typing.rs"]
mod typing;

use std::path::Path;
use std::time::{Duration, Instant};

use pty::Pty;
use rustix::process::Signal;
use tempfile::TempDir;

const SIZE: (u16, u16) = (100, 30);
const CTRL_L: &str = "\x0c";
const F12: &str = "\x1b[24~";

/// A house of one person, with one request.
fn house() -> TempDir {
    let data = tempfile::tempdir().expect("no temporary folder");
    let setup = [
        "setup",
        "--name",
        "Amélie Roux",
        "--house",
        "Atelier Nord",
        "--country",
        "FR",
    ];
    let mail = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail/french-plain.eml");
    for args in [&setup[..], &["import", "--quiet", mail]] {
        let done = pty::run(data.path(), args);
        assert!(
            done.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    data
}

/// The workstation, with its first screen there.
fn open(data: &TempDir) -> Pty {
    let pty = Pty::open(data.path(), SIZE, &[]);
    pty.wait_for("R-1");
    pty
}

/// Waits for the help, closes it, and leaves.
fn leave_help(pty: &mut Pty) {
    pty.wait_for("Keys ·");
    // With a key right behind it, escape would be Alt.
    pty.send("\x1b");
    pty.wait_gone("Keys ·");
    pty.send("\x11");
}

/// The last thing written puts every mode back.
fn assert_restored(end: &pty::End) {
    for mode in ["?1049", "?2004", "?1000", "?1002", "?1006"] {
        let (on, off) = (
            end.bytes.rfind(&format!("{mode}h")),
            end.bytes.rfind(&format!("{mode}l")),
        );
        assert!(
            off > on && on.is_some(),
            "{mode} is left on: {:?}",
            end.bytes
        );
    }
    assert!(
        end.bytes.rfind("?25h") > end.bytes.rfind("?25l"),
        "the cursor is left hidden"
    );
    assert!(
        end.bytes.rfind("?2026l") > end.bytes.rfind("?2026h"),
        "a frame is left open"
    );
    assert!(
        !end.screen.contains("R-1"),
        "the screen is left behind: {}",
        end.screen
    );
}

#[test]
fn wks_1_an_empty_store_asks_and_escape_leaves() {
    let data = tempfile::tempdir().expect("no temporary folder");
    let mut pty = Pty::open(data.path(), SIZE, &[]);
    pty.wait_for("Organisation");
    pty.send("\x1b");
    assert_eq!(pty.end().code, 0);
}

#[test]
fn wks_2_it_opens_leaves_and_restores_the_terminal() {
    let data = house();
    let mut pty = open(&data);
    assert_eq!(pty.modes(), [true; 3]);
    assert!(!pty.has_cursor());
    assert!(
        pty.stands_out("R-1"),
        "the selected line can be told from the others"
    );
    pty.send("\x11");
    let end = pty.end();
    assert_eq!(end.code, 0);
    assert_restored(&end);
}

#[test]
fn wks_2_it_survives_a_tiny_terminal() {
    let data = house();
    let mut pty = open(&data);
    for size in [(39, 9), (3, 1), (500, 3)] {
        pty.resize(size);
        pty.wait_gone("R-1");
    }
    pty.resize((120, 36));
    pty.wait_for("R-1");
    pty.send(CTRL_L);
    pty.send("\x11");
    assert_eq!(pty.end().code, 0);
}

#[test]
fn wks_2_frames_are_whole() {
    let data = house();
    let mut pty = open(&data);
    pty.send("jk?");
    leave_help(&mut pty);
    let end = pty.end();
    let begun = end.bytes.matches("\x1b[?2026h").count();
    // One more than frames: the last one is written on leaving, in case a frame was cut.
    assert_eq!(end.bytes.matches("\x1b[?2026l").count(), begun + 1);
    assert!(begun > 0);
}

#[test]
fn wks_2_without_colour_no_colour_is_written() {
    let data = house();
    let mut pty = Pty::open(data.path(), SIZE, &[("NO_COLOR", "1")]);
    pty.wait_for("R-1");
    assert!(
        pty.stands_out("R-1"),
        "the selected line shows without colour too"
    );
    pty.send("\x11");
    let end = pty.end();
    for colour in ["\x1b[38;", "\x1b[48;"] {
        assert!(!end.bytes.contains(colour), "{:?}", end.bytes);
    }
}

#[test]
fn wks_7_a_signal_ends_it_in_order() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::USR1, 138),
        (Signal::USR2, 140),
    ] {
        let data = house();
        let pty = open(&data);
        pty.signal(signal);
        let end = pty.end();
        assert_eq!(end.code, code);
        assert_restored(&end);
    }
}

#[test]
fn wks_2_it_sleeps_and_wakes() {
    let data = house();
    let mut pty = open(&data);
    pty.signal(Signal::STOP);
    pty.signal(Signal::CONT);
    // Nothing sleeps where no shell could wake it.
    pty.send("\x1a");
    // The terminal may have shown anything meanwhile: a key is still answered.
    pty.send("?");
    leave_help(&mut pty);
    assert_eq!(pty.end().code, 0);
}

#[test]
fn wks_7_a_panic_gives_the_terminal_back_and_says_where_the_data_is() {
    let data = house();
    let mut pty = Pty::open(data.path(), SIZE, &[("ENTREMISE_TEST_PANIC", "session")]);
    pty.wait_for("R-1");
    pty.send(F12);
    let end = pty.end();
    assert_eq!(end.code, 101);
    assert_restored(&end);
    assert!(end.screen.contains("is safe in"), "{}", end.screen);
    logged(data.path(), "asked for by a test");
}

#[test]
fn wks_7_a_panic_elsewhere_leaves_the_screen_alone() {
    let data = house();
    let mut pty = Pty::open(data.path(), SIZE, &[("ENTREMISE_TEST_PANIC", "thread")]);
    pty.wait_for("R-1");
    pty.send(F12);
    pty.send("?");
    leave_help(&mut pty);
    let end = pty.end();
    assert_eq!(end.code, 0);
    assert!(!end.bytes.contains("asked for by a test"));
    logged(data.path(), "asked for by a test");
}

/// Waits until the log of faults says so.
fn logged(data: &Path, words: &str) {
    let path = data.join("faults.log");
    let log = || std::fs::read_to_string(&path).unwrap_or_default();
    watch::until_says(&[words], log);
}

#[test]
fn wks_5_without_a_terminal_it_sums_the_house_up() {
    let data = house();
    let done = pty::run(data.path(), &[]);
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success());
    for expected in [
        "Atelier Nord",
        "Amélie Roux",
        "1  All open",
        "entremise inbox",
        "entremise help",
    ] {
        assert!(said.contains(expected), "{expected} is missing in: {said}");
    }
    assert!(!said.contains('\x1b'));
}

#[test]
fn wks_5_without_a_house_looking_makes_none() {
    let data = tempfile::tempdir().expect("no temporary folder");
    let folder = data.path().join("nothing");
    let done = pty::run(&folder, &[]);
    assert!(done.status.success());
    assert!(String::from_utf8_lossy(&done.stdout).contains("entremise setup"));
    assert!(!folder.exists());
}

#[test]
fn wks_2_what_cannot_be_meant_is_said_clearly() {
    let data = tempfile::tempdir().expect("no temporary folder");
    for (args, expected) in [
        (["--lang", "de"], "write en or fr"),
        (["--theme", "pink"], "dark, light, contrast, plain"),
    ] {
        let done = pty::run(data.path(), &args);
        assert!(!done.status.success());
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn wks_7_a_second_program_is_refused_by_name() {
    let data = house();
    let mut pty = open(&data);
    let done = pty::run(data.path(), &["inbox"]);
    assert_eq!(done.status.code(), Some(75));
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(said.contains(&format!("process {}", pty.id())), "{said}");
    pty.send("\x11");
    assert_eq!(pty.end().code, 0);
}

#[test]
fn wks_1_a_text_can_be_written_in_ones_own_editor() {
    let data = house();
    let editor = ("EDITOR", "sh -c 'printf \" avant midi\" >> \"$0\"'");
    let path = std::env::var("PATH").expect("a path");
    let mut pty = Pty::open(data.path(), SIZE, &[editor, ("PATH", &path)]);
    pty.wait_for("R-1");
    pty.send("N");
    pty.wait_for("Note on");
    pty.send("rappeler");
    pty.wait_for("rappeler");
    pty.send("\x05");
    pty.wait_for("rappeler avant midi");
    assert_eq!(pty.modes(), [true; 3]);
    pty.signal(Signal::TERM);
    let end = pty.end();
    assert_restored(&end);
    assert_eq!(
        end.bytes.matches("?1049h").count(),
        2,
        "the terminal was not handed over"
    );
}

/// WKS-7: what was typed is on the disk a moment later, and survives the hardest end there is.
#[test]
fn wks_7_a_note_being_written_survives_a_kill() {
    let data = house();
    let mut pty = open(&data);
    pty.send("N");
    pty.send("rappeler jeudi");
    pty.wait_for("rappeler jeudi");
    wait_on_disk(&data.path().join("drafts"), b"rappeler jeudi");
    pty.signal(Signal::KILL);
    assert_ne!(pty.end().code, 0);
    let mut pty = open(&data);
    pty.send("N");
    pty.wait_for("rappeler jeudi");
    pty.signal(Signal::TERM);
    assert_eq!(pty.end().code, 143);
}

/// WKS-7: killed in the middle of typing, it has all that was on the screen a moment before. How long a moment
/// is on this machine now is told by how long a letter takes to show; how often is written is held in `session`.
#[test]
fn wks_7_what_was_on_the_screen_a_moment_before_a_kill_is_there_again() {
    const LETTERS: usize = 120;
    let data = house();
    let mut pty = open(&data);
    pty.send("N");
    pty.wait_for("Note on");
    let (mut text, mut seen, mut slowest) = (String::new(), Vec::new(), Duration::ZERO);
    for n in 0..LETTERS {
        let sent = Instant::now();
        let letter = char::from(b'a' + (n * 7 % 26) as u8);
        text.push(letter);
        pty.send(&letter.to_string());
        // The end of the line is what was typed last; longer than a line nothing is.
        let tail = text.get(text.len().saturating_sub(8)..).unwrap_or(&text);
        pty.wait_for(tail);
        slowest = slowest.max(sent.elapsed());
        seen.push(Instant::now());
    }
    let killed = Instant::now();
    pty.signal(Signal::KILL);
    assert_ne!(pty.end().code, 0);
    let moment = Duration::from_millis(50) + 2 * slowest;
    let due = seen.iter().filter(|at| killed - **at >= moment).count();
    let drafts =
        entremise::desk::Desk::open(data.path(), std::sync::Arc::new(|| 1_773_133_200_000));
    let runtime = tokio::runtime::Runtime::new().expect("no runtime");
    let desk = runtime.block_on(drafts).expect("the desk does not open");
    let kept = desk.store().drafts().load(1, "note:R-1");
    let kept = kept.expect("the drafts can be read").unwrap_or_default();
    assert!(
        text.starts_with(&kept) && kept.len() >= due,
        "{} of {LETTERS} letters are there; {due} showed for {moment:?}",
        kept.len()
    );
}

/// Waits until `words` are in a file below `folder`.
fn wait_on_disk(folder: &Path, words: &[u8]) {
    watch::until("a draft on the disk", || {
        let there = || format!("nothing of the kind in {}", folder.display());
        is_on_disk(folder, words).then_some(()).ok_or_else(there)
    });
}

fn is_on_disk(folder: &Path, words: &[u8]) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            return is_on_disk(&path, words);
        }
        std::fs::read(&path)
            .is_ok_and(|bytes| bytes.windows(words.len()).any(|found| found == words))
    })
}
