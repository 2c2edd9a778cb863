//! Decides on the terms between both sides (BRD-6, S2): either side writes what is delivered and its tranches, each says
//! yes to what it read, and the mission begins once both said yes to the same. Under Subcontracting we are the other side.

use crate::domain::event::Event;
use crate::domain::ids::{ContactId, OpportunityId};
use crate::domain::money::Money;
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::opportunity::deal::command::DealCommand;
use crate::domain::opportunity::deal::event::DealEvent;
use crate::domain::opportunity::deal::{Due, Side, Tranche};
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::select::agreement;
use crate::domain::opportunity::rules::{
    Doing, Events, in_currency, longest, moved, near, of, reason,
};
use crate::domain::opportunity::{Agreement, Opportunity, OpportunityStage, Proposal};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;

impl Doing<'_> {
    /// Decides what is wanted of the terms.
    pub(super) fn deal(&self, command: &DealCommand) -> Events {
        match command {
            DealCommand::Draw {
                opportunity,
                side,
                seen,
                tranches,
                said,
            } => self.draw(*opportunity, *side, (seen, tranches), said),
            DealCommand::Agree {
                opportunity,
                agreement,
                tranches,
                said,
            } => self.agree(*opportunity, (agreement, tranches), said),
            DealCommand::Refuse {
                opportunity,
                reason,
                said,
            } => self.refuse(*opportunity, reason, said),
        }
    }

    fn draw(
        &self,
        id: OpportunityId,
        side: Side,
        (seen, tranches): (&[Tranche], &[Tranche]),
        said: &str,
    ) -> Events {
        let opportunity = self.opportunity(id)?;
        let (winner, word_of) = self.drawing(opportunity, side)?;
        let said = Self::said(word_of, said)?;
        if opportunity.deal.tranches != seen {
            return Err(BoardRefusal::TermsChanged.into());
        }
        let price = winner.says.price.ok_or(MoneyRefusal::PriceMissing)?;
        self.check_tranches(tranches, price)?;
        let to: Vec<Tranche> = tranches.iter().map(trimmed).collect();
        if opportunity.deal.tranches == to {
            return Err(Refusal::AlreadySo);
        }
        let drawn = DealEvent::Drawn {
            proposal: winner.id,
            side,
            from: opportunity.deal.tranches.clone(),
            to,
            word_of,
            said: said.into(),
        };
        Ok(vec![of(opportunity, BoardEvent::Deal(drawn))])
    }

    /// The proposal whose terms a side may write, and on whose word. Under Subcontracting only we set them.
    fn drawing(
        &self,
        opportunity: &Opportunity,
        side: Side,
    ) -> Result<(&Proposal, Option<ContactId>), Refusal> {
        let bought = opportunity.group == Group::Subcontracting;
        match side {
            Side::Provider => {
                let winner = self.won(opportunity)?;
                match bought {
                    true => Err(BoardRefusal::HouseSetsTerms(opportunity.id).into()),
                    false => Ok((winner, None)),
                }
            }
            Side::Client => {
                let word_of = self.for_client(opportunity)?;
                // The client of whom we buy and sell knows nothing of what facilitators are paid.
                if bought && word_of.is_none() {
                    return Err(BoardRefusal::HouseSetsTerms(opportunity.id).into());
                }
                let winner = self.winner(opportunity)?;
                self.not_own(winner)?;
                Ok((winner, word_of.filter(|_| !bought)))
            }
        }
    }

    /// Refuses who would speak for the other side of their own proposal.
    fn not_own(&self, winner: &Proposal) -> Result<(), Refusal> {
        match self.is_own(winner) {
            true => Err(BoardRefusal::OwnProposal.into()),
            false => Ok(()),
        }
    }

    /// Passes where the tranches are within their limits and add up to the price.
    fn check_tranches(&self, tranches: &[Tranche], price: Money) -> Result<(), Refusal> {
        if tranches.len() > Tranche::MOST {
            let most = Tranche::MOST;
            return Err(Refusal::TooLong { most });
        }
        let mut sum: i128 = 0;
        for one in tranches {
            if one.what.trim().is_empty() {
                return Err(Refusal::TextMissing);
            }
            longest(&one.what, Tranche::WHAT_MOST)?;
            match &one.due {
                Due::Said(words) => longest(words, Tranche::DUE_MOST)?,
                Due::Day(at) => near(*at, self.now)?,
            }
            in_currency(one.amount, price.currency)?;
            if one.amount.minor <= 0 || one.amount.minor > Money::PRICE_MOST {
                return Err(MoneyRefusal::PriceWrong.into());
            }
            sum += i128::from(one.amount.minor);
        }
        if tranches.is_empty() || sum == i128::from(price.minor) {
            return Ok(());
        }
        let minor = i64::try_from(sum).unwrap_or(i64::MAX);
        Err(BoardRefusal::SumWrong {
            sum: Money { minor, ..price },
            price,
        }
        .into())
    }

    fn agree(
        &self,
        id: OpportunityId,
        (seen, tranches): (&Agreement, &[Tranche]),
        said: &str,
    ) -> Events {
        let opportunity = self.opportunity(id)?;
        let word_of = self.for_client(opportunity)?;
        if opportunity.group == Group::Subcontracting {
            return Err(BoardRefusal::HouseSetsTerms(id).into());
        }
        let winner = self.winner(opportunity)?;
        self.not_own(winner)?;
        if opportunity.awaits_formula() {
            return Err(BoardRefusal::FormulaMissing.into());
        }
        let now = self.read_terms(opportunity, winner, (seen, tranches))?;
        if opportunity.deal.is_agreed(Side::Client, &now) {
            return Err(Refusal::AlreadySo);
        }
        let said = Self::said(word_of, said)?;
        let mut events = vec![self.hers(opportunity, winner, &now, (word_of, said))];
        if opportunity.deal.is_agreed(Side::Provider, &now) {
            self.eligible(winner.person, opportunity)?;
            let yes = opportunity.deal.yes(Side::Provider);
            let consent = yes.is_some_and(|yes| yes.consent);
            events.extend(self.begins(opportunity, winner, now, consent));
        }
        Ok(events)
    }

    /// The terms as they stand, where they are those that were read.
    pub(super) fn read_terms(
        &self,
        opportunity: &Opportunity,
        winner: &Proposal,
        (seen, tranches): (&Agreement, &[Tranche]),
    ) -> Result<Agreement, Refusal> {
        let now = agreement(self.state, opportunity, winner).ok_or(MoneyRefusal::PriceMissing)?;
        if now != *seen || opportunity.deal.tranches != tranches {
            return Err(BoardRefusal::TermsChanged.into());
        }
        Ok(now)
    }

    /// The client's yes to the terms as they stand.
    pub(super) fn hers(
        &self,
        opportunity: &Opportunity,
        winner: &Proposal,
        terms: &Agreement,
        (word_of, said): (Option<ContactId>, &str),
    ) -> Event {
        let assented = DealEvent::Assented {
            proposal: winner.id,
            side: Side::Client,
            agreement: Box::new(terms.clone()),
            tranches: opportunity.deal.tranches.clone(),
            consent: false,
            word_of,
            said: said.into(),
        };
        of(opportunity, BoardEvent::Deal(assented))
    }

    /// The provider's yes to the terms as they stand.
    pub(super) fn theirs(
        &self,
        opportunity: &Opportunity,
        winner: &Proposal,
        terms: &Agreement,
        consent: bool,
    ) -> Event {
        let assented = DealEvent::Assented {
            proposal: winner.id,
            side: Side::Provider,
            agreement: Box::new(terms.clone()),
            tranches: opportunity.deal.tranches.clone(),
            consent,
            word_of: None,
            said: "".into(),
        };
        of(opportunity, BoardEvent::Deal(assented))
    }

    /// Both sides said yes: it is a mission.
    pub(super) fn begins(
        &self,
        opportunity: &Opportunity,
        winner: &Proposal,
        terms: Agreement,
        consent: bool,
    ) -> Vec<Event> {
        let (proposal, at) = (winner.id, self.now);
        let agreement = Box::new(terms);
        vec![
            of(opportunity, BoardEvent::Agreed { agreement, consent }),
            of(
                opportunity,
                BoardEvent::Moved {
                    from: opportunity.stage,
                    to: OpportunityStage::Confirmed { proposal, at },
                    word_of: None,
                    reason: "".into(),
                },
            ),
            moved(opportunity, winner, ProposalStanding::Confirmed, ""),
        ]
    }

    /// The client refuses the terms. Who was selected stays before her with the others.
    fn refuse(&self, id: OpportunityId, why: &str, said: &str) -> Events {
        self.refuse_with(id, reason(why)?, said)
    }

    /// The same, with words that were looked at, or none where a reason of the list stands for them.
    pub(super) fn refuse_with(&self, id: OpportunityId, why: Box<str>, said: &str) -> Events {
        let opportunity = self.opportunity(id)?;
        let word_of = self.for_client(opportunity)?;
        if opportunity.group == Group::Subcontracting {
            return Err(BoardRefusal::HouseSetsTerms(id).into());
        }
        let winner = self.winner(opportunity)?;
        self.not_own(winner)?;
        let said = Self::said(word_of, said)?;
        let refused = DealEvent::Refused {
            proposal: winner.id,
            reason: why.clone(),
            word_of,
            said: said.into(),
        };
        let mut events = vec![of(opportunity, BoardEvent::Deal(refused))];
        events.extend(self.open_again(opportunity, winner, word_of, why));
        Ok(events)
    }
}

/// A tranche without spaces round its words.
fn trimmed(one: &Tranche) -> Tranche {
    Tranche {
        what: one.what.trim().into(),
        due: match &one.due {
            Due::Said(words) => Due::Said(words.trim().into()),
            Due::Day(at) => Due::Day(*at),
        },
        amount: one.amount,
    }
}
