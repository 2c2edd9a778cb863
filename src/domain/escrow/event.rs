//! What happened to clients' money, as the journal keeps it: never change a variant, add one behind the last. Nothing of it is
//! ever taken back: what was booked wrong is turned round by an entry of its own.

use serde::{Deserialize, Serialize};

use super::command::Verdict;
use super::dispute::{Dispute, Outcome, Split};
use super::entry::Entry;
use super::project::{Closed, Project};
use crate::domain::Millis;
use crate::domain::area::AreaEvent;
use crate::domain::ids::{ContactId, FirmId, OpportunityId, RequestId, Seq};
use crate::domain::named_file::{NamedFile, Owner};
use crate::domain::opportunity::Side;
use crate::domain::request::Attachment;
use crate::domain::thing::Thing;

/// Something that happened to clients' money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfEscrow {
    /// The request of the project it happened to, and the project; `None` where it is of none.
    pub of: Option<(RequestId, OpportunityId)>,
    /// What.
    pub event: Box<EscrowEvent>,
}

/// What happened. Where somebody of the house speaks for the client, `word_of` is her contact (PPL-3), and `said` how the
/// side said so.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EscrowEvent {
    /// A project has money from now on: its terms were agreed.
    Opened { project: Box<Project> },
    /// An entry was booked.
    Booked { entry: Box<Entry> },
    /// Its provider began to work on a tranche.
    Started { number: u16 },
    /// A tranche was handed in; `silent_at`: when silence releases it.
    HandedIn {
        number: u16,
        words: Box<str>,
        files: Vec<Attachment>,
        silent_at: Option<Millis>,
        said: Box<str>,
    },
    /// The client answered; so much of it is accepted now.
    Answered {
        number: u16,
        verdict: Verdict,
        accepted: i64,
        words: Box<str>,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// She released more of what she had accepted.
    Released {
        number: u16,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// Silence released it, as the house had said.
    Lapsed { number: u16, accepted: i64 },
    /// A dispute was opened.
    Disputed {
        dispute: Box<Dispute>,
        words: Box<str>,
        said: Box<str>,
    },
    /// Something was said on the page of a dispute.
    Said {
        number: u16,
        words: Box<str>,
        files: Vec<Attachment>,
    },
    /// The mediator proposed how the held sum is shared.
    Proposed {
        number: u16,
        split: Split,
        until: Millis,
        words: Box<str>,
    },
    /// A side answered that.
    Replied {
        number: u16,
        side: Side,
        accepts: bool,
        words: Box<str>,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// A dispute came to its end.
    Over {
        number: u16,
        outcome: Outcome,
        words: Box<str>,
        said: Box<str>,
    },
    /// Money of a project was moved, with these words and this consent.
    Moved {
        words: Box<str>,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// A project was frozen, or goes on.
    Frozen { to: bool, words: Box<str> },
    /// Another firm runs it from now on.
    HandedOver { from: FirmId, to: FirmId },
    /// A project ended without being paid.
    Shut { why: Closed },
    /// Days up to `to` were closed.
    DaysClosed { from: Option<Millis>, to: Millis },
}

impl EscrowEvent {
    /// Returns what was said with it.
    pub fn words(&self) -> Option<&str> {
        match self {
            EscrowEvent::HandedIn { words, .. }
            | EscrowEvent::Answered { words, .. }
            | EscrowEvent::Disputed { words, .. }
            | EscrowEvent::Said { words, .. }
            | EscrowEvent::Proposed { words, .. }
            | EscrowEvent::Replied { words, .. }
            | EscrowEvent::Over { words, .. }
            | EscrowEvent::Moved { words, .. }
            | EscrowEvent::Frozen { words, .. } => Some(&**words).filter(|words| !words.is_empty()),
            EscrowEvent::Opened { .. }
            | EscrowEvent::Booked { .. }
            | EscrowEvent::Started { .. }
            | EscrowEvent::Released { .. }
            | EscrowEvent::Lapsed { .. }
            | EscrowEvent::HandedOver { .. }
            | EscrowEvent::Shut { .. }
            | EscrowEvent::DaysClosed { .. } => None,
        }
    }

    /// Returns how a side said so, where somebody of the house did it for them.
    pub fn consent(&self) -> Option<&str> {
        match self {
            EscrowEvent::HandedIn { said, .. }
            | EscrowEvent::Answered { said, .. }
            | EscrowEvent::Released { said, .. }
            | EscrowEvent::Disputed { said, .. }
            | EscrowEvent::Replied { said, .. }
            | EscrowEvent::Over { said, .. }
            | EscrowEvent::Moved { said, .. } => Some(&**said).filter(|said| !said.is_empty()),
            _ => None,
        }
    }

    /// Returns the files that came with it.
    pub fn files(&self) -> &[Attachment] {
        match self {
            EscrowEvent::HandedIn { files, .. } | EscrowEvent::Said { files, .. } => files,
            _ => &[],
        }
    }
}

impl AreaEvent for OfEscrow {
    fn inverse(&self, _: Seq) -> Option<OfEscrow> {
        None
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [self.of.map(|(request, _)| request), None]
    }

    fn thing(&self) -> Option<Thing> {
        None
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        let Some((_, project)) = self.of else {
            return Vec::new();
        };
        let files = self.event.files().iter();
        files
            .map(|file| file.named(Owner::Opportunity(project)))
            .collect()
    }
}
