//! The copy of the journal that is read: sled, which may be behind the shadow log, or away for a while.
//!
//! A failing engine is closed and opened again later; until then, and for what it cannot give, the shadow
//! log is read. It never decides what is acknowledged.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use super::combine::Combined;
use super::engine::{CACHE, Engine, is_unusable};
use super::fault::{Fault, FaultKind};
use super::folder::Folder;
use super::proof::Proofs;
use super::record::{Record, Seq};
use super::repair::rebuild_journal;
use super::rows::{insert, read_back};
use super::shadow::Stored;
use super::shadow_reader::{Reader, find};
use super::startup::{put_back, tail};
use super::survey::Survey;

/// How long to wait for sled to let go of its folder before it is opened again.
const LETTING_GO: Duration = Duration::from_millis(500);
/// A disk that is full is not tried more often than this.
const PAUSE: Duration = Duration::from_secs(1);

/// The engine, when there is one.
pub(super) struct Replica(RwLock<Option<Arc<Engine>>>);

/// What only the one who appends knows of the copy.
pub(super) struct Progress {
    /// The last record the engine has.
    pub last: Seq,
    /// Why the engine is away, and since when.
    away: Option<(Fault, Instant)>,
}

impl Progress {
    /// An engine that has the records up to `last`.
    pub fn at(last: Seq) -> Self {
        Self { last, away: None }
    }
}

impl Replica {
    pub fn new(engine: Option<Engine>) -> Self {
        Self(RwLock::new(engine.map(Arc::new)))
    }

    /// The engine, unless it is away.
    pub fn engine(&self) -> Option<Arc<Engine>> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn set(&self, engine: Option<Engine>) {
        let engine = engine.map(Arc::new);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = engine;
    }

    /// Gives the engine records that are committed. One that fails is closed, to be opened again.
    pub fn add(&self, progress: &mut Progress, records: &[Stored]) {
        let (Some(engine), Some((first, _)), Some((last, _))) =
            (self.engine(), records.first(), records.last())
        else {
            return;
        };
        if progress.last.checked_add(1) != Some(*first) {
            return;
        }
        match insert(&engine, records) {
            Ok(()) => progress.last = *last,
            Err(fault) => self.close(progress, fault),
        }
    }

    fn close(&self, progress: &mut Progress, fault: Fault) {
        tracing::warn!(%fault, "the journal is read from its shadow log for now");
        self.set(None);
        progress.away = Some((fault, Instant::now()));
    }

    /// Brings the engine up to record `to`, opening it again if need be.
    pub fn catch_up(&self, progress: &mut Progress, folder: &Folder, to: Seq) -> Result<(), Fault> {
        let caught_up = match self.engine() {
            Some(_) if progress.last == to => return Ok(()),
            Some(engine) => put_back(&engine, folder, progress.last, to),
            None => {
                if let Some((fault, since)) = &progress.away
                    && since.elapsed() < PAUSE
                {
                    return Err(fault.clone());
                }
                self.open(folder, to)
            }
        };
        match caught_up {
            Ok(()) => {
                progress.last = to;
                progress.away = None;
                Ok(())
            }
            Err(fault) => {
                self.close(progress, fault.clone());
                Err(fault)
            }
        }
    }

    /// Opens the engine again and gives it what it lacks; one that is of no use any more is made anew.
    fn open(&self, folder: &Folder, to: Seq) -> Result<(), Fault> {
        let again = || -> Result<Engine, Fault> {
            let path = folder.journal();
            let engine = Engine::open_within(folder.root(), &path, CACHE, LETTING_GO)?;
            let last = tail(&engine, folder)?.last;
            put_back(&engine, folder, last, to)?;
            Ok(engine)
        };
        let engine = match again() {
            Ok(engine) => engine,
            Err(fault) if is_unusable(&fault) => {
                let proofs = Proofs::read(folder);
                let survey = Survey::of(Combined::new(folder, None, &proofs)?.up_to(to))?;
                if !survey.lost.is_empty() || survey.chain.last != to {
                    // What only the old one may still give is for a recovery to look for.
                    return Err(fault);
                }
                rebuild_journal(folder, None, &proofs, to)?;
                Engine::open(folder.root(), &folder.journal(), CACHE)?
            }
            Err(fault) => return Err(fault),
        };
        self.set(Some(engine));
        Ok(())
    }

    /// The record at `seq`, from the engine, else from the shadow log.
    pub fn read(&self, folder: &Folder, seq: Seq) -> Result<Option<Record>, Fault> {
        let read = match self.engine() {
            Some(engine) => row(&engine, folder, seq),
            None => Ok(None),
        };
        match read {
            Ok(Some(record)) => Ok(Some(record)),
            Err(fault) if fault.kind == FaultKind::NewerFormat => Err(fault),
            failed => {
                let other = find(&folder.shadow(), seq)?;
                from_shadow(folder, seq, other, failed.err())
            }
        }
    }

    /// Begins to read upwards.
    pub fn rows<'a>(&self, folder: &'a Folder) -> Rows<'a> {
        Rows {
            engine: self.engine(),
            shadow: None,
            folder,
        }
    }
}

/// Reads records upwards, one by one.
pub(super) struct Rows<'a> {
    engine: Option<Arc<Engine>>,
    shadow: Option<Reader>,
    folder: &'a Folder,
}

impl Rows<'_> {
    /// The record at `seq`, which must be above those asked for before.
    pub fn at(&mut self, seq: Seq) -> Result<Option<Record>, Fault> {
        let read = match &self.engine {
            Some(engine) => row(engine, self.folder, seq),
            None => Ok(None),
        };
        match read {
            Ok(Some(record)) => Ok(Some(record)),
            Err(fault) if fault.kind == FaultKind::NewerFormat => Err(fault),
            failed => {
                let other = self.shadowed(seq)?;
                from_shadow(self.folder, seq, other, failed.err())
            }
        }
    }

    fn shadowed(&mut self, seq: Seq) -> Result<Option<Vec<u8>>, Fault> {
        let mut reader = match self.shadow.take() {
            Some(reader) => reader,
            None => Reader::open(&self.folder.shadow(), seq)?,
        };
        let found = reader.at(seq)?;
        self.shadow = Some(reader);
        Ok(found)
    }
}

fn row(engine: &Engine, folder: &Folder, seq: Seq) -> Result<Option<Record>, Fault> {
    let found = engine.call("reading the journal", |db| db.get(seq.to_be_bytes()))?;
    let Some(bytes) = found else {
        return Ok(None);
    };
    let record = read_back(folder.root(), seq, &bytes)?;
    // Only a record whose words are its own is given out.
    if record.is_whole() {
        return Ok(Some(record));
    }
    Ok(None)
}

/// What the shadow log has in place of a record that the engine could not give.
fn from_shadow(
    folder: &Folder,
    seq: Seq,
    bytes: Option<Vec<u8>>,
    fault: Option<Fault>,
) -> Result<Option<Record>, Fault> {
    match (bytes, fault) {
        (Some(bytes), fault) => {
            if let Some(fault) = fault {
                tracing::warn!(seq, %fault, "a record was read from the shadow log");
            }
            read_back(folder.root(), seq, &bytes).map(Some)
        }
        (None, Some(fault)) => Err(fault),
        (None, None) => Ok(None),
    }
}
