//! The directory whole, for a file; and what of a file is there already. Nothing is merged here: what is in doubt is for
//! somebody to look at.

use crate::desk::views::Sight;
use crate::domain::organisation::alike::is_same_phone;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::{Contact, Organisation, OrganisationProfile};
use crate::domain::{ContactId, Millis, OrganisationId, Refusal, State};
use crate::text::fold;

/// An organisation with its contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// What is known of it.
    pub profile: OrganisationProfile,
    /// What it is a branch of, by name; empty for nothing.
    pub parent: Box<str>,
    /// Until when the house keeps the relation.
    pub relation_until: Option<Millis>,
    /// Its contacts by name, and whether each is the one to ask for first.
    pub contacts: Vec<(ContactEntry, bool)>,
}

/// What of a file's row is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<Id> {
    /// Nothing like it.
    New,
    /// It is there, and the row says nothing else.
    Same(Id),
    /// It may be this one, of which something else is known.
    Doubt(Id, String),
}

impl Sight {
    /// Returns the directory whole, sorted by name.
    ///
    /// # Errors
    /// Who looks may not read it.
    pub fn directory_whole(&self) -> Result<Vec<DirectoryEntry>, Refusal> {
        self.may_read_directory()?;
        let state = self.state();
        let mut all: Vec<DirectoryEntry> = state
            .organisations()
            .map(|one| entry_of(state, one))
            .collect();
        all.sort_by_cached_key(|one| (fold::fold(&one.profile.name), one.profile.name.clone()));
        Ok(all)
    }

    /// Returns whether an organisation of a file is there, by name, and whether one that looks the same is.
    ///
    /// # Errors
    /// Who looks may not read the directory.
    pub fn organisation_like(
        &self,
        profile: &OrganisationProfile,
    ) -> Result<Found<OrganisationId>, Refusal> {
        self.may_read_directory()?;
        let state = self.state();
        let doubt = |id: OrganisationId| {
            let name = state
                .organisation(id)
                .map(|one| one.profile.name.to_string());
            Found::Doubt(id, name.unwrap_or_default())
        };
        if let Some(id) = state.organisation_named(&profile.name) {
            let known = state.organisation(id);
            let same = known.is_some_and(|known| says_nothing_else(profile, &known.profile));
            return Ok(match same {
                true => Found::Same(id),
                false => doubt(id),
            });
        }
        let like = state.organisations_like(profile).into_iter().next();
        Ok(like.map_or(Found::New, doubt))
    }

    /// Returns whether a contact of a file is there, by mail address, else by name at the same organisation.
    ///
    /// # Errors
    /// Who looks may not read the directory.
    pub fn contact_like(
        &self,
        firm: Option<OrganisationId>,
        entry: &ContactEntry,
    ) -> Result<Found<ContactId>, Refusal> {
        self.may_read_directory()?;
        let state = self.state();
        let emails = entry.also.iter().chain(std::iter::once(&entry.email));
        let mut emails = emails.filter(|email| !email.is_empty());
        let by_email = emails.find_map(|email| state.contact_of_email(email));
        let name = fold::fold(&entry.name);
        let by_name = || {
            let mut theirs = state.contacts_of(firm?);
            let same = |one: &Contact| match name.is_empty() {
                false => fold::fold(&one.name) == name,
                true => is_same_phone(&one.phone, &entry.phone),
            };
            let found = theirs.find(|one| same(one));
            found.map(|one| one.id)
        };
        let Some(id) = by_email.or_else(by_name) else {
            return Ok(Found::New);
        };
        let known = state.contact(id);
        let same = known.is_some_and(|known| {
            let of_firm =
                firm.is_none_or(|firm| state.is_same_organisation(firm, known.organisation));
            of_firm && adds_nothing(entry, &ContactEntry::of(known))
        });
        let name = known
            .map(|known| known.name.to_string())
            .unwrap_or_default();
        Ok(match same {
            true => Found::Same(id),
            false => Found::Doubt(id, name),
        })
    }
}

fn entry_of(state: &State, one: &Organisation) -> DirectoryEntry {
    let main = one.profile.main_contact.map(|id| state.contact_now(id));
    let contacts = state.contacts_of(one.id);
    let mut contacts: Vec<(ContactEntry, bool)> = contacts
        .map(|row| (ContactEntry::of(row), main == Some(row.id)))
        .collect();
    contacts.sort_by_cached_key(|(entry, _)| {
        (
            fold::fold(&entry.name),
            entry.email.clone(),
            entry.phone.clone(),
        )
    });
    let parent = one.profile.parent.and_then(|id| state.organisation(id));
    DirectoryEntry {
        profile: one.profile.clone(),
        parent: parent.map(|up| up.profile.name.clone()).unwrap_or_default(),
        relation_until: one.relation_until,
        contacts,
    }
}

/// Whether what a row says of an organisation is known: what it leaves out says nothing.
fn says_nothing_else(said: &OrganisationProfile, known: &OrganisationProfile) -> bool {
    let said = said.tidy();
    let texts = [
        (&said.segment, &known.segment),
        (&said.address, &known.address),
        (&said.city, &known.city),
        (&said.phone, &known.phone),
        (&said.vat, &known.vat),
        (&said.note, &known.note),
    ];
    texts
        .iter()
        .all(|(said, known)| said.is_empty() || said == known)
        && said.domains.iter().all(|one| known.domains.contains(one))
        && (said.country.is_none() || said.country == known.country)
        && (said.language.is_none() || said.language == known.language)
        && (!said.known || known.known)
}

/// The same of a contact.
fn adds_nothing(said: &ContactEntry, known: &ContactEntry) -> bool {
    let has = |email: &str| {
        let mut all = known.also.iter().chain(std::iter::once(&known.email));
        all.any(|one| one.eq_ignore_ascii_case(email))
    };
    let texts = [
        (&said.name, &known.name),
        (&said.phone, &known.phone),
        (&said.role, &known.role),
        (&said.note, &known.note),
    ];
    texts
        .iter()
        .all(|(said, known)| said.is_empty() || said.trim() == &***known)
        && (said.email.is_empty() || has(&said.email))
        && said.also.iter().all(|email| has(email))
        && (said.language.is_none() || said.language == known.language)
}
