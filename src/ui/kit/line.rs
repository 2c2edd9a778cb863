//! One line of typing: the heart of fields, prompts, pickers and filters. Keeps what was typed
//! as it was, except control characters, which are never taken in; draws it sanitised.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::keys::{Chord, Input, Key};
use super::look::Look;
use super::paint;
use crate::text::{fit, sanitise};

/// Characters one line may hold.
pub const MOST: usize = 3_000;

/// A line being typed, with its cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    text: String,
    /// Byte offset, always between graphemes.
    cursor: usize,
}

/// What an input did to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The text changed.
    Changed,
    /// Only the cursor did, or nothing could.
    Moved,
    /// Not an input for a line.
    Ignored,
}

impl Line {
    /// A line holding `text`, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Empties it.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes one input.
    pub fn update(&mut self, input: &Input) -> Typed {
        match input {
            Input::Key(chord) => self.key(*chord),
            Input::Paste(text) => self.insert(text),
            Input::Mouse(_) => Typed::Ignored,
        }
    }

    fn key(&mut self, chord: Chord) -> Typed {
        if let Some(c) = chord.typed() {
            return self.insert(c.encode_utf8(&mut [0; 4]));
        }
        let by_word = chord.ctrl || chord.alt;
        match (chord.key, chord.ctrl, chord.alt) {
            (Key::Left, ..) if by_word => self.go(self.word_left()),
            (Key::Right, ..) if by_word => self.go(self.word_right()),
            (Key::Left, ..) => self.go(self.left()),
            (Key::Right, ..) => self.go(self.right()),
            (Key::Home, ..) | (Key::Char('a'), true, false) => self.go(0),
            (Key::End, ..) | (Key::Char('e'), true, false) => self.go(self.text.len()),
            (Key::Char('b'), false, true) => self.go(self.word_left()),
            (Key::Char('f'), false, true) => self.go(self.word_right()),
            (Key::Backspace, ..) if by_word => self.cut(self.word_left(), self.cursor),
            (Key::Char('w'), true, false) => self.cut(self.word_left(), self.cursor),
            (Key::Backspace, ..) => self.cut(self.left(), self.cursor),
            (Key::Delete, ..) if by_word => self.cut(self.cursor, self.word_right()),
            (Key::Char('d'), false, true) => self.cut(self.cursor, self.word_right()),
            (Key::Delete, ..) => self.cut(self.cursor, self.right()),
            (Key::Char('u'), true, false) => self.cut(0, self.cursor),
            (Key::Char('k'), true, false) => self.cut(self.cursor, self.text.len()),
            _ => Typed::Ignored,
        }
    }

