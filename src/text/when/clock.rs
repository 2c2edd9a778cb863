//! Times of day: `14:00`, `14h30`, `2pm`, `at 9`, `midi`. Never decides the day.

use chrono::NaiveTime;

use super::{Context, Problem, Sense, Try};
use crate::text::reading::lex::{Token, number, symbol, touches};

/// A time at the head of the tokens.
pub(super) fn at_head(tokens: &[Token], context: &Context) -> Try<NaiveTime> {
    if let Some(named) = named(tokens, context) {
        return Ok(Some(named));
    }
    let skip = context.skip(tokens, 0, Sense::At);
    let rest = tokens.get(skip..).unwrap_or_default();
    if skip > 0
        && let Some((time, n)) = named(rest, context)
    {
        return Ok(Some((time, n + skip)));
    }
    let Some(hour) = number(rest, 0).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    let (minute, n) = match minutes(rest, context) {
        Some(found) => found,
        None if skip > 0 || half(rest, 1, context).is_some() => (0, 1),
        None => return Ok(None),
    };
    let (hour, n) = match half(rest, n, context) {
        Some((noon, more)) if (1..=12).contains(&hour.value) => {
            (hour.value % 12 + u32::from(noon), n + more)
        }
        Some((_, more)) => return Err((Problem::NoSuchTime, skip + n + more)),
        None => (hour.value, n),
    };
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => Ok(Some((time, skip + n))),
        None => Err((Problem::NoSuchTime, skip + n)),
    }
}

/// Is the number at `i` the hour of a time?
pub(super) fn is_hour(tokens: &[Token], i: usize, context: &Context) -> bool {
    let rest = tokens.get(i..).unwrap_or_default();
    number(rest, 0).is_some()
        && (minutes(rest, context).is_some() || half(rest, 1, context).is_some())
}

/// The minutes after an hour and all tokens taken: `:30`, `h30`, `h`, `heures 30`.
fn minutes(tokens: &[Token], context: &Context) -> Option<(u32, usize)> {
    let two_digits = |i| number(tokens, i).filter(|n| n.digits == 2);
    if symbol(tokens, 1) == ':' {
        let minute = two_digits(2)?;
        // Seconds are read and dropped: dates are kept to the minute.
        let seconds = symbol(tokens, 3) == ':' && two_digits(4).is_some_and(|s| s.value < 60);
        return Some((minute.value, if seconds { 5 } else { 3 }));
    }
    if symbol(tokens, 1) == '.' && touches(tokens, 1) && half(tokens, 3, context).is_some() {
        return two_digits(2).map(|minute| (minute.value, 3));
    }
    let sign = context.hit(tokens, 1, Sense::HourSign)?;
    let at = 1 + sign.n;
    Some(match two_digits(at) {
        // "9h 10h" and "9h 12/3" are an hour and something else.
        Some(minute)
            if !matches!(symbol(tokens, at + 1), '/' | ':')
                && !context.says(tokens, at + 1, Sense::HourSign) =>
        {
            (minute.value, at + 1)
        }
        _ => (0, at),
    })
}

/// What tells the half of a day at `i`: the hours before it, and the tokens taken.
fn half(tokens: &[Token], i: usize, context: &Context) -> Option<(u16, usize)> {
    let hit = context.hit(tokens, i, Sense::Half)?;
    Some((hit.value, hit.n))
}

/// Times with a name.
fn named(tokens: &[Token], context: &Context) -> Option<(NaiveTime, usize)> {
    let at_once = context.hit(tokens, 0, Sense::Hour).map(|hit| (hit, 0));
    let (hit, article) = at_once.or_else(|| {
        let article = context.skip(tokens, 0, Sense::Article);
        let hit = context.hit(tokens, article, Sense::Hour)?;
        Some((hit, article))
    })?;
    let time = NaiveTime::from_hms_opt(hit.value.into(), 0, 0)?;
    Some((time, article + hit.n))
}
