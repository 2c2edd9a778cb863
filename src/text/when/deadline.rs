//! The deadline a mail states (REQ-3): "avant le 12 mars", "by Friday", "réponse souhaitée sous
//! 48h". Careful before clever: the date of the event itself is not a deadline, nor is what the
//! sender promises; when in doubt it finds nothing, and a person is asked. Reads a text once.

use std::ops::Range;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::lex::{self, Kind, Token, Tokens, number, symbol, word, words_at};
use super::tone::{Tone, answer_wanted, distance, sentence, tone};
use super::{Context, Found, Lang, When, clock, date, offset, part, words};

/// Tokens kept before the one looked at.
const BEHIND: usize = 14;
/// Tokens available from the one looked at.
const AHEAD: usize = 32;
/// Days after which a date without a year is rather a past one.
const REACH_DAYS: u64 = 270;

/// The first deadline stated in a mail received at `received` (local time), and the bytes of
/// the text that say so. Lines quoted with `>` are not read.
pub fn find_deadline(
    text: &str,
    received: NaiveDateTime,
    lang: Lang,
) -> Option<(When, Range<usize>)> {
    let context = Context {
        now: received,
        lang,
        prose: true,
    };
    let mut window = Window::new(text);
    while window.fill() {
        let (before, here) = window.split();
        if let Some((when, range)) = stated(before, here, &context) {
            return Some((when, range));
        }
        window.advance();
    }
    None
}

/// The tokens around one place of a text, however long it is.
pub(super) struct Window<'a> {
    source: Tokens<'a>,
    tokens: Vec<Token>,
    at: usize,
}

impl<'a> Window<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            source: lex::tokens(text),
            tokens: Vec::new(),
            at: 0,
        }
    }

    /// Reads ahead and forgets what is far behind; false at the end of the text.
    pub(super) fn fill(&mut self) -> bool {
        if self.at > 64 * BEHIND {
            self.tokens.drain(..self.at - BEHIND);
            self.at = BEHIND;
        }
        while self.tokens.len() < self.at + AHEAD {
            match self.source.next() {
                Some(token) => self.tokens.push(token),
                None => break,
            }
        }
        self.at < self.tokens.len()
    }

    /// Goes on to the next token.
    pub(super) fn advance(&mut self) {
        self.at += 1;
    }

    /// The tokens before the one looked at, and those from it on.
    pub(super) fn split(&self) -> (&[Token], &[Token]) {
        let (before, here) = self.tokens.split_at(self.at.min(self.tokens.len()));
        let from = before.len().saturating_sub(BEHIND);
        let here = here.get(..AHEAD).unwrap_or(here);
        (before.get(from..).unwrap_or_default(), here)
    }
}

/// A deadline whose statement begins at the first of `here`.
fn stated(before: &[Token], here: &[Token], context: &Context) -> Option<(When, Range<usize>)> {
    let before = sentence(before);
    let (when, n) = limit(before, here, context)
        .or_else(|| label(before, here, context))
        .or_else(|| delay(before, here, context))
        .or_else(|| trailing(before, here, context))?;
    sound(when, context).then(|| (when, lex::range(here.get(..n).unwrap_or(here))))
}

/// Whether a date lies ahead, and not too far.
pub(super) fn sound(when: When, context: &Context) -> bool {
    let first = context.today();
    let last = first.checked_add_days(Days::new(2 * REACH_DAYS));
    when.date >= first && last.is_some_and(|last| when.date <= last)
}

/// "before", "avant le", "d'ici", "au plus tard", and the date right after.
fn limit(before: &[Token], here: &[Token], context: &Context) -> Option<(When, usize)> {
    const LIMITS: [&[&str]; 10] = [
        &["by"],
        &["before"],
        &["no", "later", "than"],
        &["not", "later", "than"],
        &["avant"],
        &["d", "ici", "a"],
        &["d", "ici"],
        &["au", "plus", "tard"],
        &["dernier", "delai"],
        &["due"],
    ];
    let lead = LIMITS.iter().find(|lead| words_at(here, 0, lead))?;
    if distance(before) || tone(before) == Tone::NoDeadline {
        return None;
    }
    let delay = (word(here, 1) == "ici")
        .then(|| offset::amount(here.get(lead.len()..)?))
        .flatten();
    if let Some((amount, n)) = delay {
        let when = found_to_when(amount.from(context.now, true)?)?;
        return Some((when, lead.len() + n));
    }
    let skip = usize::from(symbol(here, lead.len()) == ':');
    dated(here, lead.len() + skip, context)
}

