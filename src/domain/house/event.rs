//! What happened to the house, its terms, its routing and its price lists. How it is kept stands in `domain/stored.rs`.

use super::House;
use crate::domain::area::AreaEvent;
use crate::domain::ids::{RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::prices::PriceBook;
use crate::domain::routing::Routing;
use crate::domain::terms::Terms;
use crate::domain::thing::Thing;

/// Something that happened to the house, its terms, its routing and its price lists.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseEvent {
    /// The house was set up, or its settings changed.
    Changed { to: Box<House> },
    /// The routing matrix was changed (REQ-4).
    RoutingChanged { to: Box<Routing> },
    /// The house's terms for its board were changed.
    TermsChanged { to: Box<Terms> },
    /// The price lists were changed (QUO-3).
    PricesChanged { to: Box<PriceBook> },
}

impl AreaEvent for HouseEvent {
    fn inverse(&self, _: Seq) -> Option<HouseEvent> {
        match self {
            HouseEvent::Changed { .. }
            | HouseEvent::RoutingChanged { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::PricesChanged { .. } => None,
        }
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [None, None]
    }

    fn thing(&self) -> Option<Thing> {
        Some(match self {
            HouseEvent::Changed { .. } => Thing::House,
            HouseEvent::RoutingChanged { .. } => Thing::Routing,
            HouseEvent::TermsChanged { .. } => Thing::Terms,
            HouseEvent::PricesChanged { .. } => Thing::Prices,
        })
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            HouseEvent::Changed { .. }
            | HouseEvent::RoutingChanged { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::PricesChanged { .. } => Vec::new(),
        }
    }
}
