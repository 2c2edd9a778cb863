//! EML-2: mail of known providers is no client's request: it goes to the providers' desk, whom the routing matrix
//! names, or to the case it answers.

use super::bench::*;
use crate::domain::command::{Act, Command};
use crate::domain::house::command::HouseCommand;
use crate::domain::ids::{OrganisationId, PersonId, RequestId};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::request::{Incoming, Request, Source};
use crate::domain::routing::{KindId, Routing, Row, Target};

const HERS: &str = "fay@practice.example";

fn mailed(bench: &mut Bench, person: PersonId, email: &str) {
    let name = bench.state.person(person).expect("somebody").name.clone();
    let email = email.into();
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::Edit {
            person,
            name,
            email,
        }),
    );
}

/// A bench on which Fay, a facilitator, has a mail address.
fn with_fay() -> Bench {
    let mut bench = Bench::new();
    mailed(&mut bench, FAY, HERS);
    routed(&mut bench, |routing| {
        let row = Row {
            id: KindId(90),
            key: Routing::PROVIDERS.into(),
            keywords: Vec::new(),
            to: vec![Target::Role(Role::BackOfficeAssistant)],
            copy: Vec::new(),
            names: Vec::new(),
            retired: false,
        };
        routing.rows.push(row);
    });
    bench
}

fn routed(bench: &mut Bench, change: impl FnOnce(&mut Routing)) {
    let mut routing = (**bench.state.routing()).clone();
    change(&mut routing);
    bench.must(
        Some(ANNA),
        Command::House(HouseCommand::ChangeRouting(Box::new(routing))),
    );
}

fn taken(bench: &mut Bench, mail: Incoming) -> Request {
    let id = bench.receive(mail).expect("taken in");
    bench.get(id).clone()
}

#[test]
fn eml_2_a_providers_mail_goes_to_their_desk_and_makes_no_client() {
    let mut bench = with_fay();
    let before = bench.state.organisations().count();
    let words = "ACME / quotation R1 before 5 May";
    let request = taken(
        &mut bench,
        mail(1, "FAY@Practice.example", words, "Credits?"),
    );
    assert!(request.is_from_provider());
    assert_eq!(
        bench.state.organisations().count(),
        before,
        "no client was made"
    );
    let row = bench
        .state
        .routing()
        .by_key(Routing::PROVIDERS)
        .expect("a row")
        .clone();
    assert_eq!(
        request.kind,
        Some(row.id),
        "who wrote decides, not the words"
    );
    assert_eq!(
        request.assignee,
        bench.state.routing().route(row.id, &bench.state).to
    );
    assert!(request.assignee.is_some() && request.findings.is_empty());
    let contact = bench.state.contact(request.contact).expect("who wrote");
    assert_eq!(contact.organisation, OrganisationId::NONE);
    // The second one is of the same writer.
    let second = taken(&mut bench, mail(2, HERS, "again", "text"));
    assert_eq!(second.contact, request.contact);
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn eml_2_the_matrix_says_whose_desk_it_is() {
    let mut bench = with_fay();
    routed(&mut bench, |routing| {
        for row in routing
            .rows
            .iter_mut()
            .filter(|row| &*row.key == Routing::PROVIDERS)
        {
            row.to = vec![Target::Person(BEN)];
            row.copy = vec![Target::Person(CLEA)];
        }
    });
    let request = taken(&mut bench, mail(1, HERS, "x", "text"));
    assert_eq!(request.assignee, Some(BEN));
    assert_eq!(*request.watchers, [CLEA]);
    // A matrix from before has no such row.
    let mut bench = Bench::new();
    mailed(&mut bench, FAY, HERS);
    let request = taken(&mut bench, mail(2, HERS, "x", "text"));
    let assistant = bench
        .state
        .people()
        .find(|p| p.roles.contains(&Role::BackOfficeAssistant));
    assert!(request.is_from_provider() && request.kind.is_none());
    assert_eq!(request.assignee, assistant.map(|p| p.id));
}

#[test]
fn eml_2_a_providers_answer_joins_the_case_it_answers() {
    let mut bench = with_fay();
    let case = bench.any_request();
    let parent = bench.last_key();
    let answer = answering(mail(50, HERS, "Re: free in May", "Yes"), &[parent]);
    assert_eq!(bench.receive(answer), Ok(case));
    // A stranger's does not, whatever it says.
    let stranger = answering(mail(51, "x@elsewhere.example", "Re", "Yes"), &[parent]);
    assert_ne!(bench.receive(stranger), Ok(case));
    // What answers a message of the providers' desk stays there.
    let first = bench
        .receive(mail(60, HERS, "x", "text"))
        .expect("taken in");
    let more = answering(mail(61, HERS, "Re: x", "more"), &[60]);
    assert_eq!(bench.receive(more), Ok(first));
}

#[test]
fn eml_2_whoever_is_a_client_too_or_of_the_house_is_no_mere_provider() {
    let mut bench = with_fay();
    // A client of before stays one.
    let client = taken(&mut bench, mail(1, "gil@client.example", "A / b", "text"));
    let gil = bench.state.next_person();
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::Add(somebody("Gil", &[Role::Facilitator]))),
    );
    mailed(&mut bench, gil, "gil@client.example");
    let again = taken(&mut bench, mail(2, "gil@client.example", "A / c", "text"));
    assert_eq!(again.organisation, client.organisation);
    // Nor is it who has another part as well.
    for other in [Role::ClientContact, Role::RelationOfficer] {
        let roles = vec![Role::Facilitator, other];
        bench.must(
            Some(ANNA),
            Command::People(PeopleCommand::ChangeRoles { person: FAY, roles }),
        );
        let n = u128::from(bench.state.seq());
        let request = taken(
            &mut bench,
            mail(1_000 + n, &format!("fay{n}@a.example"), "x", "y"),
        );
        assert!(!request.is_from_provider(), "nobody has that address");
        let request = taken(&mut bench, mail(2_000 + n, HERS, "x", "text"));
        assert!(!request.is_from_provider(), "{other:?}");
    }
    // A row of a table is what it says.
    let mut bench = with_fay();
    let mut row = mail(9, HERS, "A / b", "text");
    row.source = Source::Csv;
    assert!(!taken(&mut bench, row).is_from_provider());
}

#[test]
fn eml_2_a_client_behind_a_providers_mail_is_said_by_an_officer() {
    let mut bench = with_fay();
    let id = bench
        .receive(mail(1, HERS, "A client of mine asks", "text"))
        .expect("taken in");
    let client = taken(&mut bench, mail(2, "paul@client.example", "A / b", "text"));
    bench.act(BEN, id, Act::SetOrganisation(client.organisation));
    assert!(!bench.get(id).is_from_provider());
    assert_eq!(bench.get(RequestId(id.0)).organisation, client.organisation);
    assert_eq!(bench.state, bench.replayed());
}
