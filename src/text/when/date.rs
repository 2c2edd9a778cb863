//! Days: figures, names, weekdays, "end of month". Only whole phrases at the head of the tokens;
//! the order of the attempts below is the grammar.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

use super::figures::exact;
use super::lex::{Token, number, symbol, word, words_at};
use super::{Context, Found, Problem, Try, clock, ends, offset, weekday, words};

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
    const NAMES: [(&[&str], i64, Option<u32>); 20] = [
        (&["today"], 0, None),
        (&["aujourd", "hui"], 0, None),
        (&["aujourdhui"], 0, None),
        (&["auj"], 0, None),
        (&["tomorrow"], 1, None),
        (&["tmrw"], 1, None),
        (&["demain"], 1, None),
        (&["day", "after", "tomorrow"], 2, None),
        (&["apres", "demain"], 2, None),
        (&["yesterday"], -1, None),
        (&["hier"], -1, None),
        (&["day", "before", "yesterday"], -2, None),
        (&["avant", "hier"], -2, None),
        (&["this", "morning"], 0, Some(9)),
        (&["ce", "matin"], 0, Some(9)),
        (&["this", "afternoon"], 0, Some(14)),
        (&["cet", "apres", "midi"], 0, Some(14)),
        (&["this", "evening"], 0, Some(18)),
        (&["tonight"], 0, Some(18)),
        (&["ce", "soir"], 0, Some(18)),
    ];
    if matches!(word(tokens, 0), "eod") {
        return Some((Found::default(), 1));
    }
    for end in [
        &["end", "of", "day"][..],
        &["end", "of", "the", "day"],
        &["close", "of", "business"],
        &["fin", "de", "journee"],
        &["fin", "de", "la", "journee"],
    ] {
        if words_at(tokens, 0, end) {
            return Some((Found::default(), end.len()));
        }
    }
    let (words, days, hour) = NAMES
        .iter()
        .find(|(words, ..)| words_at(tokens, 0, words))?;
    let date = context.today().checked_add_signed(TimeDelta::days(*days))?;
    let time = hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
    Some((
        Found {
            date: Some(date),
            time,
        },
        words.len(),
    ))
}

/// `le 15`, `the 15th`, `15th`: the nearest to come. In running text, only where the phrase ends.
fn day_only(tokens: &[Token], context: &Context) -> Try<NaiveDate> {
    let article = matches!(word(tokens, 0), "le" | "the");
    let at = usize::from(article);
    let rest = tokens.get(at..).unwrap_or_default();
    let Some(day) = number(rest, 0).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    let ordinal = words::is_ordinal(word(rest, 1));
    let n = at + 1 + usize::from(ordinal);
    if (!article && !ordinal)
        || clock::is_hour(rest, 0)
        || matches!(symbol(tokens, n), '/' | '-' | ':' | '%')
        || exact(rest, context)
            .map_err(|(problem, n)| (problem, n + at))?
            .is_some()
    {
        return Ok(None);
    }
    let goes_on = !word(tokens, n).is_empty() || number(tokens, n).is_some();
    let closing = matches!(
        word(tokens, n),
        "au" | "si" | "svp" | "please" | "merci" | "if" | "at" | "a" | "inclus"
    );
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
