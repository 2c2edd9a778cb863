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
    if let Some((shown, more, used)) = plain(raw, area.width) {
        let (letters, style) = (shown.chars().chain(more.chars()), style.into());
        let cells = cells(buf, area, 0).iter_mut();
        cells.zip(letters).for_each(|(cell, c)| put(cell, c, style));
        return used;
    }
    let safe = safe(raw, area.width);
    let shown = fit::clip(&safe, usize::from(area.width));
    let (end, _) = buf.set_stringn(area.x, area.y, &shown, usize::from(area.width), style);
    end.saturating_sub(area.x)
}

/// The columns of a line with nothing in it that has to be looked up; most are such, and short.
fn plain_columns(raw: &str) -> Option<usize> {
    const SHORT: usize = 512;
    if raw.len() > SHORT {
        return None;
    }
    let ascii = raw
        .bytes()
        .fold(true, |all, byte| all & (b' '..=b'~').contains(&byte));
    if ascii {
        return Some(raw.len());
    }
    let mut columns = 0;
    for c in raw.chars() {
        if !fit::is_plain(c) {
            return None;
        }
        columns += 1;
    }
    Some(columns)
}

/// The part of such a line that shows in `width`, what stands for the rest, and the columns of both; nothing of any
/// other line.
pub(super) fn plain(raw: &str, width: u16) -> Option<(&str, &'static str, u16)> {
    let (columns, most) = (plain_columns(raw)?, usize::from(width));
    if columns <= most {
        return Some((raw, "", u16::try_from(columns).unwrap_or(width)));
    }
    let Some(room) = most.checked_sub(1) else {
        return Some(("", "", 0));
    };
    let end = raw.char_indices().nth(room);
    let head = raw.get(..end.map_or(raw.len(), |(at, _)| at));
    let head = head.unwrap_or_default().trim_end();
    let used = head.chars().count() + 1;
    Some((head, fit::ELLIPSIS, u16::try_from(used).unwrap_or(width)))
}

/// Puts a letter that takes one cell.
fn put(cell: &mut Cell, c: char, style: Style) {
    // Most are blank, and blank before.
    if c != ' ' || cell.symbol() != " " {
        cell.set_char(c);
    }
    cell.set_style(style);
}

/// Draws letters that take one cell each from the left of `area`'s first row, in runs of so many, each in its style
/// over `ground`.
pub(super) fn runs(
    buf: &mut Buffer,
    area: Rect,
    letters: &str,
    runs: &[(u16, Style)],
    ground: Style,
) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let (mut cells, mut letters) = (cells(buf, area, 0).iter_mut(), letters.chars());
    for (columns, style) in runs {
        let style = ground.patch(*style);
        let run = cells.by_ref().take(usize::from(*columns));
        run.zip(letters.by_ref())
            .for_each(|(cell, c)| put(cell, c, style));
    }
}

/// Has every cell of `area` look so, whatever stands there.
pub fn tint(buf: &mut Buffer, area: Rect, style: impl Into<Style>) {
    let (area, style) = (area.intersection(buf.area), style.into());
    for n in 0..area.height {
        for cell in cells(buf, area, n) {
            cell.set_style(style);
        }
    }
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
    if let Some((_, "", used)) = plain(raw, area.width) {
        return text(buf, leaning(area, used, to), raw, style);
    }
    let safe = safe(raw, area.width);
    let shown = fit::clip(&safe, usize::from(area.width));
    let used = columns(&shown).min(area.width);
    text(buf, leaning(area, used, to), &shown, style)
}

/// The part of `area` that so many columns take which lean to one side.
fn leaning(area: Rect, used: u16, to: Alignment) -> Rect {
    let used = used.min(area.width);
    let free = area.width - used;
    let left = match to {
        Alignment::Left => 0,
        Alignment::Center => free / 2,
        Alignment::Right => free,
    };
    Rect {
        x: area.x.saturating_add(left),
        width: used,
        ..area
    }
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
            tint(buf, cell.intersection(area), hit);
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

/// A screen without a letter, in `style`.
pub fn blank(area: Rect, style: Style) -> Buffer {
    let mut blank = Cell::EMPTY;
    blank.set_style(style);
    let (fg, bg, underline, modifier) = (blank.fg, blank.bg, blank.underline_color, blank.modifier);
    let cell = |_| {
        let mut cell = Cell::EMPTY;
        (cell.fg, cell.bg, cell.underline_color, cell.modifier) = (fg, bg, underline, modifier);
        cell
    };
    let content = (0..area.area()).map(cell).collect();
    Buffer { area, content }
}

/// Blanks `area` in `style`: no letter or modifier that was there shows through. A colour that
/// `style` leaves open stays, so that a field keeps the ground it lies on.
pub fn fill(buf: &mut Buffer, area: Rect, style: impl Into<Style>) {
    let area = area.intersection(buf.area);
    let style = style.into();
    for n in 0..area.height {
        for cell in cells(buf, area, n) {
            let mut blank = Cell::EMPTY;
            blank.fg = style.fg.unwrap_or(cell.fg);
            blank.bg = style.bg.unwrap_or(cell.bg);
            blank.underline_color = style.underline_color.unwrap_or(cell.underline_color);
            blank.modifier = style.add_modifier.difference(style.sub_modifier);
            *cell = blank;
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
    let letter = |cell: &Cell| matches!(cell.symbol().as_bytes(), [b' '..=b'~']);
    for cell in &mut buf.content {
        if !letter(cell) {
            seal_cell(cell);
        }
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

/// Makes one cell safe (see [`seal`]); what cannot be shown in its place becomes `·`.
pub(crate) fn seal_cell(cell: &mut Cell) {
    let symbol = cell.symbol();
    if symbol.chars().all(fit::is_plain) {
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
