//! Makes what happened to people so, in the state.

use std::sync::Arc;

use super::super::State;
use crate::domain::meta::Meta;
use crate::domain::person::event::PeopleEvent;

impl State {
    pub(super) fn apply_people(&mut self, meta: &Meta, event: &PeopleEvent) {
        match event {
            PeopleEvent::Added { person } => {
                self.turnover.note(person.id);
                self.index_person(person);
                self.head.people.put((**person).clone());
            }
            PeopleEvent::RolesChanged { person, to, .. } => {
                self.change_person(*person, |p| p.roles.clone_from(to));
            }
            PeopleEvent::ActiveChanged { person, to } => {
                self.change_person(*person, |p| p.active = *to);
                self.call_those_of(*person);
            }
            PeopleEvent::PreferencesChanged { person, to } => {
                self.change_person(*person, |p| p.preferences = to.clone());
            }
            PeopleEvent::ViewSaved { view } => {
                self.head.last_view = self.head.last_view.max(view.id.0);
                self.head.views.insert(view.id, Arc::new((**view).clone()));
            }
            PeopleEvent::ViewRemoved { view } => {
                self.head.views.remove(&view.id);
            }
            PeopleEvent::Renamed { person, from, to } => {
                if from.0 != to.0 {
                    let before = self.head.former_names.entry(*person).or_default();
                    before.push((meta.seq, from.0.clone()));
                }
                self.change_person(*person, |p| (p.name, p.email) = to.clone());
            }
            PeopleEvent::ProfileKept { person, to, .. } => {
                self.board_revision += 1;
                let profile = Arc::new((**to).clone());
                self.head.profiles.insert(*person, profile);
            }
            PeopleEvent::ContactLinked { person, to, .. } => {
                self.turnover.note(*person);
                let before = match to {
                    Some(contact) => self.head.clients.insert(*person, *contact),
                    None => self.head.clients.remove(person),
                };
                self.turnover.link(*person, before, *to);
            }
            PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            } => {
                self.board_revision += 1;
                self.board.favour(*person, *opportunity, *there);
            }
        }
    }
}
