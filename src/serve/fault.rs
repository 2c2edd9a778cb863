//! What a server does when the program itself is wrong: the panic goes to the log of faults, and a line in
//! the server's own log says that there is one. Never to a terminal: somebody's screen may be on it.

use std::panic;
use std::path::Path;

use tracing::error;

use crate::session::fault::{LOG, note};

/// Watches for panics from now on, for as long as the process lives.
pub fn watch(folder: &Path) {
    let log = folder.join(LOG);
    panic::set_hook(Box::new(move |info| {
        note(&log, info);
        // What a panic says may quote what a person wrote; where it was does not.
        let at = info.location().map(ToString::to_string);
        let at = at.unwrap_or_default();
        error!(%at, details = LOG, "an error in the program");
    }));
}
