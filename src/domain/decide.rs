//! What a command would come to: the events to record, or the refusal. Nothing is changed here.

mod organisations;
mod people;
mod views;

use super::Millis;
use super::access;
use super::access::eyes::Eyes;
use super::command::Command;
use super::event::Event;
use super::facilitator;
use super::house::House;
use super::ids::{PersonId, RequestId};
use super::opportunity;
use super::person::{NewPerson, Permission, Person, Role};
use super::quotation;
use super::refusal::Refusal;
use super::request::{self, receive};
use super::routing::Routing;
use super::state::{Meta, State};
use super::terms::Terms;
use super::thing;
use super::undo::{self, Earlier};
use crate::domain::house::event::HouseEvent;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::person::refusal::PeopleRefusal;

/// What a command comes with: who, when, and what had to be read from the journal for it.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Now.
    pub now: Millis,
    /// Who acts; `None` is the house itself (a job, an import from the mail server's pipe).
    pub actor: Option<PersonId>,
    /// For whom they act (PPL-3).
    pub on_behalf: Option<PersonId>,
    /// The revision of the request its user saw, when that matters.
    pub seen: Option<(RequestId, u32)>,
    /// The record to turn round, for undo and redo.
    pub earlier: Option<Earlier>,
    /// What the text of a message says, when it was read before.
    pub reading: Option<receive::Reading>,
    /// The paper of the version that is sent; the desk makes it. `None` when a command is only tried out.
    pub outgoing: Option<Box<quotation::paper::Outgoing>>,
}

impl Facts {
    /// A stand-in for the record that is being decided, to try events out on a copy of the state.
    pub(super) fn probe(&self, state: &State) -> Meta {
        Meta {
            seq: state.seq() + 1,
            at: self.now,
            actor: None,
            on_behalf: None,
            command: 0,
        }
    }
}

/// What a command comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What happens; nothing, for a command that finds everything already done.
    pub events: Vec<Event>,
    /// The requests that refused, of several marked ones, each with why.
    pub skipped: Vec<(RequestId, Refusal)>,
}

impl Decision {
    /// These events, and nothing skipped.
    pub fn of(events: Vec<Event>) -> Decision {
        Decision {
            events,
            skipped: Vec::new(),
        }
    }
}

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
            thing::unmoved(state, facts.actor, *seen, command)?;
            decided(state, facts, command)
        }
        Command::Over { why, command } => {
            thing::excused(state, facts.actor, *why, command)?;
            decided(state, facts, command)
        }
        bare => {
            thing::read(state, facts.actor, bare)?;
            decided(state, facts, bare)
        }
    }
}

