//! `recap`: the R1 quotations since a day, by officer, with tags and who signed (QUO-5).

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::day;
use crate::desk::views::RecapRow;
use crate::domain::Millis;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Cell, Column, Form, List};
use crate::plain::words::{Words, iso};
use crate::plain::{Out, Place, Problem};
use crate::ui::tell::local;

/// List the R1 quotations since a day, by officer; ** marks the signed ones
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Recap {
    /// The first day, like 2026-06-01 [default: the first day of this year]
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[command(flatten)]
    form: Form,
}

/// The columns of the recap.
const COLUMNS: [Column; 6] = [
    Column::new("column-officer"),
    Column::text("column-client"),
    Column::new("column-signed"),
    Column::new("column-tags").spare(),
    Column::new("column-quotation"),
    Column::new("column-r1").spare(),
];

impl InWords for Recap {
    const NEEDS: Needs = super::OFFICE;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let since = match &self.since {
            Some(text) => day(place, text)?,
            None => day(place, &new_year(place)?)?,
        };
        let columns = place.desk.sight(me).recap(since);
        let words = Words::new(place, me);
        let mut list = List::new(place, &self.form, &COLUMNS, out);
        for column in columns.map_err(|refusal| place.refused(&refusal))? {
            for row in &column.rows {
                let officer = column.officer.as_str();
                let cells = || cells(&words, officer, row);
                list.row(|| row_json(officer, row), cells).await;
            }
        }
        list.end().await;
        Ok(())
    }
}

fn cells(words: &Words, officer: &str, row: &RecapRow) -> [Cell; 6] {
    [
        Cell::plain(officer),
        Cell::plain(&row.organisation),
        Cell::plain(if row.signed { "**" } else { "" }),
        Cell::plain(words.teller().tags(&row.tags).join(", ")),
        Cell::plain(row.quotation),
        Cell::at(words, row.r1_at),
    ]
}

fn row_json(officer: &str, row: &RecapRow) -> serde_json::Value {
    json!({
        "officer": officer,
        "quotation": row.quotation.to_string(),
        "request": row.request.to_string(),
        "organisation": row.organisation,
        "tags": row.tags,
        "signed": row.signed,
        "r1": iso(row.r1_at),
    })
}

/// The first day of this year, by the house's clock.
fn new_year(place: &Place) -> Result<String, Problem> {
    let now: Millis = place.desk.now();
    let me = place.desk.published().me(place.me()?, now);
    let zone = me.map_or(chrono_tz::UTC, |me| me.zone);
    let year = local(zone, now).year();
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    Ok(first.to_string())
}
