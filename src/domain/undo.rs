//! Undo and redo (REQ-11): each person has a stack of their records that can be taken back.
//!
//! Undoing writes a new record that turns the old one's events round; nothing is ever removed.

pub mod footing;
pub mod refusal;
pub mod stands;
pub(in crate::domain) mod table;

use footing::Footing;
use table::TakenBack;

use super::event::{Event, handed_on};
use super::person::Permission;
use super::refusal::Refusal;
use super::state::State;
use crate::domain::decision::{Decision, Facts};
use crate::domain::request::rules::turns_settled;
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
        unhindered(stands::session_on(&after, event, earlier.seq))?;
        match settle(&after, inverse)? {
            Some(inverse) => {
                after.apply(&facts.probe(state), std::slice::from_ref(&inverse));
                events.push(inverse);
            }
            None => continue,
        }
    }
    let turns = turns_settled(&after, facts.now, &events);
    events.extend(turns);
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

/// Turning something round needs the right to do it (PPL-1): roles may have changed since.
fn permitted(state: &State, facts: &Facts, inverse: &Event) -> Result<(), Refusal> {
    let person = facts
        .actor
        .and_then(|actor| state.person(actor))
        .ok_or(Refusal::NobodyKnown)?;
    handed_on!(inverse, event => event.permitted(state, person),
        Event::Undone { .. } | Event::Redone { .. } => Ok(()),
        Event::Restated { .. } => person.needs(Permission::ManageHouse))
}

/// The inverse as it can be made now: `None` where what came later may simply stand.
fn settle(state: &State, inverse: Event) -> Result<Option<Event>, Refusal> {
    let as_left = handed_on!(&inverse, event => event.settled(state)?,
        Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => true);
    Ok(as_left.then_some(inverse))
}
