//! Folds a word to what is compared: lower case, no accents, `œ` as `oe`, no apostrophes.
//!
//! The same in the index, the query and the snippet: a change here needs a new `FORMAT` in `schema`.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::words::{is_apostrophe, start_of};

/// Longest folded word, in bytes: the rest of a longer one is ignored, in texts and in queries alike.
pub(super) const MAX_WORD: usize = 64;

/// Puts the folded word into `folded`; nothing is left of a word without letters or digits.
pub(super) fn fold_into(word: &str, folded: &mut String) {
    folded.clear();
    for c in word.chars() {
        if folded.len() >= MAX_WORD {
            break;
        }
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && !is_apostrophe(c) {
            decompose_compatible(c, |base| base.to_lowercase().for_each(|l| push(l, folded)));
        }
    }
    let kept = start_of(folded, MAX_WORD).len();
    folded.truncate(kept);
}

/// Adds one decomposed, lower-case character, without accents and with double letters in full.
fn push(c: char, folded: &mut String) {
    match c {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ħ' => folded.push('h'),
        'ı' => folded.push('i'),
        'ς' => folded.push('σ'),
        _ if is_accent(c) => {}
        _ if c.is_alphanumeric() || is_combining_mark(c) => folded.push(c),
        _ => {}
    }
}

/// Marks that a reader may leave out: diacritics, and the points of Hebrew and Arabic. Marks that make
/// another letter (Indic vowels, kana voicing) are kept.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_12_case_and_accents_are_folded() {
        let table = [
            ("Été", "ete"),
            ("e\u{301}te\u{301}", "ete"),
            ("Œuvre", "oeuvre"),
            ("CŒUR", "coeur"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("İzmir", "izmir"),
            ("ﬁn", "fin"),
            ("co\u{AD}opérer", "cooperer"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
            ("οδυσσεύς", "οδυσσευσ"),
            ("Привет", "привет"),
            ("m²", "m2"),
            ("O’Brien", "obrien"),
            ("’", ""),
        ];
        for (word, expected) in table {
            let mut folded = "before".to_owned();
            fold_into(word, &mut folded);
            assert_eq!(folded, expected, "{word}");
        }
    }
}
