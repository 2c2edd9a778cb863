//! What a record did, in short: the line that says so on screen and in a list.

use super::areas::Shown;
use crate::domain::deed::{Anchor, Deed};
use crate::domain::event::{Event, handed_on};
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::{CloseReason, Group, Owes};
use crate::domain::state::stacks::can_be_undone;
use crate::domain::{Millis, PersonId, RequestId};

/// What a record did. The first thing it says wins; the rest follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What.
    pub what: What,
    /// The requests it touched, in order.
    pub requests: Vec<RequestId>,
    /// An undo (`Some(true)`) or a redo (`Some(false)`) of it.
    pub turned: Option<bool>,
    /// Whether it can be taken back.
    pub undo: bool,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing: it was so already.
    Nothing,
    /// A request came in.
    Received,
    /// A provider wrote, to their desk.
    FromProvider,
    /// A message joined a request.
    Joined,
    /// Assigned to somebody, or to nobody.
    Assigned(Option<PersonId>),
    /// Somebody watches, or stopped.
    Watched(bool),
    /// Asleep until then.
    Snoozed(Millis),
    /// Awake again.
    Woken,
    /// A tag was put on or taken off.
    Tagged(Box<str>, bool),
    /// Closed.
    Closed(CloseReason),
    /// Open again.
    Reopened,
    /// A note.
    Noted,
    /// A call.
    Attempted(Outcome),
    /// Held to be serious.
    Validated,
    /// The group was decided.
    Grouped(Option<Group>),
    /// The subject was put right.
    Subject,
    /// A deadline was stated or taken away.
    Deadline(Option<Millis>),
    /// What is asked was said.
    Kind,
    /// A finding was settled.
    Settled,
    /// The turn passed.
    TurnTo(Owes),
    /// What is wished was said.
    Wish,
    /// Who asks was put right.
    Organisation,
    /// What is known of a contact.
    Contact,
    /// The language a client is answered in.
    Language,
    /// Merged into another.
    Merged(RequestId),
    /// Came out of another again.
    Unmerged(RequestId),
    /// Split.
    Split(usize),
    /// A view was saved or removed.
    View(bool),
    /// Settings, routing, preferences.
    House,
    /// Somebody was added.
    PersonAdded,
    /// Somebody's roles changed.
    Roles,
    /// Somebody may enter again, or no longer.
    Active(bool),
    /// Somebody's name and mail address were put right.
    Renamed,
    /// A key was bound.
    KeyAdded,
    /// A key was named.
    KeyNamed,
    /// A key was revoked.
    KeyRevoked,
    /// Somebody was invited.
    Invited,
    /// An invitation was taken back.
    Withdrawn,
    /// Something about an opportunity, a proposal, a mission, a quotation, somebody's credits: what, and the
    /// thing it happened to.
    Did(Deed, Anchor),
    /// An organisation or a contact of this name was entered.
    Entered(Anchor, Box<str>),
}

/// Sums up a record.
pub fn summarise(events: &[Event]) -> Summary {
    let mut requests: Vec<RequestId> = Vec::new();
    for id in events.iter().flat_map(Event::requests).flatten() {
        if !requests.contains(&id) {
            requests.push(id);
        }
    }
    Summary {
        what: what(events),
        requests,
        turned: turned(events),
        undo: can_be_undone(events),
    }
}

/// Whether a record is an undo (`true`) or a redo of an earlier one.
pub(super) fn turned(events: &[Event]) -> Option<bool> {
    events.iter().find_map(|event| match event {
        Event::Undone { .. } => Some(true),
        Event::Redone { .. } => Some(false),
        _ => None,
    })
}

/// The weightiest thing among the events.
fn what(events: &[Event]) -> What {
    let parts = events.iter().filter(|e| is_part(e)).count();
    if parts > 0 {
        return What::Split(parts + 1);
    }
    let mut found = What::Nothing;
    for event in events {
        let this = of_event(event);
        if weight(&this) > weight(&found) {
            found = this;
        }
    }
    found
}

fn is_part(event: &Event) -> bool {
    use crate::domain::request::Source;
    matches!(event, Event::Request(RequestEvent::Received { received }) if received.message.source == Source::Split)
}

fn of_event(event: &Event) -> What {
    handed_on!(event, event => event.what(),
        Event::Restated { .. } => What::House,
        Event::Undone { .. } | Event::Redone { .. } => What::Nothing)
}

/// What outweighs what, when a record did several things.
fn weight(what: &What) -> u8 {
    match what {
        What::Nothing => 0,
        What::TurnTo(_) | What::Settled => 1,
        What::Organisation
        | What::Contact
        | What::House
        | What::PersonAdded
        | What::Roles
        | What::Active(_)
        | What::Renamed
        | What::KeyAdded
        | What::KeyNamed
        | What::KeyRevoked
        | What::Invited
        | What::Withdrawn => 2,
        What::Did(deed, _) => deed.weight(),
        What::Entered(..) => 2,
        What::Watched(_) => 3,
        What::Noted => 4,
        What::Assigned(_)
        | What::Tagged(..)
        | What::Subject
        | What::Deadline(_)
        | What::Kind
        | What::Language
        | What::Wish
        | What::View(_)
        | What::Grouped(_) => 5,
        What::Woken | What::Reopened => 6,
        What::Attempted(_) | What::Validated | What::Snoozed(_) | What::Closed(_) => 7,
        What::Merged(_) | What::Unmerged(_) => 8,
        What::Joined | What::Received | What::FromProvider | What::Split(_) => 9,
    }
}
