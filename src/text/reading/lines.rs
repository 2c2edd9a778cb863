//! What a line of a mail says by the words in it: that it counts, asks, answers; what stands before a subject. Knows no dates.

use super::Sense;
use super::lex::{self, Token};
use super::lexicon::{Hit, Langs, Lexicon};

/// How many tokens the words that begin a line may have.
const PHRASE: usize = 12;

impl Lexicon {
    /// Returns how the words with which a line begins count it, and the line behind them; nothing when they do not.
    pub fn counted<'a>(&self, line: &'a str) -> Option<(u16, &'a str)> {
        let (beginning, hit) = self.begins(line, Sense::Count)?;
        let end = beginning.get(..hit.n)?.last()?.end;
        Some((hit.value, line.get(end..)?))
    }

    /// Returns whether a line begins as the answer to a question does.
    pub fn answers(&self, line: &str) -> bool {
        self.begins(line, Sense::No).is_some()
    }

    /// Returns the first tokens of a line, and those of them that say this.
    fn begins(&self, line: &str, sense: Sense) -> Option<(Vec<Token>, Hit)> {
        let tokens = || lex::tokens(line, self);
        let first = tokens().next()?;
        if !self.may_say(&first, sense) {
            return None;
        }
        let beginning: Vec<Token> = tokens().take(PHRASE).collect();
        let hit = self.hit(&beginning, 0, sense, Langs::default())?;
        Some((beginning, hit))
    }

    /// Returns whether a line asks for something of its own.
    pub fn asks(&self, line: &str) -> bool {
        let folded = crate::text::fold::fold(line);
        line.ends_with('?') || self.texts(Sense::Stem).any(|stem| folded.contains(stem))
    }

    /// Returns whether a text says that there are several requests in it.
    pub fn announces_several(&self, text: &str) -> bool {
        let tokens: Vec<Token> = lex::tokens(text, self).collect();
        let says = |at| {
            self.hit(&tokens, at, Sense::Announced, Langs::default())
                .is_some()
        };
        (0..tokens.len()).any(says)
    }

    /// Returns whether `text` is what mail programs put before a subject.
    pub fn is_prefix(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.texts(Sense::Prefix).any(|prefix| prefix == text)
    }
}
