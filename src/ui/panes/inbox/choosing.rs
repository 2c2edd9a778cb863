//! What is chosen among several: why a request is closed, who takes it, what it is about, into which it goes.

use super::InboxPane;
use super::actions::EVENING;
use crate::domain::person::Permission;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::{CloseReason, Group, Owes};
use crate::domain::{Act, Command, RequestId};
use crate::ui::frame::ask::{item, optional, text_check, when_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::Prompt;

/// How many requests a picker offers.
const OFFERED: usize = 2_000;

impl InboxPane {
    /// Why it is closed, and more on that.
    pub(super) fn ask_close(&mut self) {
        let reasons: Vec<CloseReason> = self.ctx().sight.lists().offered();
        let keys = ('1'..='9').chain('a'..='z');
        let item = |(reason, key): (CloseReason, char)| {
            (item(key, self.ctx().teller().close_reason(reason)), reason)
        };
        let items = reasons.into_iter().zip(keys).map(item).collect();
        let requests = self.targets();
        let title = self.text("ask-close");
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut InboxPane, reason| {
                let needed = reason.ending().asks_text();
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
            let name = self.ctx().teller().tag(&tag);
            let choice = match there {
                true => Choice::with(name, off.clone()),
                false => Choice::new(name),
            };
            (choice, (tag, !there))
        };
        let (title, requests) = (self.text("ask-tag"), self.targets());
        let choices = tags.into_iter().map(choice).collect();
        let tag = move |p: &mut InboxPane, tag: &str, there| {
            p.act(requests.clone(), Act::Tag(tag.into(), there));
        };
        let added = tag.clone();
        let new = move |p: &mut InboxPane, text: &str| {
            let meant = p.ctx().sight.tag_meant(text);
            added(p, &meant, true);
        };
        let question = Question::pick(title, choices, move |p, (one, there): (String, bool)| {
            tag(p, &one, there);
        });
        self.ask(question.or_new(move |p, text| new(p, text)));
    }

    pub(super) fn ask_assign(&mut self) {
        let mut choices = Vec::new();
        let mut colleagues = self.ctx().sight.colleagues();
        colleagues.retain(|colleague| colleague.active);
        let (me, works) = (self.ctx().me.id, Permission::WorkRequests);
        // Whoever looks, then who can work it.
        colleagues.sort_by_key(|one| {
            (
                one.id != me,
                !one.roles.iter().any(|role| role.permits(works)),
            )
        });
        for colleague in colleagues {
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
            p.submit(Command::Request(RequestCommand::Merge { from, into }));
        }));
    }
}
