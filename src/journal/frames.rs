//! Frames in a file: finding the next whole one, also behind bytes that are damaged.
//!
//! It knows how long a frame may be and how a record begins, and nothing of what a record says. The
//! format is described in `shadow`.

use std::fs::File;
use std::io::{self, Read};

use super::layout;
use super::record::{MAX_RECORD, Seq};
use super::shadow::FRAME_PREFIX;

/// The longest frame.
const LONGEST: usize = FRAME_PREFIX + MAX_RECORD;
/// The shortest frame.
const SHORTEST: usize = FRAME_PREFIX + layout::LEAST;
/// How much is read at a time.
const CHUNK: usize = 256 * 1024;

/// Reads frames from a file, in the order they stand there.
pub(super) struct Frames {
    file: File,
    /// What was read and is not taken yet begins at `at`.
    window: Vec<u8>,
    at: usize,
    ended: bool,
    /// The number that the next frame should have.
    next: Seq,
    /// No frame was taken yet: its number is its own word, not the name of the file.
    fresh: bool,
    /// Bytes in front of whole frames that are no frame.
    pub skipped: u64,
    /// Bytes behind the last whole frame.
    pub torn: u64,
}

impl Frames {
    /// Reads `file`, whose first frame should be that of record `first`.
    pub fn new(file: File, first: Seq) -> Self {
        Self {
            file,
            window: Vec::new(),
            at: 0,
            ended: false,
            next: first,
            fresh: true,
            skipped: 0,
            torn: 0,
        }
    }

    /// Returns the next whole frame's record, by the number in it; numbers always go up.
    pub fn next(&mut self) -> io::Result<Option<(Seq, Vec<u8>)>> {
        loop {
            // Before the first frame its number is taken at its word: the file may have another name.
            let least = if self.fresh { 1 } else { self.next };
            let ahead = self.ahead(FRAME_PREFIX)?;
            if ahead.is_empty() {
                return Ok(None);
            }
            let ahead = match wanted(ahead) {
                Some(length) => self.ahead(FRAME_PREFIX + length)?,
                None => ahead,
            };
            if let Some((seq, bytes)) = frame(ahead)
                && seq >= least
            {
                let bytes = bytes.to_vec();
                self.at += FRAME_PREFIX + bytes.len();
                self.next = seq.saturating_add(1);
                self.fresh = false;
                self.skipped += std::mem::take(&mut self.torn);
                return Ok(Some((seq, bytes)));
            }
            self.skip()?;
        }
    }

    /// Moves to where the next whole frame begins, or to the end.
    fn skip(&mut self) -> io::Result<()> {
        if let Some(length) = self.whole_length()? {
            return self.pass(length);
        }
        let mut bad = 0;
        let mut step = 1;
        loop {
            self.pass(step)?;
            bad += step as u64;
            // Of so many bytes no more records can have been than this.
            let plausible = self.next..=self.next.saturating_add(bad / SHORTEST as u64 + 1);
            let ahead = self.ahead(LONGEST)?;
            if ahead.is_empty() {
                return Ok(());
            }
            step = plain(ahead);
            if step == 0 {
                if frame(ahead).is_some_and(|(seq, _)| plausible.contains(&seq)) {
                    return Ok(());
                }
                step = 1;
            }
        }
    }

    /// Returns the length of the damaged frame here, when its own word for it leads to the very next one:
    /// then nothing that a record quotes is taken for a record.
    fn whole_length(&mut self) -> io::Result<Option<usize>> {
        let Some(length) = wanted(self.ahead(FRAME_PREFIX)?) else {
            return Ok(None);
        };
        let (length, next) = (FRAME_PREFIX + length, self.next.checked_add(1));
        let ahead = self.ahead(length + LONGEST)?;
        let behind = ahead.get(length..).and_then(frame);
        let fits = behind.is_some_and(|(seq, _)| Some(seq) == next);
        Ok(fits.then_some(length))
    }

    fn pass(&mut self, bytes: usize) -> io::Result<()> {
        let there = self.ahead(bytes)?.len().min(bytes);
        self.at += there;
        self.torn += there as u64;
        Ok(())
    }

    /// Returns what is not taken yet, at least `least` bytes of it unless the file ends before.
    fn ahead(&mut self, least: usize) -> io::Result<&[u8]> {
        if self.window.len() - self.at < least && !self.ended {
            self.window.drain(..self.at);
            self.at = 0;
            let wanted = least + CHUNK - self.window.len();
            let read = (&mut self.file)
                .take(wanted as u64)
                .read_to_end(&mut self.window)?;
            self.ended = read < wanted;
        }
        Ok(self.window.get(self.at..).unwrap_or_default())
    }
}

/// Returns how many record bytes the frame at the beginning of `bytes` says it has, if that can be.
fn wanted(bytes: &[u8]) -> Option<usize> {
    let length = u32::from_le_bytes(*bytes.first_chunk::<4>()?) as usize;
    (layout::LEAST..=MAX_RECORD)
        .contains(&length)
        .then_some(length)
}

/// Returns the record in the frame at the beginning of `bytes`, if the frame is whole.
fn frame(bytes: &[u8]) -> Option<(Seq, &[u8])> {
    let length = wanted(bytes)?;
    let (_, rest) = bytes.split_first_chunk::<4>()?;
    let (checksum, rest) = rest.split_first_chunk::<4>()?;
    let record = rest.get(..length)?;
    let whole = crc32fast::hash(record) == u32::from_le_bytes(*checksum);
    let seq = whole.then(|| layout::number(record)).flatten()?;
    Some((seq, record))
}

/// Returns how many bytes at the beginning of `bytes` cannot be where a frame begins.
fn plain(bytes: &[u8]) -> usize {
    let Some(last) = bytes.len().checked_sub(SHORTEST) else {
        return bytes.len();
    };
    let begins = |at: &usize| {
        let frame = bytes.get(*at..).unwrap_or_default();
        wanted(frame).is_some() && frame.get(FRAME_PREFIX..).is_some_and(layout::may_begin)
    };
    (0..=last).find(begins).unwrap_or(last + 1)
}
