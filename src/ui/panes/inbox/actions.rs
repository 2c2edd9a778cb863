//! What the inbox does: each action of the binding table, as a command at once or as a question first.

use super::answers::Wanted;
use super::{Focus, InboxPane};
use crate::desk::views::{BUILT_IN, MomentKind, PROVIDERS_VIEW, Sort};
use crate::domain::request::{CloseReason, Finding, Group, Owes};
use crate::domain::{Act, Command, OpportunityId, RequestId};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::line::Line;
use crate::ui::kit::menu::Menu;
use crate::ui::kit::picker::Picker;
use crate::ui::kit::prompt::Prompt;
use crate::ui::message::Jump;
use crate::ui::panes::ask::{Ask, item, optional, text_check, when_check};

/// The hours that are meant when only a day is named.
pub(super) const MORNING: (u32, u32) = (9, 0);
pub(super) const EVENING: (u32, u32) = (18, 0);

/// How many requests or organisations a picker offers.
const OFFERED: usize = 2_000;

impl InboxPane {
    fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    /// Does `act` to the chosen requests.
    pub(super) fn act(&mut self, requests: Vec<RequestId>, act: Act) -> u64 {
        self.list.unmark();
        self.out.submit(Command::On { requests, act }, None)
    }

    fn act_on_chosen(&mut self, act: Act) {
        let requests = self.targets();
        self.act(requests, act);
    }

    fn question(&mut self, ask: Ask, wanted: Wanted) {
        self.ask = Some((ask, wanted));
    }

    pub(super) fn open_case(&mut self) {
        self.focus = Focus::Case;
        self.sync();
        self.write_document();
    }

    pub(super) fn step(&mut self, rows: isize) {
        self.list.viewport.by(rows);
        let id = self
            .inbox
            .as_ref()
            .and_then(|inbox| inbox.id_at(self.list.viewport.selected));
        if let Some(id) = id {
            self.move_to(id);
            self.scroll.offset = 0;
        }
    }

    pub(super) fn mark(&mut self) {
        if let Some(id) = self.list.selected().copied() {
            self.list.toggle(id);
        }
    }

