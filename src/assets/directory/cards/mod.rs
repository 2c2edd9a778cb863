//! The directory as vCards (PPL-9): a file is cut into cards, each with its number and its line, so that one that is broken
//! is named and the rest goes on. What a card says is in `read`, how one is written in `write`. Decides nothing of what
//! is new; pictures, sounds and keys are left out, and counted.

mod read;
mod write;

use std::collections::BTreeMap;

use super::{DirectoryLine, ROWS_MOST};
use crate::text::fold;

pub use write::{CardVersion, cards_text};

/// The largest card, in bytes.
pub const CARD_MOST: usize = 1024 * 1024;

const BEGIN: &str = "BEGIN:VCARD";
const END: &str = "END:VCARD";
/// What a card that is given back says why in.
const REASON: &str = "X-ENTREMISE-REASON";

/// Why a card is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardFault {
    /// It has no end, or what stands there is no card.
    Broken,
    /// It is larger than a card may be.
    TooLarge,
    /// It is not UTF-8, from this line of the file on.
    NotText(usize),
    /// It names no organisation.
    NoOrganisation,
    /// Nothing tells who it is.
    NoName,
    /// There are more cards before it than are read.
    TooMany,
}

/// A card that is not read: its number, and the line of the file that it begins on, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongCard {
    /// Its number; 0 for what stands outside all cards.
    pub number: usize,
    /// Its line.
    pub line: usize,
    /// Why.
    pub why: CardFault,
}

/// What a file of cards has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// What was read.
    pub lines: Vec<DirectoryLine>,
    /// What was not.
    pub wrong: Vec<WrongCard>,
    /// How many pictures, sounds and keys were left out.
    pub left_out: usize,
}

/// A part of a file: a card, or what stands outside.
struct Part<'a> {
    bytes: &'a [u8],
    line: usize,
    /// Whether it begins and ends as a card.
    whole: bool,
    /// Whether it begins as a card.
    begun: bool,
}

/// Returns whether a file has cards, by how it begins.
pub fn is_cards(file: &[u8]) -> bool {
    let mut lines = file.split(|byte| *byte == b'\n');
    lines
        .find(|line| !bare(line).is_empty())
        .is_some_and(|line| is(line, BEGIN))
}

/// A line without blanks and the mark that some files begin with.
fn bare(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(line)
        .trim_ascii()
}

fn is(line: &[u8], wanted: &str) -> bool {
    bare(line).eq_ignore_ascii_case(wanted.as_bytes())
}

/// Cuts a file into its parts.
fn parts(file: &[u8]) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let (mut from, mut at, mut first, mut begun) = (0, 0, 1, false);
    let mut close = |range: std::ops::Range<usize>, line: usize, begun: bool, whole: bool| {
        let bytes = file.get(range).unwrap_or_default();
        if begun || !bare(bytes).is_empty() {
            parts.push(Part {
                bytes,
                line,
                whole,
                begun,
            });
        }
    };
    for (n, line) in file.split_inclusive(|byte| *byte == b'\n').enumerate() {
        if is(line, BEGIN) {
            close(from..at, first, begun, false);
            (from, first, begun) = (at, n + 1, true);
        }
        at += line.len();
        if is(line, END) {
            close(from..at, first, begun, begun);
            (from, first, begun) = (at, n + 2, false);
        }
    }
    close(from..at, first, begun, false);
    parts
}

/// Reads a file of cards.
pub fn cards_from(file: &[u8]) -> Cards {
    let (mut cards, mut number) = (Cards::default(), 0);
    for part in parts(file) {
        number += usize::from(part.begun);
        let found = match number > ROWS_MOST {
            true => Err(CardFault::TooMany),
            false => card(&part, &mut cards.left_out),
        };
        match found {
            Ok(line) => cards.lines.push(line),
            Err(why) => cards.wrong.push(WrongCard {
                number: if part.begun { number } else { 0 },
                line: part.line,
                why,
            }),
        }
        if number > ROWS_MOST {
            break;
        }
    }
    gather(&mut cards.lines);
    cards
}

fn card(part: &Part<'_>, left_out: &mut usize) -> Result<DirectoryLine, CardFault> {
    if !part.whole {
        return Err(CardFault::Broken);
    }
    if part.bytes.len() > CARD_MOST {
        return Err(CardFault::TooLarge);
    }
    let text = std::str::from_utf8(part.bytes).map_err(|error| {
        let before = part.bytes.get(..error.valid_up_to()).unwrap_or_default();
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        CardFault::NotText(part.line + lines)
    })?;
    read::line_of(text, part.line, left_out)
}

/// Makes what the cards of one organisation say of it one: its own card first, then what those of its people add.
fn gather(lines: &mut [DirectoryLine]) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..lines.len() {
        let Some(line) = lines.get(at).cloned() else {
            continue;
        };
        let key = fold::fold(line.organisation.name.trim());
        let Some(known) = first.get(&key).and_then(|one| lines.get_mut(*one)) else {
            first.insert(key, at);
            continue;
        };
        let own = line.contact.is_none();
        let (one, two) = (known.organisation.clone(), line.organisation);
        known.organisation = match own {
            true => read::filled(two, one),
            false => read::filled(one, two),
        };
        if own {
            (known.parent, known.relation) = (line.parent, line.relation);
        }
    }
}

/// Returns the cards at these lines as they stood, each with the reason why it was not taken.
pub fn cards_rejected(file: &[u8], reasons: &BTreeMap<usize, String>) -> String {
    let mut text = String::new();
    for part in parts(file) {
        let Some(reason) = reasons.get(&part.line).filter(|_| part.begun) else {
            continue;
        };
        let card = String::from_utf8_lossy(part.bytes);
        let lines = card.lines().filter(|line| {
            !is(line.as_bytes(), END) && !line.trim().is_empty() && !line.starts_with(REASON)
        });
        for line in lines {
            text.push_str(line);
            text.push_str("\r\n");
        }
        write::put(&mut text, REASON, reason);
        text.push_str(END);
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests;
