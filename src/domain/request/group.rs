//! Group (REQ-6, S0) and the relation clock (REQ-7): which way of working is proposed, and why.

use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::event::Event;
use crate::domain::house::Country;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::Organisation;
use crate::domain::state::State;

/// How the house works with a client (S0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Sous-traitance: the house keeps the client and mandates facilitators.
    Subcontracting,
    /// Apport d'affaires: a facilitator takes over the client.
    ClientIntroduction,
}

impl Group {
    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Group::Subcontracting => "subcontracting",
            Group::ClientIntroduction => "introduction",
        }
    }
}

/// Why a group is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupReason {
    /// The house keeps the relation with them until then (REQ-7).
    Relation(Millis),
    /// They are in the home country.
    HomeCountry,
    /// The team already knows them.
    KnownClient,
    /// They are a branch of an organisation the team knows.
    BranchOfKnown(Box<str>),
    /// They are abroad and nobody knows them.
    Abroad(Country),
    /// Nobody knows where they are, nor them.
    CountryUnknown,
}

impl GroupReason {
    /// The group it speaks for.
    pub fn group(&self) -> Group {
        match self {
            GroupReason::Relation(_)
            | GroupReason::HomeCountry
            | GroupReason::KnownClient
            | GroupReason::BranchOfKnown(_) => Group::Subcontracting,
            GroupReason::Abroad(_) | GroupReason::CountryUnknown => Group::ClientIntroduction,
        }
    }
}

/// What is proposed for a request of `organisation` at `now`, with its reason. An officer decides.
pub fn propose(state: &State, organisation: OrganisationId, now: Millis) -> GroupReason {
    let Some(asking) = state.organisation(organisation) else {
        return GroupReason::CountryUnknown;
    };
    if let Some(until) = relation(state, asking, now) {
        return GroupReason::Relation(until);
    }
    if asking.profile.country.is_some() && asking.profile.country == state.house().map(|h| h.home) {
        return GroupReason::HomeCountry;
    }
    if asking.profile.known {
        return GroupReason::KnownClient;
    }
    if let Some(parent) = parents(state, asking).find(|parent| parent.profile.known) {
        return GroupReason::BranchOfKnown(parent.profile.name.clone());
    }
    match asking.profile.country {
        Some(country) => GroupReason::Abroad(country),
        None => GroupReason::CountryUnknown,
    }
}

/// Until when the house keeps the relation with this client or with the organisation it belongs to.
fn relation(state: &State, asking: &Organisation, now: Millis) -> Option<Millis> {
    std::iter::once(asking)
        .chain(parents(state, asking))
        .filter_map(|organisation| organisation.relation_until)
        .filter(|until| *until > now)
        .max()
}

/// The relation that a subcontracted deal at `now` begins (REQ-7), unless a longer one runs.
pub fn begun(state: &State, organisation: OrganisationId, now: Millis) -> Option<Event> {
    let house = state.house()?;
    let from = state.organisation(organisation)?.relation_until;
    let months = chrono::Months::new(house.relation_months);
    let end = house.local(now).date().checked_add_months(months);
    let to = end.map(|end| house.instant(end, None));
    (to > from).then_some(Event::RelationSet {
        organisation,
        from,
        to,
    })
}

/// The organisations above this one. Bounded, so that a circle in the data ends.
fn parents<'a>(state: &'a State, from: &'a Organisation) -> impl Iterator<Item = &'a Organisation> {
    const DEEP: usize = 8;
    let above = |o: &Organisation| {
        o.profile
            .parent
            .and_then(|id| state.organisation(id))
            .map(|o| &**o)
    };
    std::iter::successors(above(from), move |organisation| above(organisation)).take(DEEP)
}
