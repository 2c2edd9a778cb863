//! The seam between the house and its log: three verbs that an embedded store and a networked
//! one can both answer.
//!
//! It is asynchronous because a networked log is. It never names an engine.

use std::collections::VecDeque;
use std::fmt;
use std::future::Future;

use tokio::sync::watch;

use super::fault::{Fault, FaultKind};
use super::record::{NewRecord, Record, Seq};

/// The most records one append takes.
pub const MAX_GROUP: usize = 4096;

/// How many records a [`Follower`] asks for at a time.
const FOLLOW_BATCH: usize = 256;

/// An append-only log of records, numbered from 1 without gaps.
///
/// One writer appends; any number read. The embedded journal does its work inline, on the thread
/// that polls: give `append` a thread of its own (a plain `block_on` is enough, nothing in it
/// needs a runtime); reads take microseconds when the page is cached.
pub trait Journal: Clone + Send + Sync + 'static {
    /// Appends `records` in order; the first must become `expected_next`. Returns the last
    /// sequence. `Ok` means durable; until then no reader sees any of them. After a crash in the
    /// middle, some first ones of the group may be found: each record is whole, and none of them
    /// was acknowledged.
    fn append(
        &self,
        expected_next: Seq,
        records: Vec<NewRecord>,
    ) -> impl Future<Output = Result<Seq, AppendError>> + Send;

    /// The record at `seq`, or `None` when there is none (yet).
    fn read(&self, seq: Seq) -> impl Future<Output = Result<Option<Record>, Fault>> + Send;

    /// Records from `from` upwards, at most `max`; fewer when they are large, none only when
    /// there are none or `max` is 0.
    fn range(
        &self,
        from: Seq,
        max: usize,
    ) -> impl Future<Output = Result<Vec<Record>, Fault>> + Send;

    /// The last acknowledged sequence; 0 when the journal is empty.
    fn last(&self) -> Seq;

    /// The last acknowledged sequence, as a value that can be waited for.
    fn watch(&self) -> watch::Receiver<Seq>;

    /// Every record from `from` upwards, those to come included.
    fn follow(&self, from: Seq) -> Follower<Self> {
        Follower {
            journal: self.clone(),
            last: self.watch(),
            next: from.max(1),
            ready: VecDeque::new(),
        }
    }
}

/// Yields the records of a journal in order, and waits for those that are not there yet.
pub struct Follower<J> {
    journal: J,
    last: watch::Receiver<Seq>,
    next: Seq,
    ready: VecDeque<Record>,
}

impl<J: Journal> Follower<J> {
    /// The next record, waiting for it if need be. Safe to cancel: nothing is lost.
    ///
    /// # Errors
    /// A fault of reading, or of a journal that is gone. The same record is tried again next time.
    pub async fn next(&mut self) -> Result<Record, Fault> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                self.next = record.header.seq.saturating_add(1);
                return Ok(record);
            }
            let next = self.next;
            if self.last.wait_for(|last| *last >= next).await.is_err() {
                return Err(Fault::new(
                    FaultKind::Other,
                    "the journal was closed",
                    "start entremise again",
                ));
            }
            self.ready = self.journal.range(next, FOLLOW_BATCH).await?.into();
        }
    }

    /// The sequence that [`Follower::next`] yields next.
    pub fn position(&self) -> Seq {
        self.next
    }
}

/// Why an append was not acknowledged.
#[derive(Clone, Debug)]
pub enum AppendError {
    /// Somebody appended in between: the journal ends at `last`. Nothing was written.
    Conflict {
        /// The last acknowledged sequence.
        last: Seq,
    },
    /// The records may or may not be there. Reading on for the ids of the commands settles it; what the
    /// embedded journal does not show when a later append is answered was cut off and never comes back.
    Unknown(Fault),
    /// Nothing was written.
    Refused(Fault),
}

impl fmt::Display for AppendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conflict { last } => write!(
                f,
                "the journal has moved on to {last}: decide again on what it holds now"
            ),
            Self::Unknown(fault) => write!(f, "it is not known whether this was saved: {fault}"),
            Self::Refused(fault) => write!(f, "nothing was saved: {fault}"),
        }
    }
}

impl std::error::Error for AppendError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Conflict { .. } => None,
            Self::Unknown(fault) | Self::Refused(fault) => Some(fault),
        }
    }
}
