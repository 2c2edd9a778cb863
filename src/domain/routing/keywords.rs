//! The words by which the routing matrix recognises what is asked (REQ-4), in a form that reads a text
//! once, however many words there are. Made from the matrix; never kept on disk.

use std::collections::BTreeMap;

use super::{Recognised, Routing};
use crate::text::fold;

/// The most characters of a body that are read.
const BODY: usize = 4_000;

/// The words of a matrix, by the first word of each.
#[derive(Clone, Debug, Default)]
pub struct Keywords(BTreeMap<Box<str>, Vec<Keyword>>);

/// Some words, folded, and what they speak of.
#[derive(Clone, Debug)]
struct Keyword {
    folded: Box<str>,
    /// Where its first word stands in it.
    at: usize,
    /// Its place in the matrix: of equally long ones the first wins.
    place: usize,
    found: Recognised,
}

impl Keywords {
    /// Those of `routing`. Words without a letter or a digit are never recognised.
    pub(super) fn of(routing: &Routing) -> Keywords {
        let all = routing
            .rows
            .iter()
            .filter(|row| !row.retired)
            .flat_map(|row| row.keywords.iter().map(|words| (row.id, words)));
        let mut keywords = Keywords::default();
        for (place, (kind, words)) in all.enumerate() {
            let folded = fold::fold(words);
            if let Some((at, first)) = words_of(&folded).next() {
                let (first, found) = (
                    Box::from(first),
                    Recognised {
                        kind,
                        words: words.clone(),
                    },
                );
                let keyword = Keyword {
                    folded: folded.as_str().into(),
                    at,
                    place,
                    found,
                };
                keywords.0.entry(first).or_default().push(keyword);
            }
        }
        keywords
    }

    /// The kind a text speaks of. The subject is asked before the body, and the longest words win, so
    /// that "R1 statistics" in a subject beats a "demande" in a signature.
    pub fn recognise(&self, subject: &str, body: &str) -> Option<Recognised> {
        let body = body
            .char_indices()
            .nth(BODY)
            .map_or(body, |(at, _)| body.get(..at).unwrap_or(body));
        [subject, body]
            .into_iter()
            .find_map(|text| self.longest_in(&fold::fold(text)))
    }

    /// The longest that stands in `folded` as whole words.
    fn longest_in(&self, folded: &str) -> Option<Recognised> {
        let mut best: Option<&Keyword> = None;
        for (at, word) in words_of(folded) {
            for keyword in self.0.get(word).into_iter().flatten() {
                let better = best.is_none_or(|best| keyword.beats(best));
                if better && keyword.stands_at(folded, at) {
                    best = Some(keyword);
                }
            }
        }
        best.map(|keyword| keyword.found.clone())
    }
}

impl Keyword {
    fn beats(&self, other: &Keyword) -> bool {
        let (own, others) = (self.folded.len(), other.folded.len());
        own > others || (own == others && self.place < other.place)
    }

    /// Whether it stands in `text` with its first word at `word`, as whole words.
    fn stands_at(&self, text: &str, word: usize) -> bool {
        let split = word
            .checked_sub(self.at)
            .and_then(|from| text.split_at_checked(from));
        let Some((before, here)) = split else {
            return false;
        };
        let ends = |text: Option<char>| !text.is_some_and(char::is_alphanumeric);
        let after = here
            .strip_prefix(&*self.folded)
            .map(|after| after.chars().next());
        ends(before.chars().next_back()) && after.is_some_and(ends)
    }
}

/// The words of a text, each with where it begins: letters and digits side by side.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let from = rest + text.get(rest..)?.find(char::is_alphanumeric)?;
        let tail = text.get(from..)?;
        let length = tail
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(tail.len());
        rest = from + length;
        Some((from, tail.get(..length)?))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::routing::{KindId, Row};

    fn routing(keywords: &[String]) -> Routing {
        let row = |(n, word): (usize, &String)| Row {
            id: KindId(u8::try_from(n).unwrap()),
            key: word.as_str().into(),
            keywords: vec![word.as_str().into()],
            to: Vec::new(),
            copy: Vec::new(),
            names: Vec::new(),
            retired: false,
        };
        Routing {
            rows: keywords.iter().enumerate().map(row).collect(),
        }
    }

    /// The same rule, word by word of the matrix.
    fn naive(keywords: &[String], text: &str) -> Option<KindId> {
        let text = fold::fold(text);
        let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let stands = |words: &String| {
            (0..text.len())
                .filter(|at| text.is_char_boundary(*at))
                .any(|at| {
                    let after = text[at..].strip_prefix(&fold::fold(words));
                    ends(text[..at].chars().next_back())
                        && after.is_some_and(|after| ends(after.chars().next()))
                })
        };
        let found = keywords
            .iter()
            .enumerate()
            .filter(|(_, words)| stands(words));
        let longest = found.max_by_key(|(n, words)| (fold::fold(words).len(), usize::MAX - n));
        longest.map(|(n, _)| KindId(u8::try_from(n).unwrap()))
    }

    proptest! {
        #[test]
        fn req_4_reading_once_finds_what_looking_for_each_word_finds(
            keywords in prop::collection::vec("(#|l')?[abé1]{1,2}( |-|\\. )?[abé1]{0,2}", 0..8),
            subject in "[abeÉ1 '#.-]{0,12}",
            body in "[abeÉ1 '#.-]{0,24}",
        ) {
            let found = Keywords::of(&routing(&keywords)).recognise(&subject, &body).map(|found| found.kind);
            prop_assert_eq!(found, naive(&keywords, &subject).or_else(|| naive(&keywords, &body)));
        }
    }
}
