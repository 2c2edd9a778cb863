//! What the desk says of what happened to the settings of the house: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::eyes::Eyes;
use crate::domain::house::event::HouseEvent;
use crate::domain::{Seq, State};

impl Shown for HouseEvent {
    fn reach(&self, _: &State, all: &mut Vec<Reach>) {
        match self {
            // The house's name, people's names and profiles, and clients' stand on everybody's pages.
            // Who is on both sides of a deal sees less of it, under every account (PPL-1).
            HouseEvent::Changed { .. }
            | HouseEvent::Settled { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::TermsSettled { .. } => all.push(Reach::Everybody),
            // When something is due stands on the pages of who proposes and of clients too.
            HouseEvent::Recounted { .. } => all.push(Reach::Everybody),
            // For who may read requests, price quotations or keep settings: all of them may read requests.
            HouseEvent::RoutingChanged { .. }
            | HouseEvent::WordingChanged { .. }
            | HouseEvent::ReadingChanged { .. }
            | HouseEvent::LogoSet { .. }
            | HouseEvent::PricesChanged { .. } => {}
        }
    }

    fn what(&self) -> What {
        match self {
            HouseEvent::Changed { .. } | HouseEvent::RoutingChanged { .. } => What::House,
            HouseEvent::TermsChanged { .. } | HouseEvent::Recounted { .. } => What::House,
            HouseEvent::Settled { .. }
            | HouseEvent::TermsSettled { .. }
            | HouseEvent::WordingChanged { .. }
            | HouseEvent::LogoSet { .. }
            | HouseEvent::ReadingChanged { .. } => What::Did(Deed::SettingsChanged, Anchor::House),
            HouseEvent::PricesChanged { .. } => What::Did(Deed::PricesChanged, Anchor::House),
        }
    }

    fn moment(&self, _: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        None
    }

    fn said(&self) -> Option<&str> {
        None
    }
}
