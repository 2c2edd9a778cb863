//! What a record is: a header, which the hash chain runs over, and a payload of bytes.
//!
//! Payloads are opaque here: this layer never knows what an event means. The bytes on disk are
//! `layout`'s business.

use super::layout;

/// The place of a record in the journal. The first record is 1; 0 means "before the first".
pub type Seq = u64;

/// A blake3 digest.
pub type Hash = [u8; 32];

/// The largest record accepted, in stored bytes. Bigger things are blobs, named by a record.
pub const MAX_RECORD: usize = 512 * 1024;

/// A record to be appended. Time, ids and salt come in as values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRecord {
    /// When, in milliseconds since 1970-01-01 UTC.
    pub at_ms: i64,
    /// Who did it.
    pub actor: u32,
    /// On whose behalf it was done, when on somebody's (PPL-3).
    pub on_behalf: Option<u32>,
    /// The id of the command, so that one sent twice is done once.
    pub command: u128,
    /// Random bytes, so that the digest of an erased payload cannot be guessed from its words.
    pub salt: [u8; 16],
    /// The events, encoded.
    pub payload: Vec<u8>,
}

/// What the hash chain runs over. It stays when the payload is erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The place in the journal.
    pub seq: Seq,
    /// When, in milliseconds since 1970-01-01 UTC.
    pub at_ms: i64,
    /// Who did it.
    pub actor: u32,
    /// On whose behalf it was done, when on somebody's (PPL-3).
    pub on_behalf: Option<u32>,
    /// The id of the command.
    pub command: u128,
    /// The format of the record's bytes.
    pub format: u8,
    /// blake3 of the salt followed by the payload.
    pub digest: Hash,
    /// blake3 of the encoded header before; zeros for the first.
    pub previous: Hash,
}

impl Header {
    /// blake3 of the encoded header: what the next record carries as `previous`.
    pub fn hash(&self) -> Hash {
        *blake3::hash(&layout::encode_header(self)).as_bytes()
    }
}

/// The words of a record, as long as they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// The payload is here.
    Present {
        /// The random bytes it was digested with.
        salt: [u8; 16],
        /// The events, encoded.
        bytes: Vec<u8>,
    },
    /// The payload was erased together with its salt; the chain still verifies.
    Erased,
    /// The record itself is lost, and declared so by a recovery. Of its header only the number counts.
    Lost(Lost),
}

/// What is known of a lost record: when it was made, and sometimes the hash of its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// It was made no earlier, in milliseconds since 1970-01-01 UTC; 0 when nothing tells.
    pub from_ms: i64,
    /// It was made no later; 0 when nothing tells.
    pub until_ms: i64,
    /// The hash of its header, when the next record, a checkpoint or the end mark tells it.
    pub hash: Option<Hash>,
}

/// One record as it was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What the chain runs over.
    pub header: Header,
    /// The words, or that they were erased.
    pub payload: Payload,
}

impl Record {
    /// Returns the hash that the next record carries; `None` after a lost record of which it is not known.
    pub(super) fn hash(&self) -> Option<Hash> {
        match &self.payload {
            Payload::Present { .. } | Payload::Erased => Some(self.header.hash()),
            Payload::Lost(lost) => lost.hash,
        }
    }

    /// About how many bytes it takes.
    pub(super) fn size(&self) -> usize {
        match &self.payload {
            Payload::Present { bytes, .. } => bytes.len(),
            Payload::Erased | Payload::Lost(_) => 0,
        }
    }

    /// Tells whether this only stands where a lost record was.
    pub(super) fn is_lost(&self) -> bool {
        matches!(self.payload, Payload::Lost(_))
    }

    /// Tells whether the words are those the header was made for.
    pub(super) fn is_whole(&self) -> bool {
        match &self.payload {
            Payload::Present { salt, bytes } => digest(salt, bytes) == self.header.digest,
            Payload::Erased | Payload::Lost(_) => true,
        }
    }
}

/// blake3 of a salt followed by a payload.
pub(super) fn digest(salt: &[u8; 16], payload: &[u8]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(salt);
    hasher.update(payload);
    *hasher.finalize().as_bytes()
}

/// A walk along the hash chain: which record may come next, and with what `previous`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// The last record walked over; 0 before the first.
    pub last: Seq,
    /// The hash of its header; zeros before the first, `None` after a lost record whose hash is not known.
    pub head: Option<Hash>,
}

impl Chain {
    /// Before the first record.
    pub fn start() -> Self {
        Self {
            last: 0,
            head: Some([0; 32]),
        }
    }

    /// Directly after `record`, whose own link is taken on trust.
    pub fn after(record: &Record) -> Self {
        Self {
            last: record.header.seq,
            head: record.hash(),
        }
    }

    /// Directly before `header`, whose word is taken for what was there.
    pub fn before(header: &Header) -> Self {
        Self {
            last: header.seq.saturating_sub(1),
            head: Some(header.previous),
        }
    }

    /// Tells whether `record` carries the hash of the one before. A lost one is linked to nothing.
    pub fn is_followed_by(&self, record: &Record) -> bool {
        record.is_lost() || self.head.is_none_or(|head| head == record.header.previous)
    }

    /// Steps over `record`, or says what is wrong with it. Nothing moves then.
    pub fn step(&mut self, record: &Record) -> Result<(), &'static str> {
        if Some(record.header.seq) != self.last.checked_add(1) {
            return Err("it is not the next in the sequence");
        }
        if !self.is_followed_by(record) {
            return Err("it does not follow the record before it");
        }
        if !record.is_whole() {
            return Err("its content does not match its header");
        }
        *self = Self::after(record);
        Ok(())
    }
}
