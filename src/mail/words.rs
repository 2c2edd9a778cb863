//! Encoded words (RFC 2047) in header fields, as generous as real mail needs.
//!
//! A character split over two words is put together again, blanks inside a word are accepted,
//! and what is not an encoded word stays as it is. One pass, whatever the bytes.

use super::{charset, transfer};
use std::borrow::Cow;

/// Longest encoded word that is looked for. The standard says 75.
const WORD: usize = 4 * 1024;

/// A stretch of a field.
enum Piece<'a> {
    Raw(&'a [u8]),
    Decoded(String),
}

/// One encoded word, its transfer encoding undone.
struct Word<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
    end: usize,
}

/// The text of a field: unfolded, decoded, blanks run together.
pub(crate) fn text(value: &[u8]) -> String {
    let decoded = if memchr::memmem::find(value, b"=?").is_none() {
        charset::decode(value, None)
    } else {
        let mut whole = String::with_capacity(value.len());
        for piece in pieces(value) {
            match piece {
                Piece::Raw(raw) => whole.push_str(&charset::decode(raw, None)),
                Piece::Decoded(text) => whole.push_str(&text),
            }
        }
        Cow::Owned(whole)
    };
    one_line(&decoded)
}

/// The field with each run of encoded words made one plain UTF-8 word, and its other bytes made
/// UTF-8: what the address parser can read without knowing more.
pub(crate) fn simplify(value: &[u8]) -> Vec<u8> {
    let mut simple = Vec::with_capacity(value.len() + 1);
    for piece in pieces(value) {
        match piece {
            Piece::Raw(raw) => {
                // What still looks like a word is not one: keep it from being tried again.
                let text = charset::decode(raw, None);
                simple.extend_from_slice(text.replace("=?", "= ?").as_bytes());
            }
            Piece::Decoded(text) => {
                simple.extend_from_slice(b"=?UTF-8?Q?");
                for byte in text.bytes() {
                    if byte.is_ascii_alphanumeric() {
                        simple.push(byte);
                    } else {
                        simple.extend_from_slice(format!("={byte:02X}").as_bytes());
                    }
                }
                simple.extend_from_slice(b"?=");
            }
        }
    }
    simple
}

/// `text` on one line: every run of blanks and line ends is one space, none at the ends.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text
        .split([' ', '\t', '\r', '\n'])
        .filter(|word| !word.is_empty())
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

fn pieces(value: &[u8]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = find(value, at) {
        let Some(word) = word(value, found) else {
            at = found + 2;
            continue;
        };
        if let Some(raw) = value.get(from..found).filter(|raw| !raw.is_empty()) {
            pieces.push(Piece::Raw(raw));
        }
        let end = run(value, word, &mut pieces);
        (from, at) = (end, end);
    }
    if let Some(raw) = value.get(from..).filter(|raw| !raw.is_empty()) {
        pieces.push(Piece::Raw(raw));
    }
    pieces
}

/// Joins the words that follow `first` with only blanks between; returns where the run ends.
fn run<'a>(value: &'a [u8], first: Word<'a>, pieces: &mut Vec<Piece<'a>>) -> usize {
    let mut text = String::new();
    let mut current = first;
    loop {
        let rest = value.get(current.end..).unwrap_or_default();
        let blanks = rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        let Some(mut next) = word(value, current.end + blanks) else {
            break;
        };
        if next.charset.eq_ignore_ascii_case(current.charset) {
            current.bytes.append(&mut next.bytes);
            current.end = next.end;
        } else {
            text.push_str(&charset::decode(&current.bytes, Some(current.charset)));
            current = next;
        }
    }
    text.push_str(&charset::decode(&current.bytes, Some(current.charset)));
    pieces.push(Piece::Decoded(text));
    current.end
}

fn find(value: &[u8], from: usize) -> Option<usize> {
    memchr::memmem::find(value.get(from..)?, b"=?").map(|at| from + at)
}

/// The encoded word that starts at `at`.
fn word(value: &[u8], at: usize) -> Option<Word<'_>> {
    let rest = value.get(at..)?.strip_prefix(b"=?")?;
    let rest = rest.get(..WORD).unwrap_or(rest);
    let label = memchr::memchr(b'?', rest.get(..80).unwrap_or(rest))?;
    let encoding = rest.get(label + 1)?;
    if rest.get(label + 2) != Some(&b'?') {
        return None;
    }
    let start = label + 3;
    let coded = rest.get(start..)?;
    let length = memchr::memmem::find(coded, b"?=")?;
    let coded = coded.get(..length)?;
    let bytes = match encoding {
        b'q' | b'Q' => q(coded),
        b'b' | b'B' => transfer::base64(coded),
        _ => return None,
    };
    let charset = std::str::from_utf8(rest.get(..label)?).ok()?;
    let charset = charset.split('*').next().unwrap_or(charset);
    if charset.is_empty() || !charset.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    Some(Word {
        charset,
        bytes,
        end: at + 2 + start + length + 2,
    })
}

/// The Q encoding; an `=` that escapes nothing stands for itself.
fn q(coded: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(coded.len());
    let mut at = 0;
    while let Some(&byte) = coded.get(at) {
        at += 1;
        match byte {
            b'_' => bytes.push(b' '),
            b'=' => match coded.get(at..at + 2).and_then(hex) {
                Some(value) => {
                    bytes.push(value);
                    at += 2;
                }
                None => bytes.push(b'='),
            },
            b'\r' | b'\n' => {}
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// The byte that two hexadecimal digits stand for.
pub(crate) fn hex(digits: &[u8]) -> Option<u8> {
    let [high, low] = digits else { return None };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_encoded_words() {
        let cases = [
            (
                "=?utf-8?Q?Demande_d=27animation?= pour mars",
                "Demande d'animation pour mars",
            ),
            ("=?UTF-8?B?w4l0w6k=?=", "Été"),
            (
                "=?utf-8?Q?caf=C3?=\r\n =?UTF-8?q?=A9_cr=C3=A8me?=",
                "café crème",
            ),
            ("=?utf-8?B?Y2Fmww==?= =?utf-8?B?qQ==?=", "café"),
            (
                "=?iso-8859-1*fr?Q?d=E9j=E0?= =?utf-8?Q?_vu_=E2=82=AC?=",
                "déjà vu €",
            ),
            ("=?us-ascii?Q?d=C3=A9j=C3=A0?=", "déjà"),
            ("=?utf-8?Q?un mot avec blancs?=", "un mot avec blancs"),
            ("a =?b? c =?= d ?=", "a =?b? c =?= d ?="),
            ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
            ("folded\r\n\tsubject", "folded subject"),
            ("=?iso-2022-jp?B?GyRCJTIlOSVIGyhC?=", "ゲスト"),
        ];
        for (raw, decoded) in cases {
            assert_eq!(text(raw.as_bytes()), decoded, "{raw}");
        }
        assert_eq!(text(b"R\xe9union"), "Réunion");
    }

    #[test]
    fn req_1_a_split_character_is_whole_in_an_address() {
        let simple = simplify(b"=?utf-8?B?Y2Fmww==?= =?utf-8?B?qQ==?= <a@example.org>, =?x");
        let simple = String::from_utf8(simple).unwrap();
        assert_eq!(simple, "=?UTF-8?Q?caf=C3=A9?= <a@example.org>, = ?x");
    }
}
