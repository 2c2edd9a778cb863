//! What the desk says of what happened to credits: how it is summed up.

use crate::desk::summary::What;
use crate::domain::PersonId;
use crate::domain::deed::{Anchor, Deed};
use crate::domain::opportunity::credit::{CreditEntry, CreditKind};

/// Sums it up.
pub(in crate::desk) fn what(person: PersonId, entry: &CreditEntry) -> What {
    match entry {
        CreditEntry::Granted { .. } => What::Did(Deed::Granted, Anchor::Person(person)),
        CreditEntry::Refunded { .. } => What::Did(Deed::Refunded, Anchor::Person(person)),
        CreditEntry::Used {
            opportunity, kind, ..
        } => {
            let deed = match kind {
                CreditKind::Consultation => Deed::OpenedConsultation,
                CreditKind::Offer => Deed::OpenedOffer,
                CreditKind::Contact => Deed::OpenedContact,
            };
            What::Did(deed, Anchor::Opportunity(*opportunity))
        }
    }
}
