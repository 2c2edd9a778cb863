//! The sample house (UX, "First minutes"): invented people, clients and 200 requests with their history,
//! as commands with their times, so that it is made by the same rules as a real one.

mod board;
mod quotations;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{BadFile, holidays, read, routing};
use crate::domain::calendar::Calendar;
use crate::domain::command::Unread;
use crate::domain::house::{Country, House, Language};
use crate::domain::ids::MessageKey;
use crate::domain::money::{Currency, Money};
use crate::domain::organisation::Profile;
use crate::domain::person::{NewPerson, Role};
use crate::domain::request::event::Outcome;
use crate::domain::request::incoming::{Asked, Incoming, Sender};
use crate::domain::request::{CloseReason, Group, Source, Wish};
use crate::domain::{Act, Command, Millis, OrganisationId, PersonId, RequestId, Seq};

const FILES: [&str; 6] = [
    include_str!("../../assets/sample/requests-01.toml"),
    include_str!("../../assets/sample/requests-02.toml"),
    include_str!("../../assets/sample/requests-03.toml"),
    include_str!("../../assets/sample/requests-04.toml"),
    include_str!("../../assets/sample/requests-05.toml"),
    include_str!("../../assets/sample/requests-06.toml"),
];

const BOARD: &str = include_str!("../../assets/sample/board.toml");

const DAY: f64 = 86_400_000.0;

/// One thing that happens in the sample house.
#[derive(Clone, Debug)]
pub struct Scene {
    /// When.
    pub at: Millis,
    /// Who does it; `None` is the house itself.
    pub who: Option<PersonId>,
    /// What.
    pub command: Command,
}

#[derive(Deserialize)]
struct HouseFile {
    house: HouseLine,
    person: Vec<PersonLine>,
    organisation: Vec<OrganisationLine>,
}

#[derive(Deserialize)]
struct HouseLine {
    name: String,
    country: String,
    domain: String,
    zone: String,
    holidays: String,
    week: [Vec<(u16, u16)>; 7],
}

#[derive(Deserialize)]
struct PersonLine {
    id: String,
    name: String,
    email: String,
    roles: Vec<String>,
}

#[derive(Deserialize)]
struct OrganisationLine {
    id: String,
    name: String,
    country: String,
    segment: String,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    known: bool,
    parent: Option<String>,
    relation_days: Option<f64>,
}

#[derive(Deserialize)]
struct RequestFile {
    request: Vec<RequestLine>,
}

#[derive(Deserialize)]
struct ContactLine {
    name: String,
    email: String,
    #[serde(default)]
    phone: String,
}

#[derive(Deserialize)]
struct RequestLine {
    id: String,
    days_ago: f64,
    org: String,
    lang: String,
    contact: ContactLine,
    subject: String,
    body: String,
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    cc: Vec<String>,
    #[serde(default)]
    kind: String,
    participants: Option<u32>,
    #[serde(default)]
    place: String,
    online: Option<bool>,
    #[serde(default)]
    wanted: String,
    budget: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    deadline_days: Option<f64>,
    #[serde(default)]
    step: Vec<StepLine>,
}

#[derive(Deserialize)]
struct StepLine {
    after: String,
    #[serde(default)]
    who: String,
    #[serde(rename = "do")]
    what: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    days: f64,
}

/// The sample house as it would have come about until `now`.
///
/// # Errors
/// A file that does not read, or names something that is not there.
pub fn sample(now: Millis) -> Result<Vec<Scene>, BadFile> {
    let house: HouseFile = read(
        "sample/house.toml",
        include_str!("../../assets/sample/house.toml"),
    )?;
    let mut requests: Vec<RequestLine> = Vec::new();
    for (n, source) in FILES.iter().enumerate() {
        requests.extend(
            read::<RequestFile>(&format!("sample/requests-{:02}.toml", n + 1), source)?.request,
        );
    }
    requests.sort_by(|a, b| b.days_ago.total_cmp(&a.days_ago));
    let oldest = requests.first().map_or(0.0, |request| request.days_ago);
    let start = ago(now, oldest + 1.0);
    let mut stage = Stage::new(now, &house, &requests)?;
    stage.set_up(start, &house)?;
    for request in &requests {
        stage.request(request)?;
    }
    let board: board::File = read("sample/board.toml", BOARD)?;
    stage.board(start, &board)?;
    let arrivals: Vec<(String, Millis)> = requests
        .iter()
        .map(|request| (request.id.clone(), ago(now, request.days_ago)))
        .collect();
    stage.quotations(start, &arrivals)?;
    stage.planned.sort_by_key(|planned| planned.at);
    in_order(stage.planned, &house.house.domain)
}

