//! What stands on the sample house's board: profiles, credits, opportunities in every state. Steps name
//! opportunities and proposals by the request and the person; which number they get, and which record a
//! proposal stands in, follows once all scenes are in order.

mod lines;
mod numbers;

pub(super) use lines::File;
use lines::{PostLine, ProfileLine, StepLine};
pub(super) use numbers::Numbers;

use super::stage::Stage;
use super::{DAY, Planned, What, ago, bad, span};
use crate::assets::BadFile;
use crate::domain::facilitator::{FacilitatorProfile, Subscription};
use crate::domain::house::{Country, Language};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::{BoardCommand, CreditCommand, Formula, Notice, Payer};
use crate::domain::person::command::PeopleCommand;
use crate::domain::trade::{Audience, Work};
use crate::domain::trade::{Belt, Compliance};
use crate::domain::{self, Millis, PersonId, RequestId};

/// A step whose command needs numbers that follow from the order of all scenes.
#[derive(Clone)]
pub(super) enum Step {
    /// A person is the contact who writes from there.
    Link(PersonId, String),
    /// A favourite.
    Favour(RequestId),
    /// The request is posted.
    Post(RequestId, Box<Notice>, Box<str>),
    /// Something about the opportunity of the request.
    Do(RequestId, Box<Deed>),
}

/// Something about an opportunity that was posted.
#[derive(Clone)]
pub(super) struct Deed {
    line: StepLine,
    who: PersonId,
    to: Option<PersonId>,
    notice: Notice,
    now: Millis,
    price: Option<Money>,
}

impl Stage {
    /// Puts what stands on the board on the stage.
    pub(super) fn board(&mut self, start: Millis, file: &File) -> Result<(), BadFile> {
        let manager = self.person("david")?;
        for line in &file.profile {
            self.profile(start, manager, line)?;
        }
        for line in &file.client {
            let person = self.person(&line.who)?;
            self.plan(
                ago(self.now, line.days_ago),
                Some(self.administrator),
                Step::Link(person, line.email.clone()),
            );
        }
        for line in &file.post {
            self.post(line)?;
        }
        for line in &file.favourite {
            let (who, request) = (self.person(&line.who)?, self.request_id(&line.request)?);
            let at = self.now - (0.01 * DAY) as Millis;
            self.plan(at, Some(who), Step::Favour(request));
        }
        Ok(())
    }

    fn plan(&mut self, at: Millis, who: Option<PersonId>, step: Step) {
        self.planned.push(Planned {
            at,
            who,
            what: What::Board(step),
        });
    }

    fn request_id(&self, id: &str) -> Result<RequestId, BadFile> {
        let known = self.requests.get(id).copied();
        known.ok_or_else(|| bad(format!("board: no request {id}")))
    }

    fn profile(
        &mut self,
        start: Millis,
        manager: PersonId,
        line: &ProfileLine,
    ) -> Result<(), BadFile> {
        let person = self.person(&line.who)?;
        let belt =
            |(work, belt): (&String, &String)| Some((Work::parse(work)?, Belt::parse(belt)?));
        let belts: Option<Vec<_>> = line.belts.iter().map(belt).collect();
        let profile = FacilitatorProfile {
            country: Country::parse(&line.country),
            languages: line
                .languages
                .iter()
                .filter_map(|l| Language::parse(l))
                .collect(),
            zone: line.zone.as_str().into(),
            phone: line.phone.as_str().into(),
            published: line.published,
            belts: belts.ok_or_else(|| bad(format!("board: {}: no such belt", line.who)))?,
            compliance: line
                .compliance
                .iter()
                .filter_map(|c| Compliance::parse(c))
                .collect(),
            subscription: Subscription::STANDARD,
            ..FacilitatorProfile::default()
        };
        let profile = Box::new(profile);
        self.play(
            start,
            Some(manager),
            domain::Command::People(PeopleCommand::KeepProfile { person, profile }),
        );
        for (kind, count) in CreditKind::ALL.into_iter().zip(line.credits) {
            if count > 0 {
                let grant = BoardCommand::Credit(CreditCommand::Grant {
                    person,
                    kind,
                    count,
                    why: "abonnement".into(),
                });
                self.play(start, Some(manager), command(grant));
            }
        }
        Ok(())
    }

    fn post(&mut self, line: &PostLine) -> Result<(), BadFile> {
        let at = ago(self.now, line.days_ago);
        let request = self.request_id(&line.request)?;
        let wrong = |what: &str| bad(format!("board: {}: {what}", line.request));
        let notice = Notice {
            title: line.title.as_str().into(),
            work: Work::parse(&line.work).ok_or_else(|| wrong("work"))?,
            audience: Audience::parse(&line.audience).ok_or_else(|| wrong("audience"))?,
            language: Language::parse(&line.lang).ok_or_else(|| wrong("lang"))?,
            country: Country::parse(&line.country),
            place: line.place.as_str().into(),
            online: line.online,
            starts: None,
            dates: line.dates.as_str().into(),
            participants: line.participants,
            sessions: line.sessions,
            deadline: self.evening(at, at + (line.deadline_days * DAY) as Millis),
            amount: line
                .amount
                .as_deref()
                .and_then(|a| Money::parse(a, Currency::EUR)),
            formula: match line.formula.as_str() {
                "basic" => Some(Formula::Basic),
                "r0" => Some(Formula::R0),
                _ => None,
            },
            payer: match line.payer.as_str() {
                "provider" => Payer::Provider,
                _ => Payer::Client,
            },
            payer_reason: line.payer_reason.as_str().into(),
            urgent: line.urgent,
            skills: Vec::new(),
        };
        let by = self.person(&line.by)?;
        let text = line.text.trim().into();
        let posted = Step::Post(request, Box::new(notice.clone()), text);
        self.plan(at, Some(by), posted);
        for step in &line.step {
            let after = span(&step.after).ok_or_else(|| wrong("after"))?;
            let who = self.person(&step.who)?;
            let to = match step.to.as_str() {
                "" => None,
                name => Some(self.person(name)?),
            };
            let deed = Deed {
                line: step.clone(),
                who,
                to,
                notice: notice.clone(),
                now: self.now,
                price: match &step.price {
                    Some(price) => Money::parse(price, Currency::EUR),
                    // The house set it.
                    None => notice.amount.filter(|_| notice.formula.is_none()),
                },
            };
            self.plan(at + after, Some(who), Step::Do(request, Box::new(deed)));
        }
        Ok(())
    }
}

/// A command of the board, as the domain takes it.
fn command(command: BoardCommand) -> domain::Command {
    domain::Command::Board(Box::new(command))
}
