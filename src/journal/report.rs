//! What a verification found, as plain values.

use std::fmt;

use super::loss::Loss;
use super::record::{Hash, Seq};

/// How many differences, bad records and losses a report names one by one.
pub const MAX_DIFFERENCES: usize = 100;

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records read from the journal, bad ones included.
    pub records: u64,
    /// The last sequence; 0 when there is none.
    pub last: Seq,
    /// The hash of the last header: written down elsewhere, it proves that nothing before was changed.
    pub head: Hash,
    /// Why the journal cannot be read at all, when that is so.
    pub unreadable: Option<String>,
    /// How many records of the journal are bad: damaged, missing, or not linked to the one before.
    pub bad: u64,
    /// The first of them, and what is wrong with it.
    pub first_bad: Option<(Seq, String)>,
    /// The first [`MAX_DIFFERENCES`] of them.
    pub bad_records: Vec<(Seq, String)>,
    /// How many records the journal and the shadow log disagree on.
    pub different: u64,
    /// The first [`MAX_DIFFERENCES`] of them.
    pub differences: Vec<Difference>,
    /// How many records are whole in neither log and are not declared lost.
    pub missing: u64,
    /// The first [`MAX_DIFFERENCES`] runs of them.
    pub missing_runs: Vec<Loss>,
    /// How many records a recovery declared lost.
    pub declared: u64,
    /// The first [`MAX_DIFFERENCES`] runs of them.
    pub declared_runs: Vec<Loss>,
    /// A record of which a checkpoint or the end mark tells another hash.
    pub contradicted: Option<Seq>,
}

impl Report {
    /// Tells whether nothing is wrong. What was declared lost before is not.
    pub fn is_sound(&self) -> bool {
        self.unreadable.is_none()
            && self.bad == 0
            && self.different == 0
            && self.missing == 0
            && self.contradicted.is_none()
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
