//! When something about a firm is taken back: what may stand on it (REQ-11), who may, and whether it still can be.

use crate::domain::firm::FirmRight;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::ids::Seq;
use crate::domain::person::Person;
use crate::domain::person::rules::profile;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands::still_so;
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for OfFirm {
    fn may_stand_on(&self) -> &'static [May] {
        match &*self.event {
            // Whether a firm is eligible is asked again at every step.
            FirmEvent::Named { .. } | FirmEvent::ProfileKept { .. } => &[],
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::Joined { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Chosen { .. }
            | FirmEvent::Credited { .. } => &[],
        }
    }

    fn found(&self, _: &State, _: Seq, may: May) -> Option<Footing> {
        match may {
            May::Board
            | May::Quotation
            | May::Assignment
            | May::Merge
            | May::Work
            | May::Sessions
            | May::Delivery
            | May::Desk => None,
        }
    }

    fn permitted(&self, state: &State, person: &Person) -> Result<(), Refusal> {
        match &*self.event {
            FirmEvent::Named { .. } => {
                let manages = FirmRight::Manages;
                match state.firms().may(person.id, self.firm, manages) {
                    true => Ok(()),
                    false => Err(FirmRefusal::NeedsRight(manages).into()),
                }
            }
            FirmEvent::ProfileKept { from, to } => {
                profile::may_write(state, person, self.firm, from, to)
            }
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::Joined { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Chosen { .. }
            | FirmEvent::Credited { .. } => Err(UndoRefusal::NothingToUndo.into()),
        }
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match &*self.event {
            FirmEvent::Named { from, .. } => still_so(*state.firms().name(self.firm) == **from),
            FirmEvent::ProfileKept { from, .. } => {
                let now = state.profile_of(self.firm);
                still_so(now.is_some_and(|now| **now == **from))
            }
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::Joined { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Chosen { .. }
            | FirmEvent::Credited { .. } => Ok(true),
        }
    }
}