/// Decides what may be done, as far as was read before what it writes.
fn decided(state: &State, facts: &Facts, command: &Command) -> Result<Decision, Refusal> {
    match command {
        Command::SetUpHouse {
            house,
            routing,
            first,
        } => set_up(state, house, routing, first),
        Command::ChangeHouse(house) => {
            Ok(one(Event::House(HouseEvent::Changed { to: house.clone() })))
        }
        Command::ChangeRouting(routing) => change_routing(routing),
        Command::AddPerson(person) => people::add_person(state, person).map(one),
        Command::ChangeRoles { person, roles } => people::change_roles(state, *person, roles),
        Command::SetActive { person, active } => people::set_active(state, *person, *active),
        Command::EditPerson {
            person,
            name,
            email,
        } => people::edit_person(state, *person, name, email),
        Command::AddKey { person, key } => access::act::add_key(state, *person, key),
        Command::NameKey { fingerprint, name } => {
            access::act::name_key(state, facts, fingerprint, name)
        }
        Command::RevokeKey(fingerprint) => access::act::revoke_key(state, facts, fingerprint),
        Command::Invite {
            person,
            digest,
            until,
        } => access::act::invite(state, facts, *person, *digest, *until),
        Command::WithdrawInvitation(id) => access::act::withdraw(state, *id),
        Command::Redeem { digest, key } => access::act::redeem(state, facts, digest, key),
        Command::ChangePreferences(to) => people::change_preferences(state, facts, to),
        Command::AddOrganisation {
            profile,
            relation_until,
        } => organisations::add_organisation(state, profile, *relation_until),
        Command::ChangeOrganisation {
            organisation,
            profile,
        } => organisations::change_organisation(state, *organisation, profile),
        Command::EditContact { contact, entry } => super::contact::edit(state, *contact, entry),
        Command::Receive(incoming) => receive::receive(state, facts, incoming),
        Command::On { requests, act } => request::act::on(state, facts, requests, act),
        Command::Merge { from, into } => request::join::merge(state, from, *into),
        Command::Split { request, parts } => request::join::split(state, facts, *request, parts),
        Command::SaveView {
            name,
            query,
            shared,
        } => views::save_view(state, facts, name, query, *shared),
        Command::RemoveView(view) => views::remove_view(state, facts, *view),
        Command::WakeDue => request::act::wake_due(state, facts),
        Command::Undo => undo::decide(state, facts, false),
        Command::Redo => undo::decide(state, facts, true),
        Command::ChangeTerms(terms) => change_terms(state, terms),
        Command::KeepProfile { person, profile } => {
            facilitator::keep(state, facts, *person, profile)
        }
        Command::LinkContact { person, contact } => facilitator::link(state, *person, *contact),
        Command::Board(command) => opportunity::act::decide(state, facts, command),
        Command::Quotation(command) => quotation::act::decide(state, facts, command),
        Command::ChangePrices(prices) => quotation::act::change_prices(state, prices),
        Command::Prefer(one) => {
            let person = facts.actor.and_then(|actor| state.person(actor));
            let person = person.ok_or(Refusal::NobodyKnown)?;
            people::change_preferences(state, facts, &person.preferences.with(one))
        }
        // Within another one it says nothing more than alone.
        Command::Upon { .. } | Command::Over { .. } => decide(state, facts, command),
    }
}

/// Whether the actor may do this at all. The house itself may only take in mail, wake requests, and
/// redeem an invitation for somebody at its door, who is nobody yet.
fn authorise(state: &State, facts: &Facts, command: &Command) -> Result<(), Refusal> {
    if let Command::SetUpHouse { .. } = command {
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
            Command::Receive(_) | Command::WakeDue | Command::Redeem { .. }
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
    match Permission::needed(command) {
        // Who is known has no need of it, whatever they may do.
        Some(needed) if matches!(command, Command::Redeem { .. }) => {
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

fn one(event: Event) -> Decision {
    Decision::of(vec![event])
}

fn set_up(
    state: &State,
    house: &House,
    routing: &Routing,
    first: &NewPerson,
) -> Result<Decision, Refusal> {
    if house.name.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    let added = people::add_person(state, first)?;
    if !first.roles.contains(&Role::Administrator) {
        return Err(PeopleRefusal::LastAdministrator.into());
    }
    Ok(Decision::of(vec![
        Event::House(HouseEvent::Changed {
            to: Box::new(house.clone()),
        }),
        Event::House(HouseEvent::RoutingChanged {
            to: Box::new(routing.clone()),
        }),
        added,
    ]))
}

fn change_routing(routing: &Routing) -> Result<Decision, Refusal> {
    if routing.rows.len() > Routing::MOST {
        return Err(Refusal::TooLong {
            most: Routing::MOST,
        });
    }
    Ok(one(Event::House(HouseEvent::RoutingChanged {
        to: Box::new(routing.clone()),
    })))
}

fn change_terms(state: &State, terms: &Terms) -> Result<Decision, Refusal> {
    if let Some(field) = terms.fault() {
        return Err(HouseRefusal::TermsWrong { field }.into());
    }
    if **state.terms() == *terms {
        return Ok(Decision::default());
    }
    Ok(one(Event::House(HouseEvent::TermsChanged {
        to: Box::new(terms.clone()),
    })))
}
