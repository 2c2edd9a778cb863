//! Ids that lost records may have given out: they are never given to anybody else, for what later records
//! say of them would become the other one's; and who asks for one is told that it may be lost.

use serde::{Deserialize, Serialize};

use super::State;
use crate::domain::escrow::Entry;
use crate::domain::ids::PersonId;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::person::Role;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::pieces;
use crate::domain::request::refusal::RequestRefusal;

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
    #[serde(default)]
    entries: usize,
}

impl State {
    /// Reserves the ids that `lost` records may have begun: of each kind one, of requests as many as a split
    /// makes.
    pub(in crate::domain) fn reserve(&mut self, lost: u64) {
        let lost = usize::try_from(lost.min(MOST)).unwrap_or_default();
        self.head.reserved = Reserved {
            people: self.next_person().index() + lost,
            organisations: self.next_organisation().index() + lost,
            contacts: self.next_contact().index() + lost,
            requests: self.requests.next_id().index() + lost * pieces::MOST,
            quotations: self.quotations.next().index() + lost,
            opportunities: self.board.next_opportunity().index() + lost,
            proposals: self.board.next_proposal().index() + lost,
            entries: self.books.next_entry().index() + lost * Entry::PER_RECORD,
        };
        self.keep_reserved();
    }

    /// Has the shelves know what is reserved.
    pub(in crate::domain) fn keep_reserved(&mut self) {
        let reserved = self.head.reserved;
        self.head.people.reserve(reserved.people);
        self.head.organisations.reserve(reserved.organisations);
        self.head.contacts.reserve(reserved.contacts);
        self.requests.reserve(reserved.requests);
        self.quotations.reserve(reserved.quotations);
        self.board
            .reserve(reserved.opportunities, reserved.proposals);
        self.books.reserve(reserved.entries);
    }
}

/// What is missing of a house, because the records that told of it are lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// How many records nothing is known of.
    pub records: u64,
    /// What the house is called, where it is and how it works.
    pub house: bool,
    /// Nobody is left who may add people and give roles.
    pub administrators: bool,
    /// The people of whom later ones are known, and they are not.
    pub people: Vec<PersonId>,
}

impl State {
    /// Returns what is missing; `None` where every record is known.
    pub fn missing(&self) -> Option<Missing> {
        if self.gaps() == 0 {
            return None;
        }
        let leads = |role| {
            self.people()
                .any(|person| person.active && person.roles.contains(&role))
        };
        let last = self.people().last().map_or(0, |person| person.id.0);
        let gone = (1..=last)
            .map(PersonId)
            .filter(|id| self.person(*id).is_none());
        Some(Missing {
            records: self.gaps(),
            house: self.house().is_none(),
            administrators: !leads(Role::Administrator),
            people: gone.collect(),
        })
    }

    /// Returns why there is no such person: their record may be lost.
    pub fn nobody(&self, id: PersonId) -> Refusal {
        match self.may_be_lost(id) {
            true => Refusal::RecordLost {
                what: id.to_string().into(),
            },
            false => Refusal::People(PeopleRefusal::NoSuchPerson),
        }
    }

    /// Returns why somebody who acts is nobody: their record may be lost.
    pub(in crate::domain) fn stranger(&self, id: PersonId) -> Refusal {
        match self.may_be_lost(id) {
            true => self.nobody(id),
            false => Refusal::NobodyKnown,
        }
    }

    fn may_be_lost(&self, id: PersonId) -> bool {
        self.gaps() > 0 && id.0 > 0 && id < self.next_person() && self.person(id).is_none()
    }

    /// Returns a refusal that says there is no such thing as it is true where records are lost: that one may be
    /// among them. Only staff are told: to others what they may not see is not there either (PPL-2).
    #[must_use]
    pub fn told(&self, actor: Option<PersonId>, refusal: Refusal) -> Refusal {
        let staff = actor.and_then(|id| self.person(id));
        if self.gaps() == 0 || !staff.is_some_and(|person| person.is_staff()) {
            return refusal;
        }
        let board = &self.board;
        let lost = match &refusal {
            Refusal::Request(RequestRefusal::NoSuchRequest(id)) => {
                (self.request(*id).is_none() && id.0 > 0 && *id < self.requests.next_id())
                    .then(|| id.to_string())
            }
            Refusal::Board(BoardRefusal::NoSuchOpportunity(id)) => {
                (board.opportunity(*id).is_none() && id.0 > 0 && *id < board.next_opportunity())
                    .then(|| id.to_string())
            }
            Refusal::Board(BoardRefusal::NoSuchProposal(id)) => {
                (board.proposal(*id).is_none() && id.0 > 0 && *id < board.next_proposal())
                    .then(|| id.to_string())
            }
            Refusal::Quotation(QuotationRefusal::NoSuchQuotation(id)) => {
                (self.quotations.get(*id).is_none() && id.0 > 0 && *id < self.quotations.next())
                    .then(|| id.to_string())
            }
            _ => None,
        };
        match lost {
            Some(what) => Refusal::RecordLost { what: what.into() },
            None => refusal,
        }
    }
}
