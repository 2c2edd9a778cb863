//! Group (REQ-6, S0) and the relation clock (REQ-7): which way of working is proposed, and why.

use serde::{Deserialize, Serialize};

use super::{CloseReason, Request, Status};
use crate::domain::event::Event;
use crate::domain::house::Country;
use crate::domain::ids::{OrganisationId, RequestId};
use crate::domain::organisation::Organisation;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::state::State;
use crate::domain::{Millis, opportunity, quotation};

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

/// Why a group is proposed, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupReason {
    /// A subcontracted deal with them runs (REQ-7).
    DealRuns(RequestId),
    /// The house keeps the relation with them to the end of that day (REQ-7).
    Relation(Millis),
    /// They are in the home country.
    HomeCountry,
    /// The team already knows them.
    KnownClient,
    /// An earlier request of theirs was handled as Subcontracting.
    Handled(RequestId),
    /// They are a branch of an organisation the team knows.
    BranchOfKnown(Box<str>),
    /// They are abroad and nobody knows them.
    Abroad(Country),
    /// Nobody knows where they are, nor them: a wrong guess would give a client away.
    CountryUnknown,
}

impl GroupReason {
    /// Returns the group it speaks for; `None` while nobody knows enough.
    pub fn group(&self) -> Option<Group> {
        match self {
            GroupReason::DealRuns(_)
            | GroupReason::Relation(_)
            | GroupReason::HomeCountry
            | GroupReason::KnownClient
            | GroupReason::Handled(_)
            | GroupReason::BranchOfKnown(_) => Some(Group::Subcontracting),
            GroupReason::Abroad(_) => Some(Group::ClientIntroduction),
            GroupReason::CountryUnknown => None,
        }
    }
}

/// A deal under Subcontracting: from the client's yes to the delivery, or to the end of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Deal {
    /// Since when.
    pub from: Millis,
    /// Until when; `None` while it runs.
    pub to: Option<Millis>,
}

/// Returns the subcontracted deal that a request came to, if it did.
pub(in crate::domain) fn deal_of(state: &State, request: &Request) -> Option<Deal> {
    if request.group != Some(Group::Subcontracting) {
        return None;
    }
    let quotations = state.quotations().of_request(request.id);
    let accepted = quotations.filter_map(|one| match one.standing.stage {
        quotation::Stage::Accepted { at, .. } => Some(at),
        _ => None,
    });
    let accepted: Vec<Millis> = accepted.collect();
    let (first, last) = (accepted.iter().min().copied(), accepted.iter().max());
    let board = state.board();
    let posted = board.of_request(request.id);
    let delivered = posted.filter_map(|id| match board.opportunity(id)?.stage {
        opportunity::Stage::Delivered { at, .. } => Some(at),
        _ => None,
    });
    let delivered = delivered.max();
    // What was accepted after the delivery runs on.
    let over = delivered.filter(|at| last.is_none_or(|last| last <= at));
    let to = match (over, request.status) {
        (Some(at), _) => Some(at),
        (
            None,
            Status::Closed {
                reason: CloseReason::Concluded,
                at,
            },
        ) => Some(at),
        (None, Status::Closed { .. } | Status::Merged { .. } | Status::Void) => Some(delivered?),
        (None, Status::Open | Status::Snoozed { .. }) => None,
    };
    let from = first.or(to)?;
    Some(Deal { from, to })
}

/// Whether something came of a request: a deal, a mission, or a word that one was concluded.
pub(in crate::domain) fn is_concretised(state: &State, request: &Request) -> bool {
    let concluded = matches!(
        request.status,
        Status::Closed {
            reason: CloseReason::Concluded,
            ..
        }
    );
    let board = state.board();
    let mut posted = board.of_request(request.id);
    request.deal.is_some()
        || concluded
        || posted.any(|id| {
            let stage = board.opportunity(id).map(|one| one.stage);
            matches!(
                stage,
                Some(opportunity::Stage::Confirmed { .. } | opportunity::Stage::Delivered { .. })
            )
        })
}

/// Whether a request tells that the team knows its client: it was decided on as Subcontracting, and was one.
pub(super) fn makes_known(request: &Request) -> bool {
    let one = match request.status {
        Status::Open | Status::Snoozed { .. } => true,
        Status::Closed { reason, .. } => !matches!(
            reason,
            CloseReason::NotSerious | CloseReason::Duplicate | CloseReason::Spam
        ),
        Status::Merged { .. } | Status::Void => false,
    };
    one && request.group == Some(Group::Subcontracting)
}

/// Returns what is proposed for a request, with its reason: by what is known of its client now, and by when it
/// was received. An officer decides.
pub fn propose(state: &State, request: &Request) -> GroupReason {
    propose_for(
        state,
        request.organisation,
        (request.received_at, request.id),
    )
}

/// Returns what is proposed for a request of `organisation` that was received then, as this one.
pub fn propose_for(
    state: &State,
    organisation: OrganisationId,
    received: (Millis, RequestId),
) -> GroupReason {
    let Some(asking) = state.organisation(organisation) else {
        return GroupReason::CountryUnknown;
    };
    if let Some(reason) = relation(state, asking, received) {
        return reason;
    }
    if asking.profile.country.is_some() && asking.profile.country == state.house().map(|h| h.home) {
        return GroupReason::HomeCountry;
    }
    if asking.profile.known {
        return GroupReason::KnownClient;
    }
    let handled = |id| state.requests().subcontracted_before(id, received);
    if let Some(earlier) = handled(asking.id) {
        return GroupReason::Handled(earlier);
    }
    let known = |parent: &&Organisation| parent.profile.known || handled(parent.id).is_some();
    if let Some(parent) = parents(state, asking).find(known) {
        return GroupReason::BranchOfKnown(parent.profile.name.clone());
    }
    match asking.profile.country {
        Some(country) => GroupReason::Abroad(country),
        None => GroupReason::CountryUnknown,
    }
}

/// Whether a deal with this client, or with an organisation it belongs to, ran when the request was received,
/// or the house still kept the relation on that day.
fn relation(
    state: &State,
    asking: &Organisation,
    (at, id): (Millis, RequestId),
) -> Option<GroupReason> {
    let house = state.house()?;
    let day = |at: Millis| house.local(at).date();
    let all = || std::iter::once(asking).chain(parents(state, asking));
    let mut deals = all().flat_map(|one| state.requests().running_deals(one.id));
    let running = deals.find(|(from, deal)| *deal != id && day(*from) <= day(at));
    if let Some((_, deal)) = running {
        return Some(GroupReason::DealRuns(deal));
    }
    let kept = all().filter_map(|one| {
        // What was received before the first deal began came to a house that kept nothing yet.
        let first = state.requests().first_deal(one.id);
        let begun = first.is_none_or(|from| day(from) <= day(at));
        one.relation_until
            .filter(|until| begun && day(at) <= day(*until))
    });
    kept.max().map(GroupReason::Relation)
}

/// The relation that a subcontracted deal which ends at `now` leaves (REQ-7), to the end of the last day,
/// unless a longer one runs.
pub fn begun(state: &State, organisation: OrganisationId, now: Millis) -> Option<Event> {
    let house = state.house()?;
    let from = state.organisation(organisation)?.relation_until;
    let months = chrono::Months::new(house.relation_months);
    let last = house.local(now).date().checked_add_months(months);
    let to = last.map(|day| house.end_of_day(day));
    (to > from).then_some(Event::Directory(DirectoryEvent::RelationSet {
        organisation,
        from,
        to,
    }))
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
