//! The end mark: up to where records were acknowledged, as far as is known. It proves that something is
//! missing when both logs end before it. It stands beside both, so that it outlives either.
//!
//! ```text
//! END          two places of 64 bytes, written in turn
//! place        format u8 · seq u64 · at_ms i64 · hash of the header at seq 32 · crc32 u32   (little-endian)
//! ```
//!
//! It is written after a group is durable and before it is acknowledged, in place, and never made durable
//! by itself: it may lag behind after a power cut, and is never ahead. A data folder without one proves
//! nothing: the first version wrote none.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use super::files;
use super::record::{Hash, Seq};

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
    /// Reads the mark of a data folder.
    pub fn read(root: &Path) -> Option<Self> {
        let file = File::open(root.join(NAME)).ok()?;
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
    path: PathBuf,
    file: Option<File>,
    second: bool,
}

impl Marker {
    /// The mark of a data folder.
    pub fn new(root: &Path) -> Self {
        Self {
            path: root.join(NAME),
            file: None,
            second: false,
        }
    }

    /// Writes the mark. One that cannot be written lags behind: it proves less, and is never wrong.
    pub fn write(&mut self, mark: &EndMark) {
        let file = match self.file.take() {
            Some(file) => Ok(file),
            None => files::private()
                .write(true)
                .truncate(false)
                .open(&self.path),
        };
        // The place that holds the one before is left alone.
        self.second = !self.second;
        let at = if self.second { PLACE } else { 0 };
        let written = |file: File| file.write_all_at(&mark.encode(), at).map(|()| file);
        self.file = file.and_then(written).ok();
    }
}
