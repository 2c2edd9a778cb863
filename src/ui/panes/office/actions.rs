//! What is done with quotations besides their steps: how they are looked at, what is said of them, where else one
//! goes from here.

use super::OfficePane;
use super::recap;
use crate::domain::person::Permission;
use crate::domain::quotation::QuotationCommand;
use crate::domain::{Command, QuotationId, Refusal, RequestId, Seq};
use crate::ui::frame::ask::{optional, text_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::{Check, Prompt};
use crate::ui::message::{Effect, Jump};

impl OfficePane {
    /// Sends a step.
    pub(super) fn step(&mut self, step: QuotationCommand) -> u64 {
        self.submit(Command::Quotation(Box::new(step)))
    }

    /// Sends a step that writes what was read up to the record `seen`.
    pub(super) fn step_upon(&mut self, step: QuotationCommand, seen: Seq) -> u64 {
        self.submit(Command::Quotation(Box::new(step)).upon(seen))
    }

    pub(super) fn id(&self) -> Option<QuotationId> {
        self.selected().map(|row| row.id)
    }

    /// A title that names the selected one.
    pub(super) fn titled(&self, id: &str) -> String {
        let quotation = self.id().map(|id| id.to_string()).unwrap_or_default();
        self.with(id, &[("quotation", quotation.into())])
    }

    pub(super) fn ask_tag(&mut self) {
        let Some(row) = self.selected() else { return };
        let (quotation, on) = (row.id, row.tags.clone());
        let mut known = self.ctx().sight.quotation_tags();
        known.extend(
            on.iter()
                .filter(|tag| !known.contains(tag))
                .cloned()
                .collect::<Vec<_>>(),
        );
        let choice = |tag: String| {
            let there = on.contains(&tag);
            let name = self.ctx().teller().tag(&tag);
            let choice = match there {
                true => Choice::with(name, self.text("quotation-tag-on")),
                false => Choice::new(name),
            };
            (choice, (tag, !there))
        };
        let choices = known.into_iter().map(choice).collect();
        let tag = move |p: &mut OfficePane, tag: &str, there| {
            let tag = tag.trim().into();
            p.step(QuotationCommand::Tag {
                quotation,
                tag,
                there,
            });
        };
        let title = self.titled("ask-quotation-tag");
        let question = Question::pick(title, choices, move |p, (one, there): (String, bool)| {
            tag(p, &one, there);
        });
        self.ask(question.or_new(move |p, new| {
            let meant = p.ctx().sight.tag_meant(new);
            tag(p, &meant, true);
        }));
    }

    /// Which version the current one is compared with.
    pub(super) fn ask_versions(&mut self) {
        let Some(view) = &self.view else { return };
        let Some(current) = view.current().map(|version| version.number) else {
            return;
        };
        let teller = self.ctx().teller();
        let others = view.versions.iter().rev();
        let choice = |version: &crate::desk::views::VersionView| {
            let number = u32::from(version.number);
            let name = self.with("quotation-version-n", &[("n", number.into())]);
            let choice = Choice::with(name, teller.money(version.totals.gross()));
            (choice, version.number)
        };
        let others = others.filter(|version| version.number != current);
        let choices = others.map(choice).collect();
        self.ask_one(self.titled("ask-versions"), choices, move |p, one| {
            p.compare(one, current);
        });
    }

    fn compare(&mut self, one: u16, two: u16) {
        self.compared = Some((one.min(two), one.max(two)));
        self.frame.browse.scroll.offset = 0;
        self.open_card();
    }

    /// The paper: into a file of this machine, or by the command that prints it.
    pub(super) fn ask_paper(&mut self) {
        let current = self.view.as_ref().and_then(|view| view.current());
        let version = current.map(|version| version.number);
        let Some((quotation, version)) = self.id().zip(version) else {
            return;
        };
        let name = format!("{}.pdf", quotation.to_string().to_lowercase());
        if !self.ctx().local {
            let args = [
                ("quotation", quotation.to_string().into()),
                ("file", name.into()),
            ];
            let words = self.with("quotation-paper-line", &args);
            return self.frame.out.say(words);
        }
        let check = text_check(self.ctx(), true);
        let (title, hint) = (self.titled("ask-paper"), self.text("ask-paper-hint"));
        let prompt = Prompt::new(title, hint, &name, check);
        self.ask(Question::line(prompt, move |p: &mut OfficePane, path| {
            let path = path.trim().to_owned();
            p.frame.out.ask(|token| Effect::SaveOffer {
                token,
                quotation,
                version,
                path,
            });
        }));
    }

    /// Begins one: of which request?
    pub(super) fn ask_request(&mut self) {
        let wrong = self.text("quotation-not-a-request");
        let check: Check = std::sync::Arc::new(move |text: &str| {
            let found = text.trim().parse::<RequestId>();
            found.map(|id| id.to_string()).map_err(|_| wrong.clone())
        });
        let prompt = Prompt::new(self.text("ask-quoted-request"), "R-1042", "", check);
        self.ask(Question::line(prompt, |p: &mut OfficePane, text| {
            if let Ok(request) = text.trim().parse() {
                p.begin_of(request);
            }
        }));
    }

    /// A request without a quotation was come from: begin one?
    pub(super) fn ask_begin(&mut self, request: RequestId) {
        if !self.ctx().me.may(Permission::Quote) {
            let refusal = Refusal::NotPermitted(Permission::Quote);
            let words = self.ctx().teller().refusal(&refusal);
            return self.frame.out.refuse(words);
        }
        let args = [("request", request.to_string().into())];
        let title = self.with("confirm-begin", &args);
        let question = self.text("confirm-begin-question");
        let yes = (Chord::plain(Key::Char('y')), self.text("confirm-begin-yes"));
        let confirm = Confirm::new(title, question, yes, self.text("confirm-no"));
        self.ask(Question::sure(confirm, move |p: &mut OfficePane| {
            p.begin_of(request);
        }));
    }

    fn begin_of(&mut self, request: RequestId) {
        let found = self.ctx().sight.quotation_of(request);
        match found
            .and_then(|id| self.row(id))
            .filter(|row| row.at.is_some())
        {
            Some(row) => {
                let id = row.id;
                self.show(id);
            }
            None => {
                self.step(QuotationCommand::Begin(request));
                // It is the newest one of theirs when it comes.
                self.begun_of = Some(request);
            }
        }
    }

    pub(super) fn post(&mut self) {
        if let Some(row) = self.selected() {
            self.frame.out.jump = Some(Jump::Post(row.request));
        }
    }

    pub(super) fn open_request(&mut self) {
        if let Some(row) = self.selected() {
            self.frame.out.jump = Some(Jump::Request(row.request));
        }
    }

    /// Goes to the client's page in the directory.
    pub(super) fn open_client(&mut self) {
        let request = self.selected().map(|row| row.request);
        let client = request.and_then(|id| self.ctx().sight.organisation_of(id));
        self.frame.out.jump = client.map(Jump::Organisation);
    }

    pub(super) fn ask_recap(&mut self) {
        let check = optional(recap::day_check(self.ctx()));
        let (title, hint) = (self.text("ask-recap"), self.text("ask-recap-hint"));
        let prompt = Prompt::new(title, hint, "", check);
        self.ask(Question::line(prompt, Self::open_recap));
    }
}
