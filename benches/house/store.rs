//! A made-up house on disk: its records go through the journal in groups, its checkpoint is written by
//! the desk as it closes.

use std::path::Path;

use entremise::desk::{Desk, Submission};
use entremise::domain::house::command::HouseCommand;
use entremise::domain::house::{Country, House, Language};
use entremise::domain::ids::{ContactId, MessageKey, OrganisationId, PersonId, RequestId};
use entremise::domain::organisation::contact::ContactEntry;
use entremise::domain::organisation::event::DirectoryEvent;
use entremise::domain::organisation::{Contact, Organisation, OrganisationProfile};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::request::change::Change;
use entremise::domain::request::event::Received;
use entremise::domain::request::event::RequestEvent;
use entremise::domain::request::incoming::{Asked, Sender};
use entremise::domain::request::{CloseReason, Findings, Incoming, Owes, Source, Status, Turn};
use entremise::domain::routing::KindId;
use entremise::domain::{Command, Event, Millis};
use entremise::journal::{Journal, NewRecord, Store, codec};
use entremise::{assets, desk};

use super::house::{Letter, NOW, Random, letter, organisations};
use super::measure::or_exit;

/// The person at the screen.
pub const ME: PersonId = PersonId(1);
/// The staff, the one at the screen included.
pub const STAFF: u32 = 12;
/// Records in one append.
const GROUP: usize = 4_096;
/// Requests whose handling is recorded together.
const TOGETHER: usize = 256;
const HOUR: Millis = 3_600_000;

/// The made-up house's clock.
pub fn clock() -> desk::Clock {
    std::sync::Arc::new(|| NOW)
}

/// Sets up a house with its staff and `requests` requests in `folder`: nine in twenty closed, some
/// asleep, the others open, two in three of them assigned, a few overdue.
pub async fn build(folder: &Path, requests: usize) {
    let desk = or_exit(Desk::open(folder, clock()).await);
    let mut actor = None;
    for command in staff() {
        or_exit(desk.submit(Submission::new(actor, command)).await);
        // Once the house is set up only somebody of it may add people.
        actor = Some(ME);
    }
    desk.close().await;
    drop(desk);
    if requests > 0 {
        let store = released(folder).await;
        append(&store, requests).await;
        drop(store);
        // Replays what was appended, and writes the checkpoint at closing.
        let desk = reopened(folder).await;
        desk.close().await;
    }
}

