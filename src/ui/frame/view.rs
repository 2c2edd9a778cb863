//! Drawing a list and its card: the border with its words, the filter's line, the names of the columns, the rows,
//! the bar. Never changes what it shows.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::browse::{Browse, Focus, inside};
use crate::text::fit;
use crate::ui::kit::columns::Column;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{
    self, ListView, Row, Shown, Sorted, filter_line, header, header_area, rows_area, scrollbar,
};
use crate::ui::kit::look::Look;
use crate::ui::kit::{paint, prose};

/// What stands around a list.
#[derive(Default)]
pub struct Listing {
    /// At the left of the upper border.
    pub title: String,
    /// At its right; nothing: where one is, `12/214`.
    pub right: Option<String>,
    /// The text that says what can be typed as a filter.
    pub hint: &'static str,
    /// What would fill an empty list and the key that does, as lines.
    pub empty: String,
}

/// The columns of a list, and by which it is sorted.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// The columns.
    pub columns: &'static [Column],
    /// Names of columns that are no texts, each with its place in the table.
    pub names: &'a [(usize, String)],
    /// By which of them.
    pub sorted: Option<Sorted>,
}

/// What stands around a card.
pub struct Heading {
    /// At the left of the upper border.
    pub title: String,
    /// At its right.
    pub right: String,
    /// Words at the top of the card that do not scroll.
    pub top: Option<String>,
    /// The text that stands where nothing is selected.
    pub nothing: &'static str,
}

impl Heading {
    /// Returns the heading of what has this title and these words at the right, if something is selected; else the text
    /// `nothing` stands there.
    pub fn of(selected: Option<(String, String)>, nothing: &'static str) -> Heading {
        let (title, right) = selected.unwrap_or_default();
        Heading {
            title,
            right,
            top: None,
            nothing,
        }
    }
}

/// The rows of what stands at the top of a card so many columns wide: two at most.
pub fn top_lines(top: &str, width: u16) -> impl Iterator<Item = &str> {
    fit::wrap(top, usize::from(width)).into_iter().take(2)
}

impl<R: Rows> Browse<R> {
    /// Draws the list at `area`; `lines` gives the lines of the rows that show, for so many columns.
    pub fn view_list(
        &self,
        area: Rect,
        listing: &Listing,
        table: Table<'_>,
        buf: &mut Buffer,
        look: &Look<'_>,
        lines: impl FnOnce(Range<usize>, u16) -> Vec<Shown>,
    ) {
        let focused = self.focus == Focus::List;
        let mut viewport = self.list.viewport;
        let right = listing.right.clone();
        let marked = match self.list.marks().len() {
            0 => String::new(),
            n => look.texts.with("kit-marked", &[("n", n.into())]),
        };
        let panel = Panel {
            title: &listing.title,
            right: &right.unwrap_or_else(|| viewport.position()),
            bottom: &marked,
            focused,
        };
        let inner = match self.is_beside() {
            true => panel.view_beside(area, buf, look),
            false => panel.view(area, buf, look),
        };
        if self.has_filter_line() {
            let hint = look.texts.get(listing.hint);
            filter_line(inner, buf, look, &self.filter, &hint, self.filtering());
        }
        if self.rows.is_none() {
            return;
        }
        let rows = rows_area(area, self.has_filter_line());
        viewport.height = usize::from(rows.height);
        if viewport.len > 0 {
            let names = header_area(area, self.has_filter_line());
            header(names, buf, look, (table.columns, table.names), table.sorted);
        }
        let view = ListView {
            columns: table.columns,
            viewport,
            focused,
            empty: &listing.empty,
        };
        let first = viewport.offset;
        let shown = lines(viewport.visible(), rows.intersection(buf.area).width);
        let mut shown = (first..).zip(shown).peekable();
        view.view(rows, buf, look, |position| {
            let next = shown.next_if(|(at, _)| *at == position);
            next.map_or_else(|| Row::default().into(), |(_, line)| line)
        });
        let edge = Rect {
            x: area.right().saturating_sub(1),
            width: 1,
            ..rows
        };
        scrollbar(edge, buf, look, &viewport);
    }

    /// Draws the card at `area`.
    pub fn view_card(&self, area: Rect, heading: &Heading, buf: &mut Buffer, look: &Look<'_>) {
        let mut inner = inside(area);
        let panel = Panel {
            title: &heading.title,
            right: &heading.right,
            bottom: &self.place_in_card(inner),
            focused: self.focus == Focus::Card,
        };
        match self.is_beside() {
            true => panel.view_beside(area, buf, look),
            false => panel.view(area, buf, look),
        };
        if self.selected().is_none() && self.is_empty() && !self.is_filtered() {
            // There is nothing to choose: the list says what would be here.
            return;
        }
        if self.selected().is_none() {
            return list_view::empty(inner, buf, look, &look.texts.get(heading.nothing));
        }
        let (top, width) = (heading.top.iter(), inner.width);
        for line in top.flat_map(|top| top_lines(top, width)) {
            paint::text(buf, paint::row(inner, 0), line, look.theme.accent);
            inner = Rect {
                y: inner.y + 1.min(inner.height),
                height: inner.height.saturating_sub(1),
                ..inner
            };
        }
        prose::view(&self.card, self.scroll.offset, inner, buf, look.theme);
    }

    /// `3/40`, where not all lines fit.
    fn place_in_card(&self, inner: Rect) -> String {
        let rows = usize::from(inner.height.saturating_sub(self.fixed));
        match self.card.len() {
            len if len > rows => format!("{}/{len}", self.scroll.offset + 1),
            _ => String::new(),
        }
    }
}
