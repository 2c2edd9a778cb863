//! The shadow log: every record in plain segment files, beside the engine. It is where a record is
//! committed: what is durable here is acknowledged, and nothing else is.
//!
//! ```text
//! shadow/00000000000000000001.log     named after the first record in it
//! frame   length u32 · crc32 u32 · the record's stored bytes      (little-endian)
//! ```
//!
//! A group that cannot be written is cut off again before anybody is told that it was refused, so that
//! nothing refused is ever found later. Nothing else is overwritten or cut off: after a torn tail a new
//! segment begins, and where two segments overlap the later one counts. This file knows frames, not
//! records; whether the bytes are the right ones is for the chain to say.

use std::fs::File;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
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

/// Why a group was not written.
#[derive(Debug)]
pub(super) enum NotWritten {
    /// Nothing of it is there.
    Undone(Fault),
    /// Some of it may be there: cutting it off again failed too.
    Unsettled(Fault),
}

impl NotWritten {
    /// Returns what went wrong, where it does not matter what is left.
    pub fn fault(self) -> Fault {
        match self {
            Self::Undone(fault) | Self::Unsettled(fault) => fault,
        }
    }
}

/// What a shadow log looks like when it is opened, by its names and its last segment.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The last whole record.
    pub last: Option<Stored>,
    /// There is no segment that begins with record 1, or bytes in front of the last record are damaged.
    pub flawed: bool,
}

/// The writing end.
pub(super) struct Shadow {
    folder: PathBuf,
    segment: Option<Segment>,
    segment_bytes: u64,
    /// The last group was refused and is still to be cut off.
    unsettled: bool,
}

/// The segment that is written to.
struct Segment {
    file: File,
    path: PathBuf,
    /// Up to here it holds what was acknowledged.
    length: u64,
}

impl Shadow {
    /// Opens or creates the shadow log in `folder`, and finds the last record in it.
    pub fn open(folder: &Path, segment_bytes: u64) -> Result<(Self, Found), Fault> {
        files::make_folder(folder)?;
        let mut shadow = Self {
            folder: folder.to_owned(),
            segment: None,
            segment_bytes,
            unsettled: false,
        };
        let segments = segments(folder)?;
        let (oldest, newest) = (segments.first(), segments.last());
        let newest = newest.map(|(first, _)| *first);
        let mut found = Found {
            last: None,
            flawed: oldest.is_some_and(|(first, _)| *first != 1),
        };
        for (first, path) in segments.into_iter().rev() {
            let mut reader = SegmentReader::open(first, &path)?;
            while let Some(stored) = reader.next()? {
                found.last = Some(stored);
            }
            found.flawed |= reader.skipped() > 0;
            if found.last.is_none() {
                continue;
            }
            if Some(first) == newest && reader.torn() == 0 {
                shadow.segment = Some(Segment::open(path)?);
            }
            break;
        }
        Ok((shadow, found))
    }

    /// Appends records, which must follow those that are there, and makes them durable: all of them, or
    /// none.
    pub fn append(&mut self, records: &[Stored]) -> Result<(), NotWritten> {
        let Some((first, _)) = records.first() else {
            return Ok(());
        };
        self.settle().map_err(NotWritten::Undone)?;
        let segment = self.segment.take();
        let segment = segment.filter(|segment| segment.takes_more(self.segment_bytes));
        let mut segment = match segment {
            Some(segment) => segment,
            None => self.begin(*first).map_err(NotWritten::Undone)?,
        };
        let frames = frames(records);
        let written = segment.write(&frames);
        if written.is_ok() {
            segment.length = segment.length.saturating_add(frames.len() as u64);
        }
        self.unsettled = written.is_err();
        self.segment = Some(segment);
        match written {
            Ok(()) => Ok(()),
            Err(fault) => Err(match self.settle() {
                Ok(()) => NotWritten::Undone(fault),
                Err(_) => NotWritten::Unsettled(fault),
            }),
        }
    }

    /// Cuts off what is left of a group that was not acknowledged.
    pub fn settle(&mut self) -> Result<(), Fault> {
        if let Some(segment) = self.segment.as_ref().filter(|_| self.unsettled) {
            segment.cut()?;
        }
        self.unsettled = false;
        Ok(())
    }

    /// Fails when there is no room for `bytes` more. Nothing of the trial stays.
    pub fn try_room(&mut self, bytes: usize) -> Result<(), Fault> {
        self.settle()?;
        let trial = vec![0; bytes];
        // Where the next group would go: a limit may be of the file, not of the disk.
        if let Some(segment) = &mut self.segment {
            let written = segment.write(&trial);
            self.unsettled = true;
            let settled = self.settle();
            return written.and(settled);
        }
        files::make_folder(&self.folder)?;
        let path = self.folder.join("ROOM");
        let tried = files::private()
            .write(true)
            .truncate(true)
            .open(&path)
            .and_then(|mut file| {
                file.write_all(&trial)?;
                file.sync_data()
            });
        let removed = std::fs::remove_file(&path);
        tried
            .and(removed)
            .map_err(|error| Fault::at("writing to", &self.folder, error))
    }

    /// Starts the segment whose first record is `first`.
    fn begin(&self, first: Seq) -> Result<Segment, Fault> {
        files::make_folder(&self.folder)?;
        let path = self.folder.join(format!("{first:020}.log"));
        if path.metadata().is_ok_and(|there| there.len() > 0) {
            // A segment of that name without a single whole frame: a start that a crash interrupted.
            files::put_aside(&path)?;
        }
        let segment = Segment::open(path)?;
        files::sync_folder(&self.folder)?;
        Ok(segment)
    }
}

impl Segment {
    fn open(path: PathBuf) -> Result<Self, Fault> {
        let failed = |error| Fault::at("opening", &path, error);
        let file = files::private().append(true).open(&path).map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        Ok(Self { file, path, length })
    }

    /// It has room, and its file is still in the folder.
    fn takes_more(&self, most: u64) -> bool {
        self.length < most && self.file.metadata().is_ok_and(|there| there.nlink() > 0)
    }

    fn write(&mut self, frames: &[u8]) -> Result<(), Fault> {
        self.file
            .write_all(frames)
            .and_then(|()| self.file.sync_data())
            .map_err(|error| Fault::at("writing to", &self.path, error))
    }

    fn cut(&self) -> Result<(), Fault> {
        self.file
            .set_len(self.length)
            .and_then(|()| self.file.sync_all())
            .map_err(|error| Fault::at("shortening", &self.path, error))
    }
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
