//! `escrow statement`: every movement of a project's account and what stood there after it, the newest first (ESC-10).

use super::tell;
use crate::desk::views::{self, Movement, StatementOf};
use crate::domain::ids::OpportunityId;
use crate::domain::money::{Currency, Money};
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Cell, Column, Form, List};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

const COLUMNS: [Column; 7] = [
    Column::new("column-entry"),
    Column::new("column-at"),
    Column::new("column-code"),
    Column::number("column-ledger-in"),
    Column::number("column-ledger-out"),
    Column::number("column-ledger-balance"),
    Column::text("column-words"),
];

/// List every movement of a project's account, the newest first
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Statement {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    #[command(flatten)]
    form: Form,
    /// List at most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    limit: usize,
}

impl InWords for Statement {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let of = StatementOf::Project(self.opportunity);
        movements(place, of, (&self.form, self.limit), out).await
    }
}

/// Lists the movements of a statement, the newest first, a page at a time.
pub(in crate::plain) async fn movements(
    place: &Place,
    of: StatementOf,
    (form, limit): (&Form, usize),
    out: &mut Out,
) -> Result<(), Problem> {
    let me = place.me()?;
    let (words, sight) = (Words::new(place, me), place.desk.sight(me));
    let mut list = List::new(place, form, &COLUMNS, out);
    let (mut before, mut left) = (None, limit);
    loop {
        let most = left.min(views::Statement::PAGE_MOST);
        let page = sight.statement(of, before, most);
        let page = page.map_err(|refusal| place.refused(&refusal))?;
        for one in &page.lines {
            let currency = page.currency;
            list.row(
                || tell::movement_json(one, currency),
                || cells(&words, one, currency),
            )
            .await;
        }
        left = left.saturating_sub(page.lines.len());
        before = page.before;
        if before.is_none() || left == 0 || page.lines.is_empty() || list.is_gone() {
            break;
        }
    }
    list.end().await;
    Ok(())
}

fn cells(words: &Words, one: &Movement, currency: Currency) -> [Cell; 7] {
    let of = |minor: i64| Some(Money { minor, currency });
    let some = |minor: i64| of(minor).filter(|_| minor != 0);
    [
        Cell::plain(one.entry),
        Cell::at(words, one.day),
        Cell::plain(one.code.key()),
        Cell::money(words, some(one.into)),
        Cell::money(words, some(one.out)),
        Cell::money(words, of(one.after)),
        Cell::plain(&one.text),
    ]
}
