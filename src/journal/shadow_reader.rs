//! Reading the shadow log: segments one after the other, each up to its last whole frame.
//!
//! The format is described in `shadow`. Nothing is written here.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::files;
use super::record::{MAX_RECORD, Seq};
use super::shadow::{FRAME_PREFIX, Stored};

/// The segments of a shadow log by the sequence each begins with, ascending.
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

/// Reads a shadow log upwards. Sequences ascend; a jump means that records are missing.
pub(super) struct Reader {
    segments: VecDeque<(Seq, PathBuf)>,
    current: Option<SegmentReader>,
    from: Seq,
}

impl Reader {
    /// Records from `from` upwards. A folder that is not there reads as an empty log.
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
        })
    }

    /// The next record whose frame checks.
    pub fn next(&mut self) -> Result<Option<Stored>, Fault> {
        loop {
            if let Some(current) = &mut self.current {
                let limit = self.segments.front().map_or(Seq::MAX, |(first, _)| *first);
                match current.next()? {
                    Some((seq, _)) if seq < self.from => continue,
                    Some((seq, bytes)) if seq < limit => return Ok(Some((seq, bytes))),
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

/// Reads one segment up to its end or the first frame that does not check.
pub(super) struct SegmentReader {
    file: BufReader<File>,
    path: PathBuf,
    next: Seq,
    /// The file ended after a whole frame.
    pub ended_cleanly: bool,
    ended: bool,
}

impl SegmentReader {
    pub fn open(first: Seq, path: &Path) -> Result<Self, Fault> {
        let file = File::open(path).map_err(|error| Fault::at("opening", path, error))?;
        Ok(Self {
            file: BufReader::with_capacity(256 * 1024, file),
            path: path.to_owned(),
            next: first,
            ended_cleanly: false,
            ended: false,
        })
    }

    /// The next record whose frame checks, numbered by its place.
    pub fn next(&mut self) -> Result<Option<Stored>, Fault> {
        if self.ended {
            return Ok(None);
        }
        match self.frame() {
            Ok(Some(bytes)) => {
                let seq = self.next;
                self.next = seq.saturating_add(1);
                Ok(Some((seq, bytes)))
            }
            Ok(None) => {
                self.ended = true;
                Ok(None)
            }
            Err(error) => Err(Fault::at("reading", &self.path, error)),
        }
    }

    /// The bytes of one frame, or `None` at the end or at a frame that does not check.
    fn frame(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut prefix = Vec::with_capacity(FRAME_PREFIX);
        let read = (&mut self.file)
            .take(FRAME_PREFIX as u64)
            .read_to_end(&mut prefix)?;
        if read == 0 {
            self.ended_cleanly = true;
            return Ok(None);
        }
        let Some((length, checksum)) = split_prefix(&prefix) else {
            return Ok(None);
        };
        if length == 0 || length as usize > MAX_RECORD {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(length as usize);
        (&mut self.file)
            .take(u64::from(length))
            .read_to_end(&mut bytes)?;
        let whole = bytes.len() == length as usize && crc32fast::hash(&bytes) == checksum;
        Ok(whole.then_some(bytes))
    }
}

fn split_prefix(prefix: &[u8]) -> Option<(u32, u32)> {
    let (length, rest) = prefix.split_first_chunk::<4>()?;
    let (checksum, _) = rest.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*length), u32::from_le_bytes(*checksum)))
}
