//! The meeting with the client that a mail names (REQ-9): "RDV client le 20 mars à 14h", "our appointment on
//! Friday". What it is for must be there before it, so it counts as a deadline. Careful before clever, as
//! [`super::deadline`]: a meeting that was is none, nor is any other event.

use std::ops::Range;

use super::deadline::{Window, dated, sound};
use super::tone::sentence;
use super::{Context, Langs, Read, Sense, When, as_meant};
use crate::text::reading::lex::{self, Kind, Token, symbol};

/// How many words may stand between the meeting and its date.
const BETWEEN: usize = 7;

/// Returns the first meeting with the client named in a mail, and the bytes of the text that say so. Lines quoted with
/// `>` are not read. One whose date can be read two ways is none.
pub fn find_meeting(text: &str, read: &Read) -> Option<(When, Range<usize>)> {
    let (found, other) = as_meant(read, |context| search(text, context));
    found.filter(|found| other.as_ref().is_none_or(|other| other == found))
}

fn search(text: &str, context: &Context) -> Option<((When, Range<usize>), Langs)> {
    let mut window = Window::new(text, context.lexicon);
    while window.fill() {
        let (before, here) = window.split();
        if let Some((when, n, langs)) = named(sentence(before), here, context)
            && sound(when, context)
        {
            let range = lex::range(here.get(..n).unwrap_or(here));
            return Some(((when, range), langs));
        }
        window.advance();
    }
    None
}

/// A meeting whose name begins at the first of `here`, and its date soon after.
fn named(before: &[Token], here: &[Token], context: &Context) -> Option<(When, usize, Langs)> {
    let name = context.hit(here, 0, Sense::Meeting)?;
    if (0..before.len()).any(|i| context.says(before, i, Sense::LooksBack)) {
        return None;
    }
    for at in name.n..name.n + BETWEEN {
        let token = here.get(at)?;
        // "notre rendez-vous du 2 mars" mostly looks back.
        if context.says(here, at, Sense::LooksBack) || context.says(here, at, Sense::Of) {
            return None;
        }
        if let Some((when, n)) = dated(here, at, context) {
            return Some((when, n, name.langs));
        }
        let stops =
            matches!(token.kind, Kind::Break) || matches!(symbol(here, at), '.' | ';' | '?');
        if stops {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reading::shipped;
    use chrono::NaiveDate;

    fn found(text: &str) -> Option<String> {
        let day = NaiveDate::from_ymd_opt(2026, 3, 11).expect("a day");
        let read = Read {
            lexicon: shipped(),
            language: Some("fr"),
            country: None,
            came: day.and_hms_opt(10, 30, 0).expect("a time"),
        };
        let (when, _) = find_meeting(text, &read)?;
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
