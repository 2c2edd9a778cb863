//! Weekdays: the next one, a named one, or one that must agree with the date beside it.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::date::ordinal;
use super::figures::{exact, is_rather_a_weekday};
use super::{Context, Problem, Sense, Try, clock};
use crate::text::reading::lex::{Token, number, symbol, touches};

/// `ven`, `next mon`, `lundi prochain`, `lundi en huit`, `vendredi 12 mars`, `lundi 15`.
pub(super) fn weekday(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let lead = [Sense::Next, Sense::This, Sense::Last].into_iter();
    let lead = lead.filter_map(|sense| Some((sense, context.hit(tokens, 0, sense)?.n)));
    let lead = lead.max_by_key(|(_, n)| *n);
    let at = lead.map_or(0, |(_, n)| n);
    let Some(name) = context.hit(tokens, at, Sense::Weekday) else {
        return Ok(None);
    };
    let Some(weekday) = u8::try_from(name.value)
        .ok()
        .and_then(|day| Weekday::try_from(day).ok())
    else {
        return Ok(None);
    };
    let month = context.hit(tokens, at, Sense::Month);
    if number(tokens, at + 1).is_some()
        && month.is_some_and(|month| !is_rather_a_weekday(name, month, context))
    {
        return Ok(None);
    }
    let letters = tokens.get(at).map_or(0, |token| token.end - token.start);
    let bare = at + name.n;
    let dot = !name.full && symbol(tokens, bare) == '.' && touches(tokens, bare);
    let bare = bare + usize::from(dot);
    let mut dated = bare + usize::from(symbol(tokens, bare) == ',');
    dated += context.skip(tokens, dated, Sense::Article);
    // Two letters may be any word: "di 12/3" is Tuesday the 12th, "di" is not.
    let certain = name.full || letters > 2;
    match weekday_with_date(tokens, context, weekday, dated) {
        Ok(None) if !certain || (context.prose && !name.full) => return Ok(None),
        Err(_) if !certain => return Ok(None),
        Ok(None) => {}
        found => return found,
    }
    let lead = lead.map(|(sense, _)| sense);
    let (days, n) = ahead_by(tokens, context, weekday, (lead, bare));
    let moved = context.today().checked_add_signed(TimeDelta::days(days));
    Ok(moved.map(|date| (date, n)))
}

/// How many days away a weekday is, by what stands before it and behind; and the tokens taken.
fn ahead_by(
    tokens: &[Token],
    context: &Context,
    weekday: Weekday,
    (lead, bare): (Option<Sense>, usize),
) -> (i64, usize) {
    let today = context.today();
    let behind = |sense| context.hit(tokens, bare, sense);
    if let Some(hit) = behind(Sense::InNextWeek) {
        let monday = ahead(today, Weekday::Mon);
        let days = monday + i64::from(weekday.num_days_from_monday());
        return (days, bare + hit.n);
    }
    if lead == Some(Sense::Last) {
        return (-back(today, weekday), bare);
    }
    if let Some(hit) = behind(Sense::Last) {
        return (-back(today, weekday), bare + hit.n);
    }
    if lead == Some(Sense::This) {
        return (ahead(today, weekday) % 7, bare);
    }
    if let Some(hit) = behind(Sense::Later) {
        return (ahead(today, weekday) + i64::from(hit.value), bare + hit.n);
    }
    let next = behind(Sense::Next).map_or(0, |hit| hit.n);
    (ahead(today, weekday), bare + next)
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
    if clock::is_hour(rest, 0, context) || matches!(symbol(rest, 1), '/' | '%') {
        return Ok(None);
    }
    let n = at + 1 + ordinal(rest, 0, context);
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
