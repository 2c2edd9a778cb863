//! When something about a request is taken back: what may stand on it and what does (REQ-11), who may, and whether it
//! still can be.

use crate::domain::Millis;
use crate::domain::event::Event;
use crate::domain::ids::{RequestId, Seq};
use crate::domain::meta::Meta;
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::request::arrival::new_request;
use crate::domain::request::change::Change;
use crate::domain::request::event::{Received, RequestEvent};
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Request, Status, Turn};
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands::{posted_on, quoted_on};
use crate::domain::undo::table::{May, TakenBack};

impl TakenBack for RequestEvent {
    fn may_stand_on(&self) -> &'static [May] {
        use May as M;
        match self {
            RequestEvent::Changed { change, .. } => on_change(change),
            RequestEvent::Merged { .. } => &[M::Merge, M::Board, M::Quotation],
            RequestEvent::Received { .. } => &[M::Merge, M::Board, M::Quotation, M::Work],
            // Struck out, never removed: whoever read it reads that it was taken back.
            RequestEvent::Noted { .. }
            | RequestEvent::Attempted { .. }
            | RequestEvent::Retracted { .. } => &[],
            RequestEvent::Joined { .. } => &[],
        }
    }

    fn found(&self, state: &State, seq: Seq, may: May) -> Option<Footing> {
        let counted = || counted(self, seq);
        match may {
            May::Board => counted().and_then(|(id, since)| posted_on(state, id, since)),
            May::Quotation => {
                let of_facts = is_of_facts(self);
                counted().and_then(|(id, since)| quoted_on(state, id, since, of_facts))
            }
            May::Assignment => assigned_on(state, self, seq),
            May::Merge => merged_on(state, self),
            May::Work => worked_on(state, self, seq),
            May::Sessions | May::Delivery | May::Desk => None,
        }
    }

    fn permitted(&self, _: &State, person: &Person) -> Result<(), Refusal> {
        let brings = matches!(self, RequestEvent::Changed { change, .. } if makes_or_voids(change));
        match brings && person.may(Permission::BringInRequests) {
            true => Ok(()),
            false => person.needs(Permission::WorkRequests),
        }
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match self {
            RequestEvent::Changed { request, change } => {
                let Some(now) = state.request(*request) else {
                    return Err(RequestRefusal::NoSuchRequest(*request).into());
                };
                if let Change::Status {
                    to: Status::Merged { into },
                    ..
                } = change
                {
                    // What it would go into may have gone elsewhere: two could end up in each other.
                    still(state, *into, Status::is_live)?;
                }
                match (change.fits(now), change.is_consequence()) {
                    (true, _) => Ok(true),
                    (false, true) => Ok(false),
                    (false, false) => Err(UndoRefusal::ChangedSince { request: *request }.into()),
                }
            }
            RequestEvent::Merged { into, .. } => {
                still(state, *into, |status| {
                    !matches!(status, Status::Merged { .. })
                })?;
                Ok(true)
            }
            RequestEvent::Received { .. }
            | RequestEvent::Joined { .. }
            | RequestEvent::Noted { .. }
            | RequestEvent::Attempted { .. }
            | RequestEvent::Retracted { .. } => Ok(true),
        }
    }
}

fn still(state: &State, id: RequestId, is: impl Fn(Status) -> bool) -> Result<(), Refusal> {
    let there = state.request(id).is_some_and(|request| is(request.status));
    if there {
        Ok(())
    } else {
        Err(UndoRefusal::ChangedSince { request: id }.into())
    }
}

fn makes_or_voids(change: &Change) -> bool {
    matches!(
        change,
        Change::Status {
            from: Status::Void,
            ..
        } | Change::Status {
            to: Status::Void,
            ..
        }
    )
}

fn on_change(change: &Change) -> &'static [May] {
    use May as M;
    match change {
        Change::Group { .. } => &[M::Board],
        Change::Organisation { .. } | Change::Wish { .. } | Change::Deadline { .. } => {
            &[M::Board, M::Quotation]
        }
        Change::Kind { .. } => &[M::Assignment, M::Quotation],
        // Reopened, or brought back: what was begun since would lie under a request that is done with.
        Change::Status { .. } => &[M::Board, M::Quotation, M::Work],
        Change::Assignee { .. }
        | Change::Turn { .. }
        | Change::Stage { .. }
        | Change::Subject { .. }
        | Change::Tag { .. }
        | Change::Watch { .. }
        | Change::Finding { .. }
        | Change::Attempts { .. }
        | Change::Related { .. }
        | Change::Language { .. } => &[],
    }
}

