//! The keys of `?` in columns, page after page: where each stands. Draws nothing.

use ratatui::layout::Rect;

use super::{ABOVE, BELOW, WIDTH, inside};
use crate::ui::kit::help::Help;
use crate::ui::kit::keys::Mouse;
use crate::ui::kit::task::Task;

/// A line of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    Task(Task),
    /// A key, by its position among those that are shown.
    Key(usize),
    Blank,
}

/// The keys in columns, page after page.
pub(in crate::ui::kit) struct Sheet {
    pub(super) lines: Vec<Text>,
    /// Where they stand.
    place: Rect,
    /// How many columns there are.
    pub(in crate::ui::kit) columns: isize,
}

impl Sheet {
    /// The sheet of `help` on `screen`.
    pub(in crate::ui::kit) fn of(help: &Help, screen: Rect) -> Sheet {
        let inner = inside(screen);
        let place = Rect {
            y: inner.y.saturating_add(ABOVE),
            height: inner.height.saturating_sub(ABOVE + BELOW).max(1),
            ..inner
        };
        let columns = match (help.is_searched(), place.width) {
            (true, _) => 1,
            (false, 100..) => 3,
            (false, width) if width >= 2 * WIDTH => 2,
            (false, _) => 1,
        };
        let rows = usize::from(place.height);
        let mut lines = Vec::new();
        for (at, index) in help.shown.iter().enumerate() {
            let task = help.entries.get(*index).map(Task::of);
            let before = at.checked_sub(1).and_then(|at| help.shown.get(at));
            let before = before
                .and_then(|index| help.entries.get(*index))
                .map(Task::of);
            if !help.is_searched() && task != before {
                begin(&mut lines, rows, task);
            }
            lines.push(Text::Key(at));
        }
        Sheet {
            lines,
            place,
            columns,
        }
    }

    pub(in crate::ui::kit) fn rows(&self) -> usize {
        usize::from(self.place.height).max(1)
    }

    fn line_of(&self, at: usize) -> usize {
        let found = self.lines.iter().position(|line| *line == Text::Key(at));
        found.unwrap_or(0)
    }

    /// The key so many columns beside that at `at`.
    pub(in crate::ui::kit) fn beside(&self, at: usize, columns: isize) -> usize {
        let rows = isize::try_from(self.rows()).unwrap_or(1);
        let to = self.line_of(at).saturating_add_signed(rows * columns);
        let to = to.min(self.lines.len().saturating_sub(1));
        let key = |line: &Text| match line {
            Text::Key(at) => Some(*at),
            Text::Task(_) | Text::Blank => None,
        };
        let (before, behind) = self.lines.split_at_checked(to).unwrap_or_default();
        let next = behind.iter().find_map(key);
        next.or_else(|| before.iter().rev().find_map(key))
            .unwrap_or(at)
    }

    /// The first line of the page of the key at `at`, that page and how many there are, from 1.
    pub(in crate::ui::kit) fn page(&self, at: usize) -> (usize, usize, usize) {
        let size = self.rows() * self.columns.unsigned_abs();
        let page = self.line_of(at) / size;
        (
            page * size,
            page + 1,
            self.lines.len().div_ceil(size).max(1),
        )
    }

    pub(in crate::ui::kit) fn cell(&self, n: usize) -> Rect {
        let columns = u16::try_from(self.columns).unwrap_or(1);
        let wide = self.place.width / columns;
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let column = small(n / self.rows());
        Rect {
            x: self.place.x.saturating_add(column.saturating_mul(wide)),
            y: self.place.y.saturating_add(small(n % self.rows())),
            width: wide.saturating_sub(u16::from(columns > 1) * 2),
            height: 1,
        }
    }

    /// The key that was pressed on the first page.
    pub(in crate::ui::kit) fn hit(&self, mouse: &Mouse) -> Option<usize> {
        let size = self.rows() * self.columns.unsigned_abs();
        let lines = self.lines.iter().take(size).enumerate();
        let mut hit = lines.filter(|(n, _)| mouse.within(self.cell(*n)));
        hit.find_map(|(_, line)| match line {
            Text::Key(at) => Some(*at),
            Text::Task(_) | Text::Blank => None,
        })
    }
}

/// Begins a task: with air before it, and never at the foot of a column.
fn begin(lines: &mut Vec<Text>, rows: usize, task: Option<Task>) {
    if rows < 3 {
        return;
    }
    if !lines.len().is_multiple_of(rows) {
        lines.push(Text::Blank);
    }
    while rows - lines.len() % rows < 2 {
        lines.push(Text::Blank);
    }
    lines.extend(task.map(Text::Task));
}
