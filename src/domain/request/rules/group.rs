//! Proposes the group of a request (REQ-6, S0) and keeps the relation clock (REQ-7). An officer decides.

use crate::domain::Millis;
use crate::domain::event::Event;
use crate::domain::ids::{OrganisationId, RequestId};
use crate::domain::organisation::Organisation;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::request::{GroupReason, Request};
use crate::domain::state::State;

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
    let handled = |id| state.subcontracted_before(id, received);
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
    let mut deals = all().flat_map(|one| state.running_deals(one.id));
    let running = deals.find(|(from, deal)| *deal != id && day(*from) <= day(at));
    if let Some((_, deal)) = running {
        return Some(GroupReason::DealRuns(deal));
    }
    let kept = all().filter_map(|one| {
        // What was received before the first deal began came to a house that kept nothing yet.
        let first = state.first_deal(one.id);
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
    let client = state.organisation(organisation)?;
    let from = client.relation_until;
    let months = chrono::Months::new(house.relation_months);
    let last = house.local(now).date().checked_add_months(months);
    let to = last.map(|day| house.end_of_day(day));
    (to > from).then_some(Event::Directory(DirectoryEvent::RelationSet {
        organisation: client.id,
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
