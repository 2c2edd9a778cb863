//! Damages to what is stored: bytes flipped or zeroed, files cut, files and folders removed; in one witness
//! of the records, in both, and beside them.

use std::path::{Path, PathBuf};

use crate::dice::Dice;
use crate::harm::{any, cut, files, in_engine, in_shadow, name, remove};
use crate::reader::{Known, segments};

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
            Damage::Ends => story.extend(ends(data, known, dice)),
            Damage::ShadowEnd => story.push(shadow_end(data, known, dice)),
            Damage::Mark => story.push(mark(data, dice)),
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

/// Damages the last records of both logs, as many as the dice say.
fn ends(data: &Path, known: &[Known], dice: &mut Dice) -> Vec<String> {
    let many = 1 + dice.index(60);
    let last = known.iter().rev().take(many);
    let mut story: Vec<String> = last.map(|record| in_engine(data, record)).collect();
    let segment: Vec<PathBuf> = segments(data).pop().into_iter().collect();
    story.truncate(1);
    story.push(format!("and so on, the last {many}"));
    let first = known.iter().rev().nth(many - 1);
    let at = first.filter(|first| segment.contains(&data.join(name(first))));
    story.push(cut(&segment[0], at.map_or(0, |first| first.at as u64)));
    story
}

/// Cuts the shadow log between two of the records of its last segment.
fn shadow_end(data: &Path, known: &[Known], dice: &mut Dice) -> String {
    let last: Vec<PathBuf> = segments(data).pop().into_iter().collect();
    let in_last = known.iter().filter(|r| last.contains(&data.join(name(r))));
    let in_last: Vec<&Known> = in_last.collect();
    let from = *dice.one(&in_last);
    cut(&last[0], from.at as u64)
}

/// Damages what lies beside the shadow log, or a checkpoint where nothing does.
fn mark(data: &Path, dice: &mut Dice) -> String {
    let mut beside = files(&data.join("shadow"));
    beside.retain(|path| path.extension().is_none());
    if beside.is_empty() {
        beside = files(&data.join("checkpoints"));
    }
    any(&beside, dice)
}
