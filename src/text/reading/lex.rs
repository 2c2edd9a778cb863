//! Cuts text into words that are known or not, numbers and signs, each with its place in the original. Never
//! allocates per token, so that a long mail costs no more than reading it.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use unicode_normalization::char::is_combining_mark;

use super::lexicon::{Lexicon, WordId};
use crate::text::fold::fold_char;

/// Bytes of a folded word that are kept; a longer one is no word we know.
const WORD_BYTES: usize = 40;

/// One token and its bytes in the original.
#[derive(Clone, Copy, Debug)]
pub(in crate::text) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// Whether it is the first of its line.
    pub first: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Kind {
    /// A word, by its number; letters are the same in lower case and without accents.
    Word(WordId),
    /// ASCII digits.
    Number(Number),
    /// Any other sign.
    Symbol(char),
    /// An empty line, or a line quoted from another mail.
    Break,
}

/// A number as written: `03` has two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) struct Number {
    pub value: u32,
    pub digits: usize,
}

/// The tokens of a text, in order, with the words that `lexicon` knows.
pub(in crate::text) fn tokens<'a>(text: &'a str, lexicon: &'a Lexicon) -> Tokens<'a> {
    Tokens {
        chars: text.char_indices().peekable(),
        lexicon,
        len: text.len(),
        after_letter: false,
        line_start: true,
    }
}

/// Is there a word at `i`?
pub(in crate::text) fn is_word(tokens: &[Token], i: usize) -> bool {
    matches!(tokens.get(i).map(|token| token.kind), Some(Kind::Word(_)))
}

/// The number at `i`.
pub(in crate::text) fn number(tokens: &[Token], i: usize) -> Option<Number> {
    match tokens.get(i).map(|token| &token.kind) {
        Some(Kind::Number(number)) => Some(*number),
        _ => None,
    }
}

/// The sign at `i`, or NUL.
pub(in crate::text) fn symbol(tokens: &[Token], i: usize) -> char {
    match tokens.get(i).map(|token| &token.kind) {
        Some(Kind::Symbol(c)) => *c,
        _ => '\0',
    }
}

/// Does the token at `i` touch the one before it?
pub(in crate::text) fn touches(tokens: &[Token], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|n| tokens.get(n));
    matches!((before, tokens.get(i)), (Some(a), Some(b)) if a.end == b.start)
}

/// The original text of some neighbouring tokens.
pub(in crate::text) fn slice<'a>(text: &'a str, tokens: &[Token]) -> &'a str {
    text.get(range(tokens)).unwrap_or("")
}

/// The bytes some neighbouring tokens cover.
pub(in crate::text) fn range(tokens: &[Token]) -> Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => 0..0,
    }
}

/// Returns a word as words are compared; nothing for one that is too long to be known.
pub(super) fn folded(word: &str) -> Option<String> {
    let mut out = Folded::default();
    let fits = word.chars().all(|c| out.push(c));
    fits.then(|| out.as_str().to_owned())
        .filter(|word| !word.is_empty())
}

/// A word being folded.
struct Folded {
    bytes: [u8; WORD_BYTES],
    len: usize,
}

impl Default for Folded {
    fn default() -> Folded {
        Folded {
            bytes: [0; WORD_BYTES],
            len: 0,
        }
    }
}

impl Folded {
    /// Adds a letter; false when there is no room for it.
    fn push(&mut self, c: char) -> bool {
        if c.is_ascii() {
            return self.put(&[c.to_ascii_lowercase() as u8]);
        }
        let mut fits = true;
        fold_char(c, |piece| fits &= self.put(piece.as_bytes()));
        fits
    }

    fn put(&mut self, bytes: &[u8]) -> bool {
        let end = self.len + bytes.len();
        let Some(slot) = self.bytes.get_mut(self.len..end) else {
            return false;
        };
        slot.copy_from_slice(bytes);
        self.len = end;
        true
    }

    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or("")
    }
}

/// Iterator over the tokens of a text.
pub(in crate::text) struct Tokens<'a> {
    chars: Peekable<CharIndices<'a>>,
    lexicon: &'a Lexicon,
    len: usize,
    after_letter: bool,
    line_start: bool,
}

impl Tokens<'_> {
    fn here(&mut self) -> usize {
        self.chars.peek().map_or(self.len, |(at, _)| *at)
    }

    fn peek_char(&mut self) -> Option<char> {
        self.chars.peek().map(|(_, c)| *c)
    }

    /// The rest of a word that began with `first`.
    fn take_word(&mut self, first: char) -> WordId {
        let mut word = Folded::default();
        let mut known = word.push(first);
        while let Some(c) = self.peek_char().filter(|c| is_letter(*c)) {
            known = known && word.push(c);
            self.chars.next();
        }
        match known {
            true => self.lexicon.id(word.as_str()),
            false => WordId::NONE,
        }
    }

    fn take_number(&mut self, first: char) -> Number {
        let mut number = Number {
            value: first.to_digit(10).unwrap_or(0),
            digits: 1,
        };
        while let Some(digit) = self.peek_char().and_then(|c| c.to_digit(10)) {
            number.value = number.value.saturating_mul(10).saturating_add(digit);
            number.digits += 1;
            self.chars.next();
        }
        number
    }

    /// White space up to the next sign; true when it holds an empty line.
    fn skip_space(&mut self, first: char) -> bool {
        let mut lines = u32::from(first == '\n');
        while let Some(c) = self.peek_char().filter(|c| c.is_whitespace()) {
            lines = lines.saturating_add(u32::from(c == '\n'));
            self.chars.next();
        }
        self.line_start |= lines > 0;
        lines > 1
    }

    fn skip_line(&mut self) {
        while self.peek_char().is_some_and(|c| c != '\n') {
            self.chars.next();
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let (start, c) = self.chars.next()?;
            let after_letter = std::mem::replace(&mut self.after_letter, false);
            if c.is_whitespace() {
                if self.skip_space(c) {
                    return Some(Token::new(Kind::Break, start, self.here(), false));
                }
                continue;
            }
            let line_start = std::mem::replace(&mut self.line_start, false);
            let kind = match c {
                '>' if line_start => {
                    self.skip_line();
                    Kind::Break
                }
                '0'..='9' => Kind::Number(self.take_number(c)),
                _ if is_letter(c) => {
                    self.after_letter = true;
                    Kind::Word(self.take_word(c))
                }
                // "aujourd'hui" is two words, "après-demain" too.
                '\'' | '’' => continue,
                '-' if after_letter && self.peek_char().is_some_and(is_letter) => continue,
                _ => Kind::Symbol(c),
            };
            return Some(Token::new(kind, start, self.here(), line_start));
        }
    }
}

impl Token {
    fn new(kind: Kind, start: usize, end: usize, first: bool) -> Self {
        Self {
            kind,
            start,
            end,
            first,
        }
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}
