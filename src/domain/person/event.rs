//! What happened to people: who they are, what they may, how they like to work. How it is kept stands in `domain/stored.rs`.

use super::{Person, Preferences, Role};
use crate::domain::area::AreaEvent;
use crate::domain::facilitator;
use crate::domain::ids::{ContactId, OpportunityId, PersonId, RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::saved_view::SavedView;
use crate::domain::thing::Thing;

/// Something that happened to people: who they are, what they may, how they like to work.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleEvent {
    /// Somebody was added.
    Added { person: Box<Person> },
    /// Somebody's roles changed.
    RolesChanged {
        person: PersonId,
        from: Vec<Role>,
        to: Vec<Role>,
    },
    /// Somebody may enter again, or no longer.
    ActiveChanged { person: PersonId, to: bool },
    /// Somebody likes the workstation otherwise.
    PreferencesChanged { person: PersonId, to: Preferences },
    /// Somebody's name and mail address were put right; each pair is in that order.
    Renamed {
        person: PersonId,
        from: (Box<str>, Box<str>),
        to: (Box<str>, Box<str>),
    },
    /// A facilitator's profile was kept (PPL-4).
    ProfileKept {
        person: PersonId,
        from: Box<facilitator::FacilitatorProfile>,
        to: Box<facilitator::FacilitatorProfile>,
    },
    /// Somebody who can log in is this client's contact from now on.
    ContactLinked {
        person: PersonId,
        from: Option<ContactId>,
        to: Option<ContactId>,
    },
    /// An opportunity was put among somebody's favourites, or out of them.
    Favoured {
        person: PersonId,
        opportunity: OpportunityId,
        there: bool,
    },
    /// A view was saved; it replaces the one with its id.
    ViewSaved { view: Box<SavedView> },
    /// A view was removed.
    ViewRemoved { view: Box<SavedView> },
}

impl AreaEvent for PeopleEvent {
    fn thing(&self) -> Option<Thing> {
        Some(match self {
            PeopleEvent::Renamed { person, .. } => Thing::Person(*person),
            PeopleEvent::RolesChanged { person, .. } => Thing::Roles(*person),
            PeopleEvent::PreferencesChanged { person, .. } => Thing::Preferences(*person),
            PeopleEvent::ProfileKept { person, .. } => Thing::Profile(*person),
            PeopleEvent::Added { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::ViewSaved { .. }
            | PeopleEvent::ViewRemoved { .. }
            | PeopleEvent::ContactLinked { .. }
            | PeopleEvent::Favoured { .. } => return None,
        })
    }

    fn inverse(&self, _: Seq) -> Option<PeopleEvent> {
        match self {
            PeopleEvent::Renamed { person, from, to } => Some(PeopleEvent::Renamed {
                person: *person,
                from: to.clone(),
                to: from.clone(),
            }),
            PeopleEvent::ProfileKept { person, from, to } => Some(PeopleEvent::ProfileKept {
                person: *person,
                from: to.clone(),
                to: from.clone(),
            }),
            PeopleEvent::Favoured {
                person,
                opportunity,
                there,
            } => Some(PeopleEvent::Favoured {
                person: *person,
                opportunity: *opportunity,
                there: !there,
            }),
            PeopleEvent::ViewSaved { view } => {
                Some(PeopleEvent::ViewRemoved { view: view.clone() })
            }
            PeopleEvent::ViewRemoved { view } => {
                Some(PeopleEvent::ViewSaved { view: view.clone() })
            }
            PeopleEvent::Added { .. }
            | PeopleEvent::RolesChanged { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::PreferencesChanged { .. }
            | PeopleEvent::ContactLinked { .. } => None,
        }
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [None, None]
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            PeopleEvent::Added { .. }
            | PeopleEvent::RolesChanged { .. }
            | PeopleEvent::ActiveChanged { .. }
            | PeopleEvent::PreferencesChanged { .. }
            | PeopleEvent::Renamed { .. }
            | PeopleEvent::ProfileKept { .. }
            | PeopleEvent::ContactLinked { .. }
            | PeopleEvent::Favoured { .. }
            | PeopleEvent::ViewSaved { .. }
            | PeopleEvent::ViewRemoved { .. } => Vec::new(),
        }
    }
}
