//! A group of commands on its way into the journal: what waits for it, the records it becomes, and what
//! people are told when it cannot be recorded. No path of the server is in that.

use tokio::sync::oneshot;

use super::feed::Touched;
use super::{Answer, Done, Rejection};
use crate::domain::meta::Meta;
use crate::domain::{Event, Refusal};
use crate::journal::{AppendError, Fault, FaultKind, MAX_RECORD, NewRecord, codec};

/// A command that was decided and waits for its group to be recorded.
pub(super) struct Pending {
    pub record: NewRecord,
    pub meta: Meta,
    pub done: Done,
    pub touched: Touched,
    pub answer: oneshot::Sender<Answer>,
}

/// Who waits for a command of a group, and what they are told when it is recorded.
pub(super) struct Waiting {
    pub meta: Meta,
    pub done: Done,
    pub touched: Touched,
    pub answer: oneshot::Sender<Answer>,
}

impl Pending {
    /// The record, and who waits for it.
    pub fn split(self) -> (NewRecord, Waiting) {
        let waiting = Waiting {
            meta: self.meta,
            done: self.done,
            touched: self.touched,
            answer: self.answer,
        };
        (self.record, waiting)
    }
}

/// What people are told when a record that a command turns round cannot be read.
pub(super) fn unread(fault: Fault) -> Rejection {
    tracing::error!(%fault, "a record could not be read");
    Rejection::Faulted(fault.for_people())
}

/// Room in a record for its header.
const HEADER_ROOM: usize = 1_024;
/// The most bytes a record's events may have.
const MOST_EVENTS: usize = MAX_RECORD - HEADER_ROOM;

/// Returns the events as their record holds them.
///
/// # Errors
/// [`Refusal::TooLong`] for more than a record can hold; a fault where they cannot be written at all.
pub(super) fn payload(events: &[Event]) -> Result<Vec<u8>, Rejection> {
    let payload = codec::encode(&events).map_err(Rejection::Faulted)?;
    if payload.len() > MOST_EVENTS {
        return Err(Rejection::Refused(Refusal::TooLong { most: MOST_EVENTS }));
    }
    Ok(payload)
}

/// The record of what was decided.
pub(super) fn record(meta: &Meta, payload: Vec<u8>) -> NewRecord {
    NewRecord {
        at_ms: meta.at,
        actor: meta.actor.map_or(0, |person| person.0),
        on_behalf: meta.on_behalf.map(|person| person.0),
        command: meta.command,
        salt: super::random().to_le_bytes(),
        payload,
    }
}

/// What people are told when their group was not acknowledged.
pub(super) fn fault_of(error: &AppendError) -> Fault {
    match error {
        AppendError::Conflict { last } => Fault::new(
            FaultKind::Other,
            format!("another program wrote to this data (its last record is {last})"),
            "close entremise everywhere, then start it once",
        ),
        AppendError::Unknown(fault) => told(fault, "it is not known whether this was saved"),
        AppendError::Refused(fault) => told(fault, "nothing was saved"),
    }
}

fn told(fault: &Fault, of_it: &str) -> Fault {
    let fault = fault.for_people();
    Fault::new(fault.kind, format!("{}, {of_it}", fault.what), fault.hint)
}
