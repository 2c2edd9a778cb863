//! What can be done about the house: its settings, routing, terms and price lists, and what right it needs.

use super::{Country, House, Language, Logo};
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::person::{NewPerson, Permission};
use crate::domain::prices::PriceBook;
use crate::domain::routing::Routing;
use crate::domain::terms::Terms;
use crate::domain::wording::Wording;
use crate::text::reading::Words;

/// Something to be done about the house: its settings, routing, terms and price lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseCommand {
    /// Sets up an empty house, with its first person, who may do everything a manager and an
    /// administrator may. Refused once there is a house.
    SetUp {
        /// Its terms.
        terms: Box<Terms>,
        /// The house.
        house: Box<House>,
        /// Its routing matrix.
        routing: Box<Routing>,
        /// Its first person.
        first: NewPerson,
    },
    /// Changes the house's settings.
    Change(Box<House>),
    /// Changes settings of the house, of its terms, or of both as one.
    Settle {
        /// The house, where something of it changes.
        house: Option<Box<House>>,
        /// The terms, where something of them changes.
        terms: Option<Box<Terms>>,
    },
    /// Counts the next due dates anew: hours, holidays or delays changed.
    Recount,
    /// Changes the routing matrix (REQ-4).
    ChangeRouting(Box<Routing>),
    /// Changes the house's terms for its board (BRD-3, BRD-4).
    ChangeTerms(Box<Terms>),
    /// Changes how papers are written in a language, or adds the language (WKS-9).
    ChangeWording(Box<Wording>),
    /// Changes the words by which mail in a language is read, or adds the language (REQ-3, WKS-9).
    ChangeReading {
        /// Which language.
        language: Language,
        /// All its words.
        words: Box<Words>,
    },
    /// Changes the price lists (QUO-3).
    ChangePrices(Box<PriceBook>),
    /// Puts a logo on the papers for a country, or takes it off (QUO-6).
    SetLogo {
        /// Which country.
        country: Country,
        /// The logo, whose file is stored; nothing takes it off.
        logo: Option<Box<Logo>>,
    },
}

impl AreaCommand for HouseCommand {
    fn needed(&self) -> Option<Permission> {
        match self {
            HouseCommand::SetUp { .. } => None,
            HouseCommand::Change(_)
            | HouseCommand::ChangeTerms(_)
            | HouseCommand::ChangeWording(_)
            | HouseCommand::ChangeReading { .. }
            | HouseCommand::Settle { .. }
            | HouseCommand::SetLogo { .. }
            | HouseCommand::Recount => Some(Permission::ManageHouse),
            HouseCommand::ChangeRouting(_) => Some(Permission::EditRouting),
            HouseCommand::ChangePrices(_) => Some(Permission::PriceQuotations),
        }
    }

    fn sent_by(&self) -> SentBy {
        match self {
            HouseCommand::SetUp { .. } => SentBy::First,
            HouseCommand::Recount => SentBy::HouseToo,
            HouseCommand::Change(_)
            | HouseCommand::Settle { .. }
            | HouseCommand::ChangeRouting(_)
            | HouseCommand::ChangeTerms(_)
            | HouseCommand::ChangeWording(_)
            | HouseCommand::ChangeReading { .. }
            | HouseCommand::SetLogo { .. }
            | HouseCommand::ChangePrices(_) => SentBy::Person,
        }
    }

    fn is_whole(&self) -> bool {
        matches!(
            self,
            HouseCommand::Change(_)
                | HouseCommand::Settle { .. }
                | HouseCommand::ChangeRouting(_)
                | HouseCommand::ChangeTerms(_)
                | HouseCommand::ChangeWording(_)
                | HouseCommand::ChangeReading { .. }
                | HouseCommand::ChangePrices(_)
        )
    }
}