/// The scenes, once their order is known: every one makes one record, so that a step can name the
/// record of an earlier one.
fn in_order(planned: Vec<Planned>, domain: &str) -> Result<Vec<Scene>, BadFile> {
    let mut numbers = board::Numbers::default();
    let mut scenes: Vec<Scene> = Vec::with_capacity(planned.len());
    for Planned { at, who, what } in planned {
        let commands = match what {
            What::Command(command) => vec![command],
            What::Board(step) => {
                let seq = Seq::try_from(scenes.len()).unwrap_or(0) + 1;
                numbers.commands(&step, seq)?
            }
        };
        for command in commands {
            if let Command::Receive(incoming) = &command
                && !incoming.from.email.ends_with(domain)
            {
                numbers.hear(&incoming.from.email);
            }
            if let Command::Quotation(quotation) = &command
                && let crate::domain::quotation::Command::Begin(request) = &**quotation
            {
                numbers.quote(*request);
            }
            let command = if command.is_whole() {
                command.over(Unread::Told)
            } else {
                command
            };
            scenes.push(Scene { at, who, command });
        }
    }
    Ok(scenes)
}

fn ago(now: Millis, days: f64) -> Millis {
    // Days of a sample are small: no precision is lost, and none is needed.
    now - (days * DAY) as Millis
}

fn bad(problem: String) -> BadFile {
    BadFile {
        name: "sample".to_owned(),
        problem,
    }
}

/// The names of the files, and what they stand for.
struct Stage {
    now: Millis,
    people: BTreeMap<String, PersonId>,
    organisations: BTreeMap<String, (OrganisationId, String)>,
    requests: BTreeMap<String, RequestId>,
    administrator: PersonId,
    planned: Vec<Planned>,
}

/// Something that happens, before the order of all things is known.
struct Planned {
    at: Millis,
    who: Option<PersonId>,
    what: What,
}

enum What {
    Command(Command),
    Board(board::Step),
}

impl Stage {
    fn new(now: Millis, house: &HouseFile, requests: &[RequestLine]) -> Result<Stage, BadFile> {
        let admin = |person: &&PersonLine| person.roles.iter().any(|role| role == "administrator");
        let first = house
            .person
            .iter()
            .find(admin)
            .ok_or_else(|| bad("no administrator".to_owned()))?;
        let others = house.person.iter().filter(|person| person.id != first.id);
        let people = std::iter::once(first).chain(others).enumerate();
        let named = house.organisation.iter().enumerate();
        Ok(Stage {
            now,
            people: people
                .map(|(n, person)| (person.id.clone(), PersonId::at(n)))
                .collect(),
            organisations: named
                .map(|(n, o)| (o.id.clone(), (OrganisationId::at(n), o.name.clone())))
                .collect(),
            requests: requests
                .iter()
                .enumerate()
                .map(|(n, r)| (r.id.clone(), RequestId::at(n)))
                .collect(),
            administrator: PersonId(1),
            planned: Vec::new(),
        })
    }

    fn person(&self, id: &str) -> Result<PersonId, BadFile> {
        self.people
            .get(id)
            .copied()
            .ok_or_else(|| bad(format!("nobody is called {id}")))
    }

    fn play(&mut self, at: Millis, who: Option<PersonId>, command: Command) {
        let what = What::Command(command);
        self.planned.push(Planned { at, who, what });
    }

    fn set_up(&mut self, start: Millis, file: &HouseFile) -> Result<(), BadFile> {
        let line = &file.house;
        let home = Country::parse(&line.country)
            .ok_or_else(|| bad("the house has no country".to_owned()))?;
        let rules = Country::parse(&line.holidays)
            .map(holidays)
            .unwrap_or_default();
        let calendar =
            Calendar::new(&line.zone, line.week.clone(), rules).map_err(|e| bad(e.to_string()))?;
        let mut house = House::new(&line.name, home, calendar);
        house.domains = vec![line.domain.as_str().into()];
        house.sample = true;
        let mut people: Vec<&PersonLine> = file.person.iter().collect();
        people.sort_by_key(|person| self.people.get(&person.id).copied());
        let mut people = people.into_iter().map(new_person);
        let first = people
            .next()
            .ok_or_else(|| bad("the house has nobody".to_owned()))??;
        let routing = Box::new(routing()?);
        self.play(
            start,
            None,
            Command::SetUpHouse {
                house: Box::new(house),
                routing,
                first,
            },
        );
        for person in people {
            self.play(start, Some(self.administrator), Command::AddPerson(person?));
        }
        let manager = self.person("david").unwrap_or(self.administrator);
        for line in &file.organisation {
            let parent = line
                .parent
                .as_ref()
                .and_then(|id| self.organisations.get(id))
                .map(|(id, _)| *id);
            let profile = Profile {
                name: line.name.as_str().into(),
                country: Country::parse(&line.country),
                segment: line.segment.as_str().into(),
                domains: line.domains.iter().map(|d| d.as_str().into()).collect(),
                parent,
                known: line.known,
            };
            let relation_until = line
                .relation_days
                .map(|days| self.now + (days * DAY) as Millis);
            let command = Command::AddOrganisation {
                profile: Box::new(profile),
                relation_until,
            };
            self.play(start, Some(manager), command);
        }
        Ok(())
    }

