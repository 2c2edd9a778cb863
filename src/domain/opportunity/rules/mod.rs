//! Decides what is wanted of the board, and what every decision asks first: which opportunity, whose
//! proposal, for whom. Each guard says what would make it pass. Posting stands in `post`, credits in
//! `steps`, proposals in `propose`, selection in `select`, missions in `run`.

mod apply;
mod because;
pub mod clock;
mod deal;
pub mod eligibility;
pub mod hand;
mod names;
mod post;
mod propose;
pub mod run;
pub mod select;
mod sight;
pub(in crate::domain) mod steps;
mod undo;
mod whom;
mod writes;

use crate::domain::Millis;
use crate::domain::decision::{Decides, Decision, Facts};
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::house::Selects;
use crate::domain::ids::{ContactId, FirmId, OpportunityId, PersonId, ProposalId};
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::command::BoardCommand;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::eligibility::lacks;
use crate::domain::opportunity::{Opportunity, OpportunityStage, Proposal};
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::{Permission, Person, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::Attachment;
use crate::domain::state::State;
use crate::domain::thing::Writes;
use crate::domain::trade::MissionRole;

/// The longest reason, in characters.
pub const REASON_MOST: usize = 2_000;

impl Decides for BoardCommand {
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal> {
        let actor = facts.actor.and_then(|id| state.person(id));
        let doing = Doing {
            state,
            now: facts.now,
            actor: actor.ok_or(Refusal::NobodyKnown)?,
        };
        doing.decide(self).map(Decision::of)
    }

    fn writes(&self, state: &State, actor: Option<PersonId>) -> Writes {
        writes::written(self, state, actor)
    }
}

/// One command, being decided.
pub(in crate::domain) struct Doing<'a> {
    pub(in crate::domain) state: &'a State,
    pub(super) now: Millis,
    pub(in crate::domain) actor: &'a Person,
}

/// What comes of it.
pub(super) type Events = Result<Vec<Event>, Refusal>;

impl<'a> Doing<'a> {
    fn decide(&self, command: &BoardCommand) -> Events {
        match command {
            BoardCommand::Post {
                request,
                quotation,
                notice,
                description,
            } => self.post(*request, *quotation, notice, description),
            BoardCommand::Amend {
                opportunity,
                seen,
                notice,
                description,
            } => self.amend(*opportunity, *seen, notice, description.as_ref()),
            BoardCommand::End {
                opportunity,
                why,
                refund,
            } => self.end(*opportunity, *why, *refund),
            BoardCommand::Favourite(opportunity, there) => self.favourite(*opportunity, *there),
            BoardCommand::Credit(command) => self.credit(command),
            BoardCommand::Propose {
                opportunity,
                revision,
                submit,
            } => self.propose(*opportunity, revision, *submit),
            BoardCommand::Attach { opportunity, file } => self.attach(*opportunity, file),
            BoardCommand::Detach { opportunity, file } => self.detach(*opportunity, file),
            BoardCommand::DropDraft(proposal) => self.drop_draft(*proposal),
            BoardCommand::Withdraw { proposal, reason } => self.withdraw(*proposal, reason),
            BoardCommand::Judge { proposal, verdict } => self.judge(*proposal, *verdict),
            BoardCommand::Encourage(proposal) => self.encourage(*proposal),
            BoardCommand::Select {
                proposal,
                seen,
                advice,
                formula,
                said,
            } => self.select(*proposal, *seen, advice, (*formula, said)),
            BoardCommand::Choose {
                opportunity,
                formula,
                said,
            } => self.choose(*opportunity, *formula, said),
            BoardCommand::Reopen {
                opportunity,
                reason,
            } => self.reopen(*opportunity, reason),
            BoardCommand::Confirm {
                opportunity,
                agreement,
                tranches,
                consent,
            } => self.confirm(*opportunity, (agreement, tranches), *consent),
            BoardCommand::Decline {
                opportunity,
                reason,
            } => self.decline(*opportunity, reason),
            BoardCommand::Deal(command) => self.deal(command),
            BoardCommand::Mission(command) => self.run(command),
            BoardCommand::Advise { opportunity, words } => self.advise(*opportunity, words),
            BoardCommand::Because { why, then } => self.because(*why, then),
        }
    }

