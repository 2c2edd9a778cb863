//! A list with what is selected of it beside it: the filter, the place of each, which of them has the keys, what
//! a key or the mouse does in them. Knows neither what the rows are nor what is done with them.

mod acted;
mod inputs;
mod places;

use ratatui::layout::Rect;

use super::queue::Acted;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::binding::offers::Offered;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keymap::Keymap;
use crate::ui::kit::line::Line;
use crate::ui::kit::list::{List, MOVES, Rows, Viewport};
use crate::ui::kit::prose;

/// Which of the two has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    List,
    /// What is selected of it.
    Card,
}

/// What an input did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browsed {
    /// It means nothing here.
    Ignored,
    /// Nothing that others need to know.
    Taken,
    /// Another row may be selected, or something else may have the keys.
    Moved,
    /// What is selected was opened.
    Opened,
    /// The filter is another.
    Filtered,
    /// The name of the column at this place of the table was pressed.
    Named(usize),
}

/// A list and the card of what is selected.
pub struct Browse<R: Rows> {
    /// The rows, once they came.
    pub rows: Option<R>,
    /// What is selected, what is marked, which part shows.
    pub list: List<R::Id>,
    /// What was typed behind `/`.
    pub filter: Line,
    /// Which of the two has the keys.
    pub focus: Focus,
    /// What is selected, laid out.
    pub card: Vec<prose::Line>,
    /// Where the card is scrolled to.
    pub scroll: Viewport,
    /// Rows at the top of the card that do not scroll.
    pub fixed: u16,
    /// Whether rows can be marked, to do something to several at once.
    pub marks: bool,
    /// Whether the one that has the keys has all the room.
    pub whole: bool,
    /// Whether the list is a table of many columns: what is selected of it stands below it.
    pub table: bool,
    /// Whether what is open stays under the eye when it leaves the list.
    pub holds: bool,
    /// The columns the card was laid out for.
    pub laid_out: u16,
    /// What was just acted on: when it moves away the cursor goes to the next row.
    acted: Option<Acted<R::Id>>,
    /// Where the cursor goes when the card is left, because what was acted on in it moved away.
    resumes: Option<R::Id>,
    /// What was opened.
    open: Option<R::Id>,
    /// Whether somebody came for what is open: the list stays as it was.
    held: bool,
    /// What was selected when that was asked last.
    told: Option<R::Id>,
    filtering: bool,
    /// How it stood before something was taken up for another pane.
    lent: Option<Lent<R::Id>>,
    moves: Keymap,
    area: Rect,
}

/// How a list and its card stood.
struct Lent<Id> {
    focus: Focus,
    open: Option<Id>,
    held: bool,
    offset: usize,
}

/// The place for the lines of a card: inside the border, with a column of air on each side.
pub fn inside(area: Rect) -> Rect {
    let inner = Panel::inner(area);
    Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(2),
        ..inner
    }
}

impl<R: Rows> Browse<R> {
    /// Returns a list without rows that moves by the keys of `moves`.
    pub fn new(moves: Keymap) -> Browse<R> {
        Browse {
            rows: None,
            list: List::default(),
            filter: Line::default(),
            focus: Focus::List,
            card: Vec::new(),
            scroll: Viewport::default(),
            fixed: 0,
            marks: false,
            whole: false,
            table: false,
            holds: false,
            laid_out: 0,
            acted: None,
            resumes: None,
            open: None,
            held: false,
            told: None,
            filtering: false,
            lent: None,
            moves,
            area: Rect::default(),
        }
    }

    /// Returns where all of it stands.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Takes the place it has from now on; false when that is the one it had.
    pub fn resize(&mut self, area: Rect) -> bool {
        let other = self.area != area;
        self.area = area;
        other
    }

    /// Returns whether the filter has a line of its own.
    pub fn has_filter_line(&self) -> bool {
        self.filtering || self.is_filtered()
    }

    /// Returns whether something was typed into the filter.
    pub fn is_filtered(&self) -> bool {
        !self.filter.text().is_empty()
    }

    /// Returns whether the filter is being typed.
    pub fn filtering(&self) -> bool {
        self.filtering
    }

    /// Returns the name of what is shown: the selected row, or what is open and has left the list.
    pub fn selected(&self) -> Option<R::Id> {
        match &self.open {
            Some(open) if self.is_held() || (self.holds && self.focus == Focus::Card) => {
                Some(open.clone())
            }
            _ => self.list.selected().cloned(),
        }
    }

    /// Returns what an action is about: what is open, else the marked rows, else the selected one.
    pub fn chosen(&self) -> Vec<R::Id> {
        match &self.open {
            Some(open) if self.is_held() => vec![open.clone()],
            _ => self.list.chosen(),
        }
    }

