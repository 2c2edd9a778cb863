//! Reading the journal back into a state: from the latest checkpoint, or from the first record. The
//! journal alone is the truth; a checkpoint only saves time.

use super::checkpoints;
use super::restate::Gathering;
use crate::domain::meta::Meta;
use crate::domain::state::Missing;
use crate::domain::stored::past::Format;
use crate::domain::{Event, PersonId, Seq, State};
use crate::journal::{Closed, Fault, FaultKind, Journal, Payload, Record, Store, codec};

/// How many records are read at a time.
const BATCH: usize = 512;

/// A state read back, and how many records behind the checkpoint it took.
pub struct Opened {
    /// The state.
    pub state: State,
    /// The record of the checkpoint it began with; 0 without one.
    pub from: Seq,
    /// Records that were replayed.
    pub replayed: Seq,
    /// Lost records among them: no checkpoint and no restatement stands for what they told.
    pub unknown: u64,
}

/// Reads the state of a store.
///
/// # Errors
/// A damaged record, or one of a newer format.
pub async fn open(store: &Store) -> Result<Opened, Fault> {
    let mut state = checkpoints::read(store).unwrap_or_default();
    let from = state.seq();
    let unknown = replay(store, &mut state).await?;
    let replayed = state.seq() - from;
    Ok(Opened {
        state,
        from,
        replayed,
        unknown,
    })
}

/// Applies every record behind `state`. Returns how many of them are lost and restated by none behind them.
async fn replay(store: &Store, state: &mut State) -> Result<u64, Fault> {
    let (mut unknown, mut restated) = (0, Gathering::default());
    loop {
        let records = store.journal().range(state.seq() + 1, BATCH).await?;
        if records.is_empty() {
            return Ok(unknown);
        }
        for record in &records {
            if matches!(record.payload, Payload::Lost(_)) {
                // No checkpoint stands for it: what it told is unknown from here on.
                unknown += 1;
                tracing::warn!(seq = record.header.seq, "a record is lost");
            }
            let (meta, events) = decode_record(record)?;
            state.apply(&meta, &events);
            if let Some(whole) = restated.take(&meta, &events)? {
                *state = whole;
                unknown = 0;
            }
        }
    }
}

/// Who made a record and when, and what happened in it. A record whose words were erased has none.
pub(super) fn decode_record(record: &Record) -> Result<(Meta, Vec<Event>), Fault> {
    let header = &record.header;
    let meta = Meta {
        seq: header.seq,
        at: header.at_ms,
        actor: (header.actor > 0).then_some(PersonId(header.actor)),
        on_behalf: header.on_behalf.map(PersonId),
        command: header.command,
    };
    let events = match &record.payload {
        Payload::Present { bytes, .. } => decode_events(Format(header.format), bytes).map_err(|cause| {
            Fault::new(
                FaultKind::Damaged,
                format!("record {} holds something this version cannot read", header.seq),
                "if a newer entremise wrote it, upgrade; else run `entremise verify` and restore a backup",
            )
            .because(cause)
        })?,
        // Nothing is known of what a lost record told; its number is never given out again.
        Payload::Erased | Payload::Lost(_) => Vec::new(),
    };
    Ok((meta, events))
}

/// Returns the events of a payload of a record of this format.
///
/// # Errors
/// Bytes that are no list of events.
pub fn decode_events(format: Format, bytes: &[u8]) -> Result<Vec<Event>, Fault> {
    match format.is_past() {
        true => codec::decode_with(bytes, format),
        false => codec::decode(bytes),
    }
}

/// Returns what is missing of a closed store whose last record is `last`, by the records that its logs still have.
///
/// # Errors
/// Faults of reading the shadow log.
pub fn missing(store: &Closed, last: Seq) -> Result<Option<Missing>, Fault> {
    let (mut state, mut restated) = (State::default(), Gathering::default());
    store.records(|record| {
        let seq = record.header.seq;
        // What cannot be read is for the rest of `verify` to report.
        let read = decode_record(record);
        let events = read.map(|(_, events)| events).unwrap_or_default();
        state.apply(&unsigned(seq), &events);
        if let Ok(Some(whole)) = restated.take(&unsigned(seq), &events) {
            state = whole;
        }
    })?;
    if state.seq() < last {
        state.apply(&unsigned(last), &[]);
    }
    Ok(state.missing())
}

/// A record by its number alone, where nothing else of it matters.
pub(super) fn unsigned(seq: Seq) -> Meta {
    Meta {
        seq,
        at: 0,
        actor: None,
        on_behalf: None,
        command: 0,
    }
}
