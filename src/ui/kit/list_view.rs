//! Drawing a list: the names of its columns, the visible rows, the selection, marks, the scrollbar, and
//! words for an empty one. Asks for the rows it draws and no others.

mod laid;
mod names;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub use self::laid::{Laid, Shown};
pub use self::names::{Sorted, column_at, header};
use super::columns::{Column, Placed, place};
use super::frame::Panel;
use super::line::Line;
use super::list::Viewport;
use super::look::Look;
use super::paint;

/// Columns left of the first: the selection bar and the mark.
pub const GUTTER: u16 = 2;

/// Stands before a marked row.
pub const MARK: &str = "■";

/// The text of one column of one row.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// As it came; cleaned when drawn.
    pub text: String,
    /// Its own style, over the row's.
    pub style: Style,
    /// Characters that match what was typed, by position.
    pub hits: Vec<u32>,
}

impl Cell {
    /// Text in the row's style.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Text in its own style.
    pub fn styled(text: impl Into<String>, style: impl Into<Style>) -> Self {
        Self {
            text: text.into(),
            style: style.into(),
            hits: Vec::new(),
        }
    }
}

/// One row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// A cell per column of the table.
    pub cells: Vec<Cell>,
    /// Marked for a bulk action.
    pub marked: bool,
    /// The style of the whole row.
    pub style: Style,
}

/// How a list is drawn.
pub struct ListView<'a> {
    /// Its columns.
    pub columns: &'a [Column],
    /// The part that shows.
    pub viewport: Viewport,
    /// Whether it has the keys.
    pub focused: bool,
    /// What would fill it and the key that does, when it is empty: lines.
    pub empty: &'a str,
}

impl ListView<'_> {
    /// Draws the rows in `area`, asking `row` for each that shows.
    pub fn view<R: Into<Shown>>(
        &self,
        area: Rect,
        buf: &mut Buffer,
        look: &Look<'_>,
        mut row: impl FnMut(usize) -> R,
    ) {
        let area = area.intersection(buf.area);
        if self.viewport.len == 0 {
            empty(area, buf, look, self.empty);
            return;
        }
        let placed = place(self.columns, area.width.saturating_sub(GUTTER));
        for (line, position) in (0..area.height).zip(self.viewport.visible()) {
            let strip = paint::row(area, line);
            let selected = position == self.viewport.selected;
            let marked = match row(position).into() {
                Shown::Row(row) => {
                    self.row(
                        &row,
                        self.ground(row.style, selected, look),
                        &placed,
                        strip,
                        buf,
                        look,
                    );
                    row.marked
                }
                Shown::Laid(laid) => {
                    laid.view(strip, buf, self.ground(laid.style, selected, look));
                    laid.marked
                }
            };
            self.gutter(strip, buf, look, selected, marked);
        }
    }

    fn row(
        &self,
        row: &Row,
        ground: Style,
        placed: &[Placed],
        strip: Rect,
        buf: &mut Buffer,
        look: &Look<'_>,
    ) {
        paint::tint(buf, strip, ground);
        for column in placed {
            let (Some(cell), Some(spec)) =
                (row.cells.get(column.index), self.columns.get(column.index))
            else {
                continue;
            };
            let at = Rect {
                x: strip.x + GUTTER + column.x,
                width: column.width,
                ..strip
            };
            let style = ground.patch(cell.style);
            if cell.hits.is_empty() {
                paint::aligned(buf, at, &cell.text, style, spec.align);
            } else {
                paint::matched(buf, at, &cell.text, style, &cell.hits, look.theme.matching);
            }
        }
    }

    fn ground(&self, style: Style, selected: bool, look: &Look<'_>) -> Style {
        let style = look.theme.text.patch(style);
        match (selected, self.focused) {
            (true, true) => style.patch(look.theme.selection),
            (true, false) => style.patch(look.theme.selection_unfocused),
            (false, _) => style,
        }
    }

    fn gutter(&self, strip: Rect, buf: &mut Buffer, look: &Look<'_>, selected: bool, marked: bool) {
        if selected {
            let style = if self.focused {
                look.theme.accent
            } else {
                look.theme.faint
            };
            paint::text(buf, Rect { width: 1, ..strip }, "▌", style);
        }
        if marked {
            let at = Rect {
                width: 1,
                ..paint::from(strip, 1)
            };
            paint::text(buf, at.intersection(strip), MARK, look.theme.marked);
        }
    }
}

