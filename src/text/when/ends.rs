//! Ends, middles and starts of weeks, months and years: `fin du mois`, `mi-mars`, `next week`.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::figures::{to_come, with_year};
use super::weekday::ahead;
use super::{Context, Sense};
use crate::text::reading::lex::{Token, number};

/// What a unit of the calendar is called in the lists of words.
const WEEK: u16 = 3;
const MONTH: u16 = 4;
const YEAR: u16 = 5;

/// `end of week`, `fin du mois`, `fin mars`, `mi-mars`, `next week`, `week-end`.
pub(super) fn ends(tokens: &[Token], context: &Context) -> Option<(NaiveDate, usize)> {
    let today = context.today();
    let article = context.skip(tokens, 0, Sense::Article);
    let short = |sense| context.hit(tokens, article, sense);
    let found = if let Some(hit) = short(Sense::EndOfWeek) {
        Some((friday(today, 0), hit.n))
    } else if let Some(hit) = short(Sense::EndOfMonth) {
        Some((last_of_month(today, 0)?, hit.n))
    } else if let Some(hit) = short(Sense::EndOfYear) {
        Some((NaiveDate::from_ymd_opt(today.year(), 12, 31)?, hit.n))
    } else {
        let weekend = short(Sense::Weekend).filter(|_| !context.prose);
        weekend.map(|hit| (saturday(today), hit.n))
    };
    if let Some((date, n)) = found {
        return Some((date, article + n));
    }
    if short(Sense::End).is_some() || short(Sense::Middle).is_some() {
        return end_of(tokens, context, article);
    }
    // In running text next week is when something happens, unless words before it say that it is a limit.
    if context.prose && context.led.is_empty() {
        return None;
    }
    start_of(tokens, context, article)
}

/// The first day of the next week, month or year.
fn start_of(tokens: &[Token], context: &Context, article: usize) -> Option<(NaiveDate, usize)> {
    let today = context.today();
    let early = context.skip(tokens, article, Sense::Next);
    let unit = context.hit(tokens, article + early, Sense::Unit)?;
    let at = article + early + unit.n;
    let late = match early {
        0 => context.hit(tokens, at, Sense::Next)?.n,
        _ => 0,
    };
    let date = match unit.value {
        WEEK => today.checked_add_signed(TimeDelta::days(ahead(today, Weekday::Mon))),
        MONTH => today.with_day(1)?.checked_add_months(Months::new(1)),
        YEAR => NaiveDate::from_ymd_opt(today.year().saturating_add(1), 1, 1),
        _ => None,
    }?;
    Some((date, at + late))
}

/// The end, or the middle, of a week, a month, a year.
fn end_of(tokens: &[Token], context: &Context, article: usize) -> Option<(NaiveDate, usize)> {
    let today = context.today();
    let middle = context.skip(tokens, article, Sense::Middle);
    let half = middle > 0;
    let end = match half {
        true => middle,
        false => context.hit(tokens, article, Sense::End)?.n,
    };
    let mut at = article + end;
    for _ in 0..4 {
        at += context.skip_any(tokens, at, [Sense::Of, Sense::Article, Sense::This]);
    }
    let early = context.skip(tokens, at, Sense::Next);
    at += early;
    if let Some(month) = context.hit(tokens, at, Sense::Month) {
        return end_of_month(tokens, context, half, u32::from(month.value), at + month.n);
    }
    let unit = context.hit(tokens, at, Sense::Unit).filter(|_| !half)?;
    at += unit.n;
    let late = context.skip(tokens, at, Sense::Next);
    let next = u32::from(early > 0) + u32::from(late > 0);
    let date = match unit.value {
        WEEK => Some(friday(today, next)),
        MONTH => last_of_month(today, next),
        YEAR => {
            let year = today.year().saturating_add(i32::try_from(next).ok()?);
            NaiveDate::from_ymd_opt(year, 12, 31)
        }
        _ => None,
    }?;
    Some((date, at + late))
}

/// The last day, or the fifteenth, of a month that has a name; `at` is behind it.
fn end_of_month(
    tokens: &[Token],
    context: &Context,
    half: bool,
    month: u32,
    at: usize,
) -> Option<(NaiveDate, usize)> {
    let day = if half { 15 } else { 1 };
    let year = number(tokens, at).filter(|n| n.digits == 4);
    let found = match year {
        Some(year) => with_year(year.value, month, day, at + 1),
        None if half => to_come(context, month, day, at),
        None => to_come_end(context.today(), month).map_or(Ok(None), |d| Ok(Some((d, at)))),
    };
    let (date, n) = found.ok()??;
    let date = if half { date } else { last_of_month(date, 0)? };
    Some((date, n))
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
