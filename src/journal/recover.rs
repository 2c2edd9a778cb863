//! Recovery: builds the journal anew from what the shadow log and the old journal still hold.
//!
//! A record is taken only when it continues the hash chain, so what comes out is a beginning of
//! the true history, nothing else. Whatever was there before is kept aside, never deleted.

use std::fs;
use std::path::{Path, PathBuf};

use super::embedded::open_engine;
use super::engine::Engine;
use super::fault::{Fault, FaultKind};
use super::files;
use super::folder::Folder;
use super::layout::{self, Flaw};
use super::record::{Chain, Seq};
use super::rows::insert;
use super::shadow::Stored;
use super::shadow_reader::Reader;

/// How many records are written at a time.
const GROUP: usize = 256;
/// sled's page cache while it is rebuilt, in bytes.
const CACHE: u64 = 64 * 1024 * 1024;

/// What a recovery did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The last record of the rebuilt journal; it has all from 1 to this.
    pub last: Seq,
    /// How many records came from the shadow log.
    pub from_shadow: u64,
    /// How many records only the old journal had.
    pub from_journal: u64,
    /// The first record that is there but could not be taken, because something before it is
    /// gone. It and what follows are in what was put aside.
    pub beyond: Option<Seq>,
    /// What was put aside, under its new name.
    pub aside: Vec<PathBuf>,
}

/// Rebuilds the journal of the store in `dir`, which no process may have open.
///
/// # Errors
/// `Damaged` when nothing at all can be recovered, `NewerFormat`, `InUse`, `Full`; the store is
/// as it was then.
pub fn recover(dir: &Path) -> Result<Recovery, Fault> {
    let folder = Folder::open_existing(dir)?;
    folder.finish_swap()?;
    let mut recovery = rebuild(&folder)?;
    // The old journal is closed by now; the new one is complete and on disk.
    recovery.aside.extend(files::put_aside(&folder.journal())?);
    folder.finish_swap()?;
    if recovery.from_journal > 0 || recovery.beyond.is_some() {
        // The next start writes a whole shadow log from the rebuilt journal.
        recovery.aside.extend(files::put_aside(&folder.shadow())?);
    }
    if Engine::open(folder.root(), &folder.drafts(), CACHE).is_err() {
        recovery.aside.extend(files::put_aside(&folder.drafts())?);
    }
    Ok(recovery)
}

fn rebuild(folder: &Folder) -> Result<Recovery, Fault> {
    let rebuilt = folder.rebuilt();
    if rebuilt.exists() {
        fs::remove_dir_all(&rebuilt).map_err(|error| Fault::at("removing", &rebuilt, error))?;
    }
    // A journal that cannot be opened is what recovery is for: the shadow log has to do.
    let old = match folder.journal().exists() {
        true => open_engine(folder).ok(),
        false => None,
    };
    let mut sources = Sources {
        shadow: Reader::open(&folder.shadow(), 1)?,
        ahead: None,
        old,
    };
    let target = Engine::open(folder.root(), &rebuilt, CACHE)?;
    let mut recovery = Recovery {
        last: 0,
        from_shadow: 0,
        from_journal: 0,
        beyond: None,
        aside: Vec::new(),
    };
    let mut chain = Chain::start();
    let mut group = Vec::with_capacity(GROUP);
    while let Some(found) = sources.next(&mut chain)? {
        match found.from {
            From::Shadow => recovery.from_shadow += 1,
            From::Journal => recovery.from_journal += 1,
        }
        group.push(found.stored);
        if group.len() >= GROUP {
            insert(&target, &group)?;
            group.clear();
        }
    }
    insert(&target, &group)?;
    recovery.last = chain.last;
    recovery.beyond = sources.beyond(chain.last)?;
    drop(target);
    files::sync_files(&rebuilt)?;
    if recovery.last == 0 && recovery.beyond.is_some() {
        fs::remove_dir_all(&rebuilt).map_err(|error| Fault::at("removing", &rebuilt, error))?;
        return Err(Fault::new(
            FaultKind::Damaged,
            "not even the first record can be recovered",
            "nothing was changed; restore a backup of the data folder",
        ));
    }
    Ok(recovery)
}

/// Which log a record was found in.
#[derive(Clone, Copy)]
enum From {
    Shadow,
    Journal,
}

struct Found {
    stored: Stored,
    from: From,
}

/// The two places a record can come from.
struct Sources {
    shadow: Reader,
    /// A record of the shadow log beyond the one that is looked for.
    ahead: Option<Stored>,
    old: Option<Engine>,
}

impl Sources {
    /// The record that continues `chain`, from whichever log has it whole.
    fn next(&mut self, chain: &mut Chain) -> Result<Option<Found>, Fault> {
        let seq = chain.last.saturating_add(1);
        if let Some(stored) = self.shadowed(seq)?
            && continues(chain, &stored)?
        {
            let from = From::Shadow;
            return Ok(Some(Found { stored, from }));
        }
        if let Some(stored) = self.journaled(seq)
            && continues(chain, &stored)?
        {
            let from = From::Journal;
            return Ok(Some(Found { stored, from }));
        }
        Ok(None)
    }

    fn shadowed(&mut self, seq: Seq) -> Result<Option<Stored>, Fault> {
        if self.ahead.is_none() {
            self.ahead = self.shadow.next()?;
        }
        Ok(self.ahead.take_if(|(found, _)| *found == seq))
    }

    fn journaled(&self, seq: Seq) -> Option<Stored> {
        let old = self.old.as_ref()?;
        let found = old.call("reading the old journal", |db| db.get(seq.to_be_bytes()));
        // What the old journal cannot give any more counts as missing.
        found.ok()?.map(|bytes| (seq, bytes.to_vec()))
    }

    /// The first record after `last` that either log still has.
    fn beyond(&mut self, last: Seq) -> Result<Option<Seq>, Fault> {
        let shadowed = match self.ahead.take() {
            Some(stored) => Some(stored),
            None => self.shadow.next()?,
        };
        let after = last.saturating_add(1).to_be_bytes();
        let journaled = self.old.as_ref().and_then(|old| {
            old.call("reading the old journal", |db| {
                db.range(after..).next().transpose()
            })
            .ok()
            .flatten()
        });
        let journaled =
            journaled.and_then(|(key, _)| Some(Seq::from_be_bytes(*key.first_chunk()?)));
        let shadowed = shadowed.map(|(seq, _)| seq);
        Ok(match (shadowed, journaled) {
            (Some(left), Some(right)) => Some(left.min(right)),
            (left, right) => left.or(right),
        })
    }
}

/// Steps `chain` over a stored record if it is the next one.
fn continues(chain: &mut Chain, stored: &Stored) -> Result<bool, Fault> {
    match layout::decode(&stored.1) {
        Ok(record) => Ok(chain.step(&record).is_ok()),
        Err(Flaw::Bad(_)) => Ok(false),
        Err(Flaw::Newer) => Err(Fault::newer(format_args!(
            "record {} of the journal",
            stored.0
        ))),
    }
}
