//! Decides what is wanted of quotations: beginning, brief, validity, tags. Each guard says what would make it pass. What
//! a version says stands in `version`; what moves a quotation from desk to desk, to the client and back in `hand_over`.

mod apply;
pub mod brief;
mod hand_over;
pub mod sight;
mod undo;
mod version;

use crate::domain::Millis;
use crate::domain::decision::{Decides, Decision, Facts};
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::house::House;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::{PersonId, QuotationId, RequestId};
use crate::domain::lists::rules::tags;
use crate::domain::person::{Permission, Person, Role};
use crate::domain::quotation::command::QuotationCommand;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::quotation::event::{QuotationEvent, Text};
use crate::domain::quotation::paper::Outgoing;
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::quotation::rules::brief::brief_of;
use crate::domain::quotation::{
    Brief, Desk, Quotation, QuotationStage, QuotationStanding, Round, Texts, collection,
};
use crate::domain::refusal::Refusal;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Request, Status};
use crate::domain::state::State;
use crate::domain::thing::{Thing, Writes};
use crate::domain::wholes;

const DAY: Millis = 24 * 3_600_000;

impl Decides for QuotationCommand {
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal> {
        let actor = facts.actor.and_then(|id| state.person(id));
        let doing = Doing {
            state,
            house: state.house().ok_or(HouseRefusal::NotSetUp)?,
            now: facts.now,
            actor: actor.ok_or(Refusal::NobodyKnown)?,
            outgoing: facts.outgoing.as_deref(),
        };
        doing.decide(self).map(Decision::of)
    }

    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        match self {
            QuotationCommand::Brief { quotation, .. } => Writes::Whole(Thing::Brief(*quotation)),
            QuotationCommand::Price { .. }
            | QuotationCommand::Assemble { .. }
            | QuotationCommand::Return { .. }
            | QuotationCommand::Send { .. }
            | QuotationCommand::Accept { .. } => Writes::Seen,
            QuotationCommand::Begin(_)
            | QuotationCommand::SendR1(_)
            | QuotationCommand::HandPrices(_)
            | QuotationCommand::HandProject(_)
            | QuotationCommand::SendR2 { .. }
            | QuotationCommand::Decline { .. }
            | QuotationCommand::Drop { .. }
            | QuotationCommand::Extend { .. }
            | QuotationCommand::Tag { .. } => Writes::One,
        }
    }
}

/// One command, being decided.
pub(super) struct Doing<'a> {
    pub(super) state: &'a State,
    pub(super) house: &'a House,
    pub(super) now: Millis,
    pub(super) actor: &'a Person,
    /// The paper that goes out with a version.
    pub(super) outgoing: Option<&'a Outgoing>,
}

/// What comes of it.
pub(super) type Events = Result<Vec<Event>, Refusal>;

impl<'a> Doing<'a> {
    fn decide(&self, command: &QuotationCommand) -> Events {
        match command {
            QuotationCommand::Begin(request) => self.begin(*request),
            QuotationCommand::Brief {
                quotation,
                brief,
                asked,
            } => self.brief(*quotation, brief, asked.as_deref()),
            QuotationCommand::SendR1(id) => self.send_r1(*id),
            QuotationCommand::Price {
                quotation,
                seen,
                currency,
                lines,
                note,
                valid_until,
            } => self.price(*quotation, *seen, *currency, lines, note, *valid_until),
            QuotationCommand::HandPrices(id) => self.hand_prices(*id),
            QuotationCommand::Assemble {
                quotation,
                seen,
                project,
                conditions,
                valid_until,
            } => {
                let texts = Texts {
                    project: project.trim().into(),
                    conditions: conditions.trim().into(),
                };
                self.assemble(*quotation, *seen, texts, *valid_until)
            }
            QuotationCommand::HandProject(id) => self.hand_project(*id),
            QuotationCommand::Return {
                quotation,
                from,
                to,
                reason,
            } => self.give_back(*quotation, *from, *to, reason),
            QuotationCommand::Send { quotation, version } => self.send(*quotation, *version),
            QuotationCommand::SendR2 {
                quotation,
                afresh,
                words,
            } => self.send_r2(*quotation, *afresh, words),
            QuotationCommand::Accept {
                quotation,
                version,
                words,
            } => self.accept(*quotation, *version, words),
            QuotationCommand::Decline { quotation, reason } => self.decline(*quotation, reason),
            QuotationCommand::Drop { quotation, reason } => self.give_up(*quotation, reason),
            QuotationCommand::Extend { quotation, until } => self.extend(*quotation, *until),
            QuotationCommand::Tag {
                quotation,
                tag,
                there,
            } => self.tag(*quotation, tag, *there),
        }
    }

