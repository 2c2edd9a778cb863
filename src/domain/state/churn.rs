//! Which organisations became others lately, by what is known of them or of their contacts: lists of them are kept true by
//! what changed. Never written.

use imbl::Vector;

use super::State;
use crate::domain::ids::OrganisationId;

/// How many changes are known for lists that catch up; one that fell further behind is made anew.
const KEPT: usize = 4_096;

/// What became another.
#[derive(Clone, Debug, Default)]
pub(in crate::domain) struct Churn {
    revision: u64,
    lately: Vector<OrganisationId>,
}

impl Churn {
    /// Notes that an organisation is another now.
    pub(in crate::domain) fn note(&mut self, id: OrganisationId) {
        self.revision += 1;
        self.lately.push_back(id);
        if self.lately.len() > KEPT {
            self.lately.pop_front();
        }
    }
}

impl State {
    /// Goes up when anything else is known of an organisation or of its contacts. Only for states that came one from the
    /// other.
    pub fn directory_revision(&self) -> u64 {
        self.churn.revision
    }

    /// Returns the organisations of which something else is known than in `before`, or of whose contacts, each once;
    /// `None` when that is too long ago to tell. Only for a state that came from `before`.
    pub fn organisations_since(&self, before: &State) -> Option<Vec<OrganisationId>> {
        let missed = self.churn.revision.checked_sub(before.churn.revision)?;
        let lately = &self.churn.lately;
        let from = lately.len().checked_sub(usize::try_from(missed).ok()?)?;
        let mut changed: Vec<OrganisationId> = lately.iter().skip(from).copied().collect();
        changed.sort_unstable();
        changed.dedup();
        Some(changed)
    }
}