    fn request(&mut self, line: &RequestLine) -> Result<(), BadFile> {
        let at = ago(self.now, line.days_ago);
        let (_, organisation) = self
            .organisations
            .get(&line.org)
            .ok_or_else(|| bad(format!("{}: no organisation {}", line.id, line.org)))?;
        let incoming = incoming(line, organisation, at);
        let key = incoming.key;
        self.play(at, None, Command::Receive(Box::new(incoming)));
        let id = self.requests.get(&line.id).copied().unwrap_or(RequestId(1));
        for (n, step) in line.step.iter().enumerate() {
            let when = at
                + span(&step.after)
                    .ok_or_else(|| bad(format!("{}: after {}", line.id, step.after)))?;
            if step.what == "mail_in" {
                self.play(
                    when,
                    None,
                    Command::Receive(Box::new(reply(line, step, key, n))),
                );
                continue;
            }
            let who = self.person(&step.who)?;
            let command = self.step(line, step, id, when)?;
            self.play(when, Some(who), command);
        }
        Ok(())
    }

    fn step(
        &self,
        line: &RequestLine,
        step: &StepLine,
        id: RequestId,
        at: Millis,
    ) -> Result<Command, BadFile> {
        let text: Box<str> = step.text.as_str().into();
        let later = at + (step.days * DAY) as Millis;
        let act = match step.what.as_str() {
            "claim" => Act::Claim,
            "assign" => Act::Assign(Some(self.person(&step.to)?)),
            "watch" => Act::Watch(true),
            "note" => Act::Note(text),
            "called" => Act::Attempt(Outcome::Called, text),
            "no_answer" => Act::Attempt(Outcome::NoAnswer, text),
            "spoke" => Act::Attempt(Outcome::Spoke, text),
            "validate" => Act::Validate(text),
            "refuse" => Act::Close(CloseReason::NotSerious, text),
            "subject" => Act::SetSubject(text),
            "group" if step.to == "subcontracting" => Act::SetGroup(Some(Group::Subcontracting)),
            "group" => Act::SetGroup(Some(Group::ClientIntroduction)),
            "tag" => Act::Tag(text, true),
            "snooze" => Act::Snooze(later),
            "client_owes" => Act::ClientOwes(Some(later)),
            "close" => {
                let reason = CloseReason::parse(&step.reason)
                    .ok_or_else(|| bad(format!("{}: no reason {}", line.id, step.reason)))?;
                Act::Close(reason, text)
            }
            "reopen" => Act::Reopen,
            "merge" => {
                let into = self.requests.get(&step.to).copied();
                let into =
                    into.ok_or_else(|| bad(format!("{}: no request {}", line.id, step.to)))?;
                return Ok(Command::Merge {
                    from: vec![id],
                    into,
                });
            }
            other => return Err(bad(format!("{}: {other} is no step", line.id))),
        };
        Ok(Command::On {
            requests: vec![id],
            act,
        })
    }
}

fn new_person(line: &PersonLine) -> Result<NewPerson, BadFile> {
    let roles = line
        .roles
        .iter()
        .map(|role| Role::parse(role).ok_or_else(|| bad(format!("{role} is no role"))));
    Ok(NewPerson {
        name: line.name.as_str().into(),
        email: line.email.as_str().into(),
        roles: roles.collect::<Result<_, BadFile>>()?,
    })
}

/// `90m`, `2h`, `3d` in milliseconds.
fn span(text: &str) -> Option<Millis> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let minutes = match unit {
        "m" => 1.0,
        "h" => 60.0,
        "d" => 24.0 * 60.0,
        _ => return None,
    };
    Some((number.parse::<f64>().ok()? * minutes * 60_000.0) as Millis)
}

