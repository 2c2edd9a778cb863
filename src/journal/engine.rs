//! sled, handled with care: every call is guarded, so that a panic inside it becomes a fault.
//!
//! It never decides what is stored.

use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::fault::{Fault, FaultKind, advice};

/// How long to wait for sled's own threads to let go of a folder that was closed just before.
const LETTING_GO: Duration = Duration::from_secs(3);
/// sled's page cache for the journal, in bytes.
pub(super) const CACHE: u64 = 64 * 1024 * 1024;

/// One open sled folder.
pub(super) struct Engine {
    /// Only `drop` takes it out.
    db: Option<sled::Db>,
    root: PathBuf,
}

impl Engine {
    /// Opens or creates the sled folder `path` of the data folder `root`. `cache` is in bytes.
    pub fn open(root: &Path, path: &Path, cache: u64) -> Result<Self, Fault> {
        Self::open_within(root, path, cache, LETTING_GO)
    }

    /// The same, waiting no longer than `patience` for one that was closed just before.
    pub fn open_within(
        root: &Path,
        path: &Path,
        cache: u64,
        patience: Duration,
    ) -> Result<Self, Fault> {
        let doing = format!("opening {}", path.display());
        let deadline = Instant::now() + patience;
        loop {
            let opened = guarded(root, &doing, || {
                sled::Config::new()
                    .path(path)
                    .cache_capacity(cache)
                    .flush_every_ms(None)
                    .mode(sled::Mode::HighThroughput)
                    .open()
            });
            match opened {
                Ok(db) => {
                    return Ok(Self {
                        db: Some(db),
                        root: root.to_owned(),
                    });
                }
                // The data folder is locked by us, so sled's lock can only be a closed one's.
                Err(fault) if is_locked(&fault) && Instant::now() < deadline => {
                    #[expect(
                        clippy::disallowed_methods,
                        reason = "sled tells nobody when its lock is free"
                    )]
                    std::thread::sleep(Duration::from_millis(5));
                }
                Err(fault) => return Err(fault),
            }
        }
    }

    /// Runs one piece of work on the engine.
    pub fn call<T>(
        &self,
        doing: &str,
        work: impl FnOnce(&sled::Db) -> sled::Result<T>,
    ) -> Result<T, Fault> {
        match &self.db {
            Some(db) => guarded(&self.root, doing, || work(db)),
            None => Err(Fault::new(
                FaultKind::Other,
                format!("{doing} failed, the store is closed"),
                "start entremise again",
            )),
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // sled panics when the disk fails while it closes; what was acknowledged is safe by then.
        let db = self.db.take();
        let _ = catch_unwind(AssertUnwindSafe(|| drop(db)));
    }
}

fn guarded<T>(
    root: &Path,
    doing: &str,
    work: impl FnOnce() -> sled::Result<T>,
) -> Result<T, Fault> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(explain(root, doing, error)),
        Err(panic) => Err(Fault::damaged(
            root,
            format!("{doing} failed, the stored files are damaged"),
        )
        .because(Panic(panic_text(panic.as_ref())))),
    }
}

fn explain(root: &Path, doing: &str, error: sled::Error) -> Fault {
    match &error {
        sled::Error::Io(io) if tells_damage(io) => Fault::damaged(
            root,
            format!("{doing} failed, the stored files are damaged ({io})"),
        )
        .because(error),
        sled::Error::Io(io) => {
            let (kind, hint) = advice(io.kind());
            Fault::new(kind, format!("{doing} failed ({io})"), hint).because(error)
        }
        sled::Error::Corruption { .. }
        | sled::Error::ReportableBug(_)
        | sled::Error::Unsupported(_)
        | sled::Error::CollectionNotFound(_) => Fault::damaged(
            root,
            format!("{doing} failed, the stored files are damaged"),
        )
        .because(error),
    }
}

/// Tells whether a fault of opening means that the stored files are no use, so that they are put aside and
/// made anew from the shadow log.
pub(super) fn is_unusable(fault: &Fault) -> bool {
    fault.kind == FaultKind::Damaged
}

/// Tells whether the system's answer means that the files are not what they were: cut short, replaced, or
/// on bad blocks. Too many open files, say, mean nothing of the kind.
fn tells_damage(error: &io::Error) -> bool {
    let bad_blocks = error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error());
    let kinds = [
        io::ErrorKind::UnexpectedEof,
        io::ErrorKind::InvalidData,
        io::ErrorKind::InvalidInput,
        io::ErrorKind::NotFound,
        io::ErrorKind::AlreadyExists,
        io::ErrorKind::NotADirectory,
        io::ErrorKind::IsADirectory,
    ];
    bad_blocks || kinds.contains(&error.kind())
}

fn is_locked(fault: &Fault) -> bool {
    fault.kind == FaultKind::Other && fault.what.contains("could not acquire lock")
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}

/// What a panic inside the engine said.
#[derive(Debug)]
struct Panic(String);

impl fmt::Display for Panic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the storage engine gave up: {}", self.0)
    }
}

impl std::error::Error for Panic {}
