//! What the desk says of what happened to organisations and contacts: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::eyes::Eyes;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::{Seq, State};

impl Shown for DirectoryEvent {
    fn reach(&self, _: &State, all: &mut Vec<Reach>) {
        match self {
            // The house's name, people's names and profiles, and clients' stand on everybody's pages.
            // Who is on both sides of a deal sees less of it, under every account (PPL-1).
            DirectoryEvent::ProfileChanged { .. }
            | DirectoryEvent::ContactChanged { .. }
            | DirectoryEvent::RelationSet { .. } => all.push(Reach::Everybody),
            // For who may read requests, price quotations or keep settings: all of them may read requests.
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => {}
        }
    }

    fn what(&self) -> What {
        match self {
            DirectoryEvent::ProfileChanged { .. } | DirectoryEvent::RelationSet { .. } => {
                What::Organisation
            }
            DirectoryEvent::ContactChanged { .. } => What::Contact,
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => {
                What::Nothing
            }
        }
    }

    fn moment(&self, _: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        None
    }

    /// Clients are found by the names that each of their requests carries.
    fn said(&self) -> Option<&str> {
        None
    }
}
