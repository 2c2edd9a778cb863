//! What stands on the sample house's board: profiles, credits, opportunities in every state. Steps name
//! opportunities and proposals by the request and the person; which number they get, and which record a
//! proposal stands in, follows once all scenes are in order.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Planned, Stage, What, ago, bad, span};
use crate::assets::BadFile;
use crate::domain::facilitator::{Belt, Compliance, Profile, Subscription};
use crate::domain::house::{Country, Language};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::proposal::{Revision, Verdict};
use crate::domain::opportunity::{Agreement, Command, Ending, Formula, Notice, Payer, share};
use crate::domain::person::command::PeopleCommand;
use crate::domain::request::Group;
use crate::domain::terms::{Audience, MissionRole, Terms, Work};
use crate::domain::{
    self, ContactId, Millis, OpportunityId, PersonId, ProposalId, QuotationId, RequestId, Seq,
};

const DAY: f64 = 86_400_000.0;

#[derive(Deserialize)]
pub(super) struct File {
    profile: Vec<ProfileLine>,
    client: Vec<ClientLine>,
    post: Vec<PostLine>,
    favourite: Vec<FavouriteLine>,
}

#[derive(Deserialize)]
struct ProfileLine {
    who: String,
    country: String,
    languages: Vec<String>,
    zone: String,
    #[serde(default)]
    phone: String,
    published: bool,
    compliance: Vec<String>,
    belts: BTreeMap<String, String>,
    credits: [u32; 3],
}

#[derive(Deserialize)]
struct ClientLine {
    who: String,
    email: String,
    /// When the house made them one who can log in; they have written by then.
    days_ago: f64,
}

#[derive(Deserialize)]
struct FavouriteLine {
    who: String,
    request: String,
}

#[derive(Deserialize)]
struct PostLine {
    request: String,
    by: String,
    days_ago: f64,
    title: String,
    work: String,
    audience: String,
    lang: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    online: bool,
    #[serde(default)]
    dates: String,
    participants: Option<u32>,
    sessions: u16,
    deadline_days: f64,
    amount: Option<String>,
    #[serde(default)]
    formula: String,
    #[serde(default)]
    payer: String,
    #[serde(default)]
    payer_reason: String,
    #[serde(default)]
    urgent: bool,
    text: String,
    #[serde(default)]
    step: Vec<StepLine>,
}

