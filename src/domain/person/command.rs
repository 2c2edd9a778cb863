//! What can be done about people, and what right it needs.

use super::{NewPerson, Permission, Preference, Preferences, Role};
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::facilitator;
use crate::domain::ids::{ContactId, PersonId, ViewId};

/// Something to be done about people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleCommand {
    /// Adds a person (PPL-1).
    Add(NewPerson),
    /// Gives a person these roles, and no others.
    ChangeRoles {
        /// Whom.
        person: PersonId,
        /// The roles.
        roles: Vec<Role>,
    },
    /// Lets a person in again, or no longer.
    SetActive {
        /// Whom.
        person: PersonId,
        /// Whether they may enter.
        active: bool,
    },
    /// Puts a person's name and mail address right.
    Edit {
        /// Whom.
        person: PersonId,
        /// Their name.
        name: Box<str>,
        /// Their mail address, or empty.
        email: Box<str>,
    },
    /// Changes how the actor likes the workstation.
    ChangePreferences(Preferences),
    /// Changes one thing in how the actor likes the workstation, and leaves the others as they are.
    Prefer(Preference),
    /// Keeps a facilitator's profile (PPL-4): one's own words, or what the house attests.
    KeepProfile {
        /// Whose.
        person: PersonId,
        /// What it says from now on.
        profile: Box<facilitator::FacilitatorProfile>,
    },
    /// Says which client's contact a person is who can log in, or (`None`) that they are none.
    LinkContact {
        /// Who.
        person: PersonId,
        /// Which contact.
        contact: Option<ContactId>,
    },
    /// Saves a view (REQ-12).
    SaveView {
        /// Its name; the actor's view of that name is replaced.
        name: Box<str>,
        /// What it shows.
        query: Box<str>,
        /// Whether all see it.
        shared: bool,
    },
    /// Removes a view.
    RemoveView(ViewId),
}

impl AreaCommand for PeopleCommand {
    fn needed(&self) -> Option<Permission> {
        match self {
            PeopleCommand::Add(_)
            | PeopleCommand::ChangeRoles { .. }
            | PeopleCommand::SetActive { .. }
            | PeopleCommand::Edit { .. }
            | PeopleCommand::LinkContact { .. } => Some(Permission::ManagePeople),
            PeopleCommand::SaveView { shared: true, .. } => Some(Permission::ShareViews),
            PeopleCommand::SaveView { shared: false, .. } | PeopleCommand::RemoveView(_) => {
                Some(Permission::OwnViews)
            }
            // A profile is one's own, or what the house attests: looked at when it is decided.
            PeopleCommand::ChangePreferences(_)
            | PeopleCommand::Prefer(_)
            | PeopleCommand::KeepProfile { .. } => None,
        }
    }

    fn sent_by(&self) -> SentBy {
        SentBy::Person
    }

    fn is_whole(&self) -> bool {
        matches!(
            self,
            PeopleCommand::Edit { .. }
                | PeopleCommand::ChangeRoles { .. }
                | PeopleCommand::ChangePreferences(_)
                | PeopleCommand::KeepProfile { .. }
        )
    }
}
