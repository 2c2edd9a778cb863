//! The list of all organisations, branches under what they belong to. Rows are made for the lines that show, and for a
//! filter beside the screen.

use std::sync::Arc;

use super::DirectorySift;
use crate::desk::views::{Listed, Look, Roster, Sifted, Sight, Wish};
use crate::domain::house::Country;
use crate::domain::organisation::Organisation;
use crate::domain::{Millis, OrganisationId, State};
use crate::text::fold;
use crate::text::sanitise::clean_line;

/// The most levels that a line is set in by: more stand in no tree that was entered.
const DEEP: usize = 8;
/// The most organisations below one that change their place with it in a list; with more it is made anew.
const BELOW: usize = 4_096;

/// An organisation in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryRow {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// How many organisations stand above it.
    pub depth: usize,
    /// The one right above, by name; empty when there is none.
    pub parent: String,
    /// Where it is.
    pub country: Option<Country>,
    /// The town.
    pub city: String,
    /// What kind of organisation it is, as it is kept.
    pub segment: String,
    /// How many of its requests are open or asleep.
    pub open: u32,
    /// How many requests there were in all.
    pub requests: u32,
    /// When something was last exchanged about one of them.
    pub last: Option<Millis>,
    /// Until when the house keeps the relation (REQ-7).
    pub relation_until: Option<Millis>,
    /// Whether the team was already in contact with it (REQ-6).
    pub known: bool,
    /// Whether another one may be the same.
    pub double: bool,
    /// How many contacts it has.
    pub contacts: u32,
    path: Path,
}

/// What stands above an organisation, from the top, and itself: what the list sorts by.
type Path = Vec<(String, OrganisationId)>;

impl DirectoryRow {
    /// Returns a wish for those that a view and a filter want.
    pub fn wish(sift: DirectorySift) -> Wish<DirectoryRow> {
        if sift.is_plain() {
            return Wish::all();
        }
        Wish::sifted(Arc::new(move |sight: &Sight, id| {
            // Who may not read it any more is shown none, whatever changes.
            let allowed = sight.may_read_directory().is_ok();
            let row = sight.state().organisation_row(id);
            let row = row.filter(|row| allowed && row.merged_into.is_none());
            match row {
                None => Sifted::Gone,
                Some(row) if sift.wants(sight.state(), row) => Sifted::In,
                Some(_) => Sifted::Out,
            }
        }))
    }

    /// Returns a look at those that have every word of `filter`.
    pub fn look(sift: DirectorySift) -> Look<Roster<DirectoryRow>> {
        Roster::look(DirectoryRow::wish(sift))
    }

    pub(super) fn of(state: &State, one: &Organisation) -> DirectoryRow {
        DirectoryRow {
            double: !state.doubles_of(one.id).is_empty(),
            ..DirectoryRow::glance(state, one)
        }
    }

    /// Returns the same, but whether another one may be the same: what a list sorts by.
    fn glance(state: &State, one: &Organisation) -> DirectoryRow {
        let exchanges = state.exchanges_of(one.id);
        let line = |text: &str| clean_line(text).into_owned();
        let path = path_of(state, one);
        let parent = one.profile.parent.and_then(|id| state.organisation(id));
        DirectoryRow {
            id: one.id,
            name: line(&one.profile.name),
            depth: path.len().saturating_sub(1),
            parent: parent.map(|up| line(&up.profile.name)).unwrap_or_default(),
            country: one.profile.country,
            city: line(&one.profile.city),
            segment: line(&one.profile.segment),
            open: exchanges.open,
            requests: exchanges.requests,
            last: exchanges.last,
            relation_until: one.relation_until,
            known: one.profile.known,
            double: false,
            contacts: state.contacts_count(one.id),
            path,
        }
    }
}

/// The names from the top down to `one`. Bounded, so that a circle in the data ends.
fn path_of(state: &State, one: &Organisation) -> Path {
    let above = |one: &&Organisation| {
        let parent = one.profile.parent?;
        state.organisation(parent).map(|up| &**up)
    };
    let chain = std::iter::successors(Some(one), above).take(DEEP + 1);
    let step = |one: &Organisation| (fold::fold(&one.profile.name), one.id);
    let mut path: Path = chain.map(step).collect();
    path.reverse();
    path
}

impl Listed for DirectoryRow {
    type Id = OrganisationId;
    type Usual = Path;

    fn most(sight: &Sight) -> usize {
        sight.state().next_organisation().index()
    }

    fn all(sight: &Sight) -> Vec<OrganisationId> {
        match sight.may_read_directory() {
            Ok(()) => sight.state().organisations_by_name(),
            Err(_) => Vec::new(),
        }
    }

    fn of(sight: &Sight, id: OrganisationId, _: Millis) -> Option<DirectoryRow> {
        sight.may_read_directory().ok()?;
        let row = sight.state().organisation_row(id)?;
        let own = row.merged_into.is_none();
        own.then(|| DirectoryRow::of(sight.state(), row))
    }

    fn glance(sight: &Sight, id: OrganisationId, _: Millis) -> Option<DirectoryRow> {
        sight.may_read_directory().ok()?;
        let row = sight.state().organisation_row(id)?;
        let own = row.merged_into.is_none();
        own.then(|| DirectoryRow::glance(sight.state(), row))
    }

    fn usual(&self) -> Path {
        self.path.clone()
    }

    fn counts(&self) -> bool {
        true
    }

    fn ranks(sight: &Sight, _: Millis) -> impl Fn(OrganisationId) -> Option<(Path, bool)> {
        let allowed = sight.may_read_directory().is_ok();
        let state = sight.state().clone();
        move |id| {
            let row = state.organisation_row(id).filter(|_| allowed)?;
            let own = row.merged_into.is_none();
            own.then(|| (path_of(&state, row), true))
        }
    }

    /// Those of which something else is known, with what stands below them, what looks the same as they do, and the
    /// clients of the requests that changed.
    fn changed(old: &Sight, new: &Sight, _: Millis, _: Millis) -> Option<Vec<OrganisationId>> {
        if old.may_read_directory().is_ok() != new.may_read_directory().is_ok() {
            return None;
        }
        let (before, state) = (old.state(), new.state());
        let mut changed = state.organisations_since(before)?;
        // And who stands for them: a contact may be of one that was merged.
        let standing =
            |id: &OrganisationId| [before.organisation_now(*id), state.organisation_now(*id)];
        changed.extend(changed.iter().flat_map(standing).collect::<Vec<_>>());
        let mut found = changed.clone();
        for id in &changed {
            found.extend(before.doubles_of(*id));
            found.extend(state.doubles_of(*id));
        }
        for _ in 0..DEEP {
            let below = changed.iter().flat_map(|id| state.branches_of(*id));
            changed = below.map(|branch| branch.id).collect();
            found.extend(&changed);
            if found.len() > BELOW {
                return None;
            }
        }
        let clients = |state: &State, id| {
            let request = state.request(id);
            request.map(|request| state.organisation_now(request.organisation))
        };
        for request in new.changed_since(before.seq())? {
            found.extend(clients(before, request));
            found.extend(clients(state, request));
        }
        found.sort_unstable();
        found.dedup();
        Some(found)
    }
}