    pub(super) fn mark_all(&mut self) {
        let Some(inbox) = &self.inbox else { return };
        let shown: Vec<RequestId> = (0..inbox.len().min(Command::MOST))
            .filter_map(|n| inbox.id_at(n))
            .collect();
        let all = shown.iter().all(|id| self.list.marks().contains(id));
        let more = inbox.len() > Command::MOST;
        for id in shown {
            if all || !self.list.marks().contains(&id) {
                self.list.toggle(id);
            }
        }
        if more && !all {
            let words = self
                .ctx
                .texts
                .with("marked-most", &[("n", Command::MOST.into())]);
            self.out.say(words);
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
            self.out.jump = Some(Jump::Quote(row.id));
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
        let check = text_check(&self.ctx, true);
        let prompt = Prompt::new(
            self.text("ask-subject"),
            self.text("ask-subject-hint"),
            &text,
            check,
        );
        self.question(
            Ask::Prompt(prompt),
            Wanted::Subject(id, self.ctx.sight.seq()),
        );
    }

    pub(super) fn ask_deadline(&mut self) {
        let wanted = Wanted::Deadline(self.targets());
        let check = when_check(&self.ctx, EVENING);
        let prompt = Prompt::new(
            self.text("ask-deadline"),
            self.text("ask-when-hint"),
            "",
            check,
        );
        self.question(Ask::Prompt(prompt), wanted);
    }

    pub(super) fn ask_snooze(&mut self) {
        let wanted = Wanted::Snooze(self.targets());
        let check = when_check(&self.ctx, MORNING);
        let prompt = Prompt::new(
            self.text("ask-snooze"),
            self.text("ask-when-hint"),
            "",
            check,
        );
        self.question(Ask::Prompt(prompt), wanted);
    }

    pub(super) fn ask_close(&mut self) {
        let items = CloseReason::ALL
            .iter()
            .zip('1'..='9')
            .map(|(reason, key)| item(key, self.text(&format!("close-{}", reason.key()))));
        let menu = Menu::new(self.text("ask-close"), items.collect());
        let wanted = Wanted::Close(self.targets());
        self.question(Ask::Menu(menu), wanted);
    }

    pub(super) fn ask_call(&mut self) {
        let items = vec![
            item('n', self.text("outcome-no_answer")),
            item('c', self.text("outcome-called")),
            item('s', self.text("outcome-spoke")),
        ];
        let wanted = Wanted::Call(self.targets());
        self.question(Ask::Menu(Menu::new(self.text("ask-call"), items)), wanted);
    }

    pub(super) fn ask_group(&mut self) {
        let label = |group: Group| self.text(&format!("group-{}", group.key()));
        let items = vec![
            item('s', label(Group::Subcontracting)),
            item('i', label(Group::ClientIntroduction)),
            item('o', self.text("group-open")),
        ];
        let wanted = Wanted::Group(self.targets());
        self.question(Ask::Menu(Menu::new(self.text("ask-group"), items)), wanted);
    }

    pub(super) fn ask_turn(&mut self) {
        let items = vec![
            item('c', self.text("ask-turn-client")),
            item('h', self.text("ask-turn-house")),
        ];
        let wanted = Wanted::Turn(self.targets());
        self.question(Ask::Menu(Menu::new(self.text("ask-turn"), items)), wanted);
    }

    pub(super) fn ask_turn_until(&mut self, requests: Vec<RequestId>, owes: Owes) {
        let usual = self.text("ask-turn-usual");
        let check = optional(when_check(&self.ctx, EVENING));
        let prompt = Prompt::new(self.text("ask-turn-until"), usual, "", check);
        self.question(Ask::Prompt(prompt), Wanted::TurnUntil(requests, owes));
    }

    pub(super) fn ask_text(&mut self, title: &str, needed: bool, wanted: Wanted) {
        let check = text_check(&self.ctx, needed);
        let hint = if needed {
            "ask-text-needed"
        } else {
            "ask-text-optional"
        };
        let prompt = Prompt::new(self.text(title), self.text(hint), "", check);
        self.question(Ask::Prompt(prompt), wanted);
    }

    pub(super) fn ask_tag(&mut self) {
        let on = self
            .row
            .as_ref()
            .map(|row| row.tags.clone())
            .unwrap_or_default();
        let off = self.text("tag-off");
        let mut tags: Vec<String> = on.clone();
        tags.extend(
            self.ctx
                .sight
                .tags()
                .into_iter()
                .filter(|tag| !on.contains(tag)),
        );
        let choice = |tag: &String| match on.contains(tag) {
            true => Choice::with(tag.clone(), off.clone()),
            false => Choice::new(tag.clone()),
        };
        let picker = Picker::one(self.text("ask-tag"), tags.iter().map(choice).collect()).or_new();
        let wanted = Wanted::Tag(
            self.targets(),
            tags.into_iter().map(|t| (on.contains(&t), t)).collect(),
        );
        self.question(Ask::Picker(picker), wanted);
    }

    pub(super) fn ask_assign(&mut self) {
        let colleagues = self.ctx.sight.colleagues();
        let mut people = Vec::new();
        let mut choices = Vec::new();
        for colleague in colleagues.into_iter().filter(|c| c.active) {
            let roles: Vec<String> = colleague
                .roles
                .iter()
                .map(|role| self.text(&format!("role-{}", role.key())))
                .collect();
            choices.push(Choice::with(colleague.name, roles.join(", ")));
            people.push(Some(colleague.id));
        }
        choices.push(Choice::new(self.text("assign-nobody")));
        people.push(None);
        let picker = Picker::one(self.text("ask-assign"), choices);
        let wanted = Wanted::Assign(self.targets(), people);
        self.question(Ask::Picker(picker), wanted);
    }

    pub(super) fn ask_kind(&mut self) {
        let keys = self.ctx.sight.kinds();
        let mut choices: Vec<Choice> = keys
            .iter()
            .map(|(_, key)| Choice::new(self.ctx.teller().kind(key)))
            .collect();
        choices.push(Choice::new(self.text("kind-none")));
        let mut kinds: Vec<_> = keys.into_iter().map(|(id, _)| Some(id)).collect();
        kinds.push(None);
        let picker = Picker::one(self.text("ask-kind"), choices);
        let wanted = Wanted::Kind(self.targets(), kinds);
        self.question(Ask::Picker(picker), wanted);
    }

    /// Merging two: the marked ones go into one of them; without marks, the selected one into another
    /// of the same client, or any by number.
    pub(super) fn ask_merge(&mut self) {
        let Some(inbox) = &self.inbox else { return };
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
            .filter_map(|id| inbox.row_of(*id, self.ctx.now))
            .filter(|row| row.status.is_live())
            .collect();
        let choice = |row: &crate::desk::views::RequestRow| {
            Choice::with(
                format!("{} {}", row.id, row.subject),
                row.organisation.clone(),
            )
        };
        let choices = rows.iter().map(choice).collect();
        let ids = rows.iter().map(|row| row.id).collect();
        let picker = Picker::one(self.text("ask-merge"), choices);
        self.question(Ask::Picker(picker), Wanted::MergeInto(chosen, ids));
    }

    /// Shows what a merge comes to before it is done.
    pub(super) fn confirm_merge(&mut self, from: Vec<RequestId>, into: RequestId) {
        let title = self.text("confirm-merge");
        let ids: Vec<String> = from.iter().map(ToString::to_string).collect();
        let question = self.ctx.texts.with(
            "confirm-merge-question",
            &[
                ("from", ids.join(", ").into()),
                ("into", into.to_string().into()),
            ],
        );
        let yes = (Chord::plain(Key::Char('y')), self.text("confirm-merge-yes"));
        let confirm = Confirm::new(title, question, yes, self.text("confirm-no"))
            .with(from.len().to_string(), self.text("confirm-merge-end"));
        self.question(Ask::Confirm(confirm), Wanted::Merge(from, into));
    }

    pub(super) fn start_filter(&mut self) {
        self.filtering = true;
        self.focus = Focus::List;
        self.sync();
    }

    pub(super) fn next_sort(&mut self) {
        let Some(inbox) = &self.inbox else { return };
        let at = Sort::ALL
            .iter()
            .position(|sort| *sort == inbox.sort())
            .unwrap_or(0);
        let next = Sort::ALL
            .get((at + 1) % Sort::ALL.len())
            .copied()
            .unwrap_or_default();
        let kept: Vec<&str> = self
            .view
            .query
            .split_whitespace()
            .filter(|word| !word.starts_with("sort:"))
            .collect();
        self.view.query = format!("{} sort:{}", kept.join(" "), next.key());
        self.relist();
    }

    pub(super) fn ask_view(&mut self) {
        let mut choices = Vec::new();
        let mut views = Vec::new();
        for view in &BUILT_IN {
            let name = self.text(&format!("view-{}", view.key));
            choices.push(Choice {
                also: view.query.to_owned(),
                ..Choice::new(name.clone())
            });
            views.push((name, view.query.to_owned()));
        }
        for view in &self.ctx.me.views {
            let whose = self.text(if view.shared {
                "view-shared"
            } else {
                "view-own"
            });
            choices.push(Choice::with(view.name.clone(), whose));
            views.push((view.name.clone(), view.query.clone()));
        }
        let picker = Picker::one(self.text("ask-view"), choices);
        self.question(Ask::Picker(picker), Wanted::View(views));
    }

    /// Shows what providers wrote, or from there the first view again.
    pub(super) fn show_providers(&mut self) {
        let there = self.view.query == PROVIDERS_VIEW;
        let first = BUILT_IN.first().filter(|_| there);
        let (key, query) = first.map_or(("providers", PROVIDERS_VIEW), |v| (v.key, v.query));
        let name = self.text(&format!("view-{key}"));
        self.show_view(name, query.to_owned());
    }

    pub(super) fn show_view(&mut self, name: String, query: String) {
        self.view = super::View { name, query };
        self.filter = Line::default();
        self.list.unmark();
        self.relist();
    }

    pub(super) fn ask_save_view(&mut self) {
        let check = text_check(&self.ctx, true);
        let hint = self.query();
        let prompt = Prompt::new(self.text("ask-save-view"), hint, "", check);
        self.question(Ask::Prompt(prompt), Wanted::SaveView);
    }

    pub(super) fn ask_remove_view(&mut self) {
        let own: Vec<_> = self.ctx.me.views.clone();
        let choices = own
            .iter()
            .map(|view| Choice::with(view.name.clone(), view.query.clone()))
            .collect();
        let picker = Picker::one(self.text("ask-remove-view"), choices);
        let wanted = Wanted::RemoveView(own.into_iter().map(|view| view.id).collect());
        self.question(Ask::Picker(picker), wanted);
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
        match self.ctx.sight.posting(id, self.ctx.now) {
            Ok(_) => self.out.jump = Some(Jump::Post(id)),
            Err(refusal) => {
                let words = self.ctx.teller().refusal(&refusal);
                self.out.refuse(words);
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
        self.out.jump = self.on_board().map(Jump::Opportunity);
    }
}
