//! The form of a request: entered by hand, or put right. Dates and money are shown back as they were
//! understood; errors stand beside their field.

use std::sync::Arc;

use super::InboxPane;
use super::actions::EVENING;
use crate::domain::house::Language;
use crate::domain::money::{Currency, Money};
use crate::domain::request::Wish;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::incoming::Asked;
use crate::domain::{Act, Command, OrganisationId, RequestId};
use crate::ui::frame::ask::{languages, money_check, optional, read_when, when_check};
use crate::ui::frame::{ListPane, Question, entered};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;

/// How many organisations a field offers.
pub(super) const OFFERED: usize = 5_000;

impl InboxPane {
    /// A request entered by hand; a form that was left comes back.
    pub(super) fn new_form(&mut self) {
        let mut fields = vec![
            Field::text("organisation", self.text("field-client"), "")
                .hint(self.text("form-client-hint"))
                .required(),
            Field::text("contact", self.text("form-contact"), ""),
            Field::text("email", self.text("form-email"), ""),
            Field::text("phone", self.text("form-phone"), ""),
            Field::text("subject", self.text("form-subject"), "")
                .hint(self.text("ask-subject-hint"))
                .required(),
            Field::text("body", self.text("form-body"), ""),
        ];
        fields.extend(self.wish_fields(&Wish::default()));
        fields.push(
            Field::checked(
                "deadline",
                self.text("field-deadline"),
                "",
                optional(when_check(self.ctx(), EVENING)),
            )
            .hint(self.text("ask-when-hint")),
        );
        let form = Question::form(self.text("form-new"), Form::new(fields), Self::receive);
        self.ask(form.kept("new", "form-kept"));
    }

    /// What is wished and who asks, put right.
    pub(super) fn edit_form(&mut self) {
        let Some(detail) = self.case() else { return };
        let id = detail.row.id;
        let organisations = self.ctx().sight.organisations("", OFFERED);
        let at = organisations
            .iter()
            .position(|o| o.name == detail.row.organisation);
        let choice = |o: &crate::desk::views::OrganisationName| {
            Choice::with(
                o.name.clone(),
                o.country.map(|c| c.code().to_owned()).unwrap_or_default(),
            )
        };
        let choices = organisations.iter().map(choice).collect();
        let ids: Vec<OrganisationId> = organisations.iter().map(|o| o.id).collect();
        let mut fields =
            vec![Field::find("organisation", self.text("field-client"), choices, at).required()];
        let contact = self.ctx().sight.contact_of(id);
        fields.extend(self.contact_fields(contact.as_ref().map(|(_, entry)| entry)));
        fields.push(self.language_field(detail.language));
        fields.extend(self.wish_fields(&detail.wish));
        fields.push(Field::text(
            "subject",
            self.text("form-subject"),
            &detail.row.subject,
        ));
        let seen = detail.seq;
        let title = self.with("form-edit", &[("request", id.to_string().into())]);
        let form = Form::new(fields).as_of(seen);
        let question = Question::form(title, form, move |p: &mut InboxPane, form| {
            p.put_right(id, form, &ids);
            if let Some((who, entry)) = &contact {
                p.put_contact_right(*who, entry, form);
            }
        });
        self.ask(question.again(move |p: &mut InboxPane| {
            let detail = p.detail.as_ref();
            let newer = detail.is_some_and(|now| now.row.id == id && now.seq > seen);
            if newer {
                p.edit_form();
            }
            newer
        }));
    }

    fn language_field(&self, now: Language) -> Field {
        let teller = self.ctx().teller();
        let offered = languages(now);
        let at = offered.iter().position(|one| *one == now).unwrap_or(0);
        let offered = offered.iter().map(|one| teller.language(*one)).collect();
        Field::one("language", self.text("form-language"), offered, at)
    }

    fn wish_fields(&self, wish: &Wish) -> Vec<Field> {
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        let budget = wish.budget.map(|b| b.typed()).unwrap_or_default();
        vec![
            Field::text("dates", self.text("form-dates"), &wish.dates),
            Field::text("place", self.text("form-place"), &wish.place),
            Field::toggle(
                "online",
                self.text("form-online"),
                wish.online.unwrap_or(false),
            ),
            Field::checked(
                "participants",
                self.text("form-participants"),
                &number(wish.participants),
                self.count_check(),
            ),
            Field::checked(
                "budget",
                self.text("form-budget"),
                &budget,
                optional(money_check(self.ctx(), self.ctx().sight.currency())),
            )
            .hint("2 500 €"),
        ]
    }

    fn count_check(&self) -> Check {
        let wrong = self.text("form-not-a-number");
        Arc::new(move |text| match text.trim() {
            "" => Ok(String::new()),
            digits => digits
                .parse::<u32>()
                .map(|_| String::new())
                .map_err(|_| wrong.clone()),
        })
    }

    fn receive(&mut self, fields: &Form) {
        let text = |id: &str| fields.text(id).trim();
        let deadline = match text("deadline") {
            "" => None,
            words => read_when(self.ctx(), words, EVENING).ok(),
        };
        let asked = Asked {
            wish: wish_of(fields, self.ctx().sight.currency()),
            deadline,
            ..Asked::default()
        };
        let token = self.frame.out.last_token();
        let command = entered(self.ctx(), token, text("organisation"), fields, asked);
        self.submit(command);
    }

    fn put_right(&mut self, id: RequestId, form: &Form, organisations: &[OrganisationId]) {
        let Some(detail) = self.detail.as_ref().filter(|d| d.row.id == id) else {
            return;
        };
        let wish = wish_of(form, self.ctx().sight.currency());
        let chosen = form
            .chosen("organisation")
            .and_then(|at| organisations.get(at))
            .copied();
        let (old_wish, old_name) = (detail.wish.clone(), detail.row.organisation.clone());
        let old_subject = detail.row.subject.clone();
        let spoken = detail.language;
        let renamed = form.text("organisation") != old_name;
        let fields = ["dates", "place", "online", "participants", "budget"];
        let touched = fields.iter().any(|id| form.touched(id));
        if touched && wish != old_wish {
            let command = Command::Request(RequestCommand::On {
                requests: vec![id],
                act: Act::SetWish(Box::new(wish)),
            });
            self.submit(command.upon(form.seen()));
        }
        let subject = form.text("subject").trim();
        if form.touched("subject") && subject != old_subject {
            let command = Command::Request(RequestCommand::On {
                requests: vec![id],
                act: Act::SetSubject(subject.into()),
            });
            self.submit(command.upon(form.seen()));
        }
        let language = form.chosen("language");
        let language = language.and_then(|at| languages(spoken).get(at).copied());
        if let Some(language) = language.filter(|_| form.touched("language")) {
            self.act(vec![id], Act::SetLanguage(language));
        }
        if let (true, Some(organisation)) = (renamed, chosen) {
            self.act(vec![id], Act::SetOrganisation(organisation));
        }
    }
}

fn wish_of(form: &Form, currency: Currency) -> Wish {
    let text = |id: &str| form.text(id).trim();
    Wish {
        dates: text("dates").into(),
        place: text("place").into(),
        online: form.toggled("online").then_some(true),
        participants: text("participants").parse().ok(),
        budget: Money::parse(text("budget"), currency),
    }
}
