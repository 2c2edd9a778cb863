//! What is done with the answer to a question.

use super::PeoplePane;
use super::actions::EVENING;
use crate::desk::access;
use crate::domain::access::Fingerprint;
use crate::domain::ids::InvitationId;
use crate::domain::person::{NewPerson, Role};
use crate::domain::{Command, Millis, PersonId};
use crate::ui::kit::form::Form;
use crate::ui::message::Effect;
use crate::ui::panes::ask::{Answered, Ask, read_when};

/// How long an invitation lasts when nothing else is said.
const USUAL: Millis = 48 * 3_600_000;

/// What an answer is wanted for.
#[derive(Clone)]
pub enum Wanted {
    /// Somebody new.
    Add,
    /// Their name and mail.
    Edit(PersonId),
    /// What they are.
    Roles(PersonId),
    /// Whether they may no longer enter.
    Disable(PersonId),
    /// Until when they are invited.
    Invite(PersonId),
    /// A key of theirs.
    AddKey(PersonId),
    /// Which key is revoked.
    Revoke(Vec<Fingerprint>),
    /// Whether it is.
    RevokeSure(Fingerprint),
    /// Which key is named.
    NameKey(Vec<Fingerprint>),
    /// What it is called.
    NewName(Fingerprint),
    /// Which invitation is taken back.
    Withdraw(Vec<InvitationId>),
}

/// What cannot simply be taken back, and is weighed before it is asked.
pub enum Ending {
    /// This person may no longer enter.
    Access(PersonId),
    /// This key of theirs is revoked.
    Key(PersonId, Fingerprint),
}

impl PeoplePane {
    /// Does what was wanted.
    pub(super) fn answer(&mut self, answer: Answered, ask: Ask, wanted: Wanted) {
        match answer {
            Answered::Chosen(at) => self.chosen(at, wanted),
            Answered::Text(text) => self.entered(&text, wanted),
            Answered::Yes => self.confirmed(wanted),
            Answered::Filled => {
                if let Ask::Form(form) = ask {
                    self.filled(&form.form, wanted);
                }
            }
            Answered::Open | Answered::Refused(_) | Answered::Cancelled => {}
        }
    }

    /// A form for somebody new that is left is kept, to come back to.
    pub(super) fn cancelled(&mut self, ask: Ask, wanted: &Wanted) {
        if let (Ask::Form(form), Wanted::Add) = (ask, wanted)
            && form.form.dirty()
        {
            self.left_form = Some(*form);
            let words = self.text("form-kept");
            self.out.say(words);
        }
    }

    /// One of several was chosen, or there was only one.
    pub(super) fn chosen(&mut self, at: usize, wanted: Wanted) {
        match wanted {
            Wanted::Revoke(keys) => {
                if let Some(key) = keys.into_iter().nth(at) {
                    self.confirm_revoke(key);
                }
            }
            Wanted::NameKey(keys) => {
                if let Some(key) = keys.into_iter().nth(at) {
                    self.ask_new_name(key);
                }
            }
            Wanted::Withdraw(invitations) => {
                if let Some(id) = invitations.get(at) {
                    self.out.submit(Command::WithdrawInvitation(*id), None);
                }
            }
            Wanted::Add
            | Wanted::Edit(_)
            | Wanted::Roles(_)
            | Wanted::Disable(_)
            | Wanted::Invite(_)
            | Wanted::AddKey(_)
            | Wanted::RevokeSure(_)
            | Wanted::NewName(_) => {}
        }
    }

    fn entered(&mut self, text: &str, wanted: Wanted) {
        match wanted {
            Wanted::Invite(person) => self.invite(person, text),
            Wanted::NewName(fingerprint) => {
                let name = text.into();
                self.out
                    .submit(Command::NameKey { fingerprint, name }, None);
            }
            Wanted::AddKey(person) => {
                // What cannot be read is not taken by the prompt.
                if let Ok(key) = access::read_key(text) {
                    self.out.submit(Command::AddKey { person, key }, None);
                }
            }
            Wanted::Add
            | Wanted::Edit(_)
            | Wanted::Roles(_)
            | Wanted::Disable(_)
            | Wanted::Revoke(_)
            | Wanted::RevokeSure(_)
            | Wanted::NameKey(_)
            | Wanted::Withdraw(_) => {}
        }
    }

    fn confirmed(&mut self, wanted: Wanted) {
        match wanted {
            Wanted::Disable(person) => {
                let active = false;
                self.out.submit(Command::SetActive { person, active }, None);
            }
            Wanted::RevokeSure(fingerprint) => {
                self.out.submit(Command::RevokeKey(fingerprint), None);
            }
            Wanted::Add
            | Wanted::Edit(_)
            | Wanted::Roles(_)
            | Wanted::Invite(_)
            | Wanted::AddKey(_)
            | Wanted::Revoke(_)
            | Wanted::NameKey(_)
            | Wanted::NewName(_)
            | Wanted::Withdraw(_) => {}
        }
    }

    fn filled(&mut self, form: &Form, wanted: Wanted) {
        let text = |id: &str| form.text(id).trim().into();
        let command = match wanted {
            Wanted::Add => Command::AddPerson(NewPerson {
                name: text("name"),
                email: text("email"),
                roles: marked(form),
            }),
            Wanted::Edit(person) => Command::EditPerson {
                person,
                name: text("name"),
                email: text("email"),
            },
            Wanted::Roles(person) => Command::ChangeRoles {
                person,
                roles: marked(form),
            },
            Wanted::Disable(_)
            | Wanted::Invite(_)
            | Wanted::AddKey(_)
            | Wanted::Revoke(_)
            | Wanted::RevokeSure(_)
            | Wanted::NameKey(_)
            | Wanted::NewName(_)
            | Wanted::Withdraw(_) => return,
        };
        let command = match form.seen() {
            0 => command,
            seen => command.upon(seen),
        };
        self.out.submit(command, None);
    }

    /// Asks the session for a code: making one is not for a screen.
    fn invite(&mut self, person: PersonId, until: &str) {
        let until = match until.trim() {
            "" => Ok(self.ctx.now + USUAL),
            words => read_when(&self.ctx, words, EVENING),
        };
        match until {
            Ok(until) => {
                self.out.send(|token| Effect::Invite {
                    token,
                    person,
                    until,
                });
            }
            Err(why) => self.out.refuse(why),
        }
    }
}

/// The roles that are marked.
fn marked(form: &Form) -> Vec<Role> {
    let marked = |role: &Role| form.toggled(role.key());
    Role::ALL.into_iter().filter(marked).collect()
}
