//! Writing the text of a page: blanks run together, line ends owed, quotations marked, entities
//! decoded. Knows nothing of tags.

use super::super::charset;
use mail_parser::decoders::html::add_html_token;

/// Nesting beyond which quotations and lists look the same.
pub(super) const DEPTH: usize = 10;
/// Longest entity.
const ENTITY: usize = 40;

/// Where the writing stands.
#[derive(Default)]
pub(super) struct Out {
    pub(super) text: String,
    /// Line ends owed before the next word.
    pub(super) breaks: usize,
    space: bool,
    /// A cell ended on this line.
    pub(super) cell: bool,
    pub(super) quote: usize,
    pub(super) pre: usize,
}

impl Out {
    pub(super) fn text(&mut self, raw: &str) {
        let mut rest = raw;
        while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
            let (before, entity) = rest.split_at(at);
            self.words(before);
            rest = match entity_end(entity) {
                Some(end) => {
                    let (token, after) = entity.split_at(end);
                    self.words(&decode_entity(token));
                    after
                }
                None => {
                    self.words("&");
                    entity.get(1..).unwrap_or_default()
                }
            };
        }
        self.words(rest);
    }

    pub(super) fn words(&mut self, text: &str) {
        let mut from = 0;
        for (at, letter) in text.char_indices() {
            let blank = matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{c}');
            let dropped = matches!(letter, '\u{200b}' | '\u{feff}' | '\u{ad}');
            if !blank && !dropped {
                continue;
            }
            self.word(text.get(from..at).unwrap_or_default());
            from = at + letter.len_utf8();
            if blank && self.pre > 0 && letter == '\n' {
                self.breaks += 1;
            } else if blank && self.pre > 0 && letter != '\r' {
                self.word(" ");
            } else if blank {
                self.space = true;
            }
        }
        self.word(text.get(from..).unwrap_or_default());
    }

    pub(super) fn word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.text.is_empty() {
            self.start_line();
        } else if self.breaks > 0 {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            for _ in 0..self.breaks.min(3) {
                self.text.push('\n');
                self.start_line();
            }
        } else if self.cell {
            self.text.push_str(" | ");
        } else if self.space && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
        (self.breaks, self.space, self.cell) = (0, false, false);
        self.text.push_str(word);
    }

    fn start_line(&mut self) {
        for _ in 0..self.quote.min(DEPTH) {
            self.text.push_str("> ");
        }
    }

    /// Owes at least this many line ends.
    pub(super) fn owe(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
        self.cell = false;
    }
}

/// Decodes the entities of a value.
pub(super) fn decode(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        let (before, entity) = rest.split_at(at);
        text.push_str(before);
        let (token, after) = entity.split_at(entity_end(entity).unwrap_or(1));
        if token.len() > 1 {
            text.push_str(&decode_entity(token))
        } else {
            text.push('&')
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The length of the entity at the start of `raw`, its `;` included.
fn entity_end(raw: &str) -> Option<usize> {
    let start = raw.as_bytes().get(1..)?;
    let start = start.get(..ENTITY).unwrap_or(start);
    let end = start
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#')?;
    (end > 0 && start.get(end) == Some(&b';')).then_some(end + 2)
}

fn decode_entity(token: &str) -> String {
    let mut text = String::new();
    add_html_token(&mut text, token.as_bytes(), false);
    // Numbers 128 to 159 mean Windows-1252, as in every browser.
    let mut letters = text.chars();
    match (letters.next().map(u32::from), letters.next()) {
        (Some(code @ 0x80..=0x9f), None) => {
            charset::windows_1252(&[u8::try_from(code).unwrap_or(b'?')])
        }
        _ => text,
    }
}
