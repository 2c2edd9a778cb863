//! What is asked of the state about organisations and contacts. Those that were merged are found as the one that stands for
//! them; rows as they are kept are asked for by name. Changes nothing but the index of what was merged.

use std::sync::Arc;

use imbl::OrdSet;

use super::{Head, State};
use crate::domain::Millis;
use crate::domain::ids::{ContactId, OrganisationId, PersonId, RequestId};
use crate::domain::organisation::further::Double;
use crate::domain::organisation::merged::Merged;
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::request::Request;
use crate::domain::request::collection::Exchanges;
use crate::text::fold;

impl State {
    /// Returns which organisation stands for `id`: itself, unless it was merged into another.
    pub fn organisation_now(&self, id: OrganisationId) -> OrganisationId {
        OrganisationId(self.merged_organisations.now(id.0))
    }

    /// Returns which contact stands for `id`: they themselves, unless they were merged into another.
    pub fn contact_now(&self, id: ContactId) -> ContactId {
        ContactId(self.merged_contacts.now(id.0))
    }

    /// Returns the organisation that stands for `id`, and all that were merged into it.
    pub fn organisations_in(
        &self,
        id: OrganisationId,
    ) -> impl Iterator<Item = OrganisationId> + '_ {
        let now = self.organisation_now(id);
        let parts = self.merged_organisations.parts(now.0).map(OrganisationId);
        std::iter::once(now).chain(parts)
    }

    /// Returns the contact who stands for `id`, and all who were merged into them.
    pub fn contacts_in(&self, id: ContactId) -> impl Iterator<Item = ContactId> + '_ {
        let now = self.contact_now(id);
        let parts = self.merged_contacts.parts(now.0).map(ContactId);
        std::iter::once(now).chain(parts)
    }

    /// Returns whether two numbers are those of one organisation.
    pub fn is_same_organisation(&self, one: OrganisationId, two: OrganisationId) -> bool {
        self.organisation_now(one) == self.organisation_now(two)
    }

    /// Returns whether two numbers are those of one contact.
    pub fn is_same_contact(&self, one: ContactId, two: ContactId) -> bool {
        self.contact_now(one) == self.contact_now(two)
    }

    /// Returns an organisation by id: of one that was merged, the one that stands for it.
    pub fn organisation(&self, id: OrganisationId) -> Option<&Arc<Organisation>> {
        let found = self.organisation_row(id)?;
        match found.merged_into {
            None => Some(found),
            Some(_) => self.organisation_row(self.organisation_now(id)),
        }
    }

    /// Returns an organisation as it is kept, whether it was merged or not.
    pub fn organisation_row(&self, id: OrganisationId) -> Option<&Arc<Organisation>> {
        self.head.organisations.get(id.index()).filter(|_| id.0 > 0)
    }

    /// Returns all organisations as they are kept, with those that were merged, in the order of their ids.
    pub fn organisation_rows(&self) -> impl Iterator<Item = &Arc<Organisation>> {
        self.head.organisations.iter()
    }

    /// Returns all organisations but for those that were merged into another, in the order of their ids.
    pub fn organisations(&self) -> impl Iterator<Item = &Arc<Organisation>> {
        let all = self.head.organisations.iter();
        all.filter(|organisation| organisation.merged_into.is_none())
    }

    /// Returns the ids of the same, by name: in about the order in which they are listed.
    pub fn organisations_by_name(&self) -> Vec<OrganisationId> {
        let own = |id: &OrganisationId| {
            let row = self.organisation_row(*id);
            row.is_some_and(|row| row.merged_into.is_none())
        };
        let named = self.by_name.iter().map(|(_, id)| *id).filter(own);
        let unnamed = self.organisations();
        let unnamed = unnamed.filter(|row| row.profile.name.trim().is_empty());
        named.chain(unnamed.map(|row| row.id)).collect()
    }

    /// The id the next organisation gets.
    pub fn next_organisation(&self) -> OrganisationId {
        OrganisationId::at(self.head.organisations.end())
    }

    /// The organisation whose mail comes from `domain`; of several the one heard of first.
    pub fn organisation_of_domain(&self, domain: &str) -> Option<OrganisationId> {
        let found = under(&self.by_domain, domain).next();
        found.map(|id| self.organisation_now(id))
    }

    /// The organisation of this name, whatever its case and accents; of several the one heard of first.
    pub fn organisation_named(&self, name: &str) -> Option<OrganisationId> {
        let found = under(&self.by_name, &fold::fold(name.trim())).next();
        found.map(|id| self.organisation_now(id))
    }

    /// Returns the branches of an organisation, in the order of their ids.
    pub fn branches_of(&self, id: OrganisationId) -> Vec<&Arc<Organisation>> {
        let parts = self.organisations_in(id);
        let keys = parts.flat_map(|id| {
            self.by_parent
                .range((id, OrganisationId(0))..=(id, OrganisationId(u32::MAX)))
        });
        let rows = keys.filter_map(|(_, branch)| self.organisation_row(*branch));
        let mut rows: Vec<&Arc<Organisation>> = rows.collect();
        rows.sort_unstable_by_key(|row| row.id);
        rows
    }

    /// Returns a contact by id: of one who was merged, the one who stands for them.
    pub fn contact(&self, id: ContactId) -> Option<&Arc<Contact>> {
        let found = self.contact_row(id)?;
        match found.merged_into {
            None => Some(found),
            Some(_) => self.contact_row(self.contact_now(id)),
        }
    }

    /// Returns a contact as they are kept, whether they were merged or not.
    pub fn contact_row(&self, id: ContactId) -> Option<&Arc<Contact>> {
        self.head.contacts.get(id.index()).filter(|_| id.0 > 0)
    }

    /// Returns all contacts as they are kept, with those who were merged, in the order of their ids.
    pub fn contact_rows(&self) -> impl Iterator<Item = &Arc<Contact>> {
        self.head.contacts.iter()
    }

    /// The contact who writes from `email`.
    pub fn contact_of_email(&self, email: &str) -> Option<ContactId> {
        let found = under(&self.by_email, &email.to_lowercase()).next();
        found.map(|id| self.contact_now(id))
    }

    /// All contacts but for those who were merged into another, in the order of their ids.
    pub fn contacts(&self) -> impl Iterator<Item = &Arc<Contact>> {
        let all = self.head.contacts.iter();
        all.filter(|contact| contact.merged_into.is_none())
    }

    /// The contacts of an organisation and of those that were merged into it, each of these in the order of their ids.
    pub fn contacts_of(&self, firm: OrganisationId) -> impl Iterator<Item = &Arc<Contact>> {
        let rows = self.contact_rows_of(firm);
        rows.filter(|contact| contact.merged_into.is_none())
    }

    /// Returns how many these are.
    pub fn contacts_count(&self, firm: OrganisationId) -> u32 {
        let parts = self.organisations_in(firm);
        parts.filter_map(|id| self.crews.get(&id)).sum()
    }

    /// Returns the same as they are kept, with those who were merged.
    pub fn contact_rows_of(&self, firm: OrganisationId) -> impl Iterator<Item = &Arc<Contact>> {
        let parts = self.organisations_in(firm);
        let keys = parts.flat_map(|id| {
            self.by_firm
                .range((id, ContactId(0))..=(id, ContactId(u32::MAX)))
        });
        keys.filter_map(|(_, id)| self.contact_row(*id))
    }

    /// The id the next contact gets.
    pub fn next_contact(&self) -> ContactId {
        ContactId::at(self.head.contacts.end())
    }

    /// Returns which client's contact a person is who can log in.
    pub fn contact_of(&self, person: PersonId) -> Option<ContactId> {
        self.contact_linked(person).map(|id| self.contact_now(id))
    }

    /// Returns the contact that a person was said to be, whether they were merged since or not.
    pub fn contact_linked(&self, person: PersonId) -> Option<ContactId> {
        self.head.clients.get(&person).copied()
    }

    /// Who can log in as this client's contact.
    pub fn people_of_contact(&self, contact: ContactId) -> impl Iterator<Item = PersonId> + '_ {
        let parts = self.contacts_in(contact);
        parts.flat_map(|contact| self.turnover.people_of(contact))
    }

    /// Returns whether somebody said that these two are not the same.
    pub fn is_told_apart(&self, pair: Double) -> bool {
        self.head.areas.apart.contains(&pair.ordered())
    }

    /// Returns the requests of an organisation, oldest first.
    pub fn requests_of(&self, id: OrganisationId) -> impl Iterator<Item = RequestId> + '_ {
        let parts: Vec<OrganisationId> = self.organisations_in(id).collect();
        let all: Vec<RequestId> = match parts.as_slice() {
            [] | [_] => Vec::new(),
            several => {
                let theirs = several
                    .iter()
                    .flat_map(|id| self.requests.of_organisation(*id));
                let mut theirs: Vec<RequestId> = theirs.collect();
                theirs.sort_unstable();
                theirs
            }
        };
        let alone = parts.first().copied().filter(|_| parts.len() == 1);
        let alone = alone
            .into_iter()
            .flat_map(|id| self.requests.of_organisation(id));
        alone.chain(all)
    }

    /// Returns the requests of an organisation, newest first.
    pub fn latest_requests_of(&self, id: OrganisationId) -> impl Iterator<Item = &Arc<Request>> {
        let parts = self.organisations_in(id);
        let mut parts: Vec<_> = parts
            .map(|id| self.requests.latest_of_organisation(id).peekable())
            .collect();
        std::iter::from_fn(move || {
            let heads = parts.iter_mut().enumerate();
            let heads = heads.filter_map(|(at, part)| Some((part.peek()?.id, at)));
            let (_, at) = heads.max()?;
            parts.get_mut(at)?.next()
        })
    }

    /// Returns the requests of a contact, and of those who were merged into them, oldest first of each.
    pub fn requests_of_contact(&self, id: ContactId) -> impl Iterator<Item = RequestId> + '_ {
        let parts = self.contacts_in(id);
        parts.flat_map(|id| self.requests.of_contact(id))
    }

    /// Returns what there is of an organisation in figures, with those that were merged into it.
    pub fn exchanges_of(&self, id: OrganisationId) -> Exchanges {
        let parts = self.organisations_in(id);
        let parts = parts.map(|id| self.requests.exchanges_of(id));
        parts.fold(Exchanges::default(), Exchanges::with)
    }

    /// Returns the first request of a client that was decided on as Subcontracting, if it came before this one.
    pub fn subcontracted_before(
        &self,
        client: OrganisationId,
        received: (Millis, RequestId),
    ) -> Option<RequestId> {
        let parts = self.organisations_in(client);
        let first = parts.filter_map(|id| self.requests.subcontracted_before(id, received));
        first.min()
    }

    /// Returns the subcontracted deals with a client that run, and since when.
    pub fn running_deals(
        &self,
        client: OrganisationId,
    ) -> impl Iterator<Item = (Millis, RequestId)> + '_ {
        let parts = self.organisations_in(client);
        parts.flat_map(|id| self.requests.running_deals(id))
    }

    /// Returns since when there was a first subcontracted deal with a client.
    pub fn first_deal(&self, client: OrganisationId) -> Option<Millis> {
        let parts = self.organisations_in(client);
        parts.filter_map(|id| self.requests.first_deal(id)).min()
    }

    /// Makes the index of what was merged anew.
    pub(super) fn index_merged(&mut self, head: &Head) {
        let organisations = head.organisations.iter();
        let organisations = organisations.filter_map(|o| Some((o.id.0, o.merged_into?.0)));
        self.merged_organisations = Merged::of(organisations);
        let contacts = head.contacts.iter();
        self.merged_contacts =
            Merged::of(contacts.filter_map(|c| Some((c.id.0, c.merged_into?.0))));
    }
}

/// The ids under `key`, the smallest first.
pub(super) fn under<'a, Id: Copy + First + Ord + 'a>(
    index: &'a OrdSet<(Box<str>, Id)>,
    key: &str,
) -> impl Iterator<Item = Id> + 'a {
    let key: Box<str> = key.into();
    let from = index.range((key.clone(), Id::FIRST)..);
    from.take_while(move |(of, _)| *of == key)
        .map(|(_, id)| *id)
}

/// An id with one that is before all others.
pub(super) trait First {
    const FIRST: Self;
}

impl First for OrganisationId {
    const FIRST: Self = OrganisationId(0);
}

impl First for ContactId {
    const FIRST: Self = ContactId(0);
}
