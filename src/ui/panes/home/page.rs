//! The page: its lines on one side or two, which of them lead somewhere, and which part shows. Draws, and knows
//! where a press lands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::HomePane;
use crate::text::fit;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::prose::{self, Tone};
use crate::ui::message::Jump;

/// From this width on there are two sides.
const TWO_SIDES: u16 = 110;
/// Below this width the day has the upper border to itself.
const NARROW: u16 = 52;
/// Columns of the right side: its share of a hundred, and the most.
const RIGHT_SHARE: u16 = 38;
const RIGHT_MOST: u16 = 60;

/// A side of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// A line, and where it leads.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) line: prose::Line,
    pub(super) jump: Option<Jump>,
}

impl Row {
    /// A line that leads nowhere.
    pub(super) fn plain(line: prose::Line) -> Row {
        Row { line, jump: None }
    }
}

/// A part's name at the text's edge, a faint rule, and what stands at its end.
pub(super) fn heading(words: &str, right: &str, width: usize) -> Row {
    let words = fit::clip(words, width.saturating_sub(4));
    let end = match right.is_empty() {
        true => String::new(),
        false => format!(" {right}"),
    };
    let taken = fit::width(&words) + 1 + fit::width(&end);
    let rule = "─".repeat(width.saturating_sub(taken));
    Row::plain(vec![
        (format!("{words} "), Tone::Title),
        (rule, Tone::Faint),
        (end, Tone::Muted),
    ])
}

/// One side: where it stands, its lines, and the first that shows.
#[derive(Default)]
struct Column {
    area: Rect,
    title: String,
    right: String,
    rows: Vec<Row>,
    offset: usize,
}

impl Column {
    fn inner(&self) -> Rect {
        let inner = Panel::inner(self.area);
        Rect {
            width: inner.width.saturating_sub(1),
            ..inner
        }
    }

    fn stops(&self) -> impl Iterator<Item = usize> + '_ {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| row.jump.is_some()).map(|(at, _)| at)
    }

    /// Scrolls so that this line shows, and what stands above the first that leads somewhere with it.
    fn show(&mut self, row: usize) {
        let height = usize::from(self.inner().height).max(1);
        let first = self.stops().next() == Some(row);
        let lowest = (row + 1).saturating_sub(height);
        self.offset = match first {
            true if row < height => 0,
            _ => self.offset.clamp(lowest, row),
        };
        let last = self.rows.len().saturating_sub(height);
        self.offset = self.offset.min(last.max(lowest));
    }

    fn view(&self, selected: Option<usize>, focused: bool, buf: &mut Buffer, look: &Look<'_>) {
        let height = usize::from(self.inner().height);
        let hidden = self.rows.len().saturating_sub(height);
        let panel = Panel {
            title: &self.title,
            right: &self.right,
            bottom: &match hidden {
                0 => String::new(),
                _ => format!("{}/{}", self.offset + 1, hidden + 1),
            },
            focused,
        };
        panel.view(self.area, buf, look);
        let inner = self.inner();
        let rows = self.rows.iter().enumerate().skip(self.offset);
        for (line, (at, row)) in (0..inner.height).zip(rows) {
            let strip = paint::row(inner, line);
            let mut ground = look.theme.text;
            if selected == Some(at) {
                ground = ground.patch(look.theme.selection);
                paint::tint(buf, strip, ground);
                paint::text(buf, Rect { width: 1, ..strip }, "▌", look.theme.accent);
            }
            let parts: Vec<(&str, Style)> = row
                .line
                .iter()
                .map(|(words, tone)| (words.as_str(), ground.patch(tone.style(look.theme))))
                .collect();
            paint::pieces(buf, paint::from(strip, 1), &parts);
        }
    }
}

/// The page, laid out.
#[derive(Default)]
pub(super) struct Page {
    left: Column,
    right: Option<Column>,
}

impl Page {
    /// Where the lines lead, in the order one goes through them.
    pub(super) fn jumps(&self) -> Vec<Jump> {
        let rows = self.left.rows.iter();
        let rows = rows.chain(self.right.iter().flat_map(|side| &side.rows));
        rows.filter_map(|row| row.jump).collect()
    }

    /// Which of a side's lines a stop is.
    fn place(&self, stop: usize) -> Option<(Side, usize)> {
        let left = self.left.stops().count();
        if stop < left {
            return Some((Side::Left, self.left.stops().nth(stop)?));
        }
        let right = self.right.as_ref()?;
        Some((Side::Right, right.stops().nth(stop - left)?))
    }

    /// The first stop of a side, when there are two sides and it has one.
    pub(super) fn first_of(&self, side: Side) -> Option<usize> {
        let left = self.left.stops().count();
        let right = self.right.as_ref()?.stops().count();
        match side {
            Side::Left => (left > 0).then_some(0),
            Side::Right => (right > 0).then_some(left),
        }
    }

    /// Scrolls to a stop.
    pub(super) fn show(&mut self, stop: usize) {
        match (self.place(stop), &mut self.right) {
            (Some((Side::Left, row)), _) => self.left.show(row),
            (Some((Side::Right, row)), Some(right)) => right.show(row),
            _ => {}
        }
    }

    /// The stop at a cell of the screen.
    pub(super) fn stop_at(&self, column: u16, row: u16) -> Option<usize> {
        let at = |side: &Column| {
            let inner = side.inner();
            let within = inner.contains((column, row).into());
            within.then(|| side.offset + usize::from(row - inner.y))
        };
        let nth = |side: &Column, row: usize| side.stops().position(|stop| stop == row);
        if let Some(row) = at(&self.left) {
            return nth(&self.left, row);
        }
        let right = self.right.as_ref()?;
        let stop = nth(right, at(right)?)?;
        Some(self.left.stops().count() + stop)
    }

    /// Draws it.
    pub(super) fn view(&self, selected: usize, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        paint::fill(buf, area, look.theme.screen);
        let place = self.place(selected);
        let on = |side: Side| place.filter(|(at, _)| *at == side).map(|(_, row)| row);
        let at_right = on(Side::Right).is_some();
        self.left.view(on(Side::Left), !at_right, buf, look);
        if let Some(right) = &self.right {
            right.view(on(Side::Right), at_right, buf, look);
        }
    }
}

impl HomePane {
    /// Lays the page out in `area`.
    pub(super) fn laid_out(&self, area: Rect) -> Page {
        let two = area.width >= TWO_SIDES && !self.beside(40).is_empty();
        let right_width = (area.width * RIGHT_SHARE / 100).min(RIGHT_MOST);
        let left_area = match two {
            true => Rect {
                width: area.width - right_width,
                ..area
            },
            false => area,
        };
        let mut left = Column {
            area: left_area,
            title: self.title(),
            right: match left_area.width < NARROW {
                true => String::new(),
                false => self.summary(),
            },
            ..Column::default()
        };
        let width = usize::from(left.inner().width.saturating_sub(2));
        let height = usize::from(left.inner().height);
        left.rows = self.left_rows(width, height, two);
        left.offset = self.page.left.offset;
        let right = two.then(|| {
            let mut side = Column {
                area: Rect {
                    x: area.x + left_area.width,
                    width: right_width,
                    ..area
                },
                title: self.ctx.texts.get("home-beside").into_owned(),
                ..Column::default()
            };
            let width = usize::from(side.inner().width.saturating_sub(2));
            side.rows = self.beside(width);
            side.offset = self.page.right.as_ref().map_or(0, |side| side.offset);
            side
        });
        Page { left, right }
    }
}
