//! What the house knows of somebody who writes to it, put right at any time (PPL-9): by an officer, from the
//! case. Never says what people of the house are called: they are theirs to name.

use serde::{Deserialize, Serialize};

use super::State;
use super::decide::Decision;
use super::event::Event;
use super::ids::ContactId;
use super::organisation::Contact;
use super::refusal::Refusal;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::refusal::DirectoryRefusal;

/// The longest name, in characters.
const NAME_MOST: usize = 200;
/// The longest mail address, in characters: what a mail server takes.
const EMAIL_MOST: usize = 320;
/// The longest phone number, in characters, with an extension and when to call.
const PHONE_MOST: usize = 100;

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
    pub(super) fn write(&self, contact: &mut Contact) {
        contact.name.clone_from(&self.name);
        contact.email.clone_from(&self.email);
        contact.phone.clone_from(&self.phone);
    }

    fn trimmed(&self) -> ContactEntry {
        ContactEntry {
            name: self.name.trim().into(),
            email: self.email.trim().into(),
            phone: self.phone.trim().into(),
        }
    }
}

/// Decides on what is known of a contact from now on.
///
/// # Errors
/// No such contact; nothing by which one would know or reach them; an address that is none or is another
/// contact's; a text too long.
pub(super) fn edit(
    state: &State,
    id: ContactId,
    entry: &ContactEntry,
) -> Result<Decision, Refusal> {
    let from = ContactEntry::of(state.contact(id).ok_or(Refusal::NoSuchThing)?);
    let to = entry.trimmed();
    let texts = [
        (&to.name, NAME_MOST),
        (&to.email, EMAIL_MOST),
        (&to.phone, PHONE_MOST),
    ];
    for (text, most) in texts {
        if text.chars().count() > most {
            return Err(Refusal::TooLong { most });
        }
    }
    if texts.iter().all(|(text, _)| text.is_empty()) {
        return Err(Refusal::TextMissing);
    }
    if !to.email.is_empty() && !is_address(&to.email) {
        return Err(DirectoryRefusal::AddressWrong(to.email).into());
    }
    free(state, id, &to.email)?;
    if from == to {
        return Ok(Decision::default());
    }
    Ok(Decision::of(vec![Event::Directory(
        DirectoryEvent::ContactChanged {
            contact: id,
            from: Box::new(from),
            to: Box::new(to),
        },
    )]))
}

/// Refuses an address that another contact than `id` has.
pub(super) fn free(state: &State, id: ContactId, email: &str) -> Result<(), Refusal> {
    let known = state.contact_of_email(email);
    let Some(other) = known.filter(|other| *other != id) else {
        return Ok(());
    };
    let name = state.contact(other).map(|contact| contact.name.clone());
    Err(DirectoryRefusal::AddressTaken {
        name: name.unwrap_or_default(),
    }
    .into())
}

/// Whether `text` can be a mail address: one `@` with something on both sides, no blanks.
fn is_address(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;".contains(c);
    let parts = text.split_once('@');
    parts
        .is_some_and(|(who, domain)| !who.is_empty() && !domain.is_empty() && !domain.contains('@'))
        && !text.contains(odd)
}
