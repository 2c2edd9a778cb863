//! Applies what happened to people to the state.

use std::sync::Arc;

use crate::domain::ids::FirmId;
use crate::domain::meta::Meta;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for PeopleEvent {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        match self {
            PeopleEvent::Added { person } => {
                state.turnover.note(person.id);
                state.index_person(person);
                state.head.people.put((**person).clone());
            }
            PeopleEvent::RolesChanged { person, to, .. } => {
                state.change_person(*person, |p| p.roles.clone_from(to));
            }
            PeopleEvent::ActiveChanged { person, to } => {
                state.change_person(*person, |p| p.active = *to);
                state.call_those_of(*person);
            }
            PeopleEvent::PreferencesChanged { person, to } => {
                state.change_person(*person, |p| p.preferences = to.clone());
            }
            PeopleEvent::ViewSaved { view } => {
                state.head.last_view = state.head.last_view.max(view.id.0);
                state.head.views.insert(view.id, Arc::new((**view).clone()));
            }
            PeopleEvent::ViewRemoved { view } => {
                state.head.views.remove(&view.id);
            }
            PeopleEvent::Renamed { person, from, to } => {
                if from.0 != to.0 {
                    let before = state.head.former_names.entry(*person).or_default();
                    before.push((meta.seq, from.0.clone()));
                }
                state.change_person(*person, |p| (p.name, p.email) = to.clone());
            }
            PeopleEvent::ProfileKept { person, to, .. } => {
                state.board_revision += 1;
                state.keep_profile(FirmId::own(*person), to);
            }
            PeopleEvent::ContactLinked { person, to, .. } => {
                state.turnover.note(*person);
                let before = match to {
                    Some(contact) => state.head.clients.insert(*person, *contact),
                    None => state.head.clients.remove(person),
                };
                state.turnover.link(*person, before, *to);
            }
            PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            } => {
                state.board_revision += 1;
                state.board.favour(*person, *opportunity, *there);
            }
        }
    }
}
