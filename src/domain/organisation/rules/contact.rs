//! Decides on what is known of somebody who writes to the house (PPL-9): put right at any time, from the case.

use crate::domain::decision::Decision;
use crate::domain::event::Event;
use crate::domain::ids::ContactId;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// The longest name, in characters.
const NAME_MOST: usize = 200;

/// The longest mail address, in characters: what a mail server takes.
const EMAIL_MOST: usize = 320;

/// The longest phone number, in characters, with an extension and when to call.
const PHONE_MOST: usize = 100;

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
