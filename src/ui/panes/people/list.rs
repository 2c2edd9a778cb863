//! The list of people: its columns, and how a line says what it has to say. Never colour alone.

use super::{PeoplePane, roles};
use crate::desk::views::{PersonRow, Roster, SortKey};
use crate::text::fold;
use crate::ui::frame::{ListPane, Listing, Sign, Words};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;

/// The columns. Name and roles stay however narrow it is.
pub(super) static COLUMNS: [Column; 7] = [
    Column::sign(),
    Column::between(22, 26).named("column-name").sorts("name"),
    Column::text(16).named("column-roles").sorts("roles"),
    Column::fixed(7)
        .from(18)
        .right()
        .named("column-keys")
        .sorts("keys"),
    Column::between(12, 16)
        .from(20)
        .named("column-state")
        .sorts("state"),
    Column::between(22, 34)
        .from(24)
        .named("column-email")
        .sorts("email"),
    Column::fixed(10)
        .from(26)
        .right()
        .named("column-waiting")
        .sorts("waiting"),
];

const OUT: Sign = ("×", "sign-out");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 1] = [OUT];

impl PeoplePane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let rows = self.frame.browse.rows.as_ref();
        Listing {
            title: look.texts.with(
                "people-title",
                &[("n", rows.map_or(0, Roster::counted).into())],
            ),
            right: None,
            hint: "people-filter-hint",
            empty: look.texts.get("empty-people").into_owned(),
        }
    }

    /// One line; `×` stands before who may not enter.
    pub(super) fn line(&self, row: &PersonRow, look: &Look<'_>) -> Row {
        let theme = look.theme;
        let count = |id: &str, n: usize| match n {
            0 => String::new(),
            n => look.texts.with(id, &[("n", n.into())]),
        };
        let (sign, state) = if row.active {
            let invited = count("people-invitations", row.invitations);
            (" ", Cell::styled(invited, theme.accent))
        } else {
            (
                OUT.0,
                Cell::styled(look.texts.get("people-out"), theme.muted),
            )
        };
        let waiting = match row.waiting {
            0 => String::new(),
            n => look.formats.number(i64::from(n)),
        };
        let keys = Cell::styled(count("people-keys", row.keys), theme.muted);
        Row {
            cells: vec![
                Cell::styled(sign, theme.muted),
                Cell::new(row.name.clone()),
                Cell::styled(roles(row, &self.ctx().texts), theme.muted),
                keys,
                state,
                Cell::styled(row.email.clone(), theme.muted),
                Cell::styled(waiting, theme.muted),
            ],
            marked: false,
            style: if row.active { theme.text } else { theme.muted },
        }
    }
}

/// What a filter looks at.
pub(super) fn text_of(words: &Words, row: &PersonRow) -> String {
    format!("{} {} {}", row.name, row.email, roles(row, words.texts()))
}

/// What `row` sorts by in the order `by`.
pub(super) fn key_of(words: &Words, row: &PersonRow, by: &str) -> SortKey {
    let number = |n: i64| (n, String::new());
    let letters = |text: &str| (0, fold::fold(text));
    match by {
        "roles" => letters(&roles(row, words.texts())),
        "keys" => number(i64::try_from(row.keys).unwrap_or(i64::MAX)),
        "state" => match (row.active, row.invitations) {
            (true, 0) => number(1),
            (true, _) => number(0),
            (false, _) => number(2),
        },
        "email" => letters(&row.email),
        "waiting" => number(i64::from(row.waiting)),
        _ => letters(&row.name),
    }
}
