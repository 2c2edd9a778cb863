//! A list of up to millions of rows: what is selected, what is marked, which part shows (`viewport`). The
//! selected row stays where the eye is when rows arrive above it. Asks only for the rows it
//! draws; never holds the rows.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::keymap::Keymap;
use super::keys::{Input, Key, MouseKind};
pub use super::viewport::{MOVES, Viewport};

/// Rows the wheel moves.
const WHEEL: isize = 3;

/// Where a list's rows come from. Positions are from 0.
pub trait Rows {
    /// What names a row for good.
    type Id: Clone + Ord;

    /// How many there are.
    fn len(&self) -> usize;

    /// The name of the row at `position`.
    fn id(&self, position: usize) -> Option<Self::Id>;

    /// Where a row is now.
    fn find(&self, id: &Self::Id) -> Option<usize>;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: Clone + Ord> Rows for [T] {
    type Id = T;

    fn len(&self) -> usize {
        <[T]>::len(self)
    }

    fn id(&self, position: usize) -> Option<T> {
        self.get(position).cloned()
    }

    fn find(&self, id: &T) -> Option<usize> {
        self.iter().position(|other| other == id)
    }
}

/// What an input did to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed<Id> {
    /// Another row may be selected now.
    Moved,
    /// `Enter`, or a click on the selected row.
    Opened(Id),
    /// `Space` changed a mark.
    Marked(Id),
    /// Not an input for a list.
    Ignored,
}

/// A list: viewport, the selected row by name, and marks.
#[derive(Debug, Clone)]
pub struct List<Id> {
    /// The part that shows.
    pub viewport: Viewport,
    selected: Option<Id>,
    marks: BTreeSet<Id>,
    /// The row that was marked last: a range begins there.
    anchor: Option<Id>,
    /// Whether a filter may hide marked rows: they stay marked.
    pub keeps_marks: bool,
}

impl<Id> Default for List<Id> {
    fn default() -> Self {
        Self {
            viewport: Viewport::default(),
            selected: None,
            marks: BTreeSet::new(),
            anchor: None,
            keeps_marks: false,
        }
    }
}

impl<Id: Clone + Ord> List<Id> {
    /// The selected row's name.
    pub fn selected(&self) -> Option<&Id> {
        self.selected.as_ref()
    }

    /// The marked rows.
    pub fn marks(&self) -> &BTreeSet<Id> {
        &self.marks
    }

    /// What an action is about: the marked rows, else the selected one.
    pub fn chosen(&self) -> Vec<Id> {
        match self.marks.is_empty() {
            true => self.selected.iter().cloned().collect(),
            false => self.marks.iter().cloned().collect(),
        }
    }

    /// Takes the marks away. Says whether there were any.
    pub fn unmark(&mut self) -> bool {
        let any = !self.marks.is_empty();
        self.marks.clear();
        self.anchor = None;
        any
    }

    /// Marks `id`, or takes its mark away.
    pub fn toggle(&mut self, id: Id) {
        self.anchor = Some(id.clone());
        if !self.marks.remove(&id) {
            self.marks.insert(id);
        }
    }

    /// Marks every row from the one that was marked last to the selected one, at most `most`; without such a row
    /// the selected one alone. Yields whether there were more.
    pub fn mark_range<R: Rows<Id = Id> + ?Sized>(&mut self, rows: &R, most: usize) -> bool {
        let Some(to) = self.selected.as_ref().and_then(|id| rows.find(id)) else {
            return false;
        };
        let from = self.anchor.as_ref().and_then(|id| rows.find(id));
        let from = from.unwrap_or(to);
        let range = from.min(to)..from.max(to) + 1;
        let more = range.len() > most;
        self.marks
            .extend(range.take(most).filter_map(|at| rows.id(at)));
        self.anchor = rows.id(to);
        more
    }

    /// Marks every row there is, at most `most`, or takes those marks away where all have one. Yields whether there
    /// were more.
    pub fn mark_all<R: Rows<Id = Id> + ?Sized>(&mut self, rows: &R, most: usize) -> bool {
        let shown: Vec<Id> = (0..rows.len().min(most))
            .filter_map(|at| rows.id(at))
            .collect();
        if shown.iter().all(|id| self.marks.contains(id)) {
            self.marks.retain(|id| !shown.contains(id));
            return false;
        }
        self.marks.extend(shown);
        rows.len() > most
    }

    /// Selects a row by name wherever it is once the rows are looked at again; the line of the screen stays.
    pub fn aim(&mut self, id: Id) {
        self.selected = Some(id);
    }

    /// The rows or the size changed: call before drawing. `height` is in rows.
    pub fn sync<R: Rows<Id = Id> + ?Sized>(&mut self, rows: &R, height: u16) {
        self.viewport.height = usize::from(height);
        let found = self.selected.as_ref().and_then(|id| rows.find(id));
        self.viewport.follow(rows.len(), found);
        self.selected = rows.id(self.viewport.selected);
        if !self.keeps_marks {
            self.marks.retain(|id| rows.find(id).is_some());
        }
    }

    /// Selects a row by name, if it is there.
    pub fn select<R: Rows<Id = Id> + ?Sized>(&mut self, id: &Id, rows: &R) -> bool {
        let Some(at) = rows.find(id) else {
            return false;
        };
        self.viewport.len = rows.len();
        self.viewport.select(at);
        self.selected = Some(id.clone());
        true
    }

    /// Takes one input. `area` is where the rows are drawn; `moves` the keys of [`MOVES`].
    pub fn update<R: Rows<Id = Id> + ?Sized>(
        &mut self,
        input: &Input,
        area: Rect,
        rows: &R,
        moves: &Keymap,
    ) -> Listed<Id> {
        self.sync(rows, area.height);
        match input {
            Input::Key(chord) => {
                let binding = moves.at(*chord).and_then(|i| MOVES.bindings.get(i));
                match (binding, chord.key, &self.selected) {
                    (Some(binding), ..) => {
                        (binding.run)(&mut self.viewport);
                        self.moved(rows)
                    }
                    (None, Key::Enter, Some(id)) => Listed::Opened(id.clone()),
                    (None, Key::Char(' '), Some(id)) if !chord.ctrl && !chord.alt => {
                        let id = id.clone();
                        self.toggle(id.clone());
                        self.viewport.by(1);
                        self.moved(rows);
                        Listed::Marked(id)
                    }
                    _ => Listed::Ignored,
                }
            }
            Input::Mouse(mouse) if mouse.within(area) => match mouse.kind {
                MouseKind::WheelUp => {
                    self.viewport.scroll(-WHEEL);
                    self.moved(rows)
                }
                MouseKind::WheelDown => {
                    self.viewport.scroll(WHEEL);
                    self.moved(rows)
                }
                MouseKind::Press => self.click(usize::from(mouse.row - area.y), rows),
                MouseKind::Drag => Listed::Ignored,
            },
            Input::Mouse(_) | Input::Paste(_) => Listed::Ignored,
        }
    }

    fn click<R: Rows<Id = Id> + ?Sized>(&mut self, line: usize, rows: &R) -> Listed<Id> {
        let row = self.viewport.offset + line;
        if row >= self.viewport.len {
            return Listed::Ignored;
        }
        if let Some(id) = &self.selected
            && row == self.viewport.selected
        {
            return Listed::Opened(id.clone());
        }
        self.viewport.select(row);
        self.moved(rows)
    }

    fn moved<R: Rows<Id = Id> + ?Sized>(&mut self, rows: &R) -> Listed<Id> {
        self.selected = rows.id(self.viewport.selected);
        Listed::Moved
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
