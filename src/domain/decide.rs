//! What a command would come to: the events to record, or the refusal. Nothing is changed here.

use super::area::SentBy;
use super::command::{Command, handed_on};
use super::decision::{Decides, Decision, Facts};
use super::ids::PersonId;
use super::person::{Permission, Person};
use super::refusal::Refusal;
use super::state::State;
use super::{undo, wholes};
use crate::domain::escrow::rules::follows::follow;
use crate::domain::eyes::Eyes;
use crate::domain::house::refusal::HouseRefusal;

/// Decides. The actor's roles are read now, not when they logged in (PPL-1).
pub fn decide(state: &State, facts: &Facts, command: &Command) -> Result<Decision, Refusal> {
    let told = |refusal| state.told(facts.actor, refusal);
    let mut decision = guarded(state, facts, command).map_err(told)?;
    for (_, refusal) in &mut decision.skipped {
        *refusal = told(refusal.clone());
    }
    Ok(decision)
}

/// Decides what its actor may do, if it writes over nothing unseen.
fn guarded(state: &State, facts: &Facts, command: &Command) -> Result<Decision, Refusal> {
    authorise(state, facts, command)?;
    if let Some((id, revision)) = facts.seen
        && facts
            .actor
            .and_then(|actor| Eyes::of(state, actor)?.request(id).ok())
            .is_some_and(|request| request.revision != revision)
    {
        return Err(Refusal::Stale { request: id });
    }
    let decision = match command {
        Command::Upon { seen, command } => {
            wholes::unmoved(state, facts.actor, *seen, command)?;
            decided(state, facts, command)
        }
        Command::Over { why, command } => {
            wholes::excused(state, facts.actor, *why, command)?;
            decided(state, facts, command)
        }
        bare => {
            wholes::read(state, facts.actor, bare)?;
            decided(state, facts, bare)
        }
    };
    follow(state, facts, decision?)
}

/// Decides what may be done, as far as was read before what it writes.
fn decided(state: &State, facts: &Facts, command: &Command) -> Result<Decision, Refusal> {
    handed_on!(command, command => command.decide(state, facts),
        Command::Undo => undo::decide(state, facts, false),
        Command::Redo => undo::decide(state, facts, true),
        // Within another one it says nothing more than alone.
        Command::Upon { .. } | Command::Over { .. } => decide(state, facts, command))
}

/// Whether the actor may do this at all. The house itself may do nothing but what its area says it may.
fn authorise(state: &State, facts: &Facts, command: &Command) -> Result<(), Refusal> {
    let sent_by = command.sent_by();
    match (sent_by, state.house()) {
        (SentBy::First, None) => return Ok(()),
        (SentBy::First, Some(_)) => return Err(HouseRefusal::AlreadySetUp.into()),
        (_, None) => return Err(HouseRefusal::NotSetUp.into()),
        (_, Some(_)) => {}
    }
    let Some(actor) = facts.actor else {
        return match sent_by {
            SentBy::HouseToo | SentBy::Stranger if facts.on_behalf.is_none() => Ok(()),
            SentBy::HouseToo | SentBy::Stranger | SentBy::Person | SentBy::First => {
                Err(Refusal::NobodyKnown)
            }
        };
    };
    let person = state
        .person(actor)
        .filter(|p| p.active)
        .ok_or_else(|| state.stranger(actor))?;
    if let Some(other) = facts.on_behalf {
        on_behalf(state, person, other)?;
    }
    match command.needed() {
        // Who is known has no need of it, whatever they may do.
        Some(needed) if sent_by == SentBy::Stranger => Err(Refusal::NotPermitted(needed)),
        Some(needed) if !person.may(needed) => Err(Refusal::NotPermitted(needed)),
        Some(_) | None => Ok(()),
    }
}

impl Person {
    /// Refuses, unless this person has the right.
    pub(in crate::domain) fn needs(&self, needed: Permission) -> Result<(), Refusal> {
        match self.may(needed) {
            true => Ok(()),
            false => Err(Refusal::NotPermitted(needed)),
        }
    }
}

/// Only staff act for others (PPL-3), and only for somebody there is.
fn on_behalf(state: &State, actor: &Person, other: PersonId) -> Result<(), Refusal> {
    if !actor.is_staff() {
        return Err(Refusal::NotPermitted(Permission::WorkRequests));
    }
    let known = state.person(other).map(drop);
    known.ok_or_else(|| state.nobody(other))
}
