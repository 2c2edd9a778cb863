//! What happened to a request. How it is kept stands in `domain/stored.rs`.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::{Findings, Incoming, Source, Status, Turn};
use crate::domain::Millis;
use crate::domain::area::AreaEvent;
use crate::domain::house::Language;
use crate::domain::ids::{ContactId, OrganisationId, RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::routing::KindId;
use crate::domain::thing::Thing;

/// Something that happened to a request.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestEvent {
    /// A request came in.
    Received { received: Box<Received> },
    /// A further message of a request came in.
    Joined {
        request: RequestId,
        message: Box<Incoming>,
    },
    /// A field of a request changed.
    Changed { request: RequestId, change: Change },
    /// Somebody wrote a note.
    Noted { request: RequestId, text: Box<str> },
    /// Somebody phoned (REQ-5).
    Attempted {
        request: RequestId,
        outcome: Outcome,
        text: Box<str>,
    },
    /// What the record `of` said of this request was taken back, or (`back` false) stands again.
    Retracted {
        request: RequestId,
        of: Seq,
        back: bool,
    },
    /// `request` became part of `into`; its status says so too. `joined` false: it came out again.
    Merged {
        request: RequestId,
        into: RequestId,
        joined: bool,
    },
}

impl AreaEvent for RequestEvent {
    fn thing(&self) -> Option<Thing> {
        Some(match self {
            RequestEvent::Changed { request, change } => match change {
                Change::Wish { .. } => Thing::Wish(*request),
                Change::Subject { .. } => Thing::Request(*request),
                Change::Assignee { .. }
                | Change::Turn { .. }
                | Change::Stage { .. }
                | Change::Group { .. }
                | Change::Status { .. }
                | Change::Deadline { .. }
                | Change::Kind { .. }
                | Change::Organisation { .. }
                | Change::Tag { .. }
                | Change::Watch { .. }
                | Change::Finding { .. }
                | Change::Attempts { .. }
                | Change::Related { .. }
                | Change::Language { .. } => return None,
            },
            RequestEvent::Received { received } if received.message.source == Source::Split => {
                return received.related.map(Thing::Request);
            }
            RequestEvent::Received { .. }
            | RequestEvent::Joined { .. }
            | RequestEvent::Noted { .. }
            | RequestEvent::Attempted { .. }
            | RequestEvent::Retracted { .. }
            | RequestEvent::Merged { .. } => return None,
        })
    }

    fn inverse(&self, seq: Seq) -> Option<RequestEvent> {
        match self {
            RequestEvent::Changed { request, change } => Some(RequestEvent::Changed {
                request: *request,
                change: change.inverse(),
            }),
            RequestEvent::Noted { request, .. } | RequestEvent::Attempted { request, .. } => {
                Some(RequestEvent::Retracted {
                    request: *request,
                    of: seq,
                    back: true,
                })
            }
            RequestEvent::Retracted { request, of, back } => Some(RequestEvent::Retracted {
                request: *request,
                of: *of,
                back: !back,
            }),
            RequestEvent::Merged {
                request,
                into,
                joined,
            } => Some(RequestEvent::Merged {
                request: *request,
                into: *into,
                joined: !joined,
            }),
            RequestEvent::Received { received } if received.is_made_here() => {
                Some(voided(received.id))
            }
            RequestEvent::Received { .. } | RequestEvent::Joined { .. } => None,
        }
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        match self {
            RequestEvent::Received { received } if received.message.source == Source::Split => {
                [Some(received.id), received.related]
            }
            RequestEvent::Received { received } => [Some(received.id), None],
            RequestEvent::Joined { request, .. }
            | RequestEvent::Changed { request, .. }
            | RequestEvent::Noted { request, .. }
            | RequestEvent::Attempted { request, .. }
            | RequestEvent::Retracted { request, .. } => [Some(*request), None],
            RequestEvent::Merged { request, into, .. } => [Some(*request), Some(*into)],
        }
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            RequestEvent::Received { received } => received.message.named_files(received.id),
            RequestEvent::Joined { request, message } => message.named_files(*request),
            RequestEvent::Changed { .. }
            | RequestEvent::Noted { .. }
            | RequestEvent::Attempted { .. }
            | RequestEvent::Retracted { .. }
            | RequestEvent::Merged { .. } => Vec::new(),
        }
    }
}

/// What a phone call came to (REQ-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// A message was left, or they call back.
    Called,
    /// Nobody answered.
    NoAnswer,
    /// They spoke.
    Spoke,
}

impl Outcome {
    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Called => "called",
            Outcome::NoAnswer => "no_answer",
            Outcome::Spoke => "spoke",
        }
    }
}

/// A request that came in, with what was recognised in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Its id.
    pub id: RequestId,
    /// Who asks.
    pub organisation: OrganisationId,
    /// Who wrote.
    pub contact: ContactId,
    /// What came in.
    pub message: Incoming,
    /// The language it is written in.
    pub language: Language,
    /// What is asked, recognised by the routing matrix (REQ-4).
    pub kind: Option<KindId>,
    /// A stated deadline.
    pub deadline: Option<Millis>,
    /// What the linter found (REQ-3).
    pub findings: Findings,
    /// Whose turn it is.
    pub turn: Turn,
    /// The request it was split from, or that its mail refers to without belonging to it.
    pub related: Option<RequestId>,
}

impl Received {
    /// Returns whether it was made by a person of the house, who can take it back.
    pub fn is_made_here(&self) -> bool {
        matches!(self.message.source, Source::Form | Source::Split)
    }
}

/// A request made by hand or by a split is taken back. The request keeps its id and its trail.
fn voided(request: RequestId) -> RequestEvent {
    RequestEvent::Changed {
        request,
        change: Change::Status {
            from: Status::Open,
            to: Status::Void,
        },
    }
}
