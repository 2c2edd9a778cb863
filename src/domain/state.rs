//! The state of the house: everything the records say, in memory, immutable once published.
//!
//! `apply` makes a record so. It cannot fail: what a record names and the state does not have is left
//! alone. Live and replayed states are equal, byte for byte, in what [`Head`] and the rows encode.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet, Vector};
use serde::{Deserialize, Serialize};

pub(in crate::domain) mod apply;
mod asked;
mod chronicle;
mod churn;
mod clients;
mod deals;
mod doubles;
mod follow;
mod keep;
mod pieces;
mod reading;
mod recount;
mod reserved;
mod route;
pub mod stacks;
pub mod step;
mod trails;
mod turnover;
mod waits;

pub use chronicle::Chapter;
use chronicle::Chronicle;
use churn::Churn;
use doubles::Doubles;
pub use pieces::Rows;
use reading::Ready;
pub use reserved::Missing;
use reserved::Reserved;
pub use trails::TrailOf;
use trails::Trails;
use turnover::Turnover;

use super::access::ring::Access;
use super::agenda::Agenda;
use super::areas::areas;
use super::escrow::Books;
use super::facilitator;
use super::files::Files;
use super::house::{Country, House, Language, Logo};
use super::ids::{ContactId, FirmId, OrganisationId, PersonId, RequestId, Seq, ViewId};
use super::opportunity::board::Board;
use super::opportunity::credit::Credits;
use super::organisation::merged::Merged;
use super::organisation::{Contact, Organisation};
use super::person::Person;
use super::prices::PriceBook;
use super::quotation::Quotations;
use super::request::collection::Requests;
use super::routing::{Keywords, Routing};
use super::saved_view::SavedView;
use super::shelf::Shelf;
use super::terms::Terms;
use super::thing::{Thing, Touch};
use super::wording::Wording;
use crate::domain::state::stacks::Stacks;
use crate::text::reading::Words;

/// How many of each person's last records are remembered.
pub const LATELY: usize = 8;

/// How many command ids are remembered, so that a command sent twice is done once.
pub const REMEMBERED: usize = 4_096;

