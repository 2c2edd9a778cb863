//! What is done to files: bytes flipped or zeroed, files cut, files and folders removed. Each says what it did.

use std::fs;
use std::path::{Path, PathBuf};

use memchr::memmem;

use crate::dice::Dice;
use crate::reader::Known;

/// Where the digest stands in a record: 32 bytes that no other record has.
const DIGEST: std::ops::Range<usize> = 51..83;

pub fn name(record: &Known) -> PathBuf {
    let name = record.file.file_name().unwrap_or_default();
    Path::new("shadow").join(name)
}

/// Damages one of several files in some way.
pub fn any(files: &[PathBuf], dice: &mut Dice) -> String {
    let path = dice.one(files).clone();
    let length = fs::metadata(&path).expect("a file").len();
    match dice.below(7) {
        0..=2 => {
            let many = 1 + dice.below(8);
            let places: Vec<u64> = (0..many).map(|_| dice.below(length)).collect();
            change(&path, |bytes| {
                for at in &places {
                    if let Some(byte) = bytes.get_mut(*at as usize) {
                        *byte ^= 1 << (at % 8);
                    }
                }
            });
            format!("{}: bytes flipped at {places:?}", path.display())
        }
        3 | 4 => {
            let (from, many) = (dice.below(length), 16 + dice.below(8_192));
            change(&path, |bytes| zero(bytes, from as usize, many as usize));
            format!("{}: {many} bytes zeroed from {from}", path.display())
        }
        5 => cut(&path, dice.below(length)),
        _ => remove(&path),
    }
}

/// Flips a byte within one record of the shadow log.
pub fn in_shadow(data: &Path, record: &Known, dice: &mut Dice) -> String {
    let path = data.join(name(record));
    let at = record.at + 8 + dice.index(record.bytes.len());
    change(&path, |bytes| {
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 0x10;
        }
    });
    format!(
        "record {}: a byte flipped in the shadow log, at {at}",
        record.seq
    )
}

/// Flips a byte of one record wherever the engine has it.
pub fn in_engine(data: &Path, record: &Known) -> String {
    let digest = &record.bytes[DIGEST];
    let mut found = 0;
    for path in files(&data.join("journal")) {
        change(&path, |bytes| {
            let places: Vec<usize> = memmem::find_iter(bytes, digest).collect();
            found += places.len();
            places.iter().for_each(|at| bytes[*at] ^= 0x10);
        });
    }
    format!(
        "record {}: a byte flipped at {found} places of the engine",
        record.seq
    )
}

fn change(path: &Path, change: impl FnOnce(&mut [u8])) {
    let mut bytes = fs::read(path).expect("a file");
    change(&mut bytes);
    fs::write(path, bytes).expect("a file");
}

fn zero(bytes: &mut [u8], from: usize, many: usize) {
    let to = from.saturating_add(many).min(bytes.len());
    if let Some(range) = bytes.get_mut(from..to) {
        range.fill(0);
    }
}

pub fn cut(path: &Path, length: u64) -> String {
    let file = fs::OpenOptions::new().write(true).open(path);
    file.and_then(|file| file.set_len(length)).expect("a file");
    format!("{}: cut to {length} bytes", path.display())
}

pub fn remove(path: &Path) -> String {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    removed.expect("it cannot be removed");
    format!("{}: removed", path.display())
}

/// Returns the files below a folder that have something in them.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if entry.metadata().is_ok_and(|data| data.len() > 0) {
            found.push(path);
        }
    }
    found.sort();
    found
}
