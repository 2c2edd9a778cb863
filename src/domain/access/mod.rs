//! Who gets in (PPL-5): the keys people log in with, and the invitations by which a first key is bound.
//!
//! A key is known by its fingerprint and belongs to one person for ever, revoked or not. Codes are
//! never here: the rules know their digest only. Nothing here does cryptography.

pub mod command;
pub mod event;
pub mod refusal;
pub mod ring;
pub(in crate::domain) mod rules;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Millis;
use super::ids::{InvitationId, PersonId};

/// A key's fingerprint as OpenSSH writes it: `SHA256:` and 43 characters of base64.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint(Arc<str>);

/// What was given is not a fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAFingerprint;

impl Fingerprint {
    const PREFIX: &'static str = "SHA256:";
    /// 32 bytes in base64, without its padding.
    const CHARACTERS: usize = 43;

    /// Reads a fingerprint.
    ///
    /// # Errors
    /// [`NotAFingerprint`] for anything that does not stand for exactly 32 bytes, in the one way they are
    /// written.
    pub fn parse(text: &str) -> Result<Fingerprint, NotAFingerprint> {
        let text = text.trim();
        let digest = text
            .strip_prefix(Fingerprint::PREFIX)
            .ok_or(NotAFingerprint)?;
        let signs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
        // The last character stands for four bits; its two others are zero.
        let ends_well = digest.ends_with(|c: char| "AEIMQUYcgkosw048".contains(c));
        if digest.len() == Fingerprint::CHARACTERS && digest.chars().all(signs) && ends_well {
            Ok(Fingerprint(text.into()))
        } else {
            Err(NotAFingerprint)
        }
    }

    /// As OpenSSH writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Display for NotAFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "that is not a fingerprint: `ssh-keygen -lf KEY.pub` shows one, SHA256: and 43 characters"
        )
    }
}

impl std::error::Error for NotAFingerprint {}

/// The kinds of keys the house takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Algorithm {
    /// Ed25519.
    Ed25519,
    /// ECDSA over NIST P-256.
    EcdsaP256,
    /// ECDSA over NIST P-384.
    EcdsaP384,
    /// ECDSA over NIST P-521.
    EcdsaP521,
    /// RSA of 3,072 bits or more.
    Rsa,
    /// Ed25519 in a security key that is touched.
    SkEd25519,
    /// ECDSA over NIST P-256 in a security key that is touched.
    SkEcdsaP256,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Algorithm; 7] = [
        Algorithm::Ed25519,
        Algorithm::EcdsaP256,
        Algorithm::EcdsaP384,
        Algorithm::EcdsaP521,
        Algorithm::Rsa,
        Algorithm::SkEd25519,
        Algorithm::SkEcdsaP256,
    ];

    /// The name by which a public key's line begins.
    pub fn key(self) -> &'static str {
        match self {
            Algorithm::Ed25519 => "ssh-ed25519",
            Algorithm::EcdsaP256 => "ecdsa-sha2-nistp256",
            Algorithm::EcdsaP384 => "ecdsa-sha2-nistp384",
            Algorithm::EcdsaP521 => "ecdsa-sha2-nistp521",
            Algorithm::Rsa => "ssh-rsa",
            Algorithm::SkEd25519 => "sk-ssh-ed25519@openssh.com",
            Algorithm::SkEcdsaP256 => "sk-ecdsa-sha2-nistp256@openssh.com",
        }
    }

    /// The algorithm with this name.
    pub fn parse(key: &str) -> Option<Algorithm> {
        Algorithm::ALL.into_iter().find(|one| one.key() == key)
    }

    /// Whether each use asks its owner for a touch.
    pub fn is_touched(self) -> bool {
        match self {
            Algorithm::SkEd25519 | Algorithm::SkEcdsaP256 => true,
            Algorithm::Ed25519
            | Algorithm::EcdsaP256
            | Algorithm::EcdsaP384
            | Algorithm::EcdsaP521
            | Algorithm::Rsa => false,
        }
    }

    /// What people call it, for a narrow column.
    pub fn short(self) -> &'static str {
        match self {
            Algorithm::Ed25519 => "ed25519",
            Algorithm::EcdsaP256 => "ecdsa-256",
            Algorithm::EcdsaP384 => "ecdsa-384",
            Algorithm::EcdsaP521 => "ecdsa-521",
            Algorithm::Rsa => "rsa",
            Algorithm::SkEd25519 => "ed25519-sk",
            Algorithm::SkEcdsaP256 => "ecdsa-sk",
        }
    }
}

