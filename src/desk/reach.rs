//! Whom an event may show something new: who is woken by it (WKS-3), and nobody else (PPL-2). Every event
//! is matched here, so that a new one is thought about.

use crate::domain::access::event::AccessEvent;
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::{ContactId, PersonId, RequestId};
use crate::domain::opportunity;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::{State, quotation};

/// Who may see something new. Who may read requests is told of every record, and stands in none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Everybody.
    Everybody,
    /// This person.
    Person(PersonId),
    /// Whoever logs in as this client's contact.
    Contact(ContactId),
}

/// Returns whom `events`, a record of `actor`, may show something new in `state`, where they are applied.
pub(super) fn reach(state: &State, actor: Option<PersonId>, events: &[Event]) -> Vec<Reach> {
    let mut all = Vec::new();
    for event in events {
        of_event(state, event, &mut all);
    }
    // What one can undo is one's own to see; a draft is nobody else's.
    all.extend(actor.map(Reach::Person));
    all.sort_unstable();
    all.dedup();
    all
}

fn of_event(state: &State, event: &Event, all: &mut Vec<Reach>) {
    let client = |id: RequestId| {
        let request = state.request(id);
        request.map(|request| Reach::Contact(request.contact))
    };
    match event {
        // The house's name, people's names and profiles, and clients' stand on everybody's pages.
        Event::House(HouseEvent::Changed { .. })
        | Event::House(HouseEvent::TermsChanged { .. })
        | Event::People(PeopleEvent::Added { .. })
        | Event::People(PeopleEvent::RolesChanged { .. })
        | Event::People(PeopleEvent::ActiveChanged { .. })
        | Event::People(PeopleEvent::Renamed { .. })
        | Event::People(PeopleEvent::ProfileKept { .. })
        // Who is on both sides of a deal sees less of it, under every account (PPL-1).
        | Event::People(PeopleEvent::ContactLinked { .. })
        | Event::Directory(DirectoryEvent::ProfileChanged { .. })
        | Event::Directory(DirectoryEvent::ContactChanged { .. })
        | Event::Directory(DirectoryEvent::RelationSet { .. }) => all.push(Reach::Everybody),
        Event::People(PeopleEvent::PreferencesChanged { person, .. })
        | Event::Access(AccessEvent::KeyAdded { person, .. })
        | Event::Access(AccessEvent::Invited { person, .. })
        | Event::People(PeopleEvent::Favoured { person, .. })
        | Event::Credit { person, .. } => all.push(Reach::Person(*person)),
        Event::Access(AccessEvent::KeyNamed { fingerprint, .. })
        | Event::Access(AccessEvent::KeyRevoked { fingerprint })
        | Event::Access(AccessEvent::InvitationUsed { fingerprint, .. }) => {
            let key = state.access().key(fingerprint);
            all.extend(key.map(|key| Reach::Person(key.person)));
        }
        Event::Access(AccessEvent::InvitationWithdrawn { .. }) => {}
        Event::Request(RequestEvent::Received { received }) => all.push(Reach::Contact(received.contact)),
        Event::Request(RequestEvent::Joined { request, .. }) => all.extend(client(*request)),
        Event::Request(RequestEvent::Merged { request, into, .. }) => {
            all.extend(client(*request));
            all.extend(client(*into));
        }
        Event::Request(RequestEvent::Changed { request, change }) => {
            if reaches_client(change) {
                all.extend(client(*request));
            }
        }
        Event::Opportunity { event, .. } => all.extend(of_board(event)),
        Event::Quotation { request, event, .. } => {
            if leaves_the_house(event) {
                all.extend(client(*request));
            }
        }
        // For who may read requests, price quotations or keep settings: all of them may read requests.
        Event::House(HouseEvent::RoutingChanged { .. })
        | Event::House(HouseEvent::PricesChanged { .. })
        | Event::Directory(DirectoryEvent::OrganisationAdded { .. })
        | Event::Directory(DirectoryEvent::ContactAdded { .. })
        | Event::Request(RequestEvent::Noted { .. })
        | Event::Request(RequestEvent::Attempted { .. })
        | Event::Request(RequestEvent::Retracted { .. })
        | Event::People(PeopleEvent::ViewSaved { .. })
        | Event::People(PeopleEvent::ViewRemoved { .. })
        | Event::Restated { .. }
        | Event::Undone { .. }
        | Event::Redone { .. } => {}
    }
}

/// Whether a client sees this of her own request.
fn reaches_client(change: &Change) -> bool {
    match change {
        Change::Subject { .. } | Change::Status { .. } | Change::Organisation { .. } => true,
        Change::Assignee { .. }
        | Change::Turn { .. }
        | Change::Stage { .. }
        | Change::Group { .. }
        | Change::Deadline { .. }
        | Change::Kind { .. }
        | Change::Wish { .. }
        | Change::Tag { .. }
        | Change::Watch { .. }
        | Change::Finding { .. }
        | Change::Attempts { .. }
        | Change::Related { .. }
        | Change::Language { .. } => false,
    }
}

/// What is its actor's own business reaches nobody else; all else on the board shows everybody something:
/// a count, a stage, a time.
fn of_board(event: &opportunity::Event) -> Option<Reach> {
    use opportunity::Event as Happened;
    match event {
        private if private.is_private() => None,
        Happened::Posted(_)
        | Happened::Amended { .. }
        | Happened::Moved { .. }
        | Happened::Offered { .. }
        | Happened::Proposal { .. }
        | Happened::Judged { .. }
        | Happened::Encouraged { .. }
        | Happened::Agreed { .. }
        | Happened::Team { .. }
        | Happened::Planned { .. }
        | Happened::Ticked { .. }
        | Happened::Attended { .. }
        | Happened::Reported { .. }
        | Happened::Revised { .. }
        | Happened::Filed { .. }
        | Happened::DraftDropped { .. }
        | Happened::Advised { .. } => Some(Reach::Everybody),
    }
}

/// Whether a client may see something of it: what is written, tagged and handed over within the house is the
/// house's own.
fn leaves_the_house(event: &quotation::Event) -> bool {
    use quotation::Event as Happened;
    match event {
        Happened::Moved { from, to, .. } => {
            let inside = |standing: &quotation::Standing| standing.stage.desk().is_some();
            !inside(from) || !inside(to)
        }
        Happened::Extended { .. } => true,
        Happened::Begun { .. }
        | Happened::Briefed { .. }
        | Happened::Written { .. }
        | Happened::Papered { .. }
        | Happened::Tagged { .. } => false,
    }
}
