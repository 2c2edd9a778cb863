//! What is done about keys, and what cannot simply be taken back: it says what it comes to before it asks.

use std::sync::Arc;

use super::PeoplePane;
use crate::desk::access;
use crate::desk::views::{KeyRow, PersonRow};
use crate::domain::access::Fingerprint;
use crate::domain::access::command::AccessCommand;
use crate::domain::person::command::PeopleCommand;
use crate::domain::{Command, PersonId};
use crate::ui::frame::ask::text_check;
use crate::ui::frame::{Ctx, Pane};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::{Check, Prompt};
use crate::ui::kit::texts::Arg;
use crate::ui::message::Effect;

/// What cannot simply be taken back, and is weighed before it is asked.
pub enum Ending {
    /// This person may no longer enter.
    Access(PersonId),
    /// This key of theirs is revoked.
    Key(PersonId, Fingerprint),
}

impl PeoplePane {
    /// A key that was handed in: its line is pasted. It is called as its comment says.
    pub(super) fn ask_key_line(&mut self) {
        let Some(row) = self.selected() else { return };
        let (person, title) = (row.id, self.about("ask-key-line", row));
        let hint = "ssh-ed25519 AAAA… fay@laptop";
        let prompt = Prompt::new(title, hint, "", key_check(self.ctx()));
        self.ask(Question::line(prompt, move |p: &mut PeoplePane, line| {
            // What cannot be read is not taken by the prompt.
            if let Ok(key) = access::read_key(line) {
                p.submit(Command::Access(AccessCommand::AddKey { person, key }));
            }
        }));
    }

    /// The keys that can be revoked or named, as one chooses among them.
    fn live_keys(&self) -> Vec<(Choice, Fingerprint)> {
        let live = self.keys.iter().filter(|key| key.revoked.is_none());
        let choice = |key: &KeyRow| {
            let (kind, print) = (key.algorithm.short(), key.fingerprint.as_str());
            let called = match key.name.is_empty() {
                true => self.text("key-no-name"),
                false => key.name.clone(),
            };
            let choice = Choice {
                also: print.to_owned(),
                ..Choice::with(format!("{called} · {kind}"), short(print))
            };
            (choice, key.fingerprint.clone())
        };
        live.map(choice).collect()
    }

    pub(super) fn ask_name_key(&mut self) {
        let (title, keys) = (self.text("ask-name-key"), self.live_keys());
        self.ask_one(title, keys, Self::ask_new_name);
    }

    fn ask_new_name(&mut self, fingerprint: Fingerprint) {
        let key = self.keys.iter().find(|key| key.fingerprint == fingerprint);
        let name = key.map(|key| key.name.clone()).unwrap_or_default();
        let check = text_check(self.ctx(), true);
        let (title, hint) = (self.text("ask-new-name"), self.text("key-name-example"));
        let prompt = Prompt::new(title, hint, &name, check);
        self.ask(Question::line(prompt, move |p: &mut PeoplePane, name| {
            let (fingerprint, name) = (fingerprint.clone(), name.into());
            p.submit(Command::Access(AccessCommand::NameKey {
                fingerprint,
                name,
            }));
        }));
    }

    pub(super) fn ask_disable(&mut self) {
        if let Some(person) = self.selected().map(|row| row.id) {
            self.weigh(Ending::Access(person));
        }
    }

    /// Revoking is for ever: it says so before it asks.
    pub(super) fn ask_revoke(&mut self) {
        let (title, keys) = (self.text("ask-revoke"), self.live_keys());
        self.ask_one(title, keys, |p, key| {
            if let Some(person) = p.selected().map(|row| row.id) {
                p.weigh(Ending::Key(person, key));
            }
        });
    }

    /// Asks the session how many sessions it would end.
    fn weigh(&mut self, ending: Ending) {
        let (person, key) = match &ending {
            Ending::Access(person) => (*person, None),
            Ending::Key(person, key) => (*person, Some(key.clone())),
        };
        let out = &mut self.frame.out;
        let token = out.ask(|token| Effect::CountOpen { token, person, key });
        self.weighing = Some((token, ending));
    }

    /// Now it is known how many sessions it ends: asks, with its consequences in figures.
    pub(super) fn weighed(&mut self, open: usize, ending: Ending) {
        if self.typing() {
            return;
        }
        let (Ending::Access(person) | Ending::Key(person, _)) = &ending;
        let Some(row) = self.person(*person) else {
            return;
        };
        let sessions = ("ends-sessions", open);
        let question = match ending {
            Ending::Access(person) => {
                let figures = [
                    sessions,
                    ("disable-keys", row.keys),
                    ("disable-invitations", row.invitations),
                    ("disable-waiting", usize::try_from(row.waiting).unwrap_or(0)),
                ];
                let confirm = self.confirm("confirm-disable", &row, &figures);
                Question::sure(confirm, move |p: &mut PeoplePane| {
                    let active = false;
                    p.submit(Command::People(PeopleCommand::SetActive { person, active }));
                })
            }
            Ending::Key(_, key) => {
                let confirm = self.confirm("confirm-revoke", &row, &[sessions]);
                let confirm = confirm.with("1", short(key.as_str()));
                Question::sure(confirm, move |p: &mut PeoplePane| {
                    p.submit(Command::Access(AccessCommand::RevokeKey(key.clone())));
                })
            }
        };
        self.ask(question);
    }

    fn confirm(&self, id: &str, row: &PersonRow, figures: &[(&str, usize)]) -> Confirm {
        let yes = (
            Chord::plain(Key::Char('y')),
            self.text(&format!("{id}-yes")),
        );
        let question = self.about(&format!("{id}-question"), row);
        let confirm = Confirm::new(self.text(id), question, yes, self.text("confirm-no"));
        let some = figures.iter().filter(|(_, n)| *n > 0);
        some.fold(confirm, |confirm, (words, n)| {
            confirm.with(n.to_string(), self.with(words, &[("n", (*n).into())]))
        })
    }
}

/// The beginning of a fingerprint, for a narrow place.
fn short(fingerprint: &str) -> String {
    let shown: String = fingerprint.chars().take(18).collect();
    format!("{shown}…")
}

/// A check that reads a public key and shows back what it is.
fn key_check(ctx: &Ctx) -> Check {
    let texts = Arc::clone(&ctx.texts);
    Arc::new(move |line| match access::read_key(line) {
        Ok(key) => Ok(format!("{} {}", key.algorithm.short(), key.fingerprint)),
        Err(problem) => {
            let args: Vec<(&str, Arg)> = match &problem {
                access::KeyProblem::Private | access::KeyProblem::Unreadable => Vec::new(),
                access::KeyProblem::Kind(kind) => vec![("kind", kind.as_str().into())],
                access::KeyProblem::Short(bits) => vec![("bits", (*bits).into())],
            };
            Err(texts.with(&format!("key-problem-{}", problem.key()), &args))
        }
    })
}
