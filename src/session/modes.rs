//! The modes that a session puts a terminal in, whatever it is reached by, and the bytes that take them
//! back. Whoever has the terminal writes both, around the session's frames and never within one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The title kept, alternate screen, bracketed paste, mouse presses, drags and wheel; no cursor until there is one. Asks
/// last whether the terminal speaks the kitty keyboard protocol.
const ENTER: &str =
    "\x1b[22;2t\x1b[?1049h\x1b[?2004h\x1b[?1000h\x1b[?1002h\x1b[?1006h\x1b[?25l\x1b[?u";
/// The end of a frame that was cut, and everything of [`ENTER`] taken back.
const LEAVE: &str =
    "\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?1049l\x1b[?25h\x1b[23;2t";
/// The same for a terminal that tells keys apart; each of its screens has a mode of its own.
const LEAVE_KITTY: &str = "\x1b[?2026l\x1b[0m\x1b[<u\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?1049l\x1b[?25h\x1b[23;2t";
/// Has the terminal tell keys apart that are one byte otherwise: Esc from the beginning of a sequence,
/// `Ctrl-i` from Tab.
pub(super) const TELL_KEYS: &[u8] = b"\x1b[>1u";

/// The modes of one terminal. Clones are the same terminal.
#[derive(Clone, Debug, Default)]
pub struct Modes {
    tells_keys: Arc<AtomicBool>,
}

impl Modes {
    /// The bytes before the first frame, and after the terminal was lent to another program.
    pub fn enter(&self) -> &'static str {
        ENTER
    }

    /// The bytes behind the last frame, and before the terminal is lent. Safe at any moment and any
    /// number of times.
    pub fn leave(&self) -> &'static str {
        if self.tells_keys.swap(false, Ordering::SeqCst) {
            LEAVE_KITTY
        } else {
            LEAVE
        }
    }

    /// The terminal answered that it can tell keys apart: from now on it does. False when it was known.
    pub(super) fn tells_keys(&self) -> bool {
        !self.tells_keys.swap(true, Ordering::SeqCst)
    }
}
