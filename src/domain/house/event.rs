//! What happened to the house, its terms, its routing and its price lists. How it is kept stands in `domain/stored.rs`.

use super::{Country, House, Language, Logo};
use crate::domain::area::AreaEvent;
use crate::domain::ids::{RequestId, Seq};
use crate::domain::named_file::{NamedFile, Owner};
use crate::domain::prices::PriceBook;
use crate::domain::routing::Routing;
use crate::domain::terms::Terms;
use crate::domain::thing::Thing;
use crate::domain::wording::Wording;
use crate::text::reading::Words;

/// Something that happened to the house, its terms, its routing and its price lists.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseEvent {
    /// The house was set up. Earlier programs: its settings changed.
    Changed { to: Box<House> },
    /// The settings of the house changed.
    Settled { from: Box<House>, to: Box<House> },
    /// Due dates were counted anew, of the requests from the one to the other.
    Recounted { from: RequestId, upto: RequestId },
    /// The routing matrix was changed (REQ-4).
    RoutingChanged { to: Box<Routing> },
    /// Earlier programs: the house's terms for its board were changed.
    TermsChanged { to: Box<Terms> },
    /// The house's terms for its board were changed.
    TermsSettled { from: Box<Terms>, to: Box<Terms> },
    /// How papers are written in a language was changed, or the language added; nothing is the shipped way.
    WordingChanged {
        language: Language,
        from: Option<Box<Wording>>,
        to: Option<Box<Wording>>,
    },
    /// The words by which mail in a language is read were changed, or the language added; nothing is the shipped ones.
    ReadingChanged {
        language: Language,
        from: Option<Box<Words>>,
        to: Option<Box<Words>>,
    },
    /// The price lists were changed (QUO-3).
    PricesChanged { to: Box<PriceBook> },
    /// The papers for a country have this logo from now on, or none (QUO-6).
    LogoSet {
        country: Country,
        from: Option<Box<Logo>>,
        to: Option<Box<Logo>>,
    },
}

impl AreaEvent for HouseEvent {
    fn inverse(&self, _: Seq) -> Option<HouseEvent> {
        match self {
            HouseEvent::Settled { from, to } => Some(HouseEvent::Settled {
                from: to.clone(),
                to: from.clone(),
            }),
            HouseEvent::TermsSettled { from, to } => Some(HouseEvent::TermsSettled {
                from: to.clone(),
                to: from.clone(),
            }),
            HouseEvent::WordingChanged { language, from, to } => Some(HouseEvent::WordingChanged {
                language: *language,
                from: to.clone(),
                to: from.clone(),
            }),
            HouseEvent::ReadingChanged { language, from, to } => Some(HouseEvent::ReadingChanged {
                language: *language,
                from: to.clone(),
                to: from.clone(),
            }),
            HouseEvent::LogoSet { country, from, to } => Some(HouseEvent::LogoSet {
                country: *country,
                from: to.clone(),
                to: from.clone(),
            }),
            HouseEvent::Changed { .. }
            | HouseEvent::Recounted { .. }
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
            HouseEvent::Changed { .. } | HouseEvent::Settled { .. } => Thing::House,
            // It is set as it is, whatever stood there: nothing of it is read before.
            HouseEvent::Recounted { .. } | HouseEvent::LogoSet { .. } => return None,
            HouseEvent::RoutingChanged { .. } => Thing::Routing,
            HouseEvent::TermsChanged { .. } | HouseEvent::TermsSettled { .. } => Thing::Terms,
            HouseEvent::WordingChanged { .. } => Thing::Wordings,
            HouseEvent::ReadingChanged { .. } => Thing::Readings,
            HouseEvent::PricesChanged { .. } => Thing::Prices,
        })
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            HouseEvent::LogoSet { from, to, .. } => {
                let both = from.iter().chain(to);
                both.map(|logo| logo.named(Owner::House)).collect()
            }
            HouseEvent::Changed { .. }
            | HouseEvent::Settled { .. }
            | HouseEvent::Recounted { .. }
            | HouseEvent::RoutingChanged { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::TermsSettled { .. }
            | HouseEvent::WordingChanged { .. }
            | HouseEvent::ReadingChanged { .. }
            | HouseEvent::PricesChanged { .. } => Vec::new(),
        }
    }
}
