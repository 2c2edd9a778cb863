//! Which language a text is written in, guessed from its commonest small words. Never a verdict: an
//! officer can put it right.

use super::reading::Lexicon;
use super::reading::lex;

/// How many of the first characters are looked at.
const LOOKED_AT: usize = 2_000;

/// Returns the code of the language `text` is most likely written in, of those of a lexicon; nothing when too few of its
/// words say so. Reads the beginning; lines quoted from another mail say nothing.
pub fn guess<'a>(text: &str, lexicon: &'a Lexicon) -> Option<&'a str> {
    let beginning = text
        .char_indices()
        .nth(LOOKED_AT)
        .map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let mut hits = [0usize; 64];
    for token in lex::tokens(beginning, lexicon) {
        let common = lexicon.common(&token);
        if common.is_empty() {
            continue;
        }
        for (hit, (_, langs)) in hits.iter_mut().zip(lexicon.languages()) {
            *hit += usize::from(!langs.and(common).is_empty());
        }
    }
    let all = hits.iter().zip(lexicon.languages());
    // Of two that are as likely the first.
    let most = all.rev().max_by_key(|(hit, _)| **hit);
    let (hits, (code, _)) = most?;
    (*hits >= 2).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::super::reading::shipped;

    fn guess(text: &str) -> Option<&'static str> {
        super::guess(text, shipped())
    }

    #[test]
    fn req_2_a_language_is_guessed_from_its_small_words() {
        assert_eq!(
            guess("Bonjour, nous souhaitons un atelier pour les équipes."),
            Some("fr")
        );
        assert_eq!(
            guess("Hello, we would like a workshop for our teams."),
            Some("en")
        );
        assert_eq!(
            guess("Guten Tag, wir möchten ein Angebot für die Schule."),
            Some("de")
        );
        assert_eq!(
            guess("Beste, wij zoeken een tolk voor onze vergadering van 3 december."),
            Some("nl")
        );
        assert_eq!(guess("RDV 12/3"), None);
    }
}
