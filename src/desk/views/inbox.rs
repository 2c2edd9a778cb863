//! The inbox as a sorted list of any length: built once by a scan, then kept true by what changed.
//! A window of it costs nothing that grows with the data.

use std::sync::Arc;

use imbl::Vector;

use super::look::{Cancel, Look};
use super::query::{Query, Sort, Strange};
use super::row::RequestRow;
use super::sieve::Sieve;
use super::sight::Sight;
use crate::domain::person::Permission;
use crate::domain::request::turn::sort_key;
use crate::domain::request::{Group, Request, RequestStage};
use crate::domain::{Millis, PersonId, Refusal, RequestId, State};
use crate::text::fold;

/// What orders a list, then the id, so that the order is total.
type Key = (i64, RequestId);

/// A list of requests for one person.
#[derive(Clone)]
pub struct Inbox {
    state: Arc<State>,
    me: PersonId,
    query: Query,
    text: Arc<str>,
    keys: Vector<Key>,
    /// The time it stands for: what is overdue depends on it.
    as_of: Millis,
    /// False while a scan still goes on and more may follow.
    complete: bool,
}

/// What a scan hands over: a beginning of the list, then the whole.
pub type Step<'a> = &'a mut dyn FnMut(Inbox);

impl Inbox {
    /// An empty list, to begin with.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who may not read the inbox; the others are not even told how
    /// many there are.
    pub fn empty(sight: &Sight, text: &str) -> Result<Inbox, Refusal> {
        let (state, me) = (sight.state().clone(), sight.whose());
        let person = state.person(me).ok_or(Refusal::NobodyKnown)?;
        if !person.may(Permission::ReadInbox) {
            return Err(Refusal::NotPermitted(Permission::ReadInbox));
        }
        let query = Query::parse(text, me, &state);
        Ok(Inbox {
            state,
            me,
            query,
            text: text.into(),
            keys: Vector::new(),
            as_of: Millis::MIN,
            complete: false,
        })
    }

    /// Returns the first word of its query that is written as a filter and is none.
    pub fn strange_filter(&self) -> Option<Strange> {
        Query::strange(&self.text, self.me, &self.state)
    }

    /// The whole list, at once.
    ///
    /// # Errors
    /// As [`Inbox::empty`].
    pub fn build(sight: &Sight, text: &str, now: Millis) -> Result<Inbox, Refusal> {
        let mut inbox = Inbox::empty(sight, text)?;
        // Nobody cancels it.
        let _ = inbox.scan(now, &Cancel::default(), &mut |_| ());
        Ok(inbox)
    }

    /// The list for another query. When it only narrows this one, this one's rows are looked at, else
    /// all that there are. `step` gets a first page, when it is found long before the whole. `None` when
    /// cancelled.
    pub fn requery(
        &self,
        text: &str,
        now: Millis,
        cancel: &Cancel,
        step: Step<'_>,
    ) -> Option<Inbox> {
        let mut next = Inbox {
            query: Query::parse(text, self.me, &self.state),
            text: text.into(),
            keys: Vector::new(),
            complete: false,
            ..self.clone()
        };
        if self.complete && next.query.narrows(&self.query) {
            let (query, state) = (next.query.clone(), next.state.clone());
            next.sift(&self.keys, &Sieve::of_words(&query, &state), cancel, step)?;
        } else {
            next.scan(now, cancel, step)?;
        }
        Some(next)
    }

    /// Returns a look at the list for another query, as [`Inbox::requery`] makes it. Nobody else's list is gone on
    /// from.
    pub fn look(self, query: String) -> Look<Inbox> {
        Look::scanned(move |looker, cancel, tell| {
            let own = self.me == looker.me;
            let list = own.then(|| self.requery(&query, looker.now(), cancel, tell));
            list.flatten()
        })
    }

