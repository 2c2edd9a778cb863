//! What is done with quotations: each action of the binding table, as a command at once or as a question first.
//! What goes to the client, and what they decide, says what it comes to before it asks.

use super::OfficePane;
use super::answers::Wanted;
use crate::document;
use crate::domain::person::Permission;
use crate::domain::quotation::{Command as Step, Desk};
use crate::domain::{Command, QuotationId, Refusal, RequestId, Seq};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::menu::Menu;
use crate::ui::kit::picker::Picker;
use crate::ui::kit::prompt::{Check, Prompt};
use crate::ui::message::Jump;
use crate::ui::panes::ask::{Ask, item, optional, text_check, when_check};

/// The hour that is meant when only a day is named.
pub(super) const EVENING: (u32, u32) = (18, 0);

impl OfficePane {
    pub(super) fn question(&mut self, ask: Ask, wanted: Wanted) {
        self.ask = Some((ask, wanted));
    }

    /// Sends a step.
    pub(super) fn step(&mut self, step: Step) -> u64 {
        let command = Command::Quotation(Box::new(step));
        self.out.submit(command, None)
    }

    /// Sends a step that writes what was read up to the record `seen`.
    pub(super) fn step_upon(&mut self, step: Step, seen: Seq) -> u64 {
        let command = Command::Quotation(Box::new(step));
        self.out.submit(command.upon(seen), None)
    }

    fn id(&self) -> Option<QuotationId> {
        self.selected().map(|row| row.id)
    }

    fn ask_words(&mut self, title: &str, needed: bool, wanted: Wanted) {
        let check = text_check(&self.ctx, needed);
        let title = self.titled(title);
        let prompt = Prompt::new(title, self.text("quotation-words-hint"), "", check);
        self.question(Ask::Prompt(prompt), wanted);
    }

    /// A title that names the selected one.
    fn titled(&self, id: &str) -> String {
        let quotation = self.id().map(|id| id.to_string()).unwrap_or_default();
        self.ctx.texts.with(id, &[("quotation", quotation.into())])
    }

    /// The next step from where it stands. Within the house it is taken at once, and can be taken back.
    pub(super) fn hand_over(&mut self) {
        let Some(row) = self.selected() else { return };
        let (id, at) = (row.id, row.at);
        match at {
            Some(Desk::Brief) => {
                self.step(Step::SendR1(id));
            }
            Some(Desk::Pricing) => {
                self.step(Step::HandPrices(id));
            }
            Some(Desk::Assembly) => {
                self.step(Step::HandProject(id));
            }
            Some(Desk::Verification) => self.confirm_send(),
            None => self.ask_second_round(),
        }
    }

    fn confirm_send(&mut self) {
        let Some(version) = self.latest() else { return };
        if let Some(mut confirm) = self.confirm("confirm-send", version) {
            if let Some(codes) = self.unshown() {
                confirm = confirm.with(codes, self.text("paper-unshown"));
            }
            self.question(Ask::Confirm(confirm), Wanted::Send(version));
        }
    }

    /// The codes of the characters that the client would see as a box, if there are any.
    fn unshown(&self) -> Option<String> {
        let whole = self.whole.as_ref()?;
        (!whole.unshown.is_empty()).then(|| document::codes_of(&whole.unshown))
    }

    /// The number of the latest version.
    pub(super) fn latest(&self) -> Option<u16> {
        let view = self.view.as_ref()?;
        view.versions.last().map(|version| version.number)
    }

