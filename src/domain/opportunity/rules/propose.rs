//! Decides what proposers do with their proposals, and what the client and the house say of them (BRD-5).

use crate::domain::event::Event;
use crate::domain::ids::{OpportunityId, ProposalId};
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::proposal::{Offer, ProposalStanding, Revision, Verdict};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::{
    Doing, Events, files_fit, in_currency, longest, moved, of, reason, right_price, words_on,
};
use crate::domain::opportunity::{Notice, Opportunity, Proposal};
use crate::domain::refusal::Refusal;
use crate::domain::request::{Attachment, Group};

impl Doing<'_> {
    /// What stands before the client stays there, whole, until the new one is submitted.
    pub(super) fn propose(&self, id: OpportunityId, revision: &Revision, submit: bool) -> Events {
        let opportunity = self.opportunity(id)?;
        self.proposes()?;
        let me = self.actor.id;
        self.opened_before(id, CreditKind::Offer)?;
        let board = self.state.board();
        let mine = board.proposal_of(id, self.firm()).map(|p| &**p);
        let from = mine.map_or(ProposalStanding::Draft, |p| p.state);
        self.rewritable(opportunity, from)?;
        let price = self.checked(opportunity, mine, revision)?;
        let working = mine.map(Proposal::working);
        if submit {
            let said = |text: &str| !text.trim().is_empty();
            let before = working.is_some_and(|content| content.has_text);
            if !revision.text.as_deref().map_or(before, said) {
                return Err(Refusal::TextMissing);
            }
            if price.is_none() {
                return Err(MoneyRefusal::PriceMissing.into());
            }
            // What stands before the client may be put right until it is selected, deadline or not.
            if from == ProposalStanding::Submitted {
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
        let moves = submit && (from != ProposalStanding::Submitted || has_draft(mine));
        let written = revision.text.is_some() || revision.available.is_some();
        if mine.is_some() && !moves && !written && working.is_some_and(|c| c.price == price) {
            return Err(Refusal::AlreadySo);
        }
        let proposal = mine.map_or_else(|| board.next_proposal(), |p| p.id);
        let mut events = Vec::new();
        if !submit {
            events.extend(mine.and_then(|mine| begun_anew(opportunity, mine)));
        }
        events.push(of(
            opportunity,
            BoardEvent::Revised {
                proposal,
                person: mine.map_or(me, |mine| mine.person),
                price,
                available: revision.available.clone(),
                text: revision.text.clone(),
                before_client: submit,
            },
        ));
        let to = ProposalStanding::Submitted;
        if submit && from != to {
            let words = "".into();
            events.push(of(
                opportunity,
                BoardEvent::Proposal {
                    proposal,
                    from,
                    to,
                    words,
                },
            ));
        }
        Ok(events)
    }

    /// Whether a proposal that stands there can still be written.
    fn rewritable(&self, opportunity: &Opportunity, at: ProposalStanding) -> Result<(), Refusal> {
        match at {
            ProposalStanding::Draft | ProposalStanding::Submitted | ProposalStanding::Withdrawn => {
                Ok(())
            }
            ProposalStanding::Selected | ProposalStanding::Confirmed | ProposalStanding::Lost => {
                Err(BoardRefusal::IsSettled(opportunity.id).into())
            }
        }
    }

    /// Checks that the parts are within their limits, and returns the price that stands from now on.
    fn checked(
        &self,
        opportunity: &Opportunity,
        mine: Option<&Proposal>,
        revision: &Revision,
    ) -> Result<Option<Money>, Refusal> {
        longest(
            revision.text.as_deref().unwrap_or_default(),
            Offer::TEXT_MOST,
        )?;
        let available = revision.available.as_deref();
        longest(available.unwrap_or_default(), Offer::AVAILABLE_MOST)?;
        let before = mine.and_then(|mine| mine.working().price);
        let price = revision.price.unwrap_or(before);
        match opportunity.group {
            // The house sets the price for its own market (S0); nobody bids under it.
            Group::Subcontracting => {
                let asked = revision.price.flatten();
                if asked.is_some() && asked != opportunity.notice.amount {
                    return Err(BoardRefusal::PriceIsSet.into());
                }
                Ok(opportunity.notice.amount)
            }
            Group::ClientIntroduction => {
                if let Some(price) = price {
                    right_price(price)?;
                    in_currency(price, self.currency_of(&opportunity.notice))?;
                }
                Ok(price)
            }
        }
    }

    /// Adds a file here, not in what somebody read a moment ago: of several at once none is lost.
    pub(super) fn attach(&self, id: OpportunityId, file: &Attachment) -> Events {
        let (opportunity, mine, draft) = self.filing(id)?;
        let files = if draft {
            &mine.working().files
        } else {
            &mine.says.files
        };
        if files.contains(file) {
            return Err(Refusal::AlreadySo);
        }
        if files.len() >= Offer::FILES_MOST {
            return Err(Refusal::TooLong {
                most: Offer::FILES_MOST,
            });
        }
        files_fit(std::slice::from_ref(file), Offer::FILES_MOST)?;
        let mut all = files.clone();
        all.push(file.clone());
        self.state.files().admit(mine.person, mine.id, &all)?;
        Ok(filed(opportunity, mine, file, true, draft))
    }

    pub(super) fn detach(&self, id: OpportunityId, file: &Attachment) -> Events {
        let (opportunity, mine, draft) = self.filing(id)?;
        if !mine.working().files.contains(file) {
            return Err(Refusal::NoSuchThing);
        }
        Ok(filed(opportunity, mine, file, false, draft))
    }

    /// The actor's own proposal, and whether what she does with its files is told to nobody yet.
    fn filing(&self, id: OpportunityId) -> Result<(&Opportunity, &Proposal, bool), Refusal> {
        let opportunity = self.opportunity(id)?;
        self.proposes()?;
        self.opened_before(id, CreditKind::Offer)?;
        let mine = self.state.board().proposal_of(id, self.firm());
        let mine = mine.ok_or(BoardRefusal::NothingProposed(id))?;
        self.rewritable(opportunity, mine.state)?;
        let draft = mine.state != ProposalStanding::Submitted || mine.draft.is_some();
        if !draft {
            self.pending(opportunity)?;
            self.eligible(self.actor.id, opportunity)?;
        }
        Ok((opportunity, mine, draft))
    }

    /// A proposal of the actor's firm, for who may do something with it.
    fn own(&self, id: ProposalId) -> Result<(&Opportunity, &Proposal), Refusal> {
        let (opportunity, proposal) = self.proposal(id)?;
        if !self.eyes().owns(proposal) {
            return Err(BoardRefusal::NoSuchProposal(id).into());
        }
        self.proposes()?;
        Ok((opportunity, proposal))
    }

    pub(super) fn drop_draft(&self, id: ProposalId) -> Events {
        let (opportunity, proposal) = self.own(id)?;
        if proposal.draft.is_none() {
            return Err(BoardRefusal::NoDraft(id).into());
        }
        let dropped = BoardEvent::DraftDropped {
            proposal: id,
            person: proposal.person,
        };
        Ok(vec![of(opportunity, dropped)])
    }

    /// The currency that offers are made in: the client's, when they said what they would spend.
    pub(super) fn currency_of(&self, notice: &Notice) -> Currency {
        let stated = notice.amount.map(|amount| amount.currency);
        stated.unwrap_or(self.state.terms().currency)
    }

    pub(super) fn withdraw(&self, id: ProposalId, why: &str) -> Events {
        let (_, proposal) = self.proposal(id)?;
        let needed = self.eyes().owns(proposal) && proposal.state == ProposalStanding::Submitted;
        // Nobody has seen a draft: it needs no reason.
        let words = match needed {
            true => reason(why)?,
            false => words_on(why)?,
        };
        self.withdraw_with(id, words)
    }

    /// The actor's own proposal is taken back, with words that may be none.
    pub(super) fn withdraw_with(&self, id: ProposalId, why: Box<str>) -> Events {
        let (opportunity, proposal) = self.own(id)?;
        match proposal.state {
            ProposalStanding::Draft | ProposalStanding::Submitted => {}
            ProposalStanding::Selected => {
                return Err(BoardRefusal::DeclineInstead(opportunity.id).into());
            }
            ProposalStanding::Confirmed | ProposalStanding::Lost | ProposalStanding::Withdrawn => {
                return Err(BoardRefusal::IsSettled(opportunity.id).into());
            }
        }
        Ok(vec![moved(
            opportunity,
            proposal,
            ProposalStanding::Withdrawn,
            &why,
        )])
    }

    pub(super) fn judge(&self, id: ProposalId, verdict: Verdict) -> Events {
        let (opportunity, proposal, word_of) = self.to_select(id)?;
        self.pending(opportunity)?;
        if proposal.state != ProposalStanding::Submitted {
            return Err(BoardRefusal::IsSettled(opportunity.id).into());
        }
        if proposal.verdict == verdict {
            return Err(Refusal::AlreadySo);
        }
        let judged = BoardEvent::Judged {
            proposal: id,
            from: proposal.verdict,
            to: verdict,
            word_of,
        };
        Ok(vec![of(opportunity, judged)])
    }

    /// Only once the client showed an interest (S1).
    pub(super) fn encourage(&self, id: ProposalId) -> Events {
        let (opportunity, proposal, _) = self.to_select(id)?;
        self.pending(opportunity)?;
        if proposal.promising {
            return Err(Refusal::AlreadySo);
        }
        let shown = proposal.state == ProposalStanding::Submitted
            && proposal.verdict == Verdict::Interesting;
        if !shown {
            return Err(BoardRefusal::NoInterestShown.into());
        }
        Ok(vec![of(
            opportunity,
            BoardEvent::Encouraged { proposal: id },
        )])
    }
}

fn has_draft(proposal: Option<&Proposal>) -> bool {
    proposal.is_some_and(|proposal| proposal.draft.is_some())
}

/// A proposal that was taken back before anybody saw it is a draft again, as a whole; one that was submitted
/// stays what others read of it.
fn begun_anew(opportunity: &Opportunity, proposal: &Proposal) -> Option<Event> {
    let unseen = proposal.state == ProposalStanding::Withdrawn && proposal.submitted_at.is_none();
    unseen.then(|| moved(opportunity, proposal, ProposalStanding::Draft, ""))
}

fn filed(
    opportunity: &Opportunity,
    proposal: &Proposal,
    file: &Attachment,
    there: bool,
    draft: bool,
) -> Vec<Event> {
    let filed = BoardEvent::Filed {
        proposal: proposal.id,
        person: proposal.person,
        file: Box::new(file.clone()),
        there,
        draft,
    };
    let anew = begun_anew(opportunity, proposal);
    anew.into_iter().chain([of(opportunity, filed)]).collect()
}
