//! A box to choose one or several things by typing a part of their names. Never fetches what can
//! be chosen; the caller gives it, and may give it anew while the box is open.

mod view;

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::choices::{Choice, Hit, find};
use super::frame::Panel;
use super::keys::{Input, Key, MouseKind};
use super::line::{Line, Typed};
use super::list::Viewport;
use super::list_view::GUTTER;
use super::paint;

/// Rows of candidates shown, at most.
const ROWS: u16 = 12;
/// Columns of the box, unless its candidates are longer.
const WIDTH: u16 = 64;
/// Columns of the box, at most.
const WIDEST: u16 = 100;
/// Columns of the box that no candidate stands in: border, air, gutter, the column between.
const AROUND: u16 = 4 + GUTTER + 1;

/// What an input did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// Still choosing.
    Open,
    /// These, by position among the candidates; one unless several were asked for.
    Chosen(Vec<usize>),
    /// Something that is not among them, where that is allowed.
    New(String),
    /// Nothing.
    Cancelled,
}

/// A box to choose from.
#[derive(Debug, Clone, Default)]
pub struct Picker {
    title: String,
    candidates: Vec<Choice>,
    several: bool,
    new: bool,
    line: Line,
    hits: Vec<Hit>,
    marks: BTreeSet<usize>,
    viewport: Viewport,
    /// Columns of the longest candidate, and of the longest detail.
    longest: (u16, u16),
}

impl Picker {
    /// One of `candidates`.
    pub fn one(title: impl Into<String>, candidates: Vec<Choice>) -> Self {
        let hits = find(&candidates, "");
        let mut picker = Self {
            title: title.into(),
            longest: longest(&candidates),
            candidates,
            hits,
            ..Self::default()
        };
        picker.settle();
        picker
    }

    /// Any number of `candidates`, starting with `marked`.
    pub fn several(title: impl Into<String>, candidates: Vec<Choice>, marked: &[usize]) -> Self {
        Self {
            several: true,
            marks: marked.iter().copied().collect(),
            ..Self::one(title, candidates)
        }
    }

    /// The same, where something new may be typed: a tag.
    pub fn or_new(self) -> Self {
        Self { new: true, ..self }
    }

    /// The candidates have changed; what was typed stays.
    pub fn offer(&mut self, candidates: Vec<Choice>) {
        self.marks.retain(|&i| i < candidates.len());
        self.longest = longest(&candidates);
        self.candidates = candidates;
        self.search();
    }

    /// What was typed.
    pub fn query(&self) -> &str {
        self.line.text()
    }

    /// The candidate that `Enter` would choose.
    pub fn current(&self) -> Option<usize> {
        self.hits.get(self.viewport.selected).map(|h| h.index)
    }

    /// Takes one input; `screen` is the place the box stands in.
    pub fn update(&mut self, input: &Input, screen: Rect) -> Picked {
        let rows = self.rows(screen);
        self.viewport.fit(self.len(), usize::from(rows.height));
        match input {
            Input::Mouse(mouse) if mouse.within(rows) => match mouse.kind {
                MouseKind::WheelUp => self.viewport.scroll(-1),
                MouseKind::WheelDown => self.viewport.scroll(1),
                MouseKind::Press => {
                    let row = self.viewport.offset + usize::from(mouse.row - rows.y);
                    if row < self.len() {
                        self.viewport.select(row);
                        return if self.several {
                            self.mark()
                        } else {
                            self.accept()
                        };
                    }
                }
                MouseKind::Drag => {}
            },
            Input::Mouse(_) => {}
            Input::Key(chord) => match (chord.key, chord.ctrl) {
                (Key::Esc, _) => return Picked::Cancelled,
                (Key::Enter, _) => return self.accept(),
                (Key::Tab, _) if self.several => return self.mark(),
                (Key::Down, _) | (Key::Char('n'), true) => self.viewport.by(1),
                (Key::Tab, _) if !chord.shift => self.viewport.by(1),
                (Key::Up, _) | (Key::Char('p'), true) | (Key::Tab, _) => self.viewport.by(-1),
                (Key::PageDown, _) => self
                    .viewport
                    .by(i16::try_from(rows.height).unwrap_or(1).into()),
                (Key::PageUp, _) => self
                    .viewport
                    .by(-isize::from(i16::try_from(rows.height).unwrap_or(1))),
                _ => self.typed(input),
            },
            Input::Paste(_) => self.typed(input),
        }
        Picked::Open
    }

    fn typed(&mut self, input: &Input) {
        if self.line.update(input) == Typed::Changed {
            self.search();
        }
    }

    fn search(&mut self) {
        self.hits = find(&self.candidates, self.line.text());
        self.viewport = Viewport::default();
        self.settle();
    }

    fn settle(&mut self) {
        self.viewport.fit(self.len(), usize::from(ROWS));
    }

    /// Rows: the hits, and the offer to make what was typed.
    fn len(&self) -> usize {
        self.hits.len() + usize::from(self.offers_new())
    }

    fn offers_new(&self) -> bool {
        let typed = self.line.text().trim();
        let same = |c: &Choice| crate::text::fold::fold(&c.label) == crate::text::fold::fold(typed);
        self.new && !typed.is_empty() && !self.candidates.iter().any(same)
    }

    fn mark(&mut self) -> Picked {
        if let Some(index) = self.current() {
            if !self.marks.remove(&index) {
                self.marks.insert(index);
            }
            self.viewport.by(1);
        }
        Picked::Open
    }

    fn accept(&self) -> Picked {
        match self.current() {
            _ if !self.marks.is_empty() => Picked::Chosen(self.marks.iter().copied().collect()),
            Some(index) => Picked::Chosen(vec![index]),
            None if self.offers_new() => Picked::New(self.line.text().trim().to_owned()),
            None if self.several && self.line.text().is_empty() => Picked::Chosen(Vec::new()),
            None => Picked::Open,
        }
    }

    fn size(&self, screen: Rect) -> (u16, u16) {
        let rows = u16::try_from(self.candidates.len())
            .unwrap_or(ROWS)
            .clamp(4, ROWS);
        let (label, detail) = self.longest;
        let wish = label.saturating_add(detail).saturating_add(AROUND);
        let width = wish.clamp(WIDTH, WIDEST).min(screen.width);
        (width, (rows + 4).min(screen.height))
    }

    fn rows(&self, screen: Rect) -> Rect {
        let (width, height) = self.size(screen);
        let inner = Panel::popup_inner(screen, width, height);
        Rect {
            y: inner.y.saturating_add(2),
            height: inner.height.saturating_sub(2),
            ..inner
        }
    }
}

/// Columns of the longest candidate, and of the longest detail.
fn longest(candidates: &[Choice]) -> (u16, u16) {
    let longest = |(label, detail): (u16, u16), choice: &Choice| {
        let label = label.max(paint::columns(&choice.label));
        (label, detail.max(paint::columns(&choice.detail)))
    };
    candidates.iter().fold((0, 0), longest)
}

#[cfg(test)]
#[path = "picker_tests.rs"]
mod tests;
