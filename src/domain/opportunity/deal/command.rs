//! What can be wanted of the terms by both sides before a mission begins: that they are written anew, agreed to by the
//! client, refused by her. The winner's yes and no are commands of the board. Decides nothing.

use super::{Side, Tranche};
use crate::domain::ids::OpportunityId;
use crate::domain::opportunity::Agreement;

/// Something to be done with the terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DealCommand {
    /// Writes anew what is delivered, when, and what is paid for it.
    Draw {
        /// For which opportunity.
        opportunity: OpportunityId,
        /// Who speaks.
        side: Side,
        /// The tranches their user saw; refused when they are others by now.
        seen: Vec<Tranche>,
        /// The tranches; none: the whole price on delivery.
        tranches: Vec<Tranche>,
        /// How the client said so, when somebody of us says it for her (PPL-3).
        said: Box<str>,
    },
    /// The client agrees to the terms, as she saw them.
    Agree {
        /// To those of which opportunity.
        opportunity: OpportunityId,
        /// What she saw.
        agreement: Box<Agreement>,
        /// The tranches she saw.
        tranches: Vec<Tranche>,
        /// How she said so, when somebody of us says it for her (PPL-3).
        said: Box<str>,
    },
    /// The client refuses the terms: selection opens again.
    Refuse {
        /// Those of which opportunity.
        opportunity: OpportunityId,
        /// Why.
        reason: Box<str>,
        /// How she said so, when somebody of us says it for her (PPL-3).
        said: Box<str>,
    },
}
