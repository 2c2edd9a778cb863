//! What the desk says of what happened to people: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::eyes::Eyes;
use crate::domain::person::event::PeopleEvent;
use crate::domain::{Seq, State};

impl Shown for PeopleEvent {
    fn reach(&self, _: &State, all: &mut Vec<Reach>) {
        match self {
            // The house's name, people's names and profiles, and clients' stand on everybody's pages.
            // Who is on both sides of a deal sees less of it, under every account (PPL-1).
            PeopleEvent::Added { .. }
            | PeopleEvent::RolesChanged { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::Renamed { .. }
            | PeopleEvent::ProfileKept { .. }
            | PeopleEvent::ContactLinked { .. } => all.push(Reach::Everybody),
            PeopleEvent::PreferencesChanged { person, .. }
            | PeopleEvent::Favoured { person, .. } => all.push(Reach::Person(*person)),
            // For who may read requests, price quotations or keep settings: all of them may read requests.
            PeopleEvent::ViewSaved { .. } | PeopleEvent::ViewRemoved { .. } => {}
        }
    }

    fn what(&self) -> What {
        match self {
            PeopleEvent::ViewSaved { .. } => What::View(true),
            PeopleEvent::ViewRemoved { .. } => What::View(false),
            PeopleEvent::PreferencesChanged { .. } => What::House,
            PeopleEvent::Added { .. } => What::PersonAdded,
            PeopleEvent::RolesChanged { .. } => What::Roles,
            PeopleEvent::ActiveChanged { to, .. } => What::Active(*to),
            PeopleEvent::Renamed { .. } => What::Renamed,
            PeopleEvent::ProfileKept { person, .. } => {
                What::Did(Deed::ProfileKept, Anchor::Person(*person))
            }
            PeopleEvent::ContactLinked { person, .. } => {
                What::Did(Deed::Linked, Anchor::Person(*person))
            }
            PeopleEvent::Favoured {
                opportunity, there, ..
            } => {
                let deed = match there {
                    true => Deed::Favoured,
                    false => Deed::Unfavoured,
                };
                What::Did(deed, Anchor::Opportunity(*opportunity))
            }
        }
    }

    fn moment(&self, _: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        None
    }

    fn said(&self) -> Option<&str> {
        None
    }
}
