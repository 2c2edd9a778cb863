//! What events make of the proposals of an opportunity: what they say, and where they stand. Cannot fail, like the
//! rest of the board: a proposal that is not there is left alone.

use super::Board;
use super::change::{move_on, revise};
use crate::domain::ids::{FirmId, PersonId, ProposalId, Seq};
use crate::domain::meta::Meta;
use crate::domain::opportunity::begun::new_proposal;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::proposal::{ProposalContent, ProposalStanding};
use crate::domain::opportunity::{Opportunity, Proposal};

impl Board {
    /// Changes what a proposal says, or what its proposer works on; the first word of it begins it.
    pub(super) fn change_offer(
        &mut self,
        meta: &Meta,
        opportunity: &mut Opportunity,
        event: &BoardEvent,
        firm: FirmId,
    ) {
        match event {
            BoardEvent::Offered {
                proposal,
                person,
                offer,
                ..
            } => {
                self.begin(meta, opportunity, *proposal, (*person, firm));
                self.change_proposal(meta, *proposal, |p| {
                    p.says = ProposalContent {
                        price: offer.price,
                        text_at: meta.seq,
                        has_text: !offer.text.trim().is_empty(),
                        available_at: meta.seq,
                        files: offer.files.clone(),
                        changed_at: meta.seq,
                        answers: opportunity.notice_at,
                    };
                });
            }
            BoardEvent::Revised {
                proposal, person, ..
            } => {
                self.begin(meta, opportunity, *proposal, (*person, firm));
                self.rework(meta, *proposal, opportunity.notice_at, event);
            }
            BoardEvent::Filed { proposal, .. } | BoardEvent::DraftDropped { proposal, .. } => {
                self.rework(meta, *proposal, opportunity.notice_at, event);
            }
            _ => {}
        }
    }

    /// Begins a proposal, unless it is there.
    fn begin(
        &mut self,
        meta: &Meta,
        opportunity: &mut Opportunity,
        proposal: ProposalId,
        whose: (PersonId, FirmId),
    ) {
        if self.proposal(proposal).is_none() {
            opportunity.proposals.push(proposal);
            self.by_firm.insert((whose.1, proposal));
            let begun = new_proposal(meta, proposal, opportunity, whose);
            self.proposals.put(begun);
        }
    }

    /// Changes where proposals stand, and what was said to their proposers.
    pub(super) fn change_standing(
        &mut self,
        meta: &Meta,
        opportunity: &mut Opportunity,
        event: &BoardEvent,
    ) {
        match event {
            BoardEvent::Proposal {
                proposal,
                to,
                words,
                ..
            } => {
                self.change_proposal(meta, *proposal, |p| {
                    move_on(p, *to, meta.at);
                    p.words_at = (!words.is_empty()).then_some(meta.seq);
                    p.advised_at = None;
                    p.because = None;
                });
                let seen = self.proposals_in(opportunity);
                opportunity.submitted = u32::try_from(seen).unwrap_or(u32::MAX);
            }
            BoardEvent::Judged { proposal, to, .. } => self.change_proposal(meta, *proposal, |p| {
                p.verdict = *to;
                p.because = None;
                p.answered_at.get_or_insert(meta.at);
            }),
            BoardEvent::Reasoned { proposal, why } => {
                self.change_proposal(meta, *proposal, |p| p.because = Some(*why));
            }
            BoardEvent::Encouraged { proposal } => {
                self.change_proposal(meta, *proposal, |p| p.promising = true);
            }
            BoardEvent::Advised { proposals, .. } => {
                for proposal in proposals {
                    self.change_proposal(meta, *proposal, |p| {
                        (p.words_at, p.advised_at) = (Some(meta.seq), Some(meta.at));
                    });
                }
            }
            _ => {}
        }
    }

    /// The house sets the price, also of what was proposed before it changed (S0).
    pub(super) fn set_price(&mut self, meta: &Meta, opportunity: &Opportunity) {
        let price = opportunity.notice.amount;
        for id in &opportunity.proposals {
            let open = |p: &Proposal| {
                matches!(
                    p.state,
                    ProposalStanding::Draft | ProposalStanding::Submitted
                )
            };
            if self.proposal(*id).is_some_and(|p| open(p)) {
                self.change_proposal(meta, *id, |p| {
                    (p.says.price, p.says.changed_at) = (price, meta.seq);
                });
            }
            self.redraft(*id, |draft| draft.price = price);
        }
    }

    /// How many of an opportunity's proposals are before the client.
    fn proposals_in(&self, opportunity: &Opportunity) -> usize {
        let theirs = opportunity.proposals.iter();
        let theirs = theirs.filter_map(|id| self.proposal(*id));
        theirs.filter(|p| p.is_before_the_client()).count()
    }

    /// Changes what a proposer works on. What nobody else sees of it leaves no trace in what they do see.
    fn rework(&mut self, meta: &Meta, id: ProposalId, notice_at: Seq, event: &BoardEvent) {
        let Some(proposal) = self.proposal(id) else {
            return;
        };
        let mut proposal = (**proposal).clone();
        revise(&mut proposal, meta.seq, notice_at, event);
        if !event.is_private() {
            proposal.touched_at = meta.at;
        }
        self.proposals.put(proposal);
    }

    /// Changes the draft beside a proposal, if there is one.
    fn redraft(&mut self, id: ProposalId, change: impl FnOnce(&mut ProposalContent)) {
        let Some(mut proposal) = self.proposal(id).map(|p| (**p).clone()) else {
            return;
        };
        if let Some(draft) = &mut proposal.draft {
            change(draft);
            self.proposals.put(proposal);
        }
    }

    fn change_proposal(&mut self, meta: &Meta, id: ProposalId, change: impl FnOnce(&mut Proposal)) {
        let Some(proposal) = self.proposal(id) else {
            return;
        };
        let mut proposal = (**proposal).clone();
        change(&mut proposal);
        proposal.touched_at = meta.at;
        self.proposals.put(proposal);
    }
}
