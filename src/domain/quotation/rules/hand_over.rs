//! Hand-overs (QUO-1, QUO-2): officer, pricing, assistant, officer, client, and the way back. Each names whose
//! turn it is and by when, and who is told; the turn of the request follows (REQ-9).

use crate::domain::Millis;
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, PersonId, QuotationId};
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::person::{Permission, Role};
use crate::domain::quotation::event::QuotationEvent;
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::quotation::rules::{Doing, Events, longest, of, reason};
use crate::domain::quotation::{
    Desk, Quotation, QuotationPart, QuotationStage, QuotationStanding, Round,
};
use crate::domain::refusal::Refusal;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Owes, Turn};

/// The row of the routing matrix that says who prices, and who is told (REQ-4).
const PRICED_BY: &str = "r1_quotation";

impl Doing<'_> {
    pub(super) fn send_r1(&self, id: QuotationId) -> Events {
        let quotation = self.at(id, Desk::Brief)?;
        let missing = quotation.brief.missing(quotation.asked_at.is_some());
        if !missing.is_empty() {
            return Err(QuotationRefusal::BriefIncomplete(missing).into());
        }
        let mut to = self.to_desk(quotation, Desk::Pricing);
        to.r1_at.get_or_insert(self.now);
        tell(&mut to, self.managers());
        self.moved(quotation, to, "", None)
    }

    pub(super) fn hand_prices(&self, id: QuotationId) -> Events {
        let quotation = self.at(id, Desk::Pricing)?;
        if quotation.versions.is_empty() {
            return Err(MoneyRefusal::PriceMissing.into());
        }
        let mut to = self.to_desk(quotation, Desk::Assembly);
        // S3: copy to the assistant, who takes it from here.
        let assistant = to.turn_of;
        tell(&mut to, assistant);
        self.moved(quotation, to, "", None)
    }

    pub(super) fn hand_project(&self, id: QuotationId) -> Events {
        let quotation = self.at(id, Desk::Assembly)?;
        if !quotation.latest().is_some_and(|kept| kept.has_project) {
            return Err(QuotationRefusal::ProjectMissing(id).into());
        }
        let to = self.to_desk(quotation, Desk::Verification);
        self.moved(quotation, to, "", None)
    }

    pub(super) fn give_back(&self, id: QuotationId, from: Desk, to: Desk, why: &str) -> Events {
        let quotation = self.at(id, from)?;
        if !from.back_to().contains(&to) {
            return Err(Refusal::NoSuchThing);
        }
        let why = reason(why)?;
        let to = self.to_desk(quotation, to);
        self.moved(quotation, to, &why, None)
    }

    pub(super) fn send(&self, id: QuotationId, version: u16) -> Events {
        let quotation = self.at(id, Desk::Verification)?;
        self.not_since(quotation, version)?;
        let mut to = quotation.standing.clone();
        if to.round == Round::R2 {
            tell(&mut to, self.managers());
        }
        self.to_client(quotation, to, version, "")
    }

    pub(super) fn send_r2(&self, id: QuotationId, afresh: bool, words: &str) -> Events {
        let quotation = self.quotation(id)?;
        let version = self.before_client(quotation)?;
        longest(words, Quotation::WORDS_MOST)?;
        let words = words.trim();
        let mut to = if afresh {
            self.to_desk(quotation, Desk::Pricing)
        } else {
            quotation.standing.clone()
        };
        to.round = Round::R2;
        tell(&mut to, self.managers());
        if afresh {
            let why = reason(words)?;
            return self.moved(quotation, to, &why, None);
        }
        self.to_client(quotation, to, version, words)
    }

    pub(super) fn accept(&self, id: QuotationId, version: u16, words: &str) -> Events {
        let quotation = self.quotation(id)?;
        let word_of = self.for_client(quotation)?;
        let sent = self.before_client(quotation)?;
        if sent != version {
            return Err(QuotationRefusal::VersionChanged {
                quotation: id,
                version: sent,
            }
            .into());
        }
        self.not_expired(quotation, sent)?;
        longest(words, Quotation::WORDS_MOST)?;
        let at = self.now;
        let stage = QuotationStage::Accepted { version, at };
        self.answered(quotation, stage, words.trim(), word_of)
    }

    pub(super) fn decline(&self, id: QuotationId, why: &str) -> Events {
        let quotation = self.quotation(id)?;
        let word_of = self.for_client(quotation)?;
        let version = self.before_client(quotation)?;
        let why = reason(why)?;
        let at = self.now;
        let stage = QuotationStage::Declined { version, at };
        self.answered(quotation, stage, &why, word_of)
    }

    pub(super) fn give_up(&self, id: QuotationId, why: &str) -> Events {
        let quotation = self.quotation(id)?;
        if !quotation.standing.stage.is_live() {
            return Err(QuotationRefusal::QuotationElsewhere {
                quotation: id,
                stage: quotation.standing.stage.key(),
            }
            .into());
        }
        let why = reason(why)?;
        let to = QuotationStanding {
            stage: QuotationStage::Dropped { at: self.now },
            turn_of: None,
            due: None,
            ..quotation.standing.clone()
        };
        self.moved(quotation, to, &why, None)
    }

    /// For whom the actor speaks: the client herself says nothing more; of the house, the client's contact
    /// is kept (PPL-3). Another client's contact is told that there is no such thing, and so is hers while
    /// nothing was sent.
    fn for_client(&self, quotation: &Quotation) -> Result<Option<ContactId>, Refusal> {
        let request = self.state.request(quotation.request);
        let request = request.ok_or(RequestRefusal::NoSuchRequest(quotation.request))?;
        if self.actor.is_staff() && self.actor.may(Permission::Quote) {
            return Ok(Some(request.contact));
        }
        let asks = self.state.contact_now(request.contact);
        let theirs = self.state.contact_of(self.actor.id) == Some(asks);
        if theirs && quotation.standing.sent.is_some() {
            Ok(None)
        } else {
            Err(QuotationRefusal::NoSuchQuotation(quotation.id).into())
        }
    }

    /// The version that is before the client.
    fn before_client(&self, quotation: &Quotation) -> Result<u16, Refusal> {
        match quotation.standing.stage {
            QuotationStage::Sent { version, .. } => Ok(version),
            QuotationStage::At(_)
            | QuotationStage::Accepted { .. }
            | QuotationStage::Declined { .. }
            | QuotationStage::Dropped { .. } => Err(QuotationRefusal::QuotationElsewhere {
                quotation: quotation.id,
                stage: quotation.standing.stage.key(),
            }
            .into()),
        }
    }

    fn not_expired(&self, quotation: &Quotation, version: u16) -> Result<(), Refusal> {
        let kept = quotation.version(version).ok_or(Refusal::NoSuchThing)?;
        let at = kept.version.valid_until;
        if at >= self.now {
            return Ok(());
        }
        Err(QuotationRefusal::QuotationExpired {
            quotation: quotation.id,
            at,
        }
        .into())
    }

    /// To the client, whose turn it is then.
    fn to_client(
        &self,
        quotation: &Quotation,
        to: QuotationStanding,
        version: u16,
        words: &str,
    ) -> Events {
        self.not_expired(quotation, version)?;
        let to = QuotationStanding {
            stage: QuotationStage::Sent {
                version,
                at: self.now,
            },
            turn_of: None,
            due: Turn::client(self.house, self.now).due,
            sent: Some(version),
            ..to
        };
        let mut events = self.moved(quotation, to, words, None)?;
        let kept = quotation.version(version);
        let first = kept.is_some_and(|kept| kept.paper_at.is_none());
        // What is sent again is the paper that was sent, whatever changed since (QUO-6).
        let outgoing = self.outgoing.filter(|out| first && out.number == version);
        events.extend(outgoing.map(|out| {
            let papered = QuotationEvent::Papered {
                number: version,
                paper: out.paper.clone(),
                pdf: out.pdf,
            };
            of(quotation, papered)
        }));
        Ok(events)
    }

    /// The client answered: the officer goes on from it, and assistant and pricing are told (S3).
    fn answered(
        &self,
        quotation: &Quotation,
        stage: QuotationStage,
        words: &str,
        word_of: Option<ContactId>,
    ) -> Events {
        let accepted = matches!(stage, QuotationStage::Accepted { .. });
        let mut to = QuotationStanding {
            stage,
            turn_of: accepted.then_some(quotation.officer),
            due: if accepted { self.due(None) } else { None },
            ..quotation.standing.clone()
        };
        tell(&mut to, Some(quotation.officer));
        let assistant = self.worker(quotation, Desk::Assembly);
        tell(&mut to, assistant);
        let pricing = self.worker(quotation, Desk::Pricing);
        tell(&mut to, pricing);
        self.moved(quotation, to, words, word_of)
    }

    /// Who works at a desk: whoever did it before, or the one the house's routing and roles name.
    fn worker(&self, quotation: &Quotation, desk: Desk) -> Option<PersonId> {
        let needed = crate::domain::quotation::command::needed_at(desk);
        let can = |id: &PersonId| self.state.person(*id).is_some_and(|p| p.may(needed));
        let before = match desk {
            Desk::Brief | Desk::Verification => Some(quotation.officer),
            Desk::Pricing => quotation.written_by(QuotationPart::Lines),
            Desk::Assembly => quotation.written_by(QuotationPart::Texts),
        };
        let by_role = || match desk {
            Desk::Brief | Desk::Verification => None,
            Desk::Pricing => self.first_of(Role::PricingOfficer, needed),
            Desk::Assembly => self.first_of(Role::BackOfficeAssistant, needed),
        };
        let routed = || (desk == Desk::Pricing).then(|| self.routed().0).flatten();
        before
            .filter(can)
            .or_else(|| routed().filter(can))
            .or_else(by_role)
    }

    /// Whom the routing matrix names for pricing, and who gets a copy.
    fn routed(&self) -> (Option<PersonId>, Vec<PersonId>) {
        let routing = self.state.routing();
        let row = routing.by_key(PRICED_BY);
        let route = row.map(|row| routing.route(row.id, self.state));
        route.map_or((None, Vec::new()), |route| (route.to, route.copy))
    }

    /// Who is told of what goes to pricing and to the client: the matrix's copies, or the manager.
    fn managers(&self) -> Vec<PersonId> {
        let (_, mut copies) = self.routed();
        if copies.is_empty() {
            copies.extend(self.first_of(Role::Manager, Permission::Quote));
        }
        copies
    }

    /// The quotation as it stands at a desk of the house.
    fn to_desk(&self, quotation: &Quotation, desk: Desk) -> QuotationStanding {
        QuotationStanding {
            stage: QuotationStage::At(desk),
            turn_of: self.worker(quotation, desk),
            due: self.due(quotation.brief.deadline),
            ..quotation.standing.clone()
        }
    }

    /// It moves, and the turn of its request with it.
    fn moved(
        &self,
        quotation: &Quotation,
        to: QuotationStanding,
        words: &str,
        word_of: Option<ContactId>,
    ) -> Events {
        let owes = match to.stage {
            QuotationStage::Sent { .. } => Owes::Client,
            QuotationStage::At(_)
            | QuotationStage::Accepted { .. }
            | QuotationStage::Declined { .. }
            | QuotationStage::Dropped { .. } => Owes::House,
        };
        let due = to.due;
        let moved = QuotationEvent::Moved {
            from: Box::new(quotation.standing.clone()),
            to: Box::new(to),
            words: words.into(),
            word_of,
        };
        let mut events = vec![of(quotation, moved)];
        events.extend(self.turn(quotation, owes, due));
        Ok(events)
    }

    /// The request's turn as it follows, where it is another than now.
    fn turn(&self, quotation: &Quotation, owes: Owes, due: Option<Millis>) -> Option<Event> {
        let request = self.state.request(quotation.request)?;
        if !request.is_live() {
            return None;
        }
        let to = match owes {
            Owes::Client => Turn { owes, due },
            Owes::House | Owes::Nobody if request.turn.owes == Owes::House => return None,
            Owes::House | Owes::Nobody => Turn::answer(self.house, self.now, request.deadline),
        };
        let from = request.turn;
        (from != to).then_some(Event::Request(RequestEvent::Changed {
            request: request.id,
            change: Change::Turn { from, to },
        }))
    }
}

/// Tells people who were not told before.
fn tell(standing: &mut QuotationStanding, people: impl IntoIterator<Item = PersonId>) {
    for person in people {
        if !standing.copies.contains(&person) {
            standing.copies.push(person);
        }
    }
}
