//! Selection (BRD-6, S2): the client or the house selects one proposal, the client says how it is paid, the others are
//! told with advice, in the client's own words if she has any, at once or later; the winner confirms the terms on a page
//! of its own or declines them; then selection opens again. At most one wins.

use crate::domain::event::Event;
use crate::domain::house::Selects;
use crate::domain::ids::{ContactId, OpportunityId, PersonId, ProposalId, Seq};
use crate::domain::money::Money;
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::eligibility::lacks_of;
use crate::domain::opportunity::rules::{Doing, Events, moved, of, reason};
use crate::domain::opportunity::{
    Agreement, Formula, Opportunity, OpportunityStage, Payer, Proposal, Side, Tranche,
};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;
use crate::domain::state::State;
use crate::domain::terms::Terms;

/// The terms as they would be confirmed now; `None` while the proposal has no price.
pub fn agreement(
    state: &State,
    opportunity: &Opportunity,
    proposal: &Proposal,
) -> Option<Agreement> {
    let terms = state.terms();
    let price = proposal.says.price?;
    Some(match opportunity.group {
        // The facilitators are mandated and owe no usage fee (S0).
        Group::Subcontracting => Agreement {
            group: Group::Subcontracting,
            formula: None,
            price,
            commission: Money { minor: 0, ..price },
            payer: Payer::Client,
            coordination: Some(terms.coordination),
            usage_permille: 0,
            contribution_permille: 0,
            option: None,
        },
        Group::ClientIntroduction => Agreement {
            group: Group::ClientIntroduction,
            formula: opportunity.formula,
            price,
            commission: share(price, terms.commission_permille),
            payer: opportunity.notice.payer,
            coordination: None,
            usage_permille: terms.usage_permille,
            contribution_permille: terms.contribution_permille,
            option: (opportunity.formula == Some(Formula::R0)).then(|| r0_option(terms, price)),
        },
    })
}

/// What the option R0 costs for a project of this price (ESC-6).
fn r0_option(terms: &Terms, price: Money) -> Money {
    let part = share(price, terms.r0_permille);
    let fixed = terms
        .r0_fixed
        .filter(|fixed| fixed.currency == price.currency);
    let minor = part
        .minor
        .saturating_add(fixed.map_or(0, |fixed| fixed.minor));
    Money { minor, ..price }
}

/// The terms with this formula; `None` while the proposal has no price.
pub fn with_formula(
    state: &State,
    opportunity: &Opportunity,
    proposal: &Proposal,
    formula: Formula,
) -> Option<Agreement> {
    let formula = Some(formula).filter(|_| opportunity.group == Group::ClientIntroduction);
    agreement(state, opportunity, proposal).map(|terms| Agreement {
        formula,
        option: (formula == Some(Formula::R0)).then(|| r0_option(state.terms(), terms.price)),
        ..terms
    })
}

/// So many thousandths of an amount, half a minor unit rounded up.
pub fn share(of: Money, permille: u32) -> Money {
    let minor = (i128::from(of.minor) * i128::from(permille) + 500) / 1_000;
    Money {
        minor: i64::try_from(minor).unwrap_or(i64::MAX),
        ..of
    }
}

