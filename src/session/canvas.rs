//! From the screen's program to bytes: what changed since the last frame, in one piece between the marks
//! of a synchronised update. It knows the terminal's size and cursor itself and never asks for them.

use std::borrow::Cow;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::ansi;
use super::modes::TELL_KEYS;
use super::packed::Packed;
use super::signals::Signals;
use crate::text::signs::Signs;
use crate::ui::App;

/// The widest screen that is drawn; the rest of a wider one stays empty.
pub const MOST_COLUMNS: u16 = 400;
/// The highest screen that is drawn.
pub const MOST_ROWS: u16 = 150;

/// A size that can be drawn: what is too large is cut, what is unknown (0) becomes 80×24.
pub fn fitting(columns: u16, rows: u16) -> (u16, u16) {
    if columns == 0 || rows == 0 {
        return (80, 24);
    }
    (columns.min(MOST_COLUMNS), rows.min(MOST_ROWS))
}

/// What the terminal shows, as far as it was told. At rest it is packed: cells are made when it is drawn, for sessions
/// rest most of the time and there are many.
pub struct Canvas {
    area: Rect,
    shown: Packed,
    /// The characters the terminal can show.
    signs: Signs,
    /// Where the cursor is; hidden when nowhere.
    cursor: Option<Position>,
    /// Nothing that was drawn counts any more.
    anew: bool,
    /// The terminal is to be asked to tell keys apart.
    tell_keys: bool,
    /// What it is told beside what it shows.
    pub(super) signals: Signals,
}

impl Canvas {
    /// Returns one of which nothing is known; `steers`: the terminal takes a title and more.
    pub fn new(size: (u16, u16), signs: Signs, steers: bool) -> Canvas {
        Canvas {
            area: Rect::new(0, 0, size.0, size.1),
            shown: Packed::default(),
            signs,
            cursor: None,
            anew: true,
            tell_keys: false,
            signals: Signals::new(steers),
        }
    }

    /// The terminal has another size: everything is drawn anew.
    pub(super) fn resize(&mut self, size: (u16, u16)) {
        self.area = Rect::new(0, 0, size.0, size.1);
        self.shown = Packed::default();
        self.cursor = None;
        self.anew = true;
    }

    /// The terminal may show something else: everything is drawn anew.
    pub(super) fn forget(&mut self) {
        self.anew = true;
    }

    /// Another program had the terminal: everything is drawn anew, and it is not known what it can do.
    pub(super) fn regain(&mut self) {
        self.tell_keys = false;
        self.signals.forget();
        self.forget();
    }

    /// Has the next frame ask the terminal to tell keys apart.
    pub(super) fn tell_keys(&mut self) {
        self.tell_keys = true;
    }

    /// Draws, and appends what is to be written to `frame`: nothing when nothing changed. What is drawn is
    /// sealed as it is packed: no cell can steer the terminal.
    ///
    /// # Errors
    /// What writing to memory fails for: nothing.
    pub fn draw(&mut self, app: &App, frame: &mut Vec<u8>) -> std::io::Result<()> {
        if self.signs != app.signs() {
            self.signs = app.signs();
            self.anew = true;
        }
        let (mut next, cursor) = app.draw(self.area);
        let cursor = cursor.filter(|at| next.area.contains(*at));
        self.spell(&mut next);
        let mut title = app.title();
        if self.signs != Signs::All {
            let signs = title.graphemes(true).map(|sign| self.signs.show(sign));
            title = signs.collect();
        }
        self.write(&mut next, cursor, &title, frame)
    }

    /// Has every cell show what the terminal can.
    fn spell(&self, next: &mut Buffer) {
        if self.signs == Signs::All {
            return;
        }
        for cell in &mut next.content {
            if let Cow::Owned(other) = self.signs.show(cell.symbol()) {
                cell.set_symbol(&other);
            }
        }
    }

    fn write(
        &mut self,
        next: &mut Buffer,
        cursor: Option<Position>,
        title: &str,
        frame: &mut Vec<u8>,
    ) -> std::io::Result<()> {
        if self.anew {
            self.shown = Packed::default();
        }
        let mut packed = Packed::like(&self.shown);
        packed.pack(next);
        let changes = packed.changes(&self.shown, next);
        let draws = self.anew || !changes.is_empty();
        let tells = self.signals.wait(title);
        if !draws && cursor == self.cursor && !self.tell_keys && !tells {
            return Ok(());
        }
        queue!(frame, BeginSynchronizedUpdate)?;
        self.signals.write(title, frame)?;
        if std::mem::take(&mut self.tell_keys) {
            frame.extend_from_slice(TELL_KEYS);
        }
        if draws && (self.anew || self.cursor.is_some()) {
            queue!(frame, Hide)?;
            self.cursor = None;
        }
        if self.anew {
            frame.extend_from_slice(b"\x1b[0m");
            queue!(frame, Clear(ClearType::All))?;
        }
        if draws {
            ansi::write(frame, changes.into_iter())?;
        }
        match (cursor, self.cursor) {
            (Some(at), before) => {
                queue!(frame, MoveTo(at.x, at.y))?;
                if before.is_none() {
                    queue!(frame, Show)?;
                }
            }
            (None, Some(_)) => queue!(frame, Hide)?,
            (None, None) => {}
        }
        queue!(frame, EndSynchronizedUpdate)?;
        self.cursor = cursor;
        self.anew = false;
        packed.shrink();
        self.shown = packed;
        Ok(())
    }
}
