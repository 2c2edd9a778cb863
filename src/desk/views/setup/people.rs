//! What the house lacks in people: somebody for each step of the work, and a way in for others than who looks.

use super::{Found, Mend};
use crate::domain::person::{Permission, Person};
use crate::domain::{PersonId, State};

/// What staff must be allowed for the work to go on, and the text that says that nobody is.
const STEPS: [(Permission, &str); 4] = [
    (Permission::WorkRequests, "settings-lack-officer"),
    (Permission::PriceQuotations, "settings-lack-pricing"),
    (Permission::AssembleQuotations, "settings-lack-assembly"),
    (Permission::PostOpportunities, "settings-lack-posting"),
];

impl Found {
    /// Takes note of who is missing, as `me` looks.
    pub(super) fn of_people(&mut self, state: &State, me: PersonId) {
        let mut staff = Vec::new();
        staff.extend(state.staff().filter(|person| person.active));
        for (permission, text) in STEPS {
            let nobody = !staff.iter().any(|person| person.may(permission));
            self.note(nobody, text, Mend::People, Vec::new());
        }
        let proposes = |person: &Person| person.may(Permission::Propose);
        let nobody = !state.people().any(|person| proposes(person));
        let text = "settings-lack-facilitators";
        self.note(nobody, text, Mend::People, Vec::new());
        let other = |person: PersonId| {
            let person = state.person(person).filter(|person| person.id != me);
            person.is_some_and(|person| person.active)
        };
        let mut keys = state.access().keys().filter(|key| key.is_live());
        let nobody = !keys.any(|key| other(key.person));
        self.note(nobody, "settings-lack-keys", Mend::People, Vec::new());
    }
}
