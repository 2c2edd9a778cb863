//! What happened to the terms between both sides, as the journal keeps it: never change a variant, add one behind the
//! last. Each names the proposal, since nobody but its proposer, the client and the house may know of it.

use serde::{Deserialize, Serialize};

use super::{Side, Tranche};
use crate::domain::deed::Deed;
use crate::domain::ids::{ContactId, ProposalId};
use crate::domain::opportunity::Agreement;

/// What happened to the terms. Where somebody of the house speaks for the client, `word_of` is her contact (PPL-3), and
/// `said` how she said so.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DealEvent {
    /// What is delivered was written anew.
    Drawn {
        proposal: ProposalId,
        side: Side,
        from: Vec<Tranche>,
        to: Vec<Tranche>,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// A side agreed to the terms, all of which stand here; `consent`: the provider pays the commission.
    Assented {
        proposal: ProposalId,
        side: Side,
        agreement: Box<Agreement>,
        tranches: Vec<Tranche>,
        consent: bool,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// The client refused the terms. That the selection opens again is told by that.
    Refused {
        proposal: ProposalId,
        reason: Box<str>,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
}

impl DealEvent {
    /// Returns whose proposal it is about.
    pub fn proposal(&self) -> ProposalId {
        match self {
            DealEvent::Drawn { proposal, .. }
            | DealEvent::Assented { proposal, .. }
            | DealEvent::Refused { proposal, .. } => *proposal,
        }
    }

    /// Returns what it is, in a word.
    pub fn deed(&self) -> Deed {
        match self {
            DealEvent::Drawn { .. } => Deed::TermsDrawn,
            DealEvent::Assented {
                side: Side::Client, ..
            } => Deed::ClientAgreed,
            DealEvent::Assented {
                side: Side::Provider,
                ..
            } => Deed::ProviderAgreed,
            DealEvent::Refused { .. } => Deed::TermsRefused,
        }
    }
}
