//! Ids that lost records may have given out: they are never given to anybody else, for what later records
//! say of them would become the other one's.

use serde::{Deserialize, Serialize};

use super::State;
use crate::domain::request::pieces;

/// More lost records than this reserve no more ids: the rest of the numbers would be too far away.
const MOST: u64 = 20_000;

/// The places that are given away, a kind of row each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reserved {
    people: usize,
    organisations: usize,
    contacts: usize,
    requests: usize,
    quotations: usize,
    opportunities: usize,
    proposals: usize,
}

impl State {
    /// Reserves the ids that `lost` records may have begun: of each kind one, of requests as many as a split
    /// makes.
    pub(super) fn reserve(&mut self, lost: u64) {
        let lost = usize::try_from(lost.min(MOST)).unwrap_or_default();
        self.head.reserved = Reserved {
            people: self.next_person().index() + lost,
            organisations: self.next_organisation().index() + lost,
            contacts: self.next_contact().index() + lost,
            requests: self.requests.next_id().index() + lost * pieces::MOST,
            quotations: self.quotations.next().index() + lost,
            opportunities: self.board.next_opportunity().index() + lost,
            proposals: self.board.next_proposal().index() + lost,
        };
        self.keep_reserved();
    }

    /// Has the shelves know what is reserved.
    pub(super) fn keep_reserved(&mut self) {
        let reserved = self.head.reserved;
        self.head.people.reserve(reserved.people);
        self.head.organisations.reserve(reserved.organisations);
        self.head.contacts.reserve(reserved.contacts);
        self.requests.reserve(reserved.requests);
        self.quotations.reserve(reserved.quotations);
        self.board
            .reserve(reserved.opportunities, reserved.proposals);
    }
}
