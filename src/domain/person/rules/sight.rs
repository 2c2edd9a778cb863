//! Who may know of a facilitator, and of a saved view (PPL-2).

use std::sync::Arc;

use crate::domain::eyes::Eyes;
use crate::domain::ids::{PersonId, ViewId};
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{Person, Role};
use crate::domain::refusal::Refusal;
use crate::domain::saved_view::SavedView;

impl<'a> Eyes<'a> {
    /// Returns a saved view: one's own, or one that all see.
    ///
    /// # Errors
    /// [`Refusal::NoSuchThing`] when there is none, or it is not theirs to see.
    pub fn saved_view(&self, id: ViewId) -> Result<&'a Arc<SavedView>, Refusal> {
        let mut views = self.state.views();
        let found = views.find(|view| view.id == id);
        let found = found.filter(|view| view.shared || view.owner == self.id());
        found.ok_or(Refusal::NoSuchThing)
    }

    /// Returns a facilitator: to staff whoever is one, to others those whose profile is published, and themselves.
    ///
    /// # Errors
    /// [`PeopleRefusal::NoSuchPerson`] when there is none, or they are not theirs to see.
    pub fn facilitator(&self, id: PersonId) -> Result<&'a Arc<Person>, Refusal> {
        let known = self.state.person(id);
        let known = known.filter(|p| p.active && p.roles.contains(&Role::Facilitator));
        let published = || self.state.profile(id).is_some_and(|p| p.published);
        let known = known.filter(|_| self.staff || id == self.id() || published());
        known.ok_or(Refusal::People(PeopleRefusal::NoSuchPerson))
    }
}
