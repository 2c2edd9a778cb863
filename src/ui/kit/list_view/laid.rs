//! A line of a list laid out for a width: its letters, one to a cell, and how runs of them look over the ground of the
//! row. Made once and drawn again as long as what it says stays. What does not take one cell a letter is not laid out.

use ratatui::layout::Alignment;
use ratatui::style::Style;

use super::{Cell, GUTTER, Row};
use crate::ui::kit::columns::{Column, Placed};
use crate::ui::kit::paint;

/// A line that shows.
pub enum Shown {
    /// As what stands in its columns.
    Row(Row),
    /// Laid out.
    Laid(std::sync::Arc<Laid>),
}

impl From<Row> for Shown {
    fn from(row: Row) -> Self {
        Self::Row(row)
    }
}

/// A line laid out.
#[derive(Debug, PartialEq, Eq)]
pub struct Laid {
    letters: Box<str>,
    runs: Box<[(u16, Style)]>,
    pub(super) marked: bool,
    pub(super) style: Style,
}

impl Laid {
    /// Lays `row` out in the columns `placed` on a line of `width`, the gutter included; nothing: it has letters that
    /// do not take one cell each, or some that stand out.
    pub fn of(row: &Row, columns: &[Column], placed: &[Placed], width: u16) -> Option<Laid> {
        let mut laid = Laying::default();
        for column in placed {
            let cell = row.cells.get(column.index);
            if let Some((cell, spec)) = cell.zip(columns.get(column.index)) {
                laid.blanks((GUTTER + column.x).checked_sub(laid.width)?);
                laid.cell(cell, spec.align, column.width)?;
            }
        }
        laid.blanks(width.checked_sub(laid.width)?);
        Some(Laid {
            letters: laid.letters.into(),
            runs: laid.runs.into(),
            marked: row.marked,
            style: row.style,
        })
    }

    /// Draws it in `strip`, but for the gutter, over `ground`.
    pub(super) fn view(
        &self,
        strip: ratatui::layout::Rect,
        buf: &mut ratatui::buffer::Buffer,
        ground: Style,
    ) {
        paint::runs(buf, strip, &self.letters, &self.runs, ground);
    }
}

/// A line while it is laid out.
#[derive(Default)]
struct Laying {
    letters: String,
    runs: Vec<(u16, Style)>,
    width: u16,
}

impl Laying {
    fn cell(&mut self, cell: &Cell, align: Alignment, width: u16) -> Option<()> {
        if !cell.hits.is_empty() {
            return None;
        }
        let (shown, more, used) = paint::plain(&cell.text, width)?;
        let free = width.checked_sub(used)?;
        let left = match align {
            Alignment::Left => 0,
            Alignment::Center => free / 2,
            Alignment::Right => free,
        };
        self.blanks(left);
        self.letters.push_str(shown);
        self.letters.push_str(more);
        self.run(used, cell.style);
        Some(())
    }

    fn blanks(&mut self, columns: u16) {
        self.letters
            .extend(std::iter::repeat_n(' ', usize::from(columns)));
        self.run(columns, Style::default());
    }

    fn run(&mut self, columns: u16, style: Style) {
        match self.runs.last_mut() {
            _ if columns == 0 => {}
            Some((before, same)) if *same == style => *before += columns,
            _ => self.runs.push((columns, style)),
        }
        self.width += columns;
    }
}
