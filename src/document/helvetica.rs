//! Helvetica as every PDF reader has it: its letters (WinAnsi) and their widths. What it has no letter for is
//! written by the nearest one, or as `?`; the text form has it whole.

use unicode_normalization::UnicodeNormalization;

/// Letters of WinAnsi that are not at their Unicode place.
const OWN: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8A),
    ('‹', 0x8B),
    ('Œ', 0x8C),
    ('Ž', 0x8E),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9A),
    ('›', 0x9B),
    ('œ', 0x9C),
    ('ž', 0x9E),
    ('Ÿ', 0x9F),
];

/// The widths of the letters from blank to tilde, in thousandths of the size.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// A letter as WinAnsi has it; `None` when it has none.
fn letter(c: char) -> Option<u8> {
    match c {
        // The narrow blanks of French figures.
        '\u{202f}' | '\u{2009}' | '\u{2007}' => Some(0xA0),
        '−' | '‐' | '‑' => Some(b'-'),
        '─' => Some(0x96),
        ' '..='~' | '\u{a0}'..='ÿ' => u8::try_from(u32::from(c)).ok(),
        _ => OWN.iter().find(|(own, _)| *own == c).map(|(_, byte)| *byte),
    }
}

/// Words in the letters there are.
pub(super) fn encode(words: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(words.len());
    for c in words.nfc() {
        match letter(c) {
            Some(byte) => out.push(byte),
            None => {
                // The letter under the accents, if that is one; other marks alone are nothing.
                let base = std::iter::once(c).nfd().next().and_then(letter);
                let mark = unicode_normalization::char::is_combining_mark(c);
                out.extend(base.or((!mark).then_some(b'?')));
            }
        }
    }
    out
}

/// How wide encoded words are at `size`, in points.
pub(super) fn width(words: &[u8], size: f32) -> f32 {
    let thousandths: u32 = words.iter().map(|byte| u32::from(of(*byte))).sum();
    thousandths as f32 * size / 1_000.0
}

fn of(byte: u8) -> u16 {
    match byte {
        b' '..=b'~' => WIDTHS.get(usize::from(byte - b' ')).copied().unwrap_or(556),
        0xA0 => 278,
        0x91 | 0x92 | 0x82 => 222,
        0x93 | 0x94 | 0x84 | 0x8B | 0x9B => 333,
        0x95 => 350,
        0x96 => 556,
        0x85 | 0x97 | 0x8C | 0x89 | 0xC6 | 0x99 => 1_000,
        0x9C => 944,
        0xE6 => 889,
        0xB0 => 400,
        0xCC..=0xCF => 278,
        0xEC..=0xEF => 278,
        0xC0..=0xC5 | 0xC8..=0xCB | 0xDD | 0xDE => 667,
        0xC7 | 0xD0 | 0xD1 | 0xD9..=0xDC => 722,
        0xD2..=0xD6 | 0xD8 => 778,
        0xE7 | 0xFD | 0xFF | 0x9A | 0x9E => 500,
        0xD7 | 0xF7 | 0xB1 | 0xAC => 584,
        0xDF | 0xF8 => 611,
        _ => 556,
    }
}
