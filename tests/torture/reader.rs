//! A reader of its own of what is stored, so that the program is not judged by itself: the frames of the
//! shadow log, and what the engine still gives.
//!
//! ```text
//! shadow/*.log  length u32 · crc32 u32 · record, again and again
//! record        format u8 · crc32 u32 · length of the header u32 · seq u64 · …
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::engine;
use crate::seen;

const PREFIX: usize = 8;
/// Where a record carries its number.
const SEQ: std::ops::Range<usize> = 9..17;
/// The shortest record: what is before the header, and a header.
const SHORTEST: usize = 9 + 106;

/// A record of a store that is whole.
pub struct Known {
    /// Its number.
    pub seq: u64,
    /// Its stored bytes.
    pub bytes: Vec<u8>,
    /// The file of the shadow log it stands in.
    pub file: PathBuf,
    /// Where its frame begins there.
    pub at: usize,
    /// The words of the commands in it.
    pub words: Vec<String>,
}

impl Known {
    /// Returns the bytes of its frame.
    fn frame(&self) -> usize {
        PREFIX + self.bytes.len()
    }
}

/// Returns the frame that begins at `at`, if one does: its record's number and bytes.
fn frame(bytes: &[u8], at: usize) -> Option<(u64, &[u8])> {
    let number = |at: usize| {
        let four = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(four))
    };
    let (length, sum) = (number(at)? as usize, number(at + 4)?);
    let record = bytes.get(at + PREFIX..at + PREFIX + length)?;
    let whole = length >= SHORTEST && crc32fast::hash(record) == sum;
    let seq = record.get(SEQ)?.try_into().ok().map(u64::from_le_bytes)?;
    whole.then_some((seq, record))
}

/// Returns the files of the shadow log in a store, in order.
pub fn segments(data: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(data.join("shadow"))
        .into_iter()
        .flatten()
        .flatten();
    let mut found: Vec<PathBuf> = found.map(|entry| entry.path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "log"));
    found.sort();
    found
}

/// Returns every record of the shadow log, by number; looks for the next whole frame after damage.
fn records(data: &Path) -> BTreeMap<u64, Known> {
    let mut found = BTreeMap::new();
    for file in segments(data) {
        let bytes = fs::read(&file).unwrap_or_default();
        let mut at = 0;
        while at < bytes.len() {
            let Some((seq, record)) = frame(&bytes, at) else {
                at += 1;
                continue;
            };
            let text = String::from_utf8_lossy(record);
            let words: BTreeSet<String> = seen::words(&text).map(str::to_owned).collect();
            let known = Known {
                seq,
                bytes: record.to_vec(),
                file: file.clone(),
                at,
                words: words.into_iter().collect(),
            };
            at += known.frame();
            found.insert(seq, known);
        }
    }
    found
}

/// Returns every record of a store that is whole.
pub fn known(data: &Path) -> Vec<Known> {
    records(data).into_values().collect()
}

/// Returns which of the records a damaged store still has: in the shadow log, and in the engine.
pub fn readable(data: &Path, base: &Path, known: &[Known], scratch: &Path) -> [BTreeSet<u64>; 2] {
    let mut files: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    let mut shadow = BTreeSet::new();
    for record in known {
        let Ok(name) = record.file.strip_prefix(base) else {
            continue;
        };
        let path = data.join(name);
        let bytes = files
            .entry(path)
            .or_insert_with_key(|path| fs::read(path).unwrap_or_default());
        if frame(bytes, record.at).is_some_and(|(_, bytes)| bytes == record.bytes) {
            shadow.insert(record.seq);
        }
    }
    let held = engine::held(data, scratch);
    let engine = known
        .iter()
        .filter(|record| held.get(&record.seq) == Some(&blake3::hash(&record.bytes).to_string()));
    [shadow, engine.map(|record| record.seq).collect()]
}

/// Returns which of the records a recovered store has in its shadow log.
pub fn kept(data: &Path, known: &[Known]) -> BTreeSet<u64> {
    let now = records(data);
    let same = known.iter().filter(|record| {
        let found = now.get(&record.seq);
        found.is_some_and(|found| found.bytes == record.bytes)
    });
    same.map(|record| record.seq).collect()
}

/// Cuts the one segment of a store in several, as long ones are.
pub fn cut_in_segments(data: &Path, pieces: usize) {
    let records = records(data);
    let each = records.len().div_ceil(pieces).max(1);
    let old = segments(data);
    let all: Vec<&Known> = records.values().collect();
    let mut new = Vec::new();
    for piece in all.chunks(each) {
        let Some(first) = piece.first() else { continue };
        let mut bytes = Vec::new();
        for record in piece {
            bytes.extend_from_slice(&(record.bytes.len() as u32).to_le_bytes());
            bytes.extend_from_slice(&crc32fast::hash(&record.bytes).to_le_bytes());
            bytes.extend_from_slice(&record.bytes);
        }
        new.push((data.join(format!("shadow/{:020}.log", first.seq)), bytes));
    }
    for path in old {
        fs::remove_file(path).expect("a segment cannot be removed");
    }
    for (path, bytes) in new {
        fs::write(path, bytes).expect("a segment cannot be written");
    }
}

/// Returns the record up to which an undamaged checkpoint knows.
pub fn checkpoint(data: &Path, base: &Path) -> u64 {
    let names = fs::read_dir(data.join("checkpoints"))
        .into_iter()
        .flatten()
        .flatten();
    let whole = names.filter(|entry| {
        let before = fs::read(base.join("checkpoints").join(entry.file_name()));
        let now = fs::read(entry.path());
        before
            .ok()
            .zip(now.ok())
            .is_some_and(|(before, now)| before == now)
    });
    let numbers = whole.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.strip_suffix(".ckpt")?.parse().ok()
    });
    numbers.max().unwrap_or_default()
}
