//! What can be done about keys and invitations, and what right it needs.

use super::{CodeDigest, Fingerprint, NewKey};
use crate::domain::Millis;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::ids::{InvitationId, PersonId};
use crate::domain::person::Permission;

/// Something to be done about keys and invitations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessCommand {
    /// Binds a public key to a person (PPL-5).
    AddKey {
        /// Whose it is from now on, for ever.
        person: PersonId,
        /// The key.
        key: NewKey,
    },
    /// Names a key: one's own, or anybody's for who manages people.
    NameKey {
        /// Which one.
        fingerprint: Fingerprint,
        /// What it is called.
        name: Box<str>,
    },
    /// Revokes a key, for ever: one's own, or anybody's for who manages people.
    RevokeKey(Fingerprint),
    /// Invites a person to bind a key of theirs by a one-time code (PPL-5).
    Invite {
        /// Whom.
        person: PersonId,
        /// The digest of the code; the code is told to nobody but them.
        digest: CodeDigest,
        /// Until when it can be used.
        until: Millis,
    },
    /// Takes an invitation back.
    WithdrawInvitation(InvitationId),
    /// Binds the key that somebody at the door proved to have, by the code they gave. The house's door
    /// submits it, for nobody known.
    Redeem {
        /// The digest of the code.
        digest: CodeDigest,
        /// The key.
        key: NewKey,
    },
}

impl AreaCommand for AccessCommand {
    fn needed(&self) -> Option<Permission> {
        match self {
            AccessCommand::AddKey { .. }
            | AccessCommand::Invite { .. }
            | AccessCommand::WithdrawInvitation(_)
            | AccessCommand::Redeem { .. } => Some(Permission::ManagePeople),
            AccessCommand::NameKey { .. } | AccessCommand::RevokeKey(_) => None,
        }
    }

    fn sent_by(&self) -> SentBy {
        match self {
            AccessCommand::Redeem { .. } => SentBy::Stranger,
            AccessCommand::AddKey { .. }
            | AccessCommand::NameKey { .. }
            | AccessCommand::RevokeKey(_)
            | AccessCommand::Invite { .. }
            | AccessCommand::WithdrawInvitation(_) => SentBy::Person,
        }
    }

    fn is_whole(&self) -> bool {
        false
    }
}
