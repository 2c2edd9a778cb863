//! Input to the inbox: the case scrolls, the list moves, the filter is typed, a box is answered; what is
//! left is looked up among the bindings.

use super::keeping::Words;
use super::{Focus, InboxPane, bindings};
use crate::ui::kit::binding::Dispatch;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::line::Typed;
use crate::ui::kit::list::Listed;
use crate::ui::kit::list_view;
use crate::ui::kit::prose;
use crate::ui::kit::split::SIDE_BY_SIDE;
use crate::ui::panes::ask::Answered;

impl InboxPane {
    pub(super) fn in_case(&mut self, input: &Input) -> bool {
        let (place, rows, len) = (self.places().1, self.case_rows(), self.document.lines.len());
        prose::scroll(input, place, rows, len, &mut self.scroll)
    }

    pub(super) fn in_list(&mut self, input: &Input) -> bool {
        let (Some(area), Some(inbox)) = (self.places().0, &self.inbox) else {
            return false;
        };
        let rows = list_view::rows_area(area, self.filter_shown());
        match self.list.update(input, rows, inbox, &self.moves) {
            Listed::Ignored => return false,
            Listed::Moved | Listed::Marked(_) => {}
            Listed::Opened(_) => self.open_case(),
        }
        if let Input::Mouse(_) = input
            && self.focus == Focus::Case
            && self.area.width >= SIDE_BY_SIDE
        {
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

    /// One step back: the case, the marks, the filter. Nothing typed is ever lost by it.
    pub(super) fn back(&mut self) -> bool {
        if self.focus == Focus::Case {
            self.focus = Focus::List;
            self.sync();
            return true;
        }
        if self.list.unmark() {
            return true;
        }
        if !self.filter.text().is_empty() {
            self.filter.clear();
            self.relist();
            return true;
        }
        false
    }

    pub(super) fn in_ask(&mut self, input: &Input) -> bool {
        let Some((mut ask, wanted)) = self.ask.take() else {
            return false;
        };
        match ask.update(input, self.area) {
            Answered::Open => self.ask = Some((ask, wanted)),
            Answered::Refused(why) => {
                self.out.refuse(why);
                self.ask = Some((ask, wanted));
            }
            Answered::Cancelled => self.cancelled(ask, wanted),
            answer => {
                let kept = ask.typed().map(|typed| Words::Asked(typed, wanted.clone()));
                let before = self.out.last_token();
                self.answer(answer, ask, wanted);
                self.keep(before, kept);
            }
        }
        true
    }

    pub(super) fn run(&mut self, dispatch: Dispatch<InboxPane>) -> bool {
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
