//! A call logged from the page of an organisation: it belongs to the newest open request, asked which where there are
//! several; where there is none, a request is begun. And a request begun for who is selected.

use super::DirectoryPane;
use crate::desk::views::{ExchangedWhat, Matter};
use crate::domain::command::Act;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::incoming::Asked;
use crate::domain::{Command, RequestId};
use crate::ui::frame::ask::item;
use crate::ui::frame::{ListPane, Question, entered};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Prompt;

/// What a call can come to, in the order of the form.
const OUTCOMES: [Outcome; 3] = [Outcome::NoAnswer, Outcome::Called, Outcome::Spoke];

/// A call that is noted once the request it is about is there.
pub(super) struct Call {
    /// The token of what enters that request.
    of: u64,
    came: Outcome,
    said: Box<str>,
}

impl DirectoryPane {
    /// The open requests of the page, the newest first, each with what it is about.
    pub(super) fn open_requests(&self) -> Vec<(RequestId, String)> {
        let lines = self.page().map_or(&[][..], |page| &page.exchanged);
        let own = self.page().map(|page| page.row.id);
        let open = lines
            .iter()
            .filter_map(|line| match (line.what, line.opens) {
                (ExchangedWhat::Request { open: true }, Matter::Request(id)) => {
                    Some((Some(line.of) != own, id, line.subject.clone()))
                }
                _ => None,
            });
        let mut open: Vec<_> = open.collect();
        // Those of branches come after its own.
        open.sort_by_key(|(elsewhere, ..)| *elsewhere);
        let open = open.into_iter();
        open.map(|(_, id, subject)| (id, subject)).collect()
    }

    /// `P`: which request, then what the call came to.
    pub(super) fn ask_call(&mut self) {
        let open = self.open_requests();
        if open.is_empty() {
            return self.call_form();
        }
        let choice =
            |(id, what): &(RequestId, String)| (Choice::with(what.clone(), id.to_string()), *id);
        let choices = open.iter().map(choice).collect();
        self.ask_one(self.text("ask-call-request"), choices, |p, id| {
            p.ask_came(id)
        });
    }

    fn ask_came(&mut self, request: RequestId) {
        let items = vec![
            (item('n', self.text("outcome-no_answer")), Outcome::NoAnswer),
            (item('c', self.text("outcome-called")), Outcome::Called),
            (item('s', self.text("outcome-spoke")), Outcome::Spoke),
        ];
        let title = format!("{} · {request}", self.text("ask-call"));
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut DirectoryPane, came| p.ask_said(request, came),
        ));
    }

    fn ask_said(&mut self, request: RequestId, came: Outcome) {
        let who = self.contact().map(|one| one.entry.name.to_string());
        let begun = who.filter(|who| !who.is_empty());
        let begun = begun.map_or_else(String::new, |who| {
            self.with("call-with", &[("name", who.into())])
        });
        let check = std::sync::Arc::new(|_: &str| Ok(String::new()));
        let prompt = Prompt::new(self.text("ask-call-text"), "", &begun, check);
        self.ask(Question::line(
            prompt,
            move |p: &mut DirectoryPane, text| {
                let (requests, act) = (vec![request], Act::Attempt(came, text.trim().into()));
                p.submit(Command::Request(RequestCommand::On { requests, act }));
            },
        ));
    }

    /// A request of the selected organisation, of the contact one is on where one is.
    pub(super) fn new_request_form(&mut self) {
        self.request_form(Vec::new());
    }

    /// The same with what a call about it came to: it is noted as soon as the request is there.
    fn call_form(&mut self) {
        let outcomes = OUTCOMES.map(|one| self.ctx().teller().outcome(one));
        let usual = OUTCOMES.iter().position(|one| *one == Outcome::Spoke);
        let came = Field::one(
            "came",
            self.text("ask-call"),
            outcomes.into(),
            usual.unwrap_or_default(),
        );
        let said = Field::text("said", self.text("ask-call-text"), "");
        self.request_form(vec![came, said]);
    }

    fn request_form(&mut self, more: Vec<Field>) {
        let Some(page) = self.page() else { return };
        let client = page.profile.name.to_string();
        let entry = self
            .contact()
            .map(|one| one.entry.clone())
            .unwrap_or_default();
        let subject = Field::text("subject", self.text("form-subject"), "");
        let mut fields = vec![
            Field::text("contact", self.text("form-contact"), &entry.name),
            Field::text("email", self.text("form-email"), &entry.email),
            Field::text("phone", self.text("form-phone"), &entry.phone),
            subject.hint(self.text("ask-subject-hint")).required(),
            Field::text("body", self.text("form-body"), ""),
        ];
        fields.extend(more);
        let title = self.with("form-new-request", &[("client", client.clone().into())]);
        let form = Form::new(fields);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut DirectoryPane, form| p.receive(&client, form),
        ));
    }

    fn receive(&mut self, client: &str, form: &Form) {
        let token = self.frame.out.last_token();
        let command = entered(self.ctx(), token, client, form, Asked::default());
        self.submit(command);
        let came = form.chosen("came").and_then(|at| OUTCOMES.get(at));
        self.call = came.map(|came| Call {
            of: self.frame.out.last_token(),
            came: *came,
            said: form.text("said").trim().into(),
        });
    }

    /// Notes the call of which the request came, or is not taken.
    pub(super) fn begun(&mut self, token: u64, request: Option<RequestId>) {
        let Some(call) = self.call.take_if(|call| call.of == token) else {
            return;
        };
        if let Some(id) = request {
            let (requests, act) = (vec![id], Act::Attempt(call.came, call.said));
            self.submit(Command::Request(RequestCommand::On { requests, act }));
        }
    }
}
