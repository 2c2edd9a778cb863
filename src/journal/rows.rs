//! Records as rows of the engine: keys, values, and the faults that name a row.
//!
//! The key is the sequence, big-endian, so that sled appends at its right edge; the value is the
//! record's stored bytes. Which rows may be written, and when, is decided elsewhere.

use std::path::Path;

use super::end_mark::EndMark;
use super::engine::Engine;
use super::fault::{Fault, FaultKind};
use super::layout::{self, Flaw};
use super::record::{Chain, MAX_RECORD, NewRecord, Record, Seq};
use super::seam::MAX_GROUP;
use super::shadow::Stored;

/// New records, ready to be stored.
pub(super) struct Prepared {
    pub records: Vec<Stored>,
    /// The chain after them.
    pub chain: Chain,
    /// The end mark after them; `None` when there are none.
    pub mark: Option<EndMark>,
}

/// Numbers, links and encodes new records after `chain`.
pub(super) fn prepare(new: Vec<NewRecord>, chain: &Chain) -> Result<Prepared, Fault> {
    if new.len() > MAX_GROUP {
        return Err(Fault::new(
            FaultKind::TooLarge,
            format!("{} records came at once, more than {MAX_GROUP}", new.len()),
            "send them in smaller groups",
        ));
    }
    let mut chain = chain.clone();
    let mut mark = None;
    let mut records = Vec::with_capacity(new.len());
    for new in new {
        // The last record of a journal is whole, or its hash is proven.
        let previous = chain.head.unwrap_or_default();
        let record = layout::seal(new, chain.last.saturating_add(1), previous);
        let bytes = layout::encode(&record);
        if bytes.len() > MAX_RECORD {
            return Err(Fault::too_large("a record", bytes.len(), MAX_RECORD));
        }
        chain = Chain::after(&record);
        mark = chain.head.map(|hash| EndMark {
            seq: chain.last,
            at_ms: record.header.at_ms,
            hash,
        });
        records.push((chain.last, bytes));
    }
    Ok(Prepared {
        records,
        chain,
        mark,
    })
}

/// Writes stored records into the engine and flushes it.
pub(super) fn insert(engine: &Engine, records: &[Stored]) -> Result<(), Fault> {
    engine.call("writing the journal", |db| {
        for (seq, bytes) in records {
            db.insert(seq.to_be_bytes(), bytes.as_slice())?;
        }
        db.flush().map(drop)
    })
}

/// A stored record as a record, or the fault that names it.
pub(super) fn read_back(root: &Path, seq: Seq, bytes: &[u8]) -> Result<Record, Fault> {
    match layout::decode(bytes) {
        Ok(record) if record.header.seq == seq => Ok(record),
        Ok(_) => Err(damaged(root, seq, "it carries another number")),
        Err(Flaw::Bad(why)) => Err(damaged(root, seq, why)),
        Err(Flaw::Newer) => Err(Fault::newer(format_args!("record {seq} of the journal"))),
    }
}

/// The fault for a record that is not what was written.
pub(super) fn damaged(root: &Path, seq: Seq, why: &str) -> Fault {
    Fault::damaged(
        root,
        format!("record {seq} of the journal is damaged: {why}"),
    )
}

pub(super) fn missing(root: &Path, seq: Seq) -> Fault {
    Fault::damaged(root, format!("record {seq} of the journal is missing"))
}

/// A key of the engine as a sequence.
pub(super) fn sequence(root: &Path, key: &[u8]) -> Result<Seq, Fault> {
    <[u8; 8]>::try_from(key)
        .map(Seq::from_be_bytes)
        .map_err(|_| Fault::damaged(root, "the journal holds a key that is not a number"))
}
