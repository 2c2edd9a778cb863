//! What the words before a date make of it: an answer asked for, an event, a promise. The
//! vocabulary of [`super::deadline`]; knows no dates.

use super::lex::{Kind, Token, touches, word};

/// What the words before a limit, in the same sentence, make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Something is asked of the reader.
    Asked,
    /// Nothing says what the date is for.
    Plain,
    /// It dates an event, or is the sender's own promise.
    NoDeadline,
}

/// The word nearest to the date decides.
pub(super) fn tone(before: &[Token]) -> Tone {
    if promised(before) {
        return Tone::NoDeadline;
    }
    for i in (0..before.len()).rev() {
        if asks(word(before, i)) {
            return Tone::Asked;
        }
        if dates_an_event(word(before, i)) {
            return Tone::NoDeadline;
        }
    }
    Tone::Plain
}

fn asks(word: &str) -> bool {
    ASKS.contains(&word)
}

/// The words of [`asks`], folded, in French and in English.
const ASKS: &[&str] = &[
    "repondre",
    "reponse",
    "retour",
    "retours",
    "revenir",
    "devis",
    "offre",
    "proposition",
    "confirmer",
    "confirmation",
    "confirmez",
    "envoyer",
    "envoyez",
    "transmettre",
    "adresser",
    "recevoir",
    "valider",
    "merci",
    "besoin",
    "faut",
    "faudrait",
    "souhaitee",
    "souhaite",
    "attendu",
    "attendue",
    "chiffrage",
    "cotation",
    "rappeler",
    "urgent",
    "livrer",
    "regler",
    "deposer",
    "remettre",
    "boucler",
    "trancher",
    "decider",
    "savoir",
    "dire",
    "reply",
    "respond",
    "response",
    "answer",
    "quote",
    "quotation",
    "proposal",
    "confirm",
    "send",
    "receive",
    "need",
    "please",
    "back",
    "feedback",
    "submit",
    "submitted",
    "decide",
    "finalise",
    "finalize",
    "approve",
    "return",
    "know",
    "rsvp",
    "hear",
    "price",
    "needed",
    "required",
    "requested",
    "possible",
];

fn dates_an_event(word: &str) -> bool {
    matches!(
        word,
        "reservant"
            | "reservez"
            | "reserver"
            | "valable"
            | "booking"
            | "book"
            | "valid"
            | "lieu"
            | "tiendra"
            | "tient"
            | "tenir"
            | "deroulera"
            | "deroule"
            | "derouler"
            | "organiser"
            | "organise"
            | "organisons"
            | "organisee"
            | "programmer"
            | "programme"
            | "faire"
            | "animer"
            | "participer"
            | "sensibiliser"
            | "former"
            | "venir"
            | "arrive"
            | "arrivons"
            | "arrivent"
            | "partons"
            | "part"
            | "commence"
            | "demarre"
            | "ferme"
            | "fermons"
            | "revenons"
            | "place"
            | "takes"
            | "held"
            | "hold"
            | "holding"
            | "run"
            | "running"
            | "organize"
            | "organizing"
            | "organising"
            | "organized"
            | "organised"
            | "scheduled"
            | "happen"
            | "happens"
            | "arriving"
            | "leave"
            | "leaving"
            | "start"
            | "starts"
            | "attend"
            | "host"
            | "hosting"
            | "gather"
            | "train"
            | "closed"
            | "founded"
            | "existed"
    )
}

/// "We will get back to you by Friday", "vous recevrez notre réponse avant lundi".
fn promised(before: &[Token]) -> bool {
    let mut promise = false;
    for i in 0..before.len() {
        match word(before, i) {
            "recevrez" | "repondrons" | "reviendrons" | "contacterons" | "rappellerons"
            | "repondrai" | "reviendrai" | "rappellerai" | "revenons" | "recontacterons" => {
                promise = true;
            }
            "will" | "ll" | "shall" if i > 0 && matches!(word(before, i - 1), "we" | "i") => {
                promise = true;
            }
            "need" | "expect" | "besoin" => promise = false,
            _ => {}
        }
    }
    promise
}

/// "Two days before", "pas avant", "the week before", "postponed by": not a limit.
pub(super) fn distance(before: &[Token]) -> bool {
    let Some(last) = before.len().checked_sub(1) else {
        return false;
    };
    matches!(
        word(before, last),
        "day"
            | "days"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "jour"
            | "jours"
            | "semaine"
            | "semaines"
            | "mois"
            | "an"
            | "ans"
            | "veille"
            | "just"
            | "juste"
            | "shortly"
            | "long"
            | "bien"
            | "not"
            | "pas"
            | "never"
            | "jamais"
            | "followed"
            | "moved"
            | "postponed"
            | "hours"
            | "heures"
            | "heure"
            | "hour"
    )
}

/// The part of `before` that belongs to the sentence going on.
pub(super) fn sentence(before: &[Token]) -> &[Token] {
    let ends = |i: &usize| match before.get(*i).map(|token| token.kind) {
        Some(Kind::Break) => true,
        Some(Kind::Symbol('!' | '?' | ';')) => true,
        Some(Kind::Symbol('.')) => !touches(before, i + 1),
        Some(Kind::Symbol(_) | Kind::Word(_) | Kind::Number(_)) | None => false,
    };
    let start = (0..before.len()).rev().find(ends).map_or(0, |i| i + 1);
    before.get(start..).unwrap_or_default()
}

/// Do the words just before ask for an answer by then ("réponse souhaitée", "retour attendu")?
pub(super) fn answer_wanted(before: &[Token]) -> bool {
    let Some(last) = before.len().checked_sub(1) else {
        return false;
    };
    let wanted = matches!(
        word(before, last),
        "souhaite" | "souhaitee" | "attendu" | "attendue" | "demande" | "demandee"
    );
    let from = last.saturating_sub(4);
    wanted
        && (from..last).any(|i| {
            matches!(
                word(before, i),
                "reponse" | "retour" | "devis" | "offre" | "proposition" | "chiffrage"
            )
        })
}
