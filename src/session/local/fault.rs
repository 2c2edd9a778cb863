//! What happens in a terminal when the program itself is wrong: the panic goes to a log in the data folder.
//! One on the screen's own thread gives the terminal back first and says so; one elsewhere leaves the
//! screen alone.

use std::io::{self, Write};
use std::panic;
use std::path::Path;
use std::thread;

use super::screen::Screen;
use crate::session::fault::{LOG, note};
use crate::text::sanitise::clean_line;

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
                // A panic in here would end the program without its last words.
                let _ = writeln!(
                    io::stderr(),
                    "entremise stopped because of an error. Everything you saved is safe in {place},\n\
                     and so is what you were writing; start it again to continue. Details: {LOG} there."
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
