//! Clients' money as one person sees it (ESC, PPL-2): the accounts of their projects, a page of each, its statement, an entry
//! with both sides, and the house's books for who keeps them. Books nothing; whoever may not see an account gets nothing of it.

mod books;
mod charges;
mod dispute;
mod entry;
mod files;
mod list;
mod project;
mod reading;
mod statement;
mod tranche;
mod turn;

pub use books::{AccountLine, Age, BooksPage, DepositLine, KindLine, OfKind, TransitLine};
pub use charges::{Charged, Charges};
pub use dispute::{DisputePage, ReplyLine, SettlementPage, Share, Uttered};
pub use entry::{EntryPage, EntrySide, load_entry};
pub use files::account_files;
pub use list::{AccountGroup, AccountRow};
pub use project::{AccountPage, load_account};
pub use statement::{Movement, Statement, StatementOf};
pub use tranche::{HandedIn, TrancheLine, TrancheState};
pub use turn::{Duty, TurnSide, TurnWhat};
