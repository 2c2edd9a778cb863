//! What the house knows of somebody who writes to it, put right at any time (PPL-9): by an officer, from the
//! case. Never says what people of the house are called: they are theirs to name.

use serde::{Deserialize, Serialize};

use super::Contact;

/// What can be put right of a contact. Written to the journal: never change it, add another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactEntry {
    /// Their name, as they write it; empty when nobody knows.
    pub name: Box<str>,
    /// Their mail address; empty when they only phone.
    pub email: Box<str>,
    /// Their phone number, or empty.
    pub phone: Box<str>,
}

impl ContactEntry {
    /// Returns what is known of `contact`.
    pub fn of(contact: &Contact) -> ContactEntry {
        ContactEntry {
            name: contact.name.clone(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
        }
    }

    /// Writes it into `contact`.
    pub(in crate::domain) fn write(&self, contact: &mut Contact) {
        contact.name.clone_from(&self.name);
        contact.email.clone_from(&self.email);
        contact.phone.clone_from(&self.phone);
    }

    pub(in crate::domain) fn trimmed(&self) -> ContactEntry {
        ContactEntry {
            name: self.name.trim().into(),
            email: self.email.trim().into(),
            phone: self.phone.trim().into(),
        }
    }
}
