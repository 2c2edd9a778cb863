//! All requests, and the indexes that answer in logarithmic time what a screen asks all the time.
//!
//! Persistent maps: a clone is one pointer, a change copies a path. The rows are the truth; every index
//! is made from them again when a checkpoint is read, and is never written.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::turn::sort_key;
use super::{Owes, Request, Status};
use crate::domain::Millis;
use crate::domain::ids::{MessageKey, OrganisationId, PersonId, RequestId};
use crate::domain::shelf::{Shelf, Shelved};

/// Whose an open request is (0: whoever claims it), and who owes its next step.
type Owner = (u32, Owes);

/// An open request: whose it is, by when the next step is due, and which one.
type TurnKey = (Owner, Millis, RequestId);

/// All requests.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    rows: Shelf<Request>,
    by_message: OrdMap<MessageKey, RequestId>,
    by_organisation: OrdSet<(OrganisationId, RequestId)>,
    /// What went into what: the winner, then the merged one.
    merged: OrdSet<(RequestId, RequestId)>,
    snoozed: OrdSet<(Millis, RequestId)>,
    turns: OrdSet<TurnKey>,
    counts: OrdMap<Owner, u32>,
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

    /// The requests of one organisation, oldest first.
    pub fn of_organisation(&self, id: OrganisationId) -> impl Iterator<Item = RequestId> + '_ {
        self.by_organisation
            .range((id, RequestId(0))..=(id, RequestId(u32::MAX)))
            .map(|(_, request)| *request)
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

    /// How many open requests wait for `person` (`None`: for whoever claims them).
    pub fn waiting(&self, person: Option<PersonId>) -> u32 {
        self.counts
            .get(&(owner(person), Owes::House))
            .copied()
            .unwrap_or(0)
    }

    /// Whether one that waits for `person` is overdue at `now`.
    pub fn any_overdue(&self, person: Option<PersonId>, now: Millis) -> bool {
        let who = (owner(person), Owes::House);
        let mut turns = self.turns.range((who, Millis::MIN, RequestId(0))..);
        turns
            .next()
            .is_some_and(|(owner, due, _)| *owner == who && *due < now)
    }

    /// The requests that the house owes a step between two instants, the second one excluded.
    pub fn due_between(&self, from: Millis, to: Millis) -> impl Iterator<Item = RequestId> + '_ {
        let owners = self.counts.keys().filter(|(_, owes)| *owes == Owes::House);
        let range = move |who: Owner| (who, from, RequestId(0))..(who, to.max(from), RequestId(0));
        owners
            .flat_map(move |who| self.turns.range(range(*who)))
            .map(|(_, _, request)| *request)
    }

    /// The open requests of these people (`None`: those that nobody has; no list: all of them), each with
    /// what it sorts by. They come in order of that, and of their ids, for one owner after the other.
    pub fn open_of(
        &self,
        people: Option<&[Option<PersonId>]>,
    ) -> impl Iterator<Item = (Millis, RequestId)> + '_ {
        let owners: Option<Vec<u32>> =
            people.map(|people| people.iter().map(|person| owner(*person)).collect());
        let range =
            |who: Owner| (who, Millis::MIN, RequestId(0))..=(who, Millis::MAX, RequestId(u32::MAX));
        let whose = self
            .counts
            .keys()
            .filter(move |(who, _)| owners.as_ref().is_none_or(|owners| owners.contains(who)));
        whose
            .flat_map(move |who| self.turns.range(range(*who)))
            .map(|(_, key, request)| (*key, *request))
    }

    /// Puts a request in its place: a new one behind the last, a changed one over the old.
    pub fn put(&mut self, request: Request) {
        if let Some(old) = self.get(request.id).cloned() {
            self.unindex(&old);
        }
        self.index(&request);
        self.rows.put(request);
    }

    fn index(&mut self, request: &Request) {
        if let Status::Merged { into } = request.status {
            self.merged.insert((into, request.id));
        } else {
            for key in &request.messages {
                self.by_message.insert(*key, request.id);
            }
        }
        self.by_organisation
            .insert((request.organisation, request.id));
        if let Status::Snoozed { until } = request.status {
            self.snoozed.insert((until, request.id));
        }
        if let Some(key) = turn_key(request) {
            self.turns.insert(key);
            *self.counts.entry(key.0).or_insert(0) += 1;
        }
        self.live += usize::from(request.is_live());
    }

    fn unindex(&mut self, request: &Request) {
        if let Status::Merged { into } = request.status {
            self.merged.remove(&(into, request.id));
        }
        for key in &request.messages {
            if self.by_message.get(key) == Some(&request.id) {
                self.by_message.remove(key);
            }
        }
        self.by_organisation
            .remove(&(request.organisation, request.id));
        if let Status::Snoozed { until } = request.status {
            self.snoozed.remove(&(until, request.id));
        }
        if let Some(key) = turn_key(request) {
            self.turns.remove(&key);
            if let Some(count) = self.counts.get_mut(&key.0) {
                *count = count.saturating_sub(1);
            }
        }
        self.live = self.live.saturating_sub(usize::from(request.is_live()));
    }
}

impl FromIterator<Request> for Requests {
    /// The same as putting one after the other. Rows that come in the order of their ids, as those of a
    /// checkpoint do, are indexed in one go.
    fn from_iter<I: IntoIterator<Item = Request>>(rows: I) -> Self {
        let mut requests = Requests::default();
        let mut rows = rows.into_iter();
        let late = rows.find_map(|row| requests.push_unindexed(row));
        requests.index_all();
        late.into_iter()
            .chain(rows)
            .for_each(|row| requests.put(row));
        requests
    }
}

impl Requests {
    /// Puts a request behind the last, or gives it back when its place is among them.
    fn push_unindexed(&mut self, request: Request) -> Option<Request> {
        if request.id.index() < self.rows.places().len() {
            return Some(request);
        }
        self.rows.put(request);
        None
    }

    /// Indexes all rows. A map that is filled in its own order takes a fraction of the time.
    fn index_all(&mut self) {
        let (mut messages, mut clients, mut turns) = (Vec::new(), Vec::new(), Vec::new());
        for request in self.rows.iter() {
            if let Status::Merged { into } = request.status {
                self.merged.insert((into, request.id));
            } else {
                messages.extend(request.messages.iter().map(|key| (*key, request.id)));
            }
            if let Status::Snoozed { until } = request.status {
                self.snoozed.insert((until, request.id));
            }
            clients.push((request.organisation, request.id));
            turns.extend(turn_key(request));
            self.live += usize::from(request.is_live());
        }
        turns
            .iter()
            .for_each(|(owner, ..)| *self.counts.entry(*owner).or_insert(0) += 1);
        self.by_message = sorted(messages).into_iter().collect();
        self.by_organisation = sorted(clients).into_iter().collect();
        self.turns = sorted(turns).into_iter().collect();
    }
}

fn sorted<T: Ord>(mut entries: Vec<T>) -> Vec<T> {
    entries.sort_unstable();
    entries
}

fn owner(person: Option<PersonId>) -> u32 {
    person.map_or(0, |person| person.0)
}

fn turn_key(request: &Request) -> Option<TurnKey> {
    let owner = (owner(request.assignee), request.turn.owes);
    (request.status == Status::Open).then(|| (owner, sort_key(request), request.id))
}
