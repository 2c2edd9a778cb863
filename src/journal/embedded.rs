//! The journal on this machine: sled holds the records, the shadow log holds them once more.
//!
//! One insert is one record is one command, so a record is there whole or not at all. Nothing is
//! acknowledged before both logs took it; after the first failure of either nothing is written any more until the
//! store is opened again, while reading goes on.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::engine::Engine;
use super::fault::Fault;
use super::folder::Folder;
use super::record::{Chain, Hash, NewRecord, Record, Seq};
use super::rows::{insert, missing, prepare, read_back};
use super::seam::{AppendError, Journal};
use super::shadow::{SEGMENT_BYTES, Shadow};
use super::startup;

/// sled's page cache for the journal, in bytes.
const CACHE: u64 = 64 * 1024 * 1024;

/// One [`Journal::range`] stops after about so many bytes, so that `max` cannot ask for gigabytes.
const RANGE_BYTES: usize = 16 * 1024 * 1024;

/// The embedded journal. Clones share it.
#[derive(Clone)]
pub struct EmbeddedJournal(Arc<Inner>);

struct Inner {
    // Fields drop in this order: the lock of the folder goes last.
    engine: Engine,
    writer: Mutex<Writer>,
    last: watch::Sender<Seq>,
    restored: u64,
    folder: Arc<Folder>,
}

/// What only the one who appends may touch.
struct Writer {
    chain: Chain,
    shadow: Shadow,
    /// Why nothing may be written any more.
    broken: Option<Fault>,
}

impl EmbeddedJournal {
    /// Opens the journal of a locked data folder and brings both logs to the same end.
    pub(super) fn open(folder: Arc<Folder>) -> Result<Self, Fault> {
        let engine = open_engine(&folder)?;
        let mut chain = startup::tail(&engine, folder.root())?;
        let (mut shadow, shadowed) = Shadow::open(&folder.shadow(), SEGMENT_BYTES)?;
        let restored = startup::reconcile(&engine, &folder, &mut chain, &mut shadow, shadowed)?;
        Ok(Self(Arc::new(Inner {
            engine,
            last: watch::Sender::new(chain.last),
            writer: Mutex::new(Writer {
                chain,
                shadow,
                broken: None,
            }),
            restored,
            folder,
        })))
    }

    /// How many records sled had lost and the shadow log gave back when the store was opened.
    pub fn restored(&self) -> u64 {
        self.0.restored
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.0.engine
    }

    pub(super) fn folder(&self) -> &Folder {
        &self.0.folder
    }

    /// The hash of the header at `seq`; zeros for 0, `None` where there is no record.
    pub(super) fn hash_at(&self, seq: Seq) -> Result<Option<Hash>, Fault> {
        if seq == 0 {
            return Ok(Some(Chain::start().head));
        }
        let record = self.read_now(seq)?;
        Ok(record.map(|record| record.header.hash()))
    }

    fn append_now(&self, expected_next: Seq, new: Vec<NewRecord>) -> Result<Seq, AppendError> {
        let mut writer = self.writer();
        if let Some(fault) = &writer.broken {
            return Err(AppendError::Refused(read_only(fault)));
        }
        let last = writer.chain.last;
        if Some(expected_next) != last.checked_add(1) {
            return Err(AppendError::Conflict { last });
        }
        let (records, chain) = prepare(new, &writer.chain).map_err(AppendError::Refused)?;
        let stored = insert(&self.0.engine, &records).and_then(|()| writer.shadow.append(&records));
        match stored {
            Ok(()) => {
                writer.chain = chain;
                self.0.last.send_replace(writer.chain.last);
                Ok(writer.chain.last)
            }
            Err(fault) => {
                writer.broken = Some(fault.clone());
                Err(AppendError::Unknown(fault))
            }
        }
    }

    fn read_now(&self, seq: Seq) -> Result<Option<Record>, Fault> {
        if seq == 0 || seq > self.last() {
            return Ok(None);
        }
        let value = self
            .0
            .engine
            .call("reading the journal", |db| db.get(seq.to_be_bytes()))?;
        let root = self.0.folder.root();
        match value {
            Some(bytes) => read_back(root, seq, &bytes).map(Some),
            None => Err(missing(root, seq)),
        }
    }

    fn range_now(&self, from: Seq, max: usize) -> Result<Vec<Record>, Fault> {
        let (from, last) = (from.max(1), self.last());
        let root = self.0.folder.root();
        let mut records = Vec::new();
        let mut size = 0_usize;
        if from > last {
            return Ok(records);
        }
        let range = from.to_be_bytes()..=last.to_be_bytes();
        let mut found = self
            .0
            .engine
            .call("reading the journal", |db| Ok(db.range(range)))?;
        for seq in from..=last {
            if records.len() >= max || size >= RANGE_BYTES {
                break;
            }
            let entry = self
                .0
                .engine
                .call("reading the journal", |_| found.next().transpose())?;
            match entry {
                Some((key, bytes)) if key.as_ref() == seq.to_be_bytes() => {
                    size = size.saturating_add(bytes.len());
                    records.push(read_back(root, seq, &bytes)?);
                }
                Some(_) | None => return Err(missing(root, seq)),
            }
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

/// Opens the engine that holds the records.
pub(super) fn open_engine(folder: &Folder) -> Result<Engine, Fault> {
    folder.finish_swap()?;
    Engine::open(folder.root(), &folder.journal(), CACHE)
}

/// What a later append is told after `first` went wrong.
fn read_only(first: &Fault) -> Fault {
    Fault::new(
        first.kind,
        format!(
            "nothing more is written since an earlier failure: {}",
            first.what
        ),
        first.hint.clone(),
    )
    .because(first.clone())
}
