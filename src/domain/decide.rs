//! What a command would come to: the events to record, or the refusal. Nothing is changed here.

use super::Millis;
use super::access;
use super::access::eyes::Eyes;
use super::command::Command;
use super::event::Event;
use super::facilitator;
use super::house::House;
use super::ids::{OrganisationId, PersonId, RequestId, ViewId};
use super::opportunity;
use super::organisation::{Organisation, Profile};
use super::person::{NewPerson, Permission, Person, Preferences, Role};
use super::quotation;
use super::refusal::Refusal;
use super::request::{self, receive};
use super::routing::Routing;
use super::saved_view::SavedView;
use super::state::{Meta, State};
use super::terms::Terms;
use super::thing;
use super::undo::{self, Earlier};

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
        Command::ChangeHouse(house) => Ok(one(Event::HouseChanged { to: house.clone() })),
        Command::ChangeRouting(routing) => change_routing(routing),
        Command::AddPerson(person) => add_person(state, person).map(one),
        Command::ChangeRoles { person, roles } => change_roles(state, *person, roles),
        Command::SetActive { person, active } => set_active(state, *person, *active),
        Command::EditPerson {
            person,
            name,
            email,
        } => edit_person(state, *person, name, email),
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
        Command::ChangePreferences(to) => change_preferences(state, facts, to),
        Command::AddOrganisation {
            profile,
            relation_until,
        } => add_organisation(state, profile, *relation_until),
        Command::ChangeOrganisation {
            organisation,
            profile,
        } => change_organisation(state, *organisation, profile),
        Command::EditContact { contact, entry } => super::contact::edit(state, *contact, entry),
        Command::Receive(incoming) => receive::receive(state, facts, incoming),
        Command::On { requests, act } => request::act::on(state, facts, requests, act),
        Command::Merge { from, into } => request::join::merge(state, from, *into),
        Command::Split { request, parts } => request::join::split(state, facts, *request, parts),
        Command::SaveView {
            name,
            query,
            shared,
        } => save_view(state, facts, name, query, *shared),
        Command::RemoveView(view) => remove_view(state, facts, *view),
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
            change_preferences(state, facts, &person.preferences.with(one))
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
            Err(Refusal::AlreadySetUp)
        } else {
            Ok(())
        };
    }
    if state.house().is_none() {
        return Err(Refusal::NotSetUp);
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
    let added = add_person(state, first)?;
    if !first.roles.contains(&Role::Administrator) {
        return Err(Refusal::LastAdministrator);
    }
    Ok(Decision::of(vec![
        Event::HouseChanged {
            to: Box::new(house.clone()),
        },
        Event::RoutingChanged {
            to: Box::new(routing.clone()),
        },
        added,
    ]))
}

fn change_routing(routing: &Routing) -> Result<Decision, Refusal> {
    if routing.rows.len() > Routing::MOST {
        return Err(Refusal::TooLong {
            most: Routing::MOST,
        });
    }
    Ok(one(Event::RoutingChanged {
        to: Box::new(routing.clone()),
    }))
}

fn change_terms(state: &State, terms: &Terms) -> Result<Decision, Refusal> {
    if let Some(field) = terms.fault() {
        return Err(Refusal::TermsWrong { field });
    }
    if **state.terms() == *terms {
        return Ok(Decision::default());
    }
    Ok(one(Event::TermsChanged {
        to: Box::new(terms.clone()),
    }))
}

fn add_person(state: &State, person: &NewPerson) -> Result<Event, Refusal> {
    let (name, email) = name_and_email(&person.name, &person.email)?;
    let person = Person {
        id: state.next_person(),
        name,
        email,
        roles: in_order(&person.roles)?,
        active: true,
        preferences: Preferences::default(),
    };
    Ok(Event::PersonAdded {
        person: Box::new(person),
    })
}

/// A person's name and mail address as they are kept.
fn name_and_email(name: &str, email: &str) -> Result<(Box<str>, Box<str>), Refusal> {
    const LONGEST_NAME: usize = 200;
    /// What a mail server takes.
    const LONGEST_EMAIL: usize = 320;
    let (name, email) = (name.trim(), email.trim());
    if name.is_empty() {
        return Err(Refusal::TextMissing);
    }
    for (text, most) in [(name, LONGEST_NAME), (email, LONGEST_EMAIL)] {
        if text.chars().count() > most {
            return Err(Refusal::TooLong { most });
        }
    }
    Ok((name.into(), email.into()))
}

fn edit_person(state: &State, id: PersonId, name: &str, email: &str) -> Result<Decision, Refusal> {
    let person = state.person(id).ok_or_else(|| state.nobody(id))?;
    let from = (person.name.clone(), person.email.clone());
    let to = name_and_email(name, email)?;
    if from == to {
        return Ok(Decision::default());
    }
    Ok(one(Event::PersonRenamed {
        person: id,
        from,
        to,
    }))
}

