//! Cuts a text into words, each folded to what is compared, without elisions and possessives.
//!
//! The index, the query and the snippet all cut with this one, so they always agree. A change in what comes
//! out of here needs a new `FORMAT` in `schema`. It never allocates per word and never fails.

use std::ops::Range;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold_into;

/// What French cuts short before a vowel; with its apostrophe it is no part of the word that follows.
const ELIDED: [&str; 13] = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
];

/// The words of a text, in order.
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
    /// End of a run in a script where words need not be apart (Han, Thai, …), or `at` or less.
    run_end: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Words<'a> {
        Words {
            text,
            at: 0,
            run_end: 0,
        }
    }

    /// Puts the next word, folded, into `folded`, and says where it stands in the text, in bytes, without
    /// what was elided.
    pub(super) fn next_into(&mut self, folded: &mut String) -> Option<Range<usize>> {
        loop {
            let found = if self.at < self.run_end {
                match self.next_in_run() {
                    Some(found) => found,
                    None => {
                        self.at = self.run_end;
                        continue;
                    }
                }
            } else {
                let run = next_run(self.text, self.at)?;
                self.run_end = run.range.end;
                if !run.spaced {
                    self.at = run.range.start;
                    continue;
                }
                self.at = run.range.end;
                run.range
            };
            let found = bare(self.text, found);
            fold_into(part(self.text, &found), folded);
            if !folded.is_empty() {
                return Some(found);
            }
        }
    }

    fn next_in_run(&mut self) -> Option<Range<usize>> {
        let run = part(self.text, &(self.at..self.run_end));
        let (offset, word) = run.unicode_word_indices().next()?;
        let start = self.at + offset;
        self.at = start + word.len();
        Some(start..self.at)
    }
}

/// A stretch of letters, digits and apostrophes between letters.
struct Run {
    range: Range<usize>,
    /// True where the script puts spaces between words, so that the run is one word.
    spaced: bool,
}

fn next_run(text: &str, from: usize) -> Option<Run> {
    let rest = text.get(from..)?;
    let start = from + rest.find(char::is_alphanumeric)?;
    let mut run = Run {
        range: start..start,
        spaced: true,
    };
    let mut chars = text.get(start..)?.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = c.is_alphanumeric()
            || (is_apostrophe(c) && chars.peek().is_some_and(|next| next.is_alphanumeric()))
            || (!c.is_ascii() && (is_joiner(c) || is_combining_mark(c)));
        if !inside {
            break;
        }
        run.spaced &= is_spaced(c);
        run.range.end += c.len_utf8();
    }
    Some(run)
}

/// Scripts where a run of letters is a word: Latin, Greek, Cyrillic, Armenian, with their extensions.
fn is_spaced(c: char) -> bool {
    matches!(c, '\0'..='\u{58F}' | '\u{1E00}'..='\u{1FFF}') || is_apostrophe(c) || is_joiner(c)
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2BC}')
}

/// What may stand inside a word without being seen: soft hyphen, joiners, direction marks.
fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// True for `l` of `l'atelier`, and the like, already folded or not.
pub(super) fn is_elided(word: &str) -> bool {
    ELIDED.iter().any(|e| e.eq_ignore_ascii_case(word))
}

/// The word without its elided article and without the possessive `'s`.
fn bare(text: &str, word: Range<usize>) -> Range<usize> {
    let mut bare = word;
    while let Some((head, tail)) = part(text, &bare).split_once(is_apostrophe) {
        if tail.is_empty() || !is_elided(head) {
            break;
        }
        bare.start = bare.end - tail.len();
    }
    let owner = part(text, &bare)
        .strip_suffix(['s', 'S'])
        .and_then(|owned| owned.strip_suffix(is_apostrophe));
    match owner {
        Some(owner) if !owner.is_empty() => bare.start..bare.start + owner.len(),
        Some(_) | None => bare,
    }
}

fn part<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or_default()
}

/// The start of a text, at most `max` bytes, cut between characters.
pub(super) fn start_of(text: &str, max: usize) -> &str {
    let mut end = max.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Hands [`Words`] to tantivy.
#[derive(Clone, Default)]
pub(super) struct WordTokenizer;

/// The words of one text as tantivy wants them.
pub(super) struct WordStream<'a> {
    words: Words<'a>,
    token: Token,
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream {
            words: Words::new(text),
            token: Token::default(),
        }
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(range) = self.words.next_into(&mut self.token.text) else {
            return false;
        };
        self.token.offset_from = range.start;
        self.token.offset_to = range.end;
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::MAX_WORD;
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let (mut words, mut folded, mut all) = (Words::new(text), String::new(), vec![]);
        while let Some(range) = words.next_into(&mut folded) {
            assert!(text.get(range).is_some_and(|t| !t.is_empty()));
            all.push(folded.clone());
        }
        all
    }

    #[test]
    fn req_12_words_are_cut_as_readers_see_them() {
        let table = [
            (
                "jean.dupont@mairie.fr",
                vec!["jean", "dupont", "mairie", "fr"],
            ),
            (
                "sous-traitance 15\u{A0}000,50 €",
                vec!["sous", "traitance", "15", "000", "50"],
            ),
            ("東京 ok", vec!["東", "京", "ok"]),
            ("snake_case/path", vec!["snake", "case", "path"]),
            (" -- … !", vec![]),
        ];
        for (text, expected) in table {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn req_12_elision_and_possessive_are_left_out() {
        let table = [
            (
                "l'atelier L’Atelier d'été",
                vec!["atelier", "atelier", "ete"],
            ),
            ("jusqu'à qu'il s'agit", vec!["a", "il", "agit"]),
            ("aujourd'hui quelqu'un", vec!["aujourdhui", "quelquun"]),
            (
                "the client's O'Brien don't",
                vec!["the", "client", "obrien", "dont"],
            ),
            ("'quoted' l' s", vec!["quoted", "l", "s"]),
        ];
        for (text, expected) in table {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn req_12_a_very_long_word_is_cut_and_a_long_run_takes_no_time() {
        assert_eq!(words(&"a".repeat(1_000_000)), ["a".repeat(MAX_WORD)]);
        assert_eq!(words(&"京".repeat(300_000)).len(), 300_000);
    }

    proptest::proptest! {
        #[test]
        fn req_12_any_text_is_cut_without_failing_and_folding_twice_is_folding_once(text in ".*") {
            for word in words(&text) {
                proptest::prop_assert!(word.len() <= MAX_WORD);
                let again = words(&word).concat();
                proptest::prop_assert_eq!(again, word);
            }
        }
    }
}
