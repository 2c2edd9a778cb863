//! What the board's list can show: its views, and how one comes to another. Asks for lists, never makes
//! them.

use super::BoardPane;
use crate::desk::views::{BoardList, BoardQuery, BoardSort, Me};
use crate::domain::OpportunityId;
use crate::domain::person::{Permission, Role};
use crate::ui::frame::ListPane;
use crate::ui::kit::choices::Choice;

/// A view: the text that names it, and its query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct View {
    pub(super) name: &'static str,
    query: &'static str,
}

const PENDING: View = view("board-title", "");
const MINE: View = view("board-view-mine", "mine");
const ALL: View = view("board-view-all", "all");
const ELIGIBLE: View = view("board-view-eligible", "eligible");

/// All of them, in the order they are offered.
const VIEWS: [View; 10] = [
    PENDING,
    MINE,
    view("board-view-favourites", "favourites"),
    ELIGIBLE,
    view("board-view-sub", "group:sub"),
    view("board-view-intro", "group:intro"),
    view("board-view-online", "online:yes"),
    view("board-view-selected", "all stage:selected"),
    view("board-view-missions", "all stage:confirmed"),
    ALL,
];

const fn view(name: &'static str, query: &'static str) -> View {
    View { name, query }
}

impl View {
    /// Where somebody begins: what is pending, or a client with what is theirs.
    pub(super) fn home(me: &Me) -> View {
        let looks_for_work = me.may(Permission::Propose) || me.may(Permission::ReadInbox);
        if me.roles.contains(&Role::ClientContact) && !looks_for_work {
            MINE
        } else {
            PENDING
        }
    }
}

impl BoardPane {
    /// Whether what is shown is where one begins.
    pub(super) fn at_home(&self) -> bool {
        self.view == View::home(&self.ctx().me)
    }

    /// What is asked for: the view, with what was typed and in the order of the list.
    pub(super) fn query(&self) -> BoardQuery {
        let filter = self.frame.browse.filter.text();
        let mut query = BoardQuery::parse(&format!("{} {filter}", self.view.query));
        let order = self.frame.order;
        if let Some(sort) = order.by.and_then(BoardSort::named) {
            // The newest first is its own usual way round.
            let newest = sort == BoardSort::Newest;
            (query.sort, query.turned) = (sort, order.turned != newest);
        }
        query
    }

    pub(super) fn listed(&mut self, mut list: BoardList) {
        // The snapshot may have moved on while the list was made.
        list.renew(&self.ctx().sight, self.ctx().now);
        self.frame.browse.rows = Some(list);
        self.sync();
    }

    pub(super) fn show_view(&mut self, view: View) {
        self.view = view;
        self.frame.browse.filter.clear();
        self.relist();
    }

    /// Shows an opportunity, whether the list has it or not; false when there is none that one may see.
    pub(super) fn go_to(&mut self, id: OpportunityId) -> bool {
        let ctx = self.ctx();
        if ctx.sight.opportunity_stamp(id, ctx.now).is_none() {
            return false;
        }
        self.hold(id);
        true
    }

    /// The views, as one chooses among them.
    pub(super) fn views(&self) -> Vec<(Choice, View)> {
        let applies = self.ctx().me.may(Permission::Propose);
        let views = VIEWS.into_iter();
        let views = views.filter(|view| applies || *view != ELIGIBLE);
        let choice = |view: View| {
            let choice = Choice::new(self.text(view.name));
            let also = view.query.to_owned();
            (Choice { also, ..choice }, view)
        };
        views.map(choice).collect()
    }
}
