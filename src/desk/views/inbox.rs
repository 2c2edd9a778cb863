//! The inbox as a sorted list of any length: built once by a scan, then kept true by what changed.
//! A window of it costs nothing that grows with the data.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use imbl::Vector;

use super::query::{Query, Sort};
use super::row::RequestRow;
use crate::desk::Published;
use crate::domain::person::Permission;
use crate::domain::request::Request;
use crate::domain::request::turn::sort_key;
use crate::domain::{Millis, PersonId, Refusal, RequestId, State};
use crate::text::fold;

/// What orders a list, then the id, so that the order is total.
type Key = (i64, RequestId);

/// Set when nobody waits for a list any more.
pub type Cancel = Arc<AtomicBool>;

/// How many rows are looked at between two looks at `Cancel`.
const SLICE: usize = 8_192;

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
    pub fn empty(published: &Published, me: PersonId, text: &str) -> Result<Inbox, Refusal> {
        let state = published.state().clone();
        let person = state.person(me).ok_or(Refusal::NobodyKnown)?;
        if !person.may(Permission::ReadInbox) {
            return Err(Refusal::NotPermitted(Permission::ReadInbox));
        }
        let query = Query::parse(text, me, &state);
        Ok(Inbox { state, me, query, text: text.into(), keys: Vector::new(), as_of: Millis::MIN, complete: false })
    }

    /// The whole list, at once.
    ///
    /// # Errors
    /// As [`Inbox::empty`].
    pub fn build(published: &Published, me: PersonId, text: &str, now: Millis) -> Result<Inbox, Refusal> {
        let mut inbox = Inbox::empty(published, me, text)?;
        inbox.scan(now, &Cancel::default());
        Ok(inbox)
    }

    /// The list for another query. When it only narrows this one, this one's order is walked, and
    /// `step` gets the first page as soon as it is found; else everything is scanned. `None` when
    /// cancelled.
    pub fn requery(&self, text: &str, now: Millis, cancel: &Cancel, step: Step<'_>) -> Option<Inbox> {
        let mut next = Inbox {
            query: Query::parse(text, self.me, &self.state),
            text: text.into(),
            keys: Vector::new(),
            complete: false,
            ..self.clone()
        };
        if self.complete && next.query.narrows(&self.query) {
            next.narrow(&self.keys, cancel, step)?;
        } else if !next.scan(now, cancel) {
            return None;
        }
        Some(next)
    }

    fn scan(&mut self, now: Millis, cancel: &Cancel) -> bool {
        let mut keys: Vec<Key> = Vec::new();
        for (n, request) in self.state.requests().iter().enumerate() {
            if n % SLICE == 0 && cancel.load(Ordering::Relaxed) {
                return false;
            }
            if self.query.matches(request, &self.state, now) {
                keys.push(self.key(request));
            }
        }
        keys.sort_unstable();
        self.keys = keys.into_iter().collect();
        self.as_of = now;
        self.complete = true;
        true
    }

    fn narrow(&mut self, wider: &Vector<Key>, cancel: &Cancel, step: Step<'_>) -> Option<()> {
        const FIRST: usize = 200;
        let mut keys: Vec<Key> = Vec::new();
        let mut told = false;
        for (n, key) in wider.iter().enumerate() {
            if n % SLICE == 0 && cancel.load(Ordering::Relaxed) {
                return None;
            }
            let found = self.state.request(key.1).is_some_and(|r| self.query.words_match(r, &self.state));
            if found {
                keys.push(*key);
            }
            let late = n > 0 && n % (SLICE * 8) == 0 && !keys.is_empty();
            if !told && (keys.len() == FIRST || late) {
                told = true;
                self.keys = keys.iter().copied().collect();
                step(self.clone());
            }
        }
        self.keys = keys.into_iter().collect();
        self.complete = true;
        Some(())
    }

    /// The list after what was published since, and after the time that passed: only what changed is
    /// looked at. `None` when that is too long ago, when the scan was not over, or when the query
    /// means something else now (a right was taken away, a name is new): build it anew.
    pub fn advance(&self, published: &Published, now: Millis) -> Option<Inbox> {
        let state = published.state();
        let may = state.person(self.me).is_some_and(|me| me.may(Permission::ReadInbox));
        if !self.complete || !may || Query::parse(&self.text, self.me, state) != self.query {
            return None;
        }
        let mut changed = published.changed_since(self.state.seq())?;
        if self.query.depends_on_time() {
            if now < self.as_of {
                return None;
            }
            changed.extend(state.requests().due_between(self.as_of, now));
        }
        let mut next = Inbox { state: state.clone(), as_of: now, ..self.clone() };
        for id in changed {
            if let Some(old) = self.state.request(id) {
                next.remove(self.key(old));
            }
            if let Some(new) = next.state.request(id).cloned()
                && next.query.matches(&new, &next.state, now)
            {
                next.insert(next.key(&new));
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
        let key = match self.query.sort() {
            Sort::NextStep => sort_key(request),
            Sort::Newest => request.received_at.saturating_neg(),
            Sort::Oldest => request.received_at,
            Sort::Client => name_key(&self.state, request),
        };
        (key, request.id)
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

    /// The line of a request, whether or not it is in the list.
    pub fn row_of(&self, id: RequestId, now: Millis) -> Option<RequestRow> {
        self.state.request(id).map(|request| RequestRow::of(request, &self.state, self.me, now))
    }
}

/// The first letters of the client's name as a number that sorts like them.
fn name_key(state: &State, request: &Request) -> i64 {
    let name = state.organisation(request.organisation).map(|o| fold::fold(&o.profile.name));
    let mut bytes = [0u8; 8];
    for (to, from) in bytes[1..].iter_mut().zip(name.unwrap_or_default().bytes()) {
        *to = from;
    }
    i64::from_be_bytes(bytes)
}
