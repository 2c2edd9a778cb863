//! What a session knows of its own person and of the house.

use super::firm::called_of;
use super::home::{Waits, waits};
use super::people::Colleague;
use super::row::SavedViewRow;
use crate::desk::Published;
use crate::domain::person::{Permission, Preferences, Role};
use crate::domain::state::Missing;
use crate::domain::{FirmId, Millis, PersonId, Refusal};
use crate::text::sanitise::clean_line;

/// The person of a session, and what waits for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they are.
    pub roles: Vec<Role>,
    /// What they may do.
    pub permissions: Vec<Permission>,
    /// How they like the workstation.
    pub preferences: Preferences,
    /// The firm they act for (PPL-7).
    pub firm: FirmId,
    /// What it is called; `None` for who is alone and in no other.
    pub firm_name: Option<String>,
    /// The house's name.
    pub house: String,
    /// The house's time zone.
    pub zone: chrono_tz::Tz,
    /// Whether this is the sample house.
    pub sample: bool,
    /// What waits for them, place by place.
    pub waits: Waits,
    /// The saved views they see.
    pub views: Vec<SavedViewRow>,
    /// Whether they have something to undo, and to redo.
    pub undo: (bool, bool),
    /// Why nothing can be recorded any more, when that is so.
    pub trouble: Option<String>,
}

impl Me {
    /// Whether they are a client's contact and nothing else: no word of ours means anything to them.
    pub fn is_client(&self) -> bool {
        let only = |role: &Role| *role == Role::ClientContact;
        !self.roles.is_empty() && self.roles.iter().all(only)
    }

    /// Whether they may do this.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }
}

impl Published {
    /// What `person` may know of themselves; `None` when they may not enter.
    pub fn me(&self, person: PersonId, now: Millis) -> Option<Me> {
        let state = self.state();
        let (person, house) = (state.person(person).filter(|p| p.active)?, state.house()?);
        let may = |permission: &Permission| person.may(*permission);
        let reads = person.may(Permission::ReadInbox);
        let stacks = state.stacks(person.id);
        Some(Me {
            id: person.id,
            name: clean_line(&person.name).into_owned(),
            roles: person.roles.clone(),
            permissions: Permission::ALL.into_iter().filter(may).collect(),
            preferences: person.preferences.clone(),
            firm: state.acting(person.id),
            firm_name: person
                .may(Permission::Propose)
                .then(|| called_of(state, person.id))
                .flatten(),
            house: clean_line(&house.name).into_owned(),
            zone: house.calendar.zone(),
            sample: house.sample,
            waits: waits(state, person.id, now),
            views: state
                .views()
                .filter(|view| reads && (view.shared || view.owner == person.id))
                .map(|view| SavedViewRow {
                    id: view.id,
                    name: clean_line(&view.name).into_owned(),
                    query: clean_line(&view.query).into_owned(),
                    shared: view.shared,
                    own: view.owner == person.id,
                })
                .collect(),
            undo: (
                stacks.is_some_and(|s| s.next_undo().is_some()),
                stacks.is_some_and(|s| s.next_redo().is_some()),
            ),
            trouble: self.trouble().map(str::to_owned),
        })
    }

    /// Whether there is a house in this store.
    pub fn is_set_up(&self) -> bool {
        self.state().house().is_some()
    }

    /// Whether this is the sample house.
    pub fn is_sample(&self) -> bool {
        self.state().house().is_some_and(|house| house.sample)
    }

    /// Returns what is missing of this house because records are lost.
    pub fn missing(&self) -> Option<Missing> {
        self.state().missing()
    }

    /// Returns a refusal that `person` gets as it is true where records are lost.
    #[must_use]
    pub fn told(&self, person: Option<PersonId>, refusal: Refusal) -> Refusal {
        self.state().told(person, refusal)
    }

    /// The active staff, for the question who is at this terminal.
    pub fn staff(&self) -> Vec<Colleague> {
        let staff = self.state().staff().filter(|person| person.active);
        staff.map(|person| Colleague::of(person)).collect()
    }

    /// Everybody who may enter the sample house, whom anybody may be there; nobody elsewhere.
    pub fn cast(&self) -> Vec<Colleague> {
        if !self.is_sample() {
            return Vec::new();
        }
        let cast = self.state().people().filter(|person| person.active);
        cast.map(|person| Colleague::of(person)).collect()
    }

    /// Who looks at the sample house first: the first relation officer who is nothing else.
    pub fn guest(&self) -> Option<PersonId> {
        let mut cast = self.cast().into_iter();
        let guest = cast.find(|one| one.roles == [Role::RelationOfficer]);
        guest.map(|one| one.id)
    }
}

impl super::Sight {
    /// Everybody who may enter the sample house, whom anybody may be there; nobody elsewhere.
    pub fn cast(&self) -> Vec<Colleague> {
        self.published().cast()
    }
}
