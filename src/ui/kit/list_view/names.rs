//! The names of the columns above a list, and the mark of the one that sorts.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::GUTTER;
use crate::ui::kit::columns::{Column, place};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

/// By which column a list is sorted, and whether the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorted {
    /// Its place in the table.
    pub column: usize,
    /// Whether the last comes first.
    pub turned: bool,
}

/// Draws the names of the columns in the row `area`, and the mark of the one that sorts. What stands in `names` at the
/// place of a column is its name, else its text is.
pub fn header(
    area: Rect,
    buf: &mut Buffer,
    look: &Look<'_>,
    (columns, names): (&[Column], &[(usize, String)]),
    sorted: Option<Sorted>,
) {
    let area = area.intersection(buf.area);
    let all = place(columns, area.width.saturating_sub(GUTTER));
    for placed in &all {
        let Some(column) = columns.get(placed.index) else {
            continue;
        };
        let mark = match sorted.filter(|sorted| sorted.column == placed.index) {
            Some(Sorted { turned: false, .. }) => "▴",
            Some(Sorted { turned: true, .. }) => "▾",
            None => "",
        };
        let own = names.iter().find(|(at, _)| *at == placed.index);
        let name = match (own, column.called(&all)) {
            (Some((_, name)), _) => Cow::Borrowed(name.as_str()),
            (None, "") => Cow::default(),
            (None, id) => look.texts.get(id),
        };
        let room = placed.width.saturating_sub(paint::columns(mark));
        let name = crate::text::fit::clip(&name, usize::from(room));
        let at = Rect {
            x: area.x + GUTTER + placed.x,
            width: placed.width,
            ..paint::row(area, 0)
        };
        let words = format!("{name}{mark}");
        paint::aligned(buf, at, &words, look.theme.muted, column.align);
    }
}

/// The column of the list at `area` that stands at the terminal column `x`.
pub fn column_at(area: Rect, columns: &[Column], x: u16) -> Option<usize> {
    let x = x.checked_sub(area.x + GUTTER)?;
    let placed = place(columns, area.width.saturating_sub(GUTTER));
    let at = placed.iter().find(|p| (p.x..p.x + p.width).contains(&x));
    at.map(|placed| placed.index)
}
