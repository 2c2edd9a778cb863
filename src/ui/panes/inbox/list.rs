//! The list of requests: its columns, and how a line says what it has to say. Never colour alone.

use super::InboxPane;
use super::others::{LOOKING, NAME, WRITING};
use crate::desk::views::Inbox;
use crate::domain::RequestId;
use crate::ui::frame::{ListPane, Listing, NEWEST, Sign, signs};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list::Rows;
use crate::ui::kit::look::Look;

/// The columns. Subject, due and number stay however narrow it is; who works it, the group and what is to be fixed
/// come first; where the client has a column, the subject stands without.
pub(super) static COLUMNS: [Column; 18] = [
    Column::sign(),
    Column::sign().from(17),
    Column::sign().from(15),
    Column::between(7, 8)
        .right()
        .named("column-due")
        .sorts("next-step"),
    Column::fixed(7).named("column-number"),
    Column::fixed(2).from(16),
    Column::between(16, 26)
        .from(44)
        .named("column-client")
        .sorts("client"),
    Column::text(12)
        .named("column-client-subject")
        .beside(CLIENT, "column-subject")
        .sorts("subject"),
    Column::fixed(4).from(36).named("column-country"),
    Column::fixed(5).from(44).right().named("column-size"),
    Column::fixed(10)
        .from(38)
        .named("column-stage")
        .sorts("stage"),
    Column::fixed(4).from(16).named("column-fix"),
    Column::between(8, 10)
        .from(15)
        .named("column-who")
        .sorts("who"),
    Column::sign(),
    Column::fixed(12).from(36).named("column-turn"),
    Column::fixed(8)
        .from(44)
        .right()
        .named("column-received")
        .falls(NEWEST),
    Column::fixed(8).from(46).right().named("column-deadline"),
    Column::fixed(NAME).from(37),
];

/// The places of the client and of whose turn it is among the columns.
pub(super) const CLIENT: usize = 6;
pub(super) const TURN: usize = 14;

pub(super) const ASLEEP: Sign = ("z", "sign-asleep");
pub(super) const CLOSED: Sign = ("×", "sign-closed");
pub(super) const MERGED: Sign = ("»", "sign-merged");
pub(super) const VOID: Sign = ("·", "sign-void");
pub(super) const VALID: Sign = ("✓", "sign-valid");
pub(super) const FILES: Sign = ("⎙", "sign-files");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 15] = [
    signs::LATE,
    signs::OTHERS,
    ASLEEP,
    CLOSED,
    MERGED,
    VOID,
    signs::UNSENT,
    LOOKING,
    WRITING,
    VALID,
    FILES,
    ("2", "sign-several"),
    ("S", "sign-subject"),
    ("D", "sign-deadline"),
    ("C", "sign-copies"),
];

impl Rows for Inbox {
    type Id = RequestId;

    fn len(&self) -> usize {
        Inbox::len(self)
    }

    fn id(&self, position: usize) -> Option<RequestId> {
        self.id_at(position)
    }

    fn find(&self, id: &RequestId) -> Option<usize> {
        self.position(*id)
    }
}

impl InboxPane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let (position, len) = self.position();
        let rows = self.frame.browse.rows.as_ref();
        Listing {
            title: self.list_title(look),
            right: Some(format!("{position}/{len}")),
            hint: "filter-hint",
            empty: rows
                .map(|inbox| self.empty_words(inbox, look))
                .unwrap_or_default(),
        }
    }

    fn position(&self) -> (usize, String) {
        let Some(inbox) = &self.frame.browse.rows else {
            return (0, "0".to_owned());
        };
        let at = if inbox.is_empty() {
            0
        } else {
            self.frame.browse.list.viewport.selected + 1
        };
        let more = if inbox.is_complete() { "" } else { "…" };
        let number = i64::try_from(inbox.len()).unwrap_or(i64::MAX);
        (at, format!("{}{more}", self.ctx().formats.number(number)))
    }

    fn list_title(&self, look: &Look<'_>) -> String {
        let rows = self.frame.browse.rows.as_ref();
        let sort = rows.map(Inbox::sort).unwrap_or_default();
        let sort = match rows.is_some_and(Inbox::is_turned) {
            true => look.texts.get("sort-turned"),
            false => look.texts.get(&format!("sort-{}", sort.key())),
        };
        format!("{} · {sort}", self.view.name)
    }

    /// What would fill an empty list, and the key that does.
    fn empty_words(&self, inbox: &Inbox, look: &Look<'_>) -> String {
        if let Some(strange) = inbox.strange_filter().filter(|_| inbox.is_complete()) {
            return self.ctx().teller().strange(&strange);
        }
        let id = match (
            inbox.is_complete(),
            !self.frame.browse.is_filtered(),
            inbox.live(),
        ) {
            (false, ..) => "empty-looking",
            (true, false, _) => "empty-filter",
            (true, true, 0) => "empty-house",
            (true, true, _) => "empty-view",
        };
        look.texts.get(id).into_owned()
    }
}
