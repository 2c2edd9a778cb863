//! The state in chunks, for a start that need not replay everything. A bad or missing checkpoint
//! means replay, never refusal.

use super::encoding::{Binary, Encoding};
use super::kinds;
use crate::domain::State;
use crate::domain::request::Request;
use crate::domain::state::{Head, Rows};
use crate::journal::{Fault, Put, Store, codec};

/// What the chunks mean: the digest of all that decides which state a journal comes to and how it is
/// spelled. The encoding has no field names, so a checkpoint of another shape must not be taken for one of
/// ours; and one that other rules made may say what these would not. Either way the journal is replayed
/// once.
pub(super) const SHAPE: &str = env!("ENTREMISE_STATE");
/// What people call this build.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The chunk that is first, and the one that is last: there are many requests, and they are taken in as they are read.
const CORE: &str = "Core";
const REQUESTS: &str = "Requests";

/// Writes a checkpoint of `state`.
///
/// # Errors
/// A disk that is full or cannot be written: the house works on, the next start takes longer.
pub(super) fn write(store: &Store, state: &State) -> Result<(), Fault> {
    store.checkpoints().write_with(state.seq(), |put| {
        put(codec::encode(&SHAPE)?)?;
        put(codec::encode(&VERSION)?)?;
        put_pieces::<Binary>(state, put)
    })
}

/// Returns the state in chunks, as [`put_pieces`] does.
pub(super) fn pieces<E: Encoding>(state: &State) -> Result<Vec<Vec<u8>>, Fault> {
    let mut chunks = Vec::new();
    put_pieces::<E>(state, &mut |chunk| {
        chunks.push(chunk);
        Ok(())
    })?;
    Ok(chunks)
}

/// Puts the state away in chunks, the core first and the requests last, none of which is kept here. A chunk that is too
/// large is halved.
fn put_pieces<E: Encoding>(state: &State, put: Put<'_>) -> Result<(), Fault> {
    put(E::chunk(CORE, &state.core())?)?;
    for kind in kinds::all::<E>() {
        (kind.write)(state, put)?;
    }
    let requests: Vec<&Request> = state.requests().iter().map(|row| &**row).collect();
    kinds::in_chunks::<E, _>(REQUESTS, &requests, put)
}

/// The state of the newest good checkpoint, if there is one.
pub(super) fn read(store: &Store) -> Option<State> {
    let (seq, state) = store.checkpoints().read_with(|_, chunks| build(chunks))?;
    (state.seq() == seq).then_some(state)
}

/// The state in `chunks`, if they are of this build.
fn build(chunks: &mut dyn Iterator<Item = Vec<u8>>) -> Option<State> {
    if codec::decode::<String>(&chunks.next()?).ok()? != SHAPE {
        return None;
    }
    // The version is for people.
    chunks.next()?;
    assemble::<Binary>(chunks)
}

/// Returns in words which build wrote a checkpoint, by its first two chunks.
pub(super) fn writer(chunks: &[Vec<u8>]) -> String {
    let text = |at: usize| codec::decode::<String>(chunks.get(at)?).ok();
    match (text(0), text(1)) {
        (Some(shape), Some(version)) => format!("entremise {version}, build {shape}"),
        (Some(shape), None) => format!("the entremise of build {shape}"),
        (None, _) => "another entremise".to_owned(),
    }
}

/// Returns the state that chunks make, if they are whole and in order.
pub(super) fn assemble<E: Encoding>(chunks: impl Iterator<Item = Vec<u8>>) -> Option<State> {
    let kinds = kinds::all::<E>();
    let (mut core, mut rows): (Option<Head>, Rows) = Default::default();
    let mut opened = chunks.map(|chunk| E::open(&chunk));
    let mut first = Vec::new();
    for chunk in opened.by_ref() {
        let (name, bytes) = chunk?;
        match &*name {
            CORE => core = Some(E::read(&bytes)?),
            REQUESTS => {
                first = E::read(&bytes)?;
                break;
            }
            other => {
                let kind = kinds.iter().find(|kind| kind.name == other)?;
                (kind.read)(&bytes, &mut rows)?;
            }
        }
    }
    let mut whole = true;
    let rest = opened.map_while(|chunk| {
        let requests = chunk.filter(|(name, _)| name == REQUESTS);
        let requests: Option<Vec<Request>> = requests.and_then(|(_, bytes)| E::read(&bytes));
        whole &= requests.is_some();
        requests
    });
    let state = State::from_pieces(core?, rows, first.into_iter().chain(rest.flatten()));
    whole.then_some(state)
}
