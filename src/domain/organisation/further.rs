//! What happens to organisations and contacts beside their entries: merging, moving, telling apart (PPL-9). Kept as
//! one kind of event: a new one is a variant behind the last here.

use serde::{Deserialize, Serialize};

use super::OrganisationProfile;
use super::contact::ContactEntry;
use crate::domain::Millis;
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::thing::Thing;

/// Two that look the same; the smaller number first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Double {
    /// Two organisations.
    Organisations(OrganisationId, OrganisationId),
    /// Two contacts.
    Contacts(ContactId, ContactId),
}

impl Double {
    /// Returns it with the smaller number first.
    #[must_use]
    pub fn ordered(self) -> Double {
        match self {
            Double::Organisations(one, two) => Double::Organisations(one.min(two), one.max(two)),
            Double::Contacts(one, two) => Double::Contacts(one.min(two), one.max(two)),
        }
    }
}

/// Something further that happened. Written to the journal: a new one is behind the last.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Further {
    /// One organisation was merged into another, of which this is known from then on; `joined` false: it came out again.
    OrganisationsMerged {
        from: OrganisationId,
        into: OrganisationId,
        was: Box<OrganisationProfile>,
        is: Box<OrganisationProfile>,
        relation_was: Option<Millis>,
        relation_is: Option<Millis>,
        joined: bool,
    },
    /// One contact was merged into another, of whom this is known from then on; `joined` false: they came out again.
    ContactsMerged {
        from: ContactId,
        into: ContactId,
        was: Box<ContactEntry>,
        is: Box<ContactEntry>,
        joined: bool,
    },
    /// A contact is of another organisation from now on.
    ContactMoved {
        contact: ContactId,
        from: OrganisationId,
        to: OrganisationId,
    },
    /// Two that look the same are not (`apart`), or may be again.
    ToldApart { pair: Double, apart: bool },
}

impl Further {
    /// Returns what it writes as a whole.
    pub(super) fn thing(&self) -> Option<Thing> {
        match self {
            Further::OrganisationsMerged { into, .. } => Some(Thing::Organisation(*into)),
            Further::ContactsMerged { into, .. } => Some(Thing::Contact(*into)),
            Further::ContactMoved { .. } | Further::ToldApart { .. } => None,
        }
    }

    /// Returns what turns it round.
    pub(in crate::domain) fn inverse(&self) -> Further {
        match self.clone() {
            Further::OrganisationsMerged {
                from,
                into,
                was,
                is,
                relation_was,
                relation_is,
                joined,
            } => Further::OrganisationsMerged {
                from,
                into,
                was: is,
                is: was,
                relation_was: relation_is,
                relation_is: relation_was,
                joined: !joined,
            },
            Further::ContactsMerged {
                from,
                into,
                was,
                is,
                joined,
            } => Further::ContactsMerged {
                from,
                into,
                was: is,
                is: was,
                joined: !joined,
            },
            Further::ContactMoved { contact, from, to } => Further::ContactMoved {
                contact,
                from: to,
                to: from,
            },
            Further::ToldApart { pair, apart } => Further::ToldApart {
                pair,
                apart: !apart,
            },
        }
    }
}
