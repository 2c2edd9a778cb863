//! The state taken apart for a checkpoint, and put together again: a core that does not grow with the work
//! there was, and rows. Indexes are made anew.

use std::sync::Arc;

use imbl::Vector;

use super::reading::Ready;
use super::{Head, State, TrailOf};
use crate::domain::access::AccessKey;
use crate::domain::escrow::{Books, Entry, Project};
use crate::domain::files::{FileRows, Files};
use crate::domain::ids::{FirmId, OpportunityId, PersonId, Seq};
use crate::domain::opportunity::board::Board;
use crate::domain::opportunity::credit::{Account, Credits, Opened};
use crate::domain::opportunity::{Opportunity, Proposal};
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::quotation::Quotation;
use crate::domain::request::Request;
use crate::domain::shelf::Shelf;
use crate::domain::thing::{Thing, Touch};

/// The rows a checkpoint keeps beside the core, but for the requests.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The keys people log in with.
    pub keys: Vec<AccessKey>,
    /// The organisations.
    pub organisations: Vec<Organisation>,
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// The quotations.
    pub quotations: Vec<Quotation>,
    /// The opportunities.
    pub opportunities: Vec<Opportunity>,
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// Everybody's favourites.
    pub favourites: Vec<(PersonId, OpportunityId)>,
    /// The credits of firms.
    pub accounts: Vec<(FirmId, Account)>,
    /// What was opened with them.
    pub opened: Vec<((OpportunityId, FirmId), Opened)>,
    /// The entries of the ledger.
    pub entries: Vec<Entry>,
    /// The projects with clients' money.
    pub projects: Vec<Project>,
    /// The stored files that records name.
    pub files: FileRows,
    /// Who changed what is written as a whole last.
    pub touches: Vec<(Thing, Touch)>,
    /// Which records tell of each organisation, and of the calls of each request.
    pub trails: Vec<(TrailOf, Vector<Seq>)>,
}

impl State {
    /// The state from a core, and the rows that go with it. Indexes are made anew.
    pub fn from_pieces(
        core: Head,
        rows: Rows,
        requests: impl IntoIterator<Item = Request>,
    ) -> State {
        let organisations = rows.organisations.into_iter().collect();
        let contacts = rows.contacts.into_iter().collect();
        let head = Head {
            organisations,
            contacts,
            access: core.access.with_keys(rows.keys),
            ..core
        };
        let mut state = State {
            board: Board::from_rows(rows.opportunities, rows.proposals, rows.favourites),
            credits: Credits::from_parts(rows.accounts, rows.opened),
            quotations: rows.quotations.into_iter().collect(),
            books: Books::from_rows(rows.entries, rows.projects),
            files: Files::from_rows(rows.files),
            touches: rows.touches.into_iter().collect(),
            trails: rows.trails.into_iter().collect(),
            ..State::from_parts(head, requests)
        };
        state.keep_reserved();
        state.call_all();
        state
    }

    /// The state from the head and the requests alone. Indexes are made anew.
    pub fn from_parts(head: Head, requests: impl IntoIterator<Item = Request>) -> State {
        let mut state = State {
            requests: requests.into_iter().collect(),
            ..State::default()
        };
        head.organisations
            .iter()
            .for_each(|o| state.index_organisation(o));
        head.contacts.iter().for_each(|c| state.index_contact(c));
        state.index_merged(&head);
        head.people.iter().for_each(|p| state.index_person(p));
        for (person, contact) in &head.clients {
            state.turnover.link(*person, None, Some(*contact));
        }
        state.done = head.recent.iter().copied().collect();
        state.keywords = Arc::new(head.routing.keywords());
        state.lexicon = Ready::of(&head.readings);
        state.head = head;
        state.keep_reserved();
        state
    }

    /// The part that is neither requests nor clients nor keys: it does not grow with the work there was.
    pub fn core(&self) -> Head {
        Head {
            organisations: Shelf::default(),
            contacts: Shelf::default(),
            access: self.head.access.without_keys(),
            ..self.head.clone()
        }
    }
}
