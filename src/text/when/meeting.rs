//! The meeting with the client that a mail names (REQ-9): "RDV client le 20 mars à 14h", "our appointment on
//! Friday". What it is for must be there before it, so it counts as a deadline. Careful before clever, as
//! [`super::deadline`]: a meeting that was is none, nor is any other event.

use std::ops::Range;

use chrono::NaiveDateTime;

use super::deadline::{Window, dated, sound};
use super::lex::{self, Kind, Token, symbol, word};
use super::tone::sentence;
use super::{Context, Lang, When};

/// How many words may stand between the meeting and its date.
const BETWEEN: usize = 7;

/// The first meeting with the client named in a mail received at `received` (local time), and the bytes of the
/// text that say so. Lines quoted with `>` are not read.
pub fn find_meeting(
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
        if let Some((when, n)) = named(sentence(before), here, &context)
            && sound(when, &context)
        {
            return Some((when, lex::range(here.get(..n).unwrap_or(here))));
        }
        window.advance();
    }
    None
}

/// A meeting whose name begins at the first of `here`, and its date soon after.
fn named(before: &[Token], here: &[Token], context: &Context) -> Option<(When, usize)> {
    let lead = match word(here, 0) {
        "rdv" | "rendezvous" | "appointment" => 1,
        "rendez" if word(here, 1) == "vous" => 2,
        "rendez" if symbol(here, 1) == '-' && word(here, 2) == "vous" => 3,
        "meeting" if word(here, 1) == "with" => 2,
        _ => return None,
    };
    if (0..before.len()).any(|i| is_past(word(before, i))) {
        return None;
    }
    for at in lead..lead + BETWEEN {
        let token = here.get(at)?;
        // "notre rendez-vous du 2 mars" mostly looks back.
        if is_past(word(here, at)) || matches!(word(here, at), "du" | "de" | "d" | "of") {
            return None;
        }
        if let Some(found) = dated(here, at, context) {
            return Some(found);
        }
        let stops =
            matches!(token.kind, Kind::Break) || matches!(symbol(here, at), '.' | ';' | '?');
        if stops {
            return None;
        }
    }
    None
}

fn is_past(word: &str) -> bool {
    matches!(
        word,
        "suite"
            | "apres"
            | "lors"
            | "depuis"
            | "dernier"
            | "annule"
            | "annuler"
            | "pas"
            | "after"
            | "following"
            | "since"
            | "last"
            | "cancelled"
            | "canceled"
            | "no"
            | "not"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn found(text: &str) -> Option<String> {
        let day = NaiveDate::from_ymd_opt(2026, 3, 11).expect("a day");
        let now = day.and_hms_opt(10, 30, 0).expect("a time");
        let (when, _) = find_meeting(text, now, Lang::Fr)?;
        Some(match when.time {
            Some(time) => format!("{} {}", when.date, time.format("%H:%M")),
            None => when.date.to_string(),
        })
    }

    #[test]
    fn req_9_a_meeting_with_the_client_is_found_and_other_dates_are_not() {
        for (text, date) in [
            ("RDV client le 20 mars à 14h", "2026-03-20 14:00"),
            (
                "J'ai rendez-vous avec le client vendredi, il me faut la cotation.",
                "2026-03-13",
            ),
            ("Rendez vous le 18/03", "2026-03-18"),
            ("We have an appointment on Friday 20 March.", "2026-03-20"),
            (
                "I have a meeting with the client on 20 March at 9:00",
                "2026-03-20 09:00",
            ),
            ("Bonjour,\nRDV : 20/03/2026\nMerci", "2026-03-20"),
        ] {
            assert_eq!(found(text).as_deref(), Some(date), "{text}");
        }
        for text in [
            "Suite à notre rendez-vous de mardi, voici la demande.",
            "Notre rendez-vous du 2 mars",
            "Réunion d'équipe le 20 mars, pour 30 personnes",
            "Nous souhaitons un atelier le 12 mai.",
            "Je n'ai pas de rendez-vous vendredi",
            "Donnez-moi un rendez-vous. Vendredi je suis absent.",
            "> RDV client le 20 mars",
            "our last appointment on Friday",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
