//! Clients' money (ESC, LEDGER): the ledger in double entry, projects with their tranches, disputes. Integers of minor units in
//! one currency each; entries sum to zero, and no account of clients' money ever crosses it. What comes from a bank's file, the
//! house's invoices and fees stand elsewhere.

pub mod account;
pub mod books;
pub mod command;
pub mod dispute;
pub mod entry;
pub mod event;
pub mod project;
pub mod refusal;
pub(in crate::domain) mod rules;

pub use account::{Account, Expense, Income};
pub use books::{Books, Closing, Deposit, Line};
pub use command::EscrowCommand;
pub use dispute::{Dispute, Outcome, Settlement, Split};
pub use entry::{Code, Entry, Posting};
pub use event::EscrowEvent;
pub use project::{AccountSight, Closed, Part, Progress, Project};
