//! What a command comes with, and what it comes to: the two sides of `decide`. Nothing is decided here.

use super::Millis;
use super::event::Event;
use super::ids::{PersonId, RequestId, Seq};
use super::meta::Meta;
use super::quotation::paper::Outgoing;
use super::refusal::Refusal;
use super::request::read_ahead::Reading;
use super::state::State;
use super::thing::Writes;

/// A record somebody wrote earlier, read back so that it can be turned round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its place in the journal.
    pub seq: Seq,
    /// What happened in it.
    pub events: Vec<Event>,
}

/// What a command comes with: who, when, and what had to be read from the journal for it.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Now.
    pub now: Millis,
    /// Who acts; `None` is the house itself (a job, an import from the mail server's pipe).
    pub actor: Option<PersonId>,
    /// For whom they act (PPL-3).
    pub on_behalf: Option<PersonId>,
    /// The revision of the request its user saw, when that matters.
    pub seen: Option<(RequestId, u32)>,
    /// The record to turn round, for undo and redo.
    pub earlier: Option<Earlier>,
    /// What the text of a message says, when it was read before.
    pub reading: Option<Reading>,
    /// The paper of the version that is sent; the desk makes it. `None` when a command is only tried out.
    pub outgoing: Option<Box<Outgoing>>,
}

impl Facts {
    /// A stand-in for the record that is being decided, to try events out on a copy of the state.
    pub(super) fn probe(&self, state: &State) -> Meta {
        Meta {
            seq: state.seq() + 1,
            at: self.now,
            actor: None,
            on_behalf: None,
            command: 0,
        }
    }
}

/// What a command comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What happens; nothing, for a command that finds everything already done.
    pub events: Vec<Event>,
    /// The requests that refused, of several marked ones, each with why.
    pub skipped: Vec<(RequestId, Refusal)>,
}

impl Decision {
    /// These events, and nothing skipped.
    pub fn of(events: Vec<Event>) -> Decision {
        Decision {
            events,
            skipped: Vec::new(),
        }
    }
}

/// Decides, for an area, on something to be done in it.
pub(super) trait Decides {
    /// Decides; who may send it, and whether they have the right, was asked before.
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal>;

    /// Returns what it writes, when `actor` sends it.
    fn writes(&self, state: &State, actor: Option<PersonId>) -> Writes;
}

pub(super) fn one(event: Event) -> Decision {
    Decision::of(vec![event])
}
