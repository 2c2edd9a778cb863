//! Cuts text into folded words, numbers and signs, each with its place in the original. Never
//! allocates per token, so that a long mail costs no more than reading it.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Bytes of a word that are kept; a longer one is no word we know.
const WORD_BYTES: usize = 16;

/// One token and its bytes in the original.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Lower case, without accents.
    Word(Word),
    /// ASCII digits.
    Number(Number),
    /// Any other sign.
    Symbol(char),
    /// An empty line, or a line quoted from another mail.
    Break,
}

/// A folded word, or an empty one when it is too long or not Latin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    bytes: [u8; WORD_BYTES],
    len: usize,
}

/// A number as written: `03` has two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    pub digits: usize,
}

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens {
        chars: text.char_indices().peekable(),
        len: text.len(),
        after_letter: false,
        line_start: true,
    }
}

/// The word at `i`, or `""`.
pub(super) fn word(tokens: &[Token], i: usize) -> &str {
    match tokens.get(i).map(|token| &token.kind) {
        Some(Kind::Word(word)) => word.as_str(),
        _ => "",
    }
}

/// The number at `i`.
pub(super) fn number(tokens: &[Token], i: usize) -> Option<Number> {
    match tokens.get(i).map(|token| &token.kind) {
        Some(Kind::Number(number)) => Some(*number),
        _ => None,
    }
}

/// The sign at `i`, or NUL.
pub(super) fn symbol(tokens: &[Token], i: usize) -> char {
    match tokens.get(i).map(|token| &token.kind) {
        Some(Kind::Symbol(c)) => *c,
        _ => '\0',
    }
}

/// Do these words stand at `i`?
pub(super) fn words_at(tokens: &[Token], i: usize, words: &[&str]) -> bool {
    words
        .iter()
        .enumerate()
        .all(|(n, expected)| word(tokens, i + n) == *expected)
}

/// Does the token at `i` touch the one before it?
pub(super) fn touches(tokens: &[Token], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|n| tokens.get(n));
    matches!((before, tokens.get(i)), (Some(a), Some(b)) if a.end == b.start)
}

/// The original text of some neighbouring tokens.
pub(super) fn slice<'a>(text: &'a str, tokens: &[Token]) -> &'a str {
    text.get(range(tokens)).unwrap_or("")
}

/// The bytes some neighbouring tokens cover.
pub(super) fn range(tokens: &[Token]) -> Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => 0..0,
    }
}

impl Word {
    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or("")
    }
}

/// Iterator over the tokens of a text.
pub(super) struct Tokens<'a> {
    chars: Peekable<CharIndices<'a>>,
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
    fn take_word(&mut self, first: char) -> Word {
        let mut word = Word {
            bytes: [0; WORD_BYTES],
            len: 0,
        };
        let mut known = fold(first, &mut word);
        while let Some(c) = self.peek_char().filter(|c| is_letter(*c)) {
            known &= fold(c, &mut word);
            self.chars.next();
        }
        if !known {
            word.len = 0;
        }
        word
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
                    return Some(Token::new(Kind::Break, start, self.here()));
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
            return Some(Token::new(kind, start, self.here()));
        }
    }
}

impl Token {
    fn new(kind: Kind, start: usize, end: usize) -> Self {
        Self { kind, start, end }
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Adds a letter to a word; false when the word cannot be one of ours.
fn fold(c: char, word: &mut Word) -> bool {
    let mut fits = true;
    let mut push = |c: char| {
        if is_combining_mark(c) {
            return;
        }
        match (word.bytes.get_mut(word.len), u8::try_from(c)) {
            (Some(slot), Ok(byte)) if byte.is_ascii() => {
                *slot = byte.to_ascii_lowercase();
                word.len += 1;
            }
            _ => fits = false,
        }
    };
    if c.is_ascii() {
        push(c);
    } else {
        decompose_canonical(c, push);
    }
    fits
}
