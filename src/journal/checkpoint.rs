//! Checkpoints: a shortcut past the replay, never a truth.
//!
//! A checkpoint that is missing, damaged, newer, or of another journal is passed over, and the
//! older one is tried. What the chunks mean, and the version of that meaning, is the caller's.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::checkpoint_file::{Chunks, write_file};
use super::embedded::EmbeddedJournal;
use super::fault::{Fault, FaultKind};
use super::files;
use super::record::Seq;
use super::seam::Journal;

const KEPT: usize = 2;
const ENDING: &str = ".ckpt";

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
    /// Keeps the newest two.
    ///
    /// # Errors
    /// `Other` when the journal has no record `seq`, `TooLarge` for a chunk above
    /// [`MAX_CHUNK`](super::MAX_CHUNK), and faults of writing. The checkpoints before stay;
    /// losing one costs time, not data.
    pub fn write(&self, seq: Seq, chunks: impl Iterator<Item = Vec<u8>>) -> Result<(), Fault> {
        let Some(hash) = self.journal.hash_at(seq)? else {
            return Err(Fault::new(
                FaultKind::Other,
                format!("the journal has no record {seq} to write a checkpoint for"),
                "nothing is lost; the next start takes a little longer",
            ));
        };
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.folder().join(format!("{seq:020}{ENDING}"));
        files::replace(&path, |file| write_file(file, &path, seq, &hash, chunks))?;
        self.tidy()
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
        self.found()
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

    fn folder(&self) -> PathBuf {
        self.journal.folder().checkpoints()
    }

    /// The checkpoints there are, oldest first.
    fn found(&self) -> Vec<(Seq, PathBuf)> {
        let folder = self.folder();
        let names = files::names(&folder).unwrap_or_default();
        let mut found: Vec<_> = names
            .into_iter()
            .filter_map(|name| {
                let seq = name.strip_suffix(ENDING)?.parse().ok()?;
                Some((seq, folder.join(name)))
            })
            .collect();
        found.sort();
        found
    }

    /// Removes what is beyond the journal's end, what is unfinished, and all but the newest two.
    fn tidy(&self) -> Result<(), Fault> {
        let last = self.journal.last();
        let (mut kept, beyond): (Vec<_>, Vec<_>) =
            self.found().into_iter().partition(|(seq, _)| *seq <= last);
        kept.truncate(kept.len().saturating_sub(KEPT));
        let folder = self.folder();
        let unfinished = files::names(&folder)?
            .into_iter()
            .filter(|name| name.ends_with(files::UNFINISHED))
            .map(|name| folder.join(name));
        for path in kept
            .into_iter()
            .chain(beyond)
            .map(|(_, path)| path)
            .chain(unfinished)
        {
            std::fs::remove_file(&path)
                .map_err(|error| Fault::at("removing the old checkpoint", &path, error))?;
        }
        Ok(())
    }
}
