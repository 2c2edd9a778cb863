//! Codes and keys as people and programs give them, for the rules: a one-time code becomes a digest, a
//! public key becomes a [`NewKey`]. Randomness and cryptography are here, never in the rules (PPL-5).

use russh::keys::{HashAlg, PublicKey};

use crate::domain::access::{Algorithm, CodeDigest, Fingerprint, NewKey};
use crate::text::sanitise::clean_line;

/// Crockford's base32: no letter looks like a digit.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code: 80 bits.
const CHARACTERS: usize = 16;
/// What a digest of a code is made for, and for nothing else.
const CONTEXT: &str = "entremise 2026-11-25 one-time code of an invitation";
/// The fewest bits of an RSA key.
const RSA_BITS: usize = 3_072;
/// The longest line that is looked at, in bytes.
const LONGEST: usize = 16 * 1024;

/// A one-time code in the clear: shown once, never kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// A new code: 80 bits from the system; nothing when it has none.
    pub fn new() -> Option<Code> {
        let mut bytes = [0u8; CHARACTERS];
        getrandom::fill(&mut bytes).ok()?;
        let sign = |byte: &u8| SIGNS.get(usize::from(byte % 32)).copied().map(char::from);
        Some(Code(bytes.iter().filter_map(sign).collect()))
    }

    /// What the rules know of it.
    pub fn digest(&self) -> CodeDigest {
        CodeDigest(blake3::derive_key(CONTEXT, self.0.as_bytes()))
    }
}

impl std::fmt::Display for Code {
    /// Four groups of four: `K7QM-2FXR-9TBD-PLZ4`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, sign) in self.0.chars().enumerate() {
            if n > 0 && n % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{sign}")?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

/// The digest of a code as somebody typed it: in any case, with blanks and dashes anywhere, with letters
/// that look like digits. Nothing when it cannot be one.
pub fn digest(typed: &str) -> Option<CodeDigest> {
    if typed.len() > 200 {
        return None;
    }
    let mut code = String::with_capacity(CHARACTERS);
    for sign in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
        let sign = match sign.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        };
        let known = u8::try_from(sign).is_ok_and(|sign| SIGNS.contains(&sign));
        if !known || code.len() == CHARACTERS {
            return None;
        }
        code.push(sign);
    }
    (code.len() == CHARACTERS).then(|| Code(code).digest())
}

/// Why a key cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no public key of OpenSSH.
    NoKey,
    /// It is the private half.
    Private,
    /// It is of a kind that is not taken.
    Kind,
    /// It is an RSA key of too few bits.
    Short(usize),
}

impl std::fmt::Display for Unfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unfit::NoKey => f.write_str(
                "that is no public key: give the line of a .pub file, like ssh-ed25519 AAAA… name",
            ),
            Unfit::Private => f.write_str(
                "that is a private key, which nobody should ever be given: give the line of the .pub file beside it",
            ),
            Unfit::Kind => f.write_str(
                "keys of this kind are not taken: make one with ssh-keygen -t ed25519",
            ),
            Unfit::Short(bits) => write!(
                f,
                "an RSA key of {bits} bits is too short, it needs {RSA_BITS}: make one with ssh-keygen -t ed25519"
            ),
        }
    }
}

impl std::error::Error for Unfit {}

/// The key in the line of a `.pub` file; its comment becomes its name.
///
/// # Errors
/// What cannot be taken, and what can.
pub fn of_line(line: &str) -> Result<NewKey, Unfit> {
    if line.contains("PRIVATE KEY") {
        return Err(Unfit::Private);
    }
    let mut lines = line.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(line), None) = (lines.next(), lines.next()) else {
        return Err(Unfit::NoKey);
    };
    if line.len() > LONGEST {
        return Err(Unfit::NoKey);
    }
    let key = PublicKey::from_openssh(line).map_err(|_| Unfit::NoKey)?;
    of_key(&key)
}

/// A key that the door has in hand.
///
/// # Errors
/// What cannot be taken.
pub fn of_key(key: &PublicKey) -> Result<NewKey, Unfit> {
    let algorithm = Algorithm::parse(key.algorithm().as_str()).ok_or(Unfit::Kind)?;
    if let Some(rsa) = key.key_data().rsa() {
        let bits = usize::try_from(rsa.key_size()).unwrap_or_default();
        if bits < RSA_BITS {
            return Err(Unfit::Short(bits));
        }
    }
    let name = key.fingerprint(HashAlg::Sha256).to_string();
    let fingerprint = Fingerprint::parse(&name).map_err(|_| Unfit::NoKey)?;
    let mut plain = key.clone();
    plain.set_comment("");
    let public = plain.to_openssh().map_err(|_| Unfit::NoKey)?;
    let comment = key.comment().to_string();
    let name: String = clean_line(comment.trim())
        .chars()
        .take(NewKey::NAME_MOST)
        .collect();
    Ok(NewKey {
        fingerprint,
        algorithm,
        public: public.trim().into(),
        name: name.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_a_code_is_read_back_however_it_is_typed() {
        let code = Code("K7QM2FXR9TBD0111".into());
        assert_eq!(code.to_string(), "K7QM-2FXR-9TBD-0111");
        for typed in ["k7qm-2fxr-9tbd-oilI", " K7QM 2FXR 9TBD 0111 ", "K7QM2FXR9TBD0L1i"] {
            assert_eq!(digest(typed), Some(code.digest()), "{typed}");
        }
        for wrong in ["", "K7QM", "K7QM-2FXR-9TBD-0111-0", "K7QM-2FXR-9TBD-011U", "é", "K7QM-2FXR-9TBD-0112"] {
            assert_ne!(digest(wrong), Some(code.digest()), "{wrong}");
        }
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    #[test]
    fn ppl_5_no_two_codes_are_the_same() {
        let some: std::collections::BTreeSet<String> =
            (0..1_000).filter_map(|_| Code::new()).map(|code| code.to_string()).collect();
        assert_eq!(some.len(), 1_000);
        assert!(some.iter().all(|code| digest(code).is_some()));
    }

    #[test]
    fn ppl_5_a_public_key_is_taken_and_others_are_told_what_to_do() {
        let line = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti user@\u{1b}[31mhost";
        let key = of_line(line).unwrap();
        assert_eq!(key.algorithm, Algorithm::Ed25519);
        assert!(!key.public.contains("user"), "{}", key.public);
        assert!(!key.name.contains('\u{1b}'));
        for (wrong, why) in [
            ("", Unfit::NoKey),
            ("hello", Unfit::NoKey),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb", Unfit::Private),
            ("ssh-ed25519 AAAA", Unfit::NoKey),
        ] {
            assert_eq!(of_line(wrong), Err(why), "{wrong}");
        }
    }
}
