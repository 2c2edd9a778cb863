//! What the inbox's list can show: its views, its order, and how one comes to a request. Asks for lists, never
//! makes them.

use super::InboxPane;
use crate::desk::views::{BUILT_IN, Inbox, PROVIDERS_VIEW, Sort};
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::domain::{Command, RequestId};
use crate::ui::frame::Ctx;
use crate::ui::frame::ask::{item, text_check};
use crate::ui::frame::{ListPane, NEWEST, Order, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::prompt::Prompt;

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct View {
    pub(super) name: String,
    pub(super) query: String,
}

impl View {
    /// The one that is shown first.
    pub(super) fn first(ctx: &Ctx) -> View {
        let first = &BUILT_IN[0];
        View {
            name: ctx.texts.get(&format!("view-{}", first.key)).into_owned(),
            query: first.query.to_owned(),
        }
    }
}

/// A query without the order it asks for.
fn unsorted(query: &str) -> String {
    let words = query.split_whitespace();
    let kept: Vec<&str> = words.filter(|word| !word.starts_with("sort:")).collect();
    kept.join(" ")
}

impl InboxPane {
    /// The whole query: the view's and what was typed.
    pub(super) fn query(&self) -> String {
        let typed = self.frame.browse.filter.text();
        format!("{} {typed}", self.view.query).trim().to_owned()
    }

    pub(super) fn listed(&mut self, inbox: Inbox) {
        let complete = inbox.is_complete();
        // A filter hides rows that stay marked.
        let all = inbox.query() == self.view.query.trim();
        self.frame.browse.list.keeps_marks = !(complete && all);
        self.frame.browse.rows = Some(inbox);
        self.lines.forget();
        // The snapshot may have moved on while the list was made.
        if complete {
            self.catch_up();
        }
        self.sync();
    }

    /// Brings the list up to the latest snapshot and this minute: by what changed, or anew.
    pub(super) fn catch_up(&mut self) {
        let (rows, ctx) = (&mut self.frame.browse.rows, &self.frame.ctx);
        let Some(inbox) = rows.as_ref().filter(|inbox| inbox.seq() != ctx.sight.seq()) else {
            return;
        };
        match inbox.advance(&ctx.sight, ctx.now) {
            Some(next) => *rows = Some(next),
            None if inbox.is_complete() => {
                *rows = ctx.sight.inbox(inbox.query()).ok();
                self.relist();
            }
            None => {}
        }
    }

    /// The name of a view that is not one's own is in the language of the screen.
    pub(super) fn name_view(&mut self) {
        let shown = unsorted(&self.view.query);
        let built_in = BUILT_IN.iter().find(|view| unsorted(view.query) == shown);
        if let Some(view) = built_in {
            self.view.name = self.text(&format!("view-{}", view.key));
        }
    }

    /// The order the list is in, as its columns sort.
    pub(super) fn sorted(&self) -> Order {
        let rows = self.frame.browse.rows.as_ref();
        let (sort, turned) = rows.map_or((Sort::default(), false), |inbox| {
            (inbox.sort(), inbox.is_turned())
        });
        let (by, turned) = match sort {
            Sort::Newest => (NEWEST, !turned),
            Sort::Oldest => (NEWEST, turned),
            sort => (sort.key(), turned),
        };
        Order {
            by: Some(by),
            turned,
        }
    }

    /// Asks for the list in another order.
    pub(super) fn sort_view(&mut self, order: Order) {
        let by = order.by.and_then(Sort::named).unwrap_or_default();
        let sort = match (by, order.turned) {
            (Sort::Newest, true) => Sort::Newest.key().to_owned(),
            (Sort::Newest, false) => Sort::Oldest.key().to_owned(),
            (by, false) => by.key().to_owned(),
            (by, true) => format!("-{}", by.key()),
        };
        self.view.query = format!("{} sort:{sort}", unsorted(&self.view.query));
        self.relist();
    }

    pub(super) fn ask_view(&mut self) {
        let mut choices = Vec::new();
        for view in &BUILT_IN {
            let name = self.text(&format!("view-{}", view.key));
            let choice = Choice {
                also: view.query.to_owned(),
                ..Choice::new(name.clone())
            };
            choices.push((choice, (name, view.query.to_owned())));
        }
        for view in &self.ctx().me.views {
            let whose = match view.shared {
                true => "view-shared",
                false => "view-own",
            };
            let choice = Choice::with(view.name.clone(), self.text(whose));
            choices.push((choice, (view.name.clone(), view.query.clone())));
        }
        let mut choices: Vec<_> = choices
            .into_iter()
            .map(|(c, view)| (c, Some(view)))
            .collect();
        choices.push((Choice::new(self.text("act-save-view")), None));
        let title = self.text("ask-view");
        self.ask(Question::pick(
            title,
            choices,
            |p: &mut InboxPane, view| match view {
                Some((name, query)) => p.show_view(name, query),
                None => p.ask_save_view(),
            },
        ));
    }

    /// Shows what providers wrote, or from there the first view again.
    pub(super) fn show_providers(&mut self) {
        let there = self.view.query == PROVIDERS_VIEW;
        let first = BUILT_IN.first().filter(|_| there);
        let (key, query) = first.map_or(("providers", PROVIDERS_VIEW), |v| (v.key, v.query));
        let name = self.text(&format!("view-{key}"));
        self.show_view(name, query.to_owned());
    }

    /// Shows a built-in view by its key; false when there is none.
    pub(super) fn show_built_in(&mut self, key: &str) -> bool {
        let Some(view) = BUILT_IN.iter().find(|view| view.key == key) else {
            return false;
        };
        let name = self.text(&format!("view-{key}"));
        self.show_view(name, view.query.to_owned());
        true
    }

    pub(super) fn show_view(&mut self, name: String, query: String) {
        self.view = View { name, query };
        self.frame.browse.filter.clear();
        self.frame.browse.list.unmark();
        self.relist();
    }

    pub(super) fn ask_save_view(&mut self) {
        let check = text_check(self.ctx(), true);
        let prompt = Prompt::new(self.text("ask-save-view"), self.query(), "", check);
        self.ask(Question::line(prompt, Self::ask_share));
    }

    /// Who may share a view is asked whether to; others keep it for themselves.
    fn ask_share(&mut self, name: &str) {
        if !self.ctx().me.may(Permission::ShareViews) {
            return self.save_view(name, false);
        }
        let items = vec![
            (item('o', self.text("view-own")), false),
            (item('s', self.text("view-shared")), true),
        ];
        let (title, name) = (self.text("ask-share-view"), name.to_owned());
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut InboxPane, shared| {
                p.save_view(&name, shared);
            },
        ));
    }

    fn save_view(&mut self, name: &str, shared: bool) {
        let query = self.query();
        self.view = View {
            name: name.to_owned(),
            query: query.clone(),
        };
        self.frame.browse.filter.clear();
        self.submit(Command::People(PeopleCommand::SaveView {
            name: name.into(),
            query: query.into(),
            shared,
        }));
        self.relist();
    }

    pub(super) fn ask_remove_view(&mut self) {
        let own = self.ctx().me.views.iter();
        let own = own.map(|view| {
            let choice = Choice::with(view.name.clone(), view.query.clone());
            (choice, view.id)
        });
        let (title, own) = (self.text("ask-remove-view"), own.collect());
        self.ask(Question::pick(title, own, |p: &mut InboxPane, view| {
            p.submit(Command::People(PeopleCommand::RemoveView(view)));
        }));
    }

    /// Shows a request, whether the list has it or not; false when there is none that one may see.
    pub(super) fn go_to(&mut self, id: RequestId) -> bool {
        let (rows, now) = (self.frame.browse.rows.as_ref(), self.ctx().now);
        if rows.is_none_or(|inbox| inbox.row_of(id, now).is_none()) {
            return false;
        }
        self.hold(id);
        true
    }
}