fn key(of: &str, n: usize) -> MessageKey {
    let digest = blake3::hash(format!("sample:{of}:{n}").as_bytes());
    let mut first = [0u8; 16];
    first.copy_from_slice(&digest.as_bytes()[..16]);
    MessageKey(u128::from_be_bytes(first))
}

fn sender(email: &str) -> Sender {
    Sender {
        name: "".into(),
        email: email.into(),
    }
}

fn incoming(line: &RequestLine, organisation: &str, at: Millis) -> Incoming {
    Incoming {
        source: Source::Mail,
        key: key(&line.id, 0),
        message_id: format!("{}@sample.example", line.id).into(),
        parents: Vec::new(),
        sent_at: Some(at),
        from: Sender {
            name: line.contact.name.as_str().into(),
            email: line.contact.email.as_str().into(),
        },
        to: line.to.iter().map(|email| sender(email)).collect(),
        cc: line.cc.iter().map(|email| sender(email)).collect(),
        subject: line.subject.as_str().into(),
        body: line.body.trim_start_matches('\n').into(),
        whole: None,
        attachments: Vec::new(),
        meetings: Vec::new(),
        language: Language::parse(&line.lang),
        automatic: false,
        asked: Asked {
            organisation: organisation.into(),
            phone: line.contact.phone.as_str().into(),
            kind: line.kind.as_str().into(),
            wish: Wish {
                dates: line.wanted.as_str().into(),
                place: line.place.as_str().into(),
                online: line.online,
                participants: line.participants,
                budget: line
                    .budget
                    .as_deref()
                    .and_then(|b| Money::parse(b, Currency::EUR)),
            },
            deadline: line.deadline_days.map(|days| at + (days * DAY) as Millis),
            tags: line.tags.iter().map(|tag| tag.as_str().into()).collect(),
            ..Asked::default()
        },
    }
}

fn reply(line: &RequestLine, step: &StepLine, parent: MessageKey, n: usize) -> Incoming {
    Incoming {
        key: key(&line.id, n + 1),
        message_id: format!("{}.{n}@sample.example", line.id).into(),
        parents: vec![parent],
        sent_at: None,
        cc: Vec::new(),
        subject: format!("Re: {}", line.subject).into(),
        body: step.text.as_str().into(),
        asked: Asked::default(),
        ..incoming(line, "", 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::Facts;
    use crate::domain::opportunity::Stage as Posted;
    use crate::domain::state::Meta;
    use crate::domain::{State, decide};

    /// The house as it came about, scene by scene.
    fn played() -> State {
        let mut state = State::default();
        for (n, scene) in sample(1_789_000_000_000)
            .expect("it reads")
            .into_iter()
            .enumerate()
        {
            let facts = Facts {
                now: scene.at,
                actor: scene.who,
                ..Facts::default()
            };
            let decision = decide(&state, &facts, &scene.command);
            let decision = decision.unwrap_or_else(|why| panic!("{why:?}: {:?}", scene.command));
            assert!(!decision.events.is_empty(), "{:?}", scene.command);
            let meta = Meta {
                seq: n as Seq + 1,
                at: scene.at,
                actor: scene.who,
                on_behalf: None,
                command: n as u128 + 1,
            };
            state.apply(&meta, &decision.events);
        }
        state
    }

    #[test]
    fn brd_1_the_sample_house_shows_opportunities_in_every_state() {
        let state = played();
        let board = state.board();
        let mut stages: Vec<&str> = board
            .opportunities()
            .iter()
            .map(|o| o.stage.key())
            .collect();
        stages.sort_unstable();
        stages.dedup();
        assert_eq!(
            stages,
            ["confirmed", "delivered", "ended", "open", "selected"]
        );
        let mut keys: Vec<&str> = board.proposals().iter().map(|p| p.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        let all = [
            "confirmed",
            "draft",
            "interesting",
            "lost",
            "not_interesting",
            "selected",
            "submitted",
            "withdrawn",
        ];
        assert_eq!(keys, all);
        assert!(
            board
                .opportunities()
                .iter()
                .any(|o| matches!(o.stage, Posted::Open)
                    && o.is_stale(1_789_000_000_000, state.terms().stale_days))
        );
        // Those who can log in as clients are the contacts they are said to be.
        for person in state
            .people()
            .filter(|p| p.roles.contains(&Role::ClientContact))
        {
            let contact = state.contact_of(person.id).and_then(|id| state.contact(id));
            assert_eq!(contact.map(|c| &c.email), Some(&person.email));
        }
    }
}
