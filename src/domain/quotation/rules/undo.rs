//! When something about a quotation is taken back: what may stand on it and what does (REQ-11), who may, and whether it
//! still can be.

use crate::domain::ids::Seq;
use crate::domain::person::{Permission, Person};
use crate::domain::quotation::event::{OfQuotation, QuotationEvent, desk_of};
use crate::domain::quotation::{Desk, QuotationStage};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::stands::still_so;
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for OfQuotation {
    fn may_stand_on(&self) -> &'static [May] {
        match &*self.event {
            QuotationEvent::Briefed { .. }
            | QuotationEvent::Written { .. }
            | QuotationEvent::Moved { .. } => &[May::Desk],
            QuotationEvent::Begun { .. }
            | QuotationEvent::Extended { .. }
            | QuotationEvent::Tagged { .. }
            | QuotationEvent::Papered { .. } => &[],
        }
    }

    fn found(&self, state: &State, _: Seq, may: May) -> Option<Footing> {
        match may {
            May::Desk => desk_on(state, self),
            May::Board
            | May::Quotation
            | May::Assignment
            | May::Merge
            | May::Work
            | May::Sessions
            | May::Delivery => None,
        }
    }

    fn permitted(&self, _: &State, person: &Person) -> Result<(), Refusal> {
        let needs = self.event.needs();
        let may = needs.iter().find(|needed| person.may(**needed));
        let needed = may.or(needs.first()).copied();
        person.needs(needed.unwrap_or(Permission::Quote))
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        still_so(state.quotations().fits(self.quotation, &self.event))
    }
}

/// Where a quotation went since, or the version that was made since.
fn desk_on(state: &State, of: &OfQuotation) -> Option<Footing> {
    let id = of.quotation;
    let now = state.quotations().get(id)?;
    let latest = now.latest_number();
    let (desk, version) = match &*of.event {
        QuotationEvent::Briefed { .. } => (Desk::Brief, latest),
        QuotationEvent::Written {
            number, part, back, ..
        } => {
            let was = if *back {
                number.saturating_sub(1)
            } else {
                *number
            };
            (desk_of(*part), was)
        }
        QuotationEvent::Moved { to, .. } => {
            let same = now.standing.stage == to.stage;
            let newer = now.standing.versions != to.versions;
            return match (same, newer) {
                (false, _) => Some(Footing::Desk(id)),
                (true, true) => Some(Footing::Version(id, latest)),
                (true, false) => None,
            };
        }
        QuotationEvent::Begun { .. }
        | QuotationEvent::Extended { .. }
        | QuotationEvent::Tagged { .. }
        | QuotationEvent::Papered { .. } => return None,
    };
    if now.standing.stage != QuotationStage::At(desk) {
        Some(Footing::Desk(id))
    } else if latest != version {
        Some(Footing::Version(id, latest))
    } else {
        None
    }
}
