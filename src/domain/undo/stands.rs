//! Finds what stands on something that somebody wants to take back, as the table in [`super::footing`] says it may.

use super::footing::Footing;
use crate::domain::event::Event;
use crate::domain::ids::{OrganisationId, RequestId, Seq};
use crate::domain::meta::Meta;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::{self, Opportunity};
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::quotation::{self, Desk, Quotation};
use crate::domain::refusal::Refusal;
use crate::domain::request::arrival::new_request;
use crate::domain::request::change::Change;
use crate::domain::request::event::Received;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::{Request, Status};
use crate::domain::state::State;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::table::{May, may_stand_on};

/// Returns what stands on `event` of the record `seq`, which somebody wants to take back now, but for the
/// sessions of a mission.
pub(super) fn stands_on(state: &State, event: &Event, seq: Seq) -> Option<Footing> {
    let may = may_stand_on(event).iter();
    may.into_iter()
        .find_map(|may| find(state, event, seq, *may))
}

/// Returns the session that a team, or a plan, is needed for; `after` is the state with the later events of the
/// same record taken back.
pub(super) fn session_on(after: &State, event: &Event) -> Option<Footing> {
    let may = may_stand_on(event).contains(&May::Sessions);
    may.then(|| sessions_on(after, event)).flatten()
}

fn find(state: &State, event: &Event, seq: Seq, may: May) -> Option<Footing> {
    let of_facts = !matches!(
        event,
        Event::Request(RequestEvent::Received { .. })
            | Event::Request(RequestEvent::Merged { .. })
            | Event::Request(RequestEvent::Changed {
                change: Change::Status { .. },
                ..
            })
    );
    match may {
        May::Board => {
            let since = counts_from(event, seq)?;
            let mut under = requests_of(state, event).into_iter();
            under.find_map(|id| posted_on(state, id, since))
        }
        May::Quotation => {
            let since = counts_from(event, seq)?;
            let mut under = requests_of(state, event).into_iter();
            under.find_map(|id| quoted_on(state, id, since, of_facts))
        }
        May::Assignment => assigned_on(state, event, seq),
        May::Merge => merged_on(state, event),
        May::Work => worked_on(state, event, seq),
        May::Sessions => None,
        May::Delivery => delivered_on(state, event),
        May::Desk => desk_on(state, event),
    }
}

/// The requests whose quotations and postings an event may lie under.
fn requests_of(state: &State, event: &Event) -> Vec<RequestId> {
    match event {
        Event::Request(RequestEvent::Changed { request, .. }) => vec![*request],
        Event::Request(RequestEvent::Received { received }) => vec![received.id],
        Event::Request(RequestEvent::Merged {
            into, joined: true, ..
        }) => vec![*into],
        Event::Request(RequestEvent::Merged {
            request,
            joined: false,
            ..
        }) => vec![*request],
        Event::Directory(DirectoryEvent::ProfileChanged { organisation, .. }) => {
            of_client(state, *organisation)
        }
        _ => Vec::new(),
    }
}

fn of_client(state: &State, client: OrganisationId) -> Vec<RequestId> {
    state.requests().of_organisation(client).collect()
}

/// From which record on something counts as made since; `None` where taking the event back leaves the request
/// as open as it is.
fn counts_from(event: &Event, seq: Seq) -> Option<Seq> {
    match event {
        // Whenever it was posted, it was posted as this.
        Event::Request(RequestEvent::Changed {
            change: Change::Group { .. },
            ..
        })
        | Event::Request(RequestEvent::Received { .. }) => Some(0),
        Event::Request(RequestEvent::Changed {
            change: Change::Status { from, .. },
            ..
        }) => matches!(from, Status::Closed { .. } | Status::Void).then_some(seq),
        _ => Some(seq),
    }
}

/// Returns what of the board stands on a request: what was posted behind the record `since` and has not ended.
pub(in crate::domain) fn posted_on(state: &State, id: RequestId, since: Seq) -> Option<Footing> {
    let board = state.board();
    let posted = board.of_request(id).filter_map(|id| board.opportunity(id));
    let mut posted = posted.filter(|posted| posted.posted_in > since);
    posted.find_map(|posted| footing_of(posted))
}

