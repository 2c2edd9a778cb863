//! What an input does to list, card and filter. Never says what the pane does next: that is in what it yields.

use super::{Browse, Browsed, Focus};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keys::{Input, Key, MouseKind};
use crate::ui::kit::line::Typed;
use crate::ui::kit::list::{Listed, Rows};
use crate::ui::kit::{list_view, prose};

impl<R: Rows> Browse<R> {
    /// Takes one input; `table` are the columns of the list.
    pub fn input(&mut self, input: &Input, table: &[Column]) -> Browsed {
        if let Some(column) = self.named(input, table) {
            return Browsed::Named(column);
        }
        if self.filtering {
            return self.in_filter(input);
        }
        let points = matches!(input, Input::Mouse(_));
        let card_first = points || self.focus == Focus::Card;
        if card_first && self.in_card(input) {
            return Browsed::Taken;
        }
        if points || self.focus == Focus::List {
            return self.in_list(input);
        }
        Browsed::Ignored
    }

    /// The column whose name was pressed.
    fn named(&self, input: &Input, table: &[Column]) -> Option<usize> {
        let Input::Mouse(mouse) = input else {
            return None;
        };
        let names = list_view::header_area(self.places().0?, self.has_filter_line());
        let pressed = mouse.kind == MouseKind::Press && mouse.within(names);
        pressed.then(|| list_view::column_at(names, table, mouse.column))?
    }

    fn in_card(&mut self, input: &Input) -> bool {
        let (place, rows) = (self.places().1, self.card_rows());
        prose::scroll(input, place, rows, self.card.len(), &mut self.scroll)
    }

    fn in_list(&mut self, input: &Input) -> Browsed {
        let (Some(area), Some(rows)) = (self.list_rows(), &self.rows) else {
            return Browsed::Ignored;
        };
        let blank = matches!(input, Input::Key(chord) if chord.key == Key::Char(' '));
        if blank && !self.marks {
            return Browsed::Ignored;
        }
        let did = match self.list.update(input, area, rows, &self.moves) {
            Listed::Ignored => return Browsed::Ignored,
            Listed::Moved | Listed::Marked(_) => Browsed::Moved,
            Listed::Opened(_) => {
                self.open();
                Browsed::Opened
            }
        };
        // Where both show, a press in the list is for the list.
        if matches!(input, Input::Mouse(_)) && self.shows_both() && !self.whole {
            self.focus = Focus::List;
        }
        did
    }

    fn in_filter(&mut self, input: &Input) -> Browsed {
        if let Input::Key(chord) = input {
            match chord.key {
                Key::Enter | Key::Down | Key::Up => {
                    self.filtering = false;
                    return Browsed::Moved;
                }
                Key::Esc => {
                    self.clear_filter();
                    return Browsed::Filtered;
                }
                _ => {}
            }
        }
        match self.filter.update(input) {
            Typed::Changed => Browsed::Filtered,
            _ if matches!(input, Input::Mouse(_)) => Browsed::Ignored,
            _ => Browsed::Taken,
        }
    }
}