/// Returns the request whose quotations and postings something may lie under, and from which record on they count as
/// made since; `None` where taking it back leaves the request as open as it is.
fn counted(event: &RequestEvent, seq: Seq) -> Option<(RequestId, Seq)> {
    match event {
        // Whenever it was posted, it was posted as this.
        RequestEvent::Changed {
            request,
            change: Change::Group { .. },
        } => Some((*request, 0)),
        RequestEvent::Received { received } => Some((received.id, 0)),
        RequestEvent::Changed {
            request,
            change: Change::Status { from, .. },
        } => matches!(from, Status::Closed { .. } | Status::Void).then_some((*request, seq)),
        RequestEvent::Changed { request, .. } => Some((*request, seq)),
        RequestEvent::Merged {
            into, joined: true, ..
        } => Some((*into, seq)),
        RequestEvent::Merged {
            request,
            joined: false,
            ..
        } => Some((*request, seq)),
        RequestEvent::Joined { .. }
        | RequestEvent::Noted { .. }
        | RequestEvent::Attempted { .. }
        | RequestEvent::Retracted { .. } => None,
    }
}

/// Whether it is of what a request says, rather than of whether it goes on at all.
fn is_of_facts(event: &RequestEvent) -> bool {
    !matches!(
        event,
        RequestEvent::Received { .. }
            | RequestEvent::Merged { .. }
            | RequestEvent::Changed {
                change: Change::Status { .. },
                ..
            }
    )
}

/// An assignment by the matrix that came behind the record, from the kind it set.
fn assigned_on(state: &State, event: &RequestEvent, seq: Seq) -> Option<Footing> {
    let RequestEvent::Changed {
        request,
        change: Change::Kind { to: Some(kind), .. },
    } = event
    else {
        return None;
    };
    let now = state.request(*request)?;
    let by_matrix =
        now.assignee.is_some() && now.assignee == state.routing().route(*kind, state).to;
    let since = Seq::from(now.assigned_in) > seq && now.kind == Some(*kind);
    (by_matrix && since).then_some(Footing::Assignment(*request))
}

/// The merge that a merge, or a request that was made here, lies under.
fn merged_on(state: &State, event: &RequestEvent) -> Option<Footing> {
    let id = match event {
        RequestEvent::Merged { into, .. } => *into,
        RequestEvent::Received { received } => {
            let mut parts = state.requests().merged_into(received.id);
            if let Some(part) = parts.next() {
                return Some(Footing::Merge(part));
            }
            received.id
        }
        _ => return None,
    };
    match state.request(id)?.status {
        Status::Merged { .. } => Some(Footing::Merge(id)),
        _ => None,
    }
}

/// What was done to a request that was made here, or that was brought back, since.
fn worked_on(state: &State, event: &RequestEvent, seq: Seq) -> Option<Footing> {
    let (id, untouched) = match event {
        RequestEvent::Received { received } => {
            let now = state.request(received.id)?;
            // A note changes nothing of it, and would be lost to who wrote it.
            let mut since = now.trail.iter().map(|record| Seq::from(*record));
            let written_on = since.any(|record| record > seq && state.stands(record));
            (received.id, !written_on && is_as_received(now, received))
        }
        RequestEvent::Changed {
            request,
            change: Change::Status {
                from: Status::Void, ..
            },
        } => {
            let last = state.request(*request)?.trail.last().copied();
            (*request, last.is_some_and(|last| Seq::from(last) == seq))
        }
        _ => return None,
    };
    (!untouched).then_some(Footing::Work(id))
}

/// Whether nothing of a request is otherwise than when it came in, but for what merely follows.
fn is_as_received(now: &Request, received: &Received) -> bool {
    let meta = Meta {
        seq: 0,
        at: now.received_at,
        actor: None,
        on_behalf: None,
        command: 0,
    };
    let then = Request {
        turn: now.turn,
        counted: now.counted,
        turn_at: now.turn_at,
        superseded: now.superseded,
        moved_in: now.moved_in,
        step: now.step,
        milestones: now.milestones,
        attempts: now.attempts,
        touched_at: now.touched_at,
        claimed_at: now.claimed_at,
        assigned_in: now.assigned_in,
        trail: now.trail.clone(),
        revision: now.revision,
        ..new_request(&meta, received)
    };
    *now == then
}

/// Returns what puts right whose turn it is after `events`: it may stand as it came later, but not against where a
/// request stands now. Nobody owes anything on what is done, and somebody does on what is open again.
pub(in crate::domain) fn turns_settled(after: &State, now: Millis, events: &[Event]) -> Vec<Event> {
    let Some(house) = after.house() else {
        return Vec::new();
    };
    let moved = events.iter().filter_map(|event| match event {
        Event::Request(RequestEvent::Changed {
            request,
            change: Change::Status { .. },
        }) => after.request(*request),
        _ => None,
    });
    let wrong = moved.filter_map(|request| {
        let to = match request.status {
            Status::Closed { .. } | Status::Merged { .. } => Turn::NOBODY,
            Status::Open | Status::Snoozed { .. } if request.turn == Turn::NOBODY => {
                Turn::answer(house, now, request.deadline)
            }
            Status::Open | Status::Snoozed { .. } | Status::Void => request.turn,
        };
        let change = Change::Turn {
            from: request.turn,
            to,
        };
        (to != request.turn).then_some(Event::Request(RequestEvent::Changed {
            request: request.id,
            change,
        }))
    });
    wrong.collect()
}
