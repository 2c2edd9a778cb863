//! What happened to keys and invitations. How it is kept stands in `domain/stored.rs`.

use super::{CodeDigest, Fingerprint, NewKey};
use crate::domain::Millis;
use crate::domain::area::AreaEvent;
use crate::domain::ids::{InvitationId, PersonId, RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::thing::Thing;

/// Something that happened to keys and invitations.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessEvent {
    /// A key was bound to somebody (PPL-5): by the record's actor, or by an invitation.
    KeyAdded { person: PersonId, key: Box<NewKey> },
    /// A key was named.
    KeyNamed {
        fingerprint: Fingerprint,
        from: Box<str>,
        to: Box<str>,
    },
    /// A key was revoked: it opens nothing any more, and is bound to nobody again.
    KeyRevoked { fingerprint: Fingerprint },
    /// Somebody was invited to bind a key of theirs.
    Invited {
        invitation: InvitationId,
        person: PersonId,
        digest: CodeDigest,
        until: Millis,
    },
    /// An invitation was taken back.
    InvitationWithdrawn { invitation: InvitationId },
    /// An invitation bound a key.
    InvitationUsed {
        invitation: InvitationId,
        fingerprint: Fingerprint,
    },
}

impl AreaEvent for AccessEvent {
    fn inverse(&self, _: Seq) -> Option<AccessEvent> {
        match self {
            AccessEvent::KeyAdded { .. }
            | AccessEvent::KeyNamed { .. }
            | AccessEvent::KeyRevoked { .. }
            | AccessEvent::Invited { .. }
            | AccessEvent::InvitationWithdrawn { .. }
            | AccessEvent::InvitationUsed { .. } => None,
        }
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [None, None]
    }

    /// Keys are named and revoked one by one: nothing of them is sent back as a whole.
    fn thing(&self) -> Option<Thing> {
        None
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            AccessEvent::KeyAdded { .. }
            | AccessEvent::KeyNamed { .. }
            | AccessEvent::KeyRevoked { .. }
            | AccessEvent::Invited { .. }
            | AccessEvent::InvitationWithdrawn { .. }
            | AccessEvent::InvitationUsed { .. } => Vec::new(),
        }
    }
}
