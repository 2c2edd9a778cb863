//! The bytes of a record on disk: formats 1 to 4, which differ in what a payload holds (`domain/stored/past.rs`).
//!
//! ```text
//! record  format u8 · crc32 u32 · header length u32 · header · [salt 16 · payload]
//! header  seq u64 · at_ms i64 · actor u32 · on behalf (0|1) u8, u32 · command u128
//!         · format u8 · digest 32 · previous 32
//! lost    0x80 u8 · crc32 u32 · length u32 · seq u64 · from ms i64 · until ms i64 · known u8 · hash 32
//! ```
//!
//! Little-endian; the checksum covers everything after itself. A record that ends after its
//! header has been erased; `lost` stands where a recovery found a record nowhere. The layout is written by hand because the hash chain depends on every
//! bit of it: it must never follow the mood of a library. A new layout gets a new format number
//! and this one stays readable for ever (`tests/golden/`).

use super::record::{Hash, Header, Lost, MAX_RECORD, NewRecord, Payload, Record, Seq, digest};

/// The format this version writes, and the newest it reads; all from 1 on have this layout.
pub const FORMAT: u8 = 5;
/// What stands where a record was lost.
const LOST: u8 = 0x80;
const HEADER_LEN: usize = 8 + 8 + 4 + 5 + 16 + 1 + 32 + 32;
const LOST_LEN: usize = 8 + 8 + 8 + 1 + 32;
/// The fewest bytes a stored record has.
pub(super) const LEAST: usize = PREFIX_LEN + LOST_LEN;
const PREFIX_LEN: usize = 1 + 4 + 4;

/// Why bytes are not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// A format newer than this program.
    Newer,
    /// Not what was written, and why that is known.
    Bad(&'static str),
}

/// The header's bytes, exactly as they are hashed and stored.
pub(super) fn encode_header(header: &Header) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER_LEN);
    out.extend_from_slice(&header.seq.to_le_bytes());
    out.extend_from_slice(&header.at_ms.to_le_bytes());
    out.extend_from_slice(&header.actor.to_le_bytes());
    out.push(u8::from(header.on_behalf.is_some()));
    out.extend_from_slice(&header.on_behalf.unwrap_or(0).to_le_bytes());
    out.extend_from_slice(&header.command.to_le_bytes());
    out.push(header.format);
    out.extend_from_slice(&header.digest);
    out.extend_from_slice(&header.previous);
    out
}

/// The record that `new` becomes at `seq` after a header with hash `previous`.
pub(super) fn seal(new: NewRecord, seq: Seq, previous: Hash) -> Record {
    Record {
        header: Header {
            seq,
            at_ms: new.at_ms,
            actor: new.actor,
            on_behalf: new.on_behalf,
            command: new.command,
            format: FORMAT,
            digest: digest(&new.salt, &new.payload),
            previous,
        },
        payload: Payload::Present {
            salt: new.salt,
            bytes: new.payload,
        },
    }
}

/// What stands at `seq`, where a record was lost.
pub(super) fn lost(seq: Seq, lost: Lost) -> Record {
    Record {
        header: Header {
            seq,
            at_ms: lost.from_ms,
            actor: 0,
            on_behalf: None,
            command: 0,
            format: LOST,
            digest: [0; 32],
            previous: [0; 32],
        },
        payload: Payload::Lost(lost),
    }
}

/// Returns the number in stored bytes, whether or not the rest of them is sound.
pub(super) fn number(bytes: &[u8]) -> Option<Seq> {
    let number = bytes.get(PREFIX_LEN..)?.first_chunk::<8>()?;
    Some(Seq::from_le_bytes(*number))
}

/// Tells whether stored bytes may begin here, by their first few.
pub(super) fn may_begin(bytes: &[u8]) -> bool {
    let Some(prefix) = bytes.first_chunk::<PREFIX_LEN>() else {
        return false;
    };
    let length = match prefix[0] {
        1..=FORMAT => HEADER_LEN,
        LOST => LOST_LEN,
        _ => return false,
    };
    prefix[5..] == (length as u32).to_le_bytes()
}

