//! Damages to what is stored: bytes flipped or zeroed, files cut, files and folders removed; in one witness
//! of the records, in both, and beside them.

use std::fs;
use std::path::{Path, PathBuf};

use memchr::memmem;

use crate::dice::Dice;
use crate::reader::{Known, segments};

/// Where the digest stands in a record: 32 bytes that no other record has.
const DIGEST: std::ops::Range<usize> = 51..83;

/// What is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Files of the engine, in any way.
    Engine,
    /// The engine, whole.
    EngineGone,
    /// Files of the shadow log, in any way.
    Shadow,
    /// The shadow log, whole.
    ShadowGone,
    /// The end of the shadow log, between two records: it is as it was a while ago.
    ShadowEnd,
    /// The same records in both.
    Same,
    /// One record in one, another in the other.
    Different,
    /// A file of each, in any way.
    Both,
    /// The engine whole, and files of the shadow log.
    EngineGoneShadow,
    /// The shadow log whole, and files of the engine.
    ShadowGoneEngine,
    /// The last records of both.
    Ends,
    /// A checkpoint.
    Checkpoint,
    /// What else lies beside the shadow log, or a checkpoint where nothing does.
    Mark,
    /// A checkpoint and the shadow log.
    CheckpointShadow,
    /// The drafts.
    Drafts,
    /// The format of the folder.
    Format,
    /// A stored file.
    Blob,
}

/// All of them, in the order in which a short run takes them.
pub const ALL: [Damage; 17] = [
    Damage::Engine,
    Damage::Shadow,
    Damage::Same,
    Damage::EngineGone,
    Damage::Different,
    Damage::EngineGoneShadow,
    Damage::Ends,
    Damage::ShadowGone,
    Damage::ShadowGoneEngine,
    Damage::Both,
    Damage::Format,
    Damage::Blob,
    Damage::Drafts,
    Damage::ShadowEnd,
    Damage::Mark,
    Damage::CheckpointShadow,
    Damage::Checkpoint,
];

impl Damage {
    /// Returns the row of the table it counts in.
    pub fn sort(self) -> &'static str {
        match self {
            Damage::Engine | Damage::EngineGone => "engine alone",
            Damage::Shadow | Damage::ShadowGone | Damage::ShadowEnd => "shadow log alone",
            Damage::Same | Damage::Ends => "both, the same records",
            Damage::Different
            | Damage::Both
            | Damage::EngineGoneShadow
            | Damage::ShadowGoneEngine => "both, anywhere",
            Damage::Checkpoint | Damage::CheckpointShadow | Damage::Mark => "checkpoint, end mark",
            Damage::Drafts | Damage::Format | Damage::Blob => "drafts, format, files",
        }
    }

    /// Does it to the store in `data`; returns what was done.
    pub fn apply(self, data: &Path, known: &[Known], dice: &mut Dice) -> Vec<String> {
        let mut story = Vec::new();
        match self {
            Damage::Engine => story.push(any(&files(&data.join("journal")), dice)),
            Damage::EngineGone => story.push(remove(&data.join("journal"))),
            Damage::Shadow => story.push(any(&segments(data), dice)),
            Damage::ShadowGone => story.push(remove(&data.join("shadow"))),
            Damage::Same => {
                let from = dice.index(known.len());
                let many = 1 + dice.index(4);
                for record in known.iter().skip(from).take(many) {
                    story.push(in_shadow(data, record, dice));
                    story.push(in_engine(data, record));
                }
            }
            Damage::Different => {
                story.push(in_shadow(data, dice.one(known), dice));
                story.push(in_engine(data, dice.one(known)));
            }
            Damage::Both => {
                story.push(any(&segments(data), dice));
                story.push(any(&files(&data.join("journal")), dice));
            }
            Damage::EngineGoneShadow => {
                story.push(remove(&data.join("journal")));
                story.push(any(&segments(data), dice));
            }
            Damage::ShadowGoneEngine => {
                story.push(remove(&data.join("shadow")));
                story.push(any(&files(&data.join("journal")), dice));
            }
            Damage::Ends => {
                let many = 1 + dice.index(60);
                for record in known.iter().rev().take(many) {
                    story.push(in_engine(data, record));
                }
                let last: Vec<PathBuf> = segments(data).pop().into_iter().collect();
                story.truncate(1);
                story.push(format!("and so on, the last {many}"));
                let first = known.iter().rev().take(many).last();
                let at = first.filter(|first| last.contains(&data.join(name(first))));
                story.push(cut(&last[0], at.map_or(0, |first| first.at as u64)));
            }
            Damage::ShadowEnd => {
                let last: Vec<PathBuf> = segments(data).pop().into_iter().collect();
                let in_last: Vec<&Known> = known
                    .iter()
                    .filter(|r| last.contains(&data.join(name(r))))
                    .collect();
                let from = *dice.one(&in_last);
                story.push(cut(&last[0], from.at as u64));
            }
            Damage::Mark => {
                let mut beside = files(&data.join("shadow"));
                beside.retain(|path| path.extension().is_none());
                if beside.is_empty() {
                    beside = files(&data.join("checkpoints"));
                }
                story.push(any(&beside, dice));
            }
            Damage::Checkpoint => story.push(any(&files(&data.join("checkpoints")), dice)),
            Damage::CheckpointShadow => {
                story.push(any(&files(&data.join("checkpoints")), dice));
                story.push(any(&segments(data), dice));
            }
            Damage::Drafts => story.push(any(&files(&data.join("drafts")), dice)),
            Damage::Format => story.push(any(&[data.join("FORMAT")], dice)),
            Damage::Blob => story.push(any(&files(&data.join("blobs")), dice)),
        }
        story
    }
}

fn name(record: &Known) -> PathBuf {
    let name = record.file.file_name().unwrap_or_default();
    Path::new("shadow").join(name)
}

/// Damages one of several files in some way.
fn any(files: &[PathBuf], dice: &mut Dice) -> String {
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
fn in_shadow(data: &Path, record: &Known, dice: &mut Dice) -> String {
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
fn in_engine(data: &Path, record: &Known) -> String {
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

fn cut(path: &Path, length: u64) -> String {
    let file = fs::OpenOptions::new().write(true).open(path);
    file.and_then(|file| file.set_len(length)).expect("a file");
    format!("{}: cut to {length} bytes", path.display())
}

fn remove(path: &Path) -> String {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    removed.expect("it cannot be removed");
    format!("{}: removed", path.display())
}

/// Returns the files below a folder that have something in them.
fn files(folder: &Path) -> Vec<PathBuf> {
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
