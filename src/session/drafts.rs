//! Keeps the drafts of a session: written soon after each change, never on the screen's path, and once
//! more at the end. What is not written yet is still what is loaded.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::domain::PersonId;
use crate::journal::{Drafts, Fault, FaultKind};

/// The least time between the end of a writing and the next one, as long as one types.
pub(super) const OFTEN: Duration = Duration::from_millis(30);
/// A store that refused is asked again after this time.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long the end of a session waits for its drafts.
const LAST: Duration = Duration::from_secs(5);

/// By person and key: the text, or nothing for a draft to be forgotten.
type Changes = BTreeMap<(PersonId, String), Option<String>>;

/// What came of a writing: the changes that could not be made, and why.
type Written = Result<(), (Changes, Fault)>;

pub(super) struct Keeper {
    store: Drafts,
    /// What changed and is not being written yet.
    waiting: Changes,
    /// What is being written.
    writing: Option<(Changes, JoinHandle<Written>)>,
    /// No writing before this.
    next: Instant,
}

impl Keeper {
    pub(super) fn new(store: Drafts) -> Keeper {
        Keeper {
            store,
            waiting: Changes::new(),
            writing: None,
            next: Instant::now(),
        }
    }

    pub(super) fn save(&mut self, person: PersonId, key: String, text: String) {
        self.waiting.insert((person, key), Some(text));
    }

    pub(super) fn drop_draft(&mut self, person: PersonId, key: String) {
        self.waiting.insert((person, key), None);
    }

    /// What is known of a draft without reading: changed since it was last written.
    pub(super) fn known(&self, person: PersonId, key: &str) -> Option<Option<String>> {
        let place = (person, key.to_owned());
        let writing = || {
            self.writing
                .as_ref()
                .and_then(|(changes, _)| changes.get(&place))
        };
        self.waiting.get(&place).or_else(writing).cloned()
    }

    /// The keys of `person` that changed since they were last written, and whether there is a draft.
    pub(super) fn changed(&self, person: PersonId) -> BTreeMap<String, bool> {
        let writing = self.writing.iter().flat_map(|(changes, _)| changes);
        let own = writing
            .chain(&self.waiting)
            .filter(|((of, _), _)| *of == person);
        own.map(|((_, key), text)| (key.clone(), text.is_some()))
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
        self.writing = Some((
            changes,
            tokio::task::spawn_blocking(move || write(&store, todo)),
        ));
    }

    async fn finish(&mut self) -> Option<Fault> {
        let (changes, task) = self.writing.as_mut()?;
        let outcome = match task.await {
            Ok(outcome) => outcome,
            // The store answers with faults; a panic in it is one more.
            Err(_) => Err((std::mem::take(changes), lost())),
        };
        self.writing = None;
        self.next = Instant::now() + OFTEN;
        let (left, fault) = outcome.err()?;
        for (place, text) in left {
            self.waiting.entry(place).or_insert(text);
        }
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

/// Makes the changes in order; those from the first that failed on are handed back.
fn write(store: &Drafts, changes: Changes) -> Written {
    let mut left = changes.into_iter();
    while let Some(((person, key), text)) = left.next() {
        let done = match &text {
            Some(text) => store.save(person.0, &key, text),
            None => store.remove(person.0, &key),
        };
        if let Err(fault) = done {
            // A draft that is too large is not tried again; the others are.
            let too_large = fault.kind == FaultKind::TooLarge;
            let rest = std::iter::once(((person, key), text))
                .filter(|_| !too_large)
                .chain(left)
                .collect();
            return Err((rest, fault));
        }
    }
    Ok(())
}

/// The fault of a store that did not answer.
pub(super) fn lost() -> Fault {
    Fault::new(
        FaultKind::Other,
        "the drafts could not be written",
        "copy what matters and start entremise again",
    )
}
