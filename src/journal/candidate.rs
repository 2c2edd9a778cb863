//! Candidates: what each log has at one place, and which of them is the record.
//!
//! Nothing is read here.

use super::layout::{self, Flaw};
use super::record::{Chain, Hash, Payload, Record, Seq};

/// What one log has at a place of the combined journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// The very bytes that were chosen.
    Same,
    /// A whole record that was not chosen.
    Other,
    /// Bytes that are no whole record, and why.
    Bad(&'static str),
    /// Nothing.
    Missing,
}

/// A record that a log has at some place.
pub(super) struct Candidate {
    pub bytes: Vec<u8>,
    pub record: Record,
}

/// How what a log has compares with the bytes that were chosen.
pub(super) fn seen(there: Option<&[u8]>, chosen: &[u8], flaw: Option<Flaw>) -> Seen {
    match (there, flaw) {
        (None, _) => Seen::Missing,
        (Some(there), _) if there == chosen => Seen::Same,
        (Some(_), Some(Flaw::Bad(why))) => Seen::Bad(why),
        (Some(_), Some(Flaw::Newer)) => Seen::Bad("its format is not known"),
        (Some(_), None) => Seen::Other,
    }
}

/// The stored bytes as the record `seq`, if they are.
pub(super) fn whole(seq: Seq, bytes: Option<&[u8]>) -> Result<Candidate, Flaw> {
    let Some(bytes) = bytes else {
        return Err(Flaw::Bad("it is missing"));
    };
    let record = layout::decode(bytes)?;
    if record.header.seq != seq {
        return Err(Flaw::Bad("it carries another number"));
    }
    if !record.is_whole() {
        return Err(Flaw::Bad("its content does not match its header"));
    }
    let bytes = bytes.to_vec();
    Ok(Candidate { bytes, record })
}

/// Chooses the record that continues `chain` and that the one behind it expects; tells whether there were
/// two.
pub(super) fn choose(
    chain: &Chain,
    mut found: Vec<Candidate>,
    expected: &[Hash],
) -> (Option<Candidate>, bool) {
    found.retain(|candidate| chain.is_followed_by(&candidate.record));
    if found.iter().any(|candidate| !candidate.record.is_lost()) {
        found.retain(|candidate| !candidate.record.is_lost());
        let fits = |candidate: &Candidate| {
            let hash = candidate.record.hash();
            expected.is_empty() || expected.iter().any(|other| Some(*other) == hash)
        };
        found.retain(fits);
    }
    let mut found = found.into_iter();
    let (Some(first), second) = (found.next(), found.next()) else {
        return (None, false);
    };
    let Some(second) = second else {
        return (Some(first), false);
    };
    let is_disputed = first.record.hash() != second.record.hash();
    // Of the same record, the one whose words were erased is the later one.
    let erased = second.record.payload == Payload::Erased;
    let chosen = if erased && !is_disputed {
        second
    } else {
        first
    };
    (Some(chosen), is_disputed)
}
