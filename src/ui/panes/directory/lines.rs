//! What one can be on, on the page of an organisation: itself, what it belongs to, its branches, those it may be the same as, its
//! contacts, and each line of what was exchanged. Lays out nothing.

use crate::desk::views::OrganisationPage;
use crate::domain::{ContactId, OrganisationId};
use crate::ui::message::Jump;

/// What one can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The organisation itself.
    Itself,
    /// Another organisation.
    Organisation(OrganisationId),
    /// One that may be the same.
    Double(OrganisationId),
    /// A contact.
    Contact(ContactId),
    /// Something that was exchanged, by its place, and what it opens.
    Exchange(usize, Jump),
    /// A record of the history, by its place.
    Past(usize),
}

/// Returns all of them, in the order of the page.
pub(super) fn stops(page: &OrganisationPage) -> Vec<Stop> {
    let parent = page.above.last().map(|(id, _)| *id).into_iter();
    let branches = page.branches.iter().map(|one| one.id);
    let firms = parent.chain(branches).map(Stop::Organisation);
    let doubles = page.doubles.iter().map(|(id, _)| Stop::Double(*id));
    let contacts = page.contacts.iter().map(|one| Stop::Contact(one.id));
    let lines = page.exchanged.iter().enumerate();
    let lines = lines.map(|(n, one)| Stop::Exchange(n, super::page::leads(one.opens)));
    let itself = std::iter::once(Stop::Itself);
    let firms = itself.chain(firms);
    firms.chain(doubles).chain(contacts).chain(lines).collect()
}
