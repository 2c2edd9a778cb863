//! The list of organisations: its columns, and how a line says what it has to say. Never colour alone.

use super::DirectoryPane;
use crate::desk::views::{DirectoryRow, Roster, SortKey};
use crate::domain::Millis;
use crate::text::fold;
use crate::ui::frame::{ListPane, Listing, Sign, Words};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;

/// The columns. Name, country and open requests stay however narrow it is.
pub(super) static COLUMNS: [Column; 7] = [
    Column::sign(),
    Column::text(16).named("column-organisation").sorts("name"),
    Column::fixed(4).named("column-country").sorts("country"),
    Column::between(10, 22)
        .from(22)
        .named("column-city")
        .sorts("city"),
    Column::fixed(8).right().named("column-open").falls("open"),
    Column::fixed(12)
        .from(16)
        .right()
        .named("column-last")
        .falls("last"),
    Column::fixed(13)
        .from(16)
        .right()
        .named("column-ours-until")
        .sorts("until"),
];

const DOUBLE: Sign = ("=", "sign-double");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 1] = [DOUBLE];

/// So long before its end a relation is about to end.
const SOON: Millis = 60 * 24 * 3_600_000;

impl DirectoryPane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let rows = self.frame.browse.rows.as_ref();
        let view = look.texts.get(super::views::text_id(self.view));
        let title = [("view", view.into_owned().into())];
        Listing {
            title: look.texts.with("directory-title", &title),
            right: None,
            hint: "directory-filter-hint",
            empty: match rows.map_or(0, Roster::whole) {
                0 => look.texts.get("empty-directory").into_owned(),
                _ => look.texts.get("empty-directory-view").into_owned(),
            },
        }
    }

    /// One line; `=` stands before one that may be the same as another, a branch under its parent.
    pub(super) fn line(&self, row: &DirectoryRow, look: &Look<'_>) -> Row {
        let theme = look.theme;
        let teller = self.ctx().teller();
        let sign = match row.double {
            true => Cell::styled(DOUBLE.0, theme.soon),
            false => Cell::styled(" ", theme.text),
        };
        let brief = |at: Option<Millis>| at.map_or_else(|| "–".to_owned(), |at| teller.brief(at));
        let now = self.ctx().now;
        let ours = row.relation_until.filter(|until| *until > now);
        let until = match ours {
            Some(until) if until < now + SOON => theme.soon,
            _ => theme.muted,
        };
        let indent = "  ".repeat(row.depth.min(4));
        let country = row.country.map(|country| country.code().to_owned());
        let open = match row.open {
            0 => String::new(),
            n => look.formats.number(n.into()),
        };
        Row {
            cells: vec![
                sign,
                Cell::new(format!("{indent}{}", row.name)),
                Cell::styled(country.unwrap_or_default(), theme.muted),
                Cell::styled(row.city.clone(), theme.muted),
                Cell::new(open),
                Cell::styled(brief(row.last), theme.muted),
                Cell::styled(brief(ours), until),
            ],
            marked: false,
            style: theme.text,
        }
    }
}

/// What `row` sorts by in the order `by`.
pub(super) fn key_of(_: &Words, row: &DirectoryRow, by: &str) -> SortKey {
    let number = |n: i64| (n, String::new());
    let letters = |text: &str| (0, fold::fold(text));
    match by {
        "country" => letters(row.country.as_ref().map_or("~", |country| country.code())),
        "city" => letters(&row.city),
        "open" => number(row.open.into()),
        "last" => number(row.last.unwrap_or_default()),
        "until" => number(row.relation_until.unwrap_or(Millis::MAX)),
        _ => letters(&row.name),
    }
}
