//! What the words around a date make of it: an answer asked for, an event, a promise. Knows no dates; its words are data.

use super::{Context, Langs, Sense};
use crate::text::reading::lex::{Kind, Token, symbol, touches};

/// What the words around a limit, in the same sentence, make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Something is asked of the reader.
    Asked,
    /// Nothing says what the date is for.
    Plain,
    /// It dates an event, or is the sender's own promise.
    NoDeadline,
}

/// What the words before a date make of it: the nearest decides. Where verbs stand at the end of a sentence, and nothing
/// before says it, those behind the date do.
pub(super) fn tone(before: &[Token], behind: &[Token], langs: Langs, context: &Context) -> Tone {
    if promised(before, context) {
        return Tone::NoDeadline;
    }
    let mut nearest = (0..before.len())
        .rev()
        .filter_map(|i| said(before, i, context));
    if let Some(tone) = nearest.next() {
        return tone;
    }
    if langs.and(context.lexicon.verbs_last()).is_empty() {
        return Tone::Plain;
    }
    let rest = rest_of_sentence(behind);
    let mut next = (0..rest.len()).filter_map(|i| said(rest, i, context));
    next.next().unwrap_or(Tone::Plain)
}

fn said(tokens: &[Token], i: usize, context: &Context) -> Option<Tone> {
    if context.says(tokens, i, Sense::Ask) {
        return Some(Tone::Asked);
    }
    context
        .says(tokens, i, Sense::Event)
        .then_some(Tone::NoDeadline)
}

/// "We will get back to you by Friday", "vous recevrez notre réponse avant lundi".
fn promised(before: &[Token], context: &Context) -> bool {
    let mut promise = false;
    for i in 0..before.len() {
        if context.says(before, i, Sense::Promise) {
            promise = true;
        } else if context.says(before, i, Sense::Need) {
            promise = false;
        }
    }
    promise
}

/// "Two days before", "pas avant", "the week before", "postponed by": not a limit.
pub(super) fn distance(before: &[Token], context: &Context) -> bool {
    let Some(last) = before.len().checked_sub(1) else {
        return false;
    };
    context.says(before, last, Sense::Unit) || context.says(before, last, Sense::Apart)
}

/// The part of `before` that belongs to the sentence going on.
pub(super) fn sentence(before: &[Token]) -> &[Token] {
    let start = (0..before.len()).rev().find(|i| ends(before, *i));
    let start = start.map_or(0, |i| i + 1);
    before.get(start..).unwrap_or_default()
}

/// The tokens up to the end of the sentence.
fn rest_of_sentence(behind: &[Token]) -> &[Token] {
    let end = (0..behind.len()).find(|i| ends(behind, *i));
    behind
        .get(..end.unwrap_or(behind.len()))
        .unwrap_or_default()
}

fn ends(tokens: &[Token], i: usize) -> bool {
    match tokens.get(i).map(|token| token.kind) {
        Some(Kind::Break) => true,
        Some(Kind::Symbol('!' | '?' | ';')) => true,
        Some(Kind::Symbol('.')) => !touches(tokens, i + 1),
        Some(Kind::Symbol(_) | Kind::Word(_) | Kind::Number(_)) | None => false,
    }
}

/// Do the words around a wish ("pour le 15/12", "voor 4 december") ask for an answer by then? `here` begins with it and
/// `n` of its tokens are the wish and its date.
pub(super) fn answer_wanted(before: &[Token], here: &[Token], n: usize, context: &Context) -> bool {
    let (lead, behind) = here.split_at(n.min(here.len()));
    let said = |i: usize, sense| context.says(before, i, sense);
    if let Some(last) = before.len().checked_sub(1) {
        let asked_before = |from: usize, to: usize, senses: &[Sense]| {
            (from..to).any(|i| senses.iter().any(|sense| said(i, *sense)))
        };
        // "réponse souhaitée pour le", "answer needed for".
        if said(last, Sense::Wanted) && asked_before(last.saturating_sub(4), last, &[Sense::Answer])
        {
            return true;
        }
        // "merci de nous répondre pour le", "il me le faut pour le".
        if said(last, Sense::Reply) {
            return true;
        }
        // "il nous faut votre devis pour le": of "devis pour le 15/04" nobody can tell what is on that day.
        if said(last, Sense::Answer) && asked_before(0, last, &[Sense::Ask, Sense::Need]) {
            return true;
        }
    }
    let langs = context
        .hit(here, 0, Sense::Wish)
        .map_or(Langs::default(), |hit| hit.langs);
    if !langs.and(context.lexicon.verbs_last()).is_empty() {
        // "kunt u ons voor 4 december antwoorden": the first of them decides.
        let rest = rest_of_sentence(behind);
        let first = (0..rest.len()).find_map(|i| {
            let says = |sense| context.says(rest, i, sense);
            let reply = says(Sense::Reply) || says(Sense::Answer);
            let other = || says(Sense::Event) || says(Sense::Ask);
            reply.then_some(true).or_else(|| other().then_some(false))
        });
        if first == Some(true) {
            return true;
        }
    }
    stands_alone(before, lead, behind, context)
}

/// "Pour le 4 décembre, merci": a line or a sentence of its own.
fn stands_alone(before: &[Token], lead: &[Token], behind: &[Token], context: &Context) -> bool {
    let begins = before.is_empty() || lead.first().is_some_and(|token| token.first);
    let comma = usize::from(symbol(behind, 0) == ',');
    let next = behind.get(comma);
    let ends = next.is_none_or(|token| {
        token.first || matches!(token.kind, Kind::Break | Kind::Symbol('.' | '!'))
    });
    begins && (ends || context.says(behind, comma, Sense::Thanks))
}