/// The store, once the desk's thread has let go of it.
pub async fn released(folder: &Path) -> Store {
    for _ in 0..200 {
        if let Ok(store) = Store::open(folder) {
            return store;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    or_exit(Store::open(folder))
}

/// The desk, once whoever had it open before has let go of it.
pub async fn reopened(folder: &Path) -> Desk {
    drop(released(folder).await);
    or_exit(Desk::open(folder, clock()).await)
}

fn staff() -> Vec<Command> {
    let home = or_exit(Country::parse("FR").ok_or("no country"));
    let mut house = House::new("La Fresque", home, or_exit(assets::calendar(home)));
    house.domains = vec!["house.example".into()];
    let person = |n: u32, roles: &[Role]| NewPerson {
        name: format!("Officer{n} Martin").into(),
        email: format!("officer{n}@house.example").into(),
        roles: roles.to_vec(),
    };
    let first = person(
        1,
        &[Role::RelationOfficer, Role::Manager, Role::Administrator],
    );
    let routing = Box::new(or_exit(assets::routing()));
    let set_up = Command::House(HouseCommand::SetUp {
        house: Box::new(house),
        terms: Box::default(),
        routing,
        first,
    });
    let others = (2..=STAFF)
        .map(|n| Command::People(PeopleCommand::Add(person(n, &[Role::RelationOfficer]))));
    std::iter::once(set_up).chain(others).collect()
}

/// Appends the records of `requests` requests.
async fn append(store: &Store, requests: usize) {
    let mut maker = Maker::new(requests);
    let mut records = Vec::with_capacity(GROUP + 2);
    let mut next = store.journal().last() + 1;
    while maker.made < requests {
        for _ in 0..TOGETHER.min(requests - maker.made) {
            records.push(maker.received());
        }
        records.extend(maker.handled());
        if records.len() + TOGETHER + 2 > GROUP || maker.made == requests {
            next = or_exit(
                store
                    .journal()
                    .append(next, std::mem::take(&mut records))
                    .await,
            ) + 1;
        }
    }
}

/// Makes requests one after the other, spread over three years.
struct Maker {
    random: Random,
    requests: usize,
    made: usize,
    at: Millis,
    /// Organisations by the letter's own name for them, in the order they were met.
    known: std::collections::HashMap<String, OrganisationId>,
    contacts: std::collections::HashMap<String, ContactId>,
    /// Requests that nothing was done with yet.
    fresh: Vec<(RequestId, Turn)>,
}

impl Maker {
    fn new(requests: usize) -> Maker {
        Maker {
            random: Random::new(7),
            requests,
            made: 0,
            at: 0,
            known: Default::default(),
            contacts: Default::default(),
            fresh: Vec::new(),
        }
    }

    /// The record of the next request that comes in.
    fn received(&mut self) -> NewRecord {
        let years = 3 * 365 * 24 * HOUR;
        let share = Millis::try_from(self.made).unwrap_or_default() * years;
        self.at = NOW - years + share / Millis::try_from(self.requests).unwrap_or(1);
        let letter = letter(&mut self.random, organisations(self.requests), 1);
        let mut events = Vec::with_capacity(3);
        let (organisation, contact) = self.who(&letter, &mut events);
        let id = RequestId::at(self.made);
        let due =
            NOW + Millis::try_from(self.random.below(800)).unwrap_or_default() * HOUR - 48 * HOUR;
        let turn = match self.random.below(4) {
            0 => Turn {
                owes: Owes::Client,
                due: Some(due),
            },
            _ => Turn {
                owes: Owes::House,
                due: Some(due),
            },
        };
        let kind = u8::try_from(self.random.below(12))
            .ok()
            .map(KindId)
            .filter(|kind| kind.0 > 3);
        self.fresh.push((id, turn));
        events.push(Event::Request(RequestEvent::Received {
            received: Box::new(Received {
                id,
                organisation,
                contact,
                message: self.incoming(letter),
                language: Language::FR,
                kind,
                deadline: None,
                findings: Findings::default(),
                turn,
                related: None,
            }),
        }));
        self.made += 1;
        self.record(None, &events)
    }

    fn incoming(&mut self, letter: Letter) -> Incoming {
        let key = (u128::from(self.random.next()) << 64) | u128::from(self.random.next());
        let tagged = self.random.below(5) == 0;
        Incoming {
            source: Source::Mail,
            key: MessageKey(key),
            message_id: format!("{key:032x}@mail.example").into(),
            parents: Vec::new(),
            sent_at: Some(self.at),
            from: Sender {
                name: letter.name.into(),
                email: letter.email.into(),
            },
            to: vec![Sender {
                name: "".into(),
                email: "contact@house.example".into(),
            }],
            cc: Vec::new(),
            subject: letter.subject.into(),
            body: letter.body.into(),
            whole: None,
            attachments: Vec::new(),
            meetings: Vec::new(),
            language: None,
            automatic: false,
            asked: Asked {
                tags: if tagged {
                    vec![self.random.pick(&["urgent", "école", "gros-budget"]).into()]
                } else {
                    Vec::new()
                },
                ..Asked::default()
            },
        }
    }

    fn who(&mut self, letter: &Letter, events: &mut Vec<Event>) -> (OrganisationId, ContactId) {
        let next = OrganisationId::at(self.known.len());
        let organisation = *self
            .known
            .entry(letter.organisation.clone())
            .or_insert(next);
        if organisation == next {
            let domain = letter
                .email
                .rsplit_once('@')
                .map_or("", |(_, domain)| domain);
            let profile = OrganisationProfile {
                name: letter.organisation.as_str().into(),
                country: Country::parse(self.random.pick(&["FR", "FR", "BE", "GB"])),
                domains: vec![domain.into()],
                known: self.random.below(3) == 0,
                ..OrganisationProfile::default()
            };
            let organisation = Box::new(Organisation {
                id: next,
                profile,
                relation_until: None,
                merged_into: None,
            });
            events.push(Event::Directory(DirectoryEvent::OrganisationAdded {
                organisation,
            }));
        }
        let next = ContactId::at(self.contacts.len());
        let contact = *self.contacts.entry(letter.email.clone()).or_insert(next);
        if contact == next {
            let entry = ContactEntry {
                name: letter.name.as_str().into(),
                email: letter.email.as_str().into(),
                ..ContactEntry::default()
            };
            let contact = Box::new(Contact::new(next, organisation, &entry));
            events.push(Event::Directory(DirectoryEvent::ContactAdded { contact }));
        }
        (organisation, contact)
    }

    /// The records of what was done with the latest requests: who took them, and how some ended.
    fn handled(&mut self) -> [NewRecord; 2] {
        let (mut taken, mut ended) = (Vec::new(), Vec::new());
        for (request, turn) in std::mem::take(&mut self.fresh) {
            if self.random.below(3) > 0 {
                let person =
                    u32::try_from(self.random.below(STAFF as usize)).unwrap_or_default() + 1;
                let change = Change::Assignee {
                    from: None,
                    to: Some(PersonId(person)),
                };
                taken.push(Event::Request(RequestEvent::Changed { request, change }));
            }
            let to = match self.random.below(20) {
                0..9 => Status::Closed {
                    reason: CloseReason::ANSWERED,
                    at: self.at,
                },
                9 => Status::Snoozed {
                    until: NOW + HOUR * 24 * 30,
                },
                _ => continue,
            };
            ended.push(Event::Request(RequestEvent::Changed {
                request,
                change: Change::Status {
                    from: Status::Open,
                    to,
                },
            }));
            if let Status::Closed { .. } = to {
                let change = Change::Turn {
                    from: turn,
                    to: Turn::NOBODY,
                };
                ended.push(Event::Request(RequestEvent::Changed { request, change }));
            }
        }
        [self.record(Some(ME), &taken), self.record(Some(ME), &ended)]
    }

    fn record(&mut self, actor: Option<PersonId>, events: &Vec<Event>) -> NewRecord {
        NewRecord {
            at_ms: self.at,
            actor: actor.map_or(0, |person| person.0),
            on_behalf: None,
            command: (u128::from(self.random.next()) << 64) | u128::from(self.random.next()),
            salt: (u128::from(self.random.next()) << 64 | u128::from(self.random.next()))
                .to_le_bytes(),
            payload: or_exit(codec::encode(events)),
        }
    }
}
