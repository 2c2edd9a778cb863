//! What happened to somebody's credits: an entry of the ledger, and what is said of it, whatever asks. Changes nothing.

use super::CreditEntry;
use crate::domain::area::AreaEvent;
use crate::domain::ids::{PersonId, RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::thing::Thing;

/// Credits were granted, used or given back (BRD-4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfCredits {
    /// Whose.
    pub person: PersonId,
    /// What.
    pub entry: Box<CreditEntry>,
}

impl AreaEvent for OfCredits {
    /// A ledger is only ever added to: what was used is given back by an entry of its own.
    fn inverse(&self, _: Seq) -> Option<OfCredits> {
        match &*self.entry {
            CreditEntry::Granted { .. }
            | CreditEntry::Used { .. }
            | CreditEntry::Refunded { .. } => None,
        }
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [None, None]
    }

    fn thing(&self) -> Option<Thing> {
        None
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match &*self.entry {
            CreditEntry::Granted { .. }
            | CreditEntry::Used { .. }
            | CreditEntry::Refunded { .. } => Vec::new(),
        }
    }
}
