//! Amounts and instants as all formats have them: a point before the decimals, no separators, the code behind. Rounds nothing.

use std::fmt;

use chrono::{DateTime, NaiveDate, SecondsFormat};
use chrono_tz::Tz;

use crate::domain::Millis;
use crate::domain::money::Currency;

/// An amount of so many minor units, without its currency.
pub(super) struct Figure(pub i64, pub Currency);

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Figure(minor, currency) = *self;
        let digits = currency.digits();
        let sign = if minor < 0 { "-" } else { "" };
        let (all, unit) = (minor.unsigned_abs(), 10u64.pow(digits));
        let (whole, part) = (all / unit, all % unit);
        match digits {
            0 => write!(f, "{sign}{whole}"),
            _ => {
                let width = digits as usize;
                write!(f, "{sign}{whole}.{part:0width$}")
            }
        }
    }
}

/// Returns the day of an instant by the clock of a zone.
pub(super) fn day(at: Millis, zone: Tz) -> NaiveDate {
    let utc = DateTime::from_timestamp_millis(at).unwrap_or_default();
    utc.with_timezone(&zone).date_naive()
}

/// Returns an instant in UTC.
pub(super) fn instant(at: Millis) -> String {
    let utc = DateTime::from_timestamp_millis(at).unwrap_or_default();
    utc.to_rfc3339_opts(SecondsFormat::Secs, true)
}
