//! Keeps the drafts of a session: written soon after each change, never on the screen's path, and once
//! more at the end. What is not written yet is still what is loaded.
//!
//! A text that is sent is put aside with the id of its command before that command is recorded ([`super::sent`]):
//! whatever ends the session between the record and the end of the draft, the text is not offered again.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::sent::{self, Mark};
use crate::domain::PersonId;
use crate::journal::{Drafts, Fault, FaultKind};

/// The least time between the end of a writing and the next one, as long as one types.
pub(super) const OFTEN: Duration = Duration::from_millis(30);
/// A store that refused is asked again after this time.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long the end of a session waits for its drafts.
const LAST: Duration = Duration::from_secs(5);

/// A draft's person and key.
type Place = (PersonId, String);

/// What is to be written.
#[derive(Clone, Default)]
struct Changes {
    /// The texts that are sent, or were.
    sent: BTreeMap<Place, Sending>,
    /// The text of each, or nothing for a draft to be forgotten.
    texts: BTreeMap<Place, Option<String>>,
}

/// How far a text is that goes with a command.
#[derive(Clone)]
enum Sending {
    /// It is about to be sent: it is put aside. The text is the latest one, when that was not written yet.
    Begun(Mark, Option<String>),
    /// It is recorded: it is forgotten.
    Done,
    /// It was refused: it is a draft again.
    Refused,
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.sent.is_empty() && self.texts.is_empty()
    }

    /// What is known of a draft.
    fn known(&self, place: &Place) -> Option<Option<String>> {
        let begun = || matches!(self.sent.get(place), Some(Sending::Begun(..))).then_some(None);
        self.texts.get(place).cloned().or_else(begun)
    }

    /// Takes back what could not be written, below what came since.
    fn take_back(&mut self, left: Changes) {
        for (place, sending) in left.sent {
            self.sent.entry(place).or_insert(sending);
        }
        for (place, text) in left.texts {
            self.texts.entry(place).or_insert(text);
        }
    }
}

/// What came of a writing: the changes that could not be made, and why.
type Written = Result<(), (Changes, Fault)>;

pub(super) struct Keeper {
    store: Drafts,
    /// What changed and is not being written yet.
    waiting: Changes,
    /// Who waits for that.
    waiters: Vec<oneshot::Sender<()>>,
    /// What is being written, and who waits for it.
    writing: Option<Writing>,
    /// No writing before this.
    next: Instant,
}

/// A writing under way.
struct Writing {
    changes: Changes,
    waiters: Vec<oneshot::Sender<()>>,
    task: JoinHandle<Written>,
}

impl Keeper {
    pub(super) fn new(store: Drafts) -> Keeper {
        Keeper {
            store,
            waiting: Changes::default(),
            waiters: Vec::new(),
            writing: None,
            next: Instant::now(),
        }
    }

    pub(super) fn save(&mut self, person: PersonId, key: String, text: String) {
        self.waiting.texts.insert((person, key), Some(text));
    }

    pub(super) fn drop_draft(&mut self, person: PersonId, key: String) {
        self.waiting.texts.insert((person, key), None);
    }

    /// The draft under `key` goes with a command: it is put aside now. Returns what is told when that is done or
    /// cannot be; the command waits for it.
    pub(super) fn send(
        &mut self,
        person: PersonId,
        key: String,
        mark: Mark,
    ) -> oneshot::Receiver<()> {
        let place = (person, key);
        let text = self.waiting.texts.remove(&place).flatten();
        let text = text.or_else(|| match self.waiting.sent.remove(&place) {
            Some(Sending::Begun(_, text)) => text,
            Some(Sending::Done | Sending::Refused) | None => None,
        });
        self.waiting.sent.insert(place, Sending::Begun(mark, text));
        let (tell, told) = oneshot::channel();
        self.waiters.push(tell);
        // Somebody waits for this one.
        self.next = Instant::now();
        told
    }

    /// The command that a draft went with was recorded (`done`), or refused.
    pub(super) fn settle(&mut self, person: PersonId, key: String, done: bool) {
        let place = (person, key);
        match self.waiting.sent.remove(&place) {
            // It could not be put aside: it still is the draft that it was.
            Some(Sending::Begun(_, text)) => {
                let text = text.filter(|_| !done);
                if done || text.is_some() {
                    self.waiting.texts.entry(place).or_insert(text);
                }
            }
            Some(Sending::Done | Sending::Refused) | None => {
                let sending = if done {
                    Sending::Done
                } else {
                    Sending::Refused
                };
                self.waiting.sent.insert(place, sending);
            }
        }
    }

