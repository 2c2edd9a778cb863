//! Proofs that records were there: the checkpoints and the end mark. Each names a record and the hash of
//! its header; when both logs end before it, what is between is lost.
//!
//! Nothing here is changed, and nothing is removed.

use std::path::{Path, PathBuf};

use super::checkpoint_file::stands_for;
use super::end_mark::EndMark;
use super::files;
use super::folder::Folder;
use super::record::{Hash, Seq};

/// Ending of a checkpoint.
pub(super) const CHECKPOINT: &str = ".ckpt";

/// One proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Proof {
    /// The record that was there.
    pub seq: Seq,
    /// The hash of its header.
    pub hash: Hash,
    /// When it was made, when the proof tells.
    pub at_ms: Option<i64>,
}

/// All proofs of a store.
#[derive(Clone, Debug, Default)]
pub(super) struct Proofs {
    /// In the order of their records.
    all: Vec<Proof>,
    /// There is an end mark: what is behind everything proven was never acknowledged, as far as is known.
    pub is_marked: bool,
}

impl Proofs {
    /// Reads the proofs of a store.
    pub fn read(folder: &Folder) -> Self {
        let mark = EndMark::read(folder.root());
        let mut all: Vec<Proof> = checkpoints(&folder.checkpoints())
            .into_iter()
            .filter_map(|(seq, path)| {
                // The name alone can be changed by hand.
                let (stands_for, hash) = stands_for(&path)?;
                let at_ms = None;
                (stands_for == seq).then_some(Proof { seq, hash, at_ms })
            })
            .collect();
        all.extend(mark.map(|mark| Proof {
            seq: mark.seq,
            hash: mark.hash,
            at_ms: Some(mark.at_ms),
        }));
        all.retain(|proof| proof.seq > 0);
        // The mark comes last of those for one record: it also tells the time.
        all.sort_by_key(|proof| (proof.seq, proof.at_ms.is_some()));
        Self {
            all,
            is_marked: mark.is_some(),
        }
    }

    /// Returns the proof of the latest record.
    pub fn newest(&self) -> Option<&Proof> {
        self.all.last()
    }

    /// Returns the sequence up to which records are proven; 0 when none is.
    pub fn last(&self) -> Seq {
        self.newest().map_or(0, |proof| proof.seq)
    }

    /// Returns the hashes that are proven of record `seq`.
    pub fn of(&self, seq: Seq) -> impl Iterator<Item = Hash> + '_ {
        let of = self.all.iter().filter(move |proof| proof.seq == seq);
        of.map(|proof| proof.hash)
    }
}

/// Returns the checkpoints there are, oldest first, by their names.
pub(super) fn checkpoints(folder: &Path) -> Vec<(Seq, PathBuf)> {
    let names = files::names(folder).unwrap_or_default();
    let mut found: Vec<_> = names
        .into_iter()
        .filter_map(|name| {
            let seq = name.strip_suffix(CHECKPOINT)?.parse().ok()?;
            Some((seq, folder.join(name)))
        })
        .collect();
    found.sort();
    found
}
