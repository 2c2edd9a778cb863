//! The state in chunks, for a start that need not replay everything. A bad or missing checkpoint
//! means replay, never refusal.

use serde::{Deserialize, Serialize};

use crate::domain::State;
use crate::domain::access::AccessKey;
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::request::Request;
use crate::domain::state::Head;
use crate::journal::{Fault, FaultKind, Store, codec};

/// What the chunks mean. A change of any type in them makes it one more: the encoding has no field
/// names, and a checkpoint of another shape must not be taken for one of ours.
pub(super) const SHAPE: u32 = 2;

/// How many rows one chunk holds, if they fit.
const ROWS: usize = 2_048;

/// A chunk that is written; the variants are those of [`Piece`], in the same order.
#[derive(Serialize)]
enum Written<'a> {
    Core(&'a Head),
    Keys(&'a [&'a AccessKey]),
    Organisations(&'a [&'a Organisation]),
    Contacts(&'a [&'a Contact]),
    Requests(&'a [&'a Request]),
}

/// A chunk that is read.
#[derive(Deserialize)]
enum Piece {
    Core(Box<Head>),
    Keys(Vec<AccessKey>),
    Organisations(Vec<Organisation>),
    Contacts(Vec<Contact>),
    Requests(Vec<Request>),
}

/// Writes a checkpoint of `state`.
///
/// # Errors
/// A disk that is full or cannot be written: the house works on, the next start takes longer.
pub(super) fn write(store: &Store, state: &State) -> Result<(), Fault> {
    let mut chunks = vec![
        codec::encode(&SHAPE)?,
        codec::encode(&Written::Core(&state.core()))?,
    ];
    let keys: Vec<&AccessKey> = state.access().keys().map(|k| &**k).collect();
    let organisations: Vec<&Organisation> = state.organisations().map(|o| &**o).collect();
    let contacts: Vec<&Contact> = state.contacts().map(|c| &**c).collect();
    let requests: Vec<&Request> = state.requests().iter().map(|r| &**r).collect();
    in_chunks(
        &keys,
        &|rows| codec::encode(&Written::Keys(rows)),
        &mut chunks,
    )?;
    in_chunks(
        &organisations,
        &|rows| codec::encode(&Written::Organisations(rows)),
        &mut chunks,
    )?;
    in_chunks(
        &contacts,
        &|rows| codec::encode(&Written::Contacts(rows)),
        &mut chunks,
    )?;
    in_chunks(
        &requests,
        &|rows| codec::encode(&Written::Requests(rows)),
        &mut chunks,
    )?;
    store.checkpoints().write(state.seq(), chunks.into_iter())
}

/// Encodes rows a chunk at a time; a chunk of unusually long ones is halved until it fits.
fn in_chunks<T>(
    rows: &[T],
    encode: &impl Fn(&[T]) -> Result<Vec<u8>, Fault>,
    chunks: &mut Vec<Vec<u8>>,
) -> Result<(), Fault> {
    for rows in rows.chunks(ROWS) {
        match encode(rows) {
            Ok(chunk) => chunks.push(chunk),
            Err(fault) if fault.kind == FaultKind::TooLarge && rows.len() > 1 => {
                let (first, second) = rows.split_at(rows.len() / 2);
                in_chunks(first, encode, chunks)?;
                in_chunks(second, encode, chunks)?;
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

/// The state of the newest good checkpoint, if there is one.
pub(super) fn read(store: &Store) -> Option<State> {
    let (seq, state) = store.checkpoints().read_with(|_, chunks| build(chunks))?;
    (state.seq() == seq).then_some(state)
}

/// The state in `chunks`. Requests come last and are taken in as they are read: there are many.
fn build(chunks: &mut dyn Iterator<Item = Vec<u8>>) -> Option<State> {
    if codec::decode::<u32>(&chunks.next()?).ok()? != SHAPE {
        return None;
    }
    let mut core: Option<Head> = None;
    let (mut keys, mut organisations, mut contacts) = (Vec::new(), Vec::new(), Vec::new());
    let mut pieces = chunks.map(|chunk| codec::decode::<Piece>(&chunk).ok());
    let first = loop {
        match pieces.next() {
            Some(Some(Piece::Core(head))) => core = Some(*head),
            Some(Some(Piece::Keys(rows))) => keys.extend(rows),
            Some(Some(Piece::Organisations(rows))) => organisations.extend(rows),
            Some(Some(Piece::Contacts(rows))) => contacts.extend(rows),
            Some(Some(Piece::Requests(rows))) => break rows,
            Some(None) => return None,
            None => break Vec::new(),
        }
    };
    let mut whole = true;
    let rest = pieces.map_while(|piece| match piece {
        Some(Piece::Requests(rows)) => Some(rows),
        Some(Piece::Core(_) | Piece::Keys(_) | Piece::Organisations(_) | Piece::Contacts(_))
        | None => {
            whole = false;
            None
        }
    });
    let state = State::from_pieces(
        core?,
        keys,
        organisations,
        contacts,
        first.into_iter().chain(rest.flatten()),
    );
    whole.then_some(state)
}
