//! The two ends of a transport: the person's side that is heard, and the screen that is written to.

use std::future::Future;
use std::io;

use crossterm::event::Event;

use crate::ui::kit::keys::Input;

/// The most bytes of one paste that are taken.
pub const MOST_PASTED: usize = 256 * 1024;

/// What came down the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A key, a click or a paste.
    Input(Input),
    /// A paste longer than [`MOST_PASTED`]: nothing of it is taken, for half a text is worse than none.
    LongPaste,
    /// The terminal has this size now: columns, rows. Everything is drawn anew, also when it is the same.
    Resized(u16, u16),
    /// The terminal can tell keys apart by the kitty keyboard protocol, and is to be asked to.
    Kitty,
    /// The person asks to put the program to sleep (`Ctrl-z`).
    Sleep,
    /// The line is cut.
    Gone,
    /// The system asks the program to end, by this signal.
    Killed(i32),
    /// The house ends the session.
    Dismissed(Farewell),
}

/// Why the house ends a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Farewell {
    /// The server is being stopped.
    Closing,
    /// The key it was opened with was revoked, or its person may no longer enter.
    Revoked,
    /// Nobody pressed a key for too long.
    Idle,
}

impl Farewell {
    /// The stable name that its text is found by.
    pub fn key(self) -> &'static str {
        match self {
            Farewell::Closing => "closing",
            Farewell::Revoked => "revoked",
            Farewell::Idle => "idle",
        }
    }
}

impl Heard {
    /// What a terminal's event says; nothing for releases, lone modifiers and changes of focus.
    pub fn from_event(event: Event) -> Option<Heard> {
        match event {
            Event::Resize(columns, rows) => Some(Heard::Resized(columns, rows)),
            Event::Paste(text) => Some(Heard::pasted(text, false)),
            other => Input::from_event(&other).map(Heard::Input),
        }
    }

    /// A paste; `cut`: more was pasted than came.
    pub fn pasted(text: String, cut: bool) -> Heard {
        if text.len() <= MOST_PASTED && !cut {
            Heard::Input(Input::Paste(text))
        } else {
            Heard::LongPaste
        }
    }

    /// Whether nothing is heard after it.
    pub fn is_end(&self) -> bool {
        match self {
            Heard::Gone | Heard::Killed(_) | Heard::Dismissed(_) => true,
            Heard::Input(_)
            | Heard::LongPaste
            | Heard::Resized(..)
            | Heard::Kitty
            | Heard::Sleep => false,
        }
    }
}

/// The person's end of a line.
pub trait Line: Send {
    /// What comes next; once [`Heard::Gone`], [`Heard::Killed`] or
    /// [`Heard::Dismissed`] came, nothing else does. Dropping the
    /// future loses nothing.
    fn next(&mut self) -> impl Future<Output = Heard> + Send;

    /// Lets the person write `text` in an editor of their own, with the terminal handed over to it;
    /// `None` when they changed nothing. Nothing is written to the screen meanwhile.
    ///
    /// # Errors
    /// A line without such an editor, or an editor that failed.
    fn edit(&mut self, text: &str) -> impl Future<Output = io::Result<Option<String>>> + Send {
        let _ = text;
        async { Err(io::Error::from(io::ErrorKind::Unsupported)) }
    }

    /// Gives the terminal back and puts the program to sleep until it is woken. Does nothing where
    /// there is no shell to go back to.
    fn sleep(&mut self) -> impl Future<Output = ()> + Send {
        async {}
    }
}

/// Where frames are written. Slow ones are given fewer frames, never a queue of them.
pub trait Sink: Send + 'static {
    /// Writes one frame, whole. It may wait for the other side as long as that takes.
    ///
    /// # Errors
    /// A line that is cut: the session ends.
    fn write(&mut self, frame: &[u8]) -> impl Future<Output = io::Result<()>> + Send;
}
