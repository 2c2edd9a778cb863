//! Dates with their day and month: `12/3`, `2026-12-03`, `3 dec 2026`, `March 12th`. Never a
//! weekday's name, never a distance from now.

use chrono::{Datelike, NaiveDate};

use super::date::{in_reach, ordinal};
use super::{Context, Order, Problem, Sense, Try, clock};
use crate::text::reading::lex::{Kind, Token, number, symbol, touches};
use crate::text::reading::{Hit, WordId};

/// A date with its day and month.
pub(super) fn exact(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    for attempt in [iso, figures, day_month, month_day] {
        if let Some(found) = attempt(tokens, context)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// `2026-12-03`, with the `T` of a time after it.
fn iso(tokens: &[Token], _: &Context) -> Try<NaiveDate> {
    let sign = symbol(tokens, 1);
    let (Some(year), Some(month), Some(day)) =
        (number(tokens, 0), number(tokens, 2), number(tokens, 4))
    else {
        return Ok(None);
    };
    if year.digits != 4 || !matches!(sign, '-' | '/' | '.') || symbol(tokens, 3) != sign {
        return Ok(None);
    }
    let is_t = tokens
        .get(5)
        .is_some_and(|token| token.kind == Kind::Word(WordId::T));
    let t = is_t && touches(tokens, 5) && number(tokens, 6).is_some();
    with_year(year.value, month.value, day.value, if t { 6 } else { 5 })
}

/// `12/3`, `12/03/2027`, `12.3.27`, `12-03-2027`: day before month, or as who wrote it means it.
fn figures(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let sign = symbol(tokens, 1);
    let (Some(first), Some(second)) = (number(tokens, 0), number(tokens, 2)) else {
        return Ok(None);
    };
    if first.digits > 2 || second.digits > 2 || !matches!(sign, '/' | '-' | '.') {
        return Ok(None);
    }
    let (day, month) = match context.order {
        // Dots are written by those who write the day first.
        Order::Month if sign != '.' => (second.value, first.value),
        _ => (first.value, second.value),
    };
    let swayed = || {
        if sign != '.' && day != month {
            context.swayed.set(true);
        }
    };
    let third = (symbol(tokens, 3) == sign && touches(tokens, 4))
        .then(|| number(tokens, 4))
        .flatten();
    let dotted = !context.prose || !context.led.and(context.lexicon.dotted()).is_empty();
    match third {
        Some(year) if year.digits == 4 || year.digits == 2 => {
            swayed();
            let century = if year.digits == 2 { 2000 } else { 0 };
            with_year(century + year.value, month, day, 5)
        }
        Some(_) => Err((Problem::NoSuchDate, 5)),
        None if sign == '/' && !(context.prose && (day, month) == (24, 7)) => {
            swayed();
            to_come(context, month, day, 3)
        }
        // "12.3." as in German; "12.3" alone could be any figure.
        None if sign == '.' && symbol(tokens, 3) == '.' && dotted => {
            to_come(context, month, day, 4)
        }
        None => Ok(None),
    }
}

/// `3 dec`, `3rd of December 2026`, `1er mars`, `3-dec-2026`, `3. Dezember`.
fn day_month(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let Some(day) = number(tokens, 0).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    let mut at = 1 + ordinal(tokens, 0, context);
    at += match symbol(tokens, at) {
        '-' => 1,
        _ => context.skip(tokens, at, Sense::Of),
    };
    let Some(month) = context.hit(tokens, at, Sense::Month) else {
        return Ok(None);
    };
    let day_month = (u32::from(month.value), day.value);
    dated(tokens, context, day_month, at + month.n)
}

/// `dec 3`, `March 12th, 2027`.
fn month_day(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let Some(month) = context.hit(tokens, 0, Sense::Month) else {
        return Ok(None);
    };
    let at = month.n + usize::from(symbol(tokens, month.n) == '.');
    let Some(day) = number(tokens, at).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    let weekday = context.hit(tokens, 0, Sense::Weekday);
    if weekday.is_some_and(|weekday| is_rather_a_weekday(weekday, month, context))
        || clock::is_hour(tokens, at, context)
    {
        return Ok(None);
    }
    let ordinal = context.skip(tokens, at + 1, Sense::Ordinal);
    let month_day = (u32::from(month.value), day.value);
    dated(tokens, context, month_day, at + 1 + ordinal)
}

/// "mar 3": mardi for a French reader, March for an English one; a weekday where nobody can tell.
pub(super) fn is_rather_a_weekday(weekday: Hit, month: Hit, context: &Context) -> bool {
    !weekday.langs.and(context.prefer).is_empty() || month.langs.and(context.prefer).is_empty()
}

/// A day and month, and the year if one follows at `at`.
fn dated(
    tokens: &[Token],
    context: &Context,
    (month, day): (u32, u32),
    at: usize,
) -> Try<NaiveDate> {
    let mut next = at;
    while (matches!(symbol(tokens, next), '.' | '-') && touches(tokens, next))
        || symbol(tokens, next) == ','
    {
        next += 1;
        if next > at + 2 {
            break;
        }
    }
    match number(tokens, next) {
        Some(year) if year.digits == 4 => with_year(year.value, month, day, next + 1),
        Some(year)
            if year.digits == 2
                && year.value > 24
                && !context.prose
                && !clock::is_hour(tokens, next, context)
                && symbol(tokens, next + 1) != '/' =>
        {
            with_year(2000 + year.value, month, day, next + 1)
        }
        _ => {
            let dot = symbol(tokens, at) == '.' && touches(tokens, at);
            to_come(context, month, day, at + usize::from(dot && !context.prose))
        }
    }
}

pub(super) fn with_year(year: u32, month: u32, day: u32, n: usize) -> Try<NaiveDate> {
    let date = i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    match date {
        Some(date) if in_reach(date) => Ok(Some((date, n))),
        Some(_) => Err((Problem::TooFar, n)),
        None => Err((Problem::NoSuchDate, n)),
    }
}

/// The nearest such day from today on; 29 February may be some years away.
pub(super) fn to_come(context: &Context, month: u32, day: u32, n: usize) -> Try<NaiveDate> {
    let today = context.today();
    let found = (0..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year().saturating_add(years), month, day))
        .find(|date| *date >= today);
    match found {
        Some(date) => Ok(Some((date, n))),
        None => Err((Problem::NoSuchDate, n)),
    }
}
