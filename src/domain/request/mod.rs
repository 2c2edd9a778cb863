//! Requests: what an organisation asks for, from its arrival to its end (REQ-1 to REQ-11).
//!
//! A request keeps references to its messages and notes (the records that touched it, its *trail*),
//! never the texts: a million of them fit in memory.

pub mod arrival;
pub mod change;
pub mod collection;
pub mod command;
pub mod event;
pub mod figures;
pub mod group;
pub mod incoming;
pub mod lint;
pub mod pieces;
pub mod read_ahead;
pub mod refusal;
pub mod rules;
mod stated;
pub mod step;
pub mod turn;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use self::figures::Milestones;
use super::Millis;
use super::house::{House, Language};
use super::ids::{ContactId, MessageKey, OrganisationId, PersonId, RequestId};
pub use super::lists::shipped::{CloseReason, Ending};
use super::money::Money;
use super::routing::KindId;
pub use group::{Deal, Group, GroupReason};
pub use incoming::{Asked, Attachment, Incoming, Sender, Source};
pub use lint::{Finding, Findings};
pub use step::{By, Step};
pub use turn::{Counted, Owes, Turn};

/// How far the conversation with the client has come (REQ-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RequestStage {
    /// Nobody has spoken with the client yet.
    New,
    /// The client was called, without reaching them.
    Attempted,
    /// Somebody spoke with the client.
    InTouch,
    /// Held to be serious (REQ-5).
    Validated,
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Being worked on.
    Open,
    /// Out of sight until then, or until the client writes.
    Snoozed {
        /// When it comes back by itself.
        until: Millis,
    },
    /// Done with.
    Closed {
        /// Why.
        reason: CloseReason,
        /// Since when.
        at: Millis,
    },
    /// Part of another request now.
    Merged {
        /// Which one.
        into: RequestId,
    },
    /// Taken back by the one who made it (undo of a split or of a new request).
    Void,
}

impl Status {
    /// Whether anybody still has to do something about it, now or later.
    pub fn is_live(self) -> bool {
        matches!(self, Status::Open | Status::Snoozed { .. })
    }
}

/// What an officer knows of the wish itself (REQ-2). Empty and `None` mean not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Wish {
    /// Dates as the client put them.
    pub dates: Box<str>,
    /// Where it is to be held.
    pub place: Box<str>,
    /// Online rather than at a place.
    pub online: Option<bool>,
    /// How many take part.
    pub participants: Option<u32>,
    /// What the client would spend.
    pub budget: Option<Money>,
}

/// A request, as the state keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// Who asks.
    pub organisation: OrganisationId,
    /// Who wrote.
    pub contact: ContactId,
    /// Its subject, as the client wrote it or as an officer put it right (REQ-3).
    pub subject: Box<str>,
    /// The language it is written in.
    pub language: Language,
    /// What is asked, as the routing matrix names it (REQ-4).
    pub kind: Option<KindId>,
    /// How it came in.
    pub source: Source,
    /// When it came in.
    pub received_at: Millis,
    /// When anything last happened to it.
    pub touched_at: Millis,
    /// What is wished, when anything is known of it.
    pub wish: Option<Box<Wish>>,
    /// By when the client needs an answer, if stated.
    pub deadline: Option<Millis>,
    /// How far the conversation has come.
    pub stage: RequestStage,
    /// The group an officer decided on (REQ-6); `None` while it is only proposed.
    pub group: Option<Group>,
    /// Open, asleep, closed, merged.
    pub status: Status,
    /// Whose turn it is by what was said and done of the request itself (REQ-9).
    pub turn: Turn,
    /// Since when that side owes it.
    pub turn_at: Millis,
    /// That turn as it was when a quotation, a posting or a mission of it last moved: while it is still the
    /// same, the next step follows those.
    pub superseded: Option<Turn>,
    /// The record in which one of those last moved; 0: none did.
    pub moved_in: u32,
    /// The next step, all that belongs to it looked at.
    pub step: Step,
    /// The subcontracted deal it came to (REQ-7).
    pub deal: Option<Box<Deal>>,
    /// What figures tell of it. A restatement of an earlier version says nothing of it.
    #[serde(default)]
    pub milestones: Milestones,
    /// Who works it.
    pub assignee: Option<PersonId>,
    /// Since when they do, or since when nobody does.
    pub claimed_at: Millis,
    /// The record in which they came to; 0: it came so.
    pub assigned_in: u32,
    /// Who wants to know what happens to it.
    pub watchers: Box<[PersonId]>,
    /// Tags, sorted.
    pub tags: Box<[Box<str>]>,
    /// What the linter found and nobody has settled (REQ-3).
    pub findings: Findings,
    /// How many addresses were in copy.
    pub copies: u8,
    /// How many files came with it.
    pub attachments: u8,
    /// How often somebody tried to phone (REQ-5).
    pub attempts: u8,
    /// The request it was split from, or that its mail refers to without belonging to it.
    pub related: Option<RequestId>,
    /// The messages that belong to it.
    #[serde(with = "crate::domain::few")]
    pub messages: SmallVec<[MessageKey; 1]>,
    /// The records that touched it, oldest first.
    #[serde(with = "crate::domain::few")]
    pub trail: SmallVec<[u32; 4]>,
    /// How often it changed. A command may carry the revision its user saw.
    pub revision: u32,
    /// What the turn's due date is counted from. A restatement of an earlier version says nothing of it.
    #[serde(default)]
    pub counted: Option<Counted>,
}

impl Request {
    /// Whether no client asks: a provider wrote, and it is the providers' desk's (EML-2).
    pub fn is_from_provider(&self) -> bool {
        self.organisation == OrganisationId::NONE
    }

    /// The longest subject there can be, in characters.
    pub const SUBJECT_MOST: usize = 1_000;
    /// The most tags, watchers and messages it can have.
    pub const MOST: usize = 200;

    /// Whether the next step follows a quotation, a posting or a mission: nobody asked for anything, nor said
    /// whose turn it is, since one of those moved.
    pub fn follows(&self) -> bool {
        self.superseded == Some(self.turn)
    }

    /// Returns by when its turn is due, as the settings of the house have it.
    pub fn due(&self) -> Option<Millis> {
        self.counted.map(|counted| counted.due).or(self.turn.due)
    }

    /// Returns the deadline that counts for its turn: the client has none of ours.
    pub fn counting_deadline(&self) -> Option<Millis> {
        self.deadline.filter(|_| self.turn.owes == Owes::House)
    }

    /// Returns what its due date is counted from, by the settings of `house`.
    pub fn recounted(&self, house: &House) -> Option<Counted> {
        let deadline = self.counting_deadline();
        self.counted.map(|counted| counted.anew(house, deadline))
    }

    /// Returns whose turn it is, and by when as the settings have it.
    pub fn owed(&self) -> Turn {
        Turn {
            due: self.due(),
            ..self.turn
        }
    }

    /// Whether anybody still has to do something about it.
    pub fn is_live(&self) -> bool {
        self.status.is_live()
    }

    /// Whether we owe the next step and `now` is past its time.
    pub fn is_overdue(&self, now: Millis) -> bool {
        self.status == Status::Open && self.step.is_overdue(now)
    }
}