/// The bytes of a record as they are stored.
pub(super) fn encode(record: &Record) -> Vec<u8> {
    if let Payload::Lost(lost) = &record.payload {
        return encode_lost(record.header.seq, lost);
    }
    let header = encode_header(&record.header);
    let mut rest = Vec::with_capacity(4 + header.len() + 16);
    rest.extend_from_slice(&(HEADER_LEN as u32).to_le_bytes());
    rest.extend_from_slice(&header);
    if let Payload::Present { salt, bytes } = &record.payload {
        rest.extend_from_slice(salt);
        rest.extend_from_slice(bytes);
    }
    let mut out = Vec::with_capacity(PREFIX_LEN + rest.len());
    out.push(record.header.format);
    out.extend_from_slice(&crc32fast::hash(&rest).to_le_bytes());
    out.extend_from_slice(&rest);
    out
}

fn encode_lost(seq: Seq, lost: &Lost) -> Vec<u8> {
    let mut rest = Vec::with_capacity(4 + LOST_LEN);
    rest.extend_from_slice(&(LOST_LEN as u32).to_le_bytes());
    rest.extend_from_slice(&seq.to_le_bytes());
    rest.extend_from_slice(&lost.from_ms.to_le_bytes());
    rest.extend_from_slice(&lost.until_ms.to_le_bytes());
    rest.push(u8::from(lost.hash.is_some()));
    rest.extend_from_slice(&lost.hash.unwrap_or_default());
    let mut out = vec![LOST];
    out.extend_from_slice(&crc32fast::hash(&rest).to_le_bytes());
    out.extend_from_slice(&rest);
    out
}

/// Reads a stored record back. The checksum is checked; digest and chain are `Chain`'s business.
pub(super) fn decode(bytes: &[u8]) -> Result<Record, Flaw> {
    if bytes.len() > MAX_RECORD {
        return Err(Flaw::Bad("it is longer than a record can be"));
    }
    let mut cursor = Cursor(bytes);
    let format = u8::from_le_bytes(cursor.take()?);
    match format {
        0 => return Err(Flaw::Bad("it has no format")),
        1..=FORMAT | LOST => {}
        _ => return Err(Flaw::Newer),
    }
    let checksum = u32::from_le_bytes(cursor.take()?);
    if crc32fast::hash(cursor.0) != checksum {
        return Err(Flaw::Bad("its checksum does not match"));
    }
    if format == LOST {
        return decode_lost(&mut cursor);
    }
    if u32::from_le_bytes(cursor.take()?) as usize != HEADER_LEN {
        return Err(Flaw::Bad("its header has the wrong length"));
    }
    let header = decode_header(&mut cursor)?;
    if header.format != format {
        return Err(Flaw::Bad("its header names another format"));
    }
    let payload = if cursor.0.is_empty() {
        Payload::Erased
    } else {
        Payload::Present {
            salt: cursor.take()?,
            bytes: cursor.0.to_vec(),
        }
    };
    Ok(Record { header, payload })
}

fn decode_lost(cursor: &mut Cursor<'_>) -> Result<Record, Flaw> {
    if u32::from_le_bytes(cursor.take()?) as usize != LOST_LEN || cursor.0.len() != LOST_LEN {
        return Err(Flaw::Bad("it has the wrong length"));
    }
    let seq = u64::from_le_bytes(cursor.take()?);
    let from_ms = i64::from_le_bytes(cursor.take()?);
    let until_ms = i64::from_le_bytes(cursor.take()?);
    let known = u8::from_le_bytes(cursor.take()?) == 1;
    let hash: Hash = cursor.take()?;
    let hash = known.then_some(hash);
    Ok(lost(
        seq,
        Lost {
            from_ms,
            until_ms,
            hash,
        },
    ))
}

fn decode_header(cursor: &mut Cursor<'_>) -> Result<Header, Flaw> {
    Ok(Header {
        seq: u64::from_le_bytes(cursor.take()?),
        at_ms: i64::from_le_bytes(cursor.take()?),
        actor: u32::from_le_bytes(cursor.take()?),
        on_behalf: {
            let flag = u8::from_le_bytes(cursor.take()?);
            let person = u32::from_le_bytes(cursor.take()?);
            match (flag, person) {
                (0, 0) => None,
                (1, person) => Some(person),
                _ => return Err(Flaw::Bad("its header is not well formed")),
            }
        },
        command: u128::from_le_bytes(cursor.take()?),
        format: u8::from_le_bytes(cursor.take()?),
        digest: cursor.take()?,
        previous: cursor.take()?,
    })
}

/// Bytes still to be read.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], Flaw> {
        let (head, rest) = self
            .0
            .split_first_chunk::<N>()
            .ok_or(Flaw::Bad("it is cut short"))?;
        self.0 = rest;
        Ok(*head)
    }
}
