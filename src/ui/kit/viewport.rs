//! The part of a list that shows, and the selected row in it: how both move. Knows no rows, only how many there are.

use super::binding::{Binding, Ready, Scope};

/// The visible part of a list and the selected row. Positions are from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Viewport {
    /// The first row shown.
    pub offset: usize,
    /// The selected row; 0 in an empty list.
    pub selected: usize,
    /// Rows that fit.
    pub height: usize,
    /// Rows there are.
    pub len: usize,
}

impl Viewport {
    /// Takes the number of rows and the height, keeping the selection in view.
    pub fn fit(&mut self, len: usize, height: usize) {
        self.len = len;
        self.height = height;
        self.settle();
    }

    /// The rows have changed: the selected one is now at `found` (none when it is gone), and
    /// stays on the same line of the screen if it can.
    pub fn follow(&mut self, len: usize, found: Option<usize>) {
        let line = self.selected.saturating_sub(self.offset);
        self.len = len;
        if let Some(at) = found {
            self.selected = at;
            self.offset = at.saturating_sub(line);
        }
        self.settle();
    }

    /// Selects a row.
    pub fn select(&mut self, row: usize) {
        self.selected = row;
        self.settle();
    }

    /// Moves the selection by rows.
    pub fn by(&mut self, rows: isize) {
        self.select(self.selected.saturating_add_signed(rows));
    }

    /// Moves the selection and the window together, as half pages and pages do.
    pub fn page(&mut self, rows: isize) {
        self.offset = self.offset.saturating_add_signed(rows);
        self.by(rows);
    }

    /// Moves the window; the selection goes along only when it would leave it.
    pub fn scroll(&mut self, rows: isize) {
        let last = self.len.saturating_sub(self.height);
        self.offset = self.offset.saturating_add_signed(rows).min(last);
        let bottom = (self.offset + self.height)
            .saturating_sub(1)
            .max(self.offset);
        self.selected = self.selected.clamp(self.offset, bottom);
        self.settle();
    }

    /// The rows shown.
    pub fn visible(&self) -> std::ops::Range<usize> {
        self.offset..(self.offset + self.height).min(self.len)
    }

    /// Whether not all rows fit.
    pub fn scrolls(&self) -> bool {
        self.len > self.height
    }

    /// `12/214`, or nothing when the list is empty.
    pub fn position(&self) -> String {
        match self.len {
            0 => String::new(),
            len => format!("{}/{len}", self.selected + 1),
        }
    }

    fn half(&self) -> isize {
        isize::try_from(self.height / 2).unwrap_or(1).max(1)
    }

    fn full(&self) -> isize {
        isize::try_from(self.height)
            .unwrap_or(1)
            .saturating_sub(1)
            .max(1)
    }

    pub(super) fn settle(&mut self) {
        self.selected = self.selected.min(self.len.saturating_sub(1));
        let height = self.height.max(1);
        let lowest = (self.selected + 1).saturating_sub(height);
        let last = self.len.saturating_sub(height);
        self.offset = self
            .offset
            .clamp(lowest, self.selected.max(lowest))
            .min(last.max(lowest));
    }
}

/// The movements of every list, as a table like any other: keys can be overridden, `?` shows them.
pub static MOVES: Scope<Viewport> = Scope {
    id: "list",
    bindings: MOVE_BINDINGS,
};

const fn movement(
    id: &'static str,
    keys: &'static [&'static str],
    run: fn(&mut Viewport),
) -> Binding<Viewport> {
    Binding {
        id,
        keys,
        weight: 0,
        ready: Ready::always,
        run,
    }
}

static MOVE_BINDINGS: &[Binding<Viewport>] = &[
    movement("move-down", &["j", "Down"], |v| v.by(1)),
    movement("move-up", &["k", "Up"], |v| v.by(-1)),
    movement("move-top", &["g", "Home"], |v| v.select(0)),
    movement("move-bottom", &["G", "End"], |v| v.select(usize::MAX)),
    movement("half-page-down", &["Ctrl-d"], |v| v.page(v.half())),
    movement("half-page-up", &["Ctrl-u"], |v| v.page(-v.half())),
    movement("page-down", &["PageDown", "Ctrl-f"], |v| v.page(v.full())),
    movement("page-up", &["PageUp", "Ctrl-b"], |v| v.page(-v.full())),
];