    fn scan(&mut self, now: Millis, cancel: &Cancel, step: Step<'_>) -> Option<()> {
        let (query, state) = (self.query.clone(), self.state.clone());
        self.as_of = now;
        let Some((of, whole)) = query.open_only() else {
            let kept = Sieve::whole(&query, &state, now).all(cancel)?;
            let names = if query.sort() == Sort::Client {
                name_keys(&state)
            } else {
                Vec::new()
            };
            let key = |request: &Request| match query.sort() {
                Sort::Client => names
                    .get(request.organisation.index())
                    .copied()
                    .unwrap_or_default(),
                Sort::NextStep
                | Sort::Newest
                | Sort::Oldest
                | Sort::Subject
                | Sort::Stage
                | Sort::Who => self.order_of(request),
            };
            let mut keys: Vec<Key> = kept
                .into_iter()
                .map(|request| (self.turn(key(request)), request.id))
                .collect();
            keys.sort_unstable();
            self.keys = keys.into_iter().collect();
            self.complete = true;
            return Some(());
        };
        let mut open: Vec<Key> = state.requests().open_of(of.as_deref()).collect();
        // Runs that are in order each: the stable sort only merges them.
        open.sort();
        // What somebody works for another comes twice.
        open.dedup();
        let open: Vector<Key> = open.into_iter().collect();
        if !whole {
            return self.sift(&open, &Sieve::whole(&query, &state, now), cancel, step);
        }
        self.keys = open;
        self.complete = true;
        Some(())
    }

    /// Keeps what the sieve keeps of `wider`, in its order.
    fn sift(
        &mut self,
        wider: &Vector<Key>,
        sieve: &Sieve<'_>,
        cancel: &Cancel,
        step: Step<'_>,
    ) -> Option<()> {
        self.first_page(wider, sieve, step);
        let found = sieve.among(wider.iter().map(|(_, id)| *id), cancel)?;
        let found = |key: &&Key| found.get(key.1.index()).copied().unwrap_or(false);
        self.keys = wider.iter().filter(found).copied().collect();
        self.complete = true;
        Some(())
    }

    /// Hands over what is found at the beginning of a long list.
    fn first_page(&self, wider: &Vector<Key>, sieve: &Sieve<'_>, step: Step<'_>) {
        const FIRST: usize = 200;
        const LOOKED_AT: usize = 16_384;
        if wider.len() <= LOOKED_AT {
            return;
        }
        let kept = |key: &&Key| {
            self.state
                .request(key.1)
                .is_some_and(|request| sieve.keeps(request))
        };
        let keys: Vector<Key> = wider
            .iter()
            .take(LOOKED_AT)
            .filter(kept)
            .take(FIRST)
            .copied()
            .collect();
        if !keys.is_empty() {
            step(Inbox {
                keys,
                complete: false,
                ..self.clone()
            });
        }
    }

    /// The list after what was published since, and after the time that passed: only what changed is
    /// looked at. `None` when that is too long ago, when the scan was not over, when the query means
    /// something else now (a right was taken away, a name is new), or when somebody else looks: build
    /// it anew.
    pub fn advance(&self, sight: &Sight, now: Millis) -> Option<Inbox> {
        let state = sight.state();
        let may = state
            .person(self.me)
            .is_some_and(|me| me.may(Permission::ReadInbox));
        if sight.whose() != self.me {
            return None;
        }
        if !self.complete || !may || Query::parse(&self.text, self.me, state) != self.query {
            return None;
        }
        let by_name = self.query.sort() == Sort::Who;
        if by_name && self.state.people_revision() != state.people_revision() {
            return None;
        }
        let mut changed = sight.published().changed_since(self.state.seq())?;
        if self.query.depends_on_time() {
            if now < self.as_of {
                return None;
            }
            changed.extend(state.requests().due_between(self.as_of, now));
        }
        let mut next = Inbox {
            state: state.clone(),
            as_of: now,
            ..self.clone()
        };
        for id in changed {
            let old = self.state.request(id).map(|old| self.key(old));
            let old = old.filter(|key| next.keys.binary_search(key).is_ok());
            let new = next.state.request(id);
            let new = new.filter(|new| next.query.matches(new, &next.state, now));
            let new = new.map(|new| next.key(new));
            // What stays where it is leaves the list as it is, and shared.
            if old != new {
                old.into_iter().for_each(|key| next.remove(key));
                new.into_iter().for_each(|key| next.insert(key));
            }
        }
        Some(next)
    }

    fn remove(&mut self, key: Key) {
        if let Ok(at) = self.keys.binary_search(&key) {
            self.keys.remove(at);
        }
    }

