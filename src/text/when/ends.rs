//! Ends, middles and starts of weeks, months and years: `fin du mois`, `mi-mars`, `next week`.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::figures::{to_come, with_year};
use super::lex::{Token, number, word};
use super::weekday::ahead;
use super::{Context, words};

/// `end of week`, `fin du mois`, `fin mars`, `mi-mars`, `next week`, `week-end`.
pub(super) fn ends(tokens: &[Token], context: &Context) -> Option<(NaiveDate, usize)> {
    let today = context.today();
    let article = usize::from(matches!(word(tokens, 0), "the" | "la" | "le"));
    let at = |i: usize| word(tokens, article + i);
    let short = match at(0) {
        "eow" => Some(friday(today, 0)),
        "eom" => last_of_month(today, 0),
        "eoy" => NaiveDate::from_ymd_opt(today.year(), 12, 31),
        "weekend" if !context.prose => Some(saturday(today)),
        _ => None,
    };
    if let Some(date) = short {
        return Some((date, article + 1));
    }
    if context.prose || matches!(at(0), "end" | "fin" | "mid" | "mi") {
        return end_of(tokens, context, article);
    }
    let start = match (at(0), at(1)) {
        ("next", "week") | ("semaine", "prochaine") => {
            today.checked_add_signed(TimeDelta::days(ahead(today, Weekday::Mon)))
        }
        ("next", "month") | ("mois", "prochain") => today
            .with_day(1)
            .and_then(|first| first.checked_add_months(Months::new(1))),
        ("next", "year") | ("annee", "prochaine") => {
            NaiveDate::from_ymd_opt(today.year().saturating_add(1), 1, 1)
        }
        ("week", "end") => Some(saturday(today)),
        _ => None,
    };
    start.map(|date| (date, article + 2))
}

/// The end, or the middle, of a week, a month, a year.
fn end_of(tokens: &[Token], context: &Context, article: usize) -> Option<(NaiveDate, usize)> {
    let today = context.today();
    let mut at = article;
    let half = matches!(word(tokens, at), "mid" | "mi");
    if !half && !matches!(word(tokens, at), "end" | "fin") {
        return None;
    }
    at += 1;
    while matches!(
        word(tokens, at),
        "of" | "the" | "this" | "de" | "du" | "la" | "l" | "d" | "cette" | "ce"
    ) {
        at += 1;
        if at > article + 4 {
            return None;
        }
    }
    let early = u32::from(word(tokens, at) == "next");
    at += early as usize;
    let what = word(tokens, at);
    at += 1;
    if let Some(month) = words::month(what) {
        let day = if half { 15 } else { 1 };
        let year = number(tokens, at).filter(|n| n.digits == 4);
        let found = match year {
            Some(year) => with_year(year.value, month, day, at + 1),
            None if half => to_come(context, month, day, at),
            None => to_come_end(today, month).map_or(Ok(None), |d| Ok(Some((d, at)))),
        };
        let (date, n) = found.ok()??;
        let date = if half { date } else { last_of_month(date, 0)? };
        return Some((date, n));
    }
    let late = matches!(word(tokens, at), "prochain" | "prochaine");
    let next = early + u32::from(late);
    let date = match what {
        _ if half => None,
        "week" | "semaine" => Some(friday(today, next)),
        "month" | "mois" => last_of_month(today, next),
        "year" | "annee" => NaiveDate::from_ymd_opt(
            today.year().saturating_add(i32::try_from(next).ok()?),
            12,
            31,
        ),
        _ => None,
    }?;
    Some((date, at + usize::from(late)))
}

/// The first day of the nearest such month that has not ended.
fn to_come_end(today: NaiveDate, month: u32) -> Option<NaiveDate> {
    let year = today.year() + i32::from(month < today.month());
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// Friday of this week; at the weekend, of the next one. `later` counts weeks from there.
fn friday(today: NaiveDate, later: u32) -> NaiveDate {
    let days = Weekday::Fri.days_since(today.weekday()) + 7 * later;
    today
        .checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(today)
}

fn saturday(today: NaiveDate) -> NaiveDate {
    let days = Weekday::Sat.days_since(today.weekday());
    today
        .checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(today)
}

fn last_of_month(day: NaiveDate, later: u32) -> Option<NaiveDate> {
    day.with_day(1)?
        .checked_add_months(Months::new(later.saturating_add(1)))?
        .pred_opt()
}
