//! Dates as people write them, in English and French (UX "Forms"): `tomorrow 14:00`,
//! `demain 14h`, `+2d`, `ven`, `12/3`, `2026-12-03`; and the deadline a mail states (REQ-3).
//! Pure: "now" comes in as a local time. It never guesses silently: callers show the result
//! back in full, with its zone.
//!
//! How the doubtful ones are read, in either language:
//! - `12/3` is 12 March, day before month; `12/25` is refused, not swapped;
//! - a date without a year is the nearest to come, today included;
//! - a weekday is the next one, never today (`this friday`, `ce vendredi` may be today);
//! - a time without a date is the nearest to come;
//! - `end of week` is Friday, `next week` its Monday, `end of month` the last day;
//! - morning is 09:00, afternoon 14:00, evening 18:00;
//! - `+2d` and `in 2 weeks` give a date, `+4h` and `+30min` a date and a time;
//! - `mar` before a number is March for an English reader, mardi for a French one.

mod clock;
mod date;
mod deadline;
#[cfg(test)]
mod deadline_tests;
mod ends;
mod figures;
mod lex;
mod meeting;
mod offset;
#[cfg(test)]
mod tests;
mod tone;
mod weekday;
mod words;

use std::fmt;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use lex::Token;

pub use deadline::find_deadline;
pub use meeting::find_meeting;

/// Characters a date may have.
const MAX_CHARS: usize = 120;

/// The language of the person who reads or writes. Both vocabularies are always accepted; this
/// decides only words that both have, and which examples an error shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

/// A local date, and a time when one was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The date.
    pub date: NaiveDate,
    /// The time, to the minute.
    pub time: Option<NaiveTime>,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was written.
    Empty,
    /// Longer than any date.
    TooLong,
    /// A word or number that means nothing here.
    NotUnderstood,
    /// A day the calendar does not have, such as 31/02.
    NoSuchDate,
    /// A time the clock does not have, such as 25:00.
    NoSuchTime,
    /// Two dates.
    TwoDates,
    /// Two times.
    TwoTimes,
    /// "Friday 3 December" when that day is no Friday.
    WeekdayDisagrees,
    /// Outside the years 1900 to 2199.
    TooFar,
}

/// What was not understood. Words for people come from the locale, by [`WhenError::code`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenError {
    /// What is wrong.
    pub problem: Problem,
    /// The part of the input that is wrong, as it was written.
    pub piece: String,
}

impl WhenError {
    /// A stable key for the message in each language.
    pub fn code(&self) -> &'static str {
        match self.problem {
            Problem::Empty => "when-empty",
            Problem::TooLong => "when-too-long",
            Problem::NotUnderstood => "when-not-understood",
            Problem::NoSuchDate => "when-no-such-date",
            Problem::NoSuchTime => "when-no-such-time",
            Problem::TwoDates => "when-two-dates",
            Problem::TwoTimes => "when-two-times",
            Problem::WeekdayDisagrees => "when-weekday-disagrees",
            Problem::TooFar => "when-too-far",
        }
    }

    /// Two inputs that would be understood, to show beside the message.
    pub fn examples(&self, lang: Lang) -> [&'static str; 2] {
        match lang {
            Lang::En => ["tomorrow 14:00", "3 dec"],
            Lang::Fr => ["demain 14h", "3 déc"],
        }
    }
}

impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.code(), self.piece)
    }
}

impl std::error::Error for WhenError {}

/// What the parts of the grammar need to know.
#[derive(Clone, Copy)]
struct Context {
    now: NaiveDateTime,
    lang: Lang,
    /// Reading running text, where only what can hardly be anything else counts.
    prose: bool,
}

impl Context {
    fn today(&self) -> NaiveDate {
        self.now.date()
    }
}

/// One part of a date: a day, a time, both, or neither ("end of day").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Found {
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
}

impl Found {
    fn day(date: NaiveDate) -> Self {
        Self {
            date: Some(date),
            time: None,
        }
    }

    fn clock(time: NaiveTime) -> Self {
        Self {
            date: None,
            time: Some(time),
        }
    }

    /// Both together, or what is there twice.
    fn and(self, other: Self) -> Result<Self, Problem> {
        if self.date.is_some() && other.date.is_some() {
            return Err(Problem::TwoDates);
        }
        if self.time.is_some() && other.time.is_some() {
            return Err(Problem::TwoTimes);
        }
        Ok(Self {
            date: self.date.or(other.date),
            time: self.time.or(other.time),
        })
    }
}

/// A part found at the head of some tokens and how many it took; `None` when there is none;
/// an error with its length when one is there that cannot be.
type Try<T> = Result<Option<(T, usize)>, (Problem, usize)>;

/// Reads a date as people write it. `now` is the local time of the person.
pub fn parse(input: &str, now: NaiveDateTime, lang: Lang) -> Result<When, WhenError> {
    let fail = |problem, piece: &str| {
        Err(WhenError {
            problem,
            piece: piece.to_owned(),
        })
    };
    let input = input.trim();
    if input.is_empty() {
        return fail(Problem::Empty, "");
    }
    if let Some((cut, _)) = input.char_indices().nth(MAX_CHARS) {
        return fail(Problem::TooLong, input.get(..cut).unwrap_or(""));
    }
    let context = Context {
        now,
        lang,
        prose: false,
    };
    let tokens: Vec<Token> = lex::tokens(input).collect();
    match whole(&tokens, &context) {
        Ok(when) => Ok(when),
        Err((problem, from, to)) => {
            let piece = lex::slice(input, tokens.get(from..to).unwrap_or_default());
            fail(problem, if piece.is_empty() { input } else { piece })
        }
    }
}

/// Every token must belong to something. Errors carry the first and last token concerned.
fn whole(tokens: &[Token], context: &Context) -> Result<When, (Problem, usize, usize)> {
    let mut found: Option<Found> = None;
    let mut at = 0;
    let mut dangling = None;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        match part(rest, context).map_err(|(problem, n)| (problem, at, at + n))? {
            Some((next, n)) => {
                let both = found.unwrap_or_default().and(next);
                found = Some(both.map_err(|problem| (problem, at, at + n))?);
                dangling = None;
                at += n;
            }
            None if words::is_filler(lex::word(rest, 0)) => {
                dangling = Some(at);
                at += 1;
            }
            None if matches!(lex::symbol(rest, 0), ',' | '-' | '–') && found.is_some() => at += 1,
            None => return Err((Problem::NotUnderstood, at, at + 1)),
        }
    }
    match (found, dangling) {
        (Some(found), None) => Ok(complete(found, context)),
        (_, Some(word)) => Err((Problem::NotUnderstood, word, word + 1)),
        (None, None) => Err((Problem::NotUnderstood, 0, tokens.len())),
    }
}

/// A date or a time at the head of the tokens.
fn part(tokens: &[Token], context: &Context) -> Try<Found> {
    if let Some((day, n)) = date::at_head(tokens, context)? {
        return Ok(Some((day, n)));
    }
    let time = clock::at_head(tokens)?;
    Ok(time.map(|(time, n)| (Found::clock(time), n)))
}

/// Supplies the day a time alone leaves open.
fn complete(found: Found, context: &Context) -> When {
    let today = context.today();
    let date = found.date.unwrap_or_else(|| match found.time {
        Some(time) if time <= context.now.time() => {
            today.checked_add_days(Days::new(1)).unwrap_or(today)
        }
        _ => today,
    });
    When {
        date,
        time: found.time,
    }
}
