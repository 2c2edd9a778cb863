//! Putting text on a buffer: sanitised, clipped by grapheme, inside its area or not at all.
//! The only way the kit draws text; never draws outside the area it is given.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{fit, sanitise};

/// Bytes looked at to fill one column, at most: the rest of an endless line is never read.
const BYTES_PER_COLUMN: usize = 32;

/// The part of `raw` that could show in `columns`, made safe.
pub fn safe(raw: &str, columns: u16) -> Cow<'_, str> {
    let most = 1024 + usize::from(columns) * BYTES_PER_COLUMN;
    let mut end = most.min(raw.len());
    while !raw.is_char_boundary(end) {
        end -= 1;
    }
    sanitise::clean_line(raw.get(..end).unwrap_or_default())
}

/// Draws one line at the left of `area`'s first row, clipped with `…`. Gives the columns used.
pub fn text(buf: &mut Buffer, area: Rect, raw: &str, style: impl Into<Style>) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    if let Some(columns) = plain_columns(raw) {
        return put_plain(buf, area, raw, columns, style.into());
    }
    let safe = safe(raw, area.width);
    let shown = fit::clip(&safe, usize::from(area.width));
    let (end, _) = buf.set_stringn(area.x, area.y, &shown, usize::from(area.width), style);
    end.saturating_sub(area.x)
}

/// The columns of a line with nothing in it that has to be looked up; most are such, and short.
fn plain_columns(raw: &str) -> Option<usize> {
    const SHORT: usize = 512;
    let plain = raw.len() <= SHORT && raw.chars().all(fit::is_plain);
    plain.then(|| raw.chars().count())
}

/// Puts such a line of so many columns into the first row of `area`, which lies in `buf`.
fn put_plain(buf: &mut Buffer, area: Rect, raw: &str, columns: usize, style: Style) -> u16 {
    let width = usize::from(area.width);
    let (shown, more) = if columns <= width {
        (raw, "")
    } else {
        let end = raw.char_indices().nth(width.saturating_sub(1));
        let head = raw.get(..end.map_or(raw.len(), |(at, _)| at));
        (head.unwrap_or_default().trim_end(), fit::ELLIPSIS)
    };
    let mut used = 0;
    for (cell, c) in cells(buf, area, 0)
        .iter_mut()
        .zip(shown.chars().chain(more.chars()))
    {
        cell.set_char(c).set_style(style);
        used += 1;
    }
    used
}

/// The cells of row `n` of `area`, which lies in `buf`.
fn cells(buf: &mut Buffer, area: Rect, n: u16) -> &mut [Cell] {
    let (x, y) = (
        usize::from(area.x - buf.area.x),
        usize::from(area.y + n - buf.area.y),
    );
    let from = y * usize::from(buf.area.width) + x;
    let cells = buf.content.get_mut(from..from + usize::from(area.width));
    cells.unwrap_or_default()
}

/// Draws one line in `area`'s first row, aligned. Gives the columns used.
pub fn aligned(
    buf: &mut Buffer,
    area: Rect,
    raw: &str,
    style: impl Into<Style>,
    to: Alignment,
) -> u16 {
    if to == Alignment::Left {
        return text(buf, area, raw, style);
    }
    let safe = safe(raw, area.width);
    let shown = fit::clip(&safe, usize::from(area.width));
    let used = columns(&shown).min(area.width);
    let free = area.width - used;
    let left = match to {
        Alignment::Left => 0,
        Alignment::Center => free / 2,
        Alignment::Right => free,
    };
    let place = Rect {
        x: area.x.saturating_add(left),
        width: used,
        ..area
    };
    text(buf, place, &shown, style)
}

/// Draws pieces one after another in `area`'s first row. Gives the columns used.
pub fn pieces(buf: &mut Buffer, area: Rect, parts: &[(&str, Style)]) -> u16 {
    let mut used = 0;
    for (raw, style) in parts {
        let rest = from(area, used);
        if rest.width == 0 {
            break;
        }
        used += text(buf, rest, raw, *style);
    }
    used
}

