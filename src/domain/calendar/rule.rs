//! Holidays as rules (REQ-9), and the days they close in a year. Data comes from
//! `assets/holidays/`; no country is known here.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// One holiday. In a file: `rule = { fixed = { month = 1, day = 1 } }`; weekdays by name
/// (`"Mon"` or `"monday"`).
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// The same date every year; 29 February only in leap years.
    Fixed {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// Days after Western Easter Sunday (negative: before).
    Easter {
        /// -120 to 120.
        offset_days: i16,
    },
    /// Days after Orthodox Easter Sunday (negative: before).
    OrthodoxEaster {
        /// -120 to 120.
        offset_days: i16,
    },
    /// The first, second, … such weekday of a month; -1 is the last one.
    NthWeekday {
        /// 1 to 12.
        month: u8,
        /// Which weekday.
        weekday: Weekday,
        /// 1 to 5, or -1 to -5 from the end.
        nth: i8,
    },
    /// The first such weekday on or after a date ("the Monday before 25 May": from the 18th).
    WeekdayFrom {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// Which weekday.
        weekday: Weekday,
    },
    /// One date of one year.
    On {
        /// Year, 1 to 9999.
        year: i32,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A date that, at a weekend, is also given on the next weekday not already a holiday
    /// (as in the United Kingdom).
    FixedObserved {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A date that is also given on Friday when on a Saturday, on Monday when on a Sunday
    /// (as in the United States).
    FixedNearest {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
}

/// Why a rule can never name a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleError {
    /// No year has this month and day.
    NoSuchDate {
        /// As given.
        month: u8,
        /// As given.
        day: u8,
    },
    /// Further than 120 days from Easter.
    OffsetTooFar(i16),
    /// Neither 1 to 5 nor -1 to -5, or a month outside 1 to 12.
    NoSuchWeekday {
        /// As given.
        month: u8,
        /// As given.
        nth: i8,
    },
    /// A year outside 1 to 9999.
    NoSuchYear(i32),
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchDate { month, day } => write!(f, "month {month} has no day {day}"),
            Self::OffsetTooFar(days) => {
                write!(f, "{days} days from Easter; at most 120 either way")
            }
            Self::NoSuchWeekday { month, nth } => write!(
                f,
                "weekday number {nth} of month {month}; use 1 to 5, or -1 to -5 from the end, and a month of 1 to 12"
            ),
            Self::NoSuchYear(year) => write!(f, "year {year}; use 1 to 9999"),
        }
    }
}

impl std::error::Error for RuleError {}

impl Rule {
    /// Can this rule ever name a day?
    pub fn check(&self) -> Result<(), RuleError> {
        match *self {
            Self::Fixed { month, day }
            | Self::WeekdayFrom { month, day, .. }
            | Self::FixedObserved { month, day }
            | Self::FixedNearest { month, day } => exists(2024, month, day),
            Self::Easter { offset_days } | Self::OrthodoxEaster { offset_days } => {
                match offset_days {
                    -120..=120 => Ok(()),
                    far => Err(RuleError::OffsetTooFar(far)),
                }
            }
            Self::NthWeekday { month, nth, .. } => match (month, nth) {
                (1..=12, 1..=5 | -5..=-1) => Ok(()),
                _ => Err(RuleError::NoSuchWeekday { month, nth }),
            },
            Self::On { year, month, day } => match year {
                1..=9999 => exists(year, month, day),
                _ => Err(RuleError::NoSuchYear(year)),
            },
        }
    }

    /// The rule's own day in a year, before any move from a weekend.
    pub fn date_in(&self, year: i32) -> Option<NaiveDate> {
        match *self {
            Self::Fixed { month, day }
            | Self::FixedObserved { month, day }
            | Self::FixedNearest { month, day } => ymd(year, month, day),
            Self::Easter { offset_days } => shift(easter(year)?, offset_days),
            Self::OrthodoxEaster { offset_days } => shift(orthodox_easter(year)?, offset_days),
            Self::NthWeekday {
                month,
                weekday,
                nth,
            } => nth_weekday(year, month, weekday, nth),
            Self::WeekdayFrom {
                month,
                day,
                weekday,
            } => {
                let from = ymd(year, month, day)?;
                from.checked_add_days(Days::new(u64::from(weekday.days_since(from.weekday()))))
            }
            Self::On {
                year: only,
                month,
                day,
            } => (only == year).then(|| ymd(only, month, day)).flatten(),
        }
    }
}

/// The holidays of one year, sorted, each once; days given instead of a weekend included, and
/// those that come over from the year before or after.
pub fn holidays_of(rules: &[Rule], year: i32) -> Vec<NaiveDate> {
    let years = [year.saturating_sub(1), year, year.saturating_add(1)];
    let mut days: Vec<NaiveDate> = years
        .iter()
        .flat_map(|&y| rules.iter().filter_map(move |rule| rule.date_in(y)))
        .collect();
    for y in years {
        for rule in rules {
            if let Some(moved) = moved_day(rule, y, &days) {
                days.push(moved);
            }
        }
    }
    days.retain(|day| day.year() == year);
    days.sort_unstable();
    days.dedup();
    days
}

/// The weekday given instead when the rule's own day is at a weekend.
fn moved_day(rule: &Rule, year: i32, taken: &[NaiveDate]) -> Option<NaiveDate> {
    match rule {
        Rule::FixedObserved { .. } => {
            let own = rule.date_in(year).filter(|day| is_weekend(*day))?;
            own.iter_days()
                .take(31)
                .find(|day| !is_weekend(*day) && !taken.contains(day))
        }
        Rule::FixedNearest { .. } => {
            let own = rule.date_in(year)?;
            match own.weekday() {
                Weekday::Sat => own.pred_opt(),
                Weekday::Sun => own.succ_opt(),
                Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => None,
            }
        }
        Rule::Fixed { .. }
        | Rule::Easter { .. }
        | Rule::OrthodoxEaster { .. }
        | Rule::NthWeekday { .. }
        | Rule::WeekdayFrom { .. }
        | Rule::On { .. } => None,
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn ymd(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
}

fn exists(year: i32, month: u8, day: u8) -> Result<(), RuleError> {
    match ymd(year, month, day) {
        Some(_) => Ok(()),
        None => Err(RuleError::NoSuchDate { month, day }),
    }
}

fn shift(day: NaiveDate, offset: i16) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::days(i64::from(offset)))
}

fn nth_weekday(year: i32, month: u8, weekday: Weekday, nth: i8) -> Option<NaiveDate> {
    if nth > 0 {
        return NaiveDate::from_weekday_of_month_opt(
            year,
            u32::from(month),
            weekday,
            nth.unsigned_abs(),
        );
    }
    let back = nth.unsigned_abs().checked_sub(1)?;
    let last = (1..=5)
        .rev()
        .find_map(|n| NaiveDate::from_weekday_of_month_opt(year, u32::from(month), weekday, n))?;
    last.checked_sub_days(Days::new(7 * u64::from(back)))
        .filter(|day| day.month() == u32::from(month))
}

/// Western Easter Sunday: the anonymous Gregorian computus (Nature, 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century + 8) / 25;
    let moon = (century - correction + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    from_i32(year, days / 31, days % 31 + 1)
}

/// Orthodox Easter Sunday: the Julian computus (Meeus), as a Gregorian date.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let to_sunday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let days = moon + to_sunday + 114;
    let julian = from_i32(year, days / 31, days % 31 + 1)?;
    let century = year.div_euclid(100);
    let drift = century - century.div_euclid(4) - 2;
    julian.checked_add_signed(TimeDelta::days(i64::from(drift)))
}

fn from_i32(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}
