//! All requests, and what a screen asks of them all the time, answered in logarithmic time. How the indexes are kept
//! true stands in `indexes.rs`.
//!
//! Persistent maps: a clone is one pointer, a change copies a path. The rows are the truth; every index
//! is made from them again when a checkpoint is read, and is never written.

mod clients;
mod indexes;

use std::sync::Arc;

pub use clients::Exchanges;
use imbl::{OrdMap, OrdSet};

use super::Request;
use super::figures::{Counts, Figures};
use crate::domain::Millis;
use crate::domain::ids::{ContactId, MessageKey, OrganisationId, PersonId, RequestId};
use crate::domain::queues::Queues;
use crate::domain::shelf::{Shelf, Shelved};

/// Somebody of us, by number; 0: whoever takes it.
type Owner = u32;

/// An open request: whose it is, by when the next step is due, and which one.
type TurnKey = (Owner, Millis, RequestId);

/// A request of a client's, by a time.
type ClientKey = (OrganisationId, Millis, RequestId);

/// All requests.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    rows: Shelf<Request>,
    by_message: OrdMap<MessageKey, RequestId>,
    by_organisation: OrdSet<(OrganisationId, RequestId)>,
    by_contact: OrdSet<(ContactId, RequestId)>,
    /// What there is of each client in figures.
    exchanges: OrdMap<OrganisationId, Exchanges>,
    /// What went into what: the winner, then the merged one.
    merged: OrdSet<(RequestId, RequestId)>,
    snoozed: OrdSet<(Millis, RequestId)>,
    /// The open ones, by who works them.
    turns: Queues<Owner, RequestId>,
    /// Those whose next step is ours, by whose it is.
    owed: Queues<Owner, RequestId>,
    /// Those that wait for proposals, by whose they are when none came: from when on, and from when on late.
    coming: Queues<Owner, RequestId>,
    coming_late: Queues<Owner, RequestId>,
    /// Those that wait for proposals, and until when.
    proposing: OrdSet<(Millis, RequestId)>,
    /// Those that were decided on as Subcontracting, by client and when they were received.
    subcontracted: OrdSet<ClientKey>,
    /// Subcontracted deals, by client and since when; and those that run.
    deals: OrdSet<ClientKey>,
    running: OrdSet<ClientKey>,
    /// What came of those that came in, by day.
    figures: Figures,
    live: usize,
}

impl Shelved for Request {
    fn place(&self) -> usize {
        self.id.index()
    }
}

impl PartialEq for Requests {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Requests {
    /// How many there are, closed ones included, and those that a damaged journal lost.
    pub fn len(&self) -> usize {
        self.rows.places().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.places().is_empty()
    }

    /// Keeps the ids before that of the place `end` from being given out.
    pub(in crate::domain) fn reserve(&mut self, end: usize) {
        self.rows.reserve(end);
    }

    /// How many are open or asleep.
    pub fn live(&self) -> usize {
        self.live
    }

    /// The request with this id.
    pub fn get(&self, id: RequestId) -> Option<&Arc<Request>> {
        if id.0 == 0 {
            None
        } else {
            self.rows.get(id.index())
        }
    }

    /// All of them, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Request>> {
        self.rows.iter()
    }

    /// The rows themselves, for scans that are cut in parts.
    pub fn rows(&self) -> &Shelf<Request> {
        &self.rows
    }

    /// The id the next request gets.
    pub fn next_id(&self) -> RequestId {
        RequestId::at(self.rows.end())
    }

    /// The request a message belongs to; of merged ones, the one they went into.
    pub fn of_message(&self, key: MessageKey) -> Option<RequestId> {
        self.by_message.get(&key).copied()
    }

