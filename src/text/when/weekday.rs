//! Weekdays: the next one, a named one, or one that must agree with the date beside it.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::figures::{exact, reads_as_mardi};
use super::lex::{Token, number, symbol, touches, word, words_at};
use super::{Context, Problem, Try, clock, words};

/// `ven`, `next mon`, `lundi prochain`, `lundi en huit`, `vendredi 12 mars`, `lundi 15`.
pub(super) fn weekday(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let lead = word(tokens, 0);
    let led = matches!(
        lead,
        "next" | "this" | "coming" | "last" | "ce" | "prochain"
    );
    let mut at = usize::from(led);
    let name = word(tokens, at);
    let Some(weekday) = words::weekday(name) else {
        return Ok(None);
    };
    if name == "mar" && number(tokens, at + 1).is_some() && !reads_as_mardi(tokens, context) {
        return Ok(None);
    }
    at += 1;
    at += usize::from(symbol(tokens, at) == '.' && touches(tokens, at) && words::is_short(name));
    let bare = at;
    at += usize::from(symbol(tokens, at) == ',');
    at += usize::from(matches!(word(tokens, at), "le" | "the"));
    if let Some(found) = weekday_with_date(tokens, context, weekday, at)? {
        return Ok(Some(found));
    }
    if context.prose && words::is_short(name) {
        return Ok(None);
    }
    let today = context.today();
    let in_next_week = ahead(today, Weekday::Mon) + i64::from(weekday.num_days_from_monday());
    let (days, n) = match (lead, word(tokens, bare)) {
        (_, "next") if word(tokens, bare + 1) == "week" => (in_next_week, bare + 2),
        (_, "de") if words_at(tokens, bare, &["de", "la", "semaine", "prochaine"]) => {
            (in_next_week, bare + 4)
        }
        ("last", _) => (-back(today, weekday), bare),
        (_, "last" | "dernier" | "passe") => (-back(today, weekday), bare + 1),
        ("this" | "ce", _) => (ahead(today, weekday) % 7, bare),
        (_, "en") if word(tokens, bare + 1) == "huit" => (ahead(today, weekday) + 7, bare + 2),
        (_, "en") if word(tokens, bare + 1) == "quinze" => (ahead(today, weekday) + 14, bare + 2),
        (_, "week") => (ahead(today, weekday) + 7, bare + 1),
        (_, "prochain" | "next") => (ahead(today, weekday), bare + 1),
        _ => (ahead(today, weekday), bare),
    };
    let moved = today.checked_add_signed(TimeDelta::days(days));
    Ok(moved.map(|date| (date, n)))
}

/// A weekday's name followed by a date, or by the number of a day; they must agree.
fn weekday_with_date(
    tokens: &[Token],
    context: &Context,
    weekday: Weekday,
    at: usize,
) -> Try<NaiveDate> {
    let rest = tokens.get(at..).unwrap_or_default();
    let longer = |(problem, n)| (problem, n + at);
    if let Some((date, n)) = exact(rest, context).map_err(longer)? {
        return match date.weekday() == weekday {
            true => Ok(Some((date, n + at))),
            false => Err((Problem::WeekdayDisagrees, n + at)),
        };
    }
    let Some(day) = number(rest, 0).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    if clock::is_hour(rest, 0) || matches!(symbol(rest, 1), '/' | '%') {
        return Ok(None);
    }
    let n = at + 1 + usize::from(words::is_ordinal(word(rest, 1)));
    // In running text a number after a weekday may count anything: only the next weeks count.
    let reach = if context.prose { 31 } else { 366 };
    let fits = context
        .today()
        .iter_days()
        .take(reach)
        .find(|date| date.day() == day.value && date.weekday() == weekday);
    match fits {
        Some(date) => Ok(Some((date, n))),
        None if context.prose => Ok(None),
        None => Err((Problem::WeekdayDisagrees, n)),
    }
}

/// Days to the next such weekday: 1 to 7.
pub(super) fn ahead(today: NaiveDate, weekday: Weekday) -> i64 {
    match weekday.days_since(today.weekday()) {
        0 => 7,
        days => i64::from(days),
    }
}

/// Days since the last such weekday: 1 to 7.
fn back(today: NaiveDate, weekday: Weekday) -> i64 {
    match today.weekday().days_since(weekday) {
        0 => 7,
        days => i64::from(days),
    }
}
