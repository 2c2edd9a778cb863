//! Decides what proposers do with their proposals, and what the client and the house say of them (BRD-5).

use super::act::{
    Doing, Events, REASON_MOST, files_fit, in_currency, longest, moved, of, reason, right_price,
};
use super::credit::CreditKind;
use super::event::Event as Happened;
use super::proposal::{Offer, Standing as ProposalState, Verdict};
use super::{Notice, Opportunity};
use crate::domain::ids::{OpportunityId, ProposalId};
use crate::domain::money::Currency;
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;

impl Doing<'_> {
    pub(super) fn propose(&self, id: OpportunityId, offer: &Offer, submit: bool) -> Events {
        let opportunity = self.opportunity(id)?;
        let me = self.actor.id;
        self.opened_before(id, CreditKind::Offer)?;
        let mine = self.state.board().proposal_of(id, me);
        let from = mine.map_or(ProposalState::Draft, |p| p.state);
        let proposal = mine.map_or_else(|| self.state.board().next_proposal(), |p| p.id);
        let before_client = from == ProposalState::Submitted;
        if matches!(
            from,
            ProposalState::Selected | ProposalState::Confirmed | ProposalState::Lost
        ) {
            return Err(Refusal::IsSettled(id));
        }
        let offer = self.checked(opportunity, offer)?;
        self.state.files().admit(me, proposal, &offer.files)?;
        if submit || before_client {
            if offer.text.trim().is_empty() {
                return Err(Refusal::TextMissing);
            }
            if offer.price.is_none() {
                return Err(Refusal::PriceMissing);
            }
            // What stands before the client may be put right until it is selected, deadline or not.
            if before_client {
                self.pending(opportunity)?;
            } else {
                self.open_to_offers(opportunity)?;
            }
            self.eligible(me, opportunity)?;
        }
        if mine.is_none() && opportunity.proposals.len() >= Opportunity::PROPOSALS_MOST {
            return Err(Refusal::TooLong {
                most: Opportunity::PROPOSALS_MOST,
            });
        }
        let to = if submit || before_client {
            ProposalState::Submitted
        } else {
            ProposalState::Draft
        };
        let mut events = vec![of(
            opportunity,
            Happened::Offered {
                proposal,
                person: me,
                offer: Box::new(offer),
                before_client: to == ProposalState::Submitted,
            },
        )];
        if from != to {
            events.push(of(
                opportunity,
                Happened::Proposal {
                    proposal,
                    from,
                    to,
                    words: "".into(),
                },
            ));
        }
        Ok(events)
    }

    /// An offer whose parts are within their limits, and whose price is one that can be made.
    fn checked(&self, opportunity: &Opportunity, offer: &Offer) -> Result<Offer, Refusal> {
        longest(&offer.text, Offer::TEXT_MOST)?;
        longest(&offer.available, Offer::AVAILABLE_MOST)?;
        files_fit(&offer.files, Offer::FILES_MOST)?;
        let mut offer = offer.clone();
        match opportunity.group {
            // The house sets the price for its own market (S0); nobody bids under it.
            Group::Subcontracting => {
                if offer.price.is_some() && offer.price != opportunity.notice.amount {
                    return Err(Refusal::PriceIsSet);
                }
                offer.price = opportunity.notice.amount;
            }
            Group::ClientIntroduction => {
                if let Some(price) = offer.price {
                    right_price(price)?;
                    in_currency(price, self.currency_of(&opportunity.notice))?;
                }
            }
        }
        Ok(offer)
    }

    /// The currency that offers are made in: the client's, when they said what they would spend.
    pub(super) fn currency_of(&self, notice: &Notice) -> Currency {
        let stated = notice.amount.map(|amount| amount.currency);
        stated.unwrap_or(self.state.terms().currency)
    }

    pub(super) fn withdraw(&self, id: ProposalId, why: &str) -> Events {
        let (opportunity, proposal) = self.proposal(id)?;
        if proposal.person != self.actor.id {
            return Err(Refusal::NoSuchProposal(id));
        }
        let why = match proposal.state {
            // Nobody has seen a draft: it needs no reason.
            ProposalState::Draft => {
                longest(why, REASON_MOST)?;
                why.trim().into()
            }
            ProposalState::Submitted => reason(why)?,
            ProposalState::Selected => return Err(Refusal::DeclineInstead(opportunity.id)),
            ProposalState::Confirmed | ProposalState::Lost | ProposalState::Withdrawn => {
                return Err(Refusal::IsSettled(opportunity.id));
            }
        };
        Ok(vec![moved(
            opportunity,
            proposal,
            ProposalState::Withdrawn,
            &why,
        )])
    }

    pub(super) fn judge(&self, id: ProposalId, verdict: Verdict) -> Events {
        let (opportunity, proposal, word_of) = self.of_client(id)?;
        self.pending(opportunity)?;
        if proposal.state != ProposalState::Submitted {
            return Err(Refusal::IsSettled(opportunity.id));
        }
        if proposal.verdict == verdict {
            return Err(Refusal::AlreadySo);
        }
        let judged = Happened::Judged {
            proposal: id,
            from: proposal.verdict,
            to: verdict,
            word_of,
        };
        Ok(vec![of(opportunity, judged)])
    }

    /// Only once the client showed an interest (S1).
    pub(super) fn encourage(&self, id: ProposalId) -> Events {
        let (opportunity, proposal, _) = self.of_client(id)?;
        self.pending(opportunity)?;
        if proposal.promising {
            return Err(Refusal::AlreadySo);
        }
        let shown =
            proposal.state == ProposalState::Submitted && proposal.verdict == Verdict::Interesting;
        if !shown {
            return Err(Refusal::NoInterestShown);
        }
        Ok(vec![of(opportunity, Happened::Encouraged { proposal: id })])
    }
}
