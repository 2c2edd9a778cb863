//! Keeps the indexes of all requests true: at every change, and made anew from the rows of a checkpoint. Answers nothing.

use std::collections::BTreeMap;

use super::{ClientKey, Exchanges, Owner, Requests, TurnKey, owner};
use crate::domain::Millis;
use crate::domain::ids::{OrganisationId, RequestId};
use crate::domain::packed::packed;
use crate::domain::queues::Queues;
use crate::domain::request::group::makes_known;
use crate::domain::request::turn::sort_key;
use crate::domain::request::{By, Request, Status};

impl Requests {
    /// Puts a request in its place: a new one behind the last, a changed one over the old.
    pub fn put(&mut self, request: Request) {
        let old = self.get(request.id).cloned();
        if let Some(old) = &old {
            self.unindex(old);
        }
        self.index(&request);
        self.queue(old.as_deref(), &request);
        self.figures.change(old.as_deref(), &request);
        let id = request.id;
        self.rows.put(request);
        if let Some(new) = self.get(id).cloned() {
            self.count(old.as_deref(), &new);
        }
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
        self.by_contact.insert((request.contact, request.id));
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
        self.by_contact.remove(&(request.contact, request.id));
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
        let mut contacts = Vec::with_capacity(all);
        let mut exchanges: BTreeMap<OrganisationId, Exchanges> = BTreeMap::new();
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
            contacts.push((request.contact, request.id));
            exchanges
                .entry(request.organisation)
                .or_default()
                .count(request);
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
        self.by_contact = packed(sorted(contacts)).collect();
        self.exchanges = packed(exchanges.into_iter().collect()).collect();
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