/// Makes [`AreaRows`] of the small rows of all areas.
macro_rules! rows {
    ($d:tt $($area:ident, $about:literal => {
        $(command $command:ty;)?
        $(event $event:ty;)?
        $(refusal $refusal:ty;)?
        $(rows $rows:ident: $of:ty;)?
    })+) => {
        /// The small rows of areas, written as one piece of a checkpoint with the rest of [`Head`].
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        pub struct AreaRows {
            $($(#[serde(default)] pub(in crate::domain) $rows: $of,)?)+
        }
    };
}

areas! { $ rows }

/// The part of the state that is not requests: small, written as one piece of a checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub(in crate::domain) seq: Seq,
    pub(in crate::domain) house: Option<Arc<House>>,
    pub(in crate::domain) routing: Arc<Routing>,
    pub(in crate::domain) people: Shelf<Person>,
    pub(in crate::domain) organisations: Shelf<Organisation>,
    pub(in crate::domain) contacts: Shelf<Contact>,
    pub(in crate::domain) views: OrdMap<ViewId, Arc<SavedView>>,
    pub(in crate::domain) last_view: u32,
    pub(in crate::domain) stacks: OrdMap<PersonId, Stacks>,
    pub(in crate::domain) recent: Vector<(u128, Seq)>,
    pub(in crate::domain) access: Access,
    pub(in crate::domain) terms: Arc<Terms>,
    /// The profiles of firms: that of one alone bears the number of who it is.
    pub(in crate::domain) profiles: OrdMap<FirmId, Arc<facilitator::FacilitatorProfile>>,
    pub(in crate::domain) clients: OrdMap<PersonId, ContactId>,
    pub(in crate::domain) prices: Arc<PriceBook>,
    /// What people were called before: until which record, and how.
    pub(in crate::domain) former_names: OrdMap<PersonId, Vec<(Seq, Box<str>)>>,
    /// Records that were missing, or without their words, when they were applied.
    pub(in crate::domain) gaps: u64,
    reserved: Reserved,
    /// The last record of the newest restatement.
    pub(in crate::domain) restated: Seq,
    /// The last records of each person, the newest last. A restatement of an earlier version says nothing of them.
    #[serde(default)]
    pub(in crate::domain) lately: OrdMap<PersonId, Vector<Seq>>,
    /// How papers are written where the house changed it, by language.
    #[serde(default)]
    pub(in crate::domain) papers: OrdMap<Language, Arc<Wording>>,
    /// The words by which mail is read where the house changed them, by language.
    #[serde(default)]
    readings: OrdMap<Language, Arc<Words>>,
    /// The logos on papers, by country.
    #[serde(default)]
    pub(in crate::domain) logos: OrdMap<Country, Arc<Logo>>,
    /// The next request whose due date is to be counted anew; `None` when all are.
    #[serde(default)]
    to_recount: Option<RequestId>,
    /// The records that changed settings, lists of the house and people, the newest last.
    #[serde(default)]
    chronicle: Chronicle,
    /// The small rows of areas that came later.
    #[serde(default)]
    pub(in crate::domain) areas: AreaRows,
}

/// Everything the records say. Only [`State::apply`] changes it: nothing else is given a state that it may change.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(in crate::domain) head: Head,
    pub(in crate::domain) requests: Requests,
    pub(in crate::domain) board: Board,
    pub(in crate::domain) credits: Credits,
    pub(in crate::domain) quotations: Quotations,
    pub(in crate::domain) books: Books,
    pub(in crate::domain) files: Files,
    pub(in crate::domain) by_email: OrdSet<(Box<str>, ContactId)>,
    pub(in crate::domain) by_firm: OrdSet<(OrganisationId, ContactId)>,
    /// How many contacts each organisation has, but for those who were merged into another.
    pub(in crate::domain) crews: OrdMap<OrganisationId, u32>,
    /// People by their mail address in small letters: two with the same one are the same human being.
    pub(in crate::domain) people_by_email: OrdSet<(Box<str>, PersonId)>,
    pub(in crate::domain) by_domain: OrdSet<(Box<str>, OrganisationId)>,
    pub(in crate::domain) by_name: OrdSet<(Box<str>, OrganisationId)>,
    /// What is a branch of what.
    pub(in crate::domain) by_parent: OrdSet<(OrganisationId, OrganisationId)>,
    /// Which organisations, and which contacts, stand for others.
    pub(in crate::domain) merged_organisations: Merged,
    pub(in crate::domain) merged_contacts: Merged,
    /// What organisations and contacts are compared by.
    pub(in crate::domain) doubles: Doubles,
    /// Which organisations became others lately.
    pub(in crate::domain) churn: Churn,
    pub(in crate::domain) done: OrdMap<u128, Seq>,
    pub(in crate::domain) keywords: Arc<Keywords>,
    /// The words of all languages, ready for reading.
    lexicon: Ready,
    /// What waits for whom, beside the requests.
    pub(in crate::domain) agenda: Agenda,
    /// Who became another, and who is staff.
    pub(in crate::domain) turnover: Turnover,
    /// How often organisations were others than before.
    pub(in crate::domain) organisations_revision: u64,
    /// How often anything of the board, of credits, quotations, profiles or terms changed.
    pub(in crate::domain) board_revision: u64,
    /// Who changed what is written as a whole last, and when.
    pub(in crate::domain) touches: OrdMap<Thing, Touch>,
    /// Which records tell of each organisation, and of the calls of each request.
    pub(in crate::domain) trails: Trails,
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.head == other.head
            && self.requests == other.requests
            && self.board == other.board
            && self.credits == other.credits
            && self.quotations == other.quotations
            && self.books == other.books
            && self.files == other.files
            && self.touches == other.touches
            && self.trails == other.trails
    }
}
