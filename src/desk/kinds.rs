//! The kinds of rows that the state is made of beside its core: how a checkpoint and a restatement write them down and
//! read them back. A kind of an area is a line here. Knows no file and no record.

use imbl::Vector;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::encoding::Encoding;
use crate::domain::access::AccessKey;
use crate::domain::escrow::{self, Project};
use crate::domain::files::{Content, Held};
use crate::domain::opportunity::credit::{self, Account};
use crate::domain::opportunity::{Opportunity, Proposal};
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::quotation::Quotation;
use crate::domain::state::{Rows, TrailOf};
use crate::domain::thing::{Thing, Touch};
use crate::domain::{FirmId, OpportunityId, PersonId, ProposalId, Seq, State};
use crate::journal::{Fault, FaultKind, Put};

/// How many rows one chunk holds, if they fit.
const ROWS: usize = 2_048;

/// A kind of rows.
trait Kind {
    /// What it is found by, in a restatement for ever.
    const NAME: &'static str;
    /// A row as it is written.
    type Row<'a>: Serialize;
    /// A row as it is read.
    type Kept: DeserializeOwned;

    /// Returns all there are; of equal states, in the same order.
    fn rows(state: &State) -> Vec<Self::Row<'_>>;

    /// Takes rows in that were read.
    fn take(kept: Vec<Self::Kept>, into: &mut Rows);
}

/// Makes a kind: its name, a row as it is read and as it is written, where they are, where they go.
macro_rules! kinds {
    ($($name:ident: $kept:ty as $row:ty, |$state:ident| $rows:expr, |$into:ident| $place:expr;)+) => {
        $(
            struct $name;

            impl Kind for $name {
                const NAME: &'static str = stringify!($name);
                type Row<'a> = $row;
                type Kept = $kept;

                fn rows($state: &State) -> Vec<Self::Row<'_>> {
                    $rows.collect()
                }

                fn take(kept: Vec<$kept>, $into: &mut Rows) {
                    $place.extend(kept);
                }
            }
        )+

        /// Returns all kinds, in the order they are written.
        pub(super) fn all<E: Encoding>() -> Vec<Entry> {
            vec![$(entry::<E, $name>(),)+]
        }
    };
}

kinds! {
    Keys: AccessKey as &'a AccessKey,
        |state| state.access().keys().map(|key| &**key), |into| into.keys;
    Organisations: Organisation as &'a Organisation,
        |state| state.organisation_rows().map(|row| &**row), |into| into.organisations;
    Contacts: Contact as &'a Contact,
        |state| state.contact_rows().map(|row| &**row), |into| into.contacts;
    Quotations: Quotation as &'a Quotation,
        |state| state.quotations().rows().iter().map(|row| &**row), |into| into.quotations;
    Opportunities: Opportunity as &'a Opportunity,
        |state| state.board().opportunities().iter().map(|row| &**row), |into| into.opportunities;
    Proposals: Proposal as &'a Proposal,
        |state| state.board().proposals().iter().map(|row| &**row), |into| into.proposals;
    Favourites: (PersonId, OpportunityId) as &'a (PersonId, OpportunityId),
        |state| state.board().favourites(), |into| into.favourites;
    Accounts: (FirmId, Account) as (&'a FirmId, &'a Account),
        |state| state.credits().accounts(), |into| into.accounts;
    Opened: ((OpportunityId, FirmId), credit::Opened)
        as (&'a (OpportunityId, FirmId), &'a credit::Opened),
        |state| state.credits().all_opened(), |into| into.opened;
    Entries: escrow::Entry as &'a escrow::Entry,
        |state| state.books().entries().iter().map(|row| &**row), |into| into.entries;
    Projects: Project as &'a Project,
        |state| state.books().projects().map(|row| &**row), |into| into.projects;
    Files: Content as Content,
        |state| state.files().rows().named.into_iter(), |into| into.files.named;
    Brought: ((PersonId, Content), u64) as ((PersonId, Content), u64),
        |state| state.files().rows().brought.into_iter(), |into| into.files.brought;
    Drafts: ((PersonId, ProposalId), Held) as ((PersonId, ProposalId), Held),
        |state| state.files().rows().drafts.into_iter(), |into| into.files.drafts;
    Touches: (Thing, Touch) as (&'a Thing, &'a Touch),
        |state| state.touches(), |into| into.touches;
    Trails: (TrailOf, Vector<Seq>) as (&'a TrailOf, &'a Vector<Seq>),
        |state| state.trails(), |into| into.trails;
}

/// A kind, for who writes or reads all of them.
pub(super) struct Entry {
    pub name: &'static str,
    /// Puts its chunks away.
    pub write: fn(&State, Put<'_>) -> Result<(), Fault>,
    /// Takes its rows out of a chunk; nothing when they are none of this kind.
    pub read: fn(&[u8], &mut Rows) -> Option<()>,
}

fn entry<E: Encoding, K: Kind>() -> Entry {
    Entry {
        name: K::NAME,
        write: |state, put| in_chunks::<E, _>(K::NAME, &K::rows(state), put),
        read: |bytes, into| {
            K::take(E::read(bytes)?, into);
            Some(())
        },
    }
}

/// Encodes rows a chunk at a time; a chunk of unusually long ones is halved until it fits.
pub(super) fn in_chunks<E: Encoding, T: Serialize>(
    name: &str,
    rows: &[T],
    put: Put<'_>,
) -> Result<(), Fault> {
    for rows in rows.chunks(ROWS) {
        match E::chunk(name, &rows) {
            Ok(chunk) => put(chunk)?,
            Err(fault) if fault.kind == FaultKind::TooLarge && rows.len() > 1 => {
                let (first, second) = rows.split_at(rows.len() / 2);
                in_chunks::<E, T>(name, first, put)?;
                in_chunks::<E, T>(name, second, put)?;
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}
