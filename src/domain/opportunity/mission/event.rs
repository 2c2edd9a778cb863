//! What happened to who stands for a mission, as the journal keeps it: the client's people in charge, and the coordinator
//! when another takes over. Never change a variant, add one behind the last.

use serde::{Deserialize, Serialize};

use crate::domain::deed::Deed;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::Agreement;

/// What happened to who stands for a mission.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MissionEvent {
    /// A contact of the client's is in charge of it (S4), or no longer; `word_of` and `said` where somebody of the house
    /// says it for the client (PPL-3).
    InCharge {
        contact: ContactId,
        there: bool,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// Its coordinator was relieved of it.
    Relieved { person: PersonId, reason: Box<str> },
    /// It was offered to somebody, at this price; `from` is whom it was offered to before.
    Handed {
        from: Option<PersonId>,
        to: PersonId,
        price: Money,
    },
    /// Whom it was offered to confirmed the terms and runs it; `consent`: the provider pays the commission.
    Taken {
        person: PersonId,
        agreement: Box<Agreement>,
        consent: bool,
    },
    /// Whom it was offered to declined.
    Passed { person: PersonId, reason: Box<str> },
    /// Somebody left the firm that has it in hand: `heir` speaks for it from then on; nobody does for who only helped.
    Left {
        person: PersonId,
        heir: Option<PersonId>,
    },
}

impl MissionEvent {
    /// Returns what it is, in a word.
    pub fn deed(&self) -> Deed {
        match self {
            MissionEvent::InCharge { there: true, .. } => Deed::InCharge,
            MissionEvent::InCharge { there: false, .. } => Deed::NotInCharge,
            MissionEvent::Relieved { .. } => Deed::Relieved,
            MissionEvent::Handed { .. } => Deed::MissionOffered,
            MissionEvent::Taken { .. } => Deed::MissionTaken,
            MissionEvent::Passed { .. } => Deed::MissionPassed,
            MissionEvent::Left { heir: Some(_), .. } => Deed::HandedOn,
            MissionEvent::Left { heir: None, .. } => Deed::LeftTeam,
        }
    }

    /// Returns the person it is about, if it is about one of the providers' side.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            MissionEvent::InCharge { .. } => None,
            MissionEvent::Relieved { person, .. }
            | MissionEvent::Taken { person, .. }
            | MissionEvent::Passed { person, .. }
            | MissionEvent::Left { person, .. } => Some(*person),
            MissionEvent::Handed { to, .. } => Some(*to),
        }
    }

    /// Whether somebody else has to act from here on.
    pub fn moves(&self) -> bool {
        // That somebody left moves what it moves by itself.
        !matches!(
            self,
            MissionEvent::InCharge { .. } | MissionEvent::Left { .. }
        )
    }
}
