//! Undo and redo (REQ-11): each person has a stack of their records that can be taken back.
//!
//! Undoing writes a new record that turns the old one's events round; nothing is ever removed.

pub mod footing;
pub mod refusal;
pub mod stands;
pub(in crate::domain) mod table;

use footing::Footing;
use stands::still_so;

use super::event::Event;
use super::person::Permission;
use super::refusal::Refusal;
use super::request::change::Change;
use super::request::{Status, Turn};
use super::state::State;
use crate::domain::decision::{Decision, Facts};
use crate::domain::opportunity::rules::run::may_run;
use crate::domain::request::event::RequestEvent;
use crate::domain::undo::refusal::UndoRefusal;

/// Decides an undo or a redo: both turn the events of an earlier record round.
pub(super) fn decide(state: &State, facts: &Facts, redo: bool) -> Result<Decision, Refusal> {
    let nothing = if redo {
        Refusal::Undo(UndoRefusal::NothingToRedo)
    } else {
        Refusal::Undo(UndoRefusal::NothingToUndo)
    };
    let Some(earlier) = &facts.earlier else {
        return Err(nothing);
    };
    for event in earlier.events.iter().rev() {
        if let Some(inverse) = event.inverse(earlier.seq) {
            permitted(state, facts, &inverse)?;
        }
        unhindered(stands::stands_on(state, event, earlier.seq))?;
    }
    let mut events = Vec::with_capacity(earlier.events.len() + 1);
    let mut after = state.clone();
    for event in earlier.events.iter().rev() {
        let Some(inverse) = event.inverse(earlier.seq) else {
            continue;
        };
        unhindered(stands::session_on(&after, event))?;
        match settle(&after, inverse)? {
            Some(inverse) => {
                after.apply(&facts.probe(state), std::slice::from_ref(&inverse));
                events.push(inverse);
            }
            None => continue,
        }
    }
    settle_turns(&after, facts, &mut events);
    events.push(if redo {
        Event::Redone { of: earlier.seq }
    } else {
        Event::Undone { of: earlier.seq }
    });
    Ok(Decision::of(events))
}

/// Nothing is taken back that something stands on.
fn unhindered(on: Option<Footing>) -> Result<(), Refusal> {
    on.map_or(Ok(()), |footing| Err(UndoRefusal::StoodOn(footing).into()))
}

/// Whose turn it is may stand as it came later, but not against where a request stands now: nobody
/// owes anything on what is done, and somebody does on what is open again.
fn settle_turns(after: &State, facts: &Facts, events: &mut Vec<Event>) {
    let Some(house) = after.house() else { return };
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
                Turn::answer(house, facts.now, request.deadline)
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
    let wrong: Vec<Event> = wrong.collect();
    events.extend(wrong);
}

/// Turning something round needs the right to do it (PPL-1): roles may have changed since.
fn permitted(state: &State, facts: &Facts, inverse: &Event) -> Result<(), Refusal> {
    let person = facts
        .actor
        .and_then(|actor| state.person(actor))
        .ok_or(Refusal::NobodyKnown)?;
    match inverse {
        Event::People(event) => event.permitted(person),
        Event::Request(event) => event.permitted(person),
        Event::Directory(_) | Event::Credit { .. } => person.needs(Permission::WorkRequests),
        Event::Opportunity { opportunity, .. } => {
            let opportunity = state.board().opportunity(*opportunity);
            let mission = opportunity.and_then(|o| o.mission.as_deref());
            match mission {
                Some(mission) if may_run(person, mission) => Ok(()),
                Some(_) => Err(Refusal::NotPermitted(Permission::RunMissions)),
                None => Err(UndoRefusal::Overtaken.into()),
            }
        }
        Event::Quotation { event, .. } => {
            let needs = event.needs();
            let may = needs.iter().find(|needed| person.may(**needed));
            let needed = may.or(needs.first()).copied();
            person.needs(needed.unwrap_or(Permission::Quote))
        }
        Event::House(_) | Event::Restated { .. } => person.needs(Permission::ManageHouse),
        Event::Access(_) => person.needs(Permission::ManagePeople),
        Event::Undone { .. } | Event::Redone { .. } => Ok(()),
    }
}

/// The inverse as it can be made now: `None` where what came later may simply stand.
fn settle(state: &State, inverse: Event) -> Result<Option<Event>, Refusal> {
    let as_left = match &inverse {
        Event::Request(event) => event.settled(state)?,
        Event::Directory(event) => event.settled(state)?,
        Event::People(event) => {
            event.settled(state)?;
            true
        }
        Event::Opportunity {
            opportunity, event, ..
        } => {
            let now = state.board().opportunity(*opportunity);
            still_so(now.is_some_and(|now| event.fits(now)))?;
            true
        }
        Event::Quotation {
            quotation, event, ..
        } => {
            still_so(state.quotations().fits(*quotation, event))?;
            true
        }
        _ => true,
    };
    Ok(as_left.then_some(inverse))
}
