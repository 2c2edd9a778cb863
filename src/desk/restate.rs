//! Restatements: what a checkpoint knows of lost records, written into the journal itself, so that a program
//! of any later build has it too.
//!
//! **Form 1** is what is written, and is read for ever (`tests/stores/*.restated`): JSON, zlib around it, a
//! line for each piece of the state under the name of its kind. It is self-describing, unlike the checkpoints'
//! encoding: a field that comes later is left out and has a default, one that goes is passed over. Ordinary
//! events could not say it: they would be new records with new numbers and times, and trails, revisions, undo
//! and the ids of commands would be others.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::encoding::Json;
use super::replay::Opened;
use super::{checkpoints, group};
use crate::domain::meta::Meta;
use crate::domain::restated::Restated;
use crate::domain::{Event, Millis, Seq, State};
use crate::journal::{AppendError, Fault, FaultKind, Journal, Store, codec};

/// The form that is written.
const FORM: u16 = 1;
/// How many bytes a piece has: with all that is around them they fit a record.
const PIECE: usize = 384 * 1024;
/// The most bytes a restated state has before it is packed.
const MOST: usize = 4 * 1024 * 1024 * 1024;
/// How hard it is packed.
const LEVEL: u8 = 6;

/// Returns the state as form 1 has it.
pub(super) fn packed(state: &State) -> Result<Vec<u8>, Fault> {
    let lines = checkpoints::pieces::<Json>(state)?;
    Ok(compress_to_vec_zlib(&lines.join(&b'\n'), LEVEL))
}

/// Returns the state in bytes of form 1; `None` when that is not what they are.
pub(super) fn unpacked(bytes: &[u8]) -> Option<State> {
    let lines = decompress_to_vec_zlib_with_limit(bytes, MOST).ok()?;
    let lines = lines.split(|byte| *byte == b'\n');
    let mut state = checkpoints::assemble::<Json>(lines.map(<[u8]>::to_vec))?;
    state.follow_anew();
    Some(state)
}

fn unwritten() -> Fault {
    Fault::new(
        FaultKind::Other,
        "what is known of lost records cannot be written down",
        "open this data with this version of entremise only, and tell its developers",
    )
}

/// Gathers the pieces of a restatement while a journal is read.
#[derive(Default)]
pub(super) struct Gathering(Vec<(Meta, Box<Restated>)>);

impl Gathering {
    /// Takes a record that was read. When it makes a restatement whole, returns the state that it is, with its own
    /// records applied. One that was begun and not finished comes to nothing.
    ///
    /// # Errors
    /// A form of a later version, or a form of this one that cannot be read.
    pub fn take(&mut self, meta: &Meta, events: &[Event]) -> Result<Option<State>, Fault> {
        let [Event::Restated { piece }] = events else {
            self.0.clear();
            return Ok(None);
        };
        if piece.part == 0 {
            self.0.clear();
        }
        let fits = self.0.len() == piece.part as usize
            && meta.seq == piece.upto + 1 + Seq::from(piece.part);
        if !fits {
            self.0.clear();
            return Ok(None);
        }
        self.0.push((*meta, piece.clone()));
        if !piece.is_last() {
            return Ok(None);
        }
        let pieces = std::mem::take(&mut self.0);
        whole(&pieces).map(Some)
    }
}

/// The state of a whole restatement.
fn whole(pieces: &[(Meta, Box<Restated>)]) -> Result<State, Fault> {
    let seq = pieces.first().map_or(0, |(meta, _)| meta.seq);
    if pieces.iter().any(|(_, piece)| piece.form != FORM) {
        return Err(Fault::new(
            FaultKind::NewerFormat,
            format!("record {seq} was written by a newer version of entremise"),
            "upgrade entremise, then open it again",
        ));
    }
    let bytes: Vec<&[u8]> = pieces.iter().map(|(_, piece)| &*piece.bytes).collect();
    let state = unpacked(&bytes.concat());
    let Some(mut state) = state.filter(|state| state.seq() + 1 == seq) else {
        return Err(Fault::new(
            FaultKind::Damaged,
            format!("what record {seq} restates cannot be read"),
            "restore a backup of the data folder",
        ));
    };
    for (meta, piece) in pieces {
        let piece = piece.clone();
        state.apply(meta, &[Event::Restated { piece }]);
    }
    Ok(state)
}

