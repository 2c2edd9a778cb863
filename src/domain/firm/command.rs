//! What can be done about firms, and what right it needs. What needs a right within the firm is looked at when it is
//! decided: it is always the firm that the actor acts for.

use super::FirmRights;
use crate::domain::Millis;
use crate::domain::access::CodeDigest;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::ids::{FirmId, OpportunityId, PersonId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::person::Permission;

/// Something to be done about firms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirmCommand {
    /// Offers a place in the actor's firm to whoever gives the code.
    Invite {
        /// What whoever comes is called, where they have no account yet.
        name: Box<str>,
        /// What they may do in it.
        rights: FirmRights,
        /// The digest of the code; the code is told to nobody but them.
        digest: CodeDigest,
        /// Until when it can be used.
        until: Millis,
    },
    /// Takes an offer of the actor's firm back.
    Withdraw(u32),
    /// Comes into the firm that offers a place by this code.
    Join(CodeDigest),
    /// Says what a colleague may do in the actor's firm.
    ChangeRights {
        /// Who.
        person: PersonId,
        /// What they may do.
        rights: FirmRights,
    },
    /// Puts a colleague out of the actor's firm.
    Remove(PersonId),
    /// Leaves the firm that the actor acts for.
    Leave,
    /// Says what the actor's firm is called.
    Name(Box<str>),
    /// Acts for this one of the actor's firms from now on.
    ActFor(FirmId),
    /// Makes somebody of a firm its manager, for the house: where nobody who manages it may enter any more.
    NameManager {
        /// Which firm's.
        firm: FirmId,
        /// Whom.
        person: PersonId,
    },
    /// Keeps a firm's profile (PPL-4) where a person alone does not say whose.
    KeepProfile {
        /// Which firm's.
        firm: FirmId,
        /// What it says from now on.
        profile: Box<FacilitatorProfile>,
    },
    /// Grants credits to a firm.
    Grant {
        /// To which one.
        firm: FirmId,
        /// Which kind.
        kind: CreditKind,
        /// How many.
        count: u32,
        /// Why.
        why: Box<str>,
    },
    /// Gives a firm back what a step cost. What it opened stays open.
    Refund {
        /// To which one.
        firm: FirmId,
        /// For which opportunity.
        opportunity: OpportunityId,
        /// Which step.
        kind: CreditKind,
        /// Why.
        why: Box<str>,
    },
}

impl AreaCommand for FirmCommand {
    fn needed(&self) -> Option<Permission> {
        match self {
            FirmCommand::Invite { .. }
            | FirmCommand::Withdraw(_)
            | FirmCommand::Join(_)
            | FirmCommand::ChangeRights { .. }
            | FirmCommand::Remove(_)
            | FirmCommand::Name(_)
            | FirmCommand::ActFor(_) => Some(Permission::Propose),
            // Who is no facilitator any more leaves all the same. A profile is one's firm's own, or what the house attests.
            FirmCommand::Leave | FirmCommand::KeepProfile { .. } => None,
            FirmCommand::NameManager { .. } => Some(Permission::KeepFacilitators),
            FirmCommand::Grant { .. } | FirmCommand::Refund { .. } => {
                Some(Permission::GrantCredits)
            }
        }
    }

    fn sent_by(&self) -> SentBy {
        SentBy::Person
    }

    fn is_whole(&self) -> bool {
        matches!(self, FirmCommand::KeepProfile { .. })
    }
}
