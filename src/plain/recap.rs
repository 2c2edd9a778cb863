//! `recap`: the R1 quotations since a day, by officer, with tags and who signed (QUO-5).

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::words::iso;
use super::{Out, Place, Problem, quotations};
use crate::ui::tell::local;

pub async fn recap(
    place: &Place,
    since: Option<&str>,
    as_json: bool,
    out: &mut Out,
) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let since = match since {
        Some(day) => quotations::day(place, day)?,
        None => quotations::day(place, &new_year(place, now)?)?,
    };
    let columns = place.desk.sight(me).recap(since);
    for column in columns.map_err(|refusal| place.refused(&refusal))? {
        for row in &column.rows {
            let line = if as_json {
                json!({
                    "officer": column.officer,
                    "quotation": row.quotation.to_string(),
                    "request": row.request.to_string(),
                    "organisation": row.organisation,
                    "tags": row.tags,
                    "signed": row.signed,
                    "r1": iso(row.r1_at),
                })
                .to_string()
            } else {
                let signed = if row.signed { "**" } else { "" };
                let (officer, organisation) = (&column.officer, &row.organisation);
                let (id, tags) = (row.quotation, row.tags.join(", "));
                format!(
                    "{officer}\t{organisation}\t{signed}\t{tags}\t{id}\t{}",
                    iso(row.r1_at)
                )
            };
            out.line(&line).await;
        }
    }
    Ok(())
}

/// The first day of this year, by the house's clock.
fn new_year(place: &Place, now: i64) -> Result<String, Problem> {
    let me = place.desk.published().me(place.me()?, now);
    let zone = me.map_or(chrono_tz::UTC, |me| me.zone);
    let year = local(zone, now).year();
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    Ok(first.to_string())
}
