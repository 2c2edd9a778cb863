//! Private files and folders, and files that appear whole or not at all.
//!
//! Nothing here knows what the files are for.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use super::fault::Fault;

/// Ending of a file that is not finished.
pub(super) const UNFINISHED: &str = ".unfinished";

/// Makes a folder that only this user can enter, with the folders above it. One that is there is
/// left as it is.
pub(super) fn make_folder(path: &Path) -> Result<(), Fault> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|error| Fault::at("making the folder", path, error))
}

/// Lets only this user enter a folder.
pub(super) fn close_folder(path: &Path) -> Result<(), Fault> {
    fs::set_permissions(path, Permissions::from_mode(0o700))
        .map_err(|error| Fault::at("protecting the folder", path, error))
}

/// Lets only this user read a file or a folder with all in it; what they may do themselves stays. What is not
/// theirs to change is left: the data folder keeps others out in any case.
pub(super) fn close_tree(path: &Path) {
    let Ok(data) = fs::symlink_metadata(path) else {
        return;
    };
    let mode = data.permissions().mode() & 0o777;
    if data.is_symlink() {
        return;
    }
    if mode & 0o077 != 0 {
        let _ = fs::set_permissions(path, Permissions::from_mode(mode & 0o700));
    }
    if data.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            close_tree(&entry.path());
        }
    }
}

/// How files are created: for this user alone.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true).mode(0o600);
    options
}

/// Makes the names in a folder durable.
pub(super) fn sync_folder(path: &Path) -> Result<(), Fault> {
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| Fault::at("writing to the folder", path, error))
}

/// Makes the files directly in a folder durable, and their names.
pub(super) fn sync_files(path: &Path) -> Result<(), Fault> {
    for name in names(path)? {
        let file = path.join(name);
        File::open(&file)
            .and_then(|file| file.sync_all())
            .map_err(|error| Fault::at("writing", &file, error))?;
    }
    sync_folder(path)
}

/// Writes a file so that, after any crash, it is there whole or as it was before.
///
/// Callers see to it that no two write the same path at once.
pub(super) fn replace(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        let error = io::Error::from(ErrorKind::InvalidFilename);
        return Err(Fault::at("writing", path, error));
    };
    let mut name = name.to_os_string();
    name.push(UNFINISHED);
    let unfinished = folder.join(name);
    let written = private()
        .write(true)
        .truncate(true)
        .open(&unfinished)
        .map_err(|error| Fault::at("creating", &unfinished, error))
        .and_then(|mut file| {
            write(&mut file)?;
            file.sync_all()
                .map_err(|error| Fault::at("writing", &unfinished, error))
        })
        .and_then(|()| {
            fs::rename(&unfinished, path).map_err(|error| Fault::at("naming", path, error))
        });
    if written.is_err() {
        // The reason of the failure is worth more than that of the tidying up.
        let _ = fs::remove_file(&unfinished);
    }
    written?;
    sync_folder(folder)
}

/// Reads a whole file of at most `limit` bytes. `None` when there is no such file.
pub(super) fn read_limited(path: &Path, limit: usize) -> Result<Option<Vec<u8>>, Fault> {
    use std::io::Read;
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Fault::at("opening", path, error)),
    };
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::at("reading", path, error))?;
    if bytes.len() > limit {
        return Err(Fault::too_large(path.display(), bytes.len(), limit));
    }
    Ok(Some(bytes))
}

/// The names in a folder, sorted; names that are not text are left out.
pub(super) fn names(path: &Path) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| Fault::at("reading the folder", path, error))? {
        let entry = entry.map_err(|error| Fault::at("reading the folder", path, error))?;
        names.extend(entry.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

/// Gives a file the present time, as far as the system lets us.
pub(super) fn touch(path: &Path) {
    use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, UTIME_NOW, utimensat};
    let now = Timespec {
        tv_sec: 0,
        tv_nsec: UTIME_NOW,
    };
    let both = Timestamps {
        last_access: now,
        last_modification: now,
    };
    let _ = utimensat(CWD, path, &both, AtFlags::empty());
}

/// Tells whether the disk that holds `folder` has `bytes` free.
///
/// # Errors
/// `Full` when it has not. A file system that does not say is taken to have them.
pub(super) fn has_room(folder: &Path, bytes: u64) -> Result<(), Fault> {
    match rustix::fs::statvfs(folder) {
        Ok(disk) if disk.f_bavail.saturating_mul(disk.f_frsize) < bytes => Err(Fault::io(
            "opening the drafts",
            io::Error::from(ErrorKind::StorageFull),
        )),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Gives `path` a free name ending in `.aside-N`. Returns the new name, or `None` when there was
/// nothing to put aside.
pub(super) fn put_aside(path: &Path) -> Result<Option<std::path::PathBuf>, Fault> {
    if !path.exists() {
        return Ok(None);
    }
    let mut free = (1_u32..).map(|number| {
        let mut name = path.as_os_str().to_os_string();
        name.push(format!(".aside-{number}"));
        std::path::PathBuf::from(name)
    });
    let Some(aside) = free.find(|candidate| !candidate.exists()) else {
        return Ok(None);
    };
    fs::rename(path, &aside).map_err(|error| Fault::at("putting aside", path, error))?;
    if let Some(folder) = path.parent() {
        sync_folder(folder)?;
    }
    Ok(Some(aside))
}