/// Draws one line whose characters at `hits` (sorted positions in `raw`, in characters) stand
/// out. Gives the columns used.
pub fn matched(
    buf: &mut Buffer,
    area: Rect,
    raw: &str,
    style: Style,
    hits: &[u32],
    hit: Style,
) -> u16 {
    let safe = safe(raw, area.width);
    let used = text(buf, area, &safe, style);
    // Positions only hold when cleaning changed nothing before them.
    if hits.is_empty() || !raw.starts_with(safe.as_ref()) {
        return used;
    }
    let shown = fit::clip(&safe, usize::from(area.width));
    let mut column = 0;
    let mut at = 0u32;
    for grapheme in shown.graphemes(true) {
        let chars = u32::try_from(grapheme.chars().count()).unwrap_or(u32::MAX);
        let width = columns(grapheme);
        if grapheme != fit::ELLIPSIS
            && hits
                .iter()
                .any(|h| (at..at.saturating_add(chars)).contains(h))
        {
            let cell = Rect {
                x: area.x.saturating_add(column),
                width,
                height: 1,
                ..area
            };
            buf.set_style(cell.intersection(area).intersection(buf.area), hit);
        }
        column = column.saturating_add(width);
        at = at.saturating_add(chars);
    }
    used
}

/// Columns of safe text, as a terminal size.
pub fn columns(text: &str) -> u16 {
    u16::try_from(fit::width(text)).unwrap_or(u16::MAX)
}

/// Blanks `area` in `style`: no letter or modifier that was there shows through. A colour that
/// `style` leaves open stays, so that a field keeps the ground it lies on.
pub fn fill(buf: &mut Buffer, area: Rect, style: impl Into<Style>) {
    let area = area.intersection(buf.area);
    let style = style.into();
    for n in 0..area.height {
        for cell in cells(buf, area, n) {
            let (fg, bg, underline) = (cell.fg, cell.bg, cell.underline_color);
            cell.reset();
            (cell.fg, cell.bg, cell.underline_color) = (fg, bg, underline);
            cell.set_style(style);
        }
    }
}

/// Draws a rounded border in the outermost cells of `area`, where there is room for one.
pub fn border(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    if area.width < 2 || area.height < 2 {
        return;
    }
    let last = area.height - 1;
    for (n, ends) in [(0, ['╭', '╮']), (last, ['╰', '╯'])] {
        let row = cells(buf, area, n);
        row.iter_mut().for_each(|cell| {
            cell.set_char('─').set_style(style);
        });
        mark_ends(row, ends, style);
    }
    for n in 1..last {
        mark_ends(cells(buf, area, n), ['│', '│'], style);
    }
}

fn mark_ends(row: &mut [Cell], ends: [char; 2], style: Style) {
    if let [first, .., last] = row {
        first.set_char(ends[0]).set_style(style);
        last.set_char(ends[1]).set_style(style);
    }
}

/// `area` without its first `columns`.
pub fn from(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect {
        x: area.x + columns,
        width: area.width - columns,
        ..area
    }
}

/// Row `n` of `area`, one high; empty when there is none.
pub fn row(area: Rect, n: u16) -> Rect {
    match n < area.height {
        true => Rect {
            y: area.y + n,
            height: 1,
            ..area
        },
        false => Rect { height: 0, ..area },
    }
}

/// A box of at most `width` × `height` in the middle of `area`, a little above centre.
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) * 2 / 5,
        width,
        height,
    }
}

/// The last gate before a terminal: no cell of `buf` keeps a character that could steer it,
/// whatever drew it. Costs a few microseconds a frame.
pub fn seal(buf: &mut Buffer) {
    for cell in &mut buf.content {
        seal_cell(cell);
    }
}

/// Seals the part of `buf` inside `area`.
pub fn seal_area(buf: &mut Buffer, area: Rect) {
    for position in area.intersection(buf.area).positions() {
        if let Some(cell) = buf.cell_mut(position) {
            seal_cell(cell);
        }
    }
}

/// Makes one cell safe; what cannot be shown in its place becomes `·`.
fn seal_cell(cell: &mut Cell) {
    let symbol = cell.symbol();
    if matches!(symbol.as_bytes(), [b' '..=b'~']) || symbol.chars().all(fit::is_plain) {
        return;
    }
    if let Cow::Owned(clean) = sanitise::clean_line(symbol) {
        let room = columns(symbol).max(1);
        let first = clean.graphemes(true).next();
        let kept = first.filter(|g| columns(g) <= room && !clean.starts_with('<'));
        cell.set_symbol(kept.unwrap_or("·"));
    }
}

#[cfg(test)]
#[path = "paint_tests.rs"]
mod tests;
