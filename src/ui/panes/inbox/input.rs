//! Input to the inbox: the case scrolls, the list moves, the filter is typed, a box is answered; what is
//! left is looked up among the bindings.

use super::keeping::Kept;
use super::{Focus, InboxPane, SIDE_BY_SIDE, bindings, list};
use crate::ui::kit::binding::Dispatch;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::line::Typed;
use crate::ui::kit::list::Listed;
use crate::ui::panes::ask::Answered;

impl InboxPane {
    pub(super) fn in_case(&mut self, input: &Input) -> bool {
        self.scroll.height = self.case_rows();
        let last = self.document.lines.len().saturating_sub(self.scroll.height);
        let page = isize::try_from(self.scroll.height / 2).unwrap_or(1).max(1);
        let offset = self.scroll.offset;
        let to = match input {
            Input::Key(chord) => match (chord.key, chord.ctrl) {
                (Key::Char('j') | Key::Down, false) => offset + 1,
                (Key::Char('k') | Key::Up, false) => offset.saturating_sub(1),
                (Key::Char('d'), true) => offset.saturating_add_signed(page),
                (Key::Char('u'), true) => offset.saturating_add_signed(-page),
                (Key::PageDown | Key::Char(' '), _) => offset.saturating_add_signed(2 * page),
                (Key::PageUp, _) => offset.saturating_add_signed(-2 * page),
                (Key::Char('g') | Key::Home, false) => 0,
                (Key::Char('G') | Key::End, _) => last,
                _ => return false,
            },
            Input::Mouse(mouse) => {
                use crate::ui::kit::keys::MouseKind;
                match (mouse.kind, self.places().1) {
                    (MouseKind::WheelDown, Some(area)) if mouse.within(area) => offset + 3,
                    (MouseKind::WheelUp, Some(area)) if mouse.within(area) => {
                        offset.saturating_sub(3)
                    }
                    _ => return false,
                }
            }
            Input::Paste(_) => return false,
        };
        self.scroll.offset = to.min(last);
        true
    }

    pub(super) fn in_list(&mut self, input: &Input) -> bool {
        let (Some(area), Some(inbox)) = (self.places().0, &self.inbox) else {
            return false;
        };
        let rows = list::rows_area(area, self.filter_shown());
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
                let kept = ask.typed().map(|typed| Kept::Asked(typed, wanted.clone()));
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
        let keymap = std::mem::take(&mut self.keymap);
        let dispatch = bindings::SCOPE.dispatch(&keymap, *chord, self);
        let hidden = keymap
            .at(*chord)
            .and_then(|at| bindings::SCOPE.bindings.get(at));
        self.keymap = keymap;
        if let (Dispatch::Unbound, Some(binding)) = (&dispatch, hidden)
            && let Some(reason) = bindings::why_hidden(self, binding.id)
        {
            let words = reason.text(&self.ctx.texts);
            self.out.refuse(words);
            return true;
        }
        self.run(dispatch)
    }
}
