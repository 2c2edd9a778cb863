//! What the house knows of somebody who writes to it, put right at any time (PPL-9): by an officer, from the
//! case or the directory. Never says what people of the house are called: they are theirs to name.

use serde::{Deserialize, Serialize};

use super::Contact;
use crate::domain::Millis;
use crate::domain::house::Language;

/// What can be put right of a contact. Written to the journal: a new field is the last, with a default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactEntry {
    /// Their name, as they write it; empty when nobody knows.
    pub name: Box<str>,
    /// Their mail address; empty when they only phone.
    pub email: Box<str>,
    /// Their phone number, or empty.
    pub phone: Box<str>,
    /// What they do in their organisation, or empty.
    #[serde(default)]
    pub role: Box<str>,
    /// The language they are written to in; `None` until somebody knows.
    #[serde(default)]
    pub language: Option<Language>,
    /// What else is worth knowing, or empty.
    #[serde(default)]
    pub note: Box<str>,
    /// Since when they are no longer there.
    #[serde(default)]
    pub left: Option<Millis>,
    /// Further mail addresses that they are found by.
    #[serde(default)]
    pub also: Vec<Box<str>>,
}

impl ContactEntry {
    /// Returns what is known of `contact`.
    pub fn of(contact: &Contact) -> ContactEntry {
        ContactEntry {
            name: contact.name.clone(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
            role: contact.role.clone(),
            language: contact.language,
            note: contact.note.clone(),
            left: contact.left,
            also: contact.also.clone(),
        }
    }

    /// Writes it into `contact`.
    pub(in crate::domain) fn write(&self, contact: &mut Contact) {
        contact.name.clone_from(&self.name);
        contact.email.clone_from(&self.email);
        contact.phone.clone_from(&self.phone);
        contact.role.clone_from(&self.role);
        contact.language = self.language;
        contact.note.clone_from(&self.note);
        contact.left = self.left;
        contact.also.clone_from(&self.also);
    }

    /// Returns it without blanks around its texts, and each address once.
    pub(in crate::domain) fn trimmed(&self) -> ContactEntry {
        let email: Box<str> = self.email.trim().into();
        let mut also: Vec<Box<str>> = Vec::new();
        for one in self.also.iter().map(|one| one.trim()) {
            let told = |other: &str| other.eq_ignore_ascii_case(one);
            if !one.is_empty() && !told(&email) && !also.iter().any(|other| told(other)) {
                also.push(one.into());
            }
        }
        ContactEntry {
            name: self.name.trim().into(),
            email,
            phone: self.phone.trim().into(),
            role: self.role.trim().into(),
            language: self.language,
            note: self.note.trim().into(),
            left: self.left,
            also,
        }
    }
}
