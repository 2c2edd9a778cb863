//! What can be done about requests, and what right it needs.

use super::event::Outcome;
use super::{CloseReason, Finding, Group, Incoming, Wish};
use crate::domain::Millis;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::house::Language;
use crate::domain::ids::{OrganisationId, PersonId, RequestId};
use crate::domain::person::Permission;
use crate::domain::routing::KindId;

/// Something to be done about requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestCommand {
    /// Takes in a message, a row or a request entered by hand (REQ-1).
    Receive(Box<Incoming>),
    /// Does one thing to one request or to several marked ones; those that refuse are left and named.
    On {
        /// Which ones, at most [`crate::domain::Command::MOST`].
        requests: Vec<RequestId>,
        /// What.
        act: Act,
    },
    /// Makes `from` part of `into` (REQ-8).
    Merge {
        /// The ones that end.
        from: Vec<RequestId>,
        /// The one that goes on.
        into: RequestId,
    },
    /// Splits a request in several (REQ-3): the first part stays, the others become new requests
    /// that keep the original.
    Split {
        /// Which one.
        request: RequestId,
        /// The parts, at least two.
        parts: Vec<SplitPart>,
    },
    /// Brings back the snoozed requests whose time has come. The house itself does this.
    WakeDue,
}

impl AreaCommand for RequestCommand {
    fn needed(&self) -> Option<Permission> {
        match self {
            RequestCommand::Receive(_) => Some(Permission::BringInRequests),
            RequestCommand::On { .. }
            | RequestCommand::Merge { .. }
            | RequestCommand::Split { .. }
            | RequestCommand::WakeDue => Some(Permission::WorkRequests),
        }
    }

    fn sent_by(&self) -> SentBy {
        match self {
            RequestCommand::Receive(_) | RequestCommand::WakeDue => SentBy::HouseToo,
            RequestCommand::On { .. }
            | RequestCommand::Merge { .. }
            | RequestCommand::Split { .. } => SentBy::Person,
        }
    }

    fn is_whole(&self) -> bool {
        match self {
            RequestCommand::Split { .. } => true,
            RequestCommand::On { act, .. } => matches!(act, Act::SetWish(_) | Act::SetSubject(_)),
            _ => false,
        }
    }
}

/// One part of a split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitPart {
    /// Its subject.
    pub subject: Box<str>,
    /// Its text.
    pub body: Box<str>,
}

/// What can be done to one request, and to many at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The actor takes it. Of two who claim, one wins.
    Claim,
    /// Gives it to somebody, or (`None`) back to all.
    Assign(Option<PersonId>),
    /// The actor starts (`true`) or stops to watch.
    Watch(bool),
    /// Out of sight until then.
    Snooze(Millis),
    /// Back in sight now.
    Wake,
    /// Puts a tag on (`true`) or takes it off.
    Tag(Box<str>, bool),
    /// Done with, and why. The text says more; [`CloseReason::OTHER`] and
    /// [`CloseReason::NOT_SERIOUS`] need one.
    Close(CloseReason, Box<str>),
    /// Not done with after all.
    Reopen,
    /// Writes a note.
    Note(Box<str>),
    /// Logs a phone call (REQ-5).
    Attempt(Outcome, Box<str>),
    /// Holds it to be serious (REQ-5).
    Validate(Box<str>),
    /// Decides on the group (REQ-6), or (`None`) leaves it open.
    SetGroup(Option<Group>),
    /// Takes the routing matrix's proposal: assigns, and lets the copies watch (REQ-4).
    Route,
    /// Says what is asked.
    SetKind(Option<KindId>),
    /// Puts the subject right (REQ-3).
    SetSubject(Box<str>),
    /// States a deadline, or (`None`) none.
    SetDeadline(Option<Millis>),
    /// Settles a linter's finding without changing anything else.
    Settle(Finding),
    /// The client owes the next step until then (`None`: the usual time).
    ClientOwes(Option<Millis>),
    /// The house owes the next step until then (`None`: the usual time).
    HouseOwes(Option<Millis>),
    /// Says what is wished (REQ-2).
    SetWish(Box<Wish>),
    /// Says who asks.
    SetOrganisation(OrganisationId),
    /// Says which language the client is answered in; [`Language::UNKNOWN`] leaves it open.
    SetLanguage(Language),
}
