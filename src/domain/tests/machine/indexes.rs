//! What the indexes of a state answer, held against its rows and against indexes made anew. Changes nothing.

use proptest::prelude::*;

use super::super::bench::*;
use super::super::crowd;
use super::PEOPLE;
use crate::domain::Millis;
use crate::domain::agenda::Agenda;
use crate::domain::ids::{ContactId, OrganisationId, PersonId, RequestId};
use crate::domain::request::collection::{Exchanges, Requests};
use crate::domain::request::{By, CloseReason, Request, Status};
use crate::domain::state::{Rows, State};

/// A state made anew from the rows of another.
fn made_anew(state: &State, rows: &[Request]) -> State {
    let pieces = Rows {
        keys: state.access().keys().map(|key| (**key).clone()).collect(),
        organisations: state.organisation_rows().map(|o| (**o).clone()).collect(),
        contacts: state.contact_rows().map(|c| (**c).clone()).collect(),
        touches: state
            .touches()
            .map(|(what, touch)| (*what, *touch))
            .collect(),
        trails: state.trails().map(|(of, all)| (*of, all.clone())).collect(),
        ..Rows::default()
    };
    State::from_pieces(state.core(), pieces, rows.iter().cloned())
}

/// All that the indexes answer must be what the rows say, and what indexes made anew answer.
pub(super) fn indexes_agree(state: &State) -> Result<(), TestCaseError> {
    let rows: Vec<Request> = state.requests().iter().map(|row| (**row).clone()).collect();
    let anew = made_anew(state, &rows);
    prop_assert_eq!(&anew, state);
    let (live, fresh) = (state.requests(), anew.requests());
    of_whom_agrees(live, fresh, &rows)?;
    let now = rows
        .iter()
        .filter_map(|r| r.turn.due)
        .max()
        .unwrap_or_default();
    for person in (0..=PEOPLE).map(|id| (id > 0).then_some(PersonId(id))) {
        waiting_agrees([live, fresh], &rows, person, now)?;
    }
    prop_assert!(*state.agenda() == Agenda::of(state));
    figures_agree(live, fresh, &rows)?;
    sleep_agrees(live, fresh, &rows, now)?;
    names_agree(state, &anew)?;
    super::directory::sound(state, &anew)?;
    crowd::agrees(state)?;
    crowd::agrees(&anew)
}

/// Which request a message belongs to, and which are a client's.
fn of_whom_agrees(
    live: &Requests,
    fresh: &Requests,
    rows: &[Request],
) -> Result<(), TestCaseError> {
    for n in 0..40 {
        prop_assert_eq!(live.of_message(key(n)), fresh.of_message(key(n)));
    }
    for id in (0..8).map(OrganisationId) {
        let of: Vec<RequestId> = live.of_organisation(id).collect();
        let wanted: Vec<RequestId> = rows
            .iter()
            .filter(|r| r.organisation == id)
            .map(|r| r.id)
            .collect();
        prop_assert_eq!(&of, &wanted);
        prop_assert_eq!(of, fresh.of_organisation(id).collect::<Vec<_>>());
        let theirs = || rows.iter().filter(|r| r.organisation == id);
        let wanted = Exchanges {
            requests: theirs().count() as u32,
            open: theirs().filter(|r| r.is_live()).count() as u32,
            last: theirs().map(|r| r.touched_at).max(),
        };
        prop_assert_eq!(live.exchanges_of(id), wanted);
        prop_assert_eq!(fresh.exchanges_of(id), wanted);
    }
    for id in (0..12).map(ContactId) {
        let wanted: Vec<RequestId> = rows
            .iter()
            .filter(|r| r.contact == id)
            .map(|r| r.id)
            .collect();
        prop_assert_eq!(&live.of_contact(id).collect::<Vec<_>>(), &wanted);
        prop_assert_eq!(&fresh.of_contact(id).collect::<Vec<_>>(), &wanted);
    }
    Ok(())
}

/// What waits for a person, and what of it is late.
fn waiting_agrees(
    both: [&Requests; 2],
    rows: &[Request],
    person: Option<PersonId>,
    now: Millis,
) -> Result<(), TestCaseError> {
    let waits = |r: &&Request| {
        let step = r.step.at(now);
        r.status == Status::Open && step.by == By::Us(person)
    };
    let waiting: Vec<&Request> = rows.iter().filter(waits).collect();
    let mut late: Vec<_> = waiting
        .iter()
        .filter(|r| r.is_overdue(now))
        .map(|r| (r.step.at(now).due.unwrap_or(Millis::MAX), r.id))
        .collect();
    late.sort_unstable();
    for requests in both {
        prop_assert_eq!(requests.waiting(person, now) as usize, waiting.len());
        prop_assert_eq!(requests.late(person, now) as usize, late.len());
        prop_assert_eq!(
            requests.due_for(person, Millis::MIN, now) as usize,
            late.len()
        );
        let mut first = requests.first_waiting(person, Millis::MIN, now, rows.len());
        first.retain(|(due, _)| *due < now);
        prop_assert_eq!(&first, &late);
    }
    Ok(())
}

/// The figures by the day of receipt.
fn figures_agree(live: &Requests, fresh: &Requests, rows: &[Request]) -> Result<(), TestCaseError> {
    let newest = rows.iter().map(|row| row.received_at).max();
    let newest = newest.unwrap_or_default();
    let figures = live.figures(u16::MAX, newest);
    prop_assert_eq!(figures, fresh.figures(u16::MAX, newest));
    let concretised = rows.iter().filter(|row| {
        let counts = match row.status {
            Status::Open | Status::Snoozed { .. } => true,
            Status::Closed { reason, .. } => {
                !matches!(reason, CloseReason::SPAM | CloseReason::DUPLICATE)
            }
            Status::Merged { .. } | Status::Void => false,
        };
        counts && !row.is_from_provider() && row.milestones.concretised
    });
    prop_assert_eq!(figures.concretised as usize, concretised.count());
    prop_assert!(figures.in_time <= figures.answered && figures.answered <= figures.received);
    Ok(())
}

/// What sleeps, when it wakes, and what lives.
fn sleep_agrees(
    live: &Requests,
    fresh: &Requests,
    rows: &[Request],
    now: Millis,
) -> Result<(), TestCaseError> {
    let asleep = |r: &&Request| matches!(r.status, Status::Snoozed { .. });
    prop_assert_eq!(
        live.to_wake(i64::MAX).count(),
        rows.iter().filter(asleep).count()
    );
    prop_assert_eq!(
        live.to_wake(now).collect::<Vec<_>>(),
        fresh.to_wake(now).collect::<Vec<_>>()
    );
    prop_assert_eq!(live.next_wake(), fresh.next_wake());
    prop_assert_eq!(live.live(), rows.iter().filter(|r| r.is_live()).count());
    prop_assert_eq!(live.live(), fresh.live());
    Ok(())
}

/// Who is found by a domain, a name or an address.
fn names_agree(state: &State, anew: &State) -> Result<(), TestCaseError> {
    for domain in ["one.example", "two.fr", "x.example", "gmail.com"] {
        prop_assert_eq!(
            state.organisation_of_domain(domain),
            anew.organisation_of_domain(domain)
        );
    }
    for name in ["One", "Two", "Élan", "Two Fr"] {
        prop_assert_eq!(
            state.organisation_named(name),
            anew.organisation_named(name)
        );
    }
    for email in ["a@one.example", "c@two.fr", "d@gmail.com"] {
        prop_assert_eq!(state.contact_of_email(email), anew.contact_of_email(email));
    }
    Ok(())
}