    /// Returns whether the rows came and there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.as_ref().is_some_and(Rows::is_empty)
    }

    /// Gives the card the keys, on what is selected in the list.
    pub fn open(&mut self) {
        self.focus = Focus::Card;
        self.resumes = None;
        self.open = self.list.selected().cloned();
        self.held = false;
    }

    /// Gives the card the keys, on what somebody came for, whether the list has it or not. The list stays as it
    /// is.
    pub fn hold(&mut self, id: R::Id) {
        self.focus = Focus::Card;
        self.open = Some(id);
        self.held = true;
    }

    /// Remembers how it stands, for something to be taken up for another pane.
    pub fn lend(&mut self) {
        let stands = || Lent {
            focus: self.focus,
            open: self.open.clone(),
            held: self.held,
            offset: self.scroll.offset,
        };
        if self.lent.is_none() {
            self.lent = Some(stands());
        }
    }

    /// Stands as it did before, and returns where the card was scrolled to; nothing when nothing was taken up.
    pub fn give_back(&mut self) -> Option<usize> {
        let lent = self.lent.take()?;
        (self.focus, self.open, self.held) = (lent.focus, lent.open, lent.held);
        Some(lent.offset)
    }

    /// Returns whether something is taken up for another pane.
    pub fn is_lent(&self) -> bool {
        self.lent.is_some()
    }

    /// What was taken up stays open.
    pub fn keep(&mut self) {
        self.lent = None;
    }

    /// Returns whether what is open is what somebody came for.
    pub fn is_held(&self) -> bool {
        self.held && self.focus == Focus::Card
    }

    /// Selects the row so many rows further, and opens that where something is open.
    pub fn step(&mut self, rows: isize) {
        if let (true, Some(open), Some(all)) = (self.is_held(), &self.open, &self.rows) {
            self.list.select(open, all);
        }
        self.held = false;
        self.list.viewport.by(rows);
        let at = self.list.viewport.selected;
        let all = self.rows.as_ref();
        if let Some((all, id)) = all.and_then(|all| Some((all, all.id(at)?))) {
            self.list.select(&id, all);
            self.open = Some(id);
            self.resumes = None;
        }
    }

    /// Follows rows, a size or a selection that changed. Yields whether another row is selected than when this
    /// was asked last: its card begins at its top.
    pub fn sync(&mut self) -> bool {
        self.go_on();
        let height = self.list_rows().map_or(1, |area| area.height);
        if let Some(rows) = &self.rows {
            self.list.sync(rows, height.max(1));
            // What left the list stays open; else the card is of what is selected.
            let is_there = |open: &R::Id| rows.find(open).is_some();
            if !self.is_held() && self.open.as_ref().is_none_or(is_there) {
                self.open = self.list.selected().cloned();
            }
        }
        let other = self.selected() != self.told;
        if other {
            self.told = self.selected();
            self.scroll.offset = 0;
        }
        other
    }

    /// Selects a row by name; false when it is not shown.
    pub fn select(&mut self, id: &R::Id) -> bool {
        let rows = self.rows.as_ref();
        rows.is_some_and(|rows| self.list.select(id, rows))
    }

    /// Begins to type a filter.
    pub fn start_filter(&mut self) {
        self.filtering = true;
        self.focus = Focus::List;
    }

    /// Shows every row again.
    pub fn clear_filter(&mut self) {
        self.filter.clear();
        self.filtering = false;
    }

    /// Goes one step back: out of the card, then without marks, then without the filter.
    pub fn back(&mut self) -> Browsed {
        if self.focus == Focus::Card {
            self.focus = Focus::List;
            if let Some(next) = self.resumes.take() {
                self.list.aim(next);
            }
            return Browsed::Moved;
        }
        if self.list.unmark() {
            return Browsed::Taken;
        }
        if self.is_filtered() {
            self.clear_filter();
            return Browsed::Filtered;
        }
        Browsed::Ignored
    }

    /// Returns whether [`Browse::back`] leads anywhere.
    pub fn has_back(&self) -> bool {
        self.focus == Focus::Card || !self.list.marks().is_empty() || self.is_filtered()
    }

    /// Returns the keys that move in the list.
    pub fn entries(&self) -> Vec<Entry> {
        MOVES.entries(&self.moves, &self.list.viewport)
    }

    /// Returns the same, asked for as far as there is room.
    pub fn offers(&self) -> Offered<'_, Viewport> {
        Offered::new(&MOVES, &self.moves, &self.list.viewport)
    }
}
