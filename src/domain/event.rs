//! What happened: the events of a record, each in its area. How they are kept is `stored.rs`'s.

use super::thing::Thing;
use serde::{Deserialize, Serialize};

use super::access::event::AccessEvent;
use super::house::event::HouseEvent;
use super::ids::{OpportunityId, PersonId, QuotationId, RequestId, Seq};
use super::opportunity::{self, credit};
use super::organisation::event::DirectoryEvent;
use super::person::event::PeopleEvent;
use super::quotation;
use super::request::event::RequestEvent;
use super::restated::Restated;
use super::stored::Stored;

/// One thing that happened.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Stored", from = "Stored")]
pub enum Event {
    /// Something about the house, its terms, its routing and its price lists.
    House(HouseEvent),
    /// Something about people: who they are, what they may, how they like to work.
    People(PeopleEvent),
    /// Something about keys and invitations.
    Access(AccessEvent),
    /// Something about organisations and contacts.
    Directory(DirectoryEvent),
    /// Something about a request.
    Request(RequestEvent),
    /// Credits were granted, used or given back (BRD-4).
    Credit {
        person: PersonId,
        entry: Box<credit::CreditEntry>,
    },
    /// Something happened to an opportunity, its proposals or its mission.
    Opportunity {
        request: RequestId,
        opportunity: OpportunityId,
        event: Box<opportunity::BoardEvent>,
    },
    /// Something happened to a quotation.
    Quotation {
        request: RequestId,
        quotation: QuotationId,
        event: Box<quotation::QuotationEvent>,
    },
    /// The record `of` was undone by this one.
    Undone { of: Seq },
    /// The undoing record `of` was undone in turn: what it undid stands again.
    Redone { of: Seq },
    /// What was known of the house was written down once more, behind records that are lost.
    Restated { piece: Box<Restated> },
}

impl Event {
    /// Returns the event that takes this one back, for an event of record `seq`; `None` for what cannot be
    /// taken back (money, what was sent, people, keys, settings, mail that came in).
    pub fn inverse(&self, seq: Seq) -> Option<Event> {
        match self {
            Event::People(event) => event.inverse().map(Event::People),
            Event::Directory(event) => event.inverse().map(Event::Directory),
            Event::Request(event) => event.inverse(seq).map(Event::Request),
            Event::Opportunity {
                request,
                opportunity,
                event,
            } => event.inverse().map(|event| Event::Opportunity {
                request: *request,
                opportunity: *opportunity,
                event: Box::new(event),
            }),
            Event::Quotation {
                request,
                quotation,
                event,
            } => event.inverse(seq).map(|event| Event::Quotation {
                request: *request,
                quotation: *quotation,
                event: Box::new(event),
            }),
            Event::House(_)
            | Event::Access(_)
            | Event::Credit { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Restated { .. } => None,
        }
    }

    /// Returns whether this event may stand when the rest of its record is taken back: it only names somebody
    /// new, or marks what is undone.
    pub fn is_neutral(&self) -> bool {
        matches!(
            self,
            Event::Directory(
                DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. }
            ) | Event::Undone { .. }
                | Event::Redone { .. }
        )
    }

    /// Returns the requests that this event touches: it belongs to their trail.
    pub fn requests(&self) -> [Option<RequestId>; 2] {
        match self {
            Event::Request(event) => event.requests(),
            Event::Quotation { request, .. } => [Some(*request), None],
            Event::Opportunity { request, event, .. } if !event.is_private() => {
                [Some(*request), None]
            }
            Event::House(_)
            | Event::People(_)
            | Event::Access(_)
            | Event::Directory(_)
            | Event::Credit { .. }
            | Event::Opportunity { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Restated { .. } => [None, None],
        }
    }
}

impl Event {
    /// Returns the thing that this event writes, if it writes one.
    pub fn thing(&self) -> Option<Thing> {
        match self {
            Event::House(event) => event.thing(),
            Event::People(event) => event.thing(),
            Event::Directory(event) => event.thing(),
            Event::Request(event) => event.thing(),
            Event::Opportunity {
                opportunity, event, ..
            } => event.thing(*opportunity),
            Event::Quotation {
                quotation, event, ..
            } => event.thing(*quotation),
            Event::Access(_)
            | Event::Credit { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Restated { .. } => None,
        }
    }
}
