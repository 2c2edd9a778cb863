//! What a record did, in short: the line that says so on screen and in a list.

use crate::domain::access::event::AccessEvent;
use crate::domain::deed::{Anchor, Deed};
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::opportunity::credit::{CreditKind, Entry};
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::change::Change;
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::{CloseReason, Group, Owes, Status};
use crate::domain::undo::can_be_undone;
use crate::domain::{Millis, OrganisationId, PersonId, RequestId};

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
    match event {
        Event::Request(RequestEvent::Received { received })
            if received.organisation == OrganisationId::NONE =>
        {
            What::FromProvider
        }
        Event::Request(RequestEvent::Received { .. }) => What::Received,
        Event::Request(RequestEvent::Joined { .. }) => What::Joined,
        Event::Request(RequestEvent::Changed { change, .. }) => of_change(change),
        Event::Request(RequestEvent::Noted { .. }) => What::Noted,
        Event::Request(RequestEvent::Attempted { outcome, .. }) => What::Attempted(*outcome),
        Event::Request(RequestEvent::Retracted { .. }) => What::Noted,
        Event::Request(RequestEvent::Merged {
            into, joined: true, ..
        }) => What::Merged(*into),
        Event::Request(RequestEvent::Merged {
            into,
            joined: false,
            ..
        }) => What::Unmerged(*into),
        Event::Directory(DirectoryEvent::ProfileChanged { .. })
        | Event::Directory(DirectoryEvent::RelationSet { .. }) => What::Organisation,
        Event::Directory(DirectoryEvent::ContactChanged { .. }) => What::Contact,
        Event::People(PeopleEvent::ViewSaved { .. }) => What::View(true),
        Event::People(PeopleEvent::ViewRemoved { .. }) => What::View(false),
        Event::House(HouseEvent::Changed { .. })
        | Event::House(HouseEvent::RoutingChanged { .. })
        | Event::People(PeopleEvent::PreferencesChanged { .. }) => What::House,
        Event::People(PeopleEvent::Added { .. }) => What::PersonAdded,
        Event::People(PeopleEvent::RolesChanged { .. }) => What::Roles,
        Event::People(PeopleEvent::ActiveChanged { to, .. }) => What::Active(*to),
        Event::People(PeopleEvent::Renamed { .. }) => What::Renamed,
        Event::Access(AccessEvent::KeyAdded { .. }) => What::KeyAdded,
        Event::Access(AccessEvent::KeyNamed { .. }) => What::KeyNamed,
        Event::Access(AccessEvent::KeyRevoked { .. }) => What::KeyRevoked,
        Event::Access(AccessEvent::Invited { .. }) => What::Invited,
        Event::Access(AccessEvent::InvitationWithdrawn { .. }) => What::Withdrawn,
        Event::House(HouseEvent::TermsChanged { .. }) | Event::Restated { .. } => What::House,
        Event::House(HouseEvent::PricesChanged { .. }) => {
            What::Did(Deed::PricesChanged, Anchor::House)
        }
        Event::People(PeopleEvent::ProfileKept { person, .. }) => {
            What::Did(Deed::ProfileKept, Anchor::Person(*person))
        }
        Event::People(PeopleEvent::ContactLinked { person, .. }) => {
            What::Did(Deed::Linked, Anchor::Person(*person))
        }
        Event::People(PeopleEvent::Favoured {
            opportunity, there, ..
        }) => {
            let deed = match there {
                true => Deed::Favoured,
                false => Deed::Unfavoured,
            };
            What::Did(deed, Anchor::Opportunity(*opportunity))
        }
        Event::Credit { person, entry } => of_credit(*person, entry),
        Event::Opportunity {
            opportunity, event, ..
        } => What::Did(event.deed(), Anchor::Opportunity(*opportunity)),
        Event::Quotation {
            quotation, event, ..
        } => What::Did(event.deed(), Anchor::Quotation(*quotation)),
        Event::Directory(DirectoryEvent::OrganisationAdded { .. })
        | Event::Directory(DirectoryEvent::ContactAdded { .. })
        | Event::Access(AccessEvent::InvitationUsed { .. })
        | Event::Undone { .. }
        | Event::Redone { .. } => What::Nothing,
    }
}

