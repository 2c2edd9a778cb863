//! Times of day: `14:00`, `14h30`, `2pm`, `at 9`, `midi`. Never decides the day.

use chrono::NaiveTime;

use super::lex::{Token, number, symbol, touches, word, words_at};
use super::{Problem, Try};

/// A time at the head of the tokens.
pub(super) fn at_head(tokens: &[Token]) -> Try<NaiveTime> {
    if let Some(named) = named(tokens) {
        return Ok(Some(named));
    }
    let introduced = matches!(word(tokens, 0), "at" | "a" | "vers");
    let skip = usize::from(introduced);
    let rest = tokens.get(skip..).unwrap_or_default();
    if introduced && let Some((time, n)) = named(rest) {
        return Ok(Some((time, n + skip)));
    }
    let Some(hour) = number(rest, 0).filter(|n| n.digits <= 2) else {
        return Ok(None);
    };
    let (minute, n) = match minutes(rest) {
        Some(found) => found,
        None if introduced || half(rest, 1).is_some() => (0, 1),
        None => return Ok(None),
    };
    let (hour, n) = match half(rest, n) {
        Some((pm, more)) if (1..=12).contains(&hour.value) => {
            (hour.value % 12 + if pm { 12 } else { 0 }, n + more)
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
pub(super) fn is_hour(tokens: &[Token], i: usize) -> bool {
    let rest = tokens.get(i..).unwrap_or_default();
    number(rest, 0).is_some() && (minutes(rest).is_some() || half(rest, 1).is_some())
}

/// The minutes after an hour and all tokens taken: `:30`, `h30`, `h`, `heures 30`.
fn minutes(tokens: &[Token]) -> Option<(u32, usize)> {
    let two_digits = |i| number(tokens, i).filter(|n| n.digits == 2);
    if symbol(tokens, 1) == ':' {
        let minute = two_digits(2)?;
        // Seconds are read and dropped: dates are kept to the minute.
        let seconds = symbol(tokens, 3) == ':' && two_digits(4).is_some_and(|s| s.value < 60);
        return Some((minute.value, if seconds { 5 } else { 3 }));
    }
    if symbol(tokens, 1) == '.' && touches(tokens, 1) && half(tokens, 3).is_some() {
        return two_digits(2).map(|minute| (minute.value, 3));
    }
    if !matches!(word(tokens, 1), "h" | "heure" | "heures" | "oclock") {
        return None;
    }
    Some(match two_digits(2) {
        // "9h 10h" and "9h 12/3" are an hour and something else.
        Some(minute) if !matches!(symbol(tokens, 3), '/' | ':') && word(tokens, 3) != "h" => {
            (minute.value, 3)
        }
        _ => (0, 2),
    })
}

/// `am` or `pm` at `i`: whether it is pm, and the tokens taken.
fn half(tokens: &[Token], i: usize) -> Option<(bool, usize)> {
    match word(tokens, i) {
        "am" => Some((false, 1)),
        "pm" => Some((true, 1)),
        first @ ("a" | "p") if symbol(tokens, i + 1) == '.' && word(tokens, i + 2) == "m" => {
            let dot = symbol(tokens, i + 3) == '.' && touches(tokens, i + 3);
            Some((first == "p", if dot { 4 } else { 3 }))
        }
        _ => None,
    }
}

/// Times with a name.
fn named(tokens: &[Token]) -> Option<(NaiveTime, usize)> {
    const NAMES: [(&[&str], u32); 11] = [
        (&["apres", "midi"], 14),
        (&["morning"], 9),
        (&["matin"], 9),
        (&["afternoon"], 14),
        (&["evening"], 18),
        (&["soir"], 18),
        (&["noon"], 12),
        (&["midi"], 12),
        (&["midday"], 12),
        (&["midnight"], 0),
        (&["minuit"], 0),
    ];
    let article = usize::from(matches!(word(tokens, 0), "l" | "le" | "the"));
    let found = NAMES
        .iter()
        .find(|(words, _)| words_at(tokens, article, words));
    let (words, hour) = found?;
    NaiveTime::from_hms_opt(*hour, 0, 0).map(|time| (time, words.len() + article))
}
