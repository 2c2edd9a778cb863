//! Decides the steps that cost a credit, grants and refunds (BRD-4).

use crate::domain::event::Event;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::ids::{FirmId, OpportunityId, PersonId};
use crate::domain::opportunity::Opportunity;
use crate::domain::opportunity::credit::command::CreditCommand;
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::credit::{Account, CreditEntry, CreditKind, Ground};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::clock::{ContactClock, contact_clock};
use crate::domain::opportunity::rules::{Doing, Events, REASON_MOST, longest, reason};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;
use crate::domain::state::State;

impl Doing<'_> {
    /// Decides what is wanted of credits.
    pub(super) fn credit(&self, command: &CreditCommand) -> Events {
        match command {
            CreditCommand::Open {
                opportunity,
                kind,
                price,
                reason,
            } => self.open(*opportunity, *kind, *price, reason),
            CreditCommand::Grant {
                person,
                kind,
                count,
                why,
            } => self.grant(*person, *kind, *count, why),
            CreditCommand::Refund {
                person,
                opportunity,
                kind,
                why,
            } => self.refund(*person, *opportunity, *kind, why),
        }
    }

    fn open(&self, id: OpportunityId, kind: CreditKind, shown: u32, reason: &str) -> Events {
        let opportunity = self.opportunity(id)?;
        self.proposes()?;
        let (me, firm) = (self.actor.id, self.firm());
        if self.state.has_opened(id, firm, kind) {
            return Err(Refusal::AlreadySo);
        }
        self.sold(opportunity, kind)?;
        let ground = match kind {
            CreditKind::Consultation => None,
            CreditKind::Offer => {
                self.eligible(me, opportunity)?;
                self.opened_before(id, CreditKind::Consultation)?;
                None
            }
            CreditKind::Contact => {
                self.opened_before(id, CreditKind::Consultation)?;
                let ground = self.ground(opportunity, reason)?;
                self.eligible(me, opportunity)?;
                Some(ground)
            }
        };
        let price = kind.price(self.state.terms());
        if price != shown {
            return Err(CreditRefusal::PriceChanged { price }.into());
        }
        let left = self.state.credits().left(firm, kind);
        if left < price {
            return Err(CreditRefusal::NotEnoughCredits { kind, left, price }.into());
        }
        let used = CreditEntry::Used {
            opportunity: id,
            kind,
            price,
            ground,
        };
        Ok(vec![credited(self.state, firm, used)])
    }

    /// Nothing is sold once proposals are not taken any more (BRD-12); a client whom the house holds is never.
    fn sold(&self, opportunity: &Opportunity, kind: CreditKind) -> Result<(), Refusal> {
        let held = opportunity.group == Group::Subcontracting;
        if kind == CreditKind::Contact && held {
            return Ok(());
        }
        self.open_to_offers(opportunity)
    }

    /// Why the client may be reached directly, or when it may be.
    fn ground(&self, opportunity: &Opportunity, reason: &str) -> Result<Ground, Refusal> {
        let stated = || -> Result<_, Refusal> {
            longest(reason, REASON_MOST)?;
            let reason = reason.trim();
            Ok((!reason.is_empty()).then(|| Ground::Stated(reason.into())))
        };
        match contact_clock(self.state, opportunity, self.firm(), self.now) {
            ContactClock::Open => Err(Refusal::AlreadySo),
            ContactClock::NoAnswer => Ok(Ground::NoAnswer),
            ContactClock::Urgent => Ok(Ground::Urgent),
            ContactClock::HouseHolds => Err(BoardRefusal::HouseHoldsClient.into()),
            ContactClock::Over => Err(BoardRefusal::NotPending(opportunity.id).into()),
            ContactClock::At(until) => {
                stated()?.ok_or(Refusal::Credit(CreditRefusal::ContactWaits {
                    until: Some(until),
                }))
            }
            ContactClock::NothingAsked | ContactClock::Answered => {
                stated()?.ok_or(Refusal::Credit(CreditRefusal::ContactWaits { until: None }))
            }
        }
    }

    fn grant(&self, person: PersonId, kind: CreditKind, count: u32, why: &str) -> Events {
        self.facilitator(person)?;
        let firm = only_firm(self.state, person)?;
        let entry = granted(self.state, firm, kind, count, why)?;
        Ok(vec![credited(self.state, firm, entry)])
    }

    fn refund(
        &self,
        person: PersonId,
        opportunity: OpportunityId,
        kind: CreditKind,
        why: &str,
    ) -> Events {
        self.opportunity(opportunity)?;
        let firm = only_firm(self.state, person)?;
        let entry = refunded(self.state, firm, opportunity, kind, why)?;
        Ok(vec![credited(self.state, firm, entry)])
    }
}

/// The firm that is meant by naming `person`, who is in no other.
fn only_firm(state: &State, person: PersonId) -> Result<FirmId, Refusal> {
    let firms = state.firms().of(person);
    match *firms {
        [one] => Ok(one),
        _ => Err(FirmRefusal::WhichFirm { firms }.into()),
    }
}

/// Returns the entry by which a firm is granted credits.
pub(in crate::domain) fn granted(
    state: &State,
    firm: FirmId,
    kind: CreditKind,
    count: u32,
    why: &str,
) -> Result<CreditEntry, Refusal> {
    let why = reason(why)?;
    let left = state.credits().left(firm, kind);
    if count == 0 || left.saturating_add(count) > Account::MOST {
        return Err(CreditRefusal::CreditsWrong {
            most: usize::try_from(Account::MOST).unwrap_or(usize::MAX),
        }
        .into());
    }
    Ok(CreditEntry::Granted { kind, count, why })
}

/// Returns the entry by which a firm is given back what a step cost.
pub(in crate::domain) fn refunded(
    state: &State,
    firm: FirmId,
    opportunity: OpportunityId,
    kind: CreditKind,
    why: &str,
) -> Result<CreditEntry, Refusal> {
    let opened = state.credits().opened(opportunity, firm);
    let step = opened.step(kind).filter(|step| step.price > 0);
    let step = step.ok_or(Refusal::NoSuchThing)?;
    if step.refunded {
        return Err(Refusal::AlreadySo);
    }
    Ok(CreditEntry::Refunded {
        opportunity,
        kind,
        price: step.price,
        why: reason(why)?,
    })
}

/// Returns the event of an entry: of who is alone it names the person, else the firm.
pub(in crate::domain) fn credited(state: &State, firm: FirmId, entry: CreditEntry) -> Event {
    let entry = Box::new(entry);
    match state.firms().is_alone(firm) {
        true => Event::Credit(OfCredits {
            person: firm.founder(),
            entry,
        }),
        false => Event::Firm(OfFirm {
            firm,
            event: Box::new(FirmEvent::Credited { entry }),
        }),
    }
}
