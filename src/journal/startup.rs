//! Bringing both logs to the same end when a store is opened.
//!
//! The usual start looks at the ends: the last segment of the shadow log, the last records of the journal,
//! the newest proof. A journal that is behind is caught up, and so is a shadow log. When anything does not
//! fit, both logs are combined from the first record on: what either of them has is given to the other;
//! what neither has is told, and the store is not opened.

use super::engine::{CACHE, Engine, is_unusable};
use super::fault::{Fault, FaultKind};
use super::folder::Folder;
use super::healing::combine;
use super::proof::Proofs;
use super::record::{Chain, Record, Seq};
use super::repair::remove_unfinished;
use super::rows::{damaged, insert, missing, read_back, sequence};
use super::shadow::{Found, NotWritten, SEGMENT_BYTES, Shadow, Stored};
use super::shadow_reader::Reader;

/// How many of the last records are checked at every start: a crash hurts the end of a log.
const TAIL: usize = 256;
/// How many records go from one log to the other at a time.
const GROUP: usize = 256;

/// A journal that is ready.
pub(super) struct Started {
    /// The engine; `None` while it cannot be opened because the disk is full.
    pub engine: Option<Engine>,
    /// The end of the journal.
    pub chain: Chain,
    /// The last record the engine has.
    pub in_engine: Seq,
    pub shadow: Shadow,
    /// How many records one log had lost and the other gave back.
    pub restored: u64,
}

/// Opens both logs and brings them to the same end.
pub(super) fn start(folder: &Folder) -> Result<Started, Fault> {
    folder.finish_swap()?;
    remove_unfinished(folder);
    let proofs = Proofs::read(folder);
    let (shadow, found) = Shadow::open(&folder.shadow(), SEGMENT_BYTES)?;
    let engine = open_journal(folder)?;
    let mut ends = Ends {
        folder,
        proofs: &proofs,
        engine,
        shadow,
    };
    match ends.level(&found) {
        Ok(Some(leveled)) => Ok(Started {
            in_engine: leveled.in_engine,
            chain: leveled.chain,
            restored: leveled.restored,
            engine: ends.engine.ok(),
            shadow: ends.shadow,
        }),
        // Of a newer version, or a disk that cannot be written: combining would not help.
        Err(fault) if !is_unusable(&fault) => Err(fault),
        Ok(None) | Err(_) => {
            // While the disk is full the journal cannot be asked: that it lacks something is not known.
            let full = ends.engine.as_ref().err();
            let full = full.filter(|fault| fault.kind == FaultKind::Full).cloned();
            combine(folder, &proofs, ends.engine.ok(), found.flawed)
                .map_err(|fault| full.unwrap_or(fault))
        }
    }
}

/// Opens the engine that holds the records. The inner fault says why it is of no use just now.
fn open_journal(folder: &Folder) -> Result<Result<Engine, Fault>, Fault> {
    match Engine::open(folder.root(), &folder.journal(), CACHE) {
        Ok(engine) => Ok(Ok(engine)),
        Err(fault) if is_unusable(&fault) || fault.kind == FaultKind::Full => Ok(Err(fault)),
        Err(fault) => Err(fault),
    }
}

/// Both logs at a start.
struct Ends<'a> {
    folder: &'a Folder,
    proofs: &'a Proofs,
    engine: Result<Engine, Fault>,
    shadow: Shadow,
}

/// Both logs at the same end.
struct Leveled {
    chain: Chain,
    in_engine: Seq,
    restored: u64,
}

