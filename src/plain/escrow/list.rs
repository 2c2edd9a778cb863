//! `escrow list`: the accounts of projects that somebody sees, what is held first (ESC-3).

use serde_json::json;

use super::tell;
use crate::desk::views::AccountRow;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

const COLUMNS: [Column; 7] = [
    Column::new("column-opportunity"),
    Column::text("column-title"),
    Column::new("column-client").spare(),
    Column::new("column-ledger-provider").spare(),
    Column::number("column-ledger-held"),
    Column::number("column-ledger-covered"),
    Column::text("column-turn"),
];

/// List the accounts of projects: what is held, what may be worked on, whose turn it is
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct List {
    #[command(flatten)]
    form: Form,
    /// List at most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    limit: usize,
}

impl InWords for List {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let words = Words::new(place, me);
        let rows = place.desk.sight(me).accounts();
        let rows = rows.map_err(|refusal| place.refused(&refusal))?;
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        for row in rows.iter().take(self.limit) {
            list.row(|| machine(row), || cells(&words, row)).await;
        }
        list.end().await;
        out.limited(place, self.limit, rows.len()).await;
        Ok(())
    }
}

fn cells(words: &Words, row: &AccountRow) -> [Cell; 7] {
    let turn = row.turn.as_ref();
    let key = turn.map_or("", |duty| duty.side.key());
    let said = turn.map(|duty| tell::duty(&words.teller(), duty));
    [
        Cell::plain(row.id),
        Cell::plain(&row.title),
        Cell::plain(&row.client).or_dash(),
        Cell::plain(&row.provider).or_dash(),
        Cell::money(words, Some(row.held)),
        Cell::money(words, Some(row.covered)),
        Cell::named(key, said.unwrap_or_default()).or_dash(),
    ]
}

fn machine(row: &AccountRow) -> serde_json::Value {
    json!({
        "opportunity": row.id.to_string(), "title": row.title, "client": row.client,
        "provider": row.provider, "formula": row.formula.key(), "group": row.group.key(),
        "held": tell::money(row.held), "may_work_on": tell::money(row.covered),
        "left": tell::money(row.left), "disputed": row.disputed, "frozen": row.frozen,
        "former": row.former, "turn": row.turn.as_ref().map(|duty| duty.side.key()),
    })
}
