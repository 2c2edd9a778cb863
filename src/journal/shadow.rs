//! The shadow log: every record once more, in plain segment files, beside the engine.
//!
//! ```text
//! shadow/00000000000000000001.log     named after the first record in it
//! frame   length u32 · crc32 u32 · the record's stored bytes      (little-endian)
//! ```
//!
//! Nothing is ever overwritten or cut off: after a torn tail a new segment begins, and where two
//! segments overlap the later one counts. Readers stop a segment at the first frame that does not
//! check, so a tail torn by a crash is as good as not there. This file knows frames, not records;
//! whether the bytes are the right ones is for the chain to say.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::files;
use super::record::Seq;
use super::shadow_reader::{SegmentReader, segments};

/// A segment this long is finished, made durable, and followed by the next. Opening reads the
/// last segment whole, so this bounds the work of a start.
pub(super) const SEGMENT_BYTES: u64 = 16 * 1024 * 1024;
/// Length and checksum before the bytes of a frame.
pub(super) const FRAME_PREFIX: usize = 8;

/// One record of the shadow log: its sequence and its stored bytes.
pub(super) type Stored = (Seq, Vec<u8>);

/// The writing end.
pub(super) struct Shadow {
    folder: PathBuf,
    segment: Option<(File, u64)>,
    segment_bytes: u64,
}

impl Shadow {
    /// Opens or creates the shadow log in `folder`, and finds the last record in it.
    pub fn open(folder: &Path, segment_bytes: u64) -> Result<(Self, Option<Stored>), Fault> {
        files::make_folder(folder)?;
        let mut shadow = Self {
            folder: folder.to_owned(),
            segment: None,
            segment_bytes,
        };
        let segments = segments(folder)?;
        let newest = segments.last().map(|(first, _)| *first);
        for (first, path) in segments.into_iter().rev() {
            let mut reader = SegmentReader::open(first, &path)?;
            let mut last = None;
            while let Some(stored) = reader.next()? {
                last = Some(stored);
            }
            if last.is_none() {
                continue;
            }
            if Some(first) == newest && reader.ended_cleanly {
                shadow.segment = Some(reopen(&path)?);
            }
            return Ok((shadow, last));
        }
        Ok((shadow, None))
    }

    /// Appends records, which must follow those that are there, and makes them durable.
    pub fn append(&mut self, records: &[Stored]) -> Result<(), Fault> {
        let Some((first, _)) = records.first() else {
            return Ok(());
        };
        let (mut file, length) = match self.segment.take() {
            Some((file, length)) if length < self.segment_bytes => (file, length),
            Some(_) | None => (self.begin(*first)?, 0),
        };
        let frames = frames(records);
        file.write_all(&frames)
            .and_then(|()| file.sync_data())
            .map_err(|error| Fault::at("writing to", &self.folder, error))?;
        self.segment = Some((file, length.saturating_add(frames.len() as u64)));
        Ok(())
    }

    /// Starts the segment whose first record is `first`.
    fn begin(&self, first: Seq) -> Result<File, Fault> {
        let path = self.folder.join(format!("{first:020}.log"));
        // A segment of that name without a single whole frame: a start that a crash interrupted.
        files::put_aside(&path)?;
        let file = files::private()
            .append(true)
            .open(&path)
            .map_err(|error| Fault::at("creating", &path, error))?;
        files::sync_folder(&self.folder)?;
        Ok(file)
    }
}

fn reopen(path: &Path) -> Result<(File, u64), Fault> {
    let failed = |error| Fault::at("opening", path, error);
    let file = files::private().append(true).open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    Ok((file, length))
}

fn frames(records: &[Stored]) -> Vec<u8> {
    let size = records.iter().map(|(_, bytes)| bytes.len() + FRAME_PREFIX);
    let mut out = Vec::with_capacity(size.sum());
    for (_, bytes) in records {
        // Records are limited to `MAX_RECORD`, far below 4 GiB.
        out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        out.extend_from_slice(&crc32fast::hash(bytes).to_le_bytes());
        out.extend_from_slice(bytes);
    }
    out
}
