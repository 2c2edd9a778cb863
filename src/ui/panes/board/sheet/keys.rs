//! What the keys do on a page of its own: agree, post, grant, go from one proposal to the next. Never lays it out.

use super::{Kind, Sheet};
use crate::domain::ids::PersonId;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::person::Permission;
use crate::ui::frame::ListPane;
use crate::ui::kit::keys::Key;
use crate::ui::panes::board::BoardPane;

impl BoardPane {
    pub(super) fn in_preview(&mut self, key: Key) -> bool {
        if key != Key::Enter {
            return false;
        }
        if let Some(Sheet {
            kind: Kind::Preview(shown),
            ..
        }) = self.sheet.take()
        {
            let (_, posting, description) = *shown;
            self.post(posting, description);
        }
        true
    }

    /// Who grants credits grants some from here.
    pub(super) fn in_credits(&mut self, person: PersonId, key: Key) -> bool {
        let grants = key == Key::Char('n') && self.ctx().me.may(Permission::GrantCredits);
        if grants {
            self.sheet = None;
            self.ask_grant(person);
        }
        grants
    }

    pub(super) fn in_compare(&mut self, key: Key) -> bool {
        match key {
            Key::Left => self.compare_step(-1),
            Key::Right | Key::Tab => self.compare_step(1),
            Key::Char('i') => self.judge_compared(Verdict::Interesting),
            Key::Char('I') => self.judge_compared(Verdict::NotInteresting),
            Key::Char('y') => self.select_compared(),
            _ => return false,
        }
        true
    }
}
