//! Invariant 7, for the house, its people, the organisations it knows and their requests.

use super::kept::is_kept;
use super::*;
use crate::domain::house::event::HouseEvent;
use crate::domain::house::{Country, Language, Selection};
use crate::domain::ids::{ContactId, OrganisationId, ViewId};
use crate::domain::money::{Currency, Money};
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::{Contact, Organisation, OrganisationProfile};
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::{Person, Preferences, Role};
use crate::domain::request::change::Change;
use crate::domain::request::event::{Outcome, Received, RequestEvent};
use crate::domain::request::incoming::{Asked, Attachment, Incoming, Meeting, Sender};
use crate::domain::request::lint::{Finding, Findings};
use crate::domain::request::{CloseReason, Group, Owes, RequestStage, Source, Status, Turn, Wish};
use crate::domain::routing::{KindId, Routing, Row, Target};
use crate::domain::saved_view::SavedView;
use crate::domain::tests::bench::{ANNA, BEN, FAY};
use crate::domain::{MessageKey, Millis, RequestId};

const AT: Millis = 1_773_133_200_000;
const ID: RequestId = RequestId(9);

fn france() -> Country {
    Country::parse("FR").expect("a country")
}

fn settled() -> Vec<Event> {
    let mut house = bench::Bench::new()
        .state
        .house()
        .expect("a house")
        .as_ref()
        .clone();
    house.domains = vec!["ours.example".into()];
    house.selection = Selection::default();
    let row = Row {
        id: KindId(3),
        key: "workshop".into(),
        keywords: vec!["atelier".into()],
        to: vec![Target::Role(Role::RelationOfficer), Target::Person(BEN)],
        copy: vec![Target::Person(ANNA)],
        names: Vec::new(),
        retired: false,
    };
    let view = || {
        Box::new(SavedView {
            id: ViewId(2),
            name: "À moi".into(),
            query: "who:me".into(),
            owner: BEN,
            shared: true,
        })
    };
    let preferences = Preferences {
        language: "fr".into(),
        theme: "light".into(),
        toured: true,
    };
    vec![
        Event::House(HouseEvent::Changed {
            to: Box::new(house),
        }),
        Event::House(HouseEvent::RoutingChanged {
            to: Box::new(Routing { rows: vec![row] }),
        }),
        Event::People(PeopleEvent::Added {
            person: Box::new(Person {
                id: FAY,
                name: "Fay".into(),
                email: "fay@x.example".into(),
                roles: vec![Role::Facilitator, Role::Manager],
                active: true,
                preferences: preferences.clone(),
            }),
        }),
        Event::People(PeopleEvent::RolesChanged {
            person: FAY,
            from: vec![Role::Facilitator],
            to: vec![Role::ClientContact],
        }),
        Event::People(PeopleEvent::ActiveChanged {
            person: FAY,
            to: false,
        }),
        Event::People(PeopleEvent::PreferencesChanged {
            person: FAY,
            to: preferences,
        }),
        Event::People(PeopleEvent::ViewSaved { view: view() }),
        Event::People(PeopleEvent::ViewRemoved { view: view() }),
    ]
}

fn directory() -> Vec<Event> {
    let profile = OrganisationProfile {
        name: "Orga".into(),
        country: Some(france()),
        segment: "bank".into(),
        domains: vec!["orga.example".into()],
        parent: Some(OrganisationId(2)),
        known: true,
        ..OrganisationProfile::default()
    };
    vec![
        Event::Directory(DirectoryEvent::OrganisationAdded {
            organisation: Box::new(Organisation {
                id: OrganisationId(4),
                profile: profile.clone(),
                relation_until: Some(AT),
                merged_into: None,
            }),
        }),
        Event::Directory(DirectoryEvent::ProfileChanged {
            organisation: OrganisationId(4),
            from: Box::default(),
            to: Box::new(profile),
        }),
        Event::Directory(DirectoryEvent::RelationSet {
            organisation: OrganisationId(4),
            from: None,
            to: Some(AT),
        }),
        Event::Directory(DirectoryEvent::ContactAdded {
            contact: Box::new(Contact::new(
                ContactId(5),
                OrganisationId(4),
                &ContactEntry {
                    name: "Zoé".into(),
                    email: "zoe@orga.example".into(),
                    phone: "01 02".into(),
                    ..ContactEntry::default()
                },
            )),
        }),
    ]
}

fn wish() -> Wish {
    Wish {
        dates: "en mars".into(),
        place: "Lyon".into(),
        online: Some(false),
        participants: Some(40),
        budget: Some(Money {
            minor: 120_000,
            currency: Currency::EUR,
        }),
    }
}