/// "deadline: …", "date limite de réponse : …", and a date soon after.
fn label(before: &[Token], here: &[Token], context: &Context) -> Option<(When, usize)> {
    const LABELS: [&[&str]; 7] = [
        &["deadline"],
        &["due", "date"],
        &["closing", "date"],
        &["date", "limite"],
        &["date", "butoir"],
        &["echeance"],
        &["delai"],
    ];
    let lead = LABELS.iter().find(|lead| words_at(here, 0, lead))?;
    let none = |i| {
        matches!(
            word(before, i),
            "no" | "not" | "pas" | "sans" | "aucune" | "without"
        )
    };
    if before.len().checked_sub(1).is_some_and(none)
        || before.len().checked_sub(2).is_some_and(none)
    {
        return None;
    }
    let colon = symbol(here, lead.len()) == ':';
    if matches!(*lead, ["delai"]) && !colon {
        return None;
    }
    for at in lead.len()..lead.len() + 7 {
        if let Some(found) = dated(here, at, context) {
            return Some(found);
        }
        let stops = matches!(here.get(at)?.kind, Kind::Break)
            || matches!(symbol(here, at), '.' | ',' | ';' | '!' | '?' | '(')
            || matches!(
                word(here, at),
                "passed" | "passee" | "depassee" | "extended"
            );
        if stops {
            return None;
        }
    }
    None
}

/// "sous 48h", "dans les 3 jours", "within two days", where an answer is asked for.
fn delay(before: &[Token], here: &[Token], context: &Context) -> Option<(When, usize)> {
    const LEADS: [&[&str]; 6] = [
        &["dans", "un", "delai", "de"],
        &["sous", "un", "delai", "de"],
        &["dans", "les"],
        &["in", "the", "next"],
        &["sous"],
        &["within"],
    ];
    let lead = LEADS.iter().find(|lead| words_at(here, 0, lead))?;
    if tone(before) != Tone::Asked {
        return None;
    }
    let lead = lead.len();
    let fixed = match word(here, lead) {
        "huitaine" => Some(8),
        "quinzaine" => Some(15),
        _ => None,
    };
    if let Some(days) = fixed {
        let date = context.today().checked_add_days(Days::new(days))?;
        return Some((When { date, time: None }, lead + 1));
    }
    let at = lead + usize::from(matches!(word(here, lead), "the" | "les"));
    let at = at + usize::from(matches!(word(here, at), "next" | "prochains"));
    let (amount, n) = offset::amount(here.get(at..)?)?;
    let when = found_to_when(amount.from(context.now, true)?)?;
    Some((when, at + n))
}

/// "le 15/12 au plus tard", "Friday at the latest", "réponse souhaitée pour le 15/12".
fn trailing(before: &[Token], here: &[Token], context: &Context) -> Option<(When, usize)> {
    let lead = usize::from(matches!(word(here, 0), "pour" | "le" | "for" | "on"));
    let begins = number(here, lead).is_some()
        || words::weekday(word(here, lead)).is_some()
        || words::month(word(here, lead)).is_some()
        || matches!(
            word(here, lead),
            "le" | "the" | "demain" | "tomorrow" | "fin" | "end" | "la" | "ce"
        );
    if !begins || tone(before) == Tone::NoDeadline {
        return None;
    }
    let (when, n) = dated(here, lead, context)?;
    let at = n + usize::from(symbol(here, n) == ',');
    for end in [
        &["au", "plus", "tard"][..],
        &["dernier", "delai"],
        &["at", "the", "latest"],
        &["latest"],
    ] {
        if words_at(here, at, end) {
            return Some((when, at + end.len()));
        }
    }
    (word(here, 0) == "pour" && answer_wanted(before)).then_some((when, n))
}

/// Date and time from token `at` on, with the words between them; needs a date.
pub(super) fn dated(here: &[Token], at: usize, context: &Context) -> Option<(When, usize)> {
    let mut found = Found::default();
    let mut end_of_day = false;
    let (mut next, mut end) = (at, at);
    for _ in 0..8 {
        let rest = here.get(next..)?;
        match part(rest, context) {
            Ok(Some((more, n))) => match found.and(more) {
                Ok(both) => {
                    end_of_day |= more == Found::default();
                    found = both;
                    next += n;
                    end = next;
                }
                Err(_) => break,
            },
            Ok(None) if is_joint(rest) => next += 1,
            Ok(None) | Err(_) => break,
        }
    }
    if found.date.is_none() && end_of_day {
        found.date = Some(context.today());
    }
    let when = found_to_when(found)?;
    let year_said = here.get(at..end)?.iter().any(has_year);
    let reach = context.today().checked_add_days(Days::new(REACH_DAYS))?;
    (year_said || when.date <= reach).then_some((when, end))
}

fn is_joint(rest: &[Token]) -> bool {
    matches!(
        word(rest, 0),
        "le" | "la" | "the" | "on" | "at" | "a" | "au" | "is" | "ce"
    ) || (symbol(rest, 0) == ',' && (clock::is_hour(rest, 1) || word(rest, 1) == "a"))
}

fn has_year(token: &Token) -> bool {
    matches!(token.kind, Kind::Number(n) if n.digits == 4)
}

fn found_to_when(found: Found) -> Option<When> {
    let date: NaiveDate = found.date?;
    date::in_reach(date).then_some(When {
        date,
        time: found.time,
    })
}
