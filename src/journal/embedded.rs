//! The journal on this machine: the shadow log commits, sled is read.
//!
//! A group is acknowledged once the shadow log has it durably; nothing that was refused is in it. sled
//! follows, and may stay behind while the disk is full: then the shadow log is read, and sled catches up
//! by itself when there is room. Nothing asks for a restart.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::end_mark::Marker;
use super::engine::Engine;
use super::fault::Fault;
use super::folder::Folder;
use super::record::{Chain, Hash, NewRecord, Record, Seq};
use super::replica::{Progress, Replica};
use super::rows::{missing, prepare};
use super::seam::{AppendError, Journal};
use super::shadow::{NotWritten, Shadow};
use super::startup::{self, Started};

/// How far sled may stay behind before nothing more is taken.
const MOST_BEHIND: Seq = 16_384;

/// How much must fit on the disk before it counts as having room again.
const ROOM: usize = 64 * 1024;

/// One [`Journal::range`] stops after about so many bytes, so that `max` cannot ask for gigabytes.
const RANGE_BYTES: usize = 16 * 1024 * 1024;

/// The embedded journal. Clones share it.
#[derive(Clone)]
pub struct EmbeddedJournal(Arc<Inner>);

struct Inner {
    // Fields drop in this order: the lock of the folder goes last.
    replica: Replica,
    writer: Mutex<Writer>,
    last: watch::Sender<Seq>,
    restored: u64,
    folder: Arc<Folder>,
}

/// What only the one who appends may touch.
struct Writer {
    chain: Chain,
    shadow: Shadow,
    marker: Marker,
    progress: Progress,
}

impl EmbeddedJournal {
    /// Opens the journal of a locked data folder and brings both logs to the same end.
    pub(super) fn open(folder: Arc<Folder>) -> Result<Self, Fault> {
        let Started {
            engine,
            chain,
            in_engine,
            shadow,
            restored,
        } = startup::start(&folder)?;
        if restored > 0 {
            tracing::warn!(
                restored,
                "records that one log had lost came from the other"
            );
        }
        Ok(Self(Arc::new(Inner {
            replica: Replica::new(engine),
            last: watch::Sender::new(chain.last),
            writer: Mutex::new(Writer {
                chain,
                shadow,
                marker: Marker::new(folder.root()),
                progress: Progress::at(in_engine),
            }),
            restored,
            folder,
        })))
    }

    /// How many records one log had lost and the other gave back when the store was opened.
    pub fn restored(&self) -> u64 {
        self.0.restored
    }

    /// Tries whether records can be written, and brings the journal up to date if they can.
    ///
    /// # Errors
    /// `Full`, `ReadOnly` and the like while they cannot.
    pub fn try_again(&self) -> Result<(), Fault> {
        let mut writer = self.writer();
        writer.shadow.try_room(ROOM)?;
        let Writer {
            chain, progress, ..
        } = &mut *writer;
        self.0
            .replica
            .catch_up(progress, &self.0.folder, chain.last)
    }

    pub(super) fn engine(&self) -> Option<Arc<Engine>> {
        self.0.replica.engine()
    }

    pub(super) fn folder(&self) -> &Folder {
        &self.0.folder
    }

    /// The hash of the header at `seq`; zeros for 0, `None` where there is no record or it is not known.
    pub(super) fn hash_at(&self, seq: Seq) -> Result<Option<Hash>, Fault> {
        if seq == 0 {
            return Ok(Chain::start().head);
        }
        let record = self.read_now(seq)?;
        Ok(record.and_then(|record| record.hash()))
    }

    fn append_now(&self, expected_next: Seq, new: Vec<NewRecord>) -> Result<Seq, AppendError> {
        let mut writer = self.writer();
        let Writer {
            chain,
            shadow,
            marker,
            progress,
        } = &mut *writer;
        let (replica, last) = (&self.0.replica, chain.last);
        if Some(expected_next) != last.checked_add(1) {
            return Err(AppendError::Conflict { last });
        }
        let prepared = prepare(new, chain).map_err(AppendError::Refused)?;
        let records = prepared.records;
        if let Err(fault) = replica.catch_up(progress, &self.0.folder, last)
            && last.saturating_sub(progress.last) > MOST_BEHIND
        {
            return Err(AppendError::Refused(fault));
        }
        shadow.append(&records).map_err(|error| match error {
            NotWritten::Undone(fault) => AppendError::Refused(fault),
            NotWritten::Unsettled(fault) => AppendError::Unknown(fault),
        })?;
        // From here on the group is committed, whatever becomes of sled.
        if let Some(mark) = &prepared.mark {
            marker.write(mark);
        }
        *chain = prepared.chain;
        replica.add(progress, &records);
        self.0.last.send_replace(chain.last);
        Ok(chain.last)
    }

    fn read_now(&self, seq: Seq) -> Result<Option<Record>, Fault> {
        if seq == 0 || seq > self.last() {
            return Ok(None);
        }
        let found = self.0.replica.read(&self.0.folder, seq)?;
        found
            .map(Some)
            .ok_or_else(|| missing(self.0.folder.root(), seq))
    }

    fn range_now(&self, from: Seq, max: usize) -> Result<Vec<Record>, Fault> {
        let (from, last) = (from.max(1), self.last());
        let root = self.0.folder.root();
        let mut records = Vec::new();
        let mut size = 0_usize;
        let mut rows = self.0.replica.rows(&self.0.folder);
        for seq in from..=last {
            if records.len() >= max || size >= RANGE_BYTES {
                break;
            }
            let record = rows.at(seq)?.ok_or_else(|| missing(root, seq))?;
            size = size.saturating_add(record.size());
            records.push(record);
        }
        Ok(records)
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        // Calls into sled are guarded, so nothing panics while this is held; were it to, the
        // chain is only moved on after success and is as good as before.
        self.0.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal for EmbeddedJournal {
    async fn append(
        &self,
        expected_next: Seq,
        records: Vec<NewRecord>,
    ) -> Result<Seq, AppendError> {
        self.append_now(expected_next, records)
    }

    async fn read(&self, seq: Seq) -> Result<Option<Record>, Fault> {
        self.read_now(seq)
    }

    async fn range(&self, from: Seq, max: usize) -> Result<Vec<Record>, Fault> {
        self.range_now(from, max)
    }

    fn last(&self) -> Seq {
        *self.0.last.borrow()
    }

    fn watch(&self) -> watch::Receiver<Seq> {
        self.0.last.subscribe()
    }
}