fn message() -> Incoming {
    let sender = |name: &str| Sender {
        name: name.into(),
        email: "z@x.example".into(),
    };
    Incoming {
        source: Source::Form,
        key: MessageKey(7),
        message_id: "<a@b>".into(),
        parents: vec![MessageKey(8)],
        sent_at: Some(AT),
        from: sender("Zoé"),
        to: vec![sender("Nous")],
        cc: vec![sender("Eux")],
        subject: "Atelier".into(),
        body: "Bonjour".into(),
        whole: Some([0xa1; 32]),
        attachments: vec![Attachment {
            name: "a.pdf".into(),
            mime: "application/pdf".into(),
            size: 10,
            blob: [0xb1; 32],
        }],
        meetings: vec![Meeting {
            method: "REQUEST".into(),
            summary: "Point".into(),
            starts: "2026-03-24".into(),
            place: "ici".into(),
        }],
        language: Language::parse("gsw"),
        automatic: true,
        asked: Asked {
            organisation: "Orga".into(),
            country: Some(france()),
            segment: "bank".into(),
            phone: "01 02".into(),
            kind: "workshop".into(),
            wish: wish(),
            deadline: Some(AT),
            tags: vec!["vip".into()],
            assignee: Some(BEN),
        },
    }
}

fn turn(owes: Owes) -> Turn {
    Turn {
        owes,
        due: Some(AT),
    }
}

/// How the way of a request changes: who works it, whose turn it is, how far it has come.
fn changes_of_way() -> Vec<Change> {
    vec![
        Change::Assignee {
            from: Some(ANNA),
            to: Some(BEN),
        },
        Change::Turn {
            from: turn(Owes::House),
            to: turn(Owes::Client),
        },
        Change::Stage {
            from: RequestStage::New,
            to: RequestStage::Validated,
        },
        Change::Group {
            from: Some(Group::Subcontracting),
            to: Some(Group::ClientIntroduction),
        },
        Change::Status {
            from: Status::Snoozed { until: AT },
            to: Status::Closed {
                reason: CloseReason::SPAM,
                at: AT,
            },
        },
        Change::Status {
            from: Status::Open,
            to: Status::Merged { into: RequestId(8) },
        },
        Change::Status {
            from: Status::Open,
            to: Status::Void,
        },
    ]
}

/// How what is known of a request changes.
fn changes_of_facts() -> Vec<Change> {
    vec![
        Change::Subject {
            from: "a".into(),
            to: "b".into(),
        },
        Change::Deadline {
            from: Some(AT),
            to: None,
        },
        Change::Kind {
            from: Some(KindId(1)),
            to: None,
        },
        Change::Organisation {
            from: OrganisationId(1),
            to: OrganisationId(2),
        },
        Change::Wish {
            from: Some(Box::new(wish())),
            to: None,
        },
        Change::Tag {
            tag: "vip".into(),
            there: true,
        },
        Change::Watch {
            person: BEN,
            there: true,
        },
        Change::Finding {
            finding: Finding::ALL[0],
            there: false,
        },
        Change::Attempts { from: 1, to: 2 },
        Change::Related {
            from: Some(RequestId(1)),
            to: None,
        },
    ]
}

fn requests() -> Vec<Event> {
    let mut all = vec![
        Event::Request(RequestEvent::Received {
            received: Box::new(Received {
                id: ID,
                organisation: OrganisationId(4),
                contact: ContactId(5),
                message: message(),
                language: Language::FR,
                kind: Some(KindId(3)),
                deadline: Some(AT),
                findings: Findings::default().set(Finding::ALL[0], true),
                turn: turn(Owes::House),
                related: Some(RequestId(1)),
            }),
        }),
        Event::Request(RequestEvent::Joined {
            request: ID,
            message: Box::new(message()),
        }),
        Event::Request(RequestEvent::Noted {
            request: ID,
            text: "vu".into(),
        }),
        Event::Request(RequestEvent::Attempted {
            request: ID,
            outcome: Outcome::NoAnswer,
            text: "".into(),
        }),
        Event::Request(RequestEvent::Retracted {
            request: ID,
            of: 3,
            back: true,
        }),
        Event::Request(RequestEvent::Merged {
            request: ID,
            into: RequestId(8),
            joined: true,
        }),
        Event::Undone { of: 3 },
        Event::Redone { of: 4 },
    ];
    let changes = changes_of_way().into_iter().chain(changes_of_facts());
    all.extend(changes.map(|change| {
        Event::Request(RequestEvent::Changed {
            request: ID,
            change,
        })
    }));
    all
}

#[test]
fn invariant_7_events_of_the_house_and_its_people_are_written_and_read_bit_for_bit() {
    is_kept("house", &settled());
}

#[test]
fn invariant_7_events_of_organisations_are_written_and_read_bit_for_bit() {
    is_kept("directory", &directory());
}

#[test]
fn invariant_7_events_of_requests_are_written_and_read_bit_for_bit() {
    is_kept("requests", &requests());
}