/// A public key to be bound to somebody. Written to the journal: never change a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewKey {
    /// What it is known by.
    pub fingerprint: Fingerprint,
    /// Its kind.
    pub algorithm: Algorithm,
    /// The line of OpenSSH, algorithm and key, without the comment.
    pub public: Box<str>,
    /// What its owner calls it; may be empty.
    pub name: Box<str>,
}

impl NewKey {
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 60;
    /// The longest public line, in bytes.
    pub const PUBLIC_MOST: usize = 2_000;
}

/// A key somebody logs in with, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessKey {
    /// What it is known by.
    pub fingerprint: Fingerprint,
    /// Whose it is, for ever.
    pub person: PersonId,
    /// Its kind.
    pub algorithm: Algorithm,
    /// The line of OpenSSH, algorithm and key, without the comment.
    pub public: Box<str>,
    /// What its owner calls it; may be empty.
    pub name: Box<str>,
    /// Since when.
    pub added_at: Millis,
    /// Who added it; `None`: its owner did, by an invitation.
    pub added_by: Option<PersonId>,
    /// When it was revoked; it opens nothing since.
    pub revoked: Option<Millis>,
}

impl AccessKey {
    /// The most live keys a person has.
    pub const MOST: usize = 20;

    /// Whether it still opens something for who may enter.
    pub fn is_live(&self) -> bool {
        self.revoked.is_none()
    }
}

/// The digest of an invitation's code. The code itself is shown once and never kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CodeDigest(pub [u8; 32]);

impl fmt::Debug for CodeDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CodeDigest(..)")
    }
}

/// Where an invitation stands. That its time is past is not kept: the clock says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationState {
    /// Whoever has the code can bind a key by it.
    Open,
    /// It bound a key.
    Used {
        /// Which one.
        fingerprint: Fingerprint,
        /// When.
        at: Millis,
    },
    /// It was taken back.
    Withdrawn,
}

/// The right to bind one key to a person by a one-time code (PPL-5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Who is invited.
    pub person: PersonId,
    /// The digest of its code.
    pub digest: CodeDigest,
    /// Who made it.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Millis,
    /// Until when it can be used.
    pub until: Millis,
    /// Where it stands.
    pub state: InvitationState,
}

impl Invitation {
    /// The most open invitations a person has.
    pub const MOST: usize = 5;
    /// How many days ahead an invitation may last.
    pub const DAYS_MOST: u16 = 30;

    /// Whether its code binds a key at `now`.
    pub fn is_open(&self, now: Millis) -> bool {
        self.state == InvitationState::Open && now < self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_read_as_openssh_writes_them_and_in_no_other_way() {
        let good = "SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZg";
        let read = Fingerprint::parse(good).expect("a fingerprint");
        assert_eq!((read.as_str(), read.to_string().as_str()), (good, good));
        assert_eq!(Fingerprint::parse(&format!(" {good}\n")), Ok(read));
        for bad in [
            "",
            "SHA256:",
            "MD5:aa:bb",
            "uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZg",
            "SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZ",
            "SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZgA",
            "SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZg=",
            "SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZh",
            "SHA256:uNiVztksCsDhcc0u9e8BrrJX GDGCckOZ2p6F7VcnZg",
            "SHA256:uNiVztksCsDhcc0u9e8BrrJXéDGCckOZ2p6F7VcnZg",
            "sha256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZg",
        ] {
            assert_eq!(Fingerprint::parse(bad), Err(NotAFingerprint), "{bad}");
        }
    }

    #[test]
    fn algorithms_have_names_of_their_own() {
        for one in Algorithm::ALL {
            assert_eq!(Algorithm::parse(one.key()), Some(one));
        }
        assert_eq!(Algorithm::parse("ssh-dss"), None);
    }

    #[test]
    fn a_digest_is_not_shown_by_accident() {
        assert_eq!(format!("{:?}", CodeDigest([7; 32])), "CodeDigest(..)");
    }
}