impl Doing<'_> {
    pub(super) fn select(
        &self,
        id: ProposalId,
        seen: Seq,
        advice: &str,
        (formula, said): (Option<Formula>, &str),
    ) -> Events {
        let (opportunity, proposal, word_of) = self.to_select(id)?;
        match opportunity.stage {
            OpportunityStage::Open => {}
            OpportunityStage::Selected { proposal, at }
            | OpportunityStage::Confirmed { proposal, at }
            | OpportunityStage::Delivered { proposal, at } => {
                let whose = self.state.board().proposal(proposal).map(|p| p.speaker());
                let by = whose.map_or("?".into(), |person| self.name(person));
                return Err(BoardRefusal::AlreadySelected { by, at }.into());
            }
            OpportunityStage::Ended { .. } => {
                return Err(BoardRefusal::NotPending(opportunity.id).into());
            }
        }
        if proposal.state != ProposalStanding::Submitted {
            return Err(BoardRefusal::IsSettled(opportunity.id).into());
        }
        // Its proposer may have put it right a moment ago: what is chosen is what was read.
        if proposal.says.changed_at != seen {
            return Err(BoardRefusal::ProposalChanged(id).into());
        }
        super::longest(advice, Terms::ADVICE_MOST)?;
        let lacks = lacks_of(self.state, proposal, &opportunity.notice);
        if !lacks.is_empty() {
            return Err(BoardRefusal::NotEligible(lacks).into());
        }
        self.formula_fits(opportunity, formula)?;
        let said = Self::said(word_of, said)?;
        let at = self.now;
        let mut events = vec![
            of(
                opportunity,
                BoardEvent::Moved {
                    from: opportunity.stage,
                    to: OpportunityStage::Selected { proposal: id, at },
                    word_of,
                    reason: said.into(),
                },
            ),
            moved(opportunity, proposal, ProposalStanding::Selected, ""),
        ];
        events.extend(formula.map(|to| {
            let chosen = BoardEvent::Chosen {
                from: None,
                to,
                word_of,
                said: said.into(),
            };
            of(opportunity, chosen)
        }));
        // With the formula she agrees to the terms that follow from it, which are shown with the selection.
        if let Some(formula) = formula {
            let terms = with_formula(self.state, opportunity, proposal, formula);
            let terms = terms.ok_or(MoneyRefusal::PriceMissing)?;
            events.push(self.hers(opportunity, proposal, &terms, (word_of, said)));
        }
        let board = self.state.board();
        let others = board.proposals_of(opportunity.id);
        for other in others.filter(|p| p.id != id && p.state == ProposalStanding::Submitted) {
            let words = if advice.trim().is_empty() {
                self.usual_advice(other.speaker())
            } else {
                advice.trim()
            };
            events.push(moved(opportunity, other, ProposalStanding::Lost, words));
        }
        Ok(events)
    }

    /// Passes when the formula is the client's to say with this selection, and can be had.
    fn formula_fits(&self, of: &Opportunity, formula: Option<Formula>) -> Result<(), Refusal> {
        let hers = of.group == Group::ClientIntroduction && of.selects == Selects::Client;
        match formula {
            Some(_) if !hers => Err(BoardRefusal::FormulaWrong.into()),
            None if hers => Err(BoardRefusal::FormulaMissing.into()),
            formula => self.may_hold(formula, None),
        }
    }

    /// The client says how it is paid, until the winner confirms.
    pub(super) fn choose(&self, id: OpportunityId, to: Formula, said: &str) -> Events {
        let opportunity = self.opportunity(id)?;
        let word_of = self.for_client(opportunity)?;
        let winner = self.winner(opportunity)?;
        if opportunity.group == Group::Subcontracting {
            return Err(BoardRefusal::FormulaWrong.into());
        }
        if opportunity.formula == Some(to) {
            return Err(Refusal::AlreadySo);
        }
        self.may_hold(Some(to), opportunity.formula)?;
        let said = Self::said(word_of, said)?;
        let chosen = BoardEvent::Chosen {
            from: opportunity.formula,
            to,
            word_of,
            said: said.into(),
        };
        let mut events = vec![of(opportunity, chosen)];
        // What was drawn up besides she has to read first.
        if opportunity.deal.tranches.is_empty() {
            let terms = with_formula(self.state, opportunity, winner, to);
            let terms = terms.ok_or(MoneyRefusal::PriceMissing)?;
            events.push(self.hers(opportunity, winner, &terms, (word_of, said)));
        }
        Ok(events)
    }

    /// Those who lost to the selection that stands are told in the client's own words, once.
    pub(super) fn advise(&self, id: OpportunityId, words: &str) -> Events {
        let opportunity = self.opportunity(id)?;
        let word_of = self.for_selector(opportunity)?;
        let nobody = Refusal::Board(BoardRefusal::NobodyToAdvise(id));
        let board = self.state.board();
        let winner = opportunity.stage.winner().and_then(|id| board.proposal(id));
        let winner = winner.ok_or_else(|| nobody.clone())?;
        if self.is_own(winner) {
            return Err(BoardRefusal::OwnProposal.into());
        }
        let others = board.proposals_of(id);
        let lost: Vec<_> = others
            .filter(|p| p.state == ProposalStanding::Lost)
            .collect();
        if lost.is_empty() {
            return Err(nobody);
        }
        if let Some(at) = lost.iter().find_map(|p| p.advised_at) {
            return Err(BoardRefusal::AdvisedAlready { at }.into());
        }
        super::longest(words, Terms::ADVICE_MOST)?;
        let words = words.trim();
        if words.is_empty() {
            return Err(Refusal::TextMissing);
        }
        let event = BoardEvent::Advised {
            proposals: lost.iter().map(|p| p.id).collect(),
            words: words.into(),
            word_of,
        };
        Ok(vec![of(opportunity, event)])
    }

    /// The house's usual advice, in the language `person` reads.
    fn usual_advice(&self, person: PersonId) -> &str {
        let [english, french] = &self.state.terms().advice;
        let reads = self.state.person(person).map(|p| &*p.preferences.language);
        let speaks = self.state.profile(person).and_then(|p| p.languages.first());
        let french_first = match reads {
            Some("fr") => true,
            Some("en") => false,
            _ => speaks.is_some_and(|language| language.code() == "fr"),
        };
        if french_first { french } else { english }
    }

    pub(super) fn reopen(&self, id: OpportunityId, why: &str) -> Events {
        let opportunity = self.opportunity(id)?;
        let word_of = self.for_selector(opportunity)?;
        let winner = self.winner(opportunity)?;
        let why = reason(why)?;
        Ok(self.open_again(opportunity, winner, word_of, why))
    }

    /// What a selection was is undone: who was selected and who was not stand before the client again.
    pub(super) fn open_again(
        &self,
        opportunity: &Opportunity,
        winner: &Proposal,
        word_of: Option<ContactId>,
        reason: Box<str>,
    ) -> Vec<Event> {
        let opened = BoardEvent::Moved {
            from: opportunity.stage,
            to: OpportunityStage::Open,
            word_of,
            reason,
        };
        let mut events = vec![of(opportunity, opened)];
        events.push(moved(opportunity, winner, ProposalStanding::Submitted, ""));
        events.extend(self.back_in(opportunity));
        events
    }

    /// The proposal that was selected and whose terms are not confirmed yet.
    pub(super) fn winner(&self, opportunity: &Opportunity) -> Result<&Proposal, Refusal> {
        let OpportunityStage::Selected { proposal, .. } = opportunity.stage else {
            return Err(BoardRefusal::NothingSelected(opportunity.id).into());
        };
        let found = self.state.board().proposal(proposal);
        found
            .map(|p| &**p)
            .ok_or(Refusal::Board(BoardRefusal::NoSuchProposal(proposal)))
    }

    /// The actor's own proposal, when it was selected.
    pub(super) fn won(&self, opportunity: &Opportunity) -> Result<&Proposal, Refusal> {
        self.proposes()?;
        let board = self.state.board();
        let mine = board.proposal_of(opportunity.id, self.firm());
        let mine = mine.ok_or(BoardRefusal::NothingProposed(opportunity.id))?;
        let winner = self.winner(opportunity)?;
        if winner.id != mine.id {
            return Err(BoardRefusal::NothingSelected(opportunity.id).into());
        }
        Ok(winner)
    }

    /// Those who lost to a selection that came to nothing stand before the client again.
    fn back_in<'b>(&'b self, opportunity: &'b Opportunity) -> impl Iterator<Item = Event> + 'b {
        let all = self.state.board().proposals_of(opportunity.id);
        all.filter(|p| p.state == ProposalStanding::Lost)
            .map(|p| moved(opportunity, p, ProposalStanding::Submitted, ""))
    }

    /// The winner confirms the terms. Under Client introduction the mission begins once the client agreed to the same.
    pub(super) fn confirm(
        &self,
        id: OpportunityId,
        seen: (&Agreement, &[Tranche]),
        consent: bool,
    ) -> Events {
        let opportunity = self.opportunity(id)?;
        let winner = self.won(opportunity)?;
        self.eligible(self.actor.id, opportunity)?;
        if opportunity.awaits_formula() {
            return Err(BoardRefusal::FormulaMissing.into());
        }
        let now = self.read_terms(opportunity, winner, seen)?;
        if now.payer == Payer::Provider && !consent {
            return Err(BoardRefusal::ConsentMissing.into());
        }
        let consent = consent && now.payer == Payer::Provider;
        if opportunity.group == Group::Subcontracting {
            return Ok(self.begins(opportunity, winner, now, consent));
        }
        if opportunity.deal.is_agreed(Side::Provider, &now) {
            return Err(Refusal::AlreadySo);
        }
        let mut events = vec![self.theirs(opportunity, winner, &now, consent)];
        if opportunity.deal.is_agreed(Side::Client, &now) {
            events.extend(self.begins(opportunity, winner, now, consent));
        }
        Ok(events)
    }

    pub(super) fn decline(&self, id: OpportunityId, why: &str) -> Events {
        let opportunity = self.opportunity(id)?;
        self.won(opportunity)?;
        self.decline_with(id, reason(why)?)
    }

    /// The terms are declined, with words that may be none.
    pub(super) fn decline_with(&self, id: OpportunityId, why: Box<str>) -> Events {
        let opportunity = self.opportunity(id)?;
        let winner = self.won(opportunity)?;
        let mut events = vec![
            of(
                opportunity,
                BoardEvent::Moved {
                    from: opportunity.stage,
                    to: OpportunityStage::Open,
                    word_of: None,
                    reason: why.clone(),
                },
            ),
            moved(opportunity, winner, ProposalStanding::Withdrawn, &why),
        ];
        events.extend(self.back_in(opportunity));
        Ok(events)
    }
}
