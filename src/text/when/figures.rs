//! Dates with their day and month: `12/3`, `2026-12-03`, `3 dec 2026`, `March 12th`. Never a
//! weekday's name, never a distance from now.

use chrono::{Datelike, NaiveDate};

use super::date::in_reach;
use super::lex::{Token, number, symbol, touches, word};
use super::{Context, Lang, Problem, Try, clock, words};

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
    let t = word(tokens, 5) == "t" && touches(tokens, 5) && number(tokens, 6).is_some();
    with_year(year.value, month.value, day.value, if t { 6 } else { 5 })
}

/// `12/3`, `12/03/2027`, `12.3.27`, `12-03-2027`: day before month.
fn figures(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let sign = symbol(tokens, 1);
    let (Some(day), Some(month)) = (number(tokens, 0), number(tokens, 2)) else {
        return Ok(None);
    };
    if day.digits > 2 || month.digits > 2 || !matches!(sign, '/' | '-' | '.') {
        return Ok(None);
    }
    let third = (symbol(tokens, 3) == sign && touches(tokens, 4))
        .then(|| number(tokens, 4))
        .flatten();
    match third {
        Some(year) if year.digits == 4 => with_year(year.value, month.value, day.value, 5),
        Some(year) if year.digits == 2 => with_year(2000 + year.value, month.value, day.value, 5),
        Some(_) => Err((Problem::NoSuchDate, 5)),
        None if sign == '/' && !(context.prose && (day.value, month.value) == (24, 7)) => {
            to_come(context, month.value, day.value, 3)
        }
        // "12.3." as in German; "12.3" alone could be any figure.
        None if sign == '.' && symbol(tokens, 3) == '.' && !context.prose => {
            to_come(context, month.value, day.value, 4)
        }
        None => Ok(None),
    }
}

/// `3 dec`, `3rd of December 2026`, `1er mars`, `3-dec-2026`.
fn day_month(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let Some(day) = number(tokens, 0).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    let mut at = 1 + usize::from(words::is_ordinal(word(tokens, 1)));
    at += usize::from(matches!(word(tokens, at), "of" | "de") || symbol(tokens, at) == '-');
    let Some(month) = words::month(word(tokens, at)) else {
        return Ok(None);
    };
    dated(tokens, context, (month, day.value), at + 1)
}

/// `dec 3`, `March 12th, 2027`.
fn month_day(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let Some(month) = words::month(word(tokens, 0)) else {
        return Ok(None);
    };
    let at = 1 + usize::from(symbol(tokens, 1) == '.');
    let Some(day) = number(tokens, at).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    if reads_as_mardi(tokens, context) || clock::is_hour(tokens, at) {
        return Ok(None);
    }
    let ordinal = words::is_ordinal(word(tokens, at + 1));
    dated(
        tokens,
        context,
        (month, day.value),
        at + 1 + usize::from(ordinal),
    )
}

/// "mar 3": mardi for a French reader, March for an English one.
pub(super) fn reads_as_mardi(tokens: &[Token], context: &Context) -> bool {
    word(tokens, 0) == "mar" && context.lang == Lang::Fr
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
                && !clock::is_hour(tokens, next)
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
