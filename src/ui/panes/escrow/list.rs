//! The list of accounts: its columns, and how a line says what it has to say. Never colour alone.

use super::EscrowPane;
use crate::desk::views::{AccountGroup, AccountRow, Roster, SortKey};
use crate::text::fold;
use crate::ui::frame::{ListPane, Listing, Sign, Words, signs};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;

/// The columns. Number, client and what is held stay however narrow it is.
pub(super) static COLUMNS: [Column; 7] = [
    Column::sign(),
    Column::fixed(6).named("column-number").sorts("number"),
    Column::text(12).named("column-client").sorts("client"),
    Column::fixed(14)
        .right()
        .named("account-col-held")
        .falls("held"),
    Column::between(9, 12)
        .from(14)
        .named("column-turn")
        .sorts("turn"),
    Column::between(9, 20)
        .from(22)
        .named("account-col-provider")
        .sorts("provider"),
    Column::between(10, 18).from(24).named("account-col-stands"),
];

/// A dispute is open, or the bank took a deposit back.
const STOPPED: Sign = ("!", "sign-money-stopped");
/// Nothing is left to be paid.
const DONE: Sign = ("✓", "sign-money-done");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 3] = [STOPPED, signs::YOURS, DONE];

impl EscrowPane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let rows = self.frame.browse.rows.as_ref();
        let view = look.texts.get(self.view.text_id());
        let title = [("view", view.into_owned().into())];
        Listing {
            title: look.texts.with("escrow-title", &title),
            right: None,
            hint: "escrow-filter-hint",
            empty: match rows.map_or(0, Roster::whole) {
                0 => look.texts.get("empty-escrow").into_owned(),
                _ => look.texts.get("empty-escrow-view").into_owned(),
            },
        }
    }

    /// One line; `!` stands before what is disputed or frozen, `▸` before what waits for the one who looks.
    pub(super) fn line(&self, row: &AccountRow, look: &Look<'_>) -> Row {
        let (theme, teller) = (look.theme, self.ctx().teller());
        let mine = row.turn.as_ref().is_some_and(|duty| duty.you);
        let sign = if row.disputed || row.frozen {
            Cell::styled(STOPPED.0, theme.late)
        } else if mine {
            Cell::styled(signs::YOURS.0, theme.accent)
        } else if row.group == AccountGroup::Done {
            Cell::styled(DONE.0, theme.muted)
        } else {
            Cell::styled(" ", theme.muted)
        };
        let turn = row.turn.as_ref().map(|duty| teller.turn_side(duty));
        let turn = turn.unwrap_or_else(|| "–".to_owned());
        let done = matches!(row.group, AccountGroup::Done | AccountGroup::Basic);
        let stands = self.text(&format!("account-group-{}", row.group.key()));
        let client = match row.client.is_empty() {
            true => &row.title,
            false => &row.client,
        };
        Row {
            cells: vec![
                sign,
                Cell::styled(row.id.to_string(), theme.muted),
                Cell::new(client.clone()),
                Cell::new(teller.money(row.held)),
                Cell::styled(turn, if mine { theme.accent } else { theme.muted }),
                Cell::styled(row.provider.clone(), theme.muted),
                Cell::styled(stands, theme.muted),
            ],
            marked: false,
            style: if done { theme.muted } else { theme.text },
        }
    }
}

/// What a filter looks at: number, title, client, provider, where it stands.
pub(super) fn text_of(words: &Words, row: &AccountRow) -> String {
    let teller = words.teller();
    let turn = row.turn.as_ref().map(|duty| teller.turn_side(duty));
    let stands = teller
        .texts
        .get(&format!("account-group-{}", row.group.key()))
        .into_owned();
    format!(
        "{} {} {} {} {stands} {}",
        row.id,
        row.title,
        row.client,
        row.provider,
        turn.unwrap_or_default(),
    )
}

/// What `row` sorts by in the order `by`.
pub(super) fn key_of(words: &Words, row: &AccountRow, by: &str) -> SortKey {
    let letters = |text: &str| (0, fold::fold(text));
    match by {
        "number" => (i64::from(row.id.0), String::new()),
        "held" => (row.held.minor, row.held.currency.code().to_owned()),
        "provider" => letters(&row.provider),
        "turn" => match &row.turn {
            Some(duty) if duty.you => (0, String::new()),
            Some(duty) => (1, fold::fold(&words.teller().turn_side(duty))),
            None => (2, String::new()),
        },
        _ => letters(&row.client),
    }
}
