//! Decides on what is known of somebody who writes to the house (PPL-9): entered and put right at any time, moved to
//! another organisation. What they asked stays where it was filed.

use super::checks;
use crate::domain::decision::{Decision, one};
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::organisation::Contact;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::Further;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// Decides on somebody new.
///
/// # Errors
/// No such organisation; what [`edit`] refuses.
pub(super) fn add(
    state: &State,
    organisation: OrganisationId,
    entry: &ContactEntry,
) -> Result<Decision, Refusal> {
    let firm = state
        .organisation(organisation)
        .ok_or(Refusal::NoSuchThing)?;
    let entry = entry.trimmed();
    checks::entry(&ContactEntry::default(), &entry)?;
    let id = state.next_contact();
    free(state, &[id], &entry)?;
    Ok(one(Event::Directory(DirectoryEvent::ContactAdded {
        contact: Box::new(Contact::new(id, firm.id, &entry)),
    })))
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
    let contact = state.contact(id).ok_or(Refusal::NoSuchThing)?;
    let from = ContactEntry::of(contact);
    let to = entry.trimmed();
    checks::entry(&from, &to)?;
    free(state, &[contact.id], &to)?;
    if from == to {
        return Ok(Decision::default());
    }
    Ok(one(Event::Directory(DirectoryEvent::ContactChanged {
        contact: contact.id,
        from: Box::new(from),
        to: Box::new(to),
    })))
}

/// Decides that a contact is of another organisation from now on.
///
/// # Errors
/// No such contact or organisation; they are of it already.
pub(super) fn move_to(
    state: &State,
    id: ContactId,
    to: OrganisationId,
) -> Result<Decision, Refusal> {
    let contact = state.contact(id).ok_or(Refusal::NoSuchThing)?;
    let firm = state.organisation(to).ok_or(Refusal::NoSuchThing)?;
    if state.is_same_organisation(contact.organisation, firm.id) {
        return Err(Refusal::AlreadySo);
    }
    Ok(one(Event::Directory(DirectoryEvent::Further {
        event: Box::new(Further::ContactMoved {
            contact: contact.id,
            from: contact.organisation,
            to: firm.id,
        }),
    })))
}

/// Refuses an address that another contact has than those of `own`.
pub(super) fn free(state: &State, own: &[ContactId], entry: &ContactEntry) -> Result<(), Refusal> {
    for email in entry.also.iter().chain(std::iter::once(&entry.email)) {
        let known = state.contact_of_email(email).filter(|_| !email.is_empty());
        let Some(other) = known.filter(|other| !own.contains(other)) else {
            continue;
        };
        let name = state.contact(other).map(|contact| contact.name.clone());
        return Err(DirectoryRefusal::AddressTaken {
            name: name.unwrap_or_default(),
        }
        .into());
    }
    Ok(())
}
