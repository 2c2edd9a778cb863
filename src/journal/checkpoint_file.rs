//! The bytes of a checkpoint.
//!
//! ```text
//! checkpoints/00000000000000000042.ckpt
//! format u8 · seq u64 · hash of the header at seq 32
//! chunk  length u32 · crc32 u32 · bytes            (little-endian, any number of them)
//! end    0xffffffff · blake3 of everything before the digest 32
//! ```

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use super::codec::MAX_ENCODED;
use super::fault::Fault;
use super::record::{Hash, Seq};

/// The largest chunk of a checkpoint, in bytes.
pub const MAX_CHUNK: usize = MAX_ENCODED;

const FORMAT: u8 = 1;
const END: u32 = u32::MAX;

/// Where the next chunk goes.
pub type Put<'a> = &'a mut dyn FnMut(Vec<u8>) -> Result<(), Fault>;

/// Writes a whole checkpoint, of which `chunks` puts one chunk after the other.
pub(super) fn write_file(
    file: &mut File,
    path: &Path,
    seq: Seq,
    hash: &Hash,
    chunks: impl FnOnce(Put<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let failed = |error| Fault::at("writing", path, error);
    let mut out = Digesting {
        out: BufWriter::with_capacity(256 * 1024, file),
        hasher: blake3::Hasher::new(),
    };
    out.put(&[FORMAT]).map_err(failed)?;
    out.put(&seq.to_le_bytes()).map_err(failed)?;
    out.put(hash).map_err(failed)?;
    chunks(&mut |chunk| {
        if chunk.len() > MAX_CHUNK {
            return Err(Fault::too_large("a chunk", chunk.len(), MAX_CHUNK));
        }
        out.put(&(chunk.len() as u32).to_le_bytes())
            .map_err(failed)?;
        out.put(&crc32fast::hash(&chunk).to_le_bytes())
            .map_err(failed)?;
        out.put(&chunk).map_err(failed)
    })?;
    out.put(&END.to_le_bytes()).map_err(failed)?;
    let digest = out.hasher.finalize();
    out.out
        .write_all(digest.as_bytes())
        .and_then(|()| out.out.flush())
        .map_err(failed)
}

/// Writes and digests.
struct Digesting<W> {
    out: W,
    hasher: blake3::Hasher,
}

impl<W: Write> Digesting<W> {
    fn put(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.hasher.update(bytes);
        self.out.write_all(bytes)
    }
}

/// Returns which record a checkpoint stands for, and the hash of its header, by what is written at its
/// beginning.
pub(super) fn stands_for(path: &Path) -> Option<(Seq, Hash)> {
    let mut file = File::open(path).ok()?;
    let (mut format, mut seq, mut hash) = ([0; 1], [0; 8], [0; 32]);
    file.read_exact(&mut format).ok()?;
    file.read_exact(&mut seq).ok()?;
    file.read_exact(&mut hash).ok()?;
    (format == [FORMAT]).then_some((Seq::from_le_bytes(seq), hash))
}

/// Reads the chunks of one checkpoint, digesting on the way.
pub(super) struct Chunks {
    file: BufReader<File>,
    hasher: blake3::Hasher,
    state: Progress,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Reading,
    AtEnd,
    Broken,
}

impl Chunks {
    /// Opens the checkpoint in `path` when it is the one for `seq`, with this header hash there.
    pub fn open(path: &Path, seq: Seq, hash: &Hash) -> Option<Self> {
        let mut chunks = Self {
            file: BufReader::with_capacity(256 * 1024, File::open(path).ok()?),
            hasher: blake3::Hasher::new(),
            state: Progress::Reading,
        };
        let fits = chunks.fixed()? == [FORMAT]
            && chunks.fixed()? == seq.to_le_bytes()
            && chunks.fixed()? == *hash;
        fits.then_some(chunks)
    }

    fn fixed<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        self.file.read_exact(&mut bytes).ok()?;
        self.hasher.update(&bytes);
        Some(bytes)
    }

    /// The next chunk, or `None` and a new state.
    fn chunk(&mut self) -> Option<Vec<u8>> {
        self.state = Progress::Broken;
        let length = u32::from_le_bytes(self.fixed()?);
        if length == END {
            self.state = Progress::AtEnd;
            return None;
        }
        let checksum = u32::from_le_bytes(self.fixed()?);
        if length as usize > MAX_CHUNK {
            return None;
        }
        let mut bytes = Vec::new();
        (&mut self.file)
            .take(u64::from(length))
            .read_to_end(&mut bytes)
            .ok()?;
        if bytes.len() != length as usize || crc32fast::hash(&bytes) != checksum {
            return None;
        }
        self.hasher.update(&bytes);
        self.state = Progress::Reading;
        Some(bytes)
    }

    /// Reads what is left; true when all of it was what was written.
    pub fn finish(mut self) -> bool {
        while self.next().is_some() {}
        let digest = self.hasher.finalize();
        let mut stored = Vec::new();
        let read = (&mut self.file).take(33).read_to_end(&mut stored);
        self.state == Progress::AtEnd && read.is_ok() && stored == digest.as_bytes()
    }
}

impl Iterator for Chunks {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        match self.state {
            Progress::Reading => self.chunk(),
            Progress::AtEnd | Progress::Broken => None,
        }
    }
}
