//! What the desk says of what happened to organisations and contacts: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::eyes::Eyes;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::{Double, Further};
use crate::domain::{Seq, State};

impl Shown for DirectoryEvent {
    fn reach(&self, _: &State, all: &mut Vec<Reach>) {
        match self {
            // The house's name, people's names and profiles, and clients' stand on everybody's pages.
            // Who is on both sides of a deal sees less of it, under every account (PPL-1).
            DirectoryEvent::ProfileChanged { .. }
            | DirectoryEvent::ContactChanged { .. }
            | DirectoryEvent::RelationSet { .. }
            | DirectoryEvent::Further { .. } => all.push(Reach::Everybody),
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
            DirectoryEvent::Further { event } => further(event),
            DirectoryEvent::OrganisationAdded { organisation } => What::Entered(
                Anchor::Organisation(organisation.id),
                organisation.profile.name.clone(),
            ),
            DirectoryEvent::ContactAdded { contact } => {
                let all = [&contact.name, &contact.email, &contact.phone];
                let name = all.into_iter().find(|text| !text.is_empty());
                let name = name.cloned().unwrap_or_default();
                What::Entered(Anchor::Contact(contact.id), name)
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

fn further(event: &Further) -> What {
    match *event {
        Further::OrganisationsMerged { into, joined, .. } => What::Did(
            if joined {
                Deed::OrganisationsMerged
            } else {
                Deed::OrganisationsParted
            },
            Anchor::Organisation(into),
        ),
        Further::ContactsMerged { into, joined, .. } => What::Did(
            if joined {
                Deed::ContactsMerged
            } else {
                Deed::ContactsParted
            },
            Anchor::Contact(into),
        ),
        Further::ContactMoved { contact, .. } => {
            What::Did(Deed::ContactMoved, Anchor::Contact(contact))
        }
        Further::ToldApart { pair, apart } => What::Did(
            if apart {
                Deed::ToldApart
            } else {
                Deed::ToldAlike
            },
            match pair {
                Double::Organisations(one, _) => Anchor::Organisation(one),
                Double::Contacts(one, _) => Anchor::Contact(one),
            },
        ),
    }
}
