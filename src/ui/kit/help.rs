//! `?` — all keys of this place by task, from the binding tables, found as one types; the selected one whole below
//! them, or why it cannot be done now; the signs of the place with what they mean. Never runs anything itself.

use super::binding::{Entry, Ready};
use super::help_view::{self, Sheet};
use super::keys::{Input, Key, MouseKind};
use super::line::{Line, Typed};
use super::look::Look;
use super::naming::Naming;
use super::task::Task;
use super::texts::Texts;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What an input did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Helped {
    /// It stays.
    Open,
    /// It goes.
    Closed,
    /// It goes, and this is to be done: place and binding.
    Run(&'static str, &'static str),
}

/// What a sign means: the sign and the text that says so.
pub type Sign = (&'static str, &'static str);

/// The keys and signs of a place.
#[derive(Debug, Clone)]
pub struct Help {
    /// The name of the place.
    pub(super) place: String,
    pub(super) entries: Vec<Entry>,
    pub(super) signs: Vec<Sign>,
    naming: Naming,
    pub(super) line: Line,
    /// The entries that are shown, in their order.
    pub(super) shown: Vec<usize>,
    /// The position among them of the selected one.
    pub(super) at: usize,
    /// Whether the signs are shown in place of the keys.
    pub(super) on_signs: bool,
}

impl Help {
    /// Over the entries of the place `place`, the nearest first, and its signs.
    pub fn new(place: String, sections: Vec<Vec<Entry>>, signs: Vec<Sign>, texts: &Texts) -> Self {
        let entries = sections.into_iter().flatten();
        let mut entries: Vec<Entry> = entries.filter(|e| e.ready != Ready::Hidden).collect();
        entries.sort_by_key(Task::of);
        let mut help = Self {
            place,
            signs,
            naming: Naming::new(&entries, texts),
            line: Line::default(),
            shown: Vec::new(),
            at: 0,
            on_signs: false,
            entries,
        };
        help.search();
        help
    }

    fn search(&mut self) {
        self.at = 0;
        self.shown = match self.is_searched() {
            true => {
                let found = self.naming.find(self.line.text());
                found.into_iter().map(|named| named.index).collect()
            }
            false => (0..self.entries.len()).collect(),
        };
    }

    /// Whether something was typed.
    pub(super) fn is_searched(&self) -> bool {
        !self.line.text().trim().is_empty()
    }

    /// The selected one.
    pub(super) fn selected(&self) -> Option<&Entry> {
        self.entries.get(*self.shown.get(self.at)?)
    }

    /// Takes one input; `screen` is the place it stands in.
    pub fn update(&mut self, input: &Input, screen: Rect) -> Helped {
        let sheet = Sheet::of(self, screen);
        let last = self.shown.len().saturating_sub(1);
        match input {
            Input::Key(chord) => match (chord.key, chord.ctrl) {
                (Key::Esc, _) if !self.line.text().is_empty() => {
                    self.line.clear();
                    self.search();
                }
                (Key::Esc, _) => return Helped::Closed,
                (Key::Char('?'), false) if !self.is_searched() => return Helped::Closed,
                (Key::F(1), _) => return Helped::Closed,
                (Key::Tab, _) => self.on_signs = !self.on_signs,
                (Key::Enter, _) => return self.accept(),
                (Key::Down, _) => self.at = (self.at + 1).min(last),
                (Key::Up, _) => self.at = self.at.saturating_sub(1),
                (Key::Right, _) => self.at = sheet.beside(self.at, 1),
                (Key::Left, _) => self.at = sheet.beside(self.at, -1),
                (Key::PageDown, _) => self.at = sheet.beside(self.at, sheet.columns),
                (Key::PageUp, _) => self.at = sheet.beside(self.at, -sheet.columns),
                (Key::Home, _) => self.at = 0,
                (Key::End, _) => self.at = last,
                _ => self.typed(input),
            },
            Input::Mouse(mouse) => match mouse.kind {
                MouseKind::WheelDown => self.at = (self.at + 1).min(last),
                MouseKind::WheelUp => self.at = self.at.saturating_sub(1),
                MouseKind::Press => {
                    if let Some(at) = sheet.hit(mouse) {
                        self.at = at;
                    }
                }
                MouseKind::Drag => {}
            },
            Input::Paste(_) => self.typed(input),
        }
        Helped::Open
    }

    fn typed(&mut self, input: &Input) {
        if self.line.update(input) == Typed::Changed {
            self.on_signs = false;
            self.search();
        }
    }

    /// What cannot be done now stays selected: its reason stands below.
    fn accept(&self) -> Helped {
        match self.selected() {
            Some(entry) if entry.ready == Ready::Yes && !self.on_signs => {
                Helped::Run(entry.scope, entry.id)
            }
            _ => Helped::Open,
        }
    }

    /// Draws it over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        help_view::view(self, screen, buf, look);
    }
}

#[cfg(test)]
#[path = "help_tests.rs"]
mod tests;
