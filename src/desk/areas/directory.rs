//! What the desk says of what happened to organisations and contacts: whom it may show something new, and how it is summed up.

use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::domain::organisation::event::DirectoryEvent;

/// Adds whom it may show something new.
pub(in crate::desk) fn reach(event: &DirectoryEvent, all: &mut Vec<Reach>) {
    match event {
        // The house's name, people's names and profiles, and clients' stand on everybody's pages.
        // Who is on both sides of a deal sees less of it, under every account (PPL-1).
        DirectoryEvent::ProfileChanged { .. }
        | DirectoryEvent::ContactChanged { .. }
        | DirectoryEvent::RelationSet { .. } => all.push(Reach::Everybody),
        // For who may read requests, price quotations or keep settings: all of them may read requests.
        DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => {}
    }
}

/// Sums it up.
pub(in crate::desk) fn what(event: &DirectoryEvent) -> What {
    match event {
        DirectoryEvent::ProfileChanged { .. } | DirectoryEvent::RelationSet { .. } => {
            What::Organisation
        }
        DirectoryEvent::ContactChanged { .. } => What::Contact,
        DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => {
            What::Nothing
        }
    }
}
