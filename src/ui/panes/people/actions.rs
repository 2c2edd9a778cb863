//! What is done about people: each action of the binding table, as a command at once or as a question
//! first. What cannot be taken back says what it comes to before it asks.

use std::sync::Arc;

use super::PeoplePane;
use super::answers::{Ending, Wanted};
use crate::desk::access;
use crate::desk::views::{KeyRow, PersonRow};
use crate::domain::Command;
use crate::domain::access::Fingerprint;
use crate::domain::person::Role;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::picker::Picker;
use crate::ui::kit::prompt::{Check, Prompt};
use crate::ui::message::Effect;
use crate::ui::panes::ask::{Ask, FormBox, meanwhile, optional, text_check, when_check};
use crate::ui::panes::{Ctx, Pane};

/// The hour that is meant when only a day is named.
pub(super) const EVENING: (u32, u32) = (18, 0);

impl PeoplePane {
    fn question(&mut self, ask: Ask, wanted: Wanted) {
        self.ask = Some((ask, wanted));
    }

    fn form(&mut self, title: String, fields: Vec<Field>, wanted: Wanted) {
        let form = FormBox {
            title,
            form: Form::new(fields),
        };
        self.question(Ask::Form(Box::new(form)), wanted);
    }

    /// A text that names the selected person.
    fn about(&self, id: &str, row: &PersonRow) -> String {
        let name = row.name.as_str().into();
        self.ctx.texts.with(id, &[("name", name)])
    }

    fn named(&self, name: &str, email: &str) -> Vec<Field> {
        vec![
            Field::text("name", self.text("person-name"), name).required(),
            Field::text("email", self.text("person-mail"), email),
        ]
    }

    /// A field to mark for each role.
    fn role_fields(&self, held: &[Role]) -> Vec<Field> {
        let field = |role: Role| {
            let label = self.text(&format!("role-{}", role.key()));
            Field::toggle(role.key(), label, held.contains(&role))
        };
        Role::ALL.into_iter().map(field).collect()
    }

    /// Somebody new; a form that was left comes back.
    pub(super) fn add_form(&mut self) {
        if let Some(form) = self.left_form.take() {
            return self.question(Ask::Form(Box::new(form)), Wanted::Add);
        }
        let mut fields = self.named("", "");
        fields.extend(self.role_fields(&[]));
        self.form(self.text("form-add-person"), fields, Wanted::Add);
    }

    pub(super) fn edit_form(&mut self) {
        let Some(row) = self.selected() else { return };
        let (id, title) = (row.id, self.about("form-edit-person", row));
        let fields = self.named(&row.name, &row.email);
        self.form(title, fields, Wanted::Edit(id));
        self.read_now();
    }

    /// The form that is open holds what stands now.
    fn read_now(&mut self) {
        let seen = self.ctx.sight.seq();
        if let Some((Ask::Form(form), _)) = &mut self.ask {
            form.form = std::mem::take(&mut form.form).as_of(seen);
        }
    }

    /// Opens what is put right as it stands now, with what was typed over what it was.
    pub(super) fn edit_again(&mut self) {
        let selected = self.selected().map(|row| row.id);
        let Some((Ask::Form(typed), wanted)) = &self.ask else {
            return;
        };
        let typed = typed.form.clone();
        match wanted {
            Wanted::Edit(id) if Some(*id) == selected => self.edit_form(),
            Wanted::Roles(id) if Some(*id) == selected => self.roles_form(),
            _ => return,
        }
        let ctx = self.ctx.clone();
        if let Some((Ask::Form(form), _)) = &mut self.ask {
            form.form.take_over(&typed, |now| meanwhile(&ctx, now));
        }
    }

    pub(super) fn roles_form(&mut self) {
        let Some(row) = self.selected() else { return };
        let (id, title) = (row.id, self.about("form-roles", row));
        let fields = self.role_fields(&row.roles);
        self.form(title, fields, Wanted::Roles(id));
        self.read_now();
    }

    /// A key that was handed in: its line is pasted. It is called as its comment says.
    pub(super) fn ask_key_line(&mut self) {
        let Some(row) = self.selected() else { return };
        let (id, title) = (row.id, self.about("ask-key-line", row));
        let hint = "ssh-ed25519 AAAA… fay@laptop";
        let prompt = Prompt::new(title, hint, "", key_check(&self.ctx));
        self.question(Ask::Prompt(prompt), Wanted::AddKey(id));
    }

    pub(super) fn ask_invite(&mut self) {
        let Some(row) = self.selected() else { return };
        let (id, title) = (row.id, self.about("ask-invite", row));
        let check = optional(when_check(&self.ctx, EVENING));
        let hint = self.text("ask-invite-hint");
        let prompt = Prompt::new(title, hint, "", check);
        self.question(Ask::Prompt(prompt), Wanted::Invite(id));
    }

    /// What it comes to is counted before it is asked.
    pub(super) fn ask_disable(&mut self) {
        if let Some(person) = self.selected().map(|row| row.id) {
            self.weigh(Ending::Access(person));
        }
    }

