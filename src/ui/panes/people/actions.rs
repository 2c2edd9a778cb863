//! What is done about people: who they are, what they may, whether they may enter, how they come in. Each action
//! is a command at once, or a question whose answer is one.

use super::PeoplePane;
use crate::desk::views::PersonRow;
use crate::domain::access::command::AccessCommand;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{NewPerson, Role};
use crate::domain::{Command, Millis, PersonId};
use crate::ui::frame::ask::{optional, read_when, when_check};
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Prompt;
use crate::ui::message::Effect;

/// The hour that is meant when only a day is named.
const EVENING: (u32, u32) = (18, 0);
/// How long an invitation lasts when nothing else is said.
const USUAL: Millis = 48 * 3_600_000;

impl PeoplePane {
    /// A text that names a person.
    pub(super) fn about(&self, id: &str, row: &PersonRow) -> String {
        self.with(id, &[("name", row.name.as_str().into())])
    }

    /// Chooses among what one key does with who is selected.
    pub(super) fn choose_of(&mut self, id: &str, ways: &[Way<PeoplePane>]) {
        let name = self.selected().map(|row| row.name.clone());
        let title = match name {
            Some(name) => format!("{} · {name}", self.text(id)),
            None => self.text(id),
        };
        choose::choose(self, title, ways);
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
            let help = self.text(&format!("role-help-{}", role.key()));
            Field::toggle(role.key(), label, held.contains(&role)).hint(help)
        };
        Role::ALL.into_iter().map(field).collect()
    }

    /// Somebody new; a form that was left comes back.
    pub(super) fn add_form(&mut self) {
        let mut fields = self.named("", "");
        fields.extend(self.role_fields(&[]));
        let form = Question::form(
            self.text("form-add-person"),
            Form::new(fields),
            |p: &mut PeoplePane, form| {
                p.submit(Command::People(PeopleCommand::Add(NewPerson {
                    name: trimmed(form, "name"),
                    email: trimmed(form, "email"),
                    roles: marked(form),
                })));
            },
        );
        self.ask(form.kept("add", "form-kept"));
    }

    pub(super) fn edit_form(&mut self) {
        let Some(row) = self.selected() else { return };
        let fields = self.named(&row.name, &row.email);
        let (person, title) = (row.id, self.about("form-edit-person", row));
        let question = self.put_right(title, fields, move |form| {
            Command::People(PeopleCommand::Edit {
                person,
                name: trimmed(form, "name"),
                email: trimmed(form, "email"),
            })
        });
        self.ask(question.again(move |p| p.opens_again(person, Self::edit_form)));
    }

    pub(super) fn roles_form(&mut self) {
        let Some(row) = self.selected() else { return };
        let fields = self.role_fields(&row.roles);
        let (person, title) = (row.id, self.about("form-roles", row));
        let question = self.put_right(title, fields, move |form| {
            Command::People(PeopleCommand::ChangeRoles {
                person,
                roles: marked(form),
            })
        });
        self.ask(question.again(move |p| p.opens_again(person, Self::roles_form)));
    }

    /// A form that holds what stands now, and whose command goes upon that.
    fn put_right(
        &self,
        title: String,
        fields: Vec<Field>,
        command: impl Fn(&Form) -> Command + Send + Sync + 'static,
    ) -> Question<PeoplePane> {
        let form = Form::new(fields).as_of(self.ctx().sight.seq());
        Question::form(title, form, move |p: &mut PeoplePane, form| {
            p.submit(command(form).upon(form.seen()));
        })
    }

    /// Opens what is put right of this person as it stands now, when they are still the selected one.
    fn opens_again(&mut self, person: PersonId, form: fn(&mut PeoplePane)) -> bool {
        let same = self.frame.browse.selected() == Some(person);
        if same {
            form(self);
        }
        same
    }

    pub(super) fn ask_invite(&mut self) {
        let Some(row) = self.selected() else { return };
        let (person, title) = (row.id, self.about("ask-invite", row));
        let check = optional(when_check(self.ctx(), EVENING));
        let prompt = Prompt::new(title, self.text("ask-invite-hint"), "", check);
        self.ask(Question::line(prompt, move |p: &mut PeoplePane, text| {
            p.invite(person, text);
        }));
    }

    /// Asks the session for a code: making one is not for a screen.
    fn invite(&mut self, person: PersonId, until: &str) {
        let until = match until.trim() {
            "" => Ok(self.ctx().now + USUAL),
            words => read_when(self.ctx(), words, EVENING),
        };
        match until {
            Ok(until) => {
                self.frame.out.send(|token| Effect::Invite {
                    token,
                    person,
                    until,
                });
            }
            Err(why) => self.frame.out.refuse(why),
        }
    }

    /// An invitation to be taken back, by choosing when there are several.
    pub(super) fn ask_withdraw(&mut self) {
        let teller = self.ctx().teller();
        let choice = |row: &crate::desk::views::InvitationRow| {
            (
                Choice::with(row.id.to_string(), teller.when(row.until)),
                row.id,
            )
        };
        let choices = self.their_invitations().map(choice).collect();
        self.ask_one(self.text("ask-withdraw"), choices, |p, id| {
            p.submit(Command::Access(AccessCommand::WithdrawInvitation(id)));
        });
    }

    pub(super) fn enable(&mut self) {
        if let Some(row) = self.selected() {
            let (person, active) = (row.id, true);
            self.submit(Command::People(PeopleCommand::SetActive { person, active }));
        }
    }
}

fn trimmed(form: &Form, id: &str) -> Box<str> {
    form.text(id).trim().into()
}

/// The roles that are marked.
fn marked(form: &Form) -> Vec<Role> {
    let marked = |role: &Role| form.toggled(role.key());
    Role::ALL.into_iter().filter(marked).collect()
}
