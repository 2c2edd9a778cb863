//! What a record does to the requests it touches: their trail, and what follows from all that belongs to them
//! (REQ-9, REQ-7).

use std::sync::Arc;

use super::State;
use crate::domain::agenda::Agenda;
use crate::domain::event::Event;
use crate::domain::ids::{PersonId, RequestId};
use crate::domain::meta::Meta;
use crate::domain::request::Request;
use crate::domain::request::arrival::{self, Within, leave_trail};
use crate::domain::request::change::Change;
use crate::domain::request::event::{Outcome, RequestEvent};
use crate::domain::request::figures::note_answer;
use crate::domain::state::deals::{deal_of, is_concretised};
use crate::domain::state::step::step_of;
use crate::domain::state::waits::entries_of;

impl State {
    /// Puts the record on a request's trail: what happens beside it belongs to its story, and is no
    /// change of the request that its user saw. When it `moves` on there, the next step follows it.
    pub(in crate::domain) fn mention(&mut self, meta: &Meta, id: RequestId, moves: bool) {
        let Some(request) = self.requests.get(id) else {
            return;
        };
        let mut request = (**request).clone();
        request.touched_at = meta.at;
        leave_trail(&mut request, meta.seq);
        let due = request.due();
        if moves {
            let by = meta.actor.and_then(|actor| self.person(actor));
            let ours = by.is_some_and(|person| person.is_staff());
            arrival::follow(&mut request, meta.seq, ours);
        }
        self.follow(&mut request);
        note_answer(&mut request, due, meta.at);
        self.requests.put(request);
        self.call(id);
    }

    /// Puts what waits of a request where it waits now.
    pub(in crate::domain) fn call(&mut self, id: RequestId) {
        let entries = entries_of(self, id);
        self.agenda.put(id, entries);
    }

    /// Makes what follows from all that belongs to a request true in it, where somebody else speaks for a part of it.
    pub(in crate::domain) fn follow_one(&mut self, id: RequestId) {
        let Some(request) = self.requests.get(id) else {
            return;
        };
        let mut request = (**request).clone();
        self.follow(&mut request);
        self.requests.put(request);
        self.call(id);
    }

    /// Puts the quotations that name `person` where they wait now: whoever may not enter is waited for no more.
    pub(in crate::domain) fn call_those_of(&mut self, person: PersonId) {
        let live = self.quotations.live();
        let theirs = live.filter(|quotation| quotation.standing.turn_of == Some(person));
        let requests: Vec<RequestId> = theirs.map(|quotation| quotation.request).collect();
        requests.into_iter().for_each(|id| self.call(id));
    }

    /// Makes the agenda anew, from the rows.
    pub(in crate::domain) fn call_all(&mut self) {
        self.agenda = Agenda::of(self);
    }

    /// Makes what follows from all that belongs to a request true in it.
    pub(super) fn follow(&self, request: &mut Request) {
        request.step = step_of(self, request);
        request.deal = deal_of(self, request).map(Box::new);
        request.milestones.concretised = is_concretised(self, request);
    }

    /// Makes anew what follows from all that belongs to each request: a build that wrote the state down may have
    /// had other rules.
    pub fn follow_anew(&mut self) {
        let rows: Vec<Arc<Request>> = self.requests.iter().cloned().collect();
        for row in rows {
            let mut request = (*row).clone();
            self.follow(&mut request);
            if request != *row {
                self.requests.put(request);
            }
        }
        self.call_all();
    }

    /// Changes a request, and puts the record on its trail once.
    pub(in crate::domain) fn touch(
        &mut self,
        meta: &Meta,
        id: RequestId,
        change: impl FnOnce(&mut Request),
    ) {
        let Some(request) = self.requests.get(id) else {
            return;
        };
        let mut request = (**request).clone();
        let due = request.due();
        change(&mut request);
        request.touched_at = meta.at;
        request.revision += 1;
        leave_trail(&mut request, meta.seq);
        self.follow(&mut request);
        note_answer(&mut request, due, meta.at);
        self.requests.put(request);
        self.call(id);
    }
}

/// What holds for all events of a record.
pub(super) fn within(meta: &Meta, events: &[Event]) -> Within {
    let came = events.iter().find_map(|event| match event {
        Event::Request(RequestEvent::Joined { message, .. }) => Some(message.came_at(meta.at)),
        _ => None,
    });
    let missed = |event: &Event| {
        let outcome = match event {
            Event::Request(RequestEvent::Attempted { outcome, .. }) => Some(*outcome),
            _ => None,
        };
        outcome == Some(Outcome::NoAnswer)
    };
    let turned = |event: &Event| {
        matches!(
            event,
            Event::Request(RequestEvent::Changed {
                change: Change::Turn { .. },
                ..
            })
        )
    };
    Within {
        seq: meta.seq,
        at: came.unwrap_or(meta.at),
        mailed: came.is_some(),
        missed: events.iter().any(missed),
        turned: events.iter().any(turned),
    }
}