fn footing_of(posted: &Opportunity) -> Option<Footing> {
    use opportunity::OpportunityStage;
    let id = posted.id;
    match posted.stage {
        OpportunityStage::Open => Some(Footing::Posting(id)),
        OpportunityStage::Selected { proposal, .. } => Some(Footing::Selection(id, proposal)),
        OpportunityStage::Confirmed { .. } => Some(Footing::Mission(id)),
        OpportunityStage::Delivered { .. } => Some(Footing::Delivery(id)),
        OpportunityStage::Ended { .. } => None,
    }
}

/// Returns the quotation that stands on a request: begun behind the record `since`, and neither declined nor
/// given up. On what a request says stands only one that has a version.
fn quoted_on(state: &State, id: RequestId, since: Seq, of_facts: bool) -> Option<Footing> {
    let counts = |quotation: &Quotation| {
        let begun = quotation.trail.first().is_some_and(|first| *first > since);
        begun && stands(quotation) && (!of_facts || quotation.latest().is_some())
    };
    let mut quotations = state.quotations().of_request(id);
    let found = quotations.find(|quotation| counts(quotation));
    found.map(|quotation| Footing::Quotation(quotation.id))
}

fn stands(quotation: &Quotation) -> bool {
    use quotation::QuotationStage;
    !matches!(
        quotation.standing.stage,
        QuotationStage::Declined { .. } | QuotationStage::Dropped { .. }
    )
}

/// Returns the quotation that goes on for a request: under way, or accepted.
pub(in crate::domain) fn quotation_of(state: &State, id: RequestId) -> Option<Footing> {
    quoted_on(state, id, 0, false)
}

/// Returns the quotation of a request that the client has before her, or accepted.
pub(in crate::domain) fn sent_to_client(state: &State, id: RequestId) -> Option<Footing> {
    let mut quotations = state.quotations().of_request(id);
    let sent = |quotation: &&std::sync::Arc<Quotation>| {
        stands(quotation) && quotation.standing.stage.shown().is_some()
    };
    quotations.find(sent).map(|one| Footing::Quotation(one.id))
}

/// An assignment by the matrix that came behind the record, from the kind it set.
fn assigned_on(state: &State, event: &Event, seq: Seq) -> Option<Footing> {
    let Event::Request(RequestEvent::Changed {
        request,
        change: Change::Kind { to: Some(kind), .. },
    }) = event
    else {
        return None;
    };
    let now = state.request(*request)?;
    let by_matrix =
        now.assignee.is_some() && now.assignee == state.routing().route(*kind, state).to;
    let since = Seq::from(now.assigned_in) > seq && now.kind == Some(*kind);
    (by_matrix && since).then_some(Footing::Assignment(*request))
}

/// The merge that a merge, or a request that was made here, lies under.
fn merged_on(state: &State, event: &Event) -> Option<Footing> {
    let id = match event {
        Event::Request(RequestEvent::Merged { into, .. }) => *into,
        Event::Request(RequestEvent::Received { received }) => {
            let mut parts = state.requests().merged_into(received.id);
            if let Some(part) = parts.next() {
                return Some(Footing::Merge(part));
            }
            received.id
        }
        _ => return None,
    };
    match state.request(id)?.status {
        Status::Merged { .. } => Some(Footing::Merge(id)),
        _ => None,
    }
}

/// What was done to a request that was made here, or that was brought back, since.
fn worked_on(state: &State, event: &Event, seq: Seq) -> Option<Footing> {
    let (id, untouched) = match event {
        Event::Request(RequestEvent::Received { received }) => {
            let now = state.request(received.id)?;
            // A note changes nothing of it, and would be lost to who wrote it.
            let mut since = now.trail.iter().map(|record| Seq::from(*record));
            let written_on = since.any(|record| record > seq && state.stands(record));
            (received.id, !written_on && is_as_received(now, received))
        }
        Event::Request(RequestEvent::Changed {
            request,
            change: Change::Status {
                from: Status::Void, ..
            },
        }) => {
            let last = state.request(*request)?.trail.last().copied();
            (*request, last.is_some_and(|last| Seq::from(last) == seq))
        }
        _ => return None,
    };
    (!untouched).then_some(Footing::Work(id))
}

