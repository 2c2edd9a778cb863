//! What a session is shown: projections of a snapshot, made for one person (PPL-2). A screen gets
//! these and never the state; their texts have passed the sanitiser.

mod access;
pub(super) mod beside;
mod board;
mod chronicle;
mod detail;
mod directory;
mod editing;
mod escrow;
mod files;
mod firm;
mod home;
mod inbox;
mod ledger;
mod list_id;
mod lists;
mod look;
mod me;
pub(super) mod moments;
mod onlookers;
pub(super) mod paper;
mod people;
mod query;
mod quotation;
mod quotations;
mod readings;
mod recap;
mod roster;
mod row;
mod settings;
mod setup;
mod sieve;
mod sight;
mod threshold;
mod wordings;
mod would;

pub use access::{InvitationRow, KeyRow, PersonRow};
pub use board::{
    BoardList, BoardQuery, BoardRow, BoardSort, Charge, ClientCard, ClientRequest, Counts,
    CreditLine, CreditPage, DealPage, HandoverPage, Introduction, MissionPage, MyProposal,
    OpportunityPage, OtherOffer, Others, Party, Posting, Preview, ProposalRow, Rates, RequestStage,
    Said, Scope, Season, SessionRow, Stamp, Stats, StepState, Whom, Whose, Yes, load_credits,
    load_opportunity, opportunity_files, own_files, proposal_files,
};
pub use chronicle::{Past, PastLine, PastWhat, load_chronicle};
pub use detail::{Detail, Proposed, load_detail};
pub use directory::{
    ClientChange, ClientPast, ContactLine, DirectoryEntry, DirectoryRow, DirectorySift,
    DirectoryView, DoubleRow, Doubles, Exchanged, ExchangedWhat, FieldValue, FoundLike,
    OrganisationPage, load_client_past, load_organisation,
};
pub use editing::{ListBook, ListUses};
pub use escrow::{
    AccountGroup, AccountLine, AccountPage, AccountRow, Age, BooksPage, Charged, Charges,
    DepositLine, DisputePage, Duty, EntryPage, EntrySide, HandedIn, KindLine, Movement, OfKind,
    ReplyLine, SettlementPage, Share, Statement, StatementOf, TrancheLine, TrancheState,
    TransitLine, TurnSide, TurnWhat, Uttered, account_files, load_account, load_entry,
};
pub use files::{CaseFile, load_files};
pub use firm::{FirmMember, FirmOffer, FirmPage};
pub use home::{
    Apply, Course, Day, Doors, Home, Invited, Lately, Load, Matter, OurContact, Todo, UnderWay,
    Verb, Waiting, Waits,
};
pub use inbox::{Inbox, Step};
pub use list_id::ListId;
pub use lists::tag_id;
pub use look::{Cancel, Found, Look, Looker, Of};
pub use me::Me;
pub use moments::{Beside, Body, Moment, MomentKind, Told};
pub use onlookers::Onlookers;
pub use paper::{PaperView, Source as PaperSource, load_paper};
pub use people::{Colleague, Names, OrganisationName};
pub use query::{BUILT_IN, BuiltIn, PROVIDERS_VIEW, Query, Sort, Strange};
pub use quotation::{ProductRow, QuotationView, QuotationWhole, VersionView, load_quotation};
pub use quotations::{QuotationRow, SeenStage, TurnOf};
pub use readings::ReadingView;
pub use recap::{RecapColumn, RecapRow};
pub use roster::{Listed, Roster, Sifted, SortBy, SortKey, TextOf, Wish};
pub use row::{Owing, RequestRow, SavedViewRow};
pub use settings::{Foreseen, Moves};
pub use setup::{BrandStanding, KindStanding, Mend, Missing, Standing};
pub use sight::Sight;
pub use threshold::Threshold;
pub use wordings::WordingView;
