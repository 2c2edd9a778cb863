//! Office hours and holidays (REQ-9): when the house works, and how long something takes in
//! hours that count. Pure arithmetic on instants given by the caller; it never reads a clock.
//!
//! Instants are `i64` milliseconds since 1970-01-01 UTC. Office hours are local wall-clock
//! minutes in the calendar's zone, turned into instants day by day:
//! - a local time that a clock change skips means the first instant after the gap;
//! - a local time that a clock change repeats means its first occurrence;
//! - minutes are real minutes, so an office open over a repeated hour works it twice.
//!
//! A span is open at its first instant and closed at its last: a deadline may *fall on* a
//! closing time, and the office counts as closed from then on.
//!
//! Nothing loops for ever. A week without any hours, and instants outside the years 1 to 9000,
//! count plain hours (always open). A count that runs past ten years of days counts plain hours
//! from there on.

mod error;
mod rule;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

pub use error::CalendarError;
pub use rule::{Rule, RuleError, holidays_of};

/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60_000;
/// Milliseconds in a plain day.
const DAY_MS: i64 = 1_440 * MINUTE_MS;
/// Days looked at before plain hours take over: ten years.
const HORIZON_DAYS: u64 = 3_660;
/// Opening spans one day may have.
const MAX_SPANS: usize = 12;
/// Holiday rules one calendar may have.
const MAX_RULES: usize = 200;

/// Opening spans of one weekday: local minutes since midnight, first included, last excluded.
pub type Spans = Vec<(u16, u16)>;

/// When the house works. Built by [`Calendar::new`] or read back through the same checks.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[serde(try_from = "KeptCalendar", into = "KeptCalendar")]
pub struct Calendar {
    zone: Zone,
    week: [Spans; 7],
    holidays: Vec<Rule>,
}

/// A time zone by its name. One that this program's tz database does not have is kept, and counts as UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Zone {
    name: Box<str>,
    rules: Option<Tz>,
}

impl Zone {
    fn kept(name: &str) -> Zone {
        Zone {
            name: name.into(),
            rules: name.parse().ok(),
        }
    }
}

/// The stored shape: the zone by its name, so that a new tz database reads old records.
#[derive(Serialize, Deserialize, Clone)]
struct KeptCalendar {
    zone: String,
    week: [Spans; 7],
    holidays: Vec<Rule>,
}

impl TryFrom<KeptCalendar> for Calendar {
    type Error = CalendarError;

    fn try_from(stored: KeptCalendar) -> Result<Self, CalendarError> {
        Self::of(Zone::kept(&stored.zone), stored.week, stored.holidays)
    }
}

impl From<Calendar> for KeptCalendar {
    fn from(calendar: Calendar) -> Self {
        Self {
            zone: calendar.zone.name.into(),
            week: calendar.week,
            holidays: calendar.holidays,
        }
    }
}

impl Calendar {
    /// A calendar of `week` (Monday first; spans in order, apart or touching, within one day)
    /// in the zone of that IANA name, closed on `holidays`. A week without hours is allowed:
    /// such a house counts plain hours.
    pub fn new(zone: &str, week: [Spans; 7], holidays: Vec<Rule>) -> Result<Self, CalendarError> {
        let zone = Zone::kept(zone);
        if zone.rules.is_none() {
            return Err(CalendarError::UnknownZone(
                zone.name.chars().take(64).collect(),
            ));
        }
        Self::of(zone, week, holidays)
    }

    fn of(zone: Zone, week: [Spans; 7], holidays: Vec<Rule>) -> Result<Self, CalendarError> {
        for (day, spans) in week.iter().enumerate() {
            check_spans(day, spans)?;
        }
        if holidays.len() > MAX_RULES {
            return Err(CalendarError::TooManyRules(holidays.len()));
        }
        for (index, rule) in holidays.iter().enumerate() {
            rule.check()
                .map_err(|why| CalendarError::BadRule { index, why })?;
        }
        Ok(Self {
            zone,
            week,
            holidays,
        })
    }

    /// The same hours from Monday to Friday, closed at the weekend.
    pub fn weekdays(
        zone: &str,
        hours: &[(u16, u16)],
        holidays: Vec<Rule>,
    ) -> Result<Self, CalendarError> {
        let day = || hours.to_vec();
        let week = [day(), day(), day(), day(), day(), Vec::new(), Vec::new()];
        Self::new(zone, week, holidays)
    }

    /// Returns the zone the hours are local to; UTC for one that is not known here.
    pub fn zone(&self) -> Tz {
        self.zone.rules.unwrap_or(Tz::UTC)
    }

    /// Returns the name of the zone, known here or not.
    pub fn zone_name(&self) -> &str {
        &self.zone.name
    }

    /// Returns the name of the zone when it is not known here.
    pub fn unknown_zone(&self) -> Option<&str> {
        self.zone.rules.is_none().then_some(&*self.zone.name)
    }

    /// The hours of each weekday, Monday first.
    pub fn week(&self) -> &[Spans; 7] {
        &self.week
    }

    /// The holiday rules, in the order given.
    pub fn holidays(&self) -> &[Rule] {
        &self.holidays
    }

    /// The instant at which `minutes` office minutes have passed since `from`. With 0 minutes:
    /// `from` itself when open, else the next opening. Never moves back.
    pub fn add_office_minutes(&self, from: i64, minutes: u32) -> i64 {
        let mut left = i64::from(minutes) * MINUTE_MS;
        let Some(start) = self.local(from) else {
            return from.saturating_add(left);
        };
        for (open, close) in self.days_from(start.date()).flat_map(|day| day.spans) {
            let begin = open.max(from);
            if close <= begin {
                continue;
            }
            if left <= close - begin {
                return begin + left;
            }
            left -= close - begin;
        }
        self.horizon(start.date()).saturating_add(left)
    }

