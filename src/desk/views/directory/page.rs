//! One organisation whole: what is known of it, what it belongs to and what belongs to it, its contacts, and everything
//! exchanged with it and its branches.

use std::collections::BTreeSet;

use super::DirectoryRow;
use super::exchanged::{Exchanged, TOLD, calls, exchanged, told, turnover};
use crate::desk::Desk;
use crate::desk::views::{Look, Of, Sight};
use crate::domain::money::Money;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::{Contact, Organisation, OrganisationProfile};
use crate::domain::{ContactId, Millis, OrganisationId, PersonId, Refusal, Seq, State};
use crate::journal::Fault;
use crate::text::sanitise::{clean_line, clean_text};

/// The most branches, all levels together, whose exchanges a page tells.
const BRANCHES: usize = 200;
/// The most contacts that a page shows.
const CONTACTS: usize = 500;

/// A contact on an organisation's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactLine {
    /// Their id.
    pub id: ContactId,
    /// What is known of them, fit to be shown and to be put right.
    pub entry: ContactEntry,
    /// Whether they are whom to ask for first.
    pub main: bool,
    /// Who can log in as this contact, by name.
    pub logs_in: Vec<String>,
    /// The contacts who may be the same.
    pub doubles: Vec<ContactId>,
}

/// An organisation whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationPage {
    /// Its line in the list.
    pub row: DirectoryRow,
    /// The last record this page knows: what is sent back is sent upon it.
    pub seq: Seq,
    /// What is known, fit to be shown and to be put right.
    pub profile: OrganisationProfile,
    /// What stands above it, from the top.
    pub above: Vec<(OrganisationId, String)>,
    /// Its branches, by name.
    pub branches: Vec<DirectoryRow>,
    /// Its contacts: those who are there by name, then those who left.
    pub contacts: Vec<ContactLine>,
    /// How many contacts there are in all.
    pub contacts_count: usize,
    /// Everything exchanged with it and its branches, the newest first.
    pub exchanged: Vec<Exchanged>,
    /// How much of that there is in all.
    pub exchanged_count: usize,
    /// What it was worth with its branches, by year and currency, the latest first.
    pub turnover: Vec<(i32, Money)>,
    /// The organisations that may be the same, by name.
    pub doubles: Vec<(OrganisationId, String)>,
    /// What was merged into it.
    pub merged: Vec<(OrganisationId, String)>,
}

impl OrganisationPage {
    /// Returns a look at an organisation.
    pub fn look(id: OrganisationId) -> Look<Of<OrganisationId, OrganisationPage>> {
        Look::read(move |looker| async move {
            let page = load_organisation(&looker.desk, looker.me, id, looker.now()).await?;
            Ok((id, page))
        })
    }

    /// Puts calls among what was exchanged.
    fn with_calls(&mut self, calls: Vec<Exchanged>) {
        self.exchanged_count += calls.len();
        self.exchanged.extend(calls);
        self.exchanged.sort_by_key(|one| std::cmp::Reverse(one.at));
        self.exchanged.truncate(TOLD);
    }

    pub(super) fn of(
        sight: &Sight,
        id: OrganisationId,
        _: Millis,
    ) -> Result<OrganisationPage, Refusal> {
        sight.may_read_directory()?;
        let (state, eyes) = (sight.state(), sight.eyes()?);
        let one = state.organisation(id).ok_or(Refusal::NoSuchThing)?;
        let family = family(state, one.id);
        let (exchanged, exchanged_count) = exchanged(&eyes, &family);
        let mut branches: Vec<DirectoryRow> = state
            .branches_of(one.id)
            .into_iter()
            .take(BRANCHES)
            .map(|branch| DirectoryRow::of(state, branch))
            .collect();
        branches.sort_by_cached_key(|row| (crate::text::fold::fold(&row.name), row.id));
        let (contacts, contacts_count) = contacts(state, one);
        let parts = state.organisations_in(one.id).skip(1);
        let merged = parts.filter_map(|part| named(state.organisation_row(part)?));
        let doubles = state.doubles_of(one.id).into_iter();
        Ok(OrganisationPage {
            row: DirectoryRow::of(state, one),
            seq: state.seq(),
            profile: clean(&one.profile),
            above: above(state, one),
            branches,
            contacts,
            contacts_count,
            exchanged,
            exchanged_count,
            turnover: turnover(&eyes, &family),
            doubles: doubles
                .filter_map(|other| named(state.organisation_row(other)?))
                .collect(),
            merged: merged.collect(),
        })
    }
}

