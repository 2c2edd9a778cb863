//! What keys, pastes and the mouse do to a text being written. Never draws.

use super::{Edited, Editor, Stroke, hides};
use crate::ui::kit::keys::{Chord, Input, Key, MouseKind};
use ratatui::layout::Rect;
use ratatui_textarea::{CursorMove, Input as AreaInput, Key as AreaKey, TextArea};

impl Editor {
    /// Takes one input; `area` is where the text is drawn.
    pub fn update(&mut self, input: &Input, area: Rect) -> Edited {
        self.full = None;
        match input {
            Input::Key(chord) => self.key(*chord, area),
            Input::Paste(text) => {
                self.insert(text);
                Edited::Open
            }
            Input::Mouse(mouse) if mouse.within(area) => {
                let (top, _) = self.area.scroll_offset();
                match mouse.kind {
                    MouseKind::WheelDown => self.area.scroll((3, 0)),
                    MouseKind::WheelUp => self.area.scroll((-3, 0)),
                    MouseKind::Press | MouseKind::Drag => {
                        let row = usize::from(top) + usize::from(mouse.row - area.y);
                        let to = self
                            .area
                            .screen_to_data(row, usize::from(mouse.column - area.x));
                        match mouse.kind {
                            MouseKind::Drag if !self.area.is_selecting() => {
                                self.area.start_selection()
                            }
                            MouseKind::Drag => {}
                            _ => self.area.cancel_selection(),
                        }
                        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
                        self.area
                            .move_cursor(CursorMove::Jump(small(to.0), small(to.1)));
                    }
                }
                self.last = Stroke::Other;
                Edited::Open
            }
            Input::Mouse(_) => Edited::Ignored,
        }
    }

    fn key(&mut self, chord: Chord, area: Rect) -> Edited {
        if let Some(c) = chord.typed() {
            self.letter(c);
            return Edited::Open;
        }
        match (chord.key, chord.ctrl, chord.alt) {
            (Key::Esc, ..) if self.area.is_selecting() => self.area.cancel_selection(),
            (Key::Esc, ..) => return Edited::Cancel,
            (Key::Char('s'), true, false) => return Edited::Submit,
            (Key::Char('z'), true, false) => self.undo(),
            (Key::Char('r' | 'y'), true, false) => self.redo(),
            (Key::Char('v'), true, false) => self.insert(&self.area.yank_text()),
            (Key::Enter, ..) => self.insert("\n"),
            (Key::Tab, ..) if !chord.shift => self.insert("    "),
            (Key::Char('u'), true, false) => self.erase(TextArea::delete_line_by_head),
            (Key::Char('w'), true, false) => self.erase(TextArea::delete_word),
            (Key::Backspace, true, _) | (Key::Backspace, _, true) => {
                self.erase(TextArea::delete_word)
            }
            (Key::Delete, true, _) => self.erase(TextArea::delete_next_word),
            (Key::Char('k'), true, false) => self.erase(TextArea::delete_line_by_end),
            (Key::Char('x'), true, false) => self.erase(TextArea::cut),
            (Key::Char('c'), true, false) => self.area.copy(),
            (Key::PageDown | Key::PageUp, ..) => {
                let page = i16::try_from(area.height).unwrap_or(1).max(1);
                let rows = if chord.key == Key::PageDown {
                    page
                } else {
                    -page
                };
                self.area.scroll((rows, 0));
            }
            (Key::Home, true, _) => self.area.move_cursor(CursorMove::Top),
            (Key::End, true, _) => self.to_end(),
            _ => return self.other(chord),
        }
        Edited::Open
    }

    /// Motions and the rest, as the library knows them.
    fn other(&mut self, chord: Chord) -> Edited {
        let Some(key) = area_key(chord.key) else {
            return Edited::Ignored;
        };
        let input = AreaInput {
            key,
            ctrl: chord.ctrl,
            alt: chord.alt,
            shift: chord.shift,
        };
        if self.area.input(input) {
            self.stroke(Stroke::Other, 1);
            self.measure(false);
        } else {
            self.last = Stroke::Other;
        }
        Edited::Open
    }

    fn letter(&mut self, c: char) {
        if c.is_control() || !self.fits(c.encode_utf8(&mut [0; 4])) {
            return;
        }
        let selects = self.selects();
        self.area.insert_char(c);
        let stroke = if c.is_whitespace() {
            Stroke::Blank
        } else {
            Stroke::Letter
        };
        // A word and the blanks after it are one stroke.
        match (self.last, stroke, self.done.last_mut()) {
            (Stroke::Letter, _, Some(edits)) | (Stroke::Blank, Stroke::Blank, Some(edits))
                if !selects =>
            {
                *edits += 1;
                self.undone.clear();
                self.revision += 1;
                self.last = stroke;
            }
            _ => self.stroke(stroke, 1 + usize::from(selects)),
        }
        self.bytes += c.len_utf8();
        if selects || hides(c) {
            self.measure(hides(c));
        }
    }

    fn erase(&mut self, how: fn(&mut TextArea<'static>) -> bool) {
        if how(&mut self.area) {
            self.stroke(Stroke::Other, 1);
            self.measure(false);
        }
    }
}

fn area_key(key: Key) -> Option<AreaKey> {
    Some(match key {
        Key::Char(c) => AreaKey::Char(c),
        Key::Backspace => AreaKey::Backspace,
        Key::Delete => AreaKey::Delete,
        Key::Up => AreaKey::Up,
        Key::Down => AreaKey::Down,
        Key::Left => AreaKey::Left,
        Key::Right => AreaKey::Right,
        Key::Home => AreaKey::Home,
        Key::End => AreaKey::End,
        Key::PageUp => AreaKey::PageUp,
        Key::PageDown => AreaKey::PageDown,
        Key::Enter | Key::Esc | Key::Tab | Key::Insert | Key::F(_) => return None,
    })
}
