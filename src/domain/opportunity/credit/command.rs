//! What can be wanted of credits: to use one, to be given some, to have one back. Decides nothing.

use super::CreditKind;
use crate::domain::ids::{OpportunityId, PersonId};

/// Something to be done with credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreditCommand {
    /// Takes a step that costs a credit, or is free when credits are off (BRD-4).
    Open {
        /// On which opportunity.
        opportunity: OpportunityId,
        /// Which step.
        kind: CreditKind,
        /// The price its user was shown; refused when it is another by now.
        price: u32,
        /// Why the client is contacted directly, when the clock does not say so.
        reason: Box<str>,
    },
    /// Grants credits.
    Grant {
        /// To whom.
        person: PersonId,
        /// Which kind.
        kind: CreditKind,
        /// How many.
        count: u32,
        /// Why: a subscription, a purchase, a gesture.
        why: Box<str>,
    },
    /// Gives back what a step cost. What it opened stays open.
    Refund {
        /// To whom.
        person: PersonId,
        /// For which opportunity.
        opportunity: OpportunityId,
        /// Which step.
        kind: CreditKind,
        /// Why.
        why: Box<str>,
    },
}
