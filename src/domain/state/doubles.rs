//! Proposes who may be one and the same among organisations and contacts (PPL-9), from an index that each change keeps
//! true: what is asked of one costs nothing that grows with all. Decides nothing; what was told apart is left out.

use std::collections::BTreeSet;

use imbl::OrdSet;

use super::State;
use super::clients::under;
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::organisation::alike::{
    is_near, is_same_phone, kept_under, looked_up, name_key, person_key, phone_key, vat_key,
};
use crate::domain::organisation::further::Double;
use crate::domain::organisation::{
    Contact, Organisation, OrganisationProfile, domain_of, is_personal,
};

/// How many that share something are looked at: what hundreds share tells nobody apart.
const LOOKED_AT: usize = 48;

/// What organisations and contacts are compared by.
#[derive(Clone, Debug, Default)]
pub(in crate::domain) struct Doubles {
    organisations: OrdSet<(Box<str>, OrganisationId)>,
    contacts: OrdSet<(Box<str>, ContactId)>,
}

impl Doubles {
    /// Keeps what an organisation is compared by.
    pub(super) fn put_organisation(&mut self, organisation: &Organisation) {
        let marks = marks_of_row(organisation).into_iter();
        let marks = marks.map(|mark| (mark.into(), organisation.id));
        self.organisations.extend(marks);
    }

    /// Forgets it.
    pub(super) fn drop_organisation(&mut self, organisation: &Organisation) {
        for mark in marks_of_row(organisation) {
            self.organisations.remove(&(mark.into(), organisation.id));
        }
    }

    /// Keeps what a contact is compared by.
    pub(super) fn put_contact(&mut self, contact: &Contact) {
        let marks = marks_of_contact(contact).into_iter();
        let marks = marks.map(|mark| (mark.into(), contact.id));
        self.contacts.extend(marks);
    }

    /// Forgets it.
    pub(super) fn drop_contact(&mut self, contact: &Contact) {
        for mark in marks_of_contact(contact) {
            self.contacts.remove(&(mark.into(), contact.id));
        }
    }
}

/// What an organisation is compared by; nothing of one that another stands for.
fn marks_of_row(organisation: &Organisation) -> Vec<String> {
    match organisation.merged_into {
        Some(_) => Vec::new(),
        None => marks_of(&organisation.profile),
    }
}

fn marks_of(profile: &OrganisationProfile) -> Vec<String> {
    let name = name_key(&profile.name);
    let mut marks = kept_under(&name);
    marks.extend((!name.is_empty()).then(|| format!("={name}")));
    marks.extend(phone_key(&profile.phone).map(|phone| format!("p{phone}")));
    marks.extend(vat_key(&profile.vat).map(|vat| format!("v{vat}")));
    marks
}

fn marks_of_contact(contact: &Contact) -> Vec<String> {
    if contact.merged_into.is_some() {
        return Vec::new();
    }
    let name = person_key(&contact.name).map(|name| format!("={name}"));
    let phone = phone_key(&contact.phone).map(|phone| format!("p{phone}"));
    name.into_iter().chain(phone).collect()
}

impl State {
    /// Returns the organisations that may be the same as this one, in the order of their ids.
    pub fn doubles_of(&self, id: OrganisationId) -> Vec<OrganisationId> {
        let Some(one) = self.organisation(id) else {
            return Vec::new();
        };
        let found = self.organisations_like(&one.profile);
        let own = one.id;
        // A branch may well write from its parent's addresses.
        let related = |other: OrganisationId| {
            let parent = |id| self.organisation(id).and_then(|o| o.profile.parent);
            let is = |child, of| parent(child).is_some_and(|up| self.is_same_organisation(up, of));
            let siblings = parent(own).is_some_and(|up| is(other, up));
            is(other, own) || is(own, other) || siblings
        };
        let proposed = |other: &OrganisationId| {
            let pair = Double::Organisations(own, *other);
            *other != own && !self.is_told_apart(pair) && !related(*other)
        };
        found.into_iter().filter(proposed).collect()
    }

    /// Returns the organisations of which the same name, phone number, VAT number or mail domain is known, or nearly the
    /// same name.
    pub fn organisations_like(&self, profile: &OrganisationProfile) -> BTreeSet<OrganisationId> {
        let mut found: BTreeSet<OrganisationId> = BTreeSet::new();
        let index = &self.doubles.organisations;
        let marks = marks_of(profile);
        let shared = marks.iter().filter(|mark| mark.starts_with(['=', 'v']));
        for mark in shared {
            found.extend(under(index, mark).take(LOOKED_AT));
        }
        let key = name_key(&profile.name);
        let nearly = |other: &OrganisationId| {
            let other = self.organisation_row(*other);
            other.is_some_and(|other| is_near(&key, &name_key(&other.profile.name)))
        };
        for half in looked_up(&key) {
            found.extend(under(index, &half).take(LOOKED_AT).filter(nearly));
        }
        if let Some(phone) = phone_key(&profile.phone) {
            let same = |other: &OrganisationId| {
                let other = self.organisation_row(*other);
                other.is_some_and(|other| is_same_phone(&profile.phone, &other.profile.phone))
            };
            let theirs = under(index, &format!("p{phone}")).take(LOOKED_AT);
            found.extend(theirs.filter(same));
        }
        // Mail from a domain that one who was merged had is still filed, but it tells nothing of who stands for it.
        let own = |other: &OrganisationId| {
            let other = self.organisation_row(*other);
            other.is_some_and(|other| other.merged_into.is_none())
        };
        for domain in profile.domains.iter().filter(|one| !is_personal(one)) {
            let theirs = under(&self.by_domain, &domain.to_lowercase()).take(LOOKED_AT);
            found.extend(theirs.filter(own));
        }
        found
    }

    /// Returns the contacts who may be the same as this one, in the order of their ids: of the same name, where their
    /// organisation, their mail domain or their phone is the same too.
    pub fn doubles_of_contact(&self, id: ContactId) -> Vec<ContactId> {
        let Some(one) = self.contact(id) else {
            return Vec::new();
        };
        let index = &self.doubles.contacts;
        let Some(name) = person_key(&one.name) else {
            return Vec::new();
        };
        let of_firm = |contact: &Contact| {
            let domain = domain_of(&contact.email);
            (!domain.is_empty() && !is_personal(&domain)).then_some(domain)
        };
        let same = |other: &Contact| {
            let firm = self.is_same_organisation(one.organisation, other.organisation);
            let domain = of_firm(one).is_some() && of_firm(one) == of_firm(other);
            firm || domain || is_same_phone(&one.phone, &other.phone)
        };
        let proposed = |other: &ContactId| {
            let pair = Double::Contacts(one.id, *other);
            let row = self.contact_row(*other);
            *other != one.id && !self.is_told_apart(pair) && row.is_some_and(|row| same(row))
        };
        let found: BTreeSet<ContactId> = under(index, &format!("={name}"))
            .take(LOOKED_AT)
            .filter(proposed)
            .collect();
        found.into_iter().collect()
    }
}
