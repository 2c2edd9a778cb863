//! Quotations in words: the list, one whole, the paper the client gets, its brief, its lines and its
//! texts, the steps that scripts need, the recap.

pub mod brief;
pub mod lines;
pub mod list;
pub mod one;
pub mod project;
pub mod quote;
pub mod recap;
pub mod step;
mod tell;

use chrono::{NaiveDate, TimeZone};

use super::registry::Needs;
use super::{Place, Problem, USAGE};
use crate::domain::Millis;
use crate::domain::person::Permission;

/// The hour that is meant when only a day is named.
const EVENING: (u32, u32) = (18, 0);

/// Returns a field of a file as it is written.
fn written(name: &str, value: &toml::Value) -> String {
    format!("{name} = {value}\n")
}

/// Who has a part in quotations: our own desks, and the client.
const READ: Needs = Needs::OneOf(&[
    Permission::Quote,
    Permission::PriceQuotations,
    Permission::AssembleQuotations,
    Permission::DecideQuotations,
]);

/// Who of us has a part in quotations.
pub(in crate::plain) const OFFICE: Needs = Needs::OneOf(&[
    Permission::Quote,
    Permission::PriceQuotations,
    Permission::AssembleQuotations,
]);

/// A day as scripts write it, at its beginning by the house's clock.
///
/// # Errors
/// What is no day.
pub(in crate::plain) fn day(place: &Place, text: &str) -> Result<Millis, Problem> {
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .map_err(|_| Problem::say(USAGE, "plain-no-day", [("text", text.to_owned())]))?;
    let me = place.desk.published().me(place.me()?, place.desk.now());
    let zone = me.map_or(chrono_tz::UTC, |me| me.zone);
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let at = zone.from_local_datetime(&midnight).earliest();
    Ok(at.map_or_else(
        || midnight.and_utc().timestamp_millis(),
        |at| at.timestamp_millis(),
    ))
}
