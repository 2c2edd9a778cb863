//! Dates as people write them, in the languages of a lexicon (UX "Forms"): `tomorrow 14:00`,
//! `demain 14h`, `+2d`, `ven`, `12/3`, `2026-12-03`; and the deadline a mail states (REQ-3).
//! Here is the grammar; the words are data ([`super::reading`]).
//! Pure: "now" comes in as a local time. It never guesses silently: callers show the result
//! back in full, with its zone.
//!
//! How the doubtful ones are read, in every language:
//! - `12/3` is 12 March, day before month; `12/25` is refused, not swapped. In a mail the sender's language or country
//!   decides, and one that nobody can tell is said to be doubtful;
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
#[cfg(test)]
mod languages_tests;
mod meeting;
mod offset;
#[cfg(test)]
mod tests;
mod tone;
mod weekday;

use std::cell::Cell;
use std::fmt;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::reading::lex::{self, Token};
use super::reading::{Hit, Langs, Lexicon, Order, Sense, shipped};

pub use deadline::{Stated, find_deadline};
pub use meeting::find_meeting;

/// Characters a date may have.
const MAX_CHARS: usize = 120;

/// The language of the person at the screen. Every vocabulary is always accepted; this
/// decides only words that two have, and which examples an error shows.
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

/// What a mail is read with.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    /// The words.
    pub lexicon: &'a Lexicon,
    /// The code of the language it is taken to be in; nothing where nobody can tell.
    pub language: Option<&'a str>,
    /// The code of the country that its sender writes from.
    pub country: Option<&'a str>,
    /// When it came, by the house's clock.
    pub came: NaiveDateTime,
}

impl Read<'_> {
    /// What the grammar needs to know, where a date of two numbers is read so.
    fn context<'a>(&'a self, order: Order, swayed: &'a Cell<bool>) -> Context<'a> {
        let language = self.language.unwrap_or_default();
        Context {
            now: self.came,
            lexicon: self.lexicon,
            prefer: self.lexicon.langs(language),
            order,
            prose: true,
            led: Langs::default(),
            swayed,
        }
    }
}

/// Reads a mail as its sender means dates of two numbers: what is found, and what else it may be where nobody can tell.
/// `search` says of which languages the words are that announced it.
fn as_meant<T>(
    read: &Read,
    search: impl Fn(&Context) -> Option<(T, Langs)>,
) -> (Option<T>, Option<T>) {
    let languages = read.lexicon.langs(read.language.unwrap_or_default());
    let order = read.lexicon.order(languages, read.country);
    let swayed = Cell::new(false);
    let first = match order {
        Order::Month => Order::Month,
        Order::Day | Order::Either => Order::Day,
    };
    let found = search(&read.context(first, &swayed));
    let certain = order != Order::Either || !swayed.get();
    // What announced it tells the language of a mail that says too little.
    let told = languages.is_empty() && read.country.is_none();
    let day_first = |(_, led): &(T, Langs)| {
        told && !led.is_empty() && read.lexicon.order(*led, None) == Order::Day
    };
    if certain || found.as_ref().is_some_and(day_first) {
        return (found.map(|(found, _)| found), None);
    }
    let other = search(&read.context(Order::Month, &Cell::new(false)));
    let [found, other] = [found, other].map(|one| one.map(|(one, _)| one));
    match found {
        Some(found) => (Some(found), other),
        None => (other, None),
    }
}

/// What the parts of the grammar need to know.
#[derive(Clone, Copy)]
struct Context<'a> {
    now: NaiveDateTime,
    lexicon: &'a Lexicon,
    /// Whose reading of a word goes first.
    prefer: Langs,
    /// How a date of two numbers is read.
    order: Order,
    /// Reading running text, where only what can hardly be anything else counts.
    prose: bool,
    /// The languages of the words that announced a date.
    led: Langs,
    /// Becomes true when another order would have read otherwise.
    swayed: &'a Cell<bool>,
}

impl Context<'_> {
    fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The words at `at` that say this.
    fn hit(&self, tokens: &[Token], at: usize, sense: Sense) -> Option<Hit> {
        self.lexicon.hit(tokens, at, sense, self.prefer)
    }

    /// Do words at `at` say this?
    fn says(&self, tokens: &[Token], at: usize, sense: Sense) -> bool {
        self.hit(tokens, at, sense).is_some()
    }

    /// How many tokens at `at` say this.
    fn skip(&self, tokens: &[Token], at: usize, sense: Sense) -> usize {
        self.hit(tokens, at, sense).map_or(0, |hit| hit.n)
    }

    /// How many tokens at `at` say the first of these that is said.
    fn skip_any<const N: usize>(&self, tokens: &[Token], at: usize, senses: [Sense; N]) -> usize {
        let mut all = senses.into_iter().map(|sense| self.skip(tokens, at, sense));
        all.find(|n| *n > 0).unwrap_or(0)
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

/// Reads a date as people write it, in the languages that are shipped. `now` is the local time of the person.
pub fn parse(input: &str, now: NaiveDateTime, lang: Lang) -> Result<When, WhenError> {
    parse_with(input, now, lang, shipped())
}

/// Reads a date as people write it, in the languages of a lexicon.
pub fn parse_with(
    input: &str,
    now: NaiveDateTime,
    lang: Lang,
    lexicon: &Lexicon,
) -> Result<When, WhenError> {
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
    let swayed = Cell::new(false);
    let context = Context {
        now,
        lexicon,
        prefer: lexicon.langs(match lang {
            Lang::En => "en",
            Lang::Fr => "fr",
        }),
        order: Order::Day,
        prose: false,
        led: Langs::default(),
        swayed: &swayed,
    };
    let tokens: Vec<Token> = lex::tokens(input, lexicon).collect();
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
            None if filler(rest, context) > 0 => {
                dangling = Some(at);
                at += filler(rest, context);
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

/// Words between the parts of a date.
fn filler(tokens: &[Token], context: &Context) -> usize {
    let senses = [Sense::Between, Sense::Article, Sense::At, Sense::Wish];
    context.skip_any(tokens, 0, senses)
}

/// A date or a time at the head of the tokens.
fn part(tokens: &[Token], context: &Context) -> Try<Found> {
    if let Some((day, n)) = date::at_head(tokens, context)? {
        return Ok(Some((day, n)));
    }
    let time = clock::at_head(tokens, context)?;
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