/// Loads an organisation's page, with the calls that were made. `Ok(Err(…))` is a refusal.
///
/// # Errors
/// A damaged record.
pub async fn load_organisation(
    desk: &Desk,
    me: PersonId,
    id: OrganisationId,
    now: Millis,
) -> Result<Result<OrganisationPage, Refusal>, Fault> {
    let sight = desk.sight(me);
    let mut page = match OrganisationPage::of(&sight, id, now) {
        Ok(page) => page,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let calls = match sight.eyes() {
        Ok(eyes) => calls(&eyes, &family(sight.state(), page.row.id)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    page.with_calls(told(desk, calls).await?);
    Ok(Ok(page))
}

fn named(one: &Organisation) -> Option<(OrganisationId, String)> {
    Some((one.id, clean_line(&one.profile.name).into_owned()))
}

/// An organisation and all below it.
fn family(state: &State, id: OrganisationId) -> Vec<OrganisationId> {
    let mut all = vec![id];
    let mut seen: BTreeSet<OrganisationId> = BTreeSet::from([id]);
    let mut at = 0;
    while let Some(one) = all.get(at).copied() {
        at += 1;
        let room = BRANCHES.saturating_sub(all.len());
        let below = state.branches_of(one).into_iter().map(|branch| branch.id);
        let below: Vec<OrganisationId> = below.filter(|id| seen.insert(*id)).take(room).collect();
        all.extend(below);
    }
    all
}

/// What stands above, from the top. Bounded, so that a circle in the data ends.
fn above(state: &State, one: &Organisation) -> Vec<(OrganisationId, String)> {
    let up = |one: &&Organisation| {
        let parent = one.profile.parent?;
        state.organisation(parent).map(|up| &**up)
    };
    let chain = std::iter::successors(up(&one), up).take(8);
    let mut chain: Vec<_> = chain.filter_map(named).collect();
    chain.reverse();
    chain
}

fn contacts(state: &State, one: &Organisation) -> (Vec<ContactLine>, usize) {
    let mut rows: Vec<&Contact> = state.contacts_of(one.id).map(|row| &**row).collect();
    let count = rows.len();
    let name = |row: &&Contact| {
        (
            row.left.is_some(),
            crate::text::fold::fold(&row.name),
            row.id,
        )
    };
    rows.sort_by_cached_key(name);
    let main = one.profile.main_contact.map(|id| state.contact_now(id));
    let line = |row: &Contact| {
        let people = state.people_of_contact(row.id);
        let people = people.filter_map(|id| state.person(id));
        ContactLine {
            id: row.id,
            entry: clean_entry(&ContactEntry::of(row)),
            main: main == Some(row.id),
            logs_in: people
                .map(|one| clean_line(&one.name).into_owned())
                .collect(),
            doubles: state.doubles_of_contact(row.id),
        }
    };
    let lines = rows.into_iter().take(CONTACTS).map(line).collect();
    (lines, count)
}

fn clean(profile: &OrganisationProfile) -> OrganisationProfile {
    let line = |text: &str| -> Box<str> { clean_line(text).into() };
    OrganisationProfile {
        name: line(&profile.name),
        segment: line(&profile.segment),
        domains: profile.domains.iter().map(|one| line(one)).collect(),
        address: clean_text(&profile.address).into(),
        city: line(&profile.city),
        phone: line(&profile.phone),
        vat: line(&profile.vat),
        note: clean_text(&profile.note).into(),
        ..profile.clone()
    }
}

pub(super) fn clean_entry(entry: &ContactEntry) -> ContactEntry {
    let line = |text: &str| -> Box<str> { clean_line(text).into() };
    ContactEntry {
        name: line(&entry.name),
        email: line(&entry.email),
        phone: line(&entry.phone),
        role: line(&entry.role),
        note: clean_text(&entry.note).into(),
        also: entry.also.iter().map(|one| line(one)).collect(),
        ..entry.clone()
    }
}
