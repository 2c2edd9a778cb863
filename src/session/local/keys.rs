//! The local keyboard, mouse and signals as a line of a session.

use std::io;

use super::editor;
use super::reader::Reader;
use super::screen::{self, Screen};
use super::signals::{Asked, Signals};
use crate::session::line::Heard;
use crate::session::typed::{Brought, Far, Pace, Typed};

/// The keyboard of this terminal.
pub(super) type Keyboard = Typed<Terminal>;

/// A keyboard that reads what is typed at this terminal.
///
/// # Errors
/// A terminal that cannot be read.
pub(super) fn keyboard(screen: Screen) -> io::Result<Keyboard> {
    let modes = screen.modes().clone();
    let terminal = Terminal {
        reader: Reader::new()?,
        signals: Signals::new()?,
        screen,
        pace: Pace::of(|name| std::env::var(name).ok()),
        asleep: false,
        look: false,
        ended: None,
    };
    Ok(Typed::new(terminal, &modes))
}

/// The terminal's bytes, and what the system says.
pub(super) struct Terminal {
    reader: Reader,
    signals: Signals,
    screen: Screen,
    pace: Pace,
    /// It is to sleep.
    asleep: bool,
    /// The size is to be looked at anew.
    look: bool,
    /// Heard already, to be told next.
    ended: Option<Heard>,
}

impl Terminal {
    fn signalled(&mut self, asked: Asked) {
        match asked {
            Asked::End(signal) => self.ended = Some(Heard::Killed(signal)),
            Asked::Sleep => self.asleep = true,
            Asked::Resized => self.look = true,
            // Somebody else had the terminal meanwhile, and left it as they liked.
            Asked::Woken => self.regain(),
        }
    }

    /// Makes the terminal ours again; one that cannot be had any more ends the session.
    fn regain(&mut self) {
        self.look = true;
        if self.screen.take().is_err() {
            self.ended = Some(Heard::Gone);
        }
    }
}

impl Far for Terminal {
    const SLEEPS: bool = true;

    fn pace(&self) -> Pace {
        self.pace
    }

    async fn bring(&mut self) -> Brought {
        loop {
            if let Some(ended) = &self.ended {
                return Brought::Heard(ended.clone());
            }
            if std::mem::take(&mut self.asleep) {
                return Brought::Heard(Heard::Sleep);
            }
            if std::mem::take(&mut self.look) {
                let (columns, rows) = screen::size();
                return Brought::Heard(Heard::Resized(columns, rows));
            }
            tokio::select! {
                biased;
                asked = self.signals.next() => self.signalled(asked),
                typed = self.reader.read() => {
                    return typed.map_or(Brought::Heard(Heard::Gone), Brought::Bytes);
                }
            }
        }
    }

    async fn edit(&mut self, text: &str) -> io::Result<Option<String>> {
        self.screen.leave();
        let edited = editor::edit(text, &mut self.signals).await;
        self.look = true;
        self.screen.take()?;
        match edited? {
            editor::Edited::Text(edited) => Ok((edited != text).then_some(edited)),
            editor::Edited::Killed(signal) => {
                self.ended = Some(Heard::Killed(signal));
                Ok(None)
            }
        }
    }

    async fn sleep(&mut self) {
        self.screen.leave();
        self.signals.sleep();
        // It is awake again.
        self.regain();
    }
}
