//! The log of faults of the program itself: each panic, with where it came from. It is a file of its own in
//! the data folder; nothing here touches a terminal.

use std::backtrace::Backtrace;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::Path;
use std::thread;

use crate::desk::machine_clock;

/// The log's name in the data folder.
pub const LOG: &str = "faults.log";

/// A log longer than this is begun anew.
const MOST: u64 = 1024 * 1024;

/// Writes a panic down. A log that cannot be written must not make things worse.
pub fn note(log: &Path, info: &PanicHookInfo<'_>) {
    let long = std::fs::metadata(log).is_ok_and(|data| data.len() > MOST);
    let mut options = OpenOptions::new();
    options
        .create(true)
        .write(true)
        .truncate(long)
        .append(!long);
    if let Ok(mut file) = options.open(log) {
        // Not chrono's own clock: it panics before 1970, and a panic in here would be the end of everybody.
        let now = chrono::DateTime::from_timestamp_millis(machine_clock()());
        let now = now.unwrap_or_default().to_rfc3339();
        let thread = thread::current();
        let name = thread.name().unwrap_or("?");
        let version = env!("CARGO_PKG_VERSION");
        let trace = Backtrace::force_capture();
        let _ = writeln!(
            file,
            "{now} entremise {version}, thread {name}: {info}\n{trace}"
        );
    }
}

/// For the tests of all this, and in builds for them only: `F12` panics where `ENTREMISE_TEST_PANIC` says.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "it is what the tests ask for")]
pub(super) fn asked_for(heard: &super::line::Heard) {
    use super::line::Heard;
    use crate::ui::kit::keys::{Chord, Input, Key};
    if *heard != Heard::Input(Input::Key(Chord::plain(Key::F(12)))) {
        return;
    }
    match std::env::var("ENTREMISE_TEST_PANIC").as_deref() {
        Ok("session") => std::panic::panic_any("asked for by a test"),
        Ok("thread") => drop(thread::spawn(|| std::panic::panic_any("asked for by a test")).join()),
        _ => {}
    }
}
