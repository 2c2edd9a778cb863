//! The end mark: up to where records were acknowledged, as far as is known. It proves that something is
//! missing when both logs end before it.
//!
//! ```text
//! shadow/END   two places of 64 bytes, written in turn
//! place        format u8 · seq u64 · at_ms i64 · hash of the header at seq 32 · crc32 u32   (little-endian)
//! ```
//!
//! It is written after a group is durable and before it is acknowledged, in place, and never made durable
//! by itself: it may lag behind after a power cut, and is never ahead. A folder without one proves nothing.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::files;
use super::record::{Hash, Record, Seq};

const NAME: &str = "END";
const FORMAT: u8 = 1;
const PLACE: u64 = 64;
const LEN: usize = 1 + 8 + 8 + 32;

/// The last record that was acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EndMark {
    pub seq: Seq,
    /// When it was made, in milliseconds since 1970-01-01 UTC.
    pub at_ms: i64,
    pub hash: Hash,
}

impl EndMark {
    /// Returns the mark for a journal that ends with `record`; `None` when its hash is not known.
    pub fn of(record: &Record) -> Option<Self> {
        Some(Self {
            seq: record.header.seq,
            at_ms: record.header.at_ms,
            hash: record.hash()?,
        })
    }

    /// Reads the mark in the folder of a shadow log.
    pub fn read(folder: &Path) -> Option<Self> {
        let file = File::open(folder.join(NAME)).ok()?;
        let places = [0, PLACE].map(|at| {
            let mut bytes = [0; LEN + 4];
            file.read_exact_at(&mut bytes, at).ok()?;
            Self::decode(&bytes)
        });
        places.into_iter().flatten().max_by_key(|mark| mark.seq)
    }

    fn encode(&self) -> Vec<u8> {
        let mut out = vec![FORMAT];
        out.extend_from_slice(&self.seq.to_le_bytes());
        out.extend_from_slice(&self.at_ms.to_le_bytes());
        out.extend_from_slice(&self.hash);
        let checksum = crc32fast::hash(&out);
        out.extend_from_slice(&checksum.to_le_bytes());
        out
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (body, checksum) = bytes.split_last_chunk::<4>()?;
        let (format, rest) = body.split_first()?;
        let (seq, rest) = rest.split_first_chunk::<8>()?;
        let (at_ms, rest) = rest.split_first_chunk::<8>()?;
        let sound = *format == FORMAT && crc32fast::hash(body) == u32::from_le_bytes(*checksum);
        sound.then_some(())?;
        Some(Self {
            seq: Seq::from_le_bytes(*seq),
            at_ms: i64::from_le_bytes(*at_ms),
            hash: *rest.first_chunk::<32>()?,
        })
    }
}

/// Where the mark is written.
pub(super) struct Marker {
    file: File,
    second: bool,
}

impl Marker {
    /// Opens the mark in the folder of a shadow log.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let path = folder.join(NAME);
        let file = files::private().write(true).truncate(false).open(path)?;
        Ok(Self {
            file,
            second: false,
        })
    }

    /// Writes the mark. The place that holds the one before is left alone.
    pub fn write(&mut self, mark: &EndMark) -> io::Result<()> {
        self.second = !self.second;
        let at = if self.second { PLACE } else { 0 };
        self.file.write_all_at(&mark.encode(), at)
    }
}
