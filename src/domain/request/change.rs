//! Changes of one field of a request, each with what it was and what it becomes, so that every change
//! can be read in the history and turned round (REQ-11).

use serde::{Deserialize, Serialize};

use super::{Finding, Group, Request, RequestStage, Status, Turn, Wish};
use crate::domain::Millis;
use crate::domain::house::Language;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::routing::KindId;

/// One field, from one value to another. Written to the journal: never change a variant, add one.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Who works it (REQ-8).
    Assignee {
        from: Option<PersonId>,
        to: Option<PersonId>,
    },
    /// Whose turn it is (REQ-9).
    Turn { from: Turn, to: Turn },
    /// How far the conversation has come (REQ-5).
    Stage {
        from: RequestStage,
        to: RequestStage,
    },
    /// The group an officer decided on (REQ-6).
    Group {
        from: Option<Group>,
        to: Option<Group>,
    },
    /// Open, asleep, closed, merged, void.
    Status { from: Status, to: Status },
    /// The subject.
    Subject { from: Box<str>, to: Box<str> },
    /// By when an answer is needed.
    Deadline {
        from: Option<Millis>,
        to: Option<Millis>,
    },
    /// What is asked (REQ-4).
    Kind {
        from: Option<KindId>,
        to: Option<KindId>,
    },
    /// Who asks.
    Organisation {
        from: OrganisationId,
        to: OrganisationId,
    },
    /// What is wished.
    Wish {
        from: Option<Box<Wish>>,
        to: Option<Box<Wish>>,
    },
    /// A tag put on (`there`) or taken off.
    Tag { tag: Box<str>, there: bool },
    /// Somebody starts to watch, or stops.
    Watch { person: PersonId, there: bool },
    /// A linter's finding settled (`there` false) or raised again.
    Finding { finding: Finding, there: bool },
    /// The number of attempts to phone.
    Attempts { from: u8, to: u8 },
    /// The request it refers to.
    Related {
        from: Option<super::RequestId>,
        to: Option<super::RequestId>,
    },
    /// The language the client is answered in.
    Language { from: Language, to: Language },
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Change {
        use Change as C;
        match self.clone() {
            C::Assignee { from, to } => C::Assignee { from: to, to: from },
            C::Turn { from, to } => C::Turn { from: to, to: from },
            C::Stage { from, to } => C::Stage { from: to, to: from },
            C::Group { from, to } => C::Group { from: to, to: from },
            C::Status { from, to } => C::Status { from: to, to: from },
            C::Subject { from, to } => C::Subject { from: to, to: from },
            C::Deadline { from, to } => C::Deadline { from: to, to: from },
            C::Kind { from, to } => C::Kind { from: to, to: from },
            C::Organisation { from, to } => C::Organisation { from: to, to: from },
            C::Wish { from, to } => C::Wish { from: to, to: from },
            C::Tag { tag, there } => C::Tag { tag, there: !there },
            C::Watch { person, there } => C::Watch {
                person,
                there: !there,
            },
            C::Finding { finding, there } => C::Finding {
                finding,
                there: !there,
            },
            C::Attempts { from, to } => C::Attempts { from: to, to: from },
            C::Related { from, to } => C::Related { from: to, to: from },
            C::Language { from, to } => C::Language { from: to, to: from },
        }
    }

    /// Whether the request still is as this change found it (or already is as it leaves it, for what
    /// is in a set anyway), so that taking something back overwrites nobody's later work.
    pub fn fits(&self, request: &Request) -> bool {
        use Change as C;
        match self {
            C::Assignee { from, .. } => request.assignee == *from,
            C::Turn { from, .. } => request.turn == *from || request.owed() == *from,
            C::Stage { from, .. } => request.stage == *from,
            C::Group { from, .. } => request.group == *from,
            C::Status { from, .. } => request.status == *from,
            C::Subject { from, .. } => request.subject == *from,
            C::Deadline { from, .. } => request.deadline == *from,
            C::Kind { from, .. } => request.kind == *from,
            C::Organisation { from, .. } => request.organisation == *from,
            C::Wish { from, .. } => request.wish == *from,
            C::Attempts { from, .. } => request.attempts == *from,
            C::Related { from, .. } => request.related == *from,
            C::Language { from, .. } => request.language == *from,
            C::Tag { .. } | C::Watch { .. } | C::Finding { .. } => true,
        }
    }

    /// Whether a later change may simply stand when this one is taken back: whose turn it is follows
    /// from what happened last, and counting attempts is no decision.
    pub fn is_consequence(&self) -> bool {
        matches!(self, Change::Turn { .. } | Change::Attempts { .. })
    }

    /// Makes the change.
    pub fn apply(&self, request: &mut Request) {
        use Change as C;
        match self {
            C::Assignee { to, .. } => request.assignee = *to,
            C::Turn { to, .. } => request.turn = *to,
            C::Stage { to, .. } => request.stage = *to,
            C::Group { to, .. } => request.group = *to,
            C::Status { to, .. } => request.status = *to,
            C::Subject { to, .. } => request.subject = to.clone(),
            C::Deadline { to, .. } => request.deadline = *to,
            C::Kind { to, .. } => request.kind = *to,
            C::Organisation { to, .. } => request.organisation = *to,
            C::Wish { to, .. } => request.wish = to.clone(),
            C::Attempts { to, .. } => request.attempts = *to,
            C::Related { to, .. } => request.related = *to,
            C::Language { to, .. } => request.language = *to,
            C::Tag { tag, there } => request.tags = with(&request.tags, tag, *there),
            C::Watch { person, there } => {
                request.watchers = with(&request.watchers, person, *there)
            }
            C::Finding { finding, there } => {
                request.findings = request.findings.set(*finding, *there);
            }
        }
    }
}

/// A sorted set with one member more or less.
fn with<T: Ord + Clone>(set: &[T], member: &T, there: bool) -> Box<[T]> {
    let mut members: Vec<T> = set.iter().filter(|m| *m != member).cloned().collect();
    if there {
        members.push(member.clone());
        members.sort();
    }
    members.into()
}
