//! Input to the board: the page scrolls, the list moves, the filter is typed; what is left is looked up
//! among the bindings.

use super::{BoardPane, Focus, bindings};
use crate::ui::kit::binding::Dispatch;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::line::Typed;
use crate::ui::kit::list::Listed;
use crate::ui::kit::list_view;
use crate::ui::kit::prose;
use crate::ui::kit::split::SIDE_BY_SIDE;

impl BoardPane {
    pub(super) fn in_page(&mut self, input: &Input) -> bool {
        let (place, rows, len) = (self.places().1, self.page_rows(), self.document.len());
        prose::scroll(input, place, rows, len, &mut self.scroll)
    }

    pub(super) fn in_list(&mut self, input: &Input) -> bool {
        let (Some(area), Some(list)) = (self.places().0, &self.list) else {
            return false;
        };
        // Nothing is done to several opportunities at once.
        if matches!(input, Input::Key(chord) if chord.key == Key::Char(' ')) {
            return false;
        }
        let rows = list_view::rows_area(area, self.filter_shown());
        match self.rows.update(input, rows, list, &self.moves) {
            Listed::Ignored => return false,
            Listed::Moved | Listed::Marked(_) => {}
            Listed::Opened(_) => self.open_page(),
        }
        let wide = self.area.width >= SIDE_BY_SIDE;
        if matches!(input, Input::Mouse(_)) && self.focus == Focus::Page && wide {
            self.focus = Focus::List;
        }
        self.sync();
        true
    }

    pub(super) fn in_filter(&mut self, input: &Input) -> bool {
        if let Input::Key(chord) = input {
            match chord.key {
                Key::Enter | Key::Down | Key::Up => {
                    self.filtering = false;
                    self.sync();
                    return true;
                }
                Key::Esc => {
                    self.filter.clear();
                    self.filtering = false;
                    self.relist();
                    return true;
                }
                _ => {}
            }
        }
        if self.filter.update(input) == Typed::Changed {
            self.relist();
        }
        !matches!(input, Input::Mouse(_))
    }

    /// One step back: the page, the filter. Nothing typed is ever lost by it.
    pub(super) fn back(&mut self) -> bool {
        if self.focus == Focus::Page {
            self.focus = Focus::List;
            self.sync();
            return true;
        }
        if self.filter.text().is_empty() {
            return false;
        }
        self.filter.clear();
        self.relist();
        true
    }

    pub(super) fn run(&mut self, dispatch: Dispatch<BoardPane>) -> bool {
        match dispatch {
            Dispatch::Run(binding) => (binding.run)(self),
            Dispatch::Refused(_, reason) => {
                let words = reason.text(&self.ctx.texts);
                self.out.refuse(words);
            }
            Dispatch::Unbound => return false,
        }
        true
    }

    pub(super) fn key(&mut self, input: &Input) -> bool {
        let Input::Key(chord) = input else {
            return false;
        };
        if chord.key == Key::Esc && self.back() {
            return true;
        }
        let dispatch = bindings::SCOPE.pressed(&self.keymap, *chord, self, bindings::why_hidden);
        self.run(dispatch)
    }
}
