//! The data folder: its names, its lock, its format.
//!
//! One process at a time. The lock lives as long as any part of an open store does. A folder that
//! holds other people's files is never made ours; one of ours that lost its format file is recognised by its
//! records (see `marks`), and the file is written anew.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::fault::{Fault, FaultKind};
use super::files;
use super::marks::{Mark, mark};

/// The format of the folder as a whole: which files there are and how they are named.
const FORMAT: u32 = 1;
const LOCK: &str = "LOCK";
const FORMAT_FILE: &str = "FORMAT";
/// The sample house, and where it is made.
const SAMPLES: [&str; 2] = ["sample", "sample.new"];

/// A data folder, locked for this process until dropped.
pub(super) struct Folder {
    root: PathBuf,
    _lock: File,
    /// What was mended when it was opened, in words.
    mended: Option<String>,
}

/// Whether `dir` is a data folder, be it one that lost its format file.
pub fn is_store(dir: &Path) -> bool {
    dir.join(FORMAT_FILE).exists() || mark(dir).is_ok_and(|mark| mark != Mark::None)
}

/// Makes sure that `dir` is a data folder, before something opens it that must not make one.
///
/// # Errors
/// It is none.
pub fn must_be_store(dir: &Path) -> Result<(), Fault> {
    if is_store(dir) {
        return Ok(());
    }
    Err(Fault::new(
        FaultKind::Other,
        format!("{} is not an entremise data folder", dir.display()),
        "choose the right folder with --data",
    ))
}

impl Folder {
    /// Creates the folder if it is missing, locks it, and looks whether this version can read it.
    pub fn open(root: &Path) -> Result<Self, Fault> {
        let root = std::path::absolute(root)
            .map_err(|error| Fault::at("finding the folder", root, error))?;
        if root.join(FORMAT_FILE).exists() || mark(&root)? != Mark::None {
            return Self::locked(root)?.with_format(false);
        }
        files::make_folder(&root)?;
        refuse_foreign(&root)?;
        files::close_folder(&root)?;
        if let Some(above) = root.parent() {
            // The folder above may be closed to us (a mode of 711 is common): then it is the
            // system that sees to our folder's name, within seconds.
            let _ = files::sync_folder(above);
        }
        Self::locked(root)?.with_format(true)
    }

    /// Opens a data folder that must be there already. One without its format file need not be certain:
    /// somebody names it for ours.
    pub fn open_existing(root: &Path) -> Result<Self, Fault> {
        must_be_store(root)?;
        let root = std::path::absolute(root)
            .map_err(|error| Fault::at("finding the folder", root, error))?;
        Self::locked(root)?.with_format(true)
    }

    fn locked(root: PathBuf) -> Result<Self, Fault> {
        Ok(Self {
            _lock: lock(&root)?,
            root,
            mended: None,
        })
    }

    /// What was mended when it was opened, in words.
    pub fn mended(&self) -> Option<&str> {
        self.mended.as_deref()
    }

    /// Lets nobody else read what is in the folder; what is older than this rule, too. Shadow log, blobs and
    /// checkpoints always were private, and are many.
    pub fn close_up(&self) {
        for name in ["LOCK", FORMAT_FILE, "faults.log", "who.toml"] {
            files::close_tree(&self.root.join(name));
        }
        for name in ["journal", "drafts", "search", "logs", "set-aside"] {
            files::close_tree(&self.root.join(name));
        }
    }

    /// The data folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The engine's folder with the journal.
    pub fn journal(&self) -> PathBuf {
        self.root.join("journal")
    }

    /// Where a recovery builds the journal anew.
    pub fn rebuilt(&self) -> PathBuf {
        self.root.join("journal.rebuilt")
    }

    /// The engine's folder with the drafts.
    pub fn drafts(&self) -> PathBuf {
        self.root.join("drafts")
    }

    /// The folder with the shadow log.
    pub fn shadow(&self) -> PathBuf {
        self.root.join("shadow")
    }

    /// Where the shadow log is built anew.
    pub fn shadow_rebuilt(&self) -> PathBuf {
        self.root.join("shadow.rebuilt")
    }

    /// The folder with the blobs.
    pub fn blobs(&self) -> PathBuf {
        self.root.join("blobs")
    }

    /// The folder with the checkpoints.
    pub fn checkpoints(&self) -> PathBuf {
        self.root.join("checkpoints")
    }

    /// Ends a repair that a crash stopped between putting an old log aside and naming the new one.
    ///
    /// A rebuilt log counts once it stands under its finished name: it is built under another.
    pub fn finish_swap(&self) -> Result<(), Fault> {
        for (rebuilt, log) in [
            (self.rebuilt(), self.journal()),
            (self.shadow_rebuilt(), self.shadow()),
        ] {
            if rebuilt.exists() && !log.exists() {
                std::fs::rename(&rebuilt, &log)
                    .map_err(|error| Fault::at("naming", &log, error))?;
                files::sync_folder(&self.root)?;
            }
        }
        Ok(())
    }

