//! When something about the house is taken back: settings and terms can be, while they are as they were left. The table
//! of routing and the price lists are sent back as files instead.

use crate::domain::house::event::HouseEvent;
use crate::domain::ids::Seq;
use crate::domain::permission::Permission;
use crate::domain::person::Person;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands::still_so;
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for HouseEvent {
    fn may_stand_on(&self) -> &'static [May] {
        match self {
            // Every rule asks the settings again when it decides.
            HouseEvent::Settled { .. }
            | HouseEvent::TermsSettled { .. }
            | HouseEvent::WordingChanged { .. }
            | HouseEvent::LogoSet { .. }
            | HouseEvent::ReadingChanged { .. } => &[],
            HouseEvent::Changed { .. }
            | HouseEvent::Recounted { .. }
            | HouseEvent::RoutingChanged { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::PricesChanged { .. } => &[],
        }
    }

    fn found(&self, _: &State, _: Seq, _: May) -> Option<Footing> {
        None
    }

    fn permitted(&self, _: &State, person: &Person) -> Result<(), Refusal> {
        match self {
            HouseEvent::Settled { .. }
            | HouseEvent::TermsSettled { .. }
            | HouseEvent::WordingChanged { .. }
            | HouseEvent::LogoSet { .. }
            | HouseEvent::ReadingChanged { .. } => person.needs(Permission::ManageHouse),
            HouseEvent::Changed { .. }
            | HouseEvent::Recounted { .. }
            | HouseEvent::RoutingChanged { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::PricesChanged { .. } => Err(UndoRefusal::NothingToUndo.into()),
        }
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match self {
            HouseEvent::Settled { from, .. } => {
                still_so(state.house().is_some_and(|now| **now == **from))
            }
            HouseEvent::WordingChanged { language, from, .. } => {
                still_so(state.wording(*language).map(|now| &**now) == from.as_deref())
            }
            HouseEvent::ReadingChanged { language, from, .. } => {
                still_so(state.reading(*language).map(|now| &**now) == from.as_deref())
            }
            HouseEvent::LogoSet { country, from, .. } => {
                still_so(state.logo(*country).map(|now| &**now) == from.as_deref())
            }
            HouseEvent::TermsSettled { from, .. } => still_so(**state.terms() == **from),
            HouseEvent::Changed { .. }
            | HouseEvent::Recounted { .. }
            | HouseEvent::RoutingChanged { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::PricesChanged { .. } => Ok(true),
        }
    }
}
