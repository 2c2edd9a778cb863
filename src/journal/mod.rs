//! The journal layer: everything that is kept, and how it is kept whole.
//!
//! A [`Store`] is one open data folder:
//!
//! ```text
//! LOCK FORMAT     one process at a time; the format of the folder      folder, marks
//! journal/        sled: the records, the truth            embedded, engine
//! shadow/         every record once more, in plain files  shadow, startup
//! blobs/          attachments, named by their digest      blobs, blob_sweep, blob_check
//! drafts/         sled: unsent texts, no history          drafts
//! checkpoints/    shortcuts past the replay, expendable   checkpoint
//! ```
//!
//! [`Journal`] is the seam the rest of the house writes against. [`verify()`] reads everything and
//! reports, [`recover()`] rebuilds the journal and keeps the old one aside.
//!
//! **What durable means here.** An append is acknowledged after sled's flush *and* after the
//! shadow log was made durable by the system (`fdatasync`). The second is needed: on Linux sled
//! 0.34.7 flushes with `sync_file_range`, which survives a killed process but writes neither
//! file sizes nor the disk's own cache. After a power cut, what sled lost comes back from the
//! shadow log at the next start.
//!
//! Only this layer names sled or bincode. It never names a type of the domain, never reads
//! the time of day, and draws no random numbers.

mod blob_check;
mod blob_sweep;
mod blobs;
mod checkpoint;
mod checkpoint_file;
pub mod codec;
mod drafts;
mod embedded;
mod engine;
mod fault;
mod files;
mod folder;
mod layout;
mod marks;
mod record;
mod recover;
mod report;
mod rows;
mod seam;
mod shadow;
mod shadow_reader;
mod startup;
mod store;
#[cfg(test)]
mod tests;
mod verify;

pub use blob_check::{BlobReport, Closed, MAX_NAMED, Trouble};
pub use blob_sweep::{Sweep, Swept};
pub use blobs::{BlobId, Blobs, Lease, MAX_BLOB, NotABlobId};
pub use checkpoint::Checkpoints;
pub use checkpoint_file::MAX_CHUNK;
pub use drafts::{Drafts, MAX_DRAFT, MAX_DRAFT_KEY, MAX_DRAFTS};
pub use embedded::EmbeddedJournal;
pub use fault::{Fault, FaultKind};
pub use folder::{is_store, must_be_store};
pub use record::{Hash, Header, MAX_RECORD, NewRecord, Payload, Record, Seq};
pub use recover::{Recovery, recover};
pub use report::{Difference, Disagreement, MAX_DIFFERENCES, Report};
pub use seam::{AppendError, Follower, Journal, MAX_GROUP};
pub use store::Store;
pub use verify::verify;
