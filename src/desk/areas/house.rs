//! What the desk says of what happened to the settings of the house: whom it may show something new, and how it is summed up.

use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::domain::deed::{Anchor, Deed};
use crate::domain::house::event::HouseEvent;

/// Adds whom it may show something new.
pub(in crate::desk) fn reach(event: &HouseEvent, all: &mut Vec<Reach>) {
    match event {
        // The house's name, people's names and profiles, and clients' stand on everybody's pages.
        // Who is on both sides of a deal sees less of it, under every account (PPL-1).
        HouseEvent::Changed { .. } | HouseEvent::TermsChanged { .. } => all.push(Reach::Everybody),
        // For who may read requests, price quotations or keep settings: all of them may read requests.
        HouseEvent::RoutingChanged { .. } | HouseEvent::PricesChanged { .. } => {}
    }
}

/// Sums it up.
pub(in crate::desk) fn what(event: &HouseEvent) -> What {
    match event {
        HouseEvent::Changed { .. } | HouseEvent::RoutingChanged { .. } => What::House,
        HouseEvent::TermsChanged { .. } => What::House,
        HouseEvent::PricesChanged { .. } => What::Did(Deed::PricesChanged, Anchor::House),
    }
}
