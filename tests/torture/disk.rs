//! A disk that can be filled and freed: a small file system in memory where one may be mounted, else a limit
//! on the sizes of the server's files.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[cfg(target_os = "linux")]
use rustix::process::{Resource, Rlimit, getrlimit, prlimit};

use crate::host::Host;
use crate::trials::Asked;

/// The size of the file system.
const SIZE: &str = "24m";

/// A small file system. It is unmounted when this is dropped.
pub struct Mount(PathBuf);

impl Mount {
    /// Mounts one at a folder; nothing where that is not allowed.
    pub fn at(folder: &Path) -> Option<Mount> {
        let mounted = Command::new("mount")
            .args([
                "-t",
                "tmpfs",
                "-o",
                &format!("size={SIZE},mode=700"),
                "torture",
            ])
            .arg(folder)
            .stderr(Stdio::null())
            .status();
        mounted
            .is_ok_and(|status| status.success())
            .then(|| Mount(folder.to_owned()))
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let unmount = |more: &[&str]| {
            let done = Command::new("umount")
                .args(more)
                .arg(&self.0)
                .stderr(Stdio::null())
                .status();
            done.is_ok_and(|status| status.success())
        };
        // A process that still has a file open keeps it busy: it goes with that process then.
        let _ = unmount(&[]) || unmount(&["-l"]);
    }
}

/// The disk of a trial.
pub enum Disk {
    /// A file system of its own.
    Own {
        /// Unmounted with the disk.
        _mount: Mount,
        /// What fills it.
        filler: PathBuf,
    },
    /// A limit on file sizes.
    Limit,
}

impl Disk {
    /// Makes one for the store in `data`, which is an empty folder.
    pub fn of(data: &Path) -> Option<Disk> {
        let own = Asked::read().value("disk") == Some("own");
        if let Some(mount) = Mount::at(data).filter(|_| own) {
            let filler = data.join("filler");
            return Some(Disk::Own {
                _mount: mount,
                filler,
            });
        }
        cfg!(target_os = "linux").then_some(Disk::Limit)
    }

    /// Returns its name for the table.
    pub fn name(&self) -> &'static str {
        match self {
            Disk::Own { .. } => "a small disk",
            Disk::Limit => "a limit on file sizes",
        }
    }

    /// Whether a server must be started so that it outlives the limit.
    pub fn traps(&self) -> bool {
        matches!(self, Disk::Limit)
    }

    /// Fills it: all but so many bytes.
    pub fn fill(&self, host: &Host, but: u64) {
        match self {
            Disk::Own { filler, .. } => {
                let mut file = fs::File::create(filler).expect("a file that fills the disk");
                let block = vec![b'x'; 64 * 1024];
                while file.write_all(&block).is_ok() {}
                let _ = file.write_all(&block[..4096]);
                let length = file.metadata().map_or(0, |data| data.len());
                let _ = file.set_len(length.saturating_sub(but));
            }
            Disk::Limit => limit(host, Some(longest(&host.data.join("shadow")) + but)),
        }
    }

    /// Frees it.
    pub fn free(&self, host: Option<&Host>) {
        match self {
            Disk::Own { filler, .. } => drop(fs::remove_file(filler)),
            Disk::Limit => host.into_iter().for_each(|host| limit(host, None)),
        }
    }
}

/// Returns the size of the longest file in a folder.
fn longest(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|file| file.metadata().ok())
        .map(|data| data.len())
        .max()
        .unwrap_or_default()
}

#[cfg(target_os = "linux")]
fn limit(host: &Host, bytes: Option<u64>) {
    // What this process may at most, the server may, too.
    let maximum = getrlimit(Resource::Fsize).maximum;
    let limit = Rlimit {
        current: bytes.or(maximum),
        maximum,
    };
    prlimit(host.id(), Resource::Fsize, limit).expect("a limit on file sizes");
}

#[cfg(not(target_os = "linux"))]
fn limit(_: &Host, _: Option<u64>) {}
