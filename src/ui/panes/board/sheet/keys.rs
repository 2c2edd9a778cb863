//! What the keys do on a page of its own: agree, post, grant, go from one proposal to the next. Never lays it out.

use super::{Kind, Sheet};
use crate::domain::ids::PersonId;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::opportunity::{BoardCommand, Payer};
use crate::domain::person::Permission;
use crate::ui::frame::ListPane;
use crate::ui::kit::keys::Key;
use crate::ui::panes::board::BoardPane;

impl BoardPane {
    pub(super) fn in_terms(&mut self, key: Key) -> bool {
        let Some(sheet) = &mut self.sheet else {
            return false;
        };
        let Kind::Terms {
            of,
            agreement,
            consent,
            ..
        } = &mut sheet.kind
        else {
            return false;
        };
        match key {
            Key::Char(' ') if agreement.payer == Payer::Provider => {
                *consent = !*consent;
                self.write_sheet();
            }
            Key::Char('y') if agreement.payer == Payer::Provider && !*consent => {
                let words = self.text("refusal-consent-missing");
                self.frame.out.refuse(words);
            }
            Key::Char('y') => {
                let command = BoardCommand::Confirm {
                    opportunity: *of,
                    agreement: agreement.clone(),
                    consent: *consent,
                };
                let token = self.send(command);
                if let Some(Sheet {
                    kind: Kind::Terms { sent, .. },
                    ..
                }) = &mut self.sheet
                {
                    *sent = Some(token);
                }
            }
            Key::Char('x') => {
                let of = *of;
                self.ask_decline(of);
            }
            _ => return false,
        }
        true
    }

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