    /// What is known of a draft without reading: changed since it was last written.
    pub(super) fn known(&self, person: PersonId, key: &str) -> Option<Option<String>> {
        let place = (person, key.to_owned());
        let writing = || self.writing.as_ref()?.changes.known(&place);
        self.waiting.known(&place).or_else(writing)
    }

    /// The keys of `person` that changed since they were last written, and whether there is a draft.
    pub(super) fn changed(&self, person: PersonId) -> BTreeMap<String, bool> {
        let writing = self.writing.iter().map(|writing| &writing.changes);
        let all: Vec<&Changes> = writing.chain([&self.waiting]).collect();
        let places = all
            .iter()
            .flat_map(|changes| changes.sent.keys().chain(changes.texts.keys()));
        let own: BTreeSet<&String> = places
            .filter(|(of, _)| *of == person)
            .map(|(_, key)| key)
            .collect();
        own.into_iter()
            .filter_map(|key| Some((key.clone(), self.known(person, key)?.is_some())))
            .collect()
    }

    pub(super) fn store(&self) -> &Drafts {
        &self.store
    }

    /// Waits until something is to be done for the drafts, does it, and yields what went wrong. Safe to
    /// drop: what was begun goes on.
    pub(super) async fn work(&mut self) -> Option<Fault> {
        if self.writing.is_none() {
            if self.waiting.is_empty() {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep_until(self.next).await;
            self.begin();
        }
        self.finish().await
    }

    fn begin(&mut self) {
        let changes = std::mem::take(&mut self.waiting);
        let (store, todo) = (self.store.clone(), changes.clone());
        self.writing = Some(Writing {
            changes,
            waiters: std::mem::take(&mut self.waiters),
            task: tokio::task::spawn_blocking(move || write(&store, todo)),
        });
    }

    async fn finish(&mut self) -> Option<Fault> {
        let writing = self.writing.as_mut()?;
        let outcome = match (&mut writing.task).await {
            Ok(outcome) => outcome,
            // The store answers with faults; a panic in it is one more.
            Err(_) => Err((std::mem::take(&mut writing.changes), lost())),
        };
        for waiter in writing.waiters.drain(..) {
            // A session that ends waits for nothing.
            let _ = waiter.send(());
        }
        self.writing = None;
        self.next = Instant::now() + OFTEN;
        let (left, fault) = outcome.err()?;
        self.waiting.take_back(left);
        if fault.kind != FaultKind::TooLarge {
            self.next = Instant::now() + PATIENCE;
        }
        Some(fault)
    }

    /// Writes everything that is not written yet. Yields what went wrong.
    pub(super) async fn flush(&mut self) -> Option<Fault> {
        let all = async {
            let mut fault = self.finish().await;
            if !self.waiting.is_empty() {
                self.begin();
                fault = self.finish().await;
            }
            fault
        };
        tokio::time::timeout(LAST, all)
            .await
            .unwrap_or_else(|_| Some(lost()))
    }
}

/// Makes the changes in order, what is sent before the texts; those from the first that failed on are handed
/// back.
fn write(store: &Drafts, mut changes: Changes) -> Written {
    while let Some((place, sending)) = changes.sent.pop_first() {
        let kept = changes.texts.contains_key(&place);
        if let Err(fault) = move_text(store, &place, &sending, kept) {
            // One that is too large stays the draft it is.
            if fault.kind != FaultKind::TooLarge {
                changes.sent.insert(place, sending);
            }
            return Err((changes, fault));
        }
    }
    while let Some(((person, key), text)) = changes.texts.pop_first() {
        let done = match &text {
            Some(text) => store.save(person.0, &key, text),
            None => store.remove(person.0, &key),
        };
        if let Err(fault) = done {
            // A draft that is too large is not tried again; the others are.
            if fault.kind != FaultKind::TooLarge {
                changes.texts.insert((person, key), text);
            }
            return Err((changes, fault));
        }
    }
    Ok(())
}

/// Puts a text aside that is sent, forgets it, or makes it a draft again: not over one that is `kept` since.
fn move_text(store: &Drafts, place: &Place, sending: &Sending, kept: bool) -> Result<(), Fault> {
    let (person, key) = (place.0.0, place.1.as_str());
    match sending {
        Sending::Begun(mark, text) => sent::put_aside(store, person, key, mark, text.as_deref()),
        Sending::Done => sent::forget(store, person, key),
        Sending::Refused => sent::put_back(store, person, key, kept),
    }
}

/// The fault of a store that did not answer.
pub(super) fn lost() -> Fault {
    Fault::new(
        FaultKind::Other,
        "the drafts could not be written",
        "copy your text elsewhere, then start entremise again",
    )
}
