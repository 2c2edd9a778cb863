//! What happens when the program itself is wrong: the panic goes to a log in the data folder. One on the
//! screen's own thread gives the terminal back first and says so; one elsewhere leaves the screen alone.

use std::backtrace::Backtrace;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::thread;

use super::screen::Screen;
use crate::text::sanitise::clean_line;

/// The log's name in the data folder.
const LOG: &str = "faults.log";

/// A log longer than this is begun anew.
const MOST: u64 = 1024 * 1024;

/// Watches for panics until it is dropped.
pub(super) struct Watch;

impl Watch {
    pub(super) fn begin(screen: Screen, folder: &Path) -> Watch {
        let (log, folder) = (folder.join(LOG), folder.to_owned());
        let own = thread::current().id();
        panic::set_hook(Box::new(move |info| {
            if thread::current().id() == own {
                screen.leave();
                let place = clean_line(&folder.display().to_string()).into_owned();
                eprintln!(
                    "entremise stopped on a fault of its own. Everything recorded is safe in {place},"
                );
                eprintln!(
                    "with what you were writing; start it again to go on. Details: {LOG} there."
                );
            }
            note(&log, info);
        }));
        Watch
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if !thread::panicking() {
            drop(panic::take_hook());
        }
    }
}

/// A log that cannot be written must not make things worse.
fn note(log: &PathBuf, info: &PanicHookInfo<'_>) {
    let long = std::fs::metadata(log).is_ok_and(|data| data.len() > MOST);
    let mut options = OpenOptions::new();
    options
        .create(true)
        .write(true)
        .truncate(long)
        .append(!long);
    if let Ok(mut file) = options.open(log) {
        let now = chrono::Utc::now().to_rfc3339();
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
pub(super) fn asked_for(heard: &crate::session::line::Heard) {
    use crate::session::line::Heard;
    use crate::ui::kit::keys::{Chord, Input, Key};
    if *heard != Heard::Input(Input::Key(Chord::plain(Key::F(12)))) {
        return;
    }
    match std::env::var("ENTREMISE_TEST_PANIC").as_deref() {
        Ok("session") => panic::panic_any("asked for by a test"),
        Ok("thread") => drop(thread::spawn(|| panic::panic_any("asked for by a test")).join()),
        _ => {}
    }
}
