//! WKS-7: a record that a damaged journal lost takes only itself along. What later records began keeps its
//! own id, and no id is given out twice.

use std::collections::BTreeMap;

use super::bench::*;
use super::machine::read_back;
use crate::domain::State;
use crate::domain::meta::Meta;

/// A house in which everything was done once: people, clients, requests, quotations, opportunities,
/// proposals, a mission.
fn worked() -> Fair {
    let mut fair = Fair::open();
    let id = fair.state.board().pending().last().expect("one is open");
    fair.runs(GIL, id);
    fair.any_request();
    fair.any_request();
    fair
}

/// What each row is, by its id.
fn rows(state: &State) -> BTreeMap<String, String> {
    let mut rows = BTreeMap::new();
    for person in state.people() {
        rows.insert(person.id.to_string(), person.name.to_string());
    }
    for organisation in state.organisations() {
        let domains = format!("{:?}", organisation.profile.domains);
        rows.insert(organisation.id.to_string(), domains);
    }
    for contact in state.contacts() {
        rows.insert(contact.id.to_string(), contact.email.to_string());
    }
    for request in state.requests().iter() {
        let who = format!("{} at {}", request.contact, request.received_at);
        rows.insert(request.id.to_string(), who);
    }
    for quotation in state.quotations().rows() {
        rows.insert(quotation.id.to_string(), quotation.request.to_string());
    }
    for opportunity in state.board().opportunities() {
        rows.insert(opportunity.id.to_string(), opportunity.request.to_string());
    }
    for proposal in state.board().proposals() {
        let whose = format!("{} for {}", proposal.person, proposal.opportunity);
        rows.insert(proposal.id.to_string(), whose);
    }
    rows
}

/// The ids that would be given out next.
fn next(state: &State) -> [u32; 7] {
    [
        state.next_person().0,
        state.next_organisation().0,
        state.next_contact().0,
        state.requests().next_id().0,
        state.quotations().next().0,
        state.board().next_opportunity().0,
        state.board().next_proposal().0,
    ]
}

fn without(fair: &Fair, lost: usize) -> State {
    let mut state = State::default();
    for (n, (meta, events)) in fair.records.iter().enumerate() {
        let events = if n == lost { &[][..] } else { events };
        state.apply(meta, events);
    }
    state
}

/// Which rows a record began.
fn began(fair: &Fair, n: usize) -> Vec<String> {
    let upto = |n: usize| {
        let mut state = State::default();
        let some: &[(Meta, Vec<_>)] = &fair.records[..n];
        some.iter()
            .for_each(|(meta, events)| state.apply(meta, events));
        rows(&state)
    };
    let (before, after) = (upto(n), upto(n + 1));
    after
        .into_keys()
        .filter(|id| !before.contains_key(id))
        .collect()
}

#[test]
fn wks_7_a_lost_record_takes_no_other_row_along_and_shifts_no_id() {
    let fair = worked();
    let whole = rows(&fair.state);
    let ends = next(&fair.state);
    let mut shifted = 0;
    for lost in 0..fair.records.len() {
        let gone = began(&fair, lost);
        let holed = without(&fair, lost);
        let found = rows(&holed);
        // A proposal stands on its opportunity: without it there is nothing it is for.
        let stands = |row: &str| !gone.iter().any(|id| row.ends_with(&format!("for {id}")));
        let kept = whole
            .iter()
            .filter(|(id, row)| !gone.contains(id) && stands(row));
        for (id, row) in kept {
            assert_eq!(found.get(id), Some(row), "{id} without record {}", lost + 1);
        }
        assert!(
            gone.iter()
                .all(|id| !found.contains_key(id) || found[id] == whole[id])
        );
        // Only what was begun last and is lost cannot be known of.
        for (end, next) in ends.iter().zip(next(&holed)) {
            assert!(
                next == *end || next + gone.len() as u32 >= *end,
                "record {}",
                lost + 1
            );
        }
        shifted += usize::from(!gone.is_empty());
    }
    assert!(shifted > 12, "only {shifted} records began a row");
}

#[test]
fn wks_7_a_state_with_empty_places_is_the_same_from_a_checkpoint() {
    let fair = worked();
    for lost in 0..fair.records.len() {
        let holed = without(&fair, lost);
        let read = read_back(&holed);
        assert_eq!(read, holed, "without record {}", lost + 1);
        assert_eq!(next(&read), next(&holed), "without record {}", lost + 1);
    }
}