    /// The requests that were merged into this one, not those merged into them in turn.
    pub fn merged_into(&self, id: RequestId) -> impl Iterator<Item = RequestId> + '_ {
        self.merged
            .range((id, RequestId(0))..=(id, RequestId(u32::MAX)))
            .map(|(_, merged)| *merged)
    }

    /// The snoozed requests whose time has come at `now`.
    pub fn to_wake(&self, now: Millis) -> impl Iterator<Item = RequestId> + '_ {
        self.snoozed
            .iter()
            .take_while(move |(until, _)| *until <= now)
            .map(|(_, request)| *request)
    }

    /// When the next snoozed request comes back.
    pub fn next_wake(&self) -> Option<Millis> {
        self.snoozed.get_min().map(|(until, _)| *until)
    }

    /// Returns how many requests came in on the `days` days up to the one of `now`, and what came of them.
    pub fn figures(&self, days: u16, now: Millis) -> Counts {
        self.figures.last(days, now)
    }

    /// Returns how many open requests wait for `person` (`None`: for whoever takes them) at `now`.
    pub fn waiting(&self, person: Option<PersonId>, now: Millis) -> u32 {
        let owner = owner(person);
        let back = self.coming.before(owner, now.saturating_add(1));
        self.owed.count(owner).saturating_add(back)
    }

    /// Returns how many of those that wait for `person` are overdue at `now`.
    pub fn late(&self, person: Option<PersonId>, now: Millis) -> u32 {
        let owner = owner(person);
        let back = self.coming_late.before(owner, now);
        self.owed.before(owner, now).saturating_add(back)
    }

    /// Returns how many next steps of `person` are due from `from` on and before `to`.
    pub fn due_for(&self, person: Option<PersonId>, from: Millis, to: Millis) -> u32 {
        let owner = owner(person);
        let back = self.coming_late.between(owner, from, to);
        self.owed.between(owner, from, to).saturating_add(back)
    }

    /// Returns the first that wait for `person` at `now` and are due from `from` on, at most `most`, in the order in
    /// which they are due. Those that wait for proposals still are passed over, as many as four times `most`.
    pub fn first_waiting(
        &self,
        person: Option<PersonId>,
        from: Millis,
        now: Millis,
        most: usize,
    ) -> Vec<(Millis, RequestId)> {
        let owner = owner(person);
        let is_back = |(_, id): &(Millis, RequestId)| {
            let request = self.get(*id);
            request.is_some_and(|request| request.step.at(now).by.is_ours())
        };
        let back = self.coming_late.of(owner, from).take(4 * most);
        let back = back.filter(is_back).take(most);
        let mut first: Vec<_> = self.owed.of(owner, from).take(most).chain(back).collect();
        first.sort_unstable();
        first.truncate(most);
        first
    }

    /// Returns who of us has requests to work, in the order of their ids.
    pub fn workers(&self) -> impl Iterator<Item = PersonId> + '_ {
        let owners = self.owed.owners().filter(|owner| *owner > 0);
        owners.map(PersonId)
    }

    /// The requests whose next step becomes ours, or late for us, between two instants, the second one
    /// excluded.
    pub fn due_between(&self, from: Millis, to: Millis) -> impl Iterator<Item = RequestId> + '_ {
        let owed = self.owed.owners().flat_map(move |owner| {
            let theirs = self.owed.of(owner, from);
            theirs.take_while(move |(due, _)| *due < to)
        });
        let back = self.proposing.range(..(to, RequestId(0)));
        let back = back.filter(move |(until, id)| {
            let late = |request: &Arc<Request>| {
                let late = request.step.late_from().unwrap_or(Millis::MAX);
                (from..to).contains(&late)
            };
            *until >= from || self.get(*id).is_some_and(late)
        });
        owed.map(|(_, id)| id).chain(back.map(|(_, id)| *id))
    }

    /// The open requests that these people work or owe the next step of (`None`: those that nobody has; no
    /// list: all of them), each with what it sorts by. They come in order of that, and of their ids, for one
    /// owner after the other; one that somebody works for another comes twice.
    pub fn open_of(
        &self,
        people: Option<&[Option<PersonId>]>,
    ) -> impl Iterator<Item = (Millis, RequestId)> + '_ {
        let owners: Option<Vec<Owner>> =
            people.map(|people| people.iter().map(|person| owner(*person)).collect());
        let owed: Vec<Owner> = owners.clone().unwrap_or_default();
        let works = self
            .turns
            .owners()
            .filter(move |who| owners.as_ref().is_none_or(|owners| owners.contains(who)));
        let works = works.flat_map(|who| self.turns.of(who, Millis::MIN));
        works.chain(
            owed.into_iter()
                .flat_map(|who| self.owed.of(who, Millis::MIN)),
        )
    }

    /// The first request of a client that was decided on as Subcontracting, if it came before this one.
    pub fn subcontracted_before(
        &self,
        client: OrganisationId,
        received: (Millis, RequestId),
    ) -> Option<RequestId> {
        let first = of_client(&self.subcontracted, client).next();
        first.filter(|key| *key < received).map(|(_, id)| id)
    }

    /// The subcontracted deals with a client that run, and since when.
    pub fn running_deals(
        &self,
        client: OrganisationId,
    ) -> impl Iterator<Item = (Millis, RequestId)> + '_ {
        of_client(&self.running, client)
    }

    /// Since when there was a first subcontracted deal with a client.
    pub fn first_deal(&self, client: OrganisationId) -> Option<Millis> {
        of_client(&self.deals, client).next().map(|(from, _)| from)
    }
}

fn owner(person: Option<PersonId>) -> u32 {
    person.map_or(0, |person| person.0)
}

/// The entries of one client, by their time.
fn of_client(
    keys: &OrdSet<ClientKey>,
    client: OrganisationId,
) -> impl Iterator<Item = (Millis, RequestId)> + '_ {
    let first = (client, Millis::MIN, RequestId(0));
    let last = (client, Millis::MAX, RequestId(u32::MAX));
    keys.range(first..=last).map(|(_, at, id)| (*at, *id))
}
