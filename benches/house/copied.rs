//! A desk on a copy of a made-up house: what a run changes no later run sees.

use std::path::{Path, PathBuf};

use entremise::desk::Desk;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::measure::{folder, or_exit};
use super::store::reopened;

/// Opens a desk on a copy of the house that `made` yields. The copy goes with the folder.
pub fn open(runtime: &Runtime, made: impl Future<Output = PathBuf>) -> (Desk, TempDir) {
    let copy = or_exit(tempfile::tempdir_in(folder()));
    copy_folder(&runtime.block_on(made), copy.path());
    (runtime.block_on(reopened(copy.path())), copy)
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in or_exit(std::fs::read_dir(from)) {
        let entry = or_exit(entry);
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            or_exit(std::fs::create_dir_all(&to));
            copy_folder(&entry.path(), &to);
        } else {
            or_exit(std::fs::copy(entry.path(), to));
        }
    }
}
