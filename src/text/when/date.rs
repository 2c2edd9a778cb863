//! Days: figures, names, weekdays, "end of month". Only whole phrases at the head of the tokens;
//! the order of the attempts below is the grammar.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

use super::figures::exact;
use super::{Context, Found, Problem, Sense, Try, clock, ends, offset, weekday};
use crate::text::reading::lex::{Token, is_word, number, symbol, touches};

/// A day at the head of the tokens, perhaps with a time.
pub(super) fn at_head(tokens: &[Token], context: &Context) -> Try<Found> {
    if let Some(found) = exact(tokens, context)? {
        return Ok(Some(day(found)));
    }
    if let Some(found) = weekday::weekday(tokens, context)? {
        return Ok(Some(day(found)));
    }
    if let Some(found) = named(tokens, context) {
        return Ok(Some(found));
    }
    if let Some(found) = ends::ends(tokens, context) {
        return Ok(Some(day(found)));
    }
    if let Some(found) = offset::at_head(tokens, context)? {
        return Ok(Some(found));
    }
    Ok(day_only(tokens, context)?.map(day))
}

/// Is a date within the years this house can mean?
pub(super) fn in_reach(date: NaiveDate) -> bool {
    (1900..=2199).contains(&date.year())
}

fn day((date, n): (NaiveDate, usize)) -> (Found, usize) {
    (Found::day(date), n)
}

/// Days that have a name, some with a time.
fn named(tokens: &[Token], context: &Context) -> Option<(Found, usize)> {
    if let Some(end) = context.hit(tokens, 0, Sense::EndOfDay) {
        return Some((Found::default(), end.n));
    }
    if let Some(hit) = context.hit(tokens, 0, Sense::TodayAt) {
        let time = NaiveTime::from_hms_opt(hit.value.into(), 0, 0);
        let date = Some(context.today());
        return Some((Found { date, time }, hit.n));
    }
    let hit = context.hit(tokens, 0, Sense::Day)?;
    // They count from the day before yesterday.
    let days = TimeDelta::days(i64::from(hit.value) - 2);
    let date = context.today().checked_add_signed(days)?;
    Some((Found::day(date), hit.n))
}

/// How many tokens behind the number at `at` make it the number of a day: `3rd`, and a dot where the language writes one.
pub(super) fn ordinal(tokens: &[Token], at: usize, context: &Context) -> usize {
    let next = at + 1;
    if symbol(tokens, next) == '.' && touches(tokens, next) {
        let month = context.hit(tokens, next + 1, Sense::Month);
        let dotted = month.is_some_and(|hit| !hit.langs.and(context.lexicon.dotted()).is_empty());
        return usize::from(dotted);
    }
    let n = context.skip(tokens, next, Sense::Ordinal);
    // "1 er mars" is written apart, "15 de" says nothing.
    match touches(tokens, next) || context.says(tokens, next + n, Sense::Month) {
        true => n,
        false => 0,
    }
}

/// `le 15`, `the 15th`, `15th`: the nearest to come. In running text, only where the phrase ends.
fn day_only(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let article = context.skip(tokens, 0, Sense::Article);
    let rest = tokens.get(article..).unwrap_or_default();
    let Some(day) = number(rest, 0).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    let led = !context.led.and(context.lexicon.dotted()).is_empty();
    let dot = led && symbol(rest, 1) == '.' && touches(rest, 1) && number(rest, 2).is_none();
    let ordinal = ordinal(rest, 0, context) + usize::from(dot);
    let n = article + 1 + ordinal;
    if (article == 0 && ordinal == 0)
        || clock::is_hour(rest, 0, context)
        || matches!(symbol(tokens, n), '/' | '-' | ':' | '%')
        || exact(rest, context)
            .map_err(|(problem, n)| (problem, n + article))?
            .is_some()
    {
        return Ok(None);
    }
    let goes_on = is_word(tokens, n) || number(tokens, n).is_some();
    // A dot ends the sentence as well.
    let closing = dot
        || [Sense::Closes, Sense::Thanks, Sense::Latest]
            .into_iter()
            .any(|sense| context.says(tokens, n, sense));
    if context.prose && goes_on && !closing {
        return Ok(None);
    }
    let today = context.today();
    let found = today
        .iter_days()
        .take(62)
        .find(|date| date.day() == day.value);
    match found {
        Some(date) => Ok(Some((date, n))),
        None => Err((Problem::NoSuchDate, n)),
    }
}
