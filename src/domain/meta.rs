//! Who made a record, and when: what every event comes with. Never what happened in it.

use super::Millis;
use super::ids::{PersonId, Seq};

/// Who made a record, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Its place in the journal.
    pub seq: Seq,
    /// When it was made.
    pub at: Millis,
    /// Who made it; `None` is the house itself.
    pub actor: Option<PersonId>,
    /// For whom they acted (PPL-3).
    pub on_behalf: Option<PersonId>,
    /// The command it answers.
    pub command: u128,
}
