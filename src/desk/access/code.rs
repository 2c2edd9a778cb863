//! The codes of invitations: 80 bits from the system, in letters that are hard to mistake for others.

use std::fmt;

use crate::domain::access::CodeDigest;
use crate::journal::{Fault, FaultKind};

/// Crockford's base32: no I, L, O or U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a code, five bits each.
const LENGTH: usize = 16;
/// Letters that stand together when a code is shown.
const GROUP: usize = 4;
/// What makes these digests of nothing else. Never change it: invitations that are open go by it.
const CONTEXT: &str = "entremise 2026 one-time code of an invitation";

/// A one-time code. Shown as `K7QM-2FXR-9TBD-PJZ4`; never logged, so it has no shape for debugging.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// What the rules know of it.
    pub fn digest(&self) -> CodeDigest {
        CodeDigest(blake3::derive_key(CONTEXT, &self.0))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, letter) in self.0.iter().enumerate() {
            if n > 0 && n % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

/// A new code.
///
/// # Errors
/// A system that has no randomness to give: no code then, rather than one that can be guessed.
pub fn new_code() -> Result<Code, Fault> {
    let mut bytes = [0u8; 10];
    getrandom::fill(&mut bytes).map_err(|cause| {
        Fault::new(
            FaultKind::Other,
            "the system gave no random bytes for a code",
            "try again; if it happens again, have the machine checked",
        )
        .because(cause)
    })?;
    let bits = bytes
        .iter()
        .fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
    let letter = |n: usize| {
        let at = usize::try_from(bits >> (5 * n) & 31).unwrap_or(0);
        LETTERS.get(at).copied().unwrap_or(b'0')
    };
    Ok(Code(std::array::from_fn(letter)))
}

/// The digest of a code as somebody typed it, in any case, with blanks and dashes where they like; `None`
/// when it cannot be a code.
pub fn digest(typed: &str) -> Option<CodeDigest> {
    let signs = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let letters: Option<Vec<u8>> = signs.take(LENGTH + 1).map(letter).collect();
    let letters: [u8; LENGTH] = letters?.try_into().ok()?;
    Some(Code(letters).digest())
}

/// The letter that was meant.
fn letter(typed: char) -> Option<u8> {
    let letter = match typed.to_ascii_uppercase() {
        'I' | 'L' => b'1',
        'O' => b'0',
        other => u8::try_from(other).ok()?,
    };
    LETTERS.contains(&letter).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_a_code_is_read_back_however_it_is_typed() {
        let code = new_code().expect("a code");
        let shown = code.to_string();
        assert_eq!(shown.len(), 19);
        let groups: Vec<usize> = shown.split('-').map(str::len).collect();
        assert_eq!(groups, [4, 4, 4, 4]);
        let bare = shown.replace('-', "");
        for typed in [
            shown.clone(),
            shown.to_lowercase(),
            format!("  {}\n", shown.replace('-', " ")),
            bare.replace('1', "l").replace('0', "o"),
            bare.replace('1', "I").replace('0', "O"),
        ] {
            assert_eq!(digest(&typed), Some(code.digest()), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "Code(..)");
    }

    #[test]
    fn ppl_5_what_cannot_be_a_code_is_none() {
        let good = "K7QM-2FXR-9TBD-PJZ4";
        assert!(digest(good).is_some());
        for bad in [
            "",
            "K7QM-2FXR-9TBD-PJZ",
            "K7QM-2FXR-9TBD-PJZ44",
            "K7QM-2FXR-9TBD-PJZU",
            "K7QM_2FXR_9TBD_PJZ4",
            "K7QM-2FXR-9TBD-PJZé",
        ] {
            assert_eq!(digest(bad), None, "{bad}");
        }
        assert_eq!(digest(&"K7QM".repeat(1_000_000)), None, "and at once");
    }

    #[test]
    fn ppl_5_the_digest_of_a_code_stays_what_it_is() {
        // Invitations that are open go by it, also after an upgrade.
        let CodeDigest(bytes) = digest("K7QM-2FXR-9TBD-PJZ4").expect("a code");
        let hex: String = bytes[..8].iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "1827e9ccbc134b09");
    }

    #[test]
    fn ppl_5_every_letter_comes_and_no_code_comes_twice() {
        let codes: std::collections::BTreeSet<String> = (0..400)
            .map(|_| new_code().expect("a code").to_string())
            .collect();
        assert_eq!(codes.len(), 400);
        let all: std::collections::BTreeSet<char> =
            codes.iter().flat_map(|code| code.chars()).collect();
        assert_eq!(all.len(), LETTERS.len() + 1, "all letters, and the dash");
    }
}
