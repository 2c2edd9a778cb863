//! Where list and card stand, and what of them there is room for. Never moves anything.

use super::{Browse, Focus, inside};
use crate::ui::kit::columns::{self, Column, Placed};
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view;
use crate::ui::kit::split::{self, Shape, WIDE};
use ratatui::layout::Rect;

impl<R: Rows> Browse<R> {
    /// Returns where list and card stand: both when there is room, else the one that has the keys.
    pub fn places(&self) -> (Option<Rect>, Option<Rect>) {
        let card = self.focus == Focus::Card;
        match self.whole {
            true if card => (None, Some(self.area)),
            true => (Some(self.area), None),
            false => split::places(self.area, self.shape(card)),
        }
    }

    fn shape(&self, open_has_keys: bool) -> Shape {
        let rows = self.rows.as_ref().map(Rows::len).filter(|n| *n > 0);
        let around = list_view::around(self.has_filter_line());
        Shape {
            open_has_keys,
            table: self.table,
            rows: rows.map(|n| n.saturating_add(around)),
        }
    }

    /// Returns whether both show as long as none of them has all the room.
    pub fn shows_both(&self) -> bool {
        let card = self.focus == Focus::Card;
        let places = split::places(self.area, self.shape(card));
        matches!(places, (Some(_), Some(_)))
    }

    /// Returns whether there is room for both, however long the list.
    pub fn is_wide(&self) -> bool {
        self.area.width >= WIDE
    }

    /// Returns whether list and card show at once.
    pub fn is_beside(&self) -> bool {
        matches!(self.places(), (Some(_), Some(_)))
    }

    /// Returns the columns a card has.
    pub fn card_width(&self) -> u16 {
        self.places().1.map_or(60, |area| inside(area).width)
    }

    pub(super) fn card_rows(&self) -> usize {
        let place = self.places().1.map(inside);
        place.map_or(1, |area| {
            usize::from(area.height.saturating_sub(self.fixed))
        })
    }

    pub(super) fn list_rows(&self) -> Option<Rect> {
        let list = self.places().0?;
        Some(list_view::rows_area(list, self.has_filter_line()))
    }

    /// Returns which of `table` show, and where.
    pub fn placed(&self, table: &[Column]) -> Vec<Placed> {
        let width = self.list_rows().map_or(0, |rows| rows.width);
        columns::place(table, width.saturating_sub(list_view::GUTTER))
    }
}