    /// Whole office minutes from `a` to `b`, rounded towards zero; negative when `b` is earlier.
    pub fn office_minutes_between(&self, a: i64, b: i64) -> i64 {
        if b < a {
            return -self.office_minutes_between(b, a);
        }
        let Some(start) = self.local(a) else {
            return b.saturating_sub(a) / MINUTE_MS;
        };
        let counted: i64 = self
            .days_from(start.date())
            .flat_map(|day| day.spans)
            .take_while(|(open, _)| *open < b)
            .map(|(open, close)| (close.min(b) - open.max(a)).max(0))
            .sum();
        let beyond = b.saturating_sub(self.horizon(start.date())).max(0);
        counted.saturating_add(beyond) / MINUTE_MS
    }

    /// `t` when the office is open then, else the next opening.
    pub fn next_office_instant(&self, t: i64) -> i64 {
        self.add_office_minutes(t, 0)
    }

    /// Is the office open at `t`?
    pub fn is_open(&self, t: i64) -> bool {
        self.next_office_instant(t) == t
    }

    /// The last closing time of an office day. With 0: of today while today's has not passed,
    /// else of the next office day. With n: of the n-th office day after today's date, so that
    /// "in one day" said on a Friday, or on the Saturday after it, is Monday evening.
    pub fn end_of_office_day(&self, t: i64, days_ahead: u32) -> i64 {
        let plain = i64::from(days_ahead).saturating_mul(DAY_MS);
        let Some(now) = self.local(t) else {
            return self.plain_day_end(t).saturating_add(plain);
        };
        let today = now.date();
        let mut left = days_ahead;
        for day in self.days_from(today) {
            let Some(&(_, close)) = day.spans.last() else {
                continue;
            };
            if close <= t || (days_ahead > 0 && day.date <= today) {
                continue;
            }
            if left <= 1 {
                return close;
            }
            left -= 1;
        }
        let rest = i64::from(left).saturating_mul(DAY_MS);
        self.horizon(today).saturating_add(rest)
    }

    /// Is this local date a holiday, whatever weekday it is?
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        holidays_of(&self.holidays, date.year())
            .binary_search(&date)
            .is_ok()
    }

    /// The local time at `t`, or `None` where plain hours are counted.
    fn local(&self, t: i64) -> Option<NaiveDateTime> {
        if self.week.iter().all(Vec::is_empty) {
            return None;
        }
        let utc = DateTime::from_timestamp_millis(t)?.naive_utc();
        (1..=9_000)
            .contains(&utc.year())
            .then(|| self.zone().from_utc_datetime(&utc).naive_local())
    }

    /// The next local midnight, for a house without hours.
    fn plain_day_end(&self, t: i64) -> i64 {
        let next = DateTime::from_timestamp_millis(t)
            .map(|utc| self.zone().from_utc_datetime(&utc.naive_utc()).date_naive())
            .and_then(|date| date.checked_add_days(Days::new(1)));
        match next {
            Some(date) => self.instant(date, 0).max(t),
            None => t,
        }
    }

    /// Where counting from `date` stops looking at days.
    fn horizon(&self, date: NaiveDate) -> i64 {
        let end = date.checked_add_days(Days::new(HORIZON_DAYS));
        self.instant(end.unwrap_or(date), 0)
    }

    /// The days from `date` to the horizon, each with its open spans as instants.
    fn days_from(&self, date: NaiveDate) -> impl Iterator<Item = OfficeDay> + '_ {
        let mut closed: (i32, Vec<NaiveDate>) = (i32::MIN, Vec::new());
        let days = date.iter_days().take(HORIZON_DAYS as usize);
        days.map(move |date| {
            if closed.0 != date.year() {
                closed = (date.year(), holidays_of(&self.holidays, date.year()));
            }
            let hours = match closed.1.binary_search(&date) {
                Ok(_) => None,
                Err(_) => self
                    .week
                    .get(date.weekday().num_days_from_monday() as usize),
            };
            let spans = hours
                .into_iter()
                .flatten()
                .map(|&(open, close)| (self.instant(date, open), self.instant(date, close)));
            OfficeDay {
                date,
                spans: spans.filter(|(open, close)| open < close).collect(),
            }
        })
    }

    /// The instant of a local time, `minute` minutes after midnight of `date`; see the module's
    /// text for times that do not exist, or exist twice.
    fn instant(&self, date: NaiveDate, minute: u16) -> i64 {
        let wall = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
        // The longest gap of the tz database is a whole day (Samoa, 2011).
        let found = (0..=26 * 60).find_map(|later| {
            self.zone()
                .from_local_datetime(&(wall + TimeDelta::minutes(later)))
                .earliest()
        });
        match found {
            Some(instant) => instant.timestamp_millis(),
            None => wall.and_utc().timestamp_millis(),
        }
    }
}

/// One local day and the instants between which the office is open.
struct OfficeDay {
    date: NaiveDate,
    spans: Vec<(i64, i64)>,
}

fn check_spans(day: usize, spans: &[(u16, u16)]) -> Result<(), CalendarError> {
    if spans.len() > MAX_SPANS {
        return Err(CalendarError::TooManySpans { day });
    }
    let mut last = 0;
    for &(from, to) in spans {
        if from >= to || to > 1_440 {
            return Err(CalendarError::BadSpan { day, from, to });
        }
        if from < last {
            return Err(CalendarError::SpansOverlap { day, from, to });
        }
        last = to;
    }
    Ok(())
}
