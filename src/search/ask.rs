//! Reads what a person typed into the search field. It never fails: what is not syntax is taken literally.

use super::words::{Words, is_apostrophe, is_elided, start_of};

/// Bytes of a query that are read; the rest is ignored.
const MAX_BYTES: usize = 1024;
/// Words of a query that are read; the rest is ignored.
const MAX_WORDS: usize = 16;
const QUOTES: [(char, char); 3] = [('"', '"'), ('“', '”'), ('«', '»')];

/// One condition: its words, folded, must follow one another. There is always at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub words: Vec<String>,
    /// The only word is still being typed: it may be the beginning of a longer one.
    pub prefix: bool,
    /// The document must not have it.
    pub exclude: bool,
}

impl Clause {
    /// Does a folded word of a text answer the word at `index` of this clause?
    pub(super) fn accepts(&self, index: usize, folded: &str) -> bool {
        self.words.get(index).is_some_and(|word| {
            folded == word || (self.prefix && folded.starts_with(word.as_str()))
        })
    }
}

/// The conditions of a query, all of which must hold. None for a query without words.
pub(super) fn parse(typed: &str) -> Vec<Clause> {
    let mut rest = start_of(typed, MAX_BYTES);
    let mut asked = Asked::default();
    while asked.room > 0 {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let (exclude, term) = match rest.strip_prefix('-') {
            Some(term) if term.starts_with(opens) => (true, term),
            Some(_) | None => (false, rest),
        };
        if let Some((quoted, after)) = quoted(term) {
            asked.phrase(quoted, exclude);
            rest = after;
        } else {
            let end = term.find(char::is_whitespace);
            let (piece, after) = term.split_at(end.unwrap_or(term.len()));
            if exclude || end.is_some() {
                asked.phrase(piece, exclude);
            } else {
                asked.typing(piece);
            }
            rest = after;
        }
    }
    asked.clauses
}

/// Can a word or a phrase begin with this character?
fn opens(c: char) -> bool {
    c.is_alphanumeric() || QUOTES.iter().any(|(open, _)| *open == c)
}

/// What is between quotes, and what follows; nothing when no quote opens here or when it never closes.
fn quoted(term: &str) -> Option<(&str, &str)> {
    let (open, close) = QUOTES
        .into_iter()
        .find(|(open, _)| term.starts_with(*open))?;
    term.strip_prefix(open)?.split_once(close)
}

struct Asked {
    clauses: Vec<Clause>,
    room: usize,
}

impl Default for Asked {
    fn default() -> Asked {
        Asked {
            clauses: Vec::new(),
            room: MAX_WORDS,
        }
    }
}

impl Asked {
    fn words(&mut self, text: &str) -> Vec<String> {
        let (mut words, mut folded, mut found) = (Words::new(text), String::new(), Vec::new());
        while self.room > 0 && words.next_into(&mut folded).is_some() {
            found.push(folded.clone());
            self.room -= 1;
        }
        found
    }

    /// Finished words that must follow one another.
    fn phrase(&mut self, text: &str, exclude: bool) {
        let words = self.words(text);
        if !words.is_empty() {
            self.clauses.push(Clause {
                words,
                prefix: false,
                exclude,
            });
        }
    }

    /// The last piece, which is still being typed: each of its words counts alone, the last as a beginning.
    fn typing(&mut self, piece: &str) {
        let mut words = self.words(piece);
        if piece.ends_with(is_apostrophe) && words.last().is_some_and(|word| is_elided(word)) {
            words.pop();
        }
        let open = piece.ends_with(char::is_alphanumeric);
        let last = words.len().saturating_sub(1);
        let clauses = words.into_iter().enumerate().map(|(at, word)| Clause {
            words: vec![word],
            prefix: open && at == last,
            exclude: false,
        });
        self.clauses.extend(clauses);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A clause written short: `a+b` a phrase, `a*` a beginning, `!a` left out.
    fn short(typed: &str) -> Vec<String> {
        let one = |clause: Clause| {
            let not = if clause.exclude { "!" } else { "" };
            let star = if clause.prefix { "*" } else { "" };
            format!("{not}{}{star}", clause.words.join("+"))
        };
        parse(typed).into_iter().map(one).collect()
    }

    #[test]
    fn req_12_what_is_typed_is_read_as_meant() {
        let table: [(&str, &[&str]); 19] = [
            ("Atelier théâtre", &["atelier", "theatre*"]),
            ("atelier ", &["atelier"]),
            ("\"jeu de rôle\" paris ", &["jeu+de+role", "paris"]),
            ("«jeu de rôle» “en ligne”", &["jeu+de+role", "en+ligne"]),
            ("atelier -devis", &["atelier", "!devis"]),
            ("-\"en ligne\" atelier ", &["!en+ligne", "atelier"]),
            ("sous-traitance ", &["sous+traitance"]),
            ("sous-trait", &["sous", "trait*"]),
            ("l'atel", &["atel*"]),
            ("l'", &[]),
            ("\"jeu de r", &["jeu", "de", "r*"]),
            ("-", &[]),
            ("-- Jean ", &["jean"]),
            ("--jean ", &["jean"]),
            ("\"\" \"", &[]),
            ("AND OR (a:b) ", &["and", "or", "a+b"]),
            ("[* TO ^~\\ {", &["to"]),
            ("devis.", &["devis"]),
            ("", &[]),
        ];
        for (typed, expected) in table {
            assert_eq!(short(typed), expected, "{typed}");
        }
    }

    #[test]
    fn req_12_a_query_has_limits() {
        assert_eq!(parse(&"mot ".repeat(50)).len(), MAX_WORDS);
        assert_eq!(short(&"x".repeat(1 << 20)).len(), 1);
        assert_eq!(
            parse(&"a-".repeat(1 << 19))
                .iter()
                .map(|c| c.words.len())
                .sum::<usize>(),
            16
        );
    }

    proptest::proptest! {
        #[test]
        fn req_12_any_query_is_read(typed in ".*", quotes in "[-\" a«»'é]*") {
            for clause in parse(&typed).into_iter().chain(parse(&quotes)) {
                proptest::prop_assert!(!clause.words.is_empty());
                proptest::prop_assert!(!clause.prefix || clause.words.len() == 1);
            }
        }
    }
}
