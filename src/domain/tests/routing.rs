//! REQ-4: the routing matrix proposes, a person confirms.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::Act;
use crate::domain::ids::PersonId;
use crate::domain::person::Role;
use crate::domain::refusal::Refusal;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::routing::{KindId, Row, Target};

#[test]
fn req_4_the_subject_is_asked_before_the_body_and_the_longest_words_win() {
    let table = [
        (
            "Demande de cotation",
            "statistiques",
            Some(("cotation", R1)),
        ),
        (
            "bonjour",
            "les STATISTIQUES svp",
            Some(("statistiques", STATISTICS)),
        ),
        ("R1 statistics", "", Some(("r1 statistics", STATISTICS))),
        ("r1", "", Some(("r1", R1))),
        ("decotations", "r10", None),
        ("", "", None),
    ];
    let matrix = matrix();
    for (subject, body, wanted) in table {
        let found = matrix.keywords().recognise(subject, body);
        let found = found.as_ref().map(|r| (&*r.words, r.kind));
        assert_eq!(found, wanted, "{subject} | {body}");
    }
}

#[test]
fn req_4_a_route_is_proposed_and_taken_by_hand() {
    let mut bench = Bench::new();
    let id = bench.request("paul@client.example", "CLIENT / cotation", "text");
    assert_eq!(bench.get(id).kind, Some(R1));
    assert_eq!(bench.get(id).assignee, None, "nothing happens by itself");
    let route = bench.state.routing().route(R1, &bench.state);
    assert_eq!((route.to, route.copy), (Some(CLEA), vec![ANNA]));
    bench.act(BEN, id, Act::Route);
    assert_eq!(bench.get(id).assignee, Some(CLEA));
    assert_eq!(*bench.get(id).watchers, [ANNA]);
    assert_eq!(bench.refused(BEN, id, Act::Route), Refusal::AlreadySo);
}

#[test]
fn req_4_the_first_role_that_somebody_holds_takes_it() {
    let mut bench = Bench::new();
    assert_eq!(
        bench.state.routing().route(STATISTICS, &bench.state).to,
        Some(DAN),
        "no treasurer yet"
    );
    bench.must(
        Some(ANNA),
        Command::AddPerson(somebody("Gus", &[Role::Treasurer])),
    );
    assert_eq!(
        bench.state.routing().route(STATISTICS, &bench.state).to,
        Some(PersonId(7))
    );
    bench.must(
        Some(ANNA),
        Command::SetActive {
            person: PersonId(7),
            active: false,
        },
    );
    assert_eq!(
        bench.state.routing().route(STATISTICS, &bench.state).to,
        Some(DAN),
        "he left"
    );
}

#[test]
fn req_4_no_route_without_a_kind_or_without_anybody() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    assert_eq!(
        bench.refused(BEN, id, Act::Route),
        Refusal::Request(RequestRefusal::NoRoute)
    );
    bench.act(BEN, id, Act::SetKind(Some(ORPHAN)));
    assert_eq!(
        bench.refused(BEN, id, Act::Route),
        Refusal::Request(RequestRefusal::NoRoute)
    );
}

#[test]
fn req_4_only_kinds_of_the_matrix_can_be_set() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    assert_eq!(
        bench.refused(BEN, id, Act::SetKind(Some(KindId(77)))),
        Refusal::NoSuchThing
    );
    bench.act(BEN, id, Act::SetKind(Some(R1)));
    assert_eq!(
        bench.refused(BEN, id, Act::SetKind(Some(R1))),
        Refusal::AlreadySo
    );
    bench.act(BEN, id, Act::SetKind(None));
    assert_eq!(bench.get(id).kind, None);
}

#[test]
fn req_4_a_route_names_each_once_and_only_staff() {
    let mut bench = Bench::new();
    let mut edited = matrix();
    let roles = [
        Role::Manager,
        Role::RelationOfficer,
        Role::Administrator,
        Role::Facilitator,
    ];
    edited.rows[0] = Row {
        to: vec![Target::Person(FAY), Target::Person(CLEA)],
        copy: roles
            .into_iter()
            .map(Target::Role)
            .chain([Target::Person(BEN), Target::Person(ANNA)])
            .collect(),
        ..edited.rows[0].clone()
    };
    bench.must(Some(ANNA), Command::ChangeRouting(Box::new(edited)));
    let route = bench.state.routing().route(R1, &bench.state);
    assert_eq!(route.to, Some(CLEA), "a facilitator cannot take requests");
    assert_eq!(route.copy, [ANNA, BEN]);
}

#[test]
fn req_4_the_matrix_is_data_that_has_a_limit() {
    let bench = Bench::new();
    let mut edited = matrix();
    edited.rows = vec![edited.rows[0].clone(); 101];
    let refused = bench.decide(Some(ANNA), &Command::ChangeRouting(Box::new(edited)));
    assert_eq!(refused, Err(Refusal::TooLong { most: 100 }));
}