#[derive(Clone, Deserialize)]
struct StepLine {
    after: String,
    who: String,
    #[serde(rename = "do")]
    what: String,
    #[serde(default)]
    to: String,
    price: Option<String>,
    #[serde(default)]
    available: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    refund: bool,
    #[serde(default)]
    role: String,
    #[serde(default)]
    task: String,
    #[serde(default)]
    days: Vec<f64>,
    #[serde(default)]
    session: u16,
    #[serde(default)]
    came: u32,
}

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
        let profile = Profile {
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
            subscription: Subscription::Standard,
            ..Profile::default()
        };
        let profile = Box::new(profile);
        self.play(
            start,
            Some(manager),
            domain::Command::People(PeopleCommand::KeepProfile { person, profile }),
        );
        for (kind, count) in CreditKind::ALL.into_iter().zip(line.credits) {
            if count > 0 {
                let grant = Command::Grant {
                    person,
                    kind,
                    count,
                    why: "abonnement".into(),
                };
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
            deadline: at + (line.deadline_days * DAY) as Millis,
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

fn command(command: Command) -> domain::Command {
    domain::Command::Board(Box::new(command))
}

/// The numbers that things get, in the order of the scenes.
#[derive(Default)]
pub(super) struct Numbers {
    contacts: BTreeMap<String, ContactId>,
    opportunities: BTreeMap<RequestId, OpportunityId>,
    /// A proposal, the record it stands in, and its price.
    proposals: BTreeMap<(RequestId, PersonId), (ProposalId, Seq, Option<Money>)>,
    sessions: BTreeMap<RequestId, Vec<Session>>,
    /// The latest quotation of each request, and how many there are.
    quotations: BTreeMap<RequestId, QuotationId>,
    quoted: usize,
}

impl Numbers {
    /// Takes note of a contact who writes for the first time.
    pub(super) fn hear(&mut self, email: &str) {
        let next = ContactId::at(self.contacts.len());
        if !email.is_empty() {
            self.contacts.entry(email.to_lowercase()).or_insert(next);
        }
    }

    /// Takes note of a quotation that is begun.
    pub(super) fn quote(&mut self, request: RequestId) {
        let id = QuotationId::at(self.quoted);
        self.quotations.insert(request, id);
        self.quoted += 1;
    }

    /// The commands of a step that begins with record `seq`.
    pub(super) fn commands(
        &mut self,
        step: &Step,
        seq: Seq,
    ) -> Result<Vec<domain::Command>, BadFile> {
        match step {
            Step::Link(person, email) => {
                let contact = self.contacts.get(&email.to_lowercase()).copied();
                let contact =
                    contact.ok_or_else(|| bad(format!("board: nobody writes from {email}")))?;
                Ok(vec![domain::Command::People(PeopleCommand::LinkContact {
                    person: *person,
                    contact: Some(contact),
                })])
            }
            Step::Favour(request) => {
                let favour = Command::Favourite(self.opportunity(*request)?, true);
                Ok(vec![command(favour)])
            }
            Step::Post(request, notice, text) => {
                let id = OpportunityId::at(self.opportunities.len());
                self.opportunities.insert(*request, id);
                Ok(vec![command(Command::Post {
                    request: *request,
                    quotation: self
                        .quotations
                        .get(request)
                        .copied()
                        .filter(|_| notice.formula.is_none()),
                    notice: notice.clone(),
                    description: Description {
                        text: text.clone(),
                        files: Vec::new(),
                    },
                })])
            }
            Step::Do(request, deed) => {
                let commands = self.deed(*request, deed, seq)?;
                Ok(commands.into_iter().map(command).collect())
            }
        }
    }

    fn opportunity(&self, request: RequestId) -> Result<OpportunityId, BadFile> {
        let known = self.opportunities.get(&request).copied();
        known.ok_or_else(|| bad(format!("board: {request} is not posted yet")))
    }

    fn proposal(
        &self,
        request: RequestId,
        person: Option<PersonId>,
    ) -> Result<(ProposalId, Seq, Option<Money>), BadFile> {
        let known = person.and_then(|person| self.proposals.get(&(request, person)).copied());
        known.ok_or_else(|| bad(format!("board: {request}: no such proposal")))
    }

    fn deed(&mut self, request: RequestId, deed: &Deed, seq: Seq) -> Result<Vec<Command>, BadFile> {
        let (line, opportunity) = (&deed.line, self.opportunity(request)?);
        let open = |kind, reason: &str| Command::Open {
            opportunity,
            kind,
            price: 1,
            reason: reason.into(),
        };
        let one = match line.what.as_str() {
            "open" => {
                let first = open(CreditKind::Consultation, "");
                return Ok(vec![first, open(CreditKind::Offer, "")]);
            }
            "contact" => open(CreditKind::Contact, &line.reason),
            "propose" | "draft" => self.propose(request, opportunity, deed, seq),
            "withdraw" => Command::Withdraw {
                proposal: self.proposal(request, Some(deed.who))?.0,
                reason: line.text.as_str().into(),
            },
            "interesting" | "not_interesting" => Command::Judge {
                proposal: self.proposal(request, deed.to)?.0,
                verdict: if line.what == "interesting" {
                    Verdict::Interesting
                } else {
                    Verdict::NotInteresting
                },
            },
            "encourage" => Command::Encourage(self.proposal(request, deed.to)?.0),
            "select" => {
                let (proposal, seen, _) = self.proposal(request, deed.to)?;
                Command::Select {
                    proposal,
                    seen,
                    advice: "".into(),
                }
            }
            "confirm" => self.confirm(request, opportunity, deed)?,
            "decline" => Command::Decline {
                opportunity,
                reason: line.text.as_str().into(),
            },
            "end" => Command::End {
                opportunity,
                why: Ending::ALL
                    .into_iter()
                    .find(|why| why.key() == line.reason)
                    .ok_or_else(|| bad(format!("board: {request}: why does it end?")))?,
                refund: line.refund,
            },
            "team" => Command::Team {
                opportunity,
                person: deed
                    .to
                    .ok_or_else(|| bad(format!("board: {request}: whom?")))?,
                role: MissionRole::ALL
                    .into_iter()
                    .find(|role| role.key() == line.role),
            },
            "plan" => self.plan(request, opportunity, deed),
            "tick" => Command::Tick {
                opportunity,
                task: Task::ALL
                    .into_iter()
                    .find(|task| task.key() == line.task)
                    .ok_or_else(|| bad(format!("board: {request}: no task {}", line.task)))?,
                done: true,
            },
            "attend" => self.attend(request, opportunity, line)?,
            "deliver" => Command::Deliver {
                opportunity,
                note: line.text.as_str().into(),
            },
            other => return Err(bad(format!("board: {other} is no step"))),
        };
        Ok(vec![one])
    }

    fn propose(
        &mut self,
        request: RequestId,
        opportunity: OpportunityId,
        deed: &Deed,
        seq: Seq,
    ) -> Command {
        let next = ProposalId::at(self.proposals.len());
        let begun = self.proposals.entry((request, deed.who));
        let kept = begun.or_insert((next, seq, deed.price));
        (kept.1, kept.2) = (seq, deed.price);
        Command::Propose {
            opportunity,
            revision: Box::new(Revision {
                price: Some(deed.price),
                available: Some(deed.line.available.as_str().into()),
                text: Some(deed.line.text.as_str().into()),
            }),
            submit: deed.line.what == "propose",
        }
    }

    /// The terms as they are with the house's usual ones.
    fn confirm(
        &self,
        request: RequestId,
        opportunity: OpportunityId,
        deed: &Deed,
    ) -> Result<Command, BadFile> {
        let (_, _, price) = self.proposal(request, Some(deed.who))?;
        let price = price.ok_or_else(|| bad(format!("board: {request}: no price")))?;
        let (terms, notice) = (Terms::default(), &deed.notice);
        let agreement = match notice.formula {
            None => Agreement {
                group: Group::Subcontracting,
                formula: None,
                price,
                commission: Money { minor: 0, ..price },
                payer: Payer::Client,
                coordination: Some(terms.coordination),
                usage_permille: 0,
                contribution_permille: 0,
            },
            formula => Agreement {
                group: Group::ClientIntroduction,
                formula,
                price,
                commission: share(price, terms.commission_permille),
                payer: notice.payer,
                coordination: None,
                usage_permille: terms.usage_permille,
                contribution_permille: terms.contribution_permille,
            },
        };
        Ok(Command::Confirm {
            opportunity,
            agreement: Box::new(agreement),
            consent: true,
        })
    }

    fn plan(&mut self, request: RequestId, opportunity: OpportunityId, deed: &Deed) -> Command {
        let session = |days: &f64| Session {
            at: deed.now + (days * DAY) as Millis,
            place: deed.notice.place.clone(),
            by: Some(deed.who),
            attended: None,
        };
        let sessions: Vec<Session> = deed.line.days.iter().map(session).collect();
        let seen = self.sessions.insert(request, sessions.clone());
        Command::Plan {
            opportunity,
            seen: seen.unwrap_or_default(),
            sessions,
        }
    }

    fn attend(
        &mut self,
        request: RequestId,
        opportunity: OpportunityId,
        line: &StepLine,
    ) -> Result<Command, BadFile> {
        let session = line.session.saturating_sub(1);
        let planned = self.sessions.get_mut(&request);
        let planned = planned.and_then(|all| all.get_mut(usize::from(session)));
        let planned = planned.ok_or_else(|| bad(format!("board: {request}: no session")))?;
        let was = planned.attended.replace(line.came);
        Ok(Command::Attend {
            opportunity,
            session,
            at: planned.at,
            was,
            attended: line.came,
        })
    }
}
