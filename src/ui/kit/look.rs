//! What every `view` is given besides its own state: colours, words, number forms, the time. Nothing of it
//! changes while a frame is drawn, but where the cursor stands.

use std::cell::Cell;

use chrono::DateTime;
use chrono_tz::Tz;
use ratatui::layout::Position;

use super::formats::Formats;
use super::texts::Texts;
use super::theme::Theme;

/// Where the terminal's own cursor stands, for input methods and screen readers: the text that is being
/// written in puts it there, and a box that is drawn above takes it away.
#[derive(Debug, Default)]
pub struct Cursor(Cell<Option<Position>>);

impl Cursor {
    /// The cursor stands here.
    pub fn put(&self, at: Position) {
        self.0.set(Some(at));
    }

    /// It stands nowhere.
    pub fn hide(&self) {
        self.0.set(None);
    }

    /// Where it stands.
    pub fn at(&self) -> Option<Position> {
        self.0.get()
    }
}

/// How one session sees things.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The styles.
    pub theme: &'a Theme,
    /// The words.
    pub texts: &'a Texts,
    /// Dates, numbers and money as this language writes them.
    pub formats: &'a Formats,
    /// The instant of this frame, in the person's time zone.
    pub now: DateTime<Tz>,
    /// Where the cursor stands, once that is drawn.
    pub cursor: &'a Cursor,
}
