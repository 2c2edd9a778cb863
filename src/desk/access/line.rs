//! Public keys: the line of an OpenSSH `.pub` file, or the key somebody proved to have, into what the
//! rules keep of it. Takes what is safe today, and says of the rest what to do instead.

use std::fmt;

use russh::keys::ssh_key::public::KeyData;
use russh::keys::{Algorithm as Named, EcdsaCurve, HashAlg, PublicKey};

use crate::domain::access::{Algorithm, Fingerprint, NewKey};
use crate::text::sanitise::clean_line;

/// The least bits of an RSA key.
pub const RSA_LEAST: u32 = 3_072;

/// The longest line that is looked at, in bytes.
const LINE_MOST: usize = 16_384;

/// Why a key is not taken. Each says what to do; texts are found by [`KeyProblem::key`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// It is the private half: it must never be given to anybody.
    Private,
    /// It is not the line of a public key.
    Unreadable,
    /// It is of a kind the house does not take.
    Kind(String),
    /// It is RSA of fewer bits than [`RSA_LEAST`].
    Short(u32),
}

impl KeyProblem {
    /// The stable name that its text is found by.
    pub fn key(&self) -> &'static str {
        match self {
            KeyProblem::Private => "private",
            KeyProblem::Unreadable => "unreadable",
            KeyProblem::Kind(_) => "kind",
            KeyProblem::Short(_) => "short",
        }
    }
}

impl fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeyProblem::Private => write!(
                f,
                "that is a private key: never give it away; use the line in the file that ends in .pub"
            ),
            KeyProblem::Unreadable => write!(
                f,
                "that is not the line of a public key: make one with: ssh-keygen -t ed25519"
            ),
            KeyProblem::Kind(kind) => write!(
                f,
                "keys of the kind {kind} are not accepted: make one with: ssh-keygen -t ed25519"
            ),
            KeyProblem::Short(bits) => write!(
                f,
                "an RSA key of {bits} bits is too short: make one with: ssh-keygen -t ed25519"
            ),
        }
    }
}

impl std::error::Error for KeyProblem {}

/// Reads the one line of an OpenSSH public key; its comment becomes the key's name.
///
/// # Errors
/// [`KeyProblem`]: what it is instead, and what to do.
pub fn read_key(line: &str) -> Result<NewKey, KeyProblem> {
    let line = line.trim();
    if line.starts_with("-----") && line.contains("PRIVATE KEY") {
        return Err(KeyProblem::Private);
    }
    if line.len() > LINE_MOST || line.contains(['\n', '\r']) {
        return Err(KeyProblem::Unreadable);
    }
    let mut words = line.splitn(2, char::is_whitespace);
    let kind = words.next().unwrap_or_default();
    let rest = words.next().unwrap_or_default().trim_start();
    let (body, comment) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match PublicKey::from_openssh(&format!("{kind} {body}")) {
        Ok(key) => new_key(&key, comment),
        Err(_) if is_kind(kind) => Err(kind_refused(kind)),
        Err(_) => Err(KeyProblem::Unreadable),
    }
}

/// What the rules keep of a key, called `name`, or what fits of it.
///
/// # Errors
/// [`KeyProblem`] for a kind that is not taken.
pub fn new_key(key: &PublicKey, name: &str) -> Result<NewKey, KeyProblem> {
    let algorithm = algorithm_of(key)?;
    let bare = PublicKey::from(key.key_data().clone());
    let public = bare.to_openssh().map_err(|_| KeyProblem::Unreadable)?;
    let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
    Ok(NewKey {
        fingerprint: Fingerprint::parse(&fingerprint).map_err(|_| KeyProblem::Unreadable)?,
        algorithm,
        public: public.trim().into(),
        name: key_name(name),
    })
}

/// Returns what a key is called: what fits of `name`.
pub fn key_name(name: &str) -> Box<str> {
    let name: String = clean_line(name)
        .trim()
        .chars()
        .take(NewKey::NAME_MOST)
        .collect();
    name.trim().into()
}

fn algorithm_of(key: &PublicKey) -> Result<Algorithm, KeyProblem> {
    match key.algorithm() {
        Named::Ed25519 => Ok(Algorithm::Ed25519),
        Named::Ecdsa { curve } => Ok(match curve {
            EcdsaCurve::NistP256 => Algorithm::EcdsaP256,
            EcdsaCurve::NistP384 => Algorithm::EcdsaP384,
            EcdsaCurve::NistP521 => Algorithm::EcdsaP521,
        }),
        Named::Rsa { .. } => match key.key_data() {
            KeyData::Rsa(rsa) if rsa.key_size() < RSA_LEAST => {
                Err(KeyProblem::Short(rsa.key_size()))
            }
            _ => Ok(Algorithm::Rsa),
        },
        Named::SkEd25519 => Ok(Algorithm::SkEd25519),
        Named::SkEcdsaSha2NistP256 => Ok(Algorithm::SkEcdsaP256),
        other => Err(kind_refused(other.as_str())),
    }
}

/// Whether the first word of a line looks like the name of a kind of key that is not one of ours.
fn is_kind(word: &str) -> bool {
    let named = ["ssh-", "ecdsa-", "sk-", "webauthn-"];
    named.iter().any(|start| word.starts_with(start)) && Algorithm::parse(word).is_none()
}

fn kind_refused(kind: &str) -> KeyProblem {
    const SHOWN: usize = 60;
    KeyProblem::Kind(clean_line(kind).chars().take(SHOWN).collect())
}

#[cfg(test)]
#[path = "line_tests.rs"]
mod tests;
