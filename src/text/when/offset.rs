//! Distances from now: `+2d`, `in 2 days`, `dans 3 jours`, `+1h30`, `2 weeks ago`.

use chrono::{Days, Months, NaiveDateTime, TimeDelta, Timelike};

use super::lex::{Token, number, symbol, touches, word, words_at};
use super::words::{self, Unit};
use super::{Context, Found, Problem, Try};

/// A distance and which way it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Offset {
    months: u32,
    days: u32,
    minutes: u32,
    /// Was an hour or a minute written?
    clock: bool,
}

/// `+2d`, `in 2 days`, `2 days ago` at the head of the tokens.
pub(super) fn at_head(tokens: &[Token], context: &Context) -> Try<Found> {
    let lead = match (symbol(tokens, 0), word(tokens, 0)) {
        ('+', _) => Some((1, true)),
        ('-', _) if touches(tokens, 1) && !context.prose => Some((1, false)),
        (_, "in" | "dans") => Some((1, true)),
        (_, "il") if words_at(tokens, 0, &["il", "y", "a"]) => Some((3, false)),
        _ => None,
    };
    let skip = lead.map_or(0, |(skip, _)| skip);
    let Some((offset, n)) = amount(tokens.get(skip..).unwrap_or_default()) else {
        return Ok(None);
    };
    let (forward, n) = match lead {
        Some((_, forward)) => (forward, n + skip),
        None if word(tokens, n) == "ago" => (false, n + 1),
        None => return Ok(None),
    };
    match offset.from(context.now, forward) {
        Some(found) => Ok(Some((found, n))),
        None => Err((Problem::TooFar, n)),
    }
}

/// `2 days`, `1h30`, `une semaine`, `1w 2d`, without what introduces it.
pub(super) fn amount(tokens: &[Token]) -> Option<(Offset, usize)> {
    let mut total = Offset::default();
    let mut at = 0;
    for _ in 0..4 {
        let count = match number(tokens, at) {
            Some(number) if number.digits <= 6 => Some(number.value),
            Some(_) => None,
            None => words::numeral(word(tokens, at)),
        };
        let step = count.and_then(|count| words::unit(word(tokens, at + 1)).map(|u| (count, u)));
        let Some((count, unit)) = step else {
            break;
        };
        total.add(count, unit);
        at += 2;
        let minutes = number(tokens, at).filter(|n| n.digits == 2 && touches(tokens, at));
        if unit == Unit::Hour
            && words::unit(word(tokens, at + 1)).is_none()
            && let Some(minutes) = minutes
        {
            total.add(minutes.value, Unit::Minute);
            at += 1;
            break;
        }
    }
    (at > 0).then_some((total, at))
}

impl Offset {
    fn add(&mut self, count: u32, unit: Unit) {
        match unit {
            Unit::Minute => self.minutes = self.minutes.saturating_add(count),
            Unit::Hour => {
                self.minutes = self.minutes.saturating_add(count.saturating_mul(60));
            }
            Unit::Day => self.days = self.days.saturating_add(count),
            Unit::Week => self.days = self.days.saturating_add(count.saturating_mul(7)),
            Unit::Month => self.months = self.months.saturating_add(count),
            Unit::Year => self.months = self.months.saturating_add(count.saturating_mul(12)),
        }
        self.clock |= matches!(unit, Unit::Minute | Unit::Hour);
    }

    /// The day, and the time when hours or minutes count.
    pub(super) fn from(self, now: NaiveDateTime, forward: bool) -> Option<Found> {
        let days = Days::new(u64::from(self.days));
        let months = Months::new(self.months);
        let minutes = TimeDelta::minutes(i64::from(self.minutes));
        let moved = if forward {
            now.checked_add_months(months)?
                .checked_add_days(days)?
                .checked_add_signed(minutes)?
        } else {
            now.checked_sub_months(months)?
                .checked_sub_days(days)?
                .checked_sub_signed(minutes)?
        };
        let time = moved.time().with_second(0)?.with_nanosecond(0)?;
        super::date::in_reach(moved.date()).then_some(Found {
            date: Some(moved.date()),
            time: self.clock.then_some(time),
        })
    }
}
