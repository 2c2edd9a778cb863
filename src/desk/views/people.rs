//! Colleagues and organisations by name, for choosing among them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::desk::Published;
use crate::domain::house::Country;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::person::{Permission, Person, Role};
use crate::domain::{ContactId, OrganisationId, PersonId, Refusal, State};
use crate::text::fold;
use crate::text::sanitise::clean_line;

/// A colleague.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they are.
    pub roles: Vec<Role>,
    /// Whether they may enter.
    pub active: bool,
}

impl Colleague {
    /// What is told of a person.
    pub(super) fn of(person: &Person) -> Colleague {
        Colleague {
            id: person.id,
            name: clean_line(&person.name).into_owned(),
            roles: person.roles.clone(),
            active: person.active,
        }
    }
}

/// An organisation by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationName {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub country: Option<Country>,
}

/// The names of the house's people, whole and short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    people: BTreeMap<PersonId, (String, String)>,
    /// The short name by the whole one.
    short: BTreeMap<String, String>,
}

impl Names {
    /// The name of a person; `?` for one nobody knows.
    pub fn of(&self, id: PersonId) -> &str {
        self.people.get(&id).map_or("?", |(name, _)| name)
    }

    /// The first name, where no colleague has the same; else the whole.
    pub fn short(&self, id: PersonId) -> &str {
        self.people.get(&id).map_or("?", |(_, short)| short)
    }

    /// The first name of who is called `name`, where no colleague has the same; else `name`.
    pub fn shortened<'a>(&'a self, name: &'a str) -> &'a str {
        self.short.get(name).map_or(name, String::as_str)
    }

    /// The names of staff.
    pub(in crate::desk) fn of_staff(state: &State) -> Names {
        let mut so_called: BTreeMap<&str, usize> = BTreeMap::new();
        let staff: Vec<_> = state.staff().collect();
        for person in &staff {
            *so_called.entry(person.first_name()).or_default() += 1;
        }
        let names = staff.iter().map(|person| {
            let alone = so_called.get(person.first_name()) == Some(&1);
            let short = if alone {
                person.first_name()
            } else {
                &person.name
            };
            let clean = |name: &str| clean_line(name).into_owned();
            (person.id, (clean(&person.name), clean(short)))
        });
        let people: BTreeMap<PersonId, (String, String)> = names.collect();
        let short = people.values().cloned().collect();
        Names { people, short }
    }
}

impl Published {
    /// The house's staff, for who works requests; nobody, for who does not.
    pub fn colleagues(&self, me: PersonId) -> Vec<Colleague> {
        if !self.may_know_staff(me) {
            return Vec::new();
        }
        let staff = self.state().staff();
        staff.map(|person| Colleague::of(person)).collect()
    }

    fn may_know_staff(&self, me: PersonId) -> bool {
        let may = |p: Permission| self.state().person(me).is_some_and(|person| person.may(p));
        may(Permission::ReadInbox) || may(Permission::ManagePeople)
    }

    /// The names of staff, for who may read the inbox.
    pub fn names(&self, me: PersonId) -> Arc<Names> {
        if self.may_know_staff(me) {
            self.staff_names()
        } else {
            Arc::default()
        }
    }

    /// Organisations whose name has `words` in it, at most `most`, for who works requests.
    pub(in crate::desk) fn organisations(
        &self,
        me: PersonId,
        words: &str,
        most: usize,
    ) -> Vec<OrganisationName> {
        let allowed = self
            .state()
            .person(me)
            .is_some_and(|p| p.may(Permission::ReadInbox));
        let words = crate::text::fold::fold(words);
        let all = self.state().organisations().filter(|_| allowed);
        all.filter(|o| crate::text::fold::contains_folded(&o.profile.name, &words))
            .take(most)
            .map(|o| OrganisationName {
                id: o.id,
                name: clean_line(&o.profile.name).into_owned(),
                country: o.profile.country,
            })
            .collect()
    }
}

