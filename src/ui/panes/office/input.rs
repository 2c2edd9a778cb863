//! Input to the office: the card scrolls, the list moves, the filter is typed, a box is answered; what is left
//! is looked up among the bindings.

use super::{Focus, OfficePane, bindings};
use crate::ui::kit::binding::Dispatch;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::line::{Line, Typed};
use crate::ui::kit::list::Listed;
use crate::ui::kit::prose;
use crate::ui::kit::split::SIDE_BY_SIDE;
use crate::ui::panes::Pane;
use crate::ui::panes::ask::Answered;

impl OfficePane {
    pub(super) fn in_card(&mut self, input: &Input) -> bool {
        let place = self.places().1;
        let rows = place.map_or(1, |area| usize::from(Panel::inner(area).height));
        prose::scroll(input, place, rows, self.card.len(), &mut self.scroll)
    }

    pub(super) fn in_list(&mut self, input: &Input) -> bool {
        let Some(rows) = self.list_rows() else {
            return false;
        };
        // Nothing is done to several quotations at once.
        if matches!(input, Input::Key(chord) if chord.key == Key::Char(' ')) {
            return false;
        }
        let before = self.list.selected().copied();
        match self
            .list
            .update(input, rows, self.shown.as_slice(), &self.moves)
        {
            Listed::Ignored => return false,
            Listed::Moved | Listed::Marked(_) => {}
            Listed::Opened(_) => self.open_card(),
        }
        let wide = self.area.width >= SIDE_BY_SIDE;
        if matches!(input, Input::Mouse(_)) && self.focus == Focus::Card && wide {
            self.focus = Focus::List;
        }
        self.open(before);
        true
    }

    pub(super) fn open_card(&mut self) {
        self.focus = Focus::Card;
        self.write_card();
    }

    pub(super) fn start_filter(&mut self) {
        self.filtering = true;
        self.focus = Focus::List;
        self.sync();
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
                    self.filter = Line::default();
                    self.filtering = false;
                    self.sift();
                    return true;
                }
                _ => {}
            }
        }
        if self.filter.update(input) == Typed::Changed {
            self.sift();
        }
        !matches!(input, Input::Mouse(_))
    }

    /// One step back: the comparison, the card, the filter. Nothing typed is ever lost by it.
    pub(super) fn back(&mut self) -> bool {
        if self.compared.take().is_some() {
            self.scroll.offset = 0;
            self.write_card();
            return true;
        }
        if self.focus == Focus::Card {
            self.focus = Focus::List;
            self.sync();
            return true;
        }
        if self.filter.text().is_empty() {
            return false;
        }
        self.filter = Line::default();
        self.sift();
        true
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
                let typed = ask.typed();
                let before = self.out.last_token();
                self.answer(answer, ask, wanted.clone());
                if let (Some(ask), Some(sent)) = (typed, self.out.sent_since(before)) {
                    self.typed.keep(sent, (ask, wanted));
                }
            }
        }
        true
    }

    /// The command with `token` is done, or was refused: then what was written for it comes back, where
    /// nothing else is being written.
    pub(super) fn settle(&mut self, token: u64, done: bool) {
        if let Some(pricing) = self.sending.settle(token).filter(|_| !done) {
            self.sending.wait(pricing);
        }
        self.settle_writing(token, done);
        if let Some(typed) = self.typed.settle(token).filter(|_| !done) {
            self.typed.wait(typed);
        }
    }

    /// Brings back what was refused, as soon as nothing else is being written.
    pub(super) fn bring_back(&mut self) {
        if self.typing() {
            return;
        }
        if let Some(writing) = self.posting.back() {
            self.writing = Some(writing);
        } else if let Some(typed) = self.typed.back() {
            self.ask = Some(typed);
        } else if self.pricing.is_none()
            && let Some(pricing) = self.sending.back()
        {
            self.pricing = Some(pricing);
        }
    }

    pub(super) fn run(&mut self, dispatch: Dispatch<OfficePane>) -> bool {
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
