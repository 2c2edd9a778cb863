//! Reading the shadow log: segments one after the other, each record by the number in it.
//!
//! Bytes that are damaged are passed over, and reading goes on behind them; which records are missing then
//! is for the caller to see. Nothing is written here.

use std::collections::VecDeque;
use std::fs::File;
use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::files;
use super::frames::Frames;
use super::record::Seq;
use super::shadow::Stored;

/// Returns the segments of a shadow log by the sequence each begins with, ascending.
pub(super) fn segments(folder: &Path) -> Result<Vec<(Seq, PathBuf)>, Fault> {
    let mut found = Vec::new();
    for name in files::names(folder)? {
        if let Some(first) = name.strip_suffix(".log").and_then(|stem| stem.parse().ok()) {
            found.push((first, folder.join(name)));
        }
    }
    found.sort();
    Ok(found)
}

/// Returns the record `seq`, if the shadow log has it whole.
pub(super) fn find(folder: &Path, seq: Seq) -> Result<Option<Vec<u8>>, Fault> {
    Reader::open(folder, seq)?.at(seq)
}

/// Reads a shadow log upwards. Sequences ascend; a jump means that records are missing.
pub(super) struct Reader {
    segments: VecDeque<(Seq, PathBuf)>,
    current: Option<SegmentReader>,
    from: Seq,
    /// A record that was read before it was asked for.
    early: Option<Stored>,
}

impl Reader {
    /// Opens it for the records from `from` upwards. A folder that is not there reads as an empty log.
    pub fn open(folder: &Path, from: Seq) -> Result<Self, Fault> {
        let mut segments: VecDeque<_> = if folder.exists() {
            segments(folder)?.into()
        } else {
            VecDeque::new()
        };
        while segments.get(1).is_some_and(|(first, _)| *first <= from) {
            segments.pop_front();
        }
        Ok(Self {
            segments,
            current: None,
            from,
            early: None,
        })
    }

    /// Returns the record `seq`, which must be above those asked for before.
    pub fn at(&mut self, seq: Seq) -> Result<Option<Vec<u8>>, Fault> {
        loop {
            match self.early.take() {
                Some((at, bytes)) if at == seq => return Ok(Some(bytes)),
                Some(later) if later.0 > seq => {
                    self.early = Some(later);
                    return Ok(None);
                }
                Some(_) | None => {}
            }
            self.early = self.next()?;
            if self.early.is_none() {
                return Ok(None);
            }
        }
    }

    /// Returns the next record whose frame checks.
    pub fn next(&mut self) -> Result<Option<Stored>, Fault> {
        loop {
            if let Some(current) = &mut self.current {
                let limit = self.segments.front().map_or(Seq::MAX, |(first, _)| *first);
                match current.next()? {
                    Some((seq, _)) if seq < self.from => continue,
                    Some((seq, bytes)) if seq < limit => {
                        self.from = seq.saturating_add(1);
                        return Ok(Some((seq, bytes)));
                    }
                    Some(_) | None => self.current = None,
                }
            }
            match self.segments.pop_front() {
                Some((first, path)) => self.current = Some(SegmentReader::open(first, &path)?),
                None => return Ok(None),
            }
        }
    }
}

/// Reads one segment.
pub(super) struct SegmentReader {
    frames: Frames,
    path: PathBuf,
}

impl SegmentReader {
    pub fn open(first: Seq, path: &Path) -> Result<Self, Fault> {
        let file = File::open(path).map_err(|error| Fault::at("opening", path, error))?;
        Ok(Self {
            frames: Frames::new(file, first),
            path: path.to_owned(),
        })
    }

    /// Returns the next record whose frame checks.
    pub fn next(&mut self) -> Result<Option<Stored>, Fault> {
        let next = self.frames.next();
        next.map_err(|error| Fault::at("reading", &self.path, error))
    }

    /// How many bytes that are no frame were passed over in front of a record.
    pub fn skipped(&self) -> u64 {
        self.frames.skipped
    }

    /// How many bytes that are no frame stood behind the last record.
    pub fn torn(&self) -> u64 {
        self.frames.torn
    }
}
