//! Distances from now: `+2d`, `in 2 days`, `dans 3 jours`, `+1h30`, `2 weeks ago`.

use chrono::{Days, Months, NaiveDateTime, TimeDelta, Timelike};

use super::{Context, Found, Problem, Sense, Try};
use crate::text::reading::lex::{Token, number, symbol, touches};

/// What an hour is called in the lists of words.
const HOUR: u16 = 1;

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
    let ahead = context.skip(tokens, 0, Sense::Ahead);
    let behind = context.skip(tokens, 0, Sense::AgoBefore);
    let lead = match symbol(tokens, 0) {
        '+' => Some((1, true)),
        '-' if touches(tokens, 1) && !context.prose => Some((1, false)),
        _ if ahead > 0 => Some((ahead, true)),
        _ if behind > 0 => Some((behind, false)),
        _ => None,
    };
    let skip = lead.map_or(0, |(skip, _)| skip);
    let Some((offset, n)) = amount(tokens.get(skip..).unwrap_or_default(), context) else {
        return Ok(None);
    };
    let (forward, n) = match lead {
        Some((_, forward)) => (forward, n + skip),
        None => match context.hit(tokens, n, Sense::Ago) {
            Some(ago) => (false, n + ago.n),
            None => return Ok(None),
        },
    };
    match offset.from(context.now, forward) {
        Some(found) => Ok(Some((found, n))),
        None => Err((Problem::TooFar, n)),
    }
}

/// `2 days`, `1h30`, `une semaine`, `1w 2d`, without what introduces it.
pub(super) fn amount(tokens: &[Token], context: &Context) -> Option<(Offset, usize)> {
    let mut total = Offset::default();
    let mut at = 0;
    for _ in 0..4 {
        let count = match number(tokens, at) {
            Some(number) if number.digits <= 6 => Some((number.value, 1)),
            Some(_) => None,
            None => {
                let word = context.hit(tokens, at, Sense::Numeral);
                word.map(|hit| (u32::from(hit.value), hit.n))
            }
        };
        let step = count.and_then(|(count, n)| {
            let unit = context.hit(tokens, at + n, Sense::Unit)?;
            Some((count, unit.value, n + unit.n))
        });
        let Some((count, unit, n)) = step else {
            break;
        };
        total.add(count, unit);
        at += n;
        let minutes = number(tokens, at).filter(|n| n.digits == 2 && touches(tokens, at));
        if unit == HOUR
            && !context.says(tokens, at + 1, Sense::Unit)
            && let Some(minutes) = minutes
        {
            total.add(minutes.value, 0);
            at += 1;
            break;
        }
    }
    (at > 0).then_some((total, at))
}

impl Offset {
    /// Adds so many of a unit, by its number in the lists of words: minutes, hours, days, weeks, months, years.
    fn add(&mut self, count: u32, unit: u16) {
        let times = |n: u32| count.saturating_mul(n);
        match unit {
            0 => self.minutes = self.minutes.saturating_add(count),
            HOUR => self.minutes = self.minutes.saturating_add(times(60)),
            2 => self.days = self.days.saturating_add(count),
            3 => self.days = self.days.saturating_add(times(7)),
            4 => self.months = self.months.saturating_add(count),
            _ => self.months = self.months.saturating_add(times(12)),
        }
        self.clock |= unit <= HOUR;
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