    /// Revoking is for ever: it says so before it asks.
    pub(super) fn confirm_revoke(&mut self, fingerprint: Fingerprint) {
        if let Some(person) = self.selected().map(|row| row.id) {
            self.weigh(Ending::Key(person, fingerprint));
        }
    }

    /// Asks the session how many sessions it would end.
    fn weigh(&mut self, ending: Ending) {
        let (person, key) = match &ending {
            Ending::Access(person) => (*person, None),
            Ending::Key(person, key) => (*person, Some(key.clone())),
        };
        let token = self
            .out
            .ask(|token| Effect::CountOpen { token, person, key });
        self.weighing = Some((token, ending));
    }

    /// Now it is known how many sessions it ends: asks, with its consequences in figures.
    pub(super) fn weighed(&mut self, open: usize, ending: Ending) {
        if self.typing() {
            return;
        }
        // What waits for them changes with every request.
        self.look_again();
        let (Ending::Access(person) | Ending::Key(person, _)) = &ending;
        let Some(row) = self.people.iter().find(|row| row.id == *person) else {
            return;
        };
        let sessions = ("ends-sessions", open);
        let (confirm, wanted) = match ending {
            Ending::Access(person) => {
                let figures = [
                    sessions,
                    ("disable-keys", row.keys),
                    ("disable-invitations", row.invitations),
                    ("disable-waiting", usize::try_from(row.waiting).unwrap_or(0)),
                ];
                let confirm = self.confirm("confirm-disable", row, &figures);
                (confirm, Wanted::Disable(person))
            }
            Ending::Key(_, key) => {
                let confirm = self.confirm("confirm-revoke", row, &[sessions]);
                let confirm = confirm.with("1", short(key.as_str()));
                (confirm, Wanted::RevokeSure(key))
            }
        };
        self.question(Ask::Confirm(confirm), wanted);
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
            let words = self.ctx.texts.with(words, &[("n", (*n).into())]);
            confirm.with(n.to_string(), words)
        })
    }

    pub(super) fn enable(&mut self) {
        if let Some(row) = self.selected() {
            let person = row.id;
            let active = true;
            self.out.submit(Command::SetActive { person, active }, None);
        }
    }

    /// The keys that can be revoked or named, as one chooses among them.
    fn live_keys(&self) -> Vec<(Choice, Fingerprint)> {
        let live = self.keys.iter().filter(|key| key.revoked.is_none());
        let choice = |key: &KeyRow| {
            let (kind, print) = (key.algorithm.short(), key.fingerprint.as_str());
            let called = if key.name.is_empty() {
                self.text("key-no-name")
            } else {
                key.name.clone()
            };
            Choice {
                also: print.to_owned(),
                ..Choice::with(format!("{called} · {kind}"), short(print))
            }
        };
        live.map(|key| (choice(key), key.fingerprint.clone()))
            .collect()
    }

    /// One of the live keys, by choosing when there are several.
    fn ask_key(&mut self, title: &str, wanted: fn(Vec<Fingerprint>) -> Wanted) {
        let (choices, prints): (Vec<_>, Vec<_>) = self.live_keys().into_iter().unzip();
        if prints.len() == 1 {
            return self.chosen(0, wanted(prints));
        }
        let picker = Picker::one(self.text(title), choices);
        self.question(Ask::Picker(picker), wanted(prints));
    }

    pub(super) fn ask_revoke(&mut self) {
        self.ask_key("ask-revoke", Wanted::Revoke);
    }

    pub(super) fn ask_name_key(&mut self) {
        self.ask_key("ask-name-key", Wanted::NameKey);
    }

    pub(super) fn ask_new_name(&mut self, fingerprint: Fingerprint) {
        let key = self.keys.iter().find(|key| key.fingerprint == fingerprint);
        let name = key.map(|key| key.name.clone()).unwrap_or_default();
        let check = text_check(&self.ctx, true);
        let hint = self.text("key-name-example");
        let prompt = Prompt::new(self.text("ask-new-name"), hint, &name, check);
        self.question(Ask::Prompt(prompt), Wanted::NewName(fingerprint));
    }

    /// An invitation to be taken back, by choosing when there are several.
    pub(super) fn ask_withdraw(&mut self) {
        let teller = self.ctx.teller();
        let choice = |row: &crate::desk::views::InvitationRow| {
            Choice::with(row.id.to_string(), teller.when(row.until))
        };
        let choices: Vec<Choice> = self.their_invitations().map(choice).collect();
        let ids: Vec<_> = self.their_invitations().map(|row| row.id).collect();
        if ids.len() == 1 {
            return self.chosen(0, Wanted::Withdraw(ids));
        }
        let picker = Picker::one(self.text("ask-withdraw"), choices);
        self.question(Ask::Picker(picker), Wanted::Withdraw(ids));
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
            let args: Vec<(&str, crate::ui::kit::texts::Arg)> = match &problem {
                access::KeyProblem::Private | access::KeyProblem::Unreadable => Vec::new(),
                access::KeyProblem::Kind(kind) => vec![("kind", kind.as_str().into())],
                access::KeyProblem::Short(bits) => vec![("bits", (*bits).into())],
            };
            Err(texts.with(&format!("key-problem-{}", problem.key()), &args))
        }
    })
}
