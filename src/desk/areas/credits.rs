//! What the desk says of what happened to credits: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::eyes::Eyes;
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::credit::{CreditEntry, CreditKind};
use crate::domain::{Seq, State};

impl Shown for OfCredits {
    fn reach(&self, _: &State, all: &mut Vec<Reach>) {
        all.push(Reach::Person(self.person));
    }

    fn what(&self) -> What {
        match &*self.entry {
            CreditEntry::Granted { .. } => What::Did(Deed::Granted, Anchor::Person(self.person)),
            CreditEntry::Refunded { .. } => What::Did(Deed::Refunded, Anchor::Person(self.person)),
            CreditEntry::Used {
                opportunity, kind, ..
            } => What::Did(step(*kind), Anchor::Opportunity(*opportunity)),
        }
    }

    fn moment(&self, _: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        None
    }

    fn said(&self) -> Option<&str> {
        None
    }
}

/// What a step that was taken is called.
pub(super) fn step(kind: CreditKind) -> Deed {
    match kind {
        CreditKind::Consultation => Deed::OpenedConsultation,
        CreditKind::Offer => Deed::OpenedOffer,
        CreditKind::Contact => Deed::OpenedContact,
    }
}
