//! Decides who stands for a mission (BRD-8): the client's people in charge, named by her or by staff who say how she said
//! so, and another coordinator in the place of one who cannot go on. Whoever declines leaves the mission to be offered anew.

use crate::domain::event::Event;
use crate::domain::ids::{ContactId, OpportunityId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::mission::event::MissionEvent;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::mission::{Handover, Mission, Session};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::{Doing, Events, in_currency, of, reason, right_price};
use crate::domain::opportunity::{Agreement, Opportunity, OpportunityStage, Payer, Tranche};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;

/// The terms that whom a mission is offered to would confirm; `None` where it is offered to nobody.
pub fn handed(opportunity: &Opportunity) -> Option<(Agreement, Vec<Tranche>)> {
    let handover = opportunity.mission.as_deref()?.handover.as_deref()?;
    handover.to?;
    let agreed = opportunity.agreement.as_deref()?;
    let agreement = Agreement {
        price: handover.price,
        ..agreed.clone()
    };
    // Parts of another price say nothing of this one.
    let same = agreement.price == agreed.price;
    let tranches = opportunity.deal.tranches.clone();
    Some((agreement, if same { tranches } else { Vec::new() }))
}

impl Doing<'_> {
    /// A mission that runs, with what it came from.
    fn running(&self, id: OpportunityId) -> Result<(&Opportunity, &Mission), Refusal> {
        let (opportunity, mission) = self.eyes().mission(id)?;
        match opportunity.stage {
            OpportunityStage::Confirmed { .. } => Ok((opportunity, mission)),
            _ => Err(BoardRefusal::NotPending(id).into()),
        }
    }

    pub(super) fn in_charge(
        &self,
        id: OpportunityId,
        contact: ContactId,
        there: bool,
        said: &str,
    ) -> Events {
        let (opportunity, mission) = self.running(id)?;
        let word_of = self.for_client(opportunity)?;
        let known = self.state.contact(contact);
        let hers = known.filter(|one| {
            self.state
                .is_same_organisation(one.organisation, opportunity.organisation)
        });
        hers.ok_or(Refusal::NoSuchThing)?;
        if mission.in_charge.contains(&contact) == there {
            return Err(Refusal::AlreadySo);
        }
        if there && mission.in_charge.len() >= Mission::IN_CHARGE_MOST {
            let most = Mission::IN_CHARGE_MOST;
            return Err(Refusal::TooLong { most });
        }
        let named = MissionEvent::InCharge {
            contact,
            there,
            word_of,
            said: Self::said(word_of, said)?.into(),
        };
        Ok(vec![of(opportunity, BoardEvent::Mission(named))])
    }

    /// The house offers a running mission to somebody else; its coordinator is relieved at once.
    pub(super) fn replace(
        &self,
        id: OpportunityId,
        to: PersonId,
        price: Option<Money>,
        why: &str,
    ) -> Events {
        let (opportunity, mission) = self.running(id)?;
        self.one_side(opportunity)?;
        let why = reason(why)?;
        self.eyes().facilitator(to)?;
        let before = mission.handover.as_deref();
        let price = self.handing_price(opportunity, before, price)?;
        let offered = before.and_then(|handover| handover.to);
        let runs = before.is_none() && mission.coordinator == to;
        let again = offered == Some(to) && before.is_some_and(|one| one.price == price);
        if runs || again {
            return Err(Refusal::AlreadySo);
        }
        self.eligible(to, opportunity)?;
        if mission.former.len() >= Mission::FORMER_MOST {
            let most = Mission::FORMER_MOST;
            return Err(Refusal::TooLong { most });
        }
        let mut events = Vec::new();
        if before.is_none() {
            events.extend(self.relieved(opportunity, mission, why));
        }
        let handed = MissionEvent::Handed {
            from: offered,
            to,
            price,
        };
        events.push(of(opportunity, BoardEvent::Mission(handed)));
        Ok(events)
    }

    /// The coordinator holds no session to come any more.
    fn relieved(
        &self,
        opportunity: &Opportunity,
        mission: &Mission,
        reason: Box<str>,
    ) -> Vec<Event> {
        let person = mission.coordinator;
        let mut events = Vec::new();
        let holds = |one: &Session| one.by == Some(person) && one.attended.is_none();
        if mission.sessions.iter().any(holds) {
            let from = mission.sessions.clone();
            let mut to = from.clone();
            for session in to.iter_mut().filter(|session| holds(session)) {
                session.by = None;
            }
            events.push(of(opportunity, BoardEvent::Planned { from, to }));
        }
        let relieved = MissionEvent::Relieved { person, reason };
        events.push(of(opportunity, BoardEvent::Mission(relieved)));
        events
    }

    /// At which price it is offered: as agreed, unless the house, which buys it, says another.
    fn handing_price(
        &self,
        opportunity: &Opportunity,
        before: Option<&Handover>,
        asked: Option<Money>,
    ) -> Result<Money, Refusal> {
        let agreed = opportunity.agreement.as_deref().map(|one| one.price);
        let agreed = agreed.ok_or(MissionRefusal::NotAMission(opportunity.id))?;
        let now = before.map_or(agreed, |handover| handover.price);
        let Some(asked) = asked else { return Ok(now) };
        right_price(asked)?;
        in_currency(asked, agreed.currency)?;
        match opportunity.group {
            Group::Subcontracting => Ok(asked),
            Group::ClientIntroduction if asked == agreed => Ok(asked),
            // The client agreed to that price.
            Group::ClientIntroduction => Err(MissionRefusal::PriceAgreed.into()),
        }
    }

    /// The mission that was offered to the firm the actor acts for.
    fn offered(&self, id: OpportunityId) -> Result<&Opportunity, Refusal> {
        let opportunity = self.opportunity(id)?;
        self.proposes()?;
        let mission = opportunity.mission.as_deref();
        let running = matches!(opportunity.stage, OpportunityStage::Confirmed { .. });
        let offered = mission.is_some_and(|mission| mission.is_offered_to(self.firm()));
        match running && offered {
            true => Ok(opportunity),
            false => Err(MissionRefusal::NotOffered(id).into()),
        }
    }

    pub(super) fn take(
        &self,
        id: OpportunityId,
        (seen, tranches): (&Agreement, &[Tranche]),
        consent: bool,
    ) -> Events {
        let opportunity = self.offered(id)?;
        self.eligible(self.actor.id, opportunity)?;
        let now = handed(opportunity).ok_or(MissionRefusal::NotOffered(id))?;
        if (&now.0, now.1.as_slice()) != (seen, tranches) {
            return Err(BoardRefusal::TermsChanged.into());
        }
        let pays = now.0.payer == Payer::Provider;
        if pays && !consent {
            return Err(BoardRefusal::ConsentMissing.into());
        }
        let taken = MissionEvent::Taken {
            person: self.actor.id,
            agreement: Box::new(now.0),
            consent: consent && pays,
        };
        Ok(vec![of(opportunity, BoardEvent::Mission(taken))])
    }

    pub(super) fn pass(&self, id: OpportunityId, why: &str) -> Events {
        let opportunity = self.offered(id)?;
        let passed = MissionEvent::Passed {
            person: self.actor.id,
            reason: reason(why)?,
        };
        Ok(vec![of(opportunity, BoardEvent::Mission(passed))])
    }
}
