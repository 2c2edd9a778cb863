//! What the inbox does: each action of the binding table, as a command at once or as a question whose answer is
//! one. Views are in `views`.

use super::InboxPane;
use crate::desk::views::MomentKind;
use crate::domain::event::Outcome;
use crate::domain::request::{CloseReason, Finding, Group, Owes};
use crate::domain::{Act, Command, OpportunityId, RequestId, Seq};
use crate::ui::frame::ask::{item, optional, read_when, text_check, when_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::Prompt;
use crate::ui::message::Jump;

/// The hours that are meant when only a day is named.
const MORNING: (u32, u32) = (9, 0);
pub(super) const EVENING: (u32, u32) = (18, 0);

/// How many requests a picker offers.
const OFFERED: usize = 2_000;

impl InboxPane {
    /// Does `act` to the chosen requests.
    pub(super) fn act(&mut self, requests: Vec<RequestId>, act: Act) -> u64 {
        self.frame.browse.list.unmark();
        self.submit(Command::On { requests, act })
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

    pub(super) fn mark_all(&mut self) {
        let browse = &mut self.frame.browse;
        let Some(inbox) = &browse.rows else { return };
        let shown: Vec<RequestId> = (0..inbox.len().min(Command::MOST))
            .filter_map(|n| inbox.id_at(n))
            .collect();
        let all = shown.iter().all(|id| browse.list.marks().contains(id));
        let more = inbox.len() > Command::MOST;
        for id in shown {
            if all || !browse.list.marks().contains(&id) {
                browse.list.toggle(id);
            }
        }
        if more && !all {
            let words = self.with("marked-most", &[("n", Command::MOST.into())]);
            self.frame.out.say(words);
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
            Some(Finding::NoDeadline) => self.ask_deadline(),
            Some(Finding::Copies) => {
                self.act(vec![id], Act::Settle(Finding::Copies));
            }
        }
    }

    pub(super) fn ask_subject(&mut self) {
        let Some(row) = &self.row else { return };
        let (id, now) = (row.id, row.subject.clone());
        let suggested = self
            .detail
            .as_ref()
            .filter(|d| d.row.id == id)
            .map(|d| d.suggested_subject.clone());
        let wrong = row.findings.has(Finding::Subject);
        let text = if wrong { suggested.unwrap_or(now) } else { now };
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
            let command = Command::On {
                requests: vec![id],
                act: Act::SetSubject(text.into()),
            };
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

    fn act_at(
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

    /// Why it is closed, and more on that.
    pub(super) fn ask_close(&mut self) {
        let reasons = CloseReason::ALL.iter().zip('1'..='9');
        let item = |(reason, key): (&CloseReason, char)| {
            let words = self.text(&format!("close-{}", reason.key()));
            (item(key, words), *reason)
        };
        let (items, requests) = (reasons.map(item).collect(), self.targets());
        let title = self.text("ask-close");
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut InboxPane, reason| {
                let needed = matches!(reason, CloseReason::Other | CloseReason::NotSerious);
                p.ask_text("ask-close-text", needed, requests.clone(), move |text| {
                    Act::Close(reason, text.into())
                });
            },
        ));
    }

    /// What a call came to, and what was said.
    pub(super) fn ask_call(&mut self) {
        let items = vec![
            (item('n', self.text("outcome-no_answer")), Outcome::NoAnswer),
            (item('c', self.text("outcome-called")), Outcome::Called),
            (item('s', self.text("outcome-spoke")), Outcome::Spoke),
        ];
        let (title, requests) = (self.text("ask-call"), self.targets());
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut InboxPane, came| {
                p.ask_text("ask-call-text", false, requests.clone(), move |text| {
                    Act::Attempt(came, text.into())
                });
            },
        ));
    }

    pub(super) fn ask_group(&mut self) {
        let label = |group: Group| self.text(&format!("group-{}", group.key()));
        let of = |key, group: Group| (item(key, label(group)), Some(group));
        let items = vec![
            of('s', Group::Subcontracting),
            of('i', Group::ClientIntroduction),
            (item('o', self.text("group-open")), None),
        ];
        let (title, requests) = (self.text("ask-group"), self.targets());
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut InboxPane, group| {
                p.act(requests.clone(), Act::SetGroup(group));
            },
        ));
    }

    /// Whose turn it is, and by when.
    pub(super) fn ask_turn(&mut self) {
        let items = vec![
            (item('c', self.text("ask-turn-client")), Owes::Client),
            (item('h', self.text("ask-turn-house")), Owes::House),
        ];
        let (title, requests) = (self.text("ask-turn"), self.targets());
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut InboxPane, owes| {
                p.ask_turn_until(requests.clone(), owes);
            },
        ));
    }

    fn ask_turn_until(&mut self, requests: Vec<RequestId>, owes: Owes) {
        let usual = self.text("ask-turn-usual");
        let check = optional(when_check(self.ctx(), EVENING));
        let prompt = Prompt::new(self.text("ask-turn-until"), usual, "", check);
        self.ask(Question::line(prompt, move |p: &mut InboxPane, text| {
            let act = |at| match owes {
                Owes::Client => Act::ClientOwes(at),
                Owes::House | Owes::Nobody => Act::HouseOwes(at),
            };
            match text.trim() {
                "" => {
                    p.act(requests.clone(), act(None));
                }
                text => p.act_at(requests.clone(), text, EVENING, |at| act(Some(at))),
            }
        }));
    }

    fn ask_text(
        &mut self,
        title: &str,
        needed: bool,
        requests: Vec<RequestId>,
        act: impl Fn(&str) -> Act + Send + Sync + 'static,
    ) {
        let check = text_check(self.ctx(), needed);
        let hint = match needed {
            true => "ask-text-needed",
            false => "ask-text-optional",
        };
        let prompt = Prompt::new(self.text(title), self.text(hint), "", check);
        self.ask(Question::line(prompt, move |p: &mut InboxPane, text| {
            p.act(requests.clone(), act(text));
        }));
    }

    pub(super) fn ask_tag(&mut self) {
        let on = self
            .row
            .as_ref()
            .map(|row| row.tags.clone())
            .unwrap_or_default();
        let off = self.text("tag-off");
        let mut tags: Vec<String> = on.clone();
        let others = self.ctx().sight.tags().into_iter();
        tags.extend(others.filter(|tag| !on.contains(tag)));
        let choice = |tag: String| {
            let there = on.contains(&tag);
            let choice = match there {
                true => Choice::with(tag.clone(), off.clone()),
                false => Choice::new(tag.clone()),
            };
            (choice, (tag, !there))
        };
        let (title, requests) = (self.text("ask-tag"), self.targets());
        let choices = tags.into_iter().map(choice).collect();
        let tag = move |p: &mut InboxPane, tag: &str, there| {
            p.act(requests.clone(), Act::Tag(tag.into(), there));
        };
        let new = tag.clone();
        let question = Question::pick(title, choices, move |p, (one, there): (String, bool)| {
            tag(p, &one, there);
        });
        self.ask(question.or_new(move |p, text| new(p, text, true)));
    }

    pub(super) fn ask_assign(&mut self) {
        let mut choices = Vec::new();
        let colleagues = self.ctx().sight.colleagues().into_iter();
        for colleague in colleagues.filter(|colleague| colleague.active) {
            let roles = colleague.roles.iter();
            let roles: Vec<String> = roles
                .map(|role| self.text(&format!("role-{}", role.key())))
                .collect();
            let choice = Choice::with(colleague.name, roles.join(", "));
            choices.push((choice, Some(colleague.id)));
        }
        choices.push((Choice::new(self.text("assign-nobody")), None));
        let (title, requests) = (self.text("ask-assign"), self.targets());
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut InboxPane, one| {
                p.act(requests.clone(), Act::Assign(one));
            },
        ));
    }

    pub(super) fn ask_kind(&mut self) {
        let kinds = self.ctx().sight.kinds().into_iter();
        let kinds = kinds.map(|(id, key)| (Choice::new(self.ctx().teller().kind(&key)), Some(id)));
        let mut choices: Vec<_> = kinds.collect();
        choices.push((Choice::new(self.text("kind-none")), None));
        let (title, requests) = (self.text("ask-kind"), self.targets());
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut InboxPane, kind| {
                p.act(requests.clone(), Act::SetKind(kind));
            },
        ));
    }

    /// Merging two: the marked ones go into one of them; without marks, the selected one into another
    /// of the same client, or any by number.
    pub(super) fn ask_merge(&mut self) {
        let Some(inbox) = &self.frame.browse.rows else {
            return;
        };
        let chosen = self.targets();
        let mut offered: Vec<RequestId> = if chosen.len() > 1 {
            chosen.clone()
        } else {
            let others = self
                .detail
                .as_ref()
                .map(|d| d.others.0.clone())
                .unwrap_or_default();
            let listed = (0..inbox.len().min(OFFERED)).filter_map(|n| inbox.id_at(n));
            others
                .into_iter()
                .chain(listed)
                .filter(|id| !chosen.contains(id))
                .collect()
        };
        let mut seen = std::collections::BTreeSet::new();
        offered.retain(|id| seen.insert(*id));
        let rows: Vec<_> = offered
            .iter()
            .filter_map(|id| inbox.row_of(*id, self.ctx().now))
            .filter(|row| row.status.is_live())
            .collect();
        let choice = |row: &crate::desk::views::RequestRow| {
            let name = format!("{} {}", row.id, row.subject);
            (Choice::with(name, row.organisation.clone()), row.id)
        };
        let (title, choices) = (self.text("ask-merge"), rows.iter().map(choice).collect());
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut InboxPane, into| {
                let mut from = chosen.clone();
                from.retain(|id| *id != into);
                p.confirm_merge(from, into);
            },
        ));
    }

    /// Shows what a merge comes to before it is done.
    fn confirm_merge(&mut self, from: Vec<RequestId>, into: RequestId) {
        let title = self.text("confirm-merge");
        let ids: Vec<String> = from.iter().map(ToString::to_string).collect();
        let question = self.with(
            "confirm-merge-question",
            &[
                ("from", ids.join(", ").into()),
                ("into", into.to_string().into()),
            ],
        );
        let yes = (Chord::plain(Key::Char('y')), self.text("confirm-merge-yes"));
        let confirm = Confirm::new(title, question, yes, self.text("confirm-no"))
            .with(from.len().to_string(), self.text("confirm-merge-end"));
        self.ask(Question::sure(confirm, move |p: &mut InboxPane| {
            p.frame.browse.list.unmark();
            let from = from.clone();
            p.submit(Command::Merge { from, into });
        }));
    }

    pub(super) fn open_related(&mut self) {
        let Some(detail) = &self.detail else { return };
        let to = super::bindings::merged_into(detail.row.status).or(detail.related);
        if let Some(id) = to
            && !self.move_to(id)
        {
            self.show_view(id.to_string(), id.to_string());
        }
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
        let selected = self.row.as_ref().map(|row| row.id);
        let detail = self
            .detail
            .as_ref()
            .filter(|d| Some(d.row.id) == selected)?;
        let mut moments = detail.moments.iter().rev();
        moments.find_map(|moment| match &moment.kind {
            MomentKind::Beside(beside) => beside.of.parse().ok(),
            _ => None,
        })
    }

    pub(super) fn open_on_board(&mut self) {
        self.frame.out.jump = self.on_board().map(Jump::Opportunity);
    }
}
