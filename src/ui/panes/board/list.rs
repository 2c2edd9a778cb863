//! The list of opportunities: its columns, and how a line says what it has to say. Never colour alone.

use super::BoardPane;
use crate::desk::views::{BoardList, BoardQuery};
use crate::domain::OpportunityId;
use crate::ui::frame::{ListPane, Listing, NEWEST, Sign, signs};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list::Rows;
use crate::ui::kit::look::Look;

/// The columns. What it is to who looks, its number and its title stay however narrow it is; the page says the rest.
pub(super) static COLUMNS: [Column; 19] = columns(28);

/// Those of who learns a client last, or has one of their own.
pub(super) static OTHERS_COLUMNS: [Column; 19] = columns(60);

const fn columns(client: u16) -> [Column; 19] {
    [
        Column::sign(),
        Column::sign().from(16),
        Column::sign().from(17),
        Column::sign().from(18),
        Column::between(11, 13).named("column-you"),
        Column::fixed(5).from(19).named("column-group"),
        Column::fixed(5).named("column-number"),
        Column::text(12).named("column-what").sorts("title"),
        Column::between(12, 22)
            .from(client)
            .named("column-client")
            .sorts("client"),
        Column::between(11, 18)
            .from(20)
            .named("column-where")
            .sorts("place"),
        Column::fixed(4).from(30).named("column-language"),
        Column::between(9, 14)
            .from(31)
            .named("column-when")
            .sorts("begins"),
        Column::fixed(6)
            .from(31)
            .right()
            .named("column-size")
            .sorts("size"),
        Column::between(10, 13)
            .from(30)
            .right()
            .named("column-price")
            .sorts("price"),
        Column::fixed(7)
            .from(31)
            .right()
            .named("column-offers")
            .sorts("offers"),
        Column::between(9, 16).from(34).named("column-audience"),
        Column::fixed(8).from(36).named("column-level"),
        Column::fixed(8)
            .from(32)
            .right()
            .named("column-posted")
            .falls(NEWEST),
        Column::between(7, 8)
            .right()
            .named("column-left")
            .sorts("deadline"),
    ]
}

pub(super) const FAVOURITE: Sign = ("★", "sign-favourite");
pub(super) const STALE: Sign = ("~", "sign-stale");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 4] = [TURN, signs::UNSENT, STALE, FAVOURITE];

/// One's own turn.
pub(super) const TURN: Sign = ("!", "sign-your-turn");

impl Rows for BoardList {
    type Id = OpportunityId;

    fn len(&self) -> usize {
        BoardList::len(self)
    }

    fn id(&self, position: usize) -> Option<OpportunityId> {
        self.id_at(position)
    }

    fn find(&self, id: &OpportunityId) -> Option<usize> {
        self.position(*id)
    }
}

impl BoardPane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let rows = self.frame.browse.rows.as_ref();
        let right = match rows.map(BoardList::is_empty) {
            None => Some("…".to_owned()),
            Some(true) => Some("0".to_owned()),
            Some(false) => None,
        };
        Listing {
            title: self.list_title(look),
            right,
            hint: "board-filter-hint",
            empty: self.empty_words(look),
        }
    }

    /// What would fill an empty list: nothing matches, or nothing is in the view. Nothing at all is said by
    /// `empty`.
    fn empty_words(&self, look: &Look<'_>) -> String {
        let (browse, rows) = (&self.frame.browse, self.frame.browse.rows.as_ref());
        let Some(list) = rows.filter(|list| list.is_empty()) else {
            return String::new();
        };
        if let Some(strange) = BoardQuery::strange(browse.filter.text(), self.ctx().sight.lists()) {
            self.ctx().teller().strange(&strange)
        } else if browse.is_filtered() {
            look.texts.get("board-nothing-matches").into_owned()
        } else if list.query().is_filtered() || list.within() > 0 || !self.at_home() {
            look.texts.get("board-nothing-in-view").into_owned()
        } else {
            String::new()
        }
    }

    fn list_title(&self, look: &Look<'_>) -> String {
        let name = look.texts.get(self.view.name);
        let order = match self.frame.order.by {
            None => "board-newest",
            Some(NEWEST) if self.frame.order.turned => "sort-newest",
            Some(_) => "sort-turned",
        };
        let order = look.texts.get(order);
        match &self.ctx().me.firm_name {
            Some(firm) => format!("{name} · {order} · {firm}"),
            None => format!("{name} · {order}"),
        }
    }
}
