//! What is wrong with a calendar that was refused. Never about an instant: those all work.

use std::fmt;

use super::RuleError;

/// Why hours or holidays were refused. Weekdays count from Monday = 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// Not a name of the tz database, such as `Europe/Paris`.
    UnknownZone(String),
    /// A span that is empty, backwards, or runs past midnight.
    BadSpan {
        /// Weekday.
        day: usize,
        /// Opening, in minutes.
        from: u16,
        /// Closing, in minutes.
        to: u16,
    },
    /// A span that begins before the one listed before it has ended.
    SpansOverlap {
        /// Weekday.
        day: usize,
        /// Opening, in minutes.
        from: u16,
        /// Closing, in minutes.
        to: u16,
    },
    /// More spans in a day than anyone works.
    TooManySpans {
        /// Weekday.
        day: usize,
    },
    /// More holiday rules than are accepted.
    TooManyRules(usize),
    /// A holiday rule that can never name a day.
    BadRule {
        /// Its place in the list, from 0.
        index: usize,
        /// What is wrong.
        why: RuleError,
    },
}

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

fn name(day: usize) -> &'static str {
    DAYS.get(day).copied().unwrap_or("that day")
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownZone(zone) => write!(
                f,
                "unknown time zone {zone:?}; use a name such as Europe/Paris"
            ),
            Self::BadSpan { day, from, to } => write!(
                f,
                "{}: {}-{} is not a span of one day; the end must come after the start, at 24:00 at the latest",
                name(*day),
                clock(*from),
                clock(*to)
            ),
            Self::SpansOverlap { day, from, to } => write!(
                f,
                "{}: {}-{} begins before the span above it ends; list spans in order",
                name(*day),
                clock(*from),
                clock(*to)
            ),
            Self::TooManySpans { day } => {
                write!(f, "{}: more than {} spans", name(*day), super::MAX_SPANS)
            }
            Self::TooManyRules(n) => {
                write!(f, "{n} holidays; at most {} are accepted", super::MAX_RULES)
            }
            Self::BadRule { index, why } => write!(f, "holiday {}: {why}", index + 1),
        }
    }
}

impl std::error::Error for CalendarError {}