    /// A question on a version, with what it comes to.
    fn confirm(&self, id: &str, number: u16) -> Option<Confirm> {
        let view = self.view.as_ref()?;
        let version = view.version(number)?;
        let teller = self.ctx.teller();
        let args = [
            ("quotation", view.row.id.to_string().into()),
            ("version", u32::from(number).into()),
            ("client", view.row.organisation.clone().into()),
        ];
        let question = self.ctx.texts.with(&format!("{id}-question"), &args);
        let yes = (
            Chord::plain(Key::Char('y')),
            self.text(&format!("{id}-yes")),
        );
        let title = self.ctx.texts.with(id, &args);
        let confirm = Confirm::new(title, question, yes, self.text("confirm-no"));
        let (net, gross) = (
            teller.money(version.totals.net()),
            teller.money(version.totals.gross()),
        );
        let until = teller.when(version.valid_until);
        Some(
            confirm
                .with(net, self.text("doc-total-net"))
                .with(gross, self.text("doc-total"))
                .with(until, self.text("quotation-valid")),
        )
    }

    fn ask_second_round(&mut self) {
        let items = vec![
            item('a', self.text("second-round-as-is")),
            item('n', self.text("second-round-afresh")),
        ];
        let menu = Menu::new(self.titled("ask-second-round"), items);
        self.question(Ask::Menu(menu), Wanted::SecondRound);
    }

    /// What is written where it stands: the brief, the lines, the text.
    pub(super) fn edit(&mut self) {
        match self.selected().and_then(|row| row.at) {
            Some(Desk::Brief) => self.brief_form(),
            Some(Desk::Pricing) => self.start_pricing(),
            Some(Desk::Assembly) => self.write_project(),
            Some(Desk::Verification) | None => {}
        }
    }

    /// Where it goes back to, and then why.
    pub(super) fn ask_return(&mut self) {
        let Some(from) = self.selected().and_then(|row| row.at) else {
            return;
        };
        let items = from.back_to().iter().map(|desk| {
            let key = match desk {
                Desk::Brief => 'b',
                Desk::Pricing => 'p',
                Desk::Assembly | Desk::Verification => 'a',
            };
            item(key, self.text(&format!("return-to-{}", desk.key())))
        });
        match from.back_to() {
            [only] => self.ask_return_why(from, *only),
            _ => {
                let menu = Menu::new(self.titled("ask-return"), items.collect());
                self.question(Ask::Menu(menu), Wanted::Return(from));
            }
        }
    }

    pub(super) fn ask_return_why(&mut self, from: Desk, to: Desk) {
        self.ask_words("ask-return-why", true, Wanted::ReturnWhy(from, to));
    }

    pub(super) fn ask_second_round_why(&mut self) {
        self.ask_words("ask-second-round-why", true, Wanted::Afresh);
    }

    pub(super) fn ask_accept(&mut self) {
        let version = self.view.as_ref().and_then(|view| view.sent_version);
        let Some(version) = version else { return };
        let id = if self.as_client() {
            "confirm-accept"
        } else {
            "confirm-accept-for"
        };
        if let Some(confirm) = self.confirm(id, version) {
            self.question(Ask::Confirm(confirm), Wanted::Accept(version));
        }
    }

    pub(super) fn ask_decline(&mut self) {
        self.ask_words("ask-decline", true, Wanted::Decline);
    }

    pub(super) fn ask_give_up(&mut self) {
        self.ask_words("ask-give-up", true, Wanted::GiveUp);
    }

    pub(super) fn ask_extend(&mut self) {
        let check = when_check(&self.ctx, EVENING);
        let prompt = Prompt::new(
            self.titled("ask-extend"),
            self.text("ask-when-hint"),
            "",
            check,
        );
        self.question(Ask::Prompt(prompt), Wanted::Extend);
    }

    pub(super) fn ask_tag(&mut self) {
        let Some(row) = self.selected() else { return };
        let on = row.tags.clone();
        let mut known: Vec<String> = self.rows.iter().flat_map(|row| row.tags.clone()).collect();
        known.sort_unstable();
        known.dedup();
        let choices = known.iter().map(|tag| {
            if on.contains(tag) {
                Choice::with(tag.clone(), self.text("quotation-tag-on"))
            } else {
                Choice::new(tag.clone())
            }
        });
        let picker = Picker::one(self.titled("ask-quotation-tag"), choices.collect()).or_new();
        let tags = known.iter().map(|tag| (on.contains(tag), tag.clone()));
        let tags = tags.collect();
        self.question(Ask::Picker(picker), Wanted::Tag(tags));
    }