/// The session that a team, or a plan, is needed for as it is.
fn sessions_on(state: &State, event: &Event) -> Option<Footing> {
    let Event::Opportunity {
        opportunity: id,
        event,
        ..
    } = event
    else {
        return None;
    };
    let mission = state.board().opportunity(*id)?.mission.as_deref()?;
    let at = match &**event {
        opportunity::BoardEvent::Team { person, from, .. } => {
            let mut after = mission.clone();
            after.team.retain(|(one, _)| one != person);
            after.team.extend(from.map(|role| (*person, role)));
            let holds = |session: &&Session| {
                session.attended.is_none() && session.by.is_some_and(|by| !after.may_hold(by))
            };
            mission
                .sessions
                .iter()
                .find(holds)
                .map(|session| session.at)
        }
        opportunity::BoardEvent::Planned { from, to } => {
            let held = |session: &&Session| session.attended.is_some() && !to.contains(session);
            let left = |session: &&Session| {
                session.attended.is_none() && session.by.is_some_and(|by| !mission.may_hold(by))
            };
            let held = mission.sessions.iter().find(held);
            held.or_else(|| from.iter().find(left)).map(|one| one.at)
        }
        _ => None,
    };
    at.map(|at| Footing::Session(*id, at))
}

fn delivered_on(state: &State, event: &Event) -> Option<Footing> {
    let Event::Opportunity {
        opportunity: id, ..
    } = event
    else {
        return None;
    };
    let posted = state.board().opportunity(*id)?;
    let delivered = matches!(
        posted.stage,
        opportunity::OpportunityStage::Delivered { .. }
    );
    delivered.then_some(Footing::Delivery(*id))
}

/// Where a quotation went since, or the version that was made since.
fn desk_on(state: &State, event: &Event) -> Option<Footing> {
    use quotation::QuotationEvent;
    let Event::Quotation {
        quotation: id,
        event,
        ..
    } = event
    else {
        return None;
    };
    let now = state.quotations().get(*id)?;
    let latest = now.latest_number();
    let (desk, version) = match &**event {
        QuotationEvent::Briefed { .. } => (Desk::Brief, latest),
        QuotationEvent::Written {
            number, part, back, ..
        } => {
            let was = if *back {
                number.saturating_sub(1)
            } else {
                *number
            };
            (quotation::event::desk_of(*part), was)
        }
        QuotationEvent::Moved { to, .. } => {
            let same = now.standing.stage == to.stage;
            let newer = now.standing.versions != to.versions;
            return match (same, newer) {
                (false, _) => Some(Footing::Desk(*id)),
                (true, true) => Some(Footing::Version(*id, latest)),
                (true, false) => None,
            };
        }
        QuotationEvent::Begun { .. }
        | QuotationEvent::Extended { .. }
        | QuotationEvent::Tagged { .. }
        | QuotationEvent::Papered { .. } => return None,
    };
    if now.standing.stage != quotation::QuotationStage::At(desk) {
        Some(Footing::Desk(*id))
    } else if latest != version {
        Some(Footing::Version(*id, latest))
    } else {
        None
    }
}

/// Whether nothing of a request is otherwise than when it came in, but for what merely follows.
fn is_as_received(now: &Request, received: &Received) -> bool {
    let meta = Meta {
        seq: 0,
        at: now.received_at,
        actor: None,
        on_behalf: None,
        command: 0,
    };
    let then = Request {
        turn: now.turn,
        turn_at: now.turn_at,
        superseded: now.superseded,
        moved_in: now.moved_in,
        step: now.step,
        milestones: now.milestones,
        attempts: now.attempts,
        touched_at: now.touched_at,
        claimed_at: now.claimed_at,
        assigned_in: now.assigned_in,
        trail: now.trail.clone(),
        revision: now.revision,
        ..new_request(&meta, received)
    };
    *now == then
}

/// Refuses what somebody changed since.
pub(in crate::domain) fn still_so(is: bool) -> Result<(), Refusal> {
    if is {
        Ok(())
    } else {
        Err(UndoRefusal::Overtaken.into())
    }
}
