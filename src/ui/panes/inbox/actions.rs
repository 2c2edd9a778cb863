//! What the inbox does at once, or after a moment or a subject was asked for. What is chosen among several is in
//! `choosing`, views are in `views`.

use super::InboxPane;
use crate::desk::views::MomentKind;
use crate::domain::deed::Anchor;
use crate::domain::request::Finding;
use crate::domain::request::command::RequestCommand;
use crate::domain::{Act, Command, OpportunityId, RequestId, Seq};
use crate::ui::frame::ask::{read_when, text_check, when_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::prompt::Prompt;
use crate::ui::message::Jump;

/// The hours that are meant when only a day is named.
const MORNING: (u32, u32) = (9, 0);
pub(super) const EVENING: (u32, u32) = (18, 0);

impl InboxPane {
    /// Does `act` to the chosen requests.
    pub(super) fn act(&mut self, requests: Vec<RequestId>, act: Act) -> u64 {
        self.frame.browse.list.unmark();
        self.submit(Command::Request(RequestCommand::On { requests, act }))
    }

    fn act_on_chosen(&mut self, act: Act) {
        let requests = self.targets();
        self.act(requests, act);
    }

    pub(super) fn step(&mut self, rows: isize) {
        self.frame.browse.step(rows);
        self.sync();
    }

    pub(super) fn mark(&mut self) {
        let list = &mut self.frame.browse.list;
        if let Some(id) = list.selected().copied() {
            list.toggle(id);
        }
    }

    pub(super) fn claim(&mut self) {
        self.act_on_chosen(Act::Claim);
    }

    pub(super) fn route(&mut self) {
        self.act_on_chosen(Act::Route);
    }

    pub(super) fn reopen(&mut self) {
        self.act_on_chosen(Act::Reopen);
    }

    pub(super) fn wake(&mut self) {
        self.act_on_chosen(Act::Wake);
    }

    pub(super) fn validate(&mut self) {
        self.act_on_chosen(Act::Validate("".into()));
    }

    /// To the quotation of the request, begun if there is none.
    pub(super) fn quote(&mut self) {
        if let Some(row) = &self.row {
            self.frame.out.jump = Some(Jump::Quote(row.id));
        }
    }

    pub(super) fn watch(&mut self) {
        let watched = self.row.as_ref().is_some_and(|row| row.watched);
        self.act_on_chosen(Act::Watch(!watched));
    }

    /// Fixes the first finding of the selected request: at once where the fix is sure.
    pub(super) fn fix_lint(&mut self) {
        let Some(row) = &self.row else { return };
        let (id, finding) = (row.id, row.findings.iter().next());
        match finding {
            None => {}
            Some(Finding::Several) => self.start_split(),
            Some(Finding::Subject) => self.ask_subject(),
            Some(Finding::NoDeadline | Finding::DoubtfulDate) => self.ask_deadline(),
            Some(Finding::Copies) => {
                self.act(vec![id], Act::Settle(Finding::Copies));
            }
        }
    }

    pub(super) fn ask_subject(&mut self) {
        let Some(row) = &self.row else { return };
        let (id, now) = (row.id, row.subject.clone());
        let text = match (row.findings.has(Finding::Subject), self.case()) {
            (false, _) => now,
            (true, Some(case)) => case.suggested_subject.clone(),
            (true, None) => {
                let words = self.text("why-loading");
                self.frame.out.refuse(words);
                return;
            }
        };
        let seen = self.ctx().sight.seq();
        let question = self.subject_asked(id, &text, seen);
        self.ask(question);
    }

    /// Asks for the subject of a request, as it stood after the record `seen`.
    fn subject_asked(&self, id: RequestId, text: &str, seen: Seq) -> Question<InboxPane> {
        let check = text_check(self.ctx(), true);
        let (title, hint) = (self.text("ask-subject"), self.text("ask-subject-hint"));
        let prompt = Prompt::new(title, hint, text, check);
        let question = Question::line(prompt, move |p: &mut InboxPane, text| {
            let command = Command::Request(RequestCommand::On {
                requests: vec![id],
                act: Act::SetSubject(text.into()),
            });
            p.submit(command.upon(seen));
        });
        question.again(move |p: &mut InboxPane| {
            let seen = p.ctx().sight.seq();
            let question = p.subject_asked(id, "", seen);
            p.ask(question);
            true
        })
    }

    pub(super) fn ask_deadline(&mut self) {
        self.ask_moment("ask-deadline", EVENING, |at| Act::SetDeadline(Some(at)));
    }

    pub(super) fn ask_snooze(&mut self) {
        self.ask_moment("ask-snooze", MORNING, Act::Snooze);
    }

    /// Asks for a moment to come; at the `usual` hour when only a day is named.
    fn ask_moment(&mut self, title: &str, usual: (u32, u32), act: fn(i64) -> Act) {
        let requests = self.targets();
        let check = when_check(self.ctx(), usual);
        let prompt = Prompt::new(self.text(title), self.text("ask-when-hint"), "", check);
        self.ask(Question::line(prompt, move |p: &mut InboxPane, text| {
            p.act_at(requests.clone(), text, usual, act);
        }));
    }

    pub(super) fn act_at(
        &mut self,
        requests: Vec<RequestId>,
        text: &str,
        usual: (u32, u32),
        act: impl FnOnce(i64) -> Act,
    ) {
        match read_when(self.ctx(), text, usual) {
            Ok(at) => {
                self.act(requests, act(at));
            }
            Err(why) => self.frame.out.refuse(why),
        }
    }

    pub(super) fn open_related(&mut self) {
        let Some(detail) = self.case() else { return };
        let to = super::named::merged_into(detail.row.status).or(detail.related);
        if let Some(id) = to {
            self.go_to(id);
        }
    }

    /// Goes to the client's page in the directory.
    pub(super) fn open_client(&mut self) {
        let client = self.row.as_ref().map(|row| row.id);
        let client = client.and_then(|id| self.ctx().sight.organisation_of(id));
        self.frame.out.jump = client.map(Jump::Organisation);
    }

    /// Goes to the form that posts the request on the board.
    pub(super) fn post(&mut self) {
        let Some(id) = self.row.as_ref().map(|row| row.id) else {
            return;
        };
        match self.ctx().sight.posting(id, self.ctx().now) {
            Ok(_) => self.frame.out.jump = Some(Jump::Post(id)),
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
    }

    /// The latest opportunity that came of the request.
    pub(super) fn on_board(&self) -> Option<OpportunityId> {
        let mut moments = self.case()?.moments.iter().rev();
        moments.find_map(|moment| match &moment.kind {
            MomentKind::Beside(beside) => match beside.of {
                Anchor::Opportunity(id) => Some(id),
                Anchor::Quotation(_)
                | Anchor::Person(_)
                | Anchor::Organisation(_)
                | Anchor::Contact(_)
                | Anchor::Firm(_)
                | Anchor::House => None,
            },
            _ => None,
        })
    }

    pub(super) fn open_on_board(&mut self) {
        self.frame.out.jump = self.on_board().map(Jump::Opportunity);
    }
}
