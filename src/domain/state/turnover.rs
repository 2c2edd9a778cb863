//! Who became another, and who is staff: lists of people are kept true by what changed, and what is asked of staff
//! costs nothing that grows with everybody else. Never written: made anew from the rows.

use imbl::{OrdSet, Vector};

use crate::domain::ids::{ContactId, PersonId};
use crate::domain::person::Person;

/// How many changes are known for lists that catch up; one that fell further behind is made anew.
const KEPT: usize = 4_096;

/// What is known of people beside their rows.
#[derive(Clone, Debug, Default)]
pub(in crate::domain) struct Turnover {
    /// How often somebody became another.
    revision: u64,
    /// Who did, the last ones.
    lately: Vector<PersonId>,
    staff: OrdSet<PersonId>,
    /// Who can log in as which client's contact.
    clients: OrdSet<(ContactId, PersonId)>,
}

impl Turnover {
    /// Notes that a person is another now.
    pub(in crate::domain) fn note(&mut self, person: PersonId) {
        self.revision += 1;
        self.lately.push_back(person);
        if self.lately.len() > KEPT {
            self.lately.pop_front();
        }
    }

    /// Returns how often somebody became another.
    pub(in crate::domain) fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns who became another since `before`, in no order, perhaps several times; `None` when that is too long
    /// ago to tell.
    pub(in crate::domain) fn since(
        &self,
        before: &Turnover,
    ) -> Option<impl Iterator<Item = PersonId> + '_> {
        let missed = self.revision.checked_sub(before.revision)?;
        let from = self
            .lately
            .len()
            .checked_sub(usize::try_from(missed).ok()?)?;
        Some(self.lately.iter().skip(from).copied())
    }

    /// Keeps whether a person is staff.
    pub(in crate::domain) fn index(&mut self, person: &Person) {
        match person.is_staff() {
            true => self.staff.insert(person.id),
            false => self.staff.remove(&person.id),
        };
    }

    /// Returns who is staff, in the order of their ids.
    pub(in crate::domain) fn staff(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.staff.iter().copied()
    }

    /// Keeps as which client's contact a person can log in, and no longer as which.
    pub(in crate::domain) fn link(
        &mut self,
        person: PersonId,
        before: Option<ContactId>,
        to: Option<ContactId>,
    ) {
        if let Some(before) = before {
            self.clients.remove(&(before, person));
        }
        self.clients
            .extend(to.into_iter().map(|contact| (contact, person)));
    }

    /// Returns who can log in as this contact.
    pub(in crate::domain) fn people_of(
        &self,
        contact: ContactId,
    ) -> impl Iterator<Item = PersonId> + '_ {
        let theirs = (contact, PersonId(0))..=(contact, PersonId(u32::MAX));
        self.clients.range(theirs).map(|(_, person)| *person)
    }
}