/// Writes down what the kept checkpoint knows of lost records, if that is not in the journal yet. Returns a note
/// for whoever opened the store.
///
/// # Errors
/// When the checkpoint alone knows what lost records did, and this build cannot read it.
pub(super) async fn restate(
    store: &Store,
    opened: &mut Opened,
    now: Millis,
) -> Result<Option<String>, Fault> {
    let Some(kept) = store.checkpoints().kept() else {
        return Ok(None);
    };
    if kept <= opened.state.restated() {
        return Ok(None);
    }
    if opened.from < kept {
        // One that nobody can read any more stands for nothing.
        let first = store.checkpoints().first_of_kept(2);
        return match first {
            Some(chunks) => Err(known_elsewhere(kept, &checkpoints::writer(&chunks))),
            None => Ok(None),
        };
    }
    let before = opened.state.seq();
    Ok(Some(match append(store, &mut opened.state, now).await {
        Ok(()) => {
            opened.replayed += opened.state.seq() - before;
            // It only saves time.
            let _ = checkpoints::write(store, &opened.state);
            format!(
                "what is known of the lost records was written into the journal again, as record {}",
                before + 1
            )
        }
        Err(fault) => {
            tracing::error!(%fault, "what is known of lost records could not be written down");
            format!(
                "what is known of the lost records is in the checkpoint of record {kept} alone ({}): \
                 do not upgrade until it has been written",
                fault.what
            )
        }
    }))
}

/// Appends what `state` knows, and applies that.
async fn append(store: &Store, state: &mut State, now: Millis) -> Result<(), Fault> {
    let bytes = packed(state)?;
    // What could not be read again would keep the house shut.
    if unpacked(&bytes).is_none_or(|again| again != *state) {
        return Err(unwritten());
    }
    let records = records(state.seq(), &bytes, now)?;
    let payloads = records.iter().map(|(meta, events)| {
        let payload = codec::encode(events)?;
        Ok(group::record(meta, payload))
    });
    let payloads = payloads.collect::<Result<_, Fault>>()?;
    let appended = store.journal().append(state.seq() + 1, payloads).await;
    appended.map_err(|error| match error {
        AppendError::Refused(fault) | AppendError::Unknown(fault) => fault,
        AppendError::Conflict { .. } => unwritten(),
    })?;
    for (meta, events) in &records {
        state.apply(meta, events);
    }
    Ok(())
}

/// The records of a restatement.
fn records(upto: Seq, bytes: &[u8], now: Millis) -> Result<Vec<(Meta, Vec<Event>)>, Fault> {
    let pieces: Vec<&[u8]> = bytes.chunks(PIECE).collect();
    let parts = u32::try_from(pieces.len()).map_err(|_| unwritten())?;
    let record = |(part, bytes): (u32, &[u8])| {
        let meta = Meta {
            seq: upto + 1 + Seq::from(part),
            at: now,
            actor: None,
            on_behalf: None,
            command: super::random(),
        };
        let piece = Box::new(Restated {
            form: FORM,
            part,
            parts,
            upto,
            bytes: bytes.into(),
        });
        (meta, vec![Event::Restated { piece }])
    };
    Ok((0..parts).zip(pieces).map(record).collect())
}

/// What is known of lost records is in a checkpoint of another build alone.
fn known_elsewhere(seq: Seq, writer: &str) -> Fault {
    Fault::new(
        FaultKind::Damaged,
        format!(
            "records are lost, and only the checkpoint of record {seq}, which another build wrote ({writer}), knows what they did"
        ),
        format!(
            "open the data once with that build, which writes it down for every build; without that build, remove checkpoints/{seq:020}.ckpt and compare with a backup, for what those records did is then unknown"
        ),
    )
}