    /// A quotation that the actor sees.
    pub(super) fn quotation(&self, id: QuotationId) -> Result<&'a Quotation, Refusal> {
        let eyes = Eyes::of_person(self.state, self.actor);
        eyes.quotation(id).map(|found| &**found)
    }

    /// A quotation that stands at `desk`.
    pub(super) fn at(&self, id: QuotationId, desk: Desk) -> Result<&'a Quotation, Refusal> {
        let quotation = self.quotation(id)?;
        if quotation.standing.stage == QuotationStage::At(desk) {
            return Ok(quotation);
        }
        Err(QuotationRefusal::QuotationElsewhere {
            quotation: id,
            stage: quotation.standing.stage.key(),
        }
        .into())
    }

    /// The request, as long as it is live.
    pub(super) fn request(&self, id: RequestId) -> Result<&'a Request, Refusal> {
        let request = self
            .state
            .request(id)
            .ok_or(RequestRefusal::NoSuchRequest(id))?;
        match request.status {
            Status::Open | Status::Snoozed { .. } => Ok(request),
            Status::Closed { .. } => Err(RequestRefusal::IsClosed(id).into()),
            Status::Merged { into } => Err(RequestRefusal::IsMerged { into }.into()),
            Status::Void => Err(RequestRefusal::IsVoid(id).into()),
        }
    }

    fn begin(&self, id: RequestId) -> Events {
        let request = self.request(id)?;
        let quotations: &collection::Quotations = self.state.quotations();
        if let Some(live) = quotations.live_of(id) {
            return Err(QuotationRefusal::AlreadyQuoted(live).into());
        }
        let standing = QuotationStanding {
            stage: QuotationStage::At(Desk::Brief),
            round: Round::R1,
            turn_of: Some(self.actor.id),
            due: self.due(request.deadline),
            copies: Vec::new(),
            r1_at: None,
            versions: 0,
            sent: None,
        };
        Ok(vec![Event::Quotation(OfQuotation {
            request: id,
            quotation: quotations.next(),
            event: Box::new(QuotationEvent::Begun {
                officer: self.actor.id,
                brief: Box::new(brief_of(self.state, request)),
                standing: Box::new(standing),
            }),
        })])
    }

    fn brief(&self, id: QuotationId, brief: &Brief, asked: Option<&str>) -> Events {
        let quotation = self.at(id, Desk::Brief)?;
        for line in [&brief.brand, &brief.dates, &brief.place] {
            longest(line, Brief::LINE_MOST)?;
        }
        let lists = self.state.lists();
        lists.may_stand(brief.work, quotation.brief.work)?;
        lists.may_stand(brief.audience, quotation.brief.audience)?;
        let asked = asked.map(str::trim);
        longest(asked.unwrap_or_default(), Quotation::TEXT_MOST)?;
        if brief.deadline != quotation.brief.deadline
            && brief.deadline.is_some_and(|deadline| deadline <= self.now)
        {
            return Err(Refusal::InThePast);
        }
        if *brief == quotation.brief && asked.is_none() {
            return Err(Refusal::AlreadySo);
        }
        let briefed = QuotationEvent::Briefed {
            from: Box::new(quotation.brief.clone()),
            to: Box::new(brief.clone()),
            was: quotation.asked_at,
            asked: asked.map_or(Text::At(quotation.asked_at), |text| Text::Here(text.into())),
        };
        Ok(vec![of(quotation, briefed)])
    }

    fn extend(&self, id: QuotationId, until: Millis) -> Events {
        let quotation = self.quotation(id)?;
        let QuotationStage::Sent { version, .. } = quotation.standing.stage else {
            return Err(QuotationRefusal::QuotationElsewhere {
                quotation: id,
                stage: quotation.standing.stage.key(),
            }
            .into());
        };
        self.good_until(until)?;
        let from = quotation
            .version(version)
            .map(|kept| kept.version.valid_until);
        let from = from.ok_or(Refusal::NoSuchThing)?;
        if from == until {
            return Err(Refusal::AlreadySo);
        }
        let extended = QuotationEvent::Extended {
            number: version,
            from,
            to: until,
        };
        Ok(vec![of(quotation, extended)])
    }

    fn tag(&self, id: QuotationId, tag: &str, there: bool) -> Events {
        let quotation = self.quotation(id)?;
        let tag = tags::meant(self.state, tag, &quotation.tags, there)?;
        longest(&tag, Quotation::TAG_MOST)?;
        if tag.is_empty() {
            return Err(Refusal::TextMissing);
        }
        if quotation.tags.iter().any(|one| **one == *tag) == there {
            return Err(Refusal::AlreadySo);
        }
        if there && quotation.tags.len() >= Quotation::TAGS_MOST {
            return Err(Refusal::TooLong {
                most: Quotation::TAGS_MOST,
            });
        }
        Ok(vec![of(quotation, QuotationEvent::Tagged { tag, there })])
    }

    /// Refuses what would be written over a version that its sender, who saw the one numbered `seen`, does
    /// not know of.
    pub(super) fn not_since(&self, quotation: &Quotation, seen: u16) -> Result<(), Refusal> {
        if quotation.latest_number() == seen {
            return Ok(());
        }
        let what = Thing::Versions(quotation.id);
        Err(wholes::moved(self.state, Some(self.actor.id), what))
    }

    /// When the house owes the next step, by its hours and by the deadline.
    pub(super) fn due(&self, deadline: Option<Millis>) -> Option<Millis> {
        use crate::domain::request::Turn;
        Turn::answer(self.house, self.now, deadline).due
    }

    /// The first of the house's staff who hold this role and may do it.
    pub(super) fn first_of(&self, role: Role, needed: Permission) -> Option<PersonId> {
        let mut staff = self.state.staff();
        let found = staff.find(|p| p.roles.contains(&role) && p.may(needed));
        found.map(|p| p.id)
    }
}

/// An event of a quotation.
pub(super) fn of(quotation: &Quotation, event: QuotationEvent) -> Event {
    Event::Quotation(OfQuotation {
        request: quotation.request,
        quotation: quotation.id,
        event: Box::new(event),
    })
}

pub(super) fn longest(text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().count() > most {
        return Err(Refusal::TooLong { most });
    }
    Ok(())
}

/// A reason that must be given.
pub(super) fn reason(text: &str) -> Result<Box<str>, Refusal> {
    longest(text, Quotation::WORDS_MOST)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    Ok(text.into())
}
