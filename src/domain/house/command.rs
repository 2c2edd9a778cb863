//! What can be done about the house: its settings, routing, terms and price lists, and what right it needs.

use super::House;
use crate::domain::person::{NewPerson, Permission};
use crate::domain::prices::PriceBook;
use crate::domain::routing::Routing;
use crate::domain::terms::Terms;
use crate::domain::thing::{Thing, Writes};

/// Something to be done about the house: its settings, routing, terms and price lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseCommand {
    /// Sets up an empty house, with its first person, who may do everything a manager and an
    /// administrator may. Refused once there is a house.
    SetUp {
        /// The house.
        house: Box<House>,
        /// Its routing matrix.
        routing: Box<Routing>,
        /// Its first person.
        first: NewPerson,
    },
    /// Changes the house's settings.
    Change(Box<House>),
    /// Changes the routing matrix (REQ-4).
    ChangeRouting(Box<Routing>),
    /// Changes the house's terms for its board (BRD-3, BRD-4).
    ChangeTerms(Box<Terms>),
    /// Changes the price lists (QUO-3).
    ChangePrices(Box<PriceBook>),
}

impl HouseCommand {
    /// Returns the right it needs; `None` for what everybody may always do about themselves.
    pub fn needed(&self) -> Option<Permission> {
        match self {
            HouseCommand::SetUp { .. } => None,
            HouseCommand::Change(_) | HouseCommand::ChangeTerms(_) => Some(Permission::ManageHouse),
            HouseCommand::ChangeRouting(_) => Some(Permission::EditRouting),
            HouseCommand::ChangePrices(_) => Some(Permission::PriceQuotations),
        }
    }

    /// Returns what it writes.
    pub(in crate::domain) fn writes(&self) -> Writes {
        match self {
            HouseCommand::Change(_) => Writes::Whole(Thing::House),
            HouseCommand::ChangeRouting(_) => Writes::Whole(Thing::Routing),
            HouseCommand::ChangeTerms(_) => Writes::Whole(Thing::Terms),
            HouseCommand::ChangePrices(_) => Writes::Whole(Thing::Prices),
            HouseCommand::SetUp { .. } => Writes::One,
        }
    }
}

impl HouseCommand {
    /// Whether the command sends something back as a whole, where that stands already.
    pub(in crate::domain) fn is_whole(&self) -> bool {
        matches!(
            self,
            HouseCommand::Change(_)
                | HouseCommand::ChangeRouting(_)
                | HouseCommand::ChangeTerms(_)
                | HouseCommand::ChangePrices(_)
        )
    }
}
