//! A data folder, opened: the journal and what lives beside it.
//!
//! It only puts the parts together.

use std::path::Path;
use std::sync::Arc;

use super::blobs::Blobs;
use super::checkpoint::Checkpoints;
use super::drafts::Drafts;
use super::embedded::EmbeddedJournal;
use super::fault::Fault;
use super::files;
use super::folder::Folder;
use super::report::Report;
use super::verify::verify_open;

/// An open data folder. Clones share it; it is closed, and its lock released, when the last
/// clone and the last clone of any part is gone.
#[derive(Clone)]
pub struct Store {
    journal: EmbeddedJournal,
    blobs: Blobs,
    drafts: Drafts,
    checkpoints: Checkpoints,
}

impl Store {
    /// Opens the store in `dir`, creating it if it is missing.
    ///
    /// # Errors
    /// `InUse`, `Damaged`, `NewerFormat`, `ReadOnly`, `Full`: each says what to do. What one of the two logs
    /// lacks is given to it from the other, and its damaged files are kept aside; when neither has a record
    /// that was acknowledged, `Damaged` names it and nothing is changed.
    pub fn open(dir: &Path) -> Result<Self, Fault> {
        let folder = Arc::new(Folder::open(dir)?);
        let journal = EmbeddedJournal::open(Arc::clone(&folder))?;
        let store = Self {
            blobs: Blobs::open(Arc::clone(&folder))?,
            drafts: Drafts::open(Arc::clone(&folder)),
            checkpoints: Checkpoints::open(journal.clone())?,
            journal,
        };
        folder.close_up();
        // The folders made on a first start must not vanish in a power cut with what is in them.
        files::sync_folder(folder.root())?;
        Ok(store)
    }

    /// The journal: the truth.
    pub fn journal(&self) -> &EmbeddedJournal {
        &self.journal
    }

    /// Returns the file that was lost or damaged and was written again when the store was opened.
    pub fn mended(&self) -> Option<&Path> {
        self.journal.folder().mended()
    }

    /// Attachments.
    pub fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Texts not sent yet.
    pub fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Shortcuts past the replay.
    pub fn checkpoints(&self) -> &Checkpoints {
        &self.checkpoints
    }

    /// Verifies the journal up to its present end, while the store stays in use.
    ///
    /// # Errors
    /// Faults of reading. Bad records are in the report.
    pub fn verify(&self) -> Result<Report, Fault> {
        verify_open(&self.journal)
    }
}
