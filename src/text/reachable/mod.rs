//! What in a text lets its reader reach somebody directly: a mail address, a telephone number, a web site, in the
//! ways people write them, also to get round a check (QNA-3, PPL-2). A safety net for who writes: numbers spelt
//! out in words and what only an insider understands pass.

mod mail;
mod phone;
mod site;
#[cfg(test)]
mod tests;

use unicode_normalization::UnicodeNormalization;

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A web site, or a link.
    Site,
}

impl Way {
    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Way::Mail => "mail",
            Way::Phone => "phone",
            Way::Site => "site",
        }
    }
}

/// Returns the first way to reach somebody that stands in `text`, and how it is written there.
pub fn find(text: &str) -> Option<(Way, String)> {
    let signs = plain(text);
    let found = mail::find(&signs).map(|at| (Way::Mail, at));
    let found = found.or_else(|| site::find(&signs).map(|at| (Way::Site, at)));
    let (way, (from, to)) = found.or_else(|| phone::find(&signs).map(|at| (Way::Phone, at)))?;
    let written: String = signs.get(from..to)?.iter().collect();
    Some((way, written.trim().to_owned()))
}

/// The text with every sign in its plainest form: no invisible ones, no wide digits, one kind of space and of dash.
fn plain(text: &str) -> Vec<char> {
    let seen = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}');
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{b7}' | '\u{2022}' | '\u{2024}' | '\u{3002}' => '.',
        '\n' | '\r' => '\n',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let mut signs: Vec<char> = text.nfkc().filter(seen).map(plain).collect();
    signs.dedup_by(|next, before| *next == ' ' && *before == ' ');
    signs
}

/// A range of signs.
type At = (usize, usize);

fn is_word(c: Option<&char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric())
}

/// Whether `word`, in small letters, stands at `at`, in whatever case.
fn stands(signs: &[char], at: usize, word: &str) -> bool {
    let mut letters = word.chars();
    let mut here = signs.get(at..).unwrap_or_default().iter();
    letters.all(|letter| {
        let sign = here.next();
        sign.is_some_and(|sign| sign.to_lowercase().eq(std::iter::once(letter)))
    })
}

/// The first place behind the spaces at `at`.
fn past_spaces(signs: &[char], at: usize) -> usize {
    let rest = signs.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|c| **c == ' ').count()
}

/// A word for a sign at `at`, alone or in brackets, with the spaces round it: its end. A bare word must have a
/// space on both sides.
fn spelt(signs: &[char], at: usize, words: &[&str]) -> Option<(usize, bool)> {
    let begin = past_spaces(signs, at);
    let open = signs.get(begin)?;
    let close = match open {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        '<' => Some('>'),
        _ => None,
    };
    for word in words {
        let length = word.chars().count();
        if let Some(close) = close {
            let inside = past_spaces(signs, begin + 1);
            let end = past_spaces(signs, inside + length);
            if stands(signs, inside, word) && signs.get(end) == Some(&close) {
                return Some((past_spaces(signs, end + 1), true));
            }
        } else if begin > at && stands(signs, begin, word) {
            let end = begin + length;
            if signs.get(end) == Some(&' ') {
                return Some((past_spaces(signs, end), false));
            }
        }
    }
    None
}
