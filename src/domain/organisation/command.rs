//! What can be done about organisations and contacts, and what right it needs.

use super::OrganisationProfile;
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
}

impl AreaCommand for DirectoryCommand {
    fn needed(&self) -> Option<Permission> {
        Some(Permission::WorkRequests)
    }

    fn sent_by(&self) -> SentBy {
        SentBy::Person
    }

    fn is_whole(&self) -> bool {
        matches!(
            self,
            DirectoryCommand::ChangeOrganisation { .. } | DirectoryCommand::EditContact { .. }
        )
    }
}