    /// Checks the format. A file that is lost or holds no format is written anew where the records say whose
    /// folder this is, or where `asked` to.
    fn with_format(mut self, asked: bool) -> Result<Self, Fault> {
        let path = self.root.join(FORMAT_FILE);
        // Nothing that long is a format.
        let bytes = files::read_limited(&path, 64).or_else(|fault| match fault.kind {
            FaultKind::TooLarge => Ok(Some(Vec::new())),
            _ => Err(fault),
        })?;
        let format = bytes.as_deref().and_then(format_in);
        match format {
            Some(FORMAT) => return Ok(self),
            Some(newer) if newer > FORMAT => return Err(self.newer()),
            Some(_) | None => {}
        }
        match mark(&self.root)? {
            Mark::Newer => return Err(self.newer()),
            Mark::Certain => self.mended = Some(self.told()),
            Mark::Likely if asked => self.mended = Some(self.told()),
            // A first start.
            Mark::None if bytes.is_none() && asked => {}
            Mark::Likely => {
                return Err(Fault::damaged(
                    &self.root,
                    format!("the file {} is lost or damaged", path.display()),
                ));
            }
            Mark::None => {
                return Err(Fault::new(
                    FaultKind::Damaged,
                    format!(
                        "the file {} is damaged, and there are no records beside it",
                        path.display()
                    ),
                    "restore a backup of the data folder, or choose another folder with --data",
                ));
            }
        }
        files::replace(&path, |file| {
            writeln!(file, "{FORMAT}").map_err(|error| Fault::at("writing", &path, error))
        })?;
        Ok(self)
    }

    fn newer(&self) -> Fault {
        Fault::newer(format_args!("the data folder {}", self.root.display()))
    }

    fn told(&self) -> String {
        format!(
            "the file {} was lost or damaged: the folder was recognised by its records, and the file is written again",
            self.root.join(FORMAT_FILE).display()
        )
    }
}

/// The format that a file names; nothing for what is none.
fn format_in(bytes: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.trim().parse().ok().filter(|format| *format > 0)
}

/// A folder without our format file must be empty, or hold only what a broken first start left.
fn refuse_foreign(root: &Path) -> Result<(), Fault> {
    let unfinished = format!("{FORMAT_FILE}{}", files::UNFINISHED);
    let foreign = files::names(root)?
        .into_iter()
        .filter(|name| name != LOCK && *name != unfinished)
        // The sample house may be there before the real one, whole or begun.
        .find(|name| !SAMPLES.contains(&name.as_str()) || !is_ours_or_begun(&root.join(name)));
    match foreign {
        None => Ok(()),
        Some(name) => Err(Fault::new(
            FaultKind::Other,
            format!(
                "{} is not an entremise data folder: it holds {name}",
                root.display()
            ),
            "choose an empty or a new folder with --data",
        )),
    }
}

/// Whether a folder is a store, or one of which only the making was begun.
fn is_ours_or_begun(dir: &Path) -> bool {
    is_store(dir) || refuse_foreign(dir).is_ok()
}

/// How long a lock of this very process is waited for.
const OWN_LOCK: Duration = Duration::from_millis(500);

/// Takes the lock and writes this process's id into it.
fn lock(root: &Path) -> Result<File, Fault> {
    let path = root.join(LOCK);
    let failed = |error| Fault::at("locking", &path, error);
    let mut file = files::private()
        .read(true)
        .write(true)
        .truncate(false)
        .open(&path)
        .map_err(failed)?;
    let deadline = Instant::now() + OWN_LOCK;
    loop {
        match file.try_lock() {
            Ok(()) => break,
            // Our own lock, given back a moment ago: a program that is being started from another
            // thread holds a copy of it until it begins.
            Err(TryLockError::WouldBlock)
                if holder(&file) == Some(std::process::id()) && Instant::now() < deadline =>
            {
                std::thread::yield_now();
            }
            Err(TryLockError::WouldBlock) => return Err(in_use(root, &file)),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
    }
    file.set_len(0).map_err(failed)?;
    file.rewind().map_err(failed)?;
    writeln!(file, "{}", std::process::id()).map_err(failed)?;
    Ok(file)
}

/// The process whose id stands in the lock file.
fn holder(mut lock: &File) -> Option<u32> {
    let mut text = [0; 16];
    lock.rewind().ok()?;
    let length = lock.read(&mut text).ok()?;
    let text = std::str::from_utf8(text.get(..length)?).ok()?;
    text.trim().parse().ok()
}

fn in_use(root: &Path, lock: &File) -> Fault {
    let holder = match holder(lock) {
        Some(pid) => format!("process {pid}"),
        None => "another process".to_owned(),
    };
    Fault::new(
        FaultKind::InUse,
        format!("{} is in use by {holder}", root.display()),
        "close it, or use --data for another store",
    )
}