fn in_order(roles: &[Role]) -> Result<Vec<Role>, Refusal> {
    let roles: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| roles.contains(role))
        .collect();
    if roles.is_empty() {
        Err(Refusal::RoleMissing)
    } else {
        Ok(roles)
    }
}

fn change_roles(state: &State, id: PersonId, roles: &[Role]) -> Result<Decision, Refusal> {
    let person = state.person(id).ok_or_else(|| state.nobody(id))?;
    let to = in_order(roles)?;
    if !to.contains(&Role::Administrator) {
        another_administrator(state, id)?;
    }
    Ok(one(Event::RolesChanged {
        person: id,
        from: person.roles.clone(),
        to,
    }))
}

fn set_active(state: &State, id: PersonId, active: bool) -> Result<Decision, Refusal> {
    let person = state.person(id).ok_or_else(|| state.nobody(id))?;
    if person.active == active {
        return Err(Refusal::AlreadySo);
    }
    if !active {
        another_administrator(state, id)?;
    }
    Ok(one(Event::ActiveChanged {
        person: id,
        to: active,
    }))
}

/// Somebody must be left who can let people in.
fn another_administrator(state: &State, but: PersonId) -> Result<(), Refusal> {
    let left = state
        .people()
        .any(|p| p.id != but && p.active && p.roles.contains(&Role::Administrator));
    let was = state
        .person(but)
        .is_some_and(|p| p.roles.contains(&Role::Administrator));
    if left || !was {
        Ok(())
    } else {
        Err(Refusal::LastAdministrator)
    }
}

fn change_preferences(state: &State, facts: &Facts, to: &Preferences) -> Result<Decision, Refusal> {
    let actor = facts.actor.ok_or(Refusal::NobodyKnown)?;
    let person = state.person(actor).ok_or(Refusal::NobodyKnown)?;
    if person.preferences == *to {
        return Ok(Decision::default());
    }
    Ok(one(Event::PreferencesChanged {
        person: actor,
        to: to.clone(),
    }))
}

fn add_organisation(
    state: &State,
    profile: &Profile,
    relation_until: Option<Millis>,
) -> Result<Decision, Refusal> {
    if profile.name.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    if state.organisation_named(&profile.name).is_some() {
        return Err(Refusal::AlreadySo);
    }
    if profile
        .parent
        .is_some_and(|parent| state.organisation(parent).is_none())
    {
        return Err(Refusal::NoSuchThing);
    }
    let id = state.next_organisation();
    let organisation = Organisation {
        id,
        profile: profile.clone(),
        relation_until,
    };
    Ok(one(Event::OrganisationAdded {
        organisation: Box::new(organisation),
    }))
}

fn change_organisation(
    state: &State,
    id: OrganisationId,
    to: &Profile,
) -> Result<Decision, Refusal> {
    let from = &state.organisation(id).ok_or(Refusal::NoSuchThing)?.profile;
    if to.name.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    if to.parent == Some(id)
        || to
            .parent
            .is_some_and(|parent| state.organisation(parent).is_none())
    {
        return Err(Refusal::NoSuchThing);
    }
    if from == to {
        return Ok(Decision::default());
    }
    Ok(one(Event::ProfileChanged {
        organisation: id,
        from: Box::new(from.clone()),
        to: Box::new(to.clone()),
    }))
}

fn save_view(
    state: &State,
    facts: &Facts,
    name: &str,
    query: &str,
    shared: bool,
) -> Result<Decision, Refusal> {
    const LONGEST: usize = 500;
    const LONGEST_NAME: usize = 60;
    let owner = facts.actor.ok_or(Refusal::NobodyKnown)?;
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal::TextMissing);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::TooLong { most: LONGEST_NAME });
    }
    if query.chars().count() > LONGEST {
        return Err(Refusal::TooLong { most: LONGEST });
    }
    let same = state
        .views()
        .find(|view| view.owner == owner && &*view.name == name);
    let view = SavedView {
        id: same.map_or_else(|| state.next_view(), |view| view.id),
        name: name.into(),
        query: query.trim().into(),
        owner,
        shared,
    };
    let removed = same.map(|view| Event::ViewRemoved {
        view: Box::new((**view).clone()),
    });
    Ok(Decision::of(
        removed
            .into_iter()
            .chain([Event::ViewSaved {
                view: Box::new(view),
            }])
            .collect(),
    ))
}

fn remove_view(state: &State, facts: &Facts, id: ViewId) -> Result<Decision, Refusal> {
    let actor = facts.actor.and_then(|actor| Eyes::of(state, actor));
    let view = actor.ok_or(Refusal::NobodyKnown)?.saved_view(id)?;
    let may_share = facts
        .actor
        .and_then(|actor| state.person(actor))
        .is_some_and(|person| person.may(Permission::ShareViews));
    if facts.actor != Some(view.owner) && !(view.shared && may_share) {
        let owner = state
            .person(view.owner)
            .map_or("?".into(), |p| p.name.clone());
        return Err(Refusal::NotYours { owner });
    }
    Ok(one(Event::ViewRemoved {
        view: Box::new((**view).clone()),
    }))
}
