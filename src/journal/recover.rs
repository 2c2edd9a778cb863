//! Recovery: builds the journal anew from what the shadow log and the old journal still hold.
//!
//! Every record that either has whole is in it, also behind a gap; where neither has one stands that it is
//! lost, for good. Whatever was there before is kept aside, never deleted.

use std::path::{Path, PathBuf};

use super::checkpoint::{covering, pin};
use super::combine::Combined;
use super::engine::{CACHE, Engine, is_unusable};
use super::fault::{Fault, FaultKind};
use super::folder::Folder;
use super::healing::nothing_left;
use super::loss::Loss;
use super::proof::Proofs;
use super::record::Seq;
use super::repair::{rebuild_journal, rebuild_shadow};
use super::shadow::{SEGMENT_BYTES, Shadow};
use super::survey::Survey;

/// What a recovery did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The last record of the rebuilt journal; it has each from 1 to this, or says that it is lost.
    pub last: Seq,
    /// How many records the shadow log had.
    pub from_shadow: u64,
    /// How many records only the old journal had.
    pub from_journal: u64,
    /// The records that are lost and were not declared so before.
    pub lost: Vec<Loss>,
    /// The records that an earlier recovery declared lost.
    pub declared: Vec<Loss>,
    /// How many records both logs had whole and with other content; those of the shadow log were taken.
    pub disputed: u64,
    /// The first of them.
    pub first_disputed: Option<Seq>,
    /// The newest checkpoint that still knows what lost records did, those up to its own, if there is one.
    pub known_by: Option<Seq>,
    /// What was put aside, under its new name.
    pub aside: Vec<PathBuf>,
}

impl Recovery {
    /// Tells whether nothing is missing that was not declared lost before.
    pub fn is_complete(&self) -> bool {
        self.lost.is_empty() && self.disputed == 0
    }

    /// How many records are lost that were not declared so before.
    pub fn lost_count(&self) -> u64 {
        self.lost.iter().map(Loss::count).sum()
    }
}

/// Rebuilds the journal of the store in `dir`, which no process may have open.
///
/// # Errors
/// `Damaged` when nothing at all can be recovered, `NewerFormat`, `InUse`, `Full`; the store is
/// as it was then.
pub fn recover(dir: &Path) -> Result<Recovery, Fault> {
    let folder = Folder::open_existing(dir)?;
    folder.finish_swap()?;
    let proofs = Proofs::read(&folder);
    // A journal that cannot be opened is what recovery is for: the shadow log has to do.
    let old = match folder.journal().exists() {
        true => match Engine::open(folder.root(), &folder.journal(), CACHE) {
            Ok(engine) => Some(engine),
            Err(fault) if is_unusable(&fault) => None,
            // It may be sound: nothing is declared lost that it holds.
            Err(fault) => return Err(fault),
        },
        false => None,
    };
    let survey = Survey::of(Combined::new(&folder, old.as_ref(), &proofs)?)?;
    if old.is_none() && survey.chain.last == 0 && folder.journal().join("db").exists() {
        return Err(nothing_left());
    }
    let mut recovery = recovery(&folder, &survey)?;
    if let Some(seq) = recovery.known_by {
        pin(&folder.checkpoints(), seq)?;
    }
    if survey.not_in_shadow > 0 || is_flawed(&folder)? {
        let aside = rebuild_shadow(&folder, old.as_ref(), &proofs)?;
        recovery.aside.extend(aside);
    }
    let aside = rebuild_journal(&folder, old, &proofs, Seq::MAX)?;
    recovery.aside.extend(aside);
    Ok(recovery)
}

/// Tells whether the last segment of the shadow log would be combined again at each start.
fn is_flawed(folder: &Folder) -> Result<bool, Fault> {
    let (_, found) = Shadow::open(&folder.shadow(), SEGMENT_BYTES)?;
    Ok(found.flawed)
}

/// What will be recovered, or that nothing can be.
fn recovery(folder: &Folder, survey: &Survey) -> Result<Recovery, Fault> {
    let first_lost = survey.lost.runs().first().map(|loss| loss.from);
    let known_by = first_lost.and_then(|seq| covering(&folder.checkpoints(), seq));
    if survey.whole == 0 && !survey.lost.is_empty() && known_by.is_none() {
        return Err(Fault::new(
            FaultKind::Damaged,
            "no record can be recovered",
            "nothing was changed; restore a backup of the data folder",
        ));
    }
    Ok(Recovery {
        last: survey.chain.last,
        from_shadow: survey.in_shadow,
        from_journal: survey.whole.saturating_sub(survey.in_shadow),
        lost: survey.lost.runs().to_vec(),
        declared: survey.declared.runs().to_vec(),
        disputed: survey.disputed,
        first_disputed: survey.first_disputed,
        known_by,
        aside: Vec::new(),
    })
}
