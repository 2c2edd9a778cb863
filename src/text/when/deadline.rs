//! The deadline a mail states (REQ-3): "avant le 12 mars", "by Friday", "réponse souhaitée sous
//! 48h". Careful before clever: the date of the event itself is not a deadline, nor is what the
//! sender promises; when in doubt it finds nothing, and a person is asked. Reads a text once.

use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::tone::{Tone, answer_wanted, distance, sentence, tone};
use super::{Context, Found, Langs, Read, Sense, When, as_meant, clock, date, offset, part};
use crate::text::reading::Lexicon;
use crate::text::reading::lex::{self, Kind, Token, Tokens, number, symbol};

/// Tokens kept before the one looked at.
const BEHIND: usize = 14;
/// Tokens available from the one looked at.
const AHEAD: usize = 32;
/// Days after which a date without a year is rather a past one.
const REACH_DAYS: u64 = 270;

/// A deadline that a mail states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// When it is, as it is read first.
    pub when: When,
    /// When it may be as well: `3/4` of somebody of whom nobody can tell what they write first.
    pub or: Option<When>,
    /// The bytes of the text that say so.
    pub range: Range<usize>,
}

/// What was found at one place: when, how many tokens say so, and the languages of the words before it.
type Place = (When, usize, Langs);

/// Returns the first deadline stated in a mail. Lines quoted with `>` are not read.
pub fn find_deadline(text: &str, read: &Read) -> Option<Stated> {
    let (found, other) = as_meant(read, |context| search(text, context));
    match (found?, other) {
        (day, Some(month)) => Some(either(day, month)),
        (one, None) => Some(one),
    }
}

/// Of two readings the one that stands first; both, where they are of the same words.
fn either(day: Stated, month: Stated) -> Stated {
    if day.range.start != month.range.start {
        return match day.range.start < month.range.start {
            true => day,
            false => month,
        };
    }
    let or = (day.when != month.when).then_some(month.when);
    Stated { or, ..day }
}

