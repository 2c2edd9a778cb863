//! What waits for whom beside the requests themselves (REQ-9): quotations at somebody's desk or before a client,
//! proposals to be judged, terms to be confirmed, missions to be run. Kept true by `state/follow.rs` whenever a
//! request is touched, made anew from the rows when a checkpoint is read, and never written.
//!
//! It says the same for everybody; whether one may see a thing is for the views to ask.

use std::collections::BTreeSet;
use std::sync::Arc;

use imbl::OrdMap;

use super::Millis;
use super::ids::{ContactId, OpportunityId, PersonId, QuotationId, RequestId};
use super::opportunity::{self, Opportunity};
use super::queues::{Queues, Waits};
use super::quotation::{Desk, Quotation, Stage};
use super::request::step::Followed;
use super::request::{By, Request, Status};
use super::state::State;

/// For whom something waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// A person.
    Person(PersonId),
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
type Entry = ((Area, Whose), Millis, Task);

/// What waits for whom.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    queues: Queues<(Area, Whose), Task>,
    /// What is in the queues of each request.
    of_request: OrdMap<RequestId, Arc<[Entry]>>,
}

impl PartialEq for Agenda {
    fn eq(&self, other: &Self) -> bool {
        self.queues == other.queues && self.of_request == other.of_request
    }
}

impl Agenda {
    /// Returns the agenda of a state, from its rows.
    pub(in crate::domain) fn of(state: &State) -> Agenda {
        let quoted = state.quotations().live().map(|quotation| quotation.request);
        let posted = state.board().opportunities().iter();
        let posted = posted.filter(|one| !one.stage.is_over());
        let requests: BTreeSet<RequestId> = quoted.chain(posted.map(|one| one.request)).collect();
        let with_entries = requests.into_iter().filter_map(|id| {
            let entries = entries_of(state, id);
            (!entries.is_empty()).then_some((id, entries))
        });
        let of_request: OrdMap<RequestId, Arc<[Entry]>> = with_entries.collect();
        Agenda {
            queues: of_request
                .values()
                .flat_map(|all| all.iter().copied())
                .collect(),
            of_request,
        }
    }

    /// Puts what waits of a request in the place of what waited of it before.
    pub(in crate::domain) fn put(&mut self, request: RequestId, entries: Arc<[Entry]>) {
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

/// Returns what waits of a request.
pub(in crate::domain) fn entries_of(state: &State, id: RequestId) -> Arc<[Entry]> {
    let Some(request) = state.request(id) else {
        return Arc::default();
    };
    let mut entries = Vec::new();
    for quotation in state.quotations().of_request(id) {
        quoted(state, request, quotation, &mut entries);
    }
    let board = state.board();
    for opportunity in board.of_request(id).filter_map(|id| board.opportunity(id)) {
        posted(state, request, opportunity, &mut entries);
    }
    entries.sort_unstable();
    entries.into()
}

/// A quotation waits at a desk, or before the client.
fn quoted(state: &State, request: &Request, quotation: &Quotation, into: &mut Vec<Entry>) {
    let standing = &quotation.standing;
    let task = Task::Quotation(quotation.id);
    let (whose, due) = match standing.stage {
        Stage::At(desk) => {
            let named = standing.turn_of;
            let named = named.filter(|id| state.person(*id).is_some_and(|one| one.active));
            let whose = named.map_or(Whose::Desk(desk), Whose::Person);
            (whose, standing.due)
        }
        Stage::Sent { .. } => {
            let until = quotation.shown().map(|kept| kept.version.valid_until);
            (Whose::Contact(request.contact), until)
        }
        Stage::Accepted { .. } | Stage::Declined { .. } | Stage::Dropped { .. } => return,
    };
    let due = due.unwrap_or(Millis::MAX);
    into.push(((Area::Quotations, whose), due, task));
    let told = request.status == Status::Open
        && request.step.of == Some(Followed::Quotation(quotation.id))
        && matches!((request.step.by, whose), (By::Us(Some(by)), Whose::Person(of)) if by == of);
    if !told {
        into.push(((Area::Untold, whose), due, task));
    }
}

/// What is posted waits for the client to judge, for the winner to confirm, for who coordinates it.
fn posted(state: &State, request: &Request, opportunity: &Opportunity, into: &mut Vec<Entry>) {
    use opportunity::Stage;
    let task = Task::Opportunity(opportunity.id);
    let followed = request.step.of == Some(Followed::Opportunity(opportunity.id));
    let stated = request.step.due.filter(|_| followed);
    let proposer = |id| state.board().proposal(id).map(|proposal| proposal.person);
    match opportunity.stage {
        Stage::Open if opportunity.submitted > 0 => {
            let whose = Whose::Contact(opportunity.contact);
            let due = stated.unwrap_or(Millis::MAX);
            into.push(((Area::Posted, whose), due, task));
            if state.board().unjudged(opportunity) > 0 {
                into.push(((Area::Board, whose), due, task));
            }
        }
        Stage::Selected { proposal, .. } | Stage::Confirmed { proposal, .. } => {
            let Some(person) = proposer(proposal) else {
                return;
            };
            let mission = opportunity.mission.as_deref();
            let sessions = mission.map_or(&[][..], |mission| &mission.sessions);
            let next = sessions.iter().find(|one| one.attended.is_none());
            let due = stated.or(next.map(|session| session.at));
            let due = due.unwrap_or(Millis::MAX);
            for area in [Area::Board, Area::Posted] {
                into.push(((area, Whose::Person(person)), due, task));
            }
        }
        Stage::Open | Stage::Delivered { .. } | Stage::Ended { .. } => {}
    }
}
