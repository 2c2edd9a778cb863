//! Whom an event may show something new: who is woken by it (WKS-3), and nobody else (PPL-2). Every event
//! is matched here, so that a new one is thought about.

use super::areas;
use crate::domain::State;
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, PersonId};

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
    match event {
        Event::House(event) => areas::house::reach(event, all),
        Event::People(event) => areas::people::reach(event, all),
        Event::Access(event) => areas::access::reach(state, event, all),
        Event::Directory(event) => areas::directory::reach(event, all),
        Event::Request(event) => areas::requests::reach(state, event, all),
        Event::Credit { person, .. } => all.push(Reach::Person(*person)),
        Event::Opportunity { event, .. } => all.extend(areas::board::reach(event)),
        Event::Quotation { request, event, .. } => {
            if areas::quotations::leaves_the_house(event) {
                let request = state.request(*request);
                all.extend(request.map(|request| Reach::Contact(request.contact)));
            }
        }
        // For who keeps settings, who may read requests too.
        Event::Restated { .. } | Event::Undone { .. } | Event::Redone { .. } => {}
    }
}