    /// Puts `text` in at the cursor; line breaks and tabs become spaces, other control
    /// characters are left out, and what exceeds [`MOST`] is not taken.
    fn insert(&mut self, text: &str) -> Typed {
        let room = MOST.saturating_sub(self.text.chars().count());
        let taken: String = text
            .trim_end_matches(['\r', '\n'])
            .chars()
            .map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c })
            .filter(|c| !c.is_control())
            .take(room)
            .collect();
        if taken.is_empty() {
            return Typed::Moved;
        }
        self.text.insert_str(self.cursor, &taken);
        self.cursor += taken.len();
        // What was put in may have joined the grapheme after it.
        let at = self.cursor;
        self.cursor = bounds(&self.text)
            .find(|&b| b >= at)
            .unwrap_or(self.text.len());
        Typed::Changed
    }

    fn go(&mut self, to: usize) -> Typed {
        self.cursor = to;
        Typed::Moved
    }

    fn cut(&mut self, from: usize, to: usize) -> Typed {
        if from >= to {
            return Typed::Moved;
        }
        self.text.replace_range(from..to, "");
        self.cursor = from;
        let at = self.cursor;
        self.cursor = bounds(&self.text).rfind(|&b| b <= at).unwrap_or(0);
        Typed::Changed
    }

    fn left(&self) -> usize {
        bounds(&self.text).rfind(|&b| b < self.cursor).unwrap_or(0)
    }

    fn right(&self) -> usize {
        let cursor = self.cursor;
        bounds(&self.text)
            .find(|&b| b > cursor)
            .unwrap_or(self.text.len())
    }

    fn word_left(&self) -> usize {
        let mut starts = self.text.unicode_word_indices().map(|(i, _)| i);
        starts.rfind(|&i| i < self.cursor).unwrap_or(0)
    }

    fn word_right(&self) -> usize {
        let mut ends = self.text.unicode_word_indices().map(|(i, w)| i + w.len());
        ends.find(|&i| i > self.cursor).unwrap_or(self.text.len())
    }

    /// Draws it in the first row of `area`, scrolled so that the cursor shows; `hint` when it is
    /// empty. Only a `focused` line shows its cursor.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>, hint: &str, focused: bool) {
        let area = paint::row(area, 0).intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let theme = look.theme;
        let style = if focused {
            theme.input_focused
        } else {
            theme.input
        };
        paint::fill(buf, area, style);
        let before = sanitise::clean_line(self.text.get(..self.cursor).unwrap_or_default());
        let after = sanitise::clean_line(self.text.get(self.cursor..).unwrap_or_default());
        if self.text.is_empty() {
            paint::text(
                buf,
                paint::from(area, u16::from(focused)),
                hint,
                theme.faint,
            );
        }
        // Room for the cursor at the end; what is left of the window is marked.
        let room = usize::from(area.width.saturating_sub(1));
        let shown = if fit::width(&before) <= room {
            before.as_ref()
        } else {
            fit::suffix(&before, room.saturating_sub(1))
        };
        let cut = shown.len() < before.len();
        let mut used = u16::from(cut);
        if cut {
            paint::text(buf, area, fit::ELLIPSIS, theme.faint);
        }
        used += paint::text(buf, paint::from(area, used), shown, style);
        let rest = paint::from(area, used);
        if !after.is_empty() {
            paint::text(buf, rest, &after, style);
        }
        if focused && rest.width > 0 {
            look.cursor.put(rest.as_position());
            let wide = after
                .graphemes(true)
                .next()
                .map_or(1, paint::columns)
                .clamp(1, rest.width);
            buf.set_style(
                Rect {
                    width: wide,
                    ..rest
                },
                theme.cursor,
            );
        }
    }
}

/// Byte offsets between the graphemes of `text`, its ends included.
fn bounds(text: &str) -> impl DoubleEndedIterator<Item = usize> + '_ {
    text.grapheme_indices(true)
        .map(|(i, _)| i)
        .chain([text.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(script: &str) -> Line {
        let mut line = Line::default();
        for input in Input::script(script) {
            line.update(&input);
        }
        line
    }

    #[test]
    fn wks_1_moves_and_cuts_by_letter_and_word() {
        for (script, text) in [
            ("Bonjour Space Paul Ctrl-w X", "Bonjour X"),
            ("abc Left Left Delete", "ac"),
            ("abc Home x End y", "xabcy"),
            ("one Space two Ctrl-Left x", "one xtwo"),
            ("one Space two Home Alt-d", " two"),
            ("one Ctrl-u two", "two"),
            ("onetwo Left Left Left Ctrl-k", "one"),
            ("a Backspace Backspace", ""),
        ] {
            assert_eq!(typed(script).text(), text, "{script}");
        }
    }

    #[test]
    fn wks_2_a_grapheme_is_one_step() {
        let mut line = Line::new("e\u{301}👩\u{200d}👧");
        line.update(&Input::Key(Chord::plain(Key::Backspace)));
        assert_eq!(line.text(), "e\u{301}");
        line.update(&Input::Key(Chord::plain(Key::Backspace)));
        assert_eq!(line.text(), "");
    }

    #[test]
    fn wks_6_no_control_character_is_taken_in_and_length_is_limited() {
        let mut line = Line::default();
        line.update(&Input::Paste("a\x1b[31mb\r\nc\td\n".to_owned()));
        assert_eq!(line.text(), "a[31mb c d");
        line.update(&Input::Paste("x".repeat(5_000)));
        assert_eq!(line.text().chars().count(), MOST);
    }
}
