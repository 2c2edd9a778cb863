//! Checkpoints: a shortcut past the replay, never a truth.
//!
//! A checkpoint that is missing, damaged, newer, or of another journal is passed over, and the
//! older one is tried. What the chunks mean, and the version of that meaning, is the caller's.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::checkpoint_file::{Chunks, Put, stands_for, write_file};
use super::embedded::EmbeddedJournal;
use super::fault::{Fault, FaultKind};
use super::files;
use super::proof::{CHECKPOINT, checkpoints};
use super::record::Seq;
use super::seam::Journal;

const KEPT: usize = 2;
/// Names the checkpoint that is never removed, by its sequence.
const KEEP: &str = "KEEP";

/// The checkpoints of an open store. Clones share them.
#[derive(Clone)]
pub struct Checkpoints {
    journal: EmbeddedJournal,
    writing: Arc<Mutex<()>>,
}

impl Checkpoints {
    pub(super) fn open(journal: EmbeddedJournal) -> Result<Self, Fault> {
        files::make_folder(&journal.folder().checkpoints())?;
        Ok(Self {
            journal,
            writing: Arc::new(Mutex::new(())),
        })
    }

    /// Writes the checkpoint that stands for everything up to `seq`; durable when it returns.
    /// Keeps the newest two, and the one that stands for records which are lost. `chunks` puts one chunk after the
    /// other: no more than one is held.
    ///
    /// # Errors
    /// `Other` when the journal has no record `seq`, `TooLarge` for a chunk above
    /// [`MAX_CHUNK`](super::MAX_CHUNK), and faults of writing or of `chunks`. The checkpoints before stay;
    /// losing one costs time, not data.
    pub fn write_with(
        &self,
        seq: Seq,
        chunks: impl FnOnce(Put<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let Some(hash) = self.journal.hash_at(seq)? else {
            return Err(Fault::new(
                FaultKind::Other,
                format!("the journal has no record {seq} to write a checkpoint for"),
                "nothing is lost; the next start takes a little longer",
            ));
        };
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.folder().join(format!("{seq:020}{CHECKPOINT}"));
        files::replace(&path, |file| write_file(file, &path, seq, &hash, chunks))?;
        self.tidy()
    }

    /// Writes the checkpoint that stands for everything up to `seq`, as [`write_with`](Checkpoints::write_with) does.
    ///
    /// # Errors
    /// Those of [`write_with`](Checkpoints::write_with).
    pub fn write(&self, seq: Seq, mut chunks: impl Iterator<Item = Vec<u8>>) -> Result<(), Fault> {
        self.write_with(seq, |put| chunks.try_for_each(put))
    }

    /// The newest sound checkpoint: its sequence and its chunks.
    pub fn read(&self) -> Option<(Seq, Vec<Vec<u8>>)> {
        self.read_with(|_, chunks| Some(chunks.collect()))
    }

    /// The newest sound checkpoint, built chunk by chunk without holding them all.
    ///
    /// `build` may be called for a checkpoint that turns out to be damaged further on; what it
    /// made is dropped then. When it gives `None`, the older checkpoint is tried.
    pub fn read_with<T>(
        &self,
        mut build: impl FnMut(Seq, &mut dyn Iterator<Item = Vec<u8>>) -> Option<T>,
    ) -> Option<(Seq, T)> {
        checkpoints(&self.folder())
            .into_iter()
            .rev()
            .find_map(|(seq, path)| self.try_read(seq, &path, &mut build))
    }

    fn try_read<T>(
        &self,
        seq: Seq,
        path: &Path,
        build: &mut impl FnMut(Seq, &mut dyn Iterator<Item = Vec<u8>>) -> Option<T>,
    ) -> Option<(Seq, T)> {
        let hash = self.journal.hash_at(seq).ok().flatten()?;
        let mut chunks = Chunks::open(path, seq, &hash)?;
        let built = build(seq, &mut chunks)?;
        chunks.finish().then_some((seq, built))
    }

    /// Returns the record whose checkpoint is kept for good: it stands for records that are lost.
    pub fn kept(&self) -> Option<Seq> {
        pinned(&self.folder())
    }

    /// Returns the first chunks of the kept checkpoint, when it is there and sound, whoever wrote it.
    pub fn first_of_kept(&self, many: usize) -> Option<Vec<Vec<u8>>> {
        let seq = self.kept()?;
        let path = self.folder().join(format!("{seq:020}{CHECKPOINT}"));
        let (_, chunks) = self.try_read(seq, &path, &mut |_, chunks| {
            Some(chunks.take(many).collect::<Vec<_>>())
        })?;
        Some(chunks)
    }

    fn folder(&self) -> PathBuf {
        self.journal.folder().checkpoints()
    }

    /// Removes what is unfinished, and all but those that are kept. One that is beyond the journal's end is
    /// never removed: it may be the only proof that something is missing.
    fn tidy(&self) -> Result<(), Fault> {
        let (folder, last) = (self.folder(), self.journal.last());
        let mut old = checkpoints(&folder);
        old.retain(|(seq, _)| *seq <= last);
        old.truncate(old.len().saturating_sub(KEPT));
        let pinned = pinned(&folder);
        old.retain(|(seq, _)| Some(*seq) != pinned);
        let unfinished = files::names(&folder)?
            .into_iter()
            .filter(|name| name.ends_with(files::UNFINISHED))
            .map(|name| folder.join(name));
        for path in old.into_iter().map(|(_, path)| path).chain(unfinished) {
            std::fs::remove_file(&path)
                .map_err(|error| Fault::at("removing the old checkpoint", &path, error))?;
        }
        Ok(())
    }
}

/// Which checkpoint is never removed, because records it stands for are lost.
fn pinned(folder: &Path) -> Option<Seq> {
    let bytes = files::read_limited(&folder.join(KEEP), 64).ok()??;
    std::str::from_utf8(&bytes).ok()?.trim().parse().ok()
}

/// Returns the newest sound checkpoint that stands for record `seq` too, by its header alone.
pub(super) fn covering(folder: &Path, seq: Seq) -> Option<Seq> {
    checkpoints(folder)
        .into_iter()
        .rev()
        .find_map(|(at, path)| {
            let (stands_for, hash) = stands_for(&path)?;
            let sound = || Chunks::open(&path, at, &hash).is_some_and(Chunks::finish);
            (at >= seq && stands_for == at && sound()).then_some(at)
        })
}

/// Keeps the checkpoint that stands for `seq` for good.
pub(super) fn pin(folder: &Path, seq: Seq) -> Result<(), Fault> {
    let path = folder.join(KEEP);
    files::replace(&path, |file| {
        writeln!(file, "{seq}").map_err(|error| Fault::at("writing", &path, error))
    })
}
