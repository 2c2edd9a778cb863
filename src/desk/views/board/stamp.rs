//! What an open page depends on, small enough to be compared at every change: when it is another, the page
//! is loaded again (WKS-3).

use super::BoardRow;
use crate::desk::views::Sight;
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRights;
use crate::domain::ids::{FirmId, OpportunityId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::rules::clock::{ContactClock, contact_clock};
use crate::domain::{Millis, Seq};

/// What a page depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its line on the board.
    pub row: BoardRow,
    /// How often it changed.
    revision: u32,
    /// The record that last changed one's own proposal or the draft beside it.
    mine: Option<Seq>,
    /// The credits that are left, and what steps cost.
    left: [u32; 3],
    prices: [u32; 3],
    /// When the client may be reached.
    clock: ContactClock,
    /// Whether the proposals are shown.
    proposals: bool,
    /// The firm one acts for, and what one may do in it.
    firm: (FirmId, FirmRights),
}

impl Sight {
    /// What the page of an opportunity depends on; `None` when they see no such thing.
    pub fn opportunity_stamp(&self, id: OpportunityId, now: Millis) -> Option<Stamp> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose())?;
        let opportunity = state.board().opportunity(id)?;
        let own = eyes.own_proposal(opportunity);
        eyes.see(opportunity).then(|| Stamp {
            row: BoardRow::of(&eyes, opportunity, now),
            revision: opportunity.revision,
            mine: own.map(|mine| mine.working().changed_at.max(mine.says.changed_at)),
            left: CreditKind::ALL.map(|kind| state.credits().left(eyes.firm, kind)),
            prices: CreditKind::ALL.map(|kind| kind.price(state.terms())),
            clock: contact_clock(state, opportunity, eyes.firm, now),
            proposals: eyes.see_proposals(opportunity),
            firm: (eyes.firm, eyes.rights),
        })
    }
}