impl Published {
    /// What is known of the organisation that asks, for who may work requests.
    pub(in crate::desk) fn profile_of(
        &self,
        me: PersonId,
        request: crate::domain::RequestId,
    ) -> Option<(
        OrganisationId,
        crate::domain::organisation::OrganisationProfile,
    )> {
        self.state()
            .person(me)
            .filter(|p| p.may(Permission::WorkRequests))?;
        let organisation = self.state().request(request)?.organisation;
        self.state()
            .organisation(organisation)
            .map(|o| (o.id, o.profile.clone()))
    }

    /// Which organisation asks, for who may read requests.
    pub(in crate::desk) fn organisation_of(
        &self,
        me: PersonId,
        request: crate::domain::RequestId,
    ) -> Option<OrganisationId> {
        let state = self.state();
        state.person(me).filter(|p| p.may(Permission::ReadInbox))?;
        let organisation = state.request(request)?.organisation;
        state.organisation(organisation).map(|found| found.id)
    }

    /// What is known of the contact who wrote, for who may work requests.
    pub(in crate::desk) fn contact_of(
        &self,
        me: PersonId,
        request: crate::domain::RequestId,
    ) -> Option<(ContactId, ContactEntry)> {
        let state = self.state();
        state
            .person(me)
            .filter(|p| p.may(Permission::WorkRequests))?;
        let contact = state.contact(state.request(request)?.contact)?;
        Some((contact.id, ContactEntry::of(contact)))
    }

    /// The tags of the list, and those in use on requests that are live, for who may read them; of these at most a few
    /// hundred, found among the latest requests.
    pub(in crate::desk) fn tags(&self, me: PersonId) -> Vec<String> {
        const LOOKED_AT: usize = 5_000;
        const MOST: usize = 300;
        if !self
            .state()
            .person(me)
            .is_some_and(|p| p.may(Permission::ReadInbox))
        {
            return Vec::new();
        }
        let rows = self.state().requests().rows();
        let mut tags: BTreeSet<String> = BTreeSet::new();
        for request in rows.iter().rev().take(LOOKED_AT) {
            tags.extend(request.tags.iter().map(|tag| clean_line(tag).into_owned()));
            if tags.len() >= MOST {
                break;
            }
        }
        suggested(self.state(), tags)
    }

    /// The whole routing matrix, for who may change it.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn routing_of(&self, me: PersonId) -> Result<crate::domain::routing::Routing, Refusal> {
        let may = self
            .state()
            .person(me)
            .is_some_and(|p| p.may(Permission::EditRouting));
        if may {
            Ok((**self.state().routing()).clone())
        } else {
            Err(Refusal::NotPermitted(Permission::EditRouting))
        }
    }

    /// The kinds of the routing matrix that can be chosen, by id and stable name, for who may read requests.
    pub(in crate::desk) fn kinds(
        &self,
        me: PersonId,
    ) -> Vec<(crate::domain::routing::KindId, String)> {
        if !self
            .state()
            .person(me)
            .is_some_and(|p| p.may(Permission::ReadInbox))
        {
            return Vec::new();
        }
        let rows = &self.state().routing().rows;
        rows.iter()
            .filter(|row| !row.retired)
            .map(|row| (row.id, clean_line(&row.key).into_owned()))
            .collect()
    }
}

/// The tags of the list in their order, then those in use in the order of their letters; where only those of the list may
/// be put on, those alone.
pub(super) fn suggested(state: &State, used: BTreeSet<String>) -> Vec<String> {
    let mut all: Vec<String> = state.lists().tags().collect();
    if state.house().is_some_and(|house| house.listed_tags) {
        return all;
    }
    let known = |tag: &String| state.lists().tag_entry(tag).is_none();
    let mut others: Vec<String> = used.into_iter().filter(known).collect();
    others.sort_by_cached_key(|tag| fold::fold(tag));
    all.append(&mut others);
    all
}