    fn insert(&mut self, key: Key) {
        if let Err(at) = self.keys.binary_search(&key) {
            self.keys.insert(at, key);
        }
    }

    fn key(&self, request: &Request) -> Key {
        (self.turn(self.order_of(request)), request.id)
    }

    /// The same, the other way round where that is asked for.
    fn turn(&self, key: i64) -> i64 {
        match self.query.is_turned() {
            true => key.saturating_neg(),
            false => key,
        }
    }

    /// What a request sorts by.
    fn order_of(&self, request: &Request) -> i64 {
        match self.query.sort() {
            Sort::NextStep => sort_key(request),
            Sort::Newest => request.received_at.saturating_neg(),
            Sort::Oldest => request.received_at,
            Sort::Client => name_key(&self.state, request),
            Sort::Subject => first_letters(&request.subject),
            Sort::Stage => stage_key(request.stage),
            Sort::Who => self.who_key(request),
        }
    }

    /// Who works it, as it sorts: oneself, the others by name, nobody.
    fn who_key(&self, request: &Request) -> i64 {
        match request.assignee {
            Some(id) if id == self.me => 0,
            Some(id) => {
                let person = self.state.person(id);
                person.map_or(i64::MAX, |person| first_letters(&person.name))
            }
            None => i64::MAX,
        }
    }

    /// How many there are (so far, while a scan goes on).
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether the scan is over.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The query it answers.
    pub fn query(&self) -> &str {
        &self.text
    }

    /// The order it is in.
    pub fn sort(&self) -> Sort {
        self.query.sort()
    }

    /// Whether that is the other way round.
    pub fn is_turned(&self) -> bool {
        self.query.is_turned()
    }

    /// The record it stands for.
    pub fn seq(&self) -> u64 {
        self.state.seq()
    }

    /// How many requests there are in all that somebody still has to do something about.
    pub fn live(&self) -> usize {
        self.state.requests().live()
    }

    /// The id at a place of the list.
    pub fn id_at(&self, index: usize) -> Option<RequestId> {
        self.keys.get(index).map(|(_, id)| *id)
    }

    /// The place of a request in the list.
    pub fn position(&self, id: RequestId) -> Option<usize> {
        let request = self.state.request(id)?;
        self.keys.binary_search(&self.key(request)).ok()
    }

    /// The line at a place of the list.
    pub fn row(&self, index: usize, now: Millis) -> Option<RequestRow> {
        self.id_at(index).and_then(|id| self.row_of(id, now))
    }

    /// The group in the line of a client's request, which may be another though the request is as it was; nothing of
    /// what a provider wrote.
    pub fn group_of(&self, id: RequestId) -> Option<Option<(Group, bool)>> {
        let request = self.state.request(id)?;
        let asked = !request.is_from_provider();
        asked.then(|| RequestRow::group_of(request, &self.state))
    }

    /// The line of a request, whether or not it is in the list.
    pub fn row_of(&self, id: RequestId, now: Millis) -> Option<RequestRow> {
        self.state
            .request(id)
            .map(|request| RequestRow::of(request, &self.state, self.me, now))
    }
}

/// What the client of `request` sorts by.
fn name_key(state: &State, request: &Request) -> i64 {
    state
        .organisation(request.organisation)
        .map_or(0, |client| first_letters(&client.profile.name))
}

/// What each organisation sorts by, by its place.
fn name_keys(state: &State) -> Vec<i64> {
    let mut keys = vec![0; state.next_organisation().index()];
    for row in state.organisation_rows() {
        let client = state.organisation(row.id).unwrap_or(row);
        if let Some(key) = keys.get_mut(row.id.index()) {
            *key = first_letters(&client.profile.name);
        }
    }
    keys
}

/// How far a conversation has come, as it sorts.
fn stage_key(stage: RequestStage) -> i64 {
    match stage {
        RequestStage::New => 0,
        RequestStage::Attempted => 1,
        RequestStage::InTouch => 2,
        RequestStage::Validated => 3,
    }
}

/// The first letters of a name as a number that sorts like them.
pub(super) fn first_letters(name: &str) -> i64 {
    let mut bytes = [0u8; 8];
    for (to, from) in bytes[1..].iter_mut().zip(fold::fold(name).bytes()) {
        *to = from;
    }
    i64::from_be_bytes(bytes)
}
