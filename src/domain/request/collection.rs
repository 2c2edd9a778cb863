//! All requests, and the indexes that answer in logarithmic time what a screen asks all the time.
//!
//! Persistent maps: a clone is one pointer, a change copies a path. The rows are the truth; every index
//! is made from them again when a checkpoint is read, and is never written.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::figures::{Counts, Figures};
use super::group::makes_known;
use super::turn::sort_key;
use super::{By, Request, Status};
use crate::domain::Millis;
use crate::domain::ids::{MessageKey, OrganisationId, PersonId, RequestId};
use crate::domain::packed::packed;
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

    /// Returns how many requests came in on the `days` days up to the one of `now`, and what came of them.
    pub fn figures(&self, days: u16, now: Millis) -> Counts {
        self.figures.last(days, now)
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

    /// Puts a request in its place: a new one behind the last, a changed one over the old.
    pub fn put(&mut self, request: Request) {
        let old = self.get(request.id).cloned();
        if let Some(old) = &old {
            self.unindex(old);
        }
        self.index(&request);
        self.queue(old.as_deref(), &request);
        self.figures.change(old.as_deref(), &request);
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
        self.proposing.extend(proposing_key(request));
        self.subcontracted.extend(subcontracted_key(request));
        self.deals.extend(deal_key(request));
        self.running.extend(running_key(request));
        self.live += usize::from(request.is_live());
    }

    /// Puts a request into the queues of whose turn it is. Most changes leave it where it was.
    fn queue(&mut self, old: Option<&Request>, new: &Request) {
        let change = |queues: &mut Queues<Owner, RequestId>,
                      key: fn(&Request) -> Option<TurnKey>| {
            queues.change(old.and_then(key), key(new));
        };
        change(&mut self.turns, turn_key);
        change(&mut self.owed, owed_key);
        change(&mut self.coming, coming_key);
        change(&mut self.coming_late, coming_late_key);
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
        if let Some(key) = proposing_key(request) {
            self.proposing.remove(&key);
        }
        for (keys, key) in [
            (&mut self.subcontracted, subcontracted_key(request)),
            (&mut self.deals, deal_key(request)),
            (&mut self.running, running_key(request)),
        ] {
            if let Some(key) = key {
                keys.remove(&key);
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
        let all = self.rows.places().len();
        let (mut messages, mut clients) = (Vec::with_capacity(all), Vec::with_capacity(all));
        let (mut turns, mut owed) = (Vec::new(), Vec::new());
        let (mut coming, mut coming_late) = (Vec::new(), Vec::new());
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
            owed.extend(owed_key(request));
            coming.extend(coming_key(request));
            coming_late.extend(coming_late_key(request));
            self.proposing.extend(proposing_key(request));
            self.subcontracted.extend(subcontracted_key(request));
            self.deals.extend(deal_key(request));
            self.running.extend(running_key(request));
            self.figures.change(None, request);
            self.live += usize::from(request.is_live());
        }
        let mut messages = sorted(messages);
        // What two requests claim belongs to the later one.
        messages.dedup_by(|later, before| {
            let same = later.0 == before.0;
            if same {
                *before = *later;
            }
            same
        });
        self.by_message = packed(messages).collect();
        self.by_organisation = packed(sorted(clients)).collect();
        self.turns = turns.into_iter().collect();
        self.owed = owed.into_iter().collect();
        self.coming = coming.into_iter().collect();
        self.coming_late = coming_late.into_iter().collect();
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
    let owner = owner(request.assignee);
    (request.status == Status::Open).then(|| (owner, sort_key(request), request.id))
}

fn owed_key(request: &Request) -> Option<TurnKey> {
    let owner = match request.step.by {
        By::Us(person) => owner(person),
        By::Desk(_) => 0,
        By::Client | By::Proposers { .. } | By::Winner(_) | By::Coordinator(_) | By::Nobody => {
            return None;
        }
    };
    (request.status == Status::Open).then(|| (owner, sort_key(request), request.id))
}

fn proposing_key(request: &Request) -> Option<(Millis, RequestId)> {
    let until = request.step.due?;
    let proposing = matches!(request.step.by, By::Proposers { .. });
    (request.status == Status::Open && proposing).then_some((until, request.id))
}

fn coming_key(request: &Request) -> Option<TurnKey> {
    let (until, id) = proposing_key(request)?;
    Some((owner(request.step.by.who()), until, id))
}

fn coming_late_key(request: &Request) -> Option<TurnKey> {
    let (_, id) = proposing_key(request)?;
    let late = request.step.late_from()?;
    Some((owner(request.step.by.who()), late, id))
}

fn subcontracted_key(request: &Request) -> Option<ClientKey> {
    let key = (request.organisation, request.received_at, request.id);
    makes_known(request).then_some(key)
}

fn deal_key(request: &Request) -> Option<ClientKey> {
    let deal = request.deal.as_deref()?;
    Some((request.organisation, deal.from, request.id))
}

fn running_key(request: &Request) -> Option<ClientKey> {
    let runs = request
        .deal
        .as_deref()
        .is_some_and(|deal| deal.to.is_none());
    deal_key(request).filter(|_| runs)
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
