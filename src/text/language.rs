//! Which language a text is written in, guessed from its commonest small words. Never a verdict: an
//! officer can put it right.

/// Small words that stand in almost every text of a language and hardly in the others.
const WORDS: [(&str, &[&str]); 6] = [
    (
        "fr",
        &[
            "le", "les", "des", "une", "est", "vous", "nous", "pour", "avec", "dans", "bonjour",
            "merci", "sur", "au", "notre", "votre", "et", "je", "du",
        ],
    ),
    (
        "en",
        &[
            "the", "and", "you", "we", "for", "with", "is", "are", "our", "your", "to", "of",
            "hello", "thanks", "would", "have", "this", "please",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "wir", "sie", "ist", "nicht", "mit", "für", "ein", "eine",
            "auf", "ich",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "para", "con", "una", "que", "por", "hola", "gracias", "nuestro",
            "del", "y",
        ],
    ),
    (
        "it",
        &[
            "il",
            "gli",
            "per",
            "con",
            "che",
            "una",
            "della",
            "siamo",
            "grazie",
            "buongiorno",
            "nostro",
            "di",
            "vorremmo",
        ],
    ),
    (
        "nl",
        &[
            "het", "een", "wij", "voor", "niet", "onze", "graag", "met", "zijn", "van", "aan",
            "naar", "beste", "geachte", "dank", "bij", "ook", "wordt", "deze", "kunnen", "willen",
        ],
    ),
];

/// The two-letter code of the language `text` is most likely written in; `None` when too few of its
/// words say so. Reads the first 2,000 characters.
pub fn guess(text: &str) -> Option<&'static str> {
    let mut hits = [0usize; WORDS.len()];
    let beginning = text
        .char_indices()
        .nth(2_000)
        .map_or(text, |(at, _)| &text[..at]);
    for word in beginning
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty() && w.len() < 12)
    {
        let word = word.to_lowercase();
        for (hit, (_, words)) in hits.iter_mut().zip(WORDS) {
            *hit += usize::from(words.contains(&word.as_str()));
        }
    }
    let (at, most) = hits
        .iter()
        .enumerate()
        .max_by_key(|(at, hit)| (**hit, WORDS.len() - at))?;
    (*most >= 2).then_some(WORDS[at].0)
}

#[cfg(test)]
mod tests {
    use super::guess;

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
