//! The state in chunks, for a start that need not replay everything. A bad or missing checkpoint
//! means replay, never refusal.

use serde::{Deserialize, Serialize};

use crate::domain::access::AccessKey;
use crate::domain::files::{Content, Held};
use crate::domain::opportunity::credit::{Account, Opened};
use crate::domain::opportunity::{Opportunity, Proposal};
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::quotation::Quotation;
use crate::domain::request::Request;
use crate::domain::state::{Head, Rows};
use crate::domain::thing::{Thing, Touch};
use crate::domain::{OpportunityId, PersonId, ProposalId, State};
use crate::journal::{Fault, FaultKind, Store, codec};

/// What the chunks mean: the digest of all that decides which state a journal comes to and how it is
/// spelled. The encoding has no field names, so a checkpoint of another shape must not be taken for one of
/// ours; and one that other rules made may say what these would not. Either way the journal is replayed
/// once.
pub(super) const SHAPE: &str = env!("ENTREMISE_STATE");
/// What people call this build.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How many rows one chunk holds, if they fit.
const ROWS: usize = 2_048;

/// A chunk that is written; the variants are those of [`Piece`], in the same order and by the same names: a
/// restatement finds them by those.
#[derive(Serialize)]
pub(super) enum Written<'a> {
    Core(&'a Head),
    Keys(&'a [&'a AccessKey]),
    Organisations(&'a [&'a Organisation]),
    Contacts(&'a [&'a Contact]),
    Quotations(&'a [&'a Quotation]),
    Opportunities(&'a [&'a Opportunity]),
    Proposals(&'a [&'a Proposal]),
    Favourites(&'a [(PersonId, OpportunityId)]),
    Accounts(&'a [(PersonId, &'a Account)]),
    Opened(&'a [((OpportunityId, PersonId), Opened)]),
    Files(&'a [Content]),
    Brought(&'a [((PersonId, Content), u64)]),
    Drafts(&'a [((PersonId, ProposalId), Held)]),
    Touches(&'a [(Thing, Touch)]),
    Requests(&'a [&'a Request]),
}

/// A chunk that is read.
#[derive(Deserialize)]
pub(super) enum Piece {
    Core(Box<Head>),
    Keys(Vec<AccessKey>),
    Organisations(Vec<Organisation>),
    Contacts(Vec<Contact>),
    Quotations(Vec<Quotation>),
    Opportunities(Vec<Opportunity>),
    Proposals(Vec<Proposal>),
    Favourites(Vec<(PersonId, OpportunityId)>),
    Accounts(Vec<(PersonId, Account)>),
    Opened(Vec<((OpportunityId, PersonId), Opened)>),
    Files(Vec<Content>),
    Brought(Vec<((PersonId, Content), u64)>),
    Drafts(Vec<((PersonId, ProposalId), Held)>),
    Touches(Vec<(Thing, Touch)>),
    Requests(Vec<Request>),
}

/// Writes a checkpoint of `state`.
///
/// # Errors
/// A disk that is full or cannot be written: the house works on, the next start takes longer.
pub(super) fn write(store: &Store, state: &State) -> Result<(), Fault> {
    let mut chunks = vec![codec::encode(&SHAPE)?, codec::encode(&VERSION)?];
    chunks.extend(pieces(state, &|piece| codec::encode(piece))?);
    store.checkpoints().write(state.seq(), chunks.into_iter())
}

/// Returns the state in pieces, requests last, each as `encode` writes it. One that is too large for it is halved.
pub(super) fn pieces(
    state: &State,
    encode: &impl Fn(&Written<'_>) -> Result<Vec<u8>, Fault>,
) -> Result<Vec<Vec<u8>>, Fault> {
    let mut chunks = vec![encode(&Written::Core(&state.core()))?];
    let keys: Vec<&AccessKey> = state.access().keys().map(|k| &**k).collect();
    let organisations: Vec<&Organisation> = state.organisations().map(|o| &**o).collect();
    let contacts: Vec<&Contact> = state.contacts().map(|c| &**c).collect();
    let quotations: Vec<&Quotation> = state.quotations().rows().iter().map(|q| &**q).collect();
    let board = state.board();
    let opportunities: Vec<&Opportunity> = board.opportunities().iter().map(|o| &**o).collect();
    let proposals: Vec<&Proposal> = board.proposals().iter().map(|p| &**p).collect();
    let favourites: Vec<_> = board.favourites().copied().collect();
    let credits = state.credits();
    let accounts: Vec<_> = credits.accounts().map(|(id, a)| (*id, a)).collect();
    let opened: Vec<_> = credits.all_opened().map(|(id, o)| (*id, *o)).collect();
    let files = state.files().rows();
    let touches: Vec<_> = state
        .touches()
        .map(|(thing, touch)| (*thing, *touch))
        .collect();
    let requests: Vec<&Request> = state.requests().iter().map(|r| &**r).collect();
    let out = &mut chunks;
    in_chunks(&keys, &|r| encode(&Written::Keys(r)), out)?;
    in_chunks(&organisations, &|r| encode(&Written::Organisations(r)), out)?;
    in_chunks(&contacts, &|r| encode(&Written::Contacts(r)), out)?;
    in_chunks(&quotations, &|r| encode(&Written::Quotations(r)), out)?;
    in_chunks(&opportunities, &|r| encode(&Written::Opportunities(r)), out)?;
    in_chunks(&proposals, &|r| encode(&Written::Proposals(r)), out)?;
    in_chunks(&favourites, &|r| encode(&Written::Favourites(r)), out)?;
    in_chunks(&accounts, &|r| encode(&Written::Accounts(r)), out)?;
    in_chunks(&opened, &|r| encode(&Written::Opened(r)), out)?;
    in_chunks(&files.named, &|r| encode(&Written::Files(r)), out)?;
    in_chunks(&files.brought, &|r| encode(&Written::Brought(r)), out)?;
    in_chunks(&files.drafts, &|r| encode(&Written::Drafts(r)), out)?;
    in_chunks(&touches, &|r| encode(&Written::Touches(r)), out)?;
    in_chunks(&requests, &|r| encode(&Written::Requests(r)), out)?;
    Ok(chunks)
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

/// The state in `chunks`, if they are of this build.
fn build(chunks: &mut dyn Iterator<Item = Vec<u8>>) -> Option<State> {
    if codec::decode::<String>(&chunks.next()?).ok()? != SHAPE {
        return None;
    }
    // The version is for people.
    chunks.next()?;
    assemble(chunks.map(|chunk| codec::decode(&chunk).ok()))
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

/// Returns the state that pieces make. Requests come last and are taken in as they are read: there are many.
pub(super) fn assemble(mut pieces: impl Iterator<Item = Option<Piece>>) -> Option<State> {
    let mut core: Option<Head> = None;
    let mut rows = Rows::default();
    let first = loop {
        match pieces.next() {
            Some(Some(Piece::Requests(requests))) => break requests,
            Some(Some(piece)) => take(piece, &mut core, &mut rows),
            Some(None) => return None,
            None => break Vec::new(),
        }
    };
    let mut whole = true;
    let rest = pieces.map_while(|piece| match piece {
        Some(Piece::Requests(requests)) => Some(requests),
        Some(_) | None => {
            whole = false;
            None
        }
    });
    let state = State::from_pieces(core?, rows, first.into_iter().chain(rest.flatten()));
    whole.then_some(state)
}

/// Takes in a piece that is not of requests.
fn take(piece: Piece, core: &mut Option<Head>, rows: &mut Rows) {
    match piece {
        Piece::Core(head) => *core = Some(*head),
        Piece::Keys(more) => rows.keys.extend(more),
        Piece::Organisations(more) => rows.organisations.extend(more),
        Piece::Contacts(more) => rows.contacts.extend(more),
        Piece::Quotations(more) => rows.quotations.extend(more),
        Piece::Opportunities(more) => rows.opportunities.extend(more),
        Piece::Proposals(more) => rows.proposals.extend(more),
        Piece::Favourites(more) => rows.favourites.extend(more),
        Piece::Accounts(more) => rows.accounts.extend(more),
        Piece::Opened(more) => rows.opened.extend(more),
        Piece::Files(more) => rows.files.named.extend(more),
        Piece::Brought(more) => rows.files.brought.extend(more),
        Piece::Drafts(more) => rows.files.drafts.extend(more),
        Piece::Touches(more) => rows.touches.extend(more),
        Piece::Requests(_) => {}
    }
}
