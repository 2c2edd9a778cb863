//! How the state keeps people, organisations and contacts, and the indexes that find them.

use std::sync::Arc;

use super::State;
use crate::domain::access::ring::Access;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::firm::Firms;
use crate::domain::ids::{ContactId, FirmId, OrganisationId, PersonId, RequestId, Seq};
use crate::domain::meta::Meta;
use crate::domain::organisation::{Contact, Organisation, is_personal};
use crate::domain::person::Person;
use crate::text::fold;

impl State {
    /// The winner takes over (or gives back) the loser's messages, so that later mail finds it.
    pub(in crate::domain) fn merge(
        &mut self,
        meta: &Meta,
        from: RequestId,
        into: RequestId,
        joined: bool,
    ) {
        let Some(loser) = self.requests.get(from).cloned() else {
            return;
        };
        self.touch(meta, from, |_| ());
        self.touch(meta, into, |winner| {
            let messages = &mut winner.messages;
            messages.retain(|key| !loser.messages.contains(key));
            if joined {
                messages.extend_from_slice(&loser.messages);
            }
        });
        if !joined {
            self.touch(meta, from, |_| ());
        }
    }

    /// The keys and invitations, of which those of `person` become others.
    pub(in crate::domain) fn access_of(&mut self, person: Option<PersonId>) -> &mut Access {
        person.into_iter().for_each(|id| self.turnover.note(id));
        &mut self.head.access
    }

    pub(in crate::domain) fn firms_mut(&mut self) -> &mut Firms {
        Arc::make_mut(&mut self.head.areas.firms)
    }

    pub(in crate::domain) fn keep_profile(&mut self, firm: FirmId, to: &FacilitatorProfile) {
        self.head.profiles.insert(firm, Arc::new(to.clone()));
    }

    /// Returns what a person was called when record `seq` was made.
    pub fn name_at(&self, id: PersonId, seq: Seq) -> Option<&str> {
        let before = self.head.former_names.get(&id).into_iter().flatten();
        let mut then = before.filter(|(until, _)| seq < *until);
        match then.next() {
            Some((_, name)) => Some(name),
            None => self.person(id).map(|person| &*person.name),
        }
    }

    /// The people whose mail address is `email`, whatever its case; nobody for none.
    pub fn people_of_email(&self, email: &str) -> impl Iterator<Item = PersonId> + '_ {
        let email: Box<str> = email.trim().to_lowercase().into();
        let from = (email.clone(), PersonId(0));
        let theirs = self.people_by_email.range(from..);
        theirs
            .take_while(move |(of, _)| *of == email)
            .map(|(_, id)| *id)
    }

    pub(in crate::domain) fn change_person(
        &mut self,
        id: PersonId,
        change: impl FnOnce(&mut Person),
    ) {
        let Some(person) = self.head.people.get_mut(id.index()) else {
            return;
        };
        let before = person.clone();
        change(Arc::make_mut(person));
        let same = |a: &Person, b: &Person| {
            (&a.name, &a.email, &a.roles, a.active) == (&b.name, &b.email, &b.roles, b.active)
        };
        if same(&before, person) {
            return;
        }
        let after = Arc::clone(person);
        self.turnover.note(id);
        self.people_by_email.remove(&email_of(&before));
        self.index_person(&after);
    }

    pub(in crate::domain) fn index_person(&mut self, person: &Person) {
        let key = email_of(person);
        if !key.0.is_empty() {
            self.people_by_email.insert(key);
        }
        self.turnover.index(person);
    }

    pub(in crate::domain) fn change_organisation(
        &mut self,
        id: OrganisationId,
        change: impl FnOnce(&mut Organisation),
    ) {
        let Some(found) = self.head.organisations.get_mut(id.index()) else {
            return;
        };
        let before = found.clone();
        let mut changed = (*before).clone();
        change(&mut changed);
        *found = Arc::new(changed.clone());
        self.organisations_revision += 1;
        self.churn.note(id);
        self.unindex_organisation(&before);
        self.index_organisation(&changed);
    }

    pub(in crate::domain) fn index_organisation(&mut self, organisation: &Organisation) {
        let names = name_of(organisation).map(|name| (name, organisation.id));
        self.by_name.extend(names);
        let domains = domains_of(organisation).map(|domain| (domain, organisation.id));
        self.by_domain.extend(domains);
        self.by_parent.extend(parent_of(organisation));
        self.doubles.put_organisation(organisation);
    }

    fn unindex_organisation(&mut self, organisation: &Organisation) {
        if let Some(name) = name_of(organisation) {
            self.by_name.remove(&(name, organisation.id));
        }
        for domain in domains_of(organisation) {
            self.by_domain.remove(&(domain, organisation.id));
        }
        if let Some(key) = parent_of(organisation) {
            self.by_parent.remove(&key);
        }
        self.doubles.drop_organisation(organisation);
    }

    pub(in crate::domain) fn change_contact(
        &mut self,
        id: ContactId,
        change: impl FnOnce(&mut Contact),
    ) {
        let Some(found) = self.head.contacts.get_mut(id.index()) else {
            return;
        };
        let before = found.clone();
        change(Arc::make_mut(found));
        let changed = found.clone();
        self.by_firm.remove(&(before.organisation, id));
        if before.merged_into.is_none() {
            let crew = self.crews.entry(before.organisation).or_default();
            *crew = crew.saturating_sub(1);
        }
        self.doubles.drop_contact(&before);
        self.churn.note(before.organisation);
        self.churn.note(changed.organisation);
        for email in before.emails() {
            self.by_email.remove(&(email.to_lowercase().into(), id));
        }
        self.index_contact(&changed);
    }

    pub(in crate::domain) fn index_contact(&mut self, contact: &Contact) {
        self.by_firm.insert((contact.organisation, contact.id));
        if contact.merged_into.is_none() {
            *self.crews.entry(contact.organisation).or_default() += 1;
        }
        self.doubles.put_contact(contact);
        let emails = contact.emails().map(|email| email.to_lowercase().into());
        self.by_email
            .extend(emails.map(|email| (email, contact.id)));
    }
}

/// What an organisation is a branch of, and which one it is; nothing of one that another stands for.
fn parent_of(organisation: &Organisation) -> Option<(OrganisationId, OrganisationId)> {
    let parent = organisation.profile.parent;
    let parent = parent.filter(|_| organisation.merged_into.is_none());
    parent.map(|parent| (parent, organisation.id))
}

/// The mail address a person is found by.
fn email_of(person: &Person) -> (Box<str>, PersonId) {
    (person.email.trim().to_lowercase().into(), person.id)
}

/// The name an organisation is found by.
fn name_of(organisation: &Organisation) -> Option<Box<str>> {
    let name = fold::fold(organisation.profile.name.trim());
    (!name.is_empty()).then(|| name.into())
}

/// The mail domains an organisation is found by: its own ones only, in small letters.
fn domains_of(organisation: &Organisation) -> impl Iterator<Item = Box<str>> + '_ {
    let domains = organisation
        .profile
        .domains
        .iter()
        .map(|domain| domain.trim().to_lowercase());
    domains
        .filter(|domain| !domain.is_empty() && !is_personal(domain))
        .map(Into::into)
}
