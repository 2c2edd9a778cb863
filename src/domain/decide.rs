//! What a command would come to: the events to record, or the refusal. Nothing is changed here.

use super::command::Command;
use super::decision::{Decision, Facts};
use super::ids::PersonId;
use super::person::{Permission, Person};
use super::refusal::Refusal;
use super::state::State;
use super::{access, house, opportunity, organisation, person, quotation, request, undo, wholes};
use crate::domain::access::command::AccessCommand;
use crate::domain::eyes::Eyes;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::request::command::RequestCommand;

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
    match command {
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
    }
}

/// Decides what may be done, as far as was read before what it writes.
fn decided(state: &State, facts: &Facts, command: &Command) -> Result<Decision, Refusal> {
    match command {
        Command::House(command) => house::rules::decide(state, command),
        Command::People(command) => person::rules::decide(state, facts, command),
        Command::Access(command) => access::rules::decide(state, facts, command),
        Command::Directory(command) => organisation::rules::decide(state, command),
        Command::Request(command) => request::rules::decide(state, facts, command),
        Command::Board(command) => opportunity::rules::decide(state, facts, command),
        Command::Quotation(command) => quotation::rules::decide(state, facts, command),
        Command::Undo => undo::decide(state, facts, false),
        Command::Redo => undo::decide(state, facts, true),
        // Within another one it says nothing more than alone.
        Command::Upon { .. } | Command::Over { .. } => decide(state, facts, command),
    }
}

/// Whether the actor may do this at all. The house itself may only take in mail, wake requests, and
/// redeem an invitation for somebody at its door, who is nobody yet.
fn authorise(state: &State, facts: &Facts, command: &Command) -> Result<(), Refusal> {
    if let Command::House(HouseCommand::SetUp { .. }) = command {
        return if state.house().is_some() {
            Err(HouseRefusal::AlreadySetUp.into())
        } else {
            Ok(())
        };
    }
    if state.house().is_none() {
        return Err(HouseRefusal::NotSetUp.into());
    }
    let Some(actor) = facts.actor else {
        return match command {
            Command::Request(RequestCommand::Receive(_))
            | Command::Request(RequestCommand::WakeDue)
            | Command::Access(AccessCommand::Redeem { .. })
                if facts.on_behalf.is_none() =>
            {
                Ok(())
            }
            _ => Err(Refusal::NobodyKnown),
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
        Some(needed) if matches!(command, Command::Access(AccessCommand::Redeem { .. })) => {
            Err(Refusal::NotPermitted(needed))
        }
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