    /// What the actor may know of (PPL-2).
    pub(super) fn eyes(&self) -> Eyes<'a> {
        Eyes::of_person(self.state, self.actor)
    }

    /// An opportunity that the actor sees.
    pub(super) fn opportunity(&self, id: OpportunityId) -> Result<&'a Opportunity, Refusal> {
        self.eyes().opportunity(id).map(|found| &**found)
    }

    /// A proposal that the actor may know of.
    pub(super) fn proposal(
        &self,
        id: ProposalId,
    ) -> Result<(&'a Opportunity, &'a Proposal), Refusal> {
        let (opportunity, proposal) = self.eyes().proposal(id)?;
        Ok((opportunity, proposal))
    }

    /// Refuses who is on both sides of the deal: they do not decide on it (PPL-1).
    fn one_side(&self, opportunity: &Opportunity) -> Result<(), Refusal> {
        if self.eyes().is_on_both_sides(opportunity) {
            Err(BoardRefusal::BothSides(opportunity.id).into())
        } else {
            Ok(())
        }
    }

    /// Refuses who has a part in it as a provider: what it asks for, and that it ends, is for others to say.
    pub(super) fn no_part(&self, opportunity: &Opportunity) -> Result<(), Refusal> {
        if self.eyes().takes_part(opportunity) {
            Err(BoardRefusal::BothSides(opportunity.id).into())
        } else {
            Ok(())
        }
    }

    /// For whom the actor speaks: the client herself says nothing more; of the house, the client's
    /// contact is kept (PPL-3). Another client's contact is told that there is no such thing.
    pub(super) fn for_client(
        &self,
        opportunity: &Opportunity,
    ) -> Result<Option<ContactId>, Refusal> {
        let for_house = self.actor.may(Permission::PostOpportunities);
        if !for_house && !self.eyes().is_client(opportunity) {
            return Err(BoardRefusal::NoSuchOpportunity(opportunity.id).into());
        }
        self.one_side(opportunity)?;
        Ok(for_house.then_some(opportunity.contact))
    }

    /// For whom the actor judges and selects (BRD-6): where the house selects it does so in its own name, on nobody's
    /// word, and the client is told that it does.
    pub(super) fn for_selector(
        &self,
        opportunity: &Opportunity,
    ) -> Result<Option<ContactId>, Refusal> {
        let word_of = self.for_client(opportunity)?;
        match (opportunity.selects, word_of) {
            (Selects::Client, word_of) => Ok(word_of),
            (Selects::House, Some(_)) => Ok(None),
            (Selects::House, None) => Err(BoardRefusal::HouseSelects(opportunity.id).into()),
        }
    }

    /// How the client said what somebody of the house says for her, which must be written down; nothing of who speaks
    /// for themselves.
    pub(super) fn said(word_of: Option<ContactId>, said: &str) -> Result<&str, Refusal> {
        longest(said, REASON_MOST)?;
        match (word_of, said.trim()) {
            (Some(_), "") => Err(BoardRefusal::HowSaidMissing.into()),
            (Some(_), said) => Ok(said),
            (None, _) => Ok(""),
        }
    }

    /// A proposal that the actor judges or selects, and on whose word. Nobody does so of their own;
    /// another client's contact is told that there is no such thing.
    pub(super) fn to_select(
        &self,
        id: ProposalId,
    ) -> Result<(&'a Opportunity, &'a Proposal, Option<ContactId>), Refusal> {
        let (opportunity, proposal) = self.proposal(id)?;
        if self.is_own(proposal) {
            return Err(BoardRefusal::OwnProposal.into());
        }
        let word_of = self.for_selector(opportunity).map_err(|why| match why {
            Refusal::Board(BoardRefusal::NoSuchOpportunity(_)) => {
                Refusal::Board(BoardRefusal::NoSuchProposal(id))
            }
            why => why,
        })?;
        Ok((opportunity, proposal, word_of))
    }

    /// The firm that the actor acts for.
    pub(super) fn firm(&self) -> FirmId {
        self.state.acting(self.actor.id)
    }

    /// Whether a proposal is the actor's own, as who wrote it or through any of their firms.
    pub(super) fn is_own(&self, proposal: &Proposal) -> bool {
        let rights = self.state.firms().rights(self.actor.id, proposal.firm);
        rights.is_some() || proposal.person == self.actor.id
    }

    /// Refuses who may not propose for the firm that they act for (PPL-7).
    pub(super) fn proposes(&self) -> Result<(), Refusal> {
        match self.eyes().rights.has(FirmRight::Proposes) {
            true => Ok(()),
            false => Err(FirmRefusal::NeedsRight(FirmRight::Proposes).into()),
        }
    }

    pub(super) fn pending(&self, opportunity: &Opportunity) -> Result<(), Refusal> {
        if opportunity.stage == OpportunityStage::Open {
            Ok(())
        } else {
            Err(BoardRefusal::NotPending(opportunity.id).into())
        }
    }

    pub(super) fn open_to_offers(&self, opportunity: &Opportunity) -> Result<(), Refusal> {
        self.pending(opportunity)?;
        if opportunity.takes_proposals(self.now) {
            Ok(())
        } else {
            Err(BoardRefusal::ProposalsClosed {
                at: opportunity.notice.deadline,
            }
            .into())
        }
    }

    pub(super) fn opened_before(&self, id: OpportunityId, kind: CreditKind) -> Result<(), Refusal> {
        if self.state.has_opened(id, self.firm(), kind) {
            Ok(())
        } else {
            Err(CreditRefusal::OpenFirst(kind).into())
        }
    }

    pub(super) fn eligible(
        &self,
        person: PersonId,
        opportunity: &Opportunity,
    ) -> Result<(), Refusal> {
        let role = MissionRole::Coordinator;
        let lacks = lacks(self.state, person, &opportunity.notice, role);
        if lacks.is_empty() {
            Ok(())
        } else {
            Err(BoardRefusal::NotEligible(lacks).into())
        }
    }

    pub(super) fn facilitator(&self, person: PersonId) -> Result<(), Refusal> {
        let known = self.state.person(person);
        known
            .filter(|p| p.active && p.roles.contains(&Role::Facilitator))
            .map(drop)
            .ok_or_else(|| self.state.nobody(person))
    }

    fn favourite(&self, id: OpportunityId, there: bool) -> Events {
        self.opportunity(id)?;
        if self.state.board().is_favourite(self.actor.id, id) == there {
            return Err(Refusal::AlreadySo);
        }
        Ok(vec![Event::People(PeopleEvent::Favoured {
            person: self.actor.id,
            opportunity: id,
            there,
        })])
    }

    pub(super) fn name(&self, person: PersonId) -> Box<str> {
        let known = self.state.person(person);
        known.map_or("?".into(), |p| p.name.clone())
    }
}

