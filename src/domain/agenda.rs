//! What waits for whom beside the requests themselves (REQ-9): quotations at somebody's desk or before a client,
//! proposals to be judged, terms to be confirmed, missions to be run. Kept true by `state/follow.rs` whenever a
//! request is touched, made anew from the rows when a checkpoint is read, and never written.
//!
//! It says the same for everybody; whether one may see a thing is for the views to ask.

use std::sync::Arc;

use imbl::OrdMap;

use super::Millis;
use super::ids::{ContactId, FirmId, OpportunityId, PersonId, QuotationId, RequestId};
use super::queues::{Queues, Waits};
use super::quotation::Desk;

/// For whom something waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// A person.
    Person(PersonId),
    /// Whoever proposes for this firm.
    Firm(FirmId),
    /// Whoever works at this desk.
    Desk(Desk),
    /// A client's contact.
    Contact(ContactId),
}

/// Where it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Quotations.
    Quotations,
    /// Those of them that no request tells of which waits for the same person.
    Untold,
    /// What is posted and asks for something.
    Board,
    /// The same, and what a client judged and may choose from.
    Posted,
}

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// A quotation.
    Quotation(QuotationId),
    /// What is posted, or the mission it became.
    Opportunity(OpportunityId),
}

impl Waits for Task {
    const FIRST: Task = Task::Quotation(QuotationId(0));
}

/// A thing in a queue: where and for whom, by when, what. [`Millis::MAX`] stands for no time.
pub(in crate::domain) type AgendaEntry = ((Area, Whose), Millis, Task);

/// What waits for whom.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    queues: Queues<(Area, Whose), Task>,
    /// What is in the queues of each request.
    of_request: OrdMap<RequestId, Arc<[AgendaEntry]>>,
}

impl PartialEq for Agenda {
    fn eq(&self, other: &Self) -> bool {
        self.queues == other.queues && self.of_request == other.of_request
    }
}

impl Agenda {
    /// Returns the agenda that holds these entries of each request.
    pub(in crate::domain) fn holding(of_request: OrdMap<RequestId, Arc<[AgendaEntry]>>) -> Agenda {
        let all = of_request.values().flat_map(|all| all.iter().copied());
        Agenda {
            queues: all.collect(),
            of_request,
        }
    }

    /// Puts what waits of a request in the place of what waited of it before.
    pub(in crate::domain) fn put(&mut self, request: RequestId, entries: Arc<[AgendaEntry]>) {
        let before = match entries.is_empty() {
            true => self.of_request.remove(&request),
            false => self.of_request.insert(request, Arc::clone(&entries)),
        };
        let before = before.unwrap_or_default();
        if before == entries {
            return;
        }
        before.iter().for_each(|entry| self.queues.remove(entry));
        entries.iter().for_each(|entry| self.queues.insert(*entry));
    }

    /// Returns how much waits.
    pub fn count(&self, area: Area, whose: Whose) -> u32 {
        self.queues.count((area, whose))
    }

    /// Returns how much of it has a time before `at`.
    pub fn before(&self, area: Area, whose: Whose, at: Millis) -> u32 {
        self.queues.before((area, whose), at)
    }

    /// Returns how much of it has a time from `from` on and before `to`.
    pub fn between(&self, area: Area, whose: Whose, from: Millis, to: Millis) -> u32 {
        self.queues.between((area, whose), from, to)
    }

    /// Returns what waits and has a time from `from` on, in the order of the times.
    pub fn waiting(
        &self,
        area: Area,
        whose: Whose,
        from: Millis,
    ) -> impl Iterator<Item = (Millis, Task)> + '_ {
        self.queues.of((area, whose), from)
    }
}
