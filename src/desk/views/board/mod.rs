//! The board as one person sees it (BRD, PPL-2): rows, a page per opportunity, one's credits, figures. A
//! facilitator's rows and pages are built without what they may not see: the client before the contact
//! credit, others' offers, notes of the house.

mod credits;
mod deal;
mod files;
mod hand;
mod list;
mod mission;
mod offers;
mod page;
mod post;
mod query;
mod row;
mod settings;
mod stamp;
mod stats;
mod whom;

pub use credits::{CreditLine, CreditPage, load_credits};
pub use deal::{DealPage, Yes};
pub use files::{opportunity_files, own_files, proposal_files};
pub use hand::{Charge, HandoverPage, Introduction, Party};
pub use list::BoardList;
pub use mission::{MissionPage, SessionRow};
pub(super) use offers::files_of;
pub use offers::{MyProposal, OtherOffer, Others, ProposalRow, Said};
pub use page::{ClientCard, OpportunityPage, Rates, StepState, Whose, load_opportunity};
pub use post::{ClientRequest, Posting, Preview, RequestStage};
pub use query::{BoardQuery, BoardSort, Scope};
pub use row::BoardRow;
pub use stamp::Stamp;
pub use stats::{Counts, Season, Stats};
pub use whom::Whom;
