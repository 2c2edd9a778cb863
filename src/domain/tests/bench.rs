//! A house to try the rules on: six people, a calendar with French holidays, a small matrix, and the
//! records of everything that was done, so that any of it can be replayed.

use chrono::{NaiveDateTime, TimeZone};

use crate::domain::Millis;
use crate::domain::calendar::{Calendar, Rule};
use crate::domain::command::{Act, Command};
use crate::domain::decide::decide;
use crate::domain::decision::Earlier;
use crate::domain::decision::{Decision, Facts};
use crate::domain::event::Event;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::{Country, House, Selection, Selects};
use crate::domain::ids::{MessageKey, OrganisationId, PersonId, RequestId};
use crate::domain::meta::Meta;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{NewPerson, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::{Asked, Incoming, Request, Sender, Source};
use crate::domain::routing::{KindId, Routing, Row, Target};
use crate::domain::state::State;

/// Relation officer, manager and administrator: the first person of the house.
pub(crate) const ANNA: PersonId = PersonId(1);
/// Relation officer.
pub(crate) const BEN: PersonId = PersonId(2);
/// Pricing officer.
pub(crate) const CLEA: PersonId = PersonId(3);
/// Back-office assistant.
pub(crate) const DAN: PersonId = PersonId(4);
/// Mediator: may read, and no more.
pub(crate) const EVE: PersonId = PersonId(5);
/// Facilitator: may see nothing of the inbox.
pub(crate) const FAY: PersonId = PersonId(6);

/// The kinds of the small matrix.
pub(crate) const R1: KindId = KindId(0);
pub(crate) const STATISTICS: KindId = KindId(1);
/// A row that nobody of the house can take.
pub(crate) const ORPHAN: KindId = KindId(2);

/// An instant, written as the clock in Paris shows it: `2026-03-10 10:00`.
pub(crate) fn paris(local: &str) -> Millis {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect(local);
    let at = chrono_tz::Europe::Paris.from_local_datetime(&local);
    at.earliest()
        .expect("a time that exists")
        .timestamp_millis()
}

/// How an instant reads in Paris.
pub(crate) fn shown(at: Option<Millis>) -> String {
    let Some(at) = at else {
        return "never".to_owned();
    };
    let at = chrono_tz::Europe::Paris.timestamp_millis_opt(at).single();
    at.expect("an instant").format("%Y-%m-%d %H:%M").to_string()
}

/// A country by its code.
pub(crate) fn country(code: &str) -> Country {
    Country::parse(code).expect(code)
}

/// The house in Paris: weekdays 9:00–12:30 and 13:30–18:00, four French holidays.
pub(crate) fn house() -> House {
    let holidays = vec![
        Rule::Fixed { month: 1, day: 1 },
        Rule::Easter { offset_days: 1 },
        Rule::Fixed { month: 5, day: 1 },
        Rule::Fixed { month: 7, day: 14 },
    ];
    let hours = [(540, 750), (810, 1_080)];
    let calendar = Calendar::weekdays("Europe/Paris", &hours, holidays).expect("a calendar");
    let mut house = House::new("La Fresque", country("FR"), calendar);
    house.domains = vec!["house.example".into()];
    house
}

/// The same, whose clients select.
pub(crate) fn market() -> House {
    let selection = Selection {
        subcontracting: Selects::Client,
        introduction: Selects::Client,
    };
    House {
        selection,
        ..house()
    }
}

/// A matrix of three rows.
pub(crate) fn matrix() -> Routing {
    let row = |id, key: &str, words: &[&str], to: &[Role], copy: &[Role]| Row {
        id,
        key: key.into(),
        keywords: words.iter().map(|w| (*w).into()).collect(),
        to: to.iter().map(|role| Target::Role(*role)).collect(),
        copy: copy.iter().map(|role| Target::Role(*role)).collect(),
        names: Vec::new(),
        retired: false,
    };
    let back = [Role::Treasurer, Role::BackOfficeAssistant];
    Routing {
        rows: vec![
            row(
                R1,
                "r1_quotation",
                &["cotation", "r1"],
                &[Role::PricingOfficer],
                &[Role::Manager],
            ),
            row(
                STATISTICS,
                "statistics",
                &["statistiques", "r1 statistics"],
                &back,
                &[],
            ),
            row(ORPHAN, "orphan", &["orphan"], &[Role::Treasurer], &[]),
        ],
    }
}

/// Somebody to be added.
pub(crate) fn somebody(name: &str, roles: &[Role]) -> NewPerson {
    let email = format!("{}@staff.example", name.to_lowercase());
    NewPerson {
        name: name.into(),
        email: email.into(),
        roles: roles.to_vec(),
    }
}

/// The command that sets the house up.
pub(crate) fn set_up() -> Command {
    Command::House(HouseCommand::SetUp {
        house: Box::new(market()),
        terms: Box::default(),
        routing: Box::new(matrix()),
        first: somebody(
            "Anna",
            &[Role::RelationOfficer, Role::Manager, Role::Administrator],
        ),
    })
}

/// The five others.
pub(crate) fn others() -> [Command; 5] {
    [
        ("Ben", Role::RelationOfficer),
        ("Clea", Role::PricingOfficer),
        ("Dan", Role::BackOfficeAssistant),
        ("Eve", Role::Mediator),
        ("Fay", Role::Facilitator),
    ]
    .map(|(name, role)| Command::People(PeopleCommand::Add(somebody(name, &[role]))))
}

/// A mail from `from`, with a key of its own.
pub(crate) fn mail(key: u128, from: &str, subject: &str, body: &str) -> Incoming {
    Incoming {
        source: Source::Mail,
        key: MessageKey(key | 1 << 120),
        message_id: format!("{key}@mail.example").into(),
        parents: Vec::new(),
        sent_at: None,
        from: Sender {
            name: "".into(),
            email: from.into(),
        },
        to: Vec::new(),
        cc: Vec::new(),
        subject: subject.into(),
        body: body.into(),
        whole: None,
        attachments: Vec::new(),
        meetings: Vec::new(),
        language: None,
        automatic: false,
        asked: Asked::default(),
    }
}

/// The key that [`mail`] gives.
pub(crate) fn key(key: u128) -> MessageKey {
    MessageKey(key | 1 << 120)
}

/// The same mail as an answer to `parents`.
pub(crate) fn answering(mut mail: Incoming, parents: &[u128]) -> Incoming {
    mail.parents = parents.iter().map(|parent| key(*parent)).collect();
    mail
}

/// One act on some requests.
pub(crate) fn on(requests: &[u32], act: Act) -> Command {
    Command::Request(RequestCommand::On {
        requests: requests.iter().map(|id| RequestId(*id)).collect(),
        act,
    })
}

/// The house, its state, and the records of all that was done.
#[derive(Clone)]
pub(crate) struct Bench {
    pub state: State,
    pub records: Vec<(Meta, Vec<Event>)>,
    pub now: Millis,
    /// For whom people act.
    pub on_behalf: Option<PersonId>,
    last_key: u128,
}

impl Bench {
    /// The house with its six people, on a Tuesday morning.
    pub fn new() -> Bench {
        let mut bench = Bench::empty();
        bench.must(None, set_up());
        for command in others() {
            bench.must(Some(ANNA), command);
        }
        bench
    }

    /// No house yet.
    pub fn empty() -> Bench {
        Bench {
            state: State::default(),
            records: Vec::new(),
            now: paris("2026-03-10 10:00"),
            on_behalf: None,
            last_key: 0,
        }
    }

    /// What a command comes with.
    pub fn facts(&self, actor: Option<PersonId>, command: &Command) -> Facts {
        let stacks = actor.and_then(|actor| self.state.stacks(actor));
        let seq = match command {
            Command::Undo => stacks.and_then(|s| s.next_undo()),
            Command::Redo => stacks.and_then(|s| s.next_redo()),
            _ => None,
        };
        let record = |seq| self.records.iter().find(|(meta, _)| meta.seq == seq);
        let earlier = seq.and_then(record);
        Facts {
            now: self.now,
            actor,
            on_behalf: self.on_behalf,
            seen: None,
            reading: None,
            outgoing: None,
            earlier: earlier.map(|(meta, events)| Earlier {
                seq: meta.seq,
                events: events.clone(),
            }),
        }
    }

    /// Decides a command without making it so.
    pub fn decide(&self, actor: Option<PersonId>, command: &Command) -> Result<Decision, Refusal> {
        let read = self.read(command);
        decide(&self.state, &self.facts(actor, command), &read)
    }

    /// What is sent back as a whole, by who has read all there is.
    fn read(&self, command: &Command) -> Command {
        match command.is_whole() {
            true => command.clone().upon(self.state.seq()),
            false => command.clone(),
        }
    }

    /// Decides a command, records it and makes it so.
    pub fn run(&mut self, actor: Option<PersonId>, command: Command) -> Result<Decision, Refusal> {
        let decision = self.decide(actor, &command)?;
        if !decision.events.is_empty() {
            let meta = Meta {
                seq: self.state.seq() + 1,
                at: self.now,
                actor,
                on_behalf: self.on_behalf,
                command: u128::from(self.state.seq()) + 1_000,
            };
            self.state.apply(&meta, &decision.events);
            self.records.push((meta, decision.events.clone()));
        }
        Ok(decision)
    }

    /// Does what must be possible.
    pub fn must(&mut self, actor: Option<PersonId>, command: Command) -> Decision {
        let shown = format!("{command:?}");
        self.run(actor, command)
            .unwrap_or_else(|refusal| panic!("{shown}: {refusal:?}"))
    }

    /// One act on one request that must be possible.
    pub fn act(&mut self, who: PersonId, id: RequestId, act: Act) -> Decision {
        let decision = self.must(
            Some(who),
            Command::Request(RequestCommand::On {
                requests: vec![id],
                act,
            }),
        );
        assert_eq!(decision.skipped, []);
        decision
    }

    /// Why one act on one request is refused.
    pub fn refused(&self, who: PersonId, id: RequestId, act: Act) -> Refusal {
        let command = Command::Request(RequestCommand::On {
            requests: vec![id],
            act,
        });
        self.decide(Some(who), &command).expect_err("a refusal")
    }

    /// Takes a mail in; gives the request it became or joined, and the key of the mail.
    pub fn receive(&mut self, incoming: Incoming) -> Result<RequestId, Refusal> {
        let key = incoming.key;
        self.run(
            None,
            Command::Request(RequestCommand::Receive(Box::new(incoming))),
        )?;
        Ok(self
            .state
            .request_of_message(key)
            .expect("it belongs to a request"))
    }

    /// A new request from a mail.
    pub fn request(&mut self, from: &str, subject: &str, body: &str) -> RequestId {
        self.last_key += 1;
        let mail = mail(self.last_key, from, subject, body);
        self.receive(mail).expect("a request")
    }

    /// A new request with nothing particular about it.
    pub fn any_request(&mut self) -> RequestId {
        self.request(
            "paul@client.example",
            "CLIENT / an afternoon",
            "Hello, we are 12.",
        )
    }

    /// The key of the mail that the last [`Bench::request`] took in.
    pub fn last_key(&self) -> u128 {
        self.last_key
    }

    /// A request as it is now.
    pub fn get(&self, id: RequestId) -> &Request {
        self.state.request(id).expect("a request")
    }

    /// Changes what is known of an organisation.
    pub fn profile(&mut self, id: OrganisationId, change: impl FnOnce(&mut OrganisationProfile)) {
        let mut profile = self
            .state
            .organisation(id)
            .expect("an organisation")
            .profile
            .clone();
        change(&mut profile);
        let profile = Box::new(profile);
        self.must(
            Some(ANNA),
            Command::Directory(DirectoryCommand::ChangeOrganisation {
                organisation: id,
                profile,
            }),
        );
    }

    /// The state that the records alone give.
    pub fn replayed(&self) -> State {
        let mut state = State::default();
        for (meta, events) in &self.records {
            state.apply(meta, events);
        }
        state
    }

    /// An instant `hours` plain hours from now.
    pub fn later(&self, hours: i64) -> Millis {
        self.now + hours * 3_600_000
    }
}
