//! What can be done about organisations and contacts, and what right it needs.

use super::OrganisationProfile;
use super::further::Double;
use crate::domain::Millis;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::person::Permission;

/// Something to be done about organisations and contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DirectoryCommand {
    /// Tells of an organisation before it writes: a known client, its branches, a running relation.
    AddOrganisation {
        /// What is known.
        profile: Box<OrganisationProfile>,
        /// Until when the house keeps the relation (REQ-7).
        relation_until: Option<Millis>,
    },
    /// Puts right what is known of an organisation.
    ChangeOrganisation {
        /// Which one.
        organisation: OrganisationId,
        /// What is known.
        profile: Box<OrganisationProfile>,
    },
    /// Puts right what is known of a contact (PPL-9).
    EditContact {
        /// Whom.
        contact: ContactId,
        /// What is known.
        entry: Box<ContactEntry>,
    },
    /// Tells of somebody at an organisation before they write (PPL-9).
    AddContact {
        /// Whom they write for.
        organisation: OrganisationId,
        /// What is known.
        entry: Box<ContactEntry>,
    },
    /// Says until when the house keeps the relation with an organisation (REQ-7); `None`: not at all.
    SetRelation {
        /// Which one.
        organisation: OrganisationId,
        /// Until when.
        until: Option<Millis>,
    },
    /// Says that a contact is of another organisation from now on. What they asked before stays where it was filed.
    MoveContact {
        /// Whom.
        contact: ContactId,
        /// Whom they write for.
        to: OrganisationId,
    },
    /// Makes two organisations that are one and the same into one (PPL-9).
    MergeOrganisations {
        /// Which one goes into the other.
        from: OrganisationId,
        /// Which one stays.
        into: OrganisationId,
        /// What is known of it from then on.
        profile: Box<OrganisationProfile>,
    },
    /// Makes two contacts who are one and the same into one (PPL-9).
    MergeContacts {
        /// Who goes into the other.
        from: ContactId,
        /// Who stays.
        into: ContactId,
        /// What is known of them from then on.
        entry: Box<ContactEntry>,
    },
    /// Says that two which look the same are not: they are proposed no more.
    TellApart {
        /// Which two.
        pair: Double,
    },
}

impl AreaCommand for DirectoryCommand {
    fn needed(&self) -> Option<Permission> {
        Some(Permission::WorkRequests)
    }

    fn sent_by(&self) -> SentBy {
        SentBy::Person
    }

    fn is_whole(&self) -> bool {
        match self {
            DirectoryCommand::ChangeOrganisation { .. }
            | DirectoryCommand::EditContact { .. }
            | DirectoryCommand::MergeOrganisations { .. }
            | DirectoryCommand::MergeContacts { .. } => true,
            DirectoryCommand::AddOrganisation { .. }
            | DirectoryCommand::AddContact { .. }
            | DirectoryCommand::SetRelation { .. }
            | DirectoryCommand::MoveContact { .. }
            | DirectoryCommand::TellApart { .. } => false,
        }
    }
}
