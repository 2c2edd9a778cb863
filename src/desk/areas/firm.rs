//! What the desk says of what happened to firms: whom it may show something new, and how it is summed up.

use super::Shown;
use super::credits::step;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::eyes::Eyes;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::opportunity::credit::CreditEntry;
use crate::domain::{Seq, State};

impl Shown for OfFirm {
    fn reach(&self, state: &State, all: &mut Vec<Reach>) {
        match &*self.event {
            // Names stand on the pages of clients; who is on both sides of a deal sees less of it (PPL-1).
            FirmEvent::Joined { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Named { .. }
            | FirmEvent::ProfileKept { .. } => all.push(Reach::Everybody),
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Credited { .. } => {
                let members = state.firms().members(self.firm);
                all.extend(members.iter().map(|one| Reach::Person(one.person)));
            }
            FirmEvent::Chosen { person, .. } => all.push(Reach::Person(*person)),
        }
    }

    fn what(&self) -> What {
        let anchor = Anchor::Firm(self.firm);
        let deed = match &*self.event {
            FirmEvent::Offered { .. } => Deed::FirmOffered,
            FirmEvent::OfferWithdrawn { .. } => Deed::FirmOfferWithdrawn,
            FirmEvent::Joined { .. } => Deed::FirmJoined,
            FirmEvent::RightsChanged { .. } => Deed::FirmRights,
            FirmEvent::Left { .. } => Deed::FirmLeft,
            FirmEvent::Named { .. } => Deed::FirmNamed,
            FirmEvent::Chosen { .. } => Deed::FirmChosen,
            FirmEvent::ProfileKept { .. } => Deed::ProfileKept,
            FirmEvent::Credited { entry } => match &**entry {
                CreditEntry::Granted { .. } => Deed::Granted,
                CreditEntry::Refunded { .. } => Deed::Refunded,
                CreditEntry::Used {
                    opportunity, kind, ..
                } => return What::Did(step(*kind), Anchor::Opportunity(*opportunity)),
            },
        };
        What::Did(deed, anchor)
    }

    fn moment(&self, _: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        None
    }

    fn said(&self) -> Option<&str> {
        None
    }
}