fn search(text: &str, context: &Context) -> Option<(Stated, Langs)> {
    let mut window = Window::new(text, context.lexicon);
    while window.fill() {
        let (before, here) = window.split();
        if let Some((when, n, led)) = stated(before, here, context) {
            let range = lex::range(here.get(..n).unwrap_or(here));
            let or = None;
            return Some((Stated { when, or, range }, led));
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
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        Self {
            source: lex::tokens(text, lexicon),
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
fn stated(before: &[Token], here: &[Token], context: &Context) -> Option<Place> {
    let before = sentence(before);
    let found = limit(before, here, context)
        .or_else(|| label(before, here, context))
        .or_else(|| delay(before, here, context))
        .or_else(|| trailing(before, here, context));
    found.filter(|(when, ..)| sound(*when, context))
}

/// Whether a date lies ahead, and not too far.
pub(super) fn sound(when: When, context: &Context) -> bool {
    let first = context.today();
    let last = first.checked_add_days(Days::new(2 * REACH_DAYS));
    when.date >= first && last.is_some_and(|last| when.date <= last)
}

/// "before", "avant le", "d'ici", "au plus tard", and the date right after.
fn limit(before: &[Token], here: &[Token], context: &Context) -> Option<Place> {
    let lead = context.hit(here, 0, Sense::Limit)?;
    if distance(before, context) {
        return None;
    }
    // "d'ici 15 jours": what is a limit before a date and a delay before a time.
    let delay = context
        .hit(here, 0, Sense::Delay)
        .filter(|delay| delay.n == lead.n);
    let delay = delay.and_then(|_| offset::amount(here.get(lead.n..)?, context));
    let (when, n) = match delay {
        Some((amount, n)) => (found_to_when(amount.from(context.now, true)?)?, lead.n + n),
        None => {
            let skip = usize::from(symbol(here, lead.n) == ':');
            dated(here, lead.n + skip, &led(context, lead.langs))?
        }
    };
    let behind = here.get(n..).unwrap_or_default();
    let plain = tone(before, behind, lead.langs, context) != Tone::NoDeadline;
    plain.then_some((when, n, lead.langs))
}

/// The same, behind words of these languages that announce a date.
fn led<'a>(context: &Context<'a>, langs: Langs) -> Context<'a> {
    Context {
        led: langs,
        ..*context
    }
}

/// "deadline: …", "date limite de réponse : …", and a date soon after.
fn label(before: &[Token], here: &[Token], context: &Context) -> Option<Place> {
    let lead = context.hit(here, 0, Sense::Label)?;
    let mut last = before.len().saturating_sub(2)..before.len();
    if last.any(|i| context.says(before, i, Sense::Denial)) {
        return None;
    }
    for at in lead.n..lead.n + 7 {
        if let Some((when, n)) = dated(here, at, &led(context, lead.langs)) {
            return Some((when, n, lead.langs));
        }
        let stops = matches!(here.get(at)?.kind, Kind::Break)
            || matches!(symbol(here, at), '.' | ',' | ';' | '!' | '?' | '(')
            || context.says(here, at, Sense::Over);
        if stops {
            return None;
        }
    }
    None
}

/// "sous 48h", "dans les 3 jours", "within two days", where an answer is asked for.
fn delay(before: &[Token], here: &[Token], context: &Context) -> Option<Place> {
    let lead = context.hit(here, 0, Sense::Delay)?;
    let (when, n) = match context.hit(here, lead.n, Sense::Span) {
        Some(span) => {
            let date = context
                .today()
                .checked_add_days(Days::new(span.value.into()))?;
            (When { date, time: None }, lead.n + span.n)
        }
        None => {
            let at = lead.n + context.skip(here, lead.n, Sense::Article);
            let at = at + context.skip(here, at, Sense::Next);
            let (amount, n) = offset::amount(here.get(at..)?, context)?;
            (found_to_when(amount.from(context.now, true)?)?, at + n)
        }
    };
    let behind = here.get(n..).unwrap_or_default();
    let asked = tone(before, behind, lead.langs, context) == Tone::Asked;
    asked.then_some((when, n, lead.langs))
}

/// "le 15/12 au plus tard", "Friday at the latest", "réponse souhaitée pour le 15/12".
fn trailing(before: &[Token], here: &[Token], context: &Context) -> Option<Place> {
    let wish = context.hit(here, 0, Sense::Wish);
    let lead = wish.map_or_else(
        || context.skip_any(here, 0, [Sense::Article, Sense::Between]),
        |wish| wish.n,
    );
    if !begins(here, lead, context) {
        return None;
    }
    let langs = wish.map_or(Langs::default(), |wish| wish.langs);
    let (when, n) = dated(here, lead, &led(context, langs))?;
    let behind = here.get(n..).unwrap_or_default();
    if tone(before, behind, langs, context) == Tone::NoDeadline {
        return None;
    }
    let at = n + usize::from(symbol(here, n) == ',');
    if let Some(latest) = context.hit(here, at, Sense::Latest) {
        return Some((when, at + latest.n, latest.langs));
    }
    let wanted = wish.is_some() && answer_wanted(before, here, n, context);
    wanted.then_some((when, n, langs))
}

/// Whether a date may begin at `at`.
fn begins(here: &[Token], at: usize, context: &Context) -> bool {
    let senses = [
        Sense::Weekday,
        Sense::Month,
        Sense::Article,
        Sense::Day,
        Sense::End,
        Sense::This,
    ];
    number(here, at).is_some() || context.skip_any(here, at, senses) > 0
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
            Ok(None) => match joint(rest, context) {
                0 => break,
                n => next += n,
            },
            Err(_) => break,
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

/// How many tokens at the head may stand between the parts of a date.
fn joint(rest: &[Token], context: &Context) -> usize {
    if symbol(rest, 0) == ',' {
        let more = clock::is_hour(rest, 1, context) || context.says(rest, 1, Sense::At);
        return usize::from(more);
    }
    context.skip_any(rest, 0, [Sense::Between, Sense::Article, Sense::This])
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