fn of_credit(person: PersonId, entry: &Entry) -> What {
    match entry {
        Entry::Granted { .. } => What::Did(Deed::Granted, Anchor::Person(person)),
        Entry::Refunded { .. } => What::Did(Deed::Refunded, Anchor::Person(person)),
        Entry::Used {
            opportunity, kind, ..
        } => {
            let deed = match kind {
                CreditKind::Consultation => Deed::OpenedConsultation,
                CreditKind::Offer => Deed::OpenedOffer,
                CreditKind::Contact => Deed::OpenedContact,
            };
            What::Did(deed, Anchor::Opportunity(*opportunity))
        }
    }
}

/// What outweighs what among those.
fn weight_of_did(deed: Deed) -> u8 {
    match deed {
        Deed::Refunded | Deed::Lost => 2,
        Deed::Offered
        | Deed::Planned
        | Deed::Running
        | Deed::Won
        | Deed::Reported
        | Deed::Drafted => 4,
        Deed::Agreed => 5,
        Deed::Posted
        | Deed::Amended
        | Deed::Open
        | Deed::Reopened
        | Deed::Selected
        | Deed::Confirmed
        | Deed::Delivered
        | Deed::Ended
        | Deed::Filed
        | Deed::Unfiled
        | Deed::DraftDropped
        | Deed::Submitted
        | Deed::Withdrawn
        | Deed::Unsaid
        | Deed::Interesting
        | Deed::NotInteresting
        | Deed::Encouraged
        | Deed::Advised
        | Deed::JoinedTeam
        | Deed::LeftTeam
        | Deed::Ticked
        | Deed::Unticked
        | Deed::Attended
        | Deed::QuotationBegun
        | Deed::QuotationBriefed
        | Deed::QuotationPriced
        | Deed::QuotationAssembled
        | Deed::QuotationStruck
        | Deed::QuotationR1
        | Deed::QuotationR2
        | Deed::QuotationToAssembly
        | Deed::QuotationToVerification
        | Deed::QuotationReturned
        | Deed::QuotationRecalled
        | Deed::QuotationResumed
        | Deed::QuotationSent
        | Deed::QuotationSentR2
        | Deed::QuotationSentAgain
        | Deed::QuotationAccepted
        | Deed::QuotationDeclined
        | Deed::QuotationDropped
        | Deed::QuotationExtended
        | Deed::QuotationTagged
        | Deed::QuotationUntagged
        | Deed::QuotationPapered
        | Deed::PricesChanged
        | Deed::ProfileKept
        | Deed::Linked
        | Deed::Favoured
        | Deed::Unfavoured
        | Deed::Granted
        | Deed::OpenedConsultation
        | Deed::OpenedOffer
        | Deed::OpenedContact => 6,
    }
}

fn of_change(change: &Change) -> What {
    use crate::domain::request::Stage;
    match change {
        Change::Assignee { to, .. } => What::Assigned(*to),
        Change::Turn { to, .. } => What::TurnTo(to.owes),
        Change::Stage {
            to: Stage::Validated,
            ..
        } => What::Validated,
        Change::Stage { .. } | Change::Attempts { .. } | Change::Related { .. } => What::Nothing,
        Change::Group { to, .. } => What::Grouped(*to),
        Change::Status { from, to } => of_status(*from, *to),
        Change::Subject { .. } => What::Subject,
        Change::Deadline { to, .. } => What::Deadline(*to),
        Change::Kind { .. } => What::Kind,
        Change::Organisation { .. } => What::Organisation,
        Change::Wish { .. } => What::Wish,
        Change::Tag { tag, there } => What::Tagged(tag.clone(), *there),
        Change::Watch { there, .. } => What::Watched(*there),
        Change::Finding { .. } => What::Settled,
        Change::Language { .. } => What::Language,
    }
}

fn of_status(from: Status, to: Status) -> What {
    match (from, to) {
        (_, Status::Snoozed { until }) => What::Snoozed(until),
        (_, Status::Closed { reason, .. }) => What::Closed(reason),
        (_, Status::Merged { into }) => What::Merged(into),
        (Status::Merged { into }, Status::Open) => What::Unmerged(into),
        (Status::Snoozed { .. }, Status::Open) => What::Woken,
        (_, Status::Open) => What::Reopened,
        (_, Status::Void) => What::Nothing,
    }
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
        What::Did(deed, _) => weight_of_did(*deed),
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
