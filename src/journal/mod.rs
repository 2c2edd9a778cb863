//! The journal layer: everything that is kept, and how it is kept whole.
//!
//! A [`Store`] is one open data folder:
//!
//! ```text
//! LOCK FORMAT     one process at a time; the format of the folder      folder, marks
//! END             up to where records were acknowledged   end_mark
//! shadow/         every record, in plain files: commits   shadow, frames
//! journal/        sled: every record once more, to read   replica, engine
//! blobs/          attachments, named by their digest      blobs, blob_sweep, blob_check
//! drafts/         sled: unsent texts, no history          drafts
//! checkpoints/    shortcuts past the replay               checkpoint
//! ```
//!
//! [`Journal`] is the seam the rest of the house writes against. [`verify()`] reads everything and
//! reports, [`recover()`] rebuilds the journal and keeps the old one aside.
//!
//! **What durable means here.** The shadow log is the commit point: an append is acknowledged once it is
//! durable there (`fdatasync`), and what is refused is cut off again before the refusal is told. sled, which
//! is read, follows and may be behind: on Linux sled 0.34.7 flushes with `sync_file_range`, which survives a
//! killed process but writes neither file sizes nor the disk's own cache, and it fails for good on a full
//! disk until it is opened again. What it lacks is read from the shadow log and put back by itself.
//!
//! **Three witnesses.** The two logs, and what tells of their end: the newest checkpoint and the end mark.
//! What one log lacks the other gives (`combine`); what neither has is a loss, which is told and never
//! passed over in silence.
//!
//! Only this layer names sled or bincode. It never names a type of the domain, never reads
//! the time of day, and draws no random numbers.

mod blob_check;
mod blob_sweep;
mod blobs;
mod candidate;
mod checkpoint;
mod checkpoint_file;
pub mod codec;
mod combine;
mod drafts;
mod embedded;
mod end_mark;
mod engine;
mod fault;
mod files;
mod folder;
mod frames;
mod healing;
mod layout;
mod loss;
mod marks;
mod proof;
mod record;
mod recover;
mod repair;
mod replica;
mod report;
mod rows;
mod seam;
mod shadow;
mod shadow_reader;
mod startup;
mod store;
mod survey;
#[cfg(test)]
mod tests;
mod verify;

pub use blob_check::{BlobReport, Closed, MAX_NAMED, Trouble};
pub use blob_sweep::{Sweep, Swept};
pub use blobs::{BlobId, Blobs, Lease, MAX_BLOB, NotABlobId};
pub use checkpoint::Checkpoints;
pub use checkpoint_file::{MAX_CHUNK, Put};
pub use drafts::{Drafts, MAX_DRAFT, MAX_DRAFT_KEY, MAX_DRAFTS};
pub use embedded::EmbeddedJournal;
pub use fault::{Fault, FaultKind};
pub use folder::{is_store, must_be_store};
pub use layout::FORMAT;
pub use loss::Loss;
pub use record::{Hash, Header, Lost, MAX_RECORD, NewRecord, Payload, Record, Seq};
pub use recover::{Recovery, recover};
pub use report::{Difference, Disagreement, MAX_DIFFERENCES, Report};
pub use seam::{AppendError, Follower, Journal, MAX_GROUP};
pub use store::Store;
pub use verify::verify;
