//! What there is of each client: its requests, those of its contacts, how many are open, when something was last
//! exchanged. Kept true at every change, and made anew from the rows; never written.

use std::sync::Arc;

use super::Requests;
use crate::domain::Millis;
use crate::domain::ids::{ContactId, OrganisationId, RequestId};
use crate::domain::request::Request;

/// What there is of one client in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exchanges {
    /// How many requests there were in all.
    pub requests: u32,
    /// How many of them are open or asleep.
    pub open: u32,
    /// When something was last exchanged about one of them.
    pub last: Option<Millis>,
}

impl Exchanges {
    /// Returns the figures of both together.
    #[must_use]
    pub fn with(self, other: Exchanges) -> Exchanges {
        Exchanges {
            requests: self.requests.saturating_add(other.requests),
            open: self.open.saturating_add(other.open),
            last: self.last.max(other.last),
        }
    }

    pub(super) fn count(&mut self, request: &Request) {
        self.requests = self.requests.saturating_add(1);
        self.open = self.open.saturating_add(u32::from(request.is_live()));
        self.last = self.last.max(Some(request.touched_at));
    }
}

impl Requests {
    /// The requests of one organisation, oldest first.
    pub fn of_organisation(&self, id: OrganisationId) -> impl Iterator<Item = RequestId> + '_ {
        self.by_organisation
            .range((id, RequestId(0))..=(id, RequestId(u32::MAX)))
            .map(|(_, request)| *request)
    }

    /// Returns the requests of one organisation, newest first.
    pub fn latest_of_organisation(
        &self,
        id: OrganisationId,
    ) -> impl Iterator<Item = &Arc<Request>> + '_ {
        self.by_organisation
            .range((id, RequestId(0))..=(id, RequestId(u32::MAX)))
            .rev()
            .filter_map(|(_, request)| self.get(*request))
    }

    /// Returns the requests of one contact, oldest first.
    pub fn of_contact(&self, id: ContactId) -> impl Iterator<Item = RequestId> + '_ {
        self.by_contact
            .range((id, RequestId(0))..=(id, RequestId(u32::MAX)))
            .map(|(_, request)| *request)
    }

    /// Returns the figures of one organisation.
    pub fn exchanges_of(&self, id: OrganisationId) -> Exchanges {
        self.exchanges.get(&id).copied().unwrap_or_default()
    }

    /// Counts a request that became another, once its row is in its place.
    pub(super) fn count(&mut self, old: Option<&Request>, new: &Request) {
        if let Some(old) = old {
            let moved = old.organisation != new.organisation;
            let of = self.exchanges_of(old.organisation);
            // The last one may be another from now on: only then its client's requests are looked at.
            if of.last == Some(old.touched_at) && (moved || new.touched_at < old.touched_at) {
                self.recount(old.organisation);
                if moved {
                    self.exchanges
                        .entry(new.organisation)
                        .or_default()
                        .count(new);
                }
                return;
            }
            let of = self.exchanges.entry(old.organisation).or_default();
            of.requests = of.requests.saturating_sub(1);
            of.open = of.open.saturating_sub(u32::from(old.is_live()));
        }
        self.exchanges
            .entry(new.organisation)
            .or_default()
            .count(new);
    }

    fn recount(&mut self, id: OrganisationId) {
        let mut of = Exchanges::default();
        self.latest_of_organisation(id)
            .for_each(|request| of.count(request));
        match of.requests {
            0 => drop(self.exchanges.remove(&id)),
            _ => drop(self.exchanges.insert(id, of)),
        }
    }
}
