//! The multi-line editor: soft wrap, word motions, selection, undo and redo by strokes, paste.
//! Keeps what was written as it was, except control characters, which are never taken in; what
//! is invisible is counted below the text, and nothing unsafe is drawn. Never saves: it says
//! when there is something to save.

mod keys;
mod strokes;
mod view;

use ratatui::style::{Modifier, Style};
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::text::sanitise;

/// Bytes a text may have.
pub const MOST_BYTES: usize = 1 << 20;
/// Lines a text may have.
pub const MOST_LINES: usize = 10_000;
/// Edits that can be taken back.
const EDITS: usize = 5_000;
/// Marks of the library's cursor and selection, replaced by the theme's when drawn.
const CURSOR: Modifier = Modifier::SLOW_BLINK;
const SELECTION: Modifier = Modifier::RAPID_BLINK;

/// What an input did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// Still writing.
    Open,
    /// `Ctrl-s`: done with it.
    Submit,
    /// `Esc`: one step back; the text stays in the editor.
    Cancel,
    /// Not an input for an editor.
    Ignored,
}

/// What the last input could not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Full {
    Bytes,
    Lines,
}

/// What was done, for undo by strokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stroke {
    Letter,
    Blank,
    Other,
}

/// A text being written.
pub struct Editor {
    area: TextArea<'static>,
    bytes: usize,
    full: Option<Full>,
    hidden: Vec<char>,
    revision: u64,
    saved: u64,
    /// Library edits per stroke that can be taken back, and per stroke taken back.
    done: Vec<usize>,
    undone: Vec<usize>,
    last: Stroke,
}

impl Editor {
    /// An editor holding `text`, the cursor at its start. Too long a text is cut at the limits.
    pub fn new(text: &str) -> Self {
        let mut end = text.len().min(MOST_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let kept = keepable(text.get(..end).unwrap_or_default());
        let lines: Vec<String> = kept
            .split('\n')
            .take(MOST_LINES)
            .map(str::to_owned)
            .collect();
        let full = match (end < text.len(), kept.split('\n').count() > MOST_LINES) {
            (true, _) => Some(Full::Bytes),
            (false, true) => Some(Full::Lines),
            (false, false) => None,
        };
        let mut area = TextArea::new(lines);
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_max_histories(EDITS);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new().add_modifier(CURSOR));
        area.set_selection_style(Style::new().add_modifier(SELECTION));
        let mut editor = Self {
            area,
            bytes: 0,
            full,
            hidden: Vec::new(),
            revision: 0,
            saved: 0,
            done: Vec::new(),
            undone: Vec::new(),
            last: Stroke::Other,
        };
        editor.measure(true);
        editor
    }

    /// What was written, lines separated by `\n`.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Goes up with every change; give it back to [`Editor::saved`] once that text is safe.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The text of `revision` has been saved as a draft.
    pub fn saved(&mut self, revision: u64) {
        self.saved = self.saved.max(revision);
    }

    /// Whether there is something to save.
    pub fn dirty(&self) -> bool {
        self.revision != self.saved
    }

    /// The cursor's line, from 1, and how many there are.
    pub fn line(&self) -> (usize, usize) {
        (self.area.cursor().0 + 1, self.area.lines().len())
    }

    /// Puts `text` in at the cursor, as one stroke: a template, a quotation.
    pub fn insert(&mut self, text: &str) {
        let text = keepable(text);
        if text.is_empty() || !self.fits(&text) {
            return;
        }
        let edits = 1 + usize::from(self.selects());
        if self.area.insert_str(&text) {
            self.stroke(Stroke::Other, edits);
            self.measure(text.chars().any(hides));
        }
    }

    /// Puts `text` in the place of everything, as one stroke that can be taken back. The cursor stays as far
    /// from the end as it was. Yields whether there was room for it.
    pub fn replace(&mut self, text: &str) -> bool {
        let text = keepable(text);
        let lines = text.split('\n').count();
        self.full = match (text.len() > MOST_BYTES, lines > MOST_LINES) {
            (true, _) => Some(Full::Bytes),
            (false, true) => Some(Full::Lines),
            (false, false) => None,
        };
        if self.full.is_some() {
            return false;
        }
        let (row, column) = (self.area.cursor().0, self.area.cursor().1);
        let below = self.area.lines().len() - row;
        let last = self.area.lines().last().map_or(0, |l| l.chars().count());
        let at_end = below == 1 && column >= last;
        self.area.cancel_selection();
        self.area.select_all();
        let edits = usize::from(self.selects()) + usize::from(!text.is_empty());
        self.area.insert_str(&text);
        self.area.cancel_selection();
        if edits > 0 {
            self.stroke(Stroke::Other, edits);
            self.measure(true);
        }
        if at_end {
            self.to_end();
        } else {
            let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
            let row = lines.saturating_sub(below);
            self.area
                .move_cursor(CursorMove::Jump(small(row), small(column)));
        }
        true
    }

    /// Puts the cursor at the end.
    pub fn to_end(&mut self) {
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// Whether something is selected.
    pub fn selects(&self) -> bool {
        self.area
            .selection_range()
            .is_some_and(|(from, to)| from != to)
    }

    fn fits(&mut self, text: &str) -> bool {
        let lines = text.bytes().filter(|&b| b == b'\n').count();
        self.full = if self.bytes + text.len() > MOST_BYTES {
            Some(Full::Bytes)
        } else if lines > 0 && self.area.lines().len() + lines > MOST_LINES {
            Some(Full::Lines)
        } else {
            None
        };
        self.full.is_none()
    }

    /// Counts bytes again, and invisible characters when some may have come or gone.
    fn measure(&mut self, came: bool) {
        let lines = self.area.lines();
        self.bytes = lines
            .iter()
            .map(|l| l.len() + 1)
            .sum::<usize>()
            .saturating_sub(1);
        if came || !self.hidden.is_empty() {
            self.hidden = lines
                .iter()
                .flat_map(|l| l.chars())
                .filter(|&c| hides(c))
                .collect();
        }
    }
}

/// Whether `c` would not be seen in the text. Parts of emoji are let be.
fn hides(c: char) -> bool {
    !matches!(c, '\n' | '\t' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}') && sanitise::is_forbidden(c)
}

/// What may be kept of a text: line ends as `\n`, tabs, and no other control character.
fn keepable(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    unix.chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .collect()
}

#[cfg(test)]
#[path = "editor_tests.rs"]
mod tests;