/// An event of an opportunity.
pub(super) fn of(opportunity: &Opportunity, event: BoardEvent) -> Event {
    Event::Board(OfBoard {
        request: opportunity.request,
        opportunity: opportunity.id,
        event: Box::new(event),
    })
}

/// A proposal moves on.
pub(super) fn moved(
    opportunity: &Opportunity,
    proposal: &Proposal,
    to: ProposalStanding,
    words: &str,
) -> Event {
    let event = BoardEvent::Proposal {
        proposal: proposal.id,
        from: proposal.state,
        to,
        words: words.into(),
    };
    of(opportunity, event)
}

/// A reason that must be given.
pub(super) fn reason(text: &str) -> Result<Box<str>, Refusal> {
    let text = words_on(text)?;
    match text.is_empty() {
        true => Err(Refusal::ReasonMissing),
        false => Ok(text),
    }
}

/// Words beside a reason of the list, if there are any.
pub(super) fn words_on(text: &str) -> Result<Box<str>, Refusal> {
    longest(text, REASON_MOST)?;
    Ok(text.trim().into())
}

pub(super) fn longest(text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().count() > most {
        return Err(Refusal::TooLong { most });
    }
    Ok(())
}

pub(super) fn files_fit(files: &[Attachment], most: usize) -> Result<(), Refusal> {
    const NAME_MOST: usize = 255;
    if files.len() > most {
        return Err(Refusal::TooLong { most });
    }
    let names = files.iter().flat_map(|file| [&file.name, &file.mime]);
    names
        .into_iter()
        .try_for_each(|name| longest(name, NAME_MOST))
}

/// A time within ten years from now: what lies further is a slip.
pub(super) fn near(at: Millis, now: Millis) -> Result<(), Refusal> {
    const DAYS: u16 = 3_660;
    if at.saturating_sub(now) > Millis::from(DAYS) * 24 * 3_600_000 {
        return Err(Refusal::TooFarAhead { days: DAYS });
    }
    Ok(())
}

/// A price that can be asked: not negative, and not beyond all measure.
pub(super) fn right_price(price: Money) -> Result<(), Refusal> {
    if (0..=Money::PRICE_MOST).contains(&price.minor) {
        Ok(())
    } else {
        Err(MoneyRefusal::PriceWrong.into())
    }
}

pub(super) fn in_currency(price: Money, expected: Currency) -> Result<(), Refusal> {
    if price.currency == expected {
        Ok(())
    } else {
        Err(MoneyRefusal::WrongCurrency { expected }.into())
    }
}
