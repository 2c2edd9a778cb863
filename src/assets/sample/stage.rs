//! The stage of the sample house: who and what the names in its files are, what is planned so far, and the
//! house, its people and its clients from the first day. Gives out no order: that follows once all is planned.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeZone};
use chrono_tz::Tz;

use super::files::{HouseFile, OrganisationLine, PersonLine, RequestLine};
use super::{DAY, Planned, What, bad};
use crate::assets::{BadFile, holidays, routing};
use crate::domain::calendar::Calendar;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::{Country, Funds, House, Identity, Selection, Selects};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{NewPerson, Role};
use crate::domain::{Command, Millis, OrganisationId, PersonId, RequestId};

/// The hour at which an office day ends.
const EVENING: u32 = 18;

/// The names of the files, and what they stand for.
pub(super) struct Stage {
    pub(super) now: Millis,
    zone: Tz,
    pub(super) people: BTreeMap<String, PersonId>,
    pub(super) organisations: BTreeMap<String, (OrganisationId, String)>,
    pub(super) requests: BTreeMap<String, RequestId>,
    pub(super) administrator: PersonId,
    pub(super) planned: Vec<Planned>,
}

impl Stage {
    pub(super) fn new(
        now: Millis,
        house: &HouseFile,
        requests: &[RequestLine],
    ) -> Result<Stage, BadFile> {
        let admin = |person: &&PersonLine| person.roles.iter().any(|role| role == "administrator");
        let first = house
            .person
            .iter()
            .find(admin)
            .ok_or_else(|| bad("no administrator".to_owned()))?;
        let others = house.person.iter().filter(|person| person.id != first.id);
        let people = std::iter::once(first).chain(others).enumerate();
        let named = house.organisation.iter().enumerate();
        let zone = house.house.zone.parse();
        Ok(Stage {
            now,
            zone: zone.map_err(|_| bad("no such zone".to_owned()))?,
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

    /// The end of the office day of something due `at`, of a thing that is there since `from`: nothing is due at the odd
    /// minute the house is made in. What is over stays over, and what is to come to come.
    pub(super) fn evening(&self, from: Millis, at: Millis) -> Millis {
        let local = DateTime::from_timestamp_millis(at).unwrap_or_default();
        let day = local.with_timezone(&self.zone).date_naive();
        let end = |day: NaiveDate| {
            let local = day.and_hms_opt(EVENING, 0, 0)?;
            let instant = self.zone.from_local_datetime(&local).earliest()?;
            Some(instant.timestamp_millis())
        };
        let days = [Some(day), day.succ_opt(), day.pred_opt()];
        let ends = days.into_iter().flatten().filter_map(end);
        let mut fitting = ends.filter(|end| *end > from && (*end > self.now) == (at > self.now));
        fitting.next().unwrap_or(at)
    }

    pub(super) fn person(&self, id: &str) -> Result<PersonId, BadFile> {
        self.people
            .get(id)
            .copied()
            .ok_or_else(|| bad(format!("nobody is called {id}")))
    }

    pub(super) fn play(&mut self, at: Millis, who: Option<PersonId>, command: Command) {
        let what = What::Command(command);
        self.planned.push(Planned { at, who, what });
    }

    pub(super) fn set_up(&mut self, start: Millis, file: &HouseFile) -> Result<(), BadFile> {
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
        house.funds = Funds::Through(line.funds.as_str().into());
        let selects = |key: &str| {
            let found = Selects::ALL.into_iter().find(|one| one.key() == key);
            found.ok_or_else(|| bad(format!("the house: nobody selects by “{key}”")))
        };
        house.selection = Selection {
            subcontracting: selects(&line.selected_by.subcontracting)?,
            introduction: selects(&line.selected_by.introduction)?,
        };
        house.identities = vec![Identity {
            country: home,
            name: line.identity.name.as_str().into(),
            address: line.identity.address.as_str().into(),
            registration: line.identity.registration.as_str().into(),
            vat: line.identity.vat.as_str().into(),
            bank: line.identity.bank.as_str().into(),
            footer: line.identity.footer.as_str().into(),
        }];
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
            Command::House(HouseCommand::SetUp {
                house: Box::new(house),
                terms: Box::default(),
                routing,
                first,
            }),
        );
        for person in people {
            self.play(
                start,
                Some(self.administrator),
                Command::People(PeopleCommand::Add(person?)),
            );
        }
        self.clients(start, &file.organisation);
        Ok(())
    }

    /// The organisations known from the first day, as an account manager enters them.
    fn clients(&mut self, start: Millis, lines: &[OrganisationLine]) {
        let manager = self.person("david").unwrap_or(self.administrator);
        for line in lines {
            let parent = line
                .parent
                .as_ref()
                .and_then(|id| self.organisations.get(id))
                .map(|(id, _)| *id);
            let profile = OrganisationProfile {
                name: line.name.as_str().into(),
                country: Country::parse(&line.country),
                segment: line.segment.as_str().into(),
                domains: line.domains.iter().map(|d| d.as_str().into()).collect(),
                parent,
                known: line.known,
                ..OrganisationProfile::default()
            };
            let relation_until = line
                .relation_days
                .map(|days| self.now + (days * DAY) as Millis);
            let command = Command::Directory(DirectoryCommand::AddOrganisation {
                profile: Box::new(profile),
                relation_until,
            });
            self.play(start, Some(manager), command);
        }
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