    /// Which version the current one is compared with.
    pub(super) fn ask_versions(&mut self) {
        let Some(view) = &self.view else { return };
        let Some(current) = view.current().map(|version| version.number) else {
            return;
        };
        let teller = self.ctx.teller();
        let others = view.versions.iter().rev();
        let others: Vec<_> = others.filter(|v| v.number != current).collect();
        let choice = |version: &&crate::desk::views::VersionView| {
            let number = u32::from(version.number);
            let name = self
                .ctx
                .texts
                .with("quotation-version-n", &[("n", number.into())]);
            Choice::with(name, teller.money(version.totals.gross()))
        };
        let choices: Vec<Choice> = others.iter().map(choice).collect();
        let numbers: Vec<u16> = others.iter().map(|version| version.number).collect();
        if let [only] = numbers[..] {
            return self.compare(only, current);
        }
        let picker = Picker::one(self.titled("ask-versions"), choices);
        self.question(Ask::Picker(picker), Wanted::Compare(numbers, current));
    }

    pub(super) fn compare(&mut self, one: u16, two: u16) {
        self.compared = Some((one.min(two), one.max(two)));
        self.scroll.offset = 0;
        self.open_card();
    }

    /// The paper: into a file of this machine, or by the command that prints it.
    pub(super) fn ask_paper(&mut self) {
        let Some(id) = self.id() else { return };
        let name = format!("{}.pdf", id.to_string().to_lowercase());
        if !self.ctx.local {
            let args = [("quotation", id.to_string().into()), ("file", name.into())];
            let words = self.ctx.texts.with("quotation-paper-line", &args);
            return self.out.say(words);
        }
        let check = text_check(&self.ctx, true);
        let title = self.titled("ask-paper");
        let prompt = Prompt::new(title, self.text("ask-paper-hint"), &name, check);
        self.question(Ask::Prompt(prompt), Wanted::Paper);
    }

    /// Begins one: of which request?
    pub(super) fn ask_request(&mut self) {
        let wrong = self.text("quotation-not-a-request");
        let check: Check = std::sync::Arc::new(move |text: &str| {
            let found = text.trim().parse::<RequestId>();
            found.map(|id| id.to_string()).map_err(|_| wrong.clone())
        });
        let prompt = Prompt::new(self.text("ask-quoted-request"), "R-1042", "", check);
        self.question(Ask::Prompt(prompt), Wanted::Begin);
    }

    /// A request without a quotation was come from: begin one?
    pub(super) fn ask_begin(&mut self, request: RequestId) {
        if !self.ctx.me.may(Permission::Quote) {
            let refusal = Refusal::NotPermitted(Permission::Quote);
            let words = self.ctx.teller().refusal(&refusal);
            return self.out.refuse(words);
        }
        let args = [("request", request.to_string().into())];
        let title = self.ctx.texts.with("confirm-begin", &args);
        let question = self.text("confirm-begin-question");
        let yes = (Chord::plain(Key::Char('y')), self.text("confirm-begin-yes"));
        let confirm = Confirm::new(title, question, yes, self.text("confirm-no"));
        self.question(Ask::Confirm(confirm), Wanted::BeginOf(request));
    }

    pub(super) fn post(&mut self) {
        if let Some(row) = self.selected() {
            self.out.jump = Some(Jump::Post(row.request));
        }
    }

    pub(super) fn open_request(&mut self) {
        if let Some(row) = self.selected() {
            self.out.jump = Some(Jump::Request(row.request));
        }
    }

    pub(super) fn ask_recap(&mut self) {
        let check = optional(super::recap::day_check(&self.ctx));
        let prompt = Prompt::new(
            self.text("ask-recap"),
            self.text("ask-recap-hint"),
            "",
            check,
        );
        self.question(Ask::Prompt(prompt), Wanted::Recap);
    }
}