impl Ends<'_> {
    /// Levels both logs by their ends. `None` when something does not fit.
    fn level(&mut self, found: &Found) -> Result<Option<Leveled>, Fault> {
        if found.flawed {
            return Ok(None);
        }
        let shadowed = match &found.last {
            Some((seq, bytes)) => Some(read_back(self.folder.root(), *seq, bytes)?),
            None => None,
        };
        let leveled = match &self.engine {
            Err(fault) if fault.kind == FaultKind::Full => shadowed.map(|record| Leveled {
                chain: Chain::after(&record),
                in_engine: 0,
                restored: 0,
            }),
            Err(_) => None,
            Ok(engine) => {
                let chain = tail(engine, self.folder)?;
                self.level_with(found, shadowed.as_ref(), chain)?
            }
        };
        Ok(leveled.filter(|leveled| self.is_proven(&leveled.chain)))
    }

    /// Tells whether nothing is proven behind a journal that ends with `chain`.
    fn is_proven(&self, chain: &Chain) -> bool {
        self.proofs.last() <= chain.last
    }

    fn level_with(
        &mut self,
        found: &Found,
        shadowed: Option<&Record>,
        chain: Chain,
    ) -> Result<Option<Leveled>, Fault> {
        let Ok(engine) = &self.engine else {
            return Ok(None);
        };
        let before = chain.last;
        let end = shadowed.map_or(0, |record| record.header.seq);
        if end > before {
            let Some(checked) = continued(self.folder, &chain, end)? else {
                return Ok(None);
            };
            let put = put_back(engine, self.folder, before, end);
            let in_engine = match put {
                Ok(()) => end,
                // It is caught up when there is room again; until then the shadow log is read.
                Err(fault) if fault.kind == FaultKind::Full => {
                    self.engine = Err(fault);
                    0
                }
                Err(fault) => return Err(fault),
            };
            return Ok(Some(Leveled {
                chain: checked,
                in_engine,
                restored: end - before,
            }));
        }
        if let Some((seq, bytes)) = &found.last {
            let ours = engine.call("reading the journal", |db| db.get(seq.to_be_bytes()))?;
            if ours.as_deref() != Some(bytes.as_slice()) {
                return Ok(None);
            }
        }
        let after = shadowed.map_or(Chain::start(), Chain::after);
        let caught_up = catch_up(engine, self.folder, &mut self.shadow, after, before)?;
        Ok(caught_up.then_some(Leveled {
            in_engine: before,
            restored: before - end,
            chain,
        }))
    }
}

/// Where the engine's journal ends, after its last records were checked.
pub(super) fn tail(engine: &Engine, folder: &Folder) -> Result<Chain, Fault> {
    let root = folder.root();
    let entries: Vec<_> = engine.call("reading the journal", |db| {
        db.iter().rev().take(TAIL).collect::<sled::Result<_>>()
    })?;
    let mut chain: Option<Chain> = None;
    for (key, bytes) in entries.iter().rev() {
        let seq = sequence(root, key)?;
        let record = read_back(root, seq, bytes)?;
        let mut next = chain.unwrap_or_else(|| Chain::before(&record.header));
        next.step(&record).map_err(|why| damaged(root, seq, why))?;
        chain = Some(next);
    }
    Ok(chain.unwrap_or_else(Chain::start))
}

/// The chain after the shadow log's records behind `chain` up to `end`; `None` when they do not continue
/// it.
fn continued(folder: &Folder, chain: &Chain, end: Seq) -> Result<Option<Chain>, Fault> {
    let mut reader = Reader::open(&folder.shadow(), chain.last.saturating_add(1))?;
    let mut chain = chain.clone();
    while chain.last < end {
        let Some((seq, bytes)) = reader.next()? else {
            return Ok(None);
        };
        let record = read_back(folder.root(), seq, &bytes)?;
        if chain.step(&record).is_err() {
            return Ok(None);
        }
    }
    Ok(Some(chain))
}

/// Gives the engine the shadow log's records after `from`, up to `to`: what stands behind that may be of a
/// group that was not acknowledged.
pub(super) fn put_back(engine: &Engine, folder: &Folder, from: Seq, to: Seq) -> Result<(), Fault> {
    let mut reader = Reader::open(&folder.shadow(), from.saturating_add(1))?;
    loop {
        let mut group = Vec::with_capacity(GROUP);
        while group.len() < GROUP
            && let Some(stored) = reader.next()?
            && stored.0 <= to
        {
            group.push(stored);
        }
        if group.is_empty() {
            return Ok(());
        }
        insert(engine, &group)?;
    }
}

/// Gives the shadow log the engine's records behind `chain`, up to `to`. False when they do not continue
/// it.
fn catch_up(
    engine: &Engine,
    folder: &Folder,
    shadow: &mut Shadow,
    mut chain: Chain,
    to: Seq,
) -> Result<bool, Fault> {
    let root = folder.root();
    while chain.last < to {
        let next = chain.last.saturating_add(1);
        let range = next.to_be_bytes()..=to.to_be_bytes();
        let entries: Vec<_> = engine.call("reading the journal", |db| {
            db.range(range).take(GROUP).collect::<sled::Result<_>>()
        })?;
        if entries.is_empty() {
            return Err(missing(root, next));
        }
        let mut group: Vec<Stored> = Vec::with_capacity(entries.len());
        for (key, bytes) in &entries {
            let seq = sequence(root, key)?;
            let record = read_back(root, seq, bytes)?;
            if chain.step(&record).is_err() {
                return Ok(false);
            }
            group.push((seq, bytes.to_vec()));
        }
        shadow.append(&group).map_err(NotWritten::fault)?;
    }
    Ok(true)
}
