//! Whom an event may show something new: who is woken by it (WKS-3), and nobody else (PPL-2). Each
//! area says it of its own events.

use super::areas::Shown;
use crate::domain::State;
use crate::domain::event::{Event, handed_on};
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
    handed_on!(event, event => event.reach(state, all),
        // For who keeps settings, who may read requests too.
        Event::Restated { .. } | Event::Undone { .. } | Event::Redone { .. } => {});
}
