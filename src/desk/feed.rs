//! What the writer publishes: a snapshot, and which requests changed lately. Readers who fell far
//! behind build their view anew; nobody's slowness ever makes a queue grow.

use std::sync::{Arc, OnceLock};

use imbl::Vector;
use tokio::sync::watch;

use super::views::Names;
use crate::domain::{Event, RequestId, Seq, State};

/// How many changes are kept for readers who catch up.
const KEPT: usize = 4_096;

/// A snapshot and the changes that led to it.
#[derive(Clone, Debug)]
pub struct Published {
    state: Arc<State>,
    changes: Vector<(Seq, RequestId)>,
    /// Changes up to this record may be missing from `changes`.
    forgotten: Seq,
    trouble: Option<Arc<str>>,
    /// The names of staff, made once for all snapshots between which nobody changed.
    names: Arc<OnceLock<Arc<Names>>>,
    /// Goes up whenever something else than requests changed.
    beyond: u64,
}

impl Published {
    /// The state.
    pub(in crate::desk) fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// The last record it knows.
    pub fn seq(&self) -> Seq {
        self.state.seq()
    }

    /// The requests that changed after record `since`; `None` when that is too long ago to tell.
    pub fn changed_since(&self, since: Seq) -> Option<Vec<RequestId>> {
        if since < self.forgotten {
            return None;
        }
        let at = self.changes.binary_search_by(|(seq, _)| {
            if *seq <= since {
                std::cmp::Ordering::Less
            } else {
                std::cmp::Ordering::Greater
            }
        });
        let from = at.unwrap_or_else(|at| at);
        let mut changed: Vec<RequestId> =
            self.changes.iter().skip(from).map(|(_, id)| *id).collect();
        changed.sort_unstable();
        changed.dedup();
        Some(changed)
    }

    /// A number that is the same as long as nothing but requests changed: who may not read them has seen
    /// nothing new then.
    pub fn beyond_requests(&self) -> u64 {
        self.beyond
    }

    /// The names of staff.
    pub(in crate::desk) fn staff_names(&self) -> Arc<Names> {
        Arc::clone(
            self.names
                .get_or_init(|| Arc::new(Names::of_staff(&self.state))),
        )
    }

    /// Why nothing can be recorded just now, when that is so.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }
}

/// The requests whose line in a list may read otherwise, or stand elsewhere, after `events`: those
/// they touch, and those of an organisation or a colleague that is called something else now.
pub(super) fn touched(state: &State, events: &[Event]) -> Vec<RequestId> {
    let mut touched: Vec<RequestId> = events.iter().flat_map(Event::requests).flatten().collect();
    for event in events {
        if let Event::ProfileChanged { organisation, .. } = event {
            touched.extend(state.requests().of_organisation(*organisation));
        }
        if let Event::PersonRenamed { person, .. } = event {
            let theirs = state.requests().iter();
            let theirs = theirs.filter(|request| request.assignee == Some(*person));
            touched.extend(theirs.map(|request| request.id));
        }
    }
    touched.sort_unstable();
    touched.dedup();
    touched
}

/// The latest snapshot, and a bell that rings at each new one.
#[derive(Clone)]
pub struct Feed {
    latest: watch::Sender<Arc<Published>>,
}

impl Feed {
    pub(super) fn new(state: State) -> Feed {
        let forgotten = state.seq();
        let published = Published {
            state: Arc::new(state),
            changes: Vector::new(),
            forgotten,
            trouble: None,
            names: Arc::default(),
            beyond: 0,
        };
        Feed {
            latest: watch::Sender::new(Arc::new(published)),
        }
    }

    /// The latest snapshot.
    pub fn latest(&self) -> Arc<Published> {
        self.latest.borrow().clone()
    }

    /// A bell of one's own.
    pub fn subscribe(&self) -> watch::Receiver<Arc<Published>> {
        self.latest.subscribe()
    }

    pub(super) fn publish(
        &self,
        state: State,
        changed: impl IntoIterator<Item = (Seq, RequestId)>,
    ) {
        let before = self.latest();
        let mut changes = before.changes.clone();
        let (mut last, mut records) = (before.seq(), 0);
        for (seq, request) in changed {
            records += Seq::from(seq != last);
            last = seq;
            changes.push_back((seq, request));
        }
        let mut forgotten = before.forgotten;
        while changes.len() > KEPT {
            if let Some((seq, _)) = changes.pop_front() {
                forgotten = seq;
            }
        }
        let same = before.state.people_revision() == state.people_revision();
        let same_board = before.state.board_revision() == state.board_revision();
        let names = if same {
            before.names.clone()
        } else {
            Arc::default()
        };
        // A record that touches no request touches something else.
        let only_requests =
            before.trouble.is_none() && same && same_board && before.seq() + records == state.seq();
        self.latest.send_replace(Arc::new(Published {
            state: Arc::new(state),
            changes,
            forgotten,
            // What was recorded shows that it is over.
            trouble: None,
            names,
            beyond: before.beyond + u64::from(!only_requests),
        }));
    }

    /// Tells everybody why nothing can be recorded just now, or that it is over.
    pub(super) fn report(&self, trouble: Option<&str>) {
        let mut published = (*self.latest()).clone();
        if published.trouble.as_deref() == trouble {
            return;
        }
        published.trouble = trouble.map(Into::into);
        published.beyond += 1;
        self.latest.send_replace(Arc::new(published));
    }
}
