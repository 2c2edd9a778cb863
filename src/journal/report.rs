//! What a verification found, as plain values.

use std::fmt;

use super::record::{Hash, Seq};

/// How many differences a report names one by one.
pub const MAX_DIFFERENCES: usize = 100;

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Records read from the journal, bad ones included.
    pub records: u64,
    /// The last sequence in the journal; 0 when it is empty.
    pub last: Seq,
    /// The hash of the last sound header: written down elsewhere, it proves that nothing before
    /// was changed.
    pub head: Hash,
    /// How many records are bad: damaged, missing, or not linked to the one before.
    pub bad: u64,
    /// The first of them, and what is wrong with it.
    pub first_bad: Option<(Seq, String)>,
    /// How many records the journal and the shadow log disagree on.
    pub different: u64,
    /// The first [`MAX_DIFFERENCES`] of them.
    pub differences: Vec<Difference>,
}

impl Report {
    /// Nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.bad == 0 && self.different == 0
    }
}

/// A record on which the journal and the shadow log disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which record.
    pub seq: Seq,
    /// How they disagree.
    pub how: Disagreement,
}

/// How the journal and the shadow log disagree on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// The journal has it, the shadow log does not.
    NotInShadow,
    /// The shadow log has it, the journal does not.
    NotInJournal,
    /// Both have it, with other bytes.
    NotTheSame,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotInShadow => "it is missing in the shadow log",
            Self::NotInJournal => "it is missing in the journal",
            Self::NotTheSame => "the journal and the shadow log hold different bytes",
        })
    }
}