/// The row of the names inside the panel that stands at `area`, below the filter line when there is one; nothing
/// where the rows need the room.
pub fn header_area(area: Rect, filter: bool) -> Rect {
    let inner = below_filter(area, filter);
    Rect {
        height: u16::from(inner.height > LEAST_ROWS),
        ..inner
    }
}

/// Rows that a list keeps before the names of its columns get one.
const LEAST_ROWS: u16 = 1;

/// The rows inside the panel that stands at `area`, below the names of the columns.
pub fn rows_area(area: Rect, filter: bool) -> Rect {
    let names = header_area(area, filter).height;
    let inner = below_filter(area, filter);
    Rect {
        y: inner.y + names,
        height: inner.height - names,
        ..inner
    }
}

/// Rows around those of a list: its border, the filter line when there is one, the names of the columns.
pub fn around(filter: bool) -> usize {
    3 + usize::from(filter)
}

/// What is inside the panel that stands at `area`, below the filter line when there is one.
fn below_filter(area: Rect, filter: bool) -> Rect {
    let inner = Panel::inner(area);
    let top = u16::from(filter).min(inner.height);
    Rect {
        y: inner.y + top,
        height: inner.height - top,
        ..inner
    }
}

/// Draws the line in which a list is filtered, at the top of `inner`.
pub fn filter_line(
    inner: Rect,
    buf: &mut Buffer,
    look: &Look<'_>,
    filter: &Line,
    hint: &str,
    typing: bool,
) {
    let line = paint::row(inner, 0);
    let used = paint::text(buf, line, " / ", look.theme.accent);
    filter.view(paint::from(line, used), buf, look, hint, typing);
}

/// Words in the middle of a place that has nothing to show yet; the first line stands out.
pub fn empty(area: Rect, buf: &mut Buffer, look: &Look<'_>, words: &str) {
    let width = area.width.saturating_sub(4);
    let lines: Vec<_> = words
        .lines()
        .enumerate()
        .flat_map(|(i, line)| {
            crate::text::fit::wrap(line, usize::from(width))
                .into_iter()
                .map(move |l| (i, l))
        })
        .collect();
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let middle = paint::centred(area, width, height);
    for (n, (i, line)) in (0..middle.height).zip(lines) {
        let style = if i == 0 {
            look.theme.text
        } else {
            look.theme.muted
        };
        paint::aligned(
            buf,
            paint::row(middle, n),
            line,
            style,
            ratatui::layout::Alignment::Center,
        );
    }
}

/// A scrollbar in the column `area` (a panel's right border, say), only when `viewport` scrolls.
pub fn scrollbar(area: Rect, buf: &mut Buffer, look: &Look<'_>, viewport: &Viewport) {
    let area = area.intersection(buf.area);
    if !viewport.scrolls() || area.is_empty() {
        return;
    }
    let (height, len) = (usize::from(area.height), viewport.len);
    let thumb = (height * viewport.height / len).clamp(1, height);
    let travel = len.saturating_sub(viewport.height).max(1);
    let top = ((height - thumb) * viewport.offset.min(travel)).div_ceil(travel);
    for n in (0..area.height).filter(|&n| (top..top + thumb).contains(&usize::from(n))) {
        paint::text(
            buf,
            Rect {
                width: 1,
                ..paint::row(area, n)
            },
            "┃",
            look.theme.scrollbar,
        );
    }
}
