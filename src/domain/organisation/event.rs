//! What happened to organisations and contacts. How it is kept stands in `domain/stored.rs`.

use super::{Contact, Organisation, OrganisationProfile};
use crate::domain::Millis;
use crate::domain::area::AreaEvent;
use crate::domain::ids::{ContactId, OrganisationId, RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::further::Further;
use crate::domain::thing::Thing;

/// Something that happened to organisations and contacts.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DirectoryEvent {
    /// An organisation was heard of for the first time.
    OrganisationAdded { organisation: Box<Organisation> },
    /// What is known of an organisation changed.
    ProfileChanged {
        organisation: OrganisationId,
        from: Box<OrganisationProfile>,
        to: Box<OrganisationProfile>,
    },
    /// The relation clock was set (REQ-7).
    RelationSet {
        organisation: OrganisationId,
        from: Option<Millis>,
        to: Option<Millis>,
    },
    /// Somebody at an organisation was heard of for the first time.
    ContactAdded { contact: Box<Contact> },
    /// What is known of a contact was put right (PPL-9).
    ContactChanged {
        contact: ContactId,
        from: Box<ContactEntry>,
        to: Box<ContactEntry>,
    },
    /// Something further happened: two were merged or told apart, a contact moved (PPL-9).
    Further { event: Box<Further> },
}

impl AreaEvent for DirectoryEvent {
    fn thing(&self) -> Option<Thing> {
        Some(match self {
            DirectoryEvent::ProfileChanged { organisation, .. } => {
                Thing::Organisation(*organisation)
            }
            DirectoryEvent::ContactChanged { contact, .. } => Thing::Contact(*contact),
            DirectoryEvent::Further { event } => return event.thing(),
            DirectoryEvent::OrganisationAdded { .. }
            | DirectoryEvent::RelationSet { .. }
            | DirectoryEvent::ContactAdded { .. } => return None,
        })
    }

    fn inverse(&self, _: Seq) -> Option<DirectoryEvent> {
        match self {
            DirectoryEvent::ProfileChanged {
                organisation,
                from,
                to,
            } => Some(DirectoryEvent::ProfileChanged {
                organisation: *organisation,
                from: to.clone(),
                to: from.clone(),
            }),
            DirectoryEvent::RelationSet {
                organisation,
                from,
                to,
            } => Some(DirectoryEvent::RelationSet {
                organisation: *organisation,
                from: *to,
                to: *from,
            }),
            DirectoryEvent::ContactChanged { contact, from, to } => {
                Some(DirectoryEvent::ContactChanged {
                    contact: *contact,
                    from: to.clone(),
                    to: from.clone(),
                })
            }
            DirectoryEvent::Further { event } => Some(DirectoryEvent::Further {
                event: Box::new(event.inverse()),
            }),
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => None,
        }
    }

    fn is_neutral(&self) -> bool {
        match self {
            DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => true,
            DirectoryEvent::ProfileChanged { .. }
            | DirectoryEvent::RelationSet { .. }
            | DirectoryEvent::ContactChanged { .. }
            | DirectoryEvent::Further { .. } => false,
        }
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [None, None]
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match self {
            DirectoryEvent::OrganisationAdded { .. }
            | DirectoryEvent::ProfileChanged { .. }
            | DirectoryEvent::RelationSet { .. }
            | DirectoryEvent::ContactAdded { .. }
            | DirectoryEvent::ContactChanged { .. }
            | DirectoryEvent::Further { .. } => Vec::new(),
        }
    }
}
