//! Decides that two organisations, or two contacts, are one and the same (PPL-9), or that they are not. No request is
//! touched: the one stands for the other from then on, so that this costs the same for five exchanges and five thousand.

use super::{checks, contact, main_contact, parents};
use crate::domain::decision::{Decision, one};
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::{Double, Further};
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::organisation::{Contact, Organisation, OrganisationProfile};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// Decides that `from` goes into `into`, of which `profile` is known from then on. It keeps the longer relation of the
/// two (REQ-7), and is a known client if one of them is (REQ-6).
///
/// # Errors
/// There is no such organisation; they are one already; what the profile is refused for; one would be its own branch.
pub(super) fn organisations(
    state: &State,
    from: OrganisationId,
    into: OrganisationId,
    profile: &OrganisationProfile,
) -> Result<Decision, Refusal> {
    let from = organisation_of(state, from)?;
    let into = organisation_of(state, into)?;
    if from.id == into.id {
        return Err(DirectoryRefusal::MergeItself.into());
    }
    let mut is = profile.trimmed();
    is.known |= from.profile.known || into.profile.known;
    checks::profile(&into.profile, &is)?;
    let own = [from.id, into.id];
    main_contact(state, &own, is.main_contact)?;
    parents::joined(state, Some(from.id), Some(into.id), is.parent)?;
    Ok(further(Further::OrganisationsMerged {
        from: from.id,
        into: into.id,
        was: Box::new(into.profile.clone()),
        is: Box::new(is),
        relation_was: into.relation_until,
        relation_is: into.relation_until.max(from.relation_until),
        joined: true,
    }))
}

/// Decides that `from` goes into `into`, of whom `entry` is known from then on. They are found by every address that
/// either had, whichever is chosen.
///
/// # Errors
/// There is no such contact; they are one already; what the entry is refused for.
pub(super) fn contacts(
    state: &State,
    from: ContactId,
    into: ContactId,
    entry: &ContactEntry,
) -> Result<Decision, Refusal> {
    let from = contact_of(state, from)?;
    let into = contact_of(state, into)?;
    if from.id == into.id {
        return Err(DirectoryRefusal::MergeItself.into());
    }
    let mut is = entry.clone();
    is.also
        .extend(into.emails().chain(from.emails()).map(Into::into));
    let mut is = is.trimmed();
    // Those that do not fit on the card still find them: the rows keep them.
    is.also.truncate(checks::LINES_MOST.max(entry.also.len()));
    let before = ContactEntry::of(into);
    checks::entry(&before, &is)?;
    contact::free(state, &[from.id, into.id], &is)?;
    Ok(further(Further::ContactsMerged {
        from: from.id,
        into: into.id,
        was: Box::new(before),
        is: Box::new(is),
        joined: true,
    }))
}

/// Decides that two which look the same are not.
///
/// # Errors
/// There are no such two, or it was said before.
pub(super) fn tell_apart(state: &State, pair: Double) -> Result<Decision, Refusal> {
    let pair = pair.ordered();
    let two = match pair {
        Double::Organisations(one, two) => {
            (organisation_of(state, one)?.id != organisation_of(state, two)?.id).then_some(())
        }
        Double::Contacts(one, two) => {
            (contact_of(state, one)?.id != contact_of(state, two)?.id).then_some(())
        }
    };
    two.ok_or(DirectoryRefusal::MergeItself)?;
    if state.is_told_apart(pair) {
        return Err(Refusal::AlreadySo);
    }
    Ok(further(Further::ToldApart { pair, apart: true }))
}

fn further(event: Further) -> Decision {
    one(Event::Directory(DirectoryEvent::Further {
        event: Box::new(event),
    }))
}

/// An organisation that nothing else stands for.
fn organisation_of(state: &State, id: OrganisationId) -> Result<&Organisation, Refusal> {
    let row = state.organisation_row(id).ok_or(Refusal::NoSuchThing)?;
    match row.merged_into.and_then(|_| state.organisation(id)) {
        None => Ok(row),
        Some(now) => Err(DirectoryRefusal::MergedAlready {
            into: now.profile.name.clone(),
        }
        .into()),
    }
}

/// A contact whom nobody else stands for.
fn contact_of(state: &State, id: ContactId) -> Result<&Contact, Refusal> {
    let row = state.contact_row(id).ok_or(Refusal::NoSuchThing)?;
    match row.merged_into.and_then(|_| state.contact(id)) {
        None => Ok(row),
        Some(now) => Err(DirectoryRefusal::MergedAlready {
            into: now.name.clone(),
        }
        .into()),
    }
}
