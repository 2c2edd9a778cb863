//! Decisions on people: who is in the house, as what, and how they like the workstation. Who may decide so is asked
//! before.

mod apply;
pub(in crate::domain) mod profile;
mod sight;
mod undo;
mod views;

use crate::domain::State;
use crate::domain::decision::{Decides, Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{NewPerson, Person, Preferences, Role};
use crate::domain::refusal::Refusal;
use crate::domain::thing::{Thing, Writes};

impl Decides for PeopleCommand {
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal> {
        match self {
            PeopleCommand::Add(person) => add_person(state, person).map(one),
            PeopleCommand::ChangeRoles { person, roles } => change_roles(state, *person, roles),
            PeopleCommand::SetActive { person, active } => set_active(state, *person, *active),
            PeopleCommand::Edit {
                person,
                name,
                email,
            } => edit_person(state, *person, name, email),
            PeopleCommand::ChangePreferences(to) => change_preferences(state, facts, to),
            PeopleCommand::SaveView {
                name,
                query,
                shared,
            } => views::save_view(state, facts, name, query, *shared),
            PeopleCommand::RemoveView(view) => views::remove_view(state, facts, *view),
            PeopleCommand::KeepProfile { person, profile } => {
                profile::keep(state, facts, *person, profile)
            }
            PeopleCommand::LinkContact { person, contact } => {
                profile::link(state, *person, *contact)
            }
            PeopleCommand::Prefer(one) => {
                let person = facts.actor.and_then(|actor| state.person(actor));
                let person = person.ok_or(Refusal::NobodyKnown)?;
                change_preferences(state, facts, &person.preferences.with(one))
            }
        }
    }

    fn writes(&self, state: &State, actor: Option<PersonId>) -> Writes {
        match self {
            PeopleCommand::Edit { person, .. } => Writes::Whole(Thing::Person(*person)),
            PeopleCommand::ChangeRoles { person, .. } => Writes::Whole(Thing::Roles(*person)),
            PeopleCommand::ChangePreferences(_) => {
                actor.map_or(Writes::One, |me| Writes::Whole(Thing::Preferences(me)))
            }
            // Whose profile one may not keep, one is told nothing of.
            PeopleCommand::KeepProfile { person, .. } => {
                let own = actor.and_then(|id| state.person(id));
                let firm = state.acting(*person);
                match own.is_some_and(|me| profile::may_keep(state, me, firm)) {
                    true => Writes::Whole(firm.profile()),
                    false => Writes::One,
                }
            }
            // A view is what its person looks at when they save it: nothing of it was read before.
            PeopleCommand::SaveView { .. }
            | PeopleCommand::RemoveView(_)
            | PeopleCommand::Add(_)
            | PeopleCommand::SetActive { .. }
            | PeopleCommand::LinkContact { .. }
            | PeopleCommand::Prefer(_) => Writes::One,
        }
    }
}

pub(in crate::domain) fn add_person(state: &State, person: &NewPerson) -> Result<Event, Refusal> {
    let (name, email) = name_and_email(&person.name, &person.email)?;
    let person = Person {
        id: state.next_person(),
        name,
        email,
        roles: in_order(&person.roles)?,
        active: true,
        preferences: Preferences::default(),
    };
    Ok(Event::People(PeopleEvent::Added {
        person: Box::new(person),
    }))
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
    Ok(one(Event::People(PeopleEvent::Renamed {
        person: id,
        from,
        to,
    })))
}

fn in_order(roles: &[Role]) -> Result<Vec<Role>, Refusal> {
    let roles: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| roles.contains(role))
        .collect();
    if roles.is_empty() {
        Err(PeopleRefusal::RoleMissing.into())
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
    Ok(one(Event::People(PeopleEvent::RolesChanged {
        person: id,
        from: person.roles.clone(),
        to,
    })))
}

fn set_active(state: &State, id: PersonId, active: bool) -> Result<Decision, Refusal> {
    let person = state.person(id).ok_or_else(|| state.nobody(id))?;
    if person.active == active {
        return Err(Refusal::AlreadySo);
    }
    if !active {
        another_administrator(state, id)?;
    }
    Ok(one(Event::People(PeopleEvent::ActiveChanged {
        person: id,
        to: active,
    })))
}

/// Somebody must be left who can let people in.
fn another_administrator(state: &State, but: PersonId) -> Result<(), Refusal> {
    let left = state
        .staff()
        .any(|p| p.id != but && p.active && p.roles.contains(&Role::Administrator));
    let was = state
        .person(but)
        .is_some_and(|p| p.roles.contains(&Role::Administrator));
    if left || !was {
        Ok(())
    } else {
        Err(PeopleRefusal::LastAdministrator.into())
    }
}

fn change_preferences(state: &State, facts: &Facts, to: &Preferences) -> Result<Decision, Refusal> {
    let actor = facts.actor.ok_or(Refusal::NobodyKnown)?;
    let person = state.person(actor).ok_or(Refusal::NobodyKnown)?;
    if person.preferences == *to {
        return Ok(Decision::default());
    }
    Ok(one(Event::People(PeopleEvent::PreferencesChanged {
        person: actor,
        to: to.clone(),
    })))
}
