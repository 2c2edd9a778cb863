//! All opportunities and proposals, and the indexes that answer at once what the board asks all the time.
//!
//! Persistent maps, as for requests: rows are the truth, indexes are made from them when a checkpoint is
//! read. `apply` cannot fail: what an event names and the board does not have is left alone.

mod change;
mod heirs;
mod proposals;

use std::sync::Arc;

use imbl::OrdSet;

use change::{change_deal, change_hands, change_mission};

use super::begun::new_opportunity;
use super::event::BoardEvent;
use super::proposal::ProposalStanding;
use super::{Deal, Mission, Opportunity, OpportunityStage, Proposal, Side};
use crate::domain::Millis;
use crate::domain::ids::{ContactId, FirmId, OpportunityId, PersonId, ProposalId, RequestId};
use crate::domain::meta::Meta;
use crate::domain::request::Group;
use crate::domain::shelf::{Shelf, Shelved};

/// All opportunities and proposals.
#[derive(Clone, Debug, Default)]
pub struct Board {
    opportunities: Shelf<Opportunity>,
    proposals: Shelf<Proposal>,
    favourites: OrdSet<(PersonId, OpportunityId)>,
    /// Those that await offers, by when they were posted.
    pending: OrdSet<(Millis, OpportunityId)>,
    by_request: OrdSet<(RequestId, OpportunityId)>,
    by_contact: OrdSet<(ContactId, OpportunityId)>,
    by_firm: OrdSet<(FirmId, ProposalId)>,
    /// Who has a part in which mission.
    missions: OrdSet<(PersonId, OpportunityId)>,
    /// Which of a client's contacts is in charge of which mission.
    charges: OrdSet<(ContactId, OpportunityId)>,
    /// Whose step is next: firms that won and have to confirm, that a mission is offered to, or that run one.
    awaited: OrdSet<(FirmId, OpportunityId)>,
    /// How often anything changed; says nothing of favourites.
    revision: u64,
}

impl Shelved for Opportunity {
    fn place(&self) -> usize {
        self.id.index()
    }
}

impl Shelved for Proposal {
    fn place(&self) -> usize {
        self.id.index()
    }
}

impl PartialEq for Board {
    fn eq(&self, other: &Self) -> bool {
        self.opportunities == other.opportunities
            && self.proposals == other.proposals
            && self.favourites == other.favourites
    }
}

impl Board {
    /// The board from its rows. Indexes are made anew.
    pub fn from_rows(
        opportunities: impl IntoIterator<Item = Opportunity>,
        proposals: impl IntoIterator<Item = Proposal>,
        favourites: impl IntoIterator<Item = (PersonId, OpportunityId)>,
    ) -> Board {
        let mut board = Board {
            favourites: favourites.into_iter().collect(),
            ..Board::default()
        };
        let mut theirs = Vec::new();
        for mut proposal in proposals {
            proposal.firm = proposal.firm.or_own(proposal.person);
            theirs.push((proposal.firm, proposal.id));
            board.proposals.put(proposal);
        }
        theirs.sort_unstable();
        board.by_firm = theirs.into_iter().collect();
        for mut opportunity in opportunities {
            let won = board.winning(&opportunity).unwrap_or_default();
            if let Some(mission) = &mut opportunity.mission
                && mission.firm == FirmId::NONE
            {
                mission.firm = won;
            }
            board.index(&opportunity);
            board.opportunities.put(opportunity);
        }
        board
    }

    /// All opportunities, in the order of their ids.
    pub fn opportunities(&self) -> &Shelf<Opportunity> {
        &self.opportunities
    }

    /// All proposals, in the order of their ids.
    pub fn proposals(&self) -> &Shelf<Proposal> {
        &self.proposals
    }

    /// Everybody's favourites.
    pub fn favourites(&self) -> impl Iterator<Item = &(PersonId, OpportunityId)> {
        self.favourites.iter()
    }

    /// How often anything changed. Only for states that came one from the other.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// An opportunity by id.
    pub fn opportunity(&self, id: OpportunityId) -> Option<&Arc<Opportunity>> {
        self.opportunities.get(id.index()).filter(|_| id.0 > 0)
    }

    /// A proposal by id.
    pub fn proposal(&self, id: ProposalId) -> Option<&Arc<Proposal>> {
        self.proposals.get(id.index()).filter(|_| id.0 > 0)
    }

    /// Keeps the ids before those of the places `opportunities` and `proposals` from being given out.
    pub(in crate::domain) fn reserve(&mut self, opportunities: usize, proposals: usize) {
        self.opportunities.reserve(opportunities);
        self.proposals.reserve(proposals);
    }

    /// The id the next opportunity gets.
    pub fn next_opportunity(&self) -> OpportunityId {
        OpportunityId::at(self.opportunities.end())
    }

    /// The id the next proposal gets.
    pub fn next_proposal(&self) -> ProposalId {
        ProposalId::at(self.proposals.end())
    }

    /// How many await offers.
    pub fn pending_count(&self) -> usize {
        self.pending.len()
    }

    /// Those that await offers, the newest first.
    pub fn pending(&self) -> impl Iterator<Item = OpportunityId> + '_ {
        self.pending.iter().rev().map(|(_, id)| *id)
    }

    /// The opportunities of a request, oldest first.
    pub fn of_request(&self, request: RequestId) -> impl Iterator<Item = OpportunityId> + '_ {
        self.by_request
            .range((request, OpportunityId(0))..=(request, OpportunityId(u32::MAX)))
            .map(|(_, id)| *id)
    }

    /// What of a request awaits offers or the terms' confirmation: the request is neither closed nor given
    /// to another client under it.
    pub fn open_of(&self, request: RequestId) -> Option<OpportunityId> {
        self.of_request(request).find(|id| {
            let stage = self.opportunity(*id).map(|o| o.stage);
            matches!(
                stage,
                Some(OpportunityStage::Open | OpportunityStage::Selected { .. })
            )
        })
    }

    /// The opportunities of a client's contact, oldest first.
    pub fn of_contact(&self, contact: ContactId) -> impl Iterator<Item = OpportunityId> + '_ {
        self.by_contact
            .range((contact, OpportunityId(0))..=(contact, OpportunityId(u32::MAX)))
            .map(|(_, id)| *id)
    }

    /// Returns the opportunities of a client's contact, newest first.
    pub fn latest_of_contact(&self, contact: ContactId) -> impl Iterator<Item = &Arc<Opportunity>> {
        self.by_contact
            .range((contact, OpportunityId(0))..=(contact, OpportunityId(u32::MAX)))
            .rev()
            .filter_map(|(_, id)| self.opportunity(*id))
    }

    /// Everything `firm` ever proposed, oldest first.
    pub fn of_firm(
        &self,
        firm: impl Into<FirmId>,
    ) -> impl DoubleEndedIterator<Item = &Arc<Proposal>> {
        let firm = firm.into();
        self.by_firm
            .range((firm, ProposalId(0))..=(firm, ProposalId(u32::MAX)))
            .filter_map(|(_, id)| self.proposal(*id))
    }

    /// The missions `person` has a part in, oldest first.
    pub fn missions_of(
        &self,
        person: PersonId,
    ) -> impl DoubleEndedIterator<Item = OpportunityId> + '_ {
        self.missions
            .range((person, OpportunityId(0))..=(person, OpportunityId(u32::MAX)))
            .map(|(_, id)| *id)
    }

    /// The missions that a client's contact is in charge of, oldest first.
    pub fn charges_of(&self, contact: ContactId) -> impl Iterator<Item = OpportunityId> + '_ {
        self.charges
            .range((contact, OpportunityId(0))..=(contact, OpportunityId(u32::MAX)))
            .map(|(_, id)| *id)
    }

    /// What waits for `firm`: terms to be confirmed, missions to be run; oldest first.
    pub fn awaiting(&self, firm: impl Into<FirmId>) -> impl Iterator<Item = OpportunityId> + '_ {
        let firm = firm.into();
        self.awaited
            .range((firm, OpportunityId(0))..=(firm, OpportunityId(u32::MAX)))
            .map(|(_, id)| *id)
    }

    /// Whether its next step is that of `firm`, as its winner or who runs it.
    pub fn awaits(&self, firm: impl Into<FirmId>, id: OpportunityId) -> bool {
        self.awaited.contains(&(firm.into(), id))
    }

    /// Whether it is a favourite of `person`.
    pub fn is_favourite(&self, person: PersonId, id: OpportunityId) -> bool {
        self.favourites.contains(&(person, id))
    }

    /// What `firm` proposed for an opportunity, if anything.
    pub fn proposal_of(
        &self,
        id: OpportunityId,
        firm: impl Into<FirmId>,
    ) -> Option<&Arc<Proposal>> {
        let firm = firm.into();
        self.proposals_of(id).find(|p| p.firm == firm)
    }

    /// The firm that won an opportunity.
    pub fn winning(&self, opportunity: &Opportunity) -> Option<FirmId> {
        let winner = opportunity.stage.winner();
        winner.and_then(|id| self.proposal(id)).map(|p| p.firm)
    }

    /// The proposals for an opportunity, drafts included, in the order they were begun.
    pub fn proposals_of(&self, id: OpportunityId) -> impl Iterator<Item = &Arc<Proposal>> {
        let ids = self.opportunity(id).map_or(&[][..], |o| &o.proposals);
        ids.iter().filter_map(|id| self.proposal(*id))
    }

    /// Returns how many proposals for an opportunity are before the client and not judged.
    pub fn unjudged(&self, opportunity: &Opportunity) -> u32 {
        let theirs = opportunity.proposals.iter();
        let theirs = theirs.filter_map(|id| self.proposal(*id));
        let open = theirs.filter(|one| {
            one.state == ProposalStanding::Submitted
                && one.verdict == super::proposal::Verdict::Unsaid
        });
        u32::try_from(open.count()).unwrap_or(u32::MAX)
    }

    /// Puts a favourite in or out.
    pub(in crate::domain) fn favour(&mut self, person: PersonId, id: OpportunityId, there: bool) {
        if there {
            self.favourites.insert((person, id));
        } else {
            self.favourites.remove(&(person, id));
        }
    }

    /// Makes an event so; `firm` is the one that its actor acts for.
    pub(in crate::domain) fn apply(
        &mut self,
        meta: &Meta,
        (request, id): (RequestId, OpportunityId),
        event: &BoardEvent,
        firm: FirmId,
    ) {
        self.revision += 1;
        if let BoardEvent::Posted(posted) = event {
            if self.opportunity(id).is_none() {
                let opportunity = new_opportunity(meta, request, id, posted);
                self.index(&opportunity);
                self.opportunities.put(opportunity);
            }
            return;
        }
        let Some(before) = self.opportunity(id).cloned() else {
            return;
        };
        let mut opportunity = (*before).clone();
        self.change(meta, &mut opportunity, event, firm);
        // That somebody writes a draft is nobody's business, not even when.
        if !event.is_private() {
            opportunity.touched_at = meta.at;
            opportunity.revision += 1;
        }
        self.unindex(&before);
        self.index(&opportunity);
        self.opportunities.put(opportunity);
    }

    fn change(
        &mut self,
        meta: &Meta,
        opportunity: &mut Opportunity,
        event: &BoardEvent,
        firm: FirmId,
    ) {
        match event {
            BoardEvent::Posted(_) => {}
            BoardEvent::Reported { .. } => {
                if let Some(mission) = &mut opportunity.mission {
                    mission.report_at = Some(meta.seq);
                }
            }
            BoardEvent::Amended { to, text, .. } => {
                opportunity.notice = (**to).clone();
                opportunity.notice_at = meta.seq;
                if opportunity.group == Group::Subcontracting {
                    self.set_price(meta, opportunity);
                }
                if let Some((_, files)) = text {
                    opportunity.text_at = meta.seq;
                    opportunity.files.clone_from(files);
                }
            }
            BoardEvent::Moved { to, .. } => {
                opportunity.stage = *to;
                (opportunity.moved_at, opportunity.moved_in) = (meta.at, meta.seq);
                if let OpportunityStage::Open = to {
                    opportunity.agreement = None;
                    opportunity.formula = None;
                    opportunity.deal = Deal::default();
                }
            }
            BoardEvent::Chosen { from, to, .. } => {
                opportunity.formula = Some(*to);
                if from.is_some() {
                    opportunity.deal.rewritten();
                }
                (opportunity.moved_at, opportunity.moved_in) = (meta.at, meta.seq);
            }
            BoardEvent::Mission(event) => {
                change_hands(meta, opportunity, event, firm);
                if event.moves() {
                    (opportunity.moved_at, opportunity.moved_in) = (meta.at, meta.seq);
                }
            }
            BoardEvent::Deal(event) => {
                change_deal(meta, &mut opportunity.deal, event);
                (opportunity.moved_at, opportunity.moved_in) = (meta.at, meta.seq);
            }
            BoardEvent::Offered { .. }
            | BoardEvent::Revised { .. }
            | BoardEvent::Filed { .. }
            | BoardEvent::DraftDropped { .. } => self.change_offer(meta, opportunity, event, firm),
            BoardEvent::Proposal { .. }
            | BoardEvent::Judged { .. }
            | BoardEvent::Encouraged { .. }
            | BoardEvent::Advised { .. }
            | BoardEvent::Reasoned { .. } => self.change_standing(meta, opportunity, event),
            BoardEvent::Agreed { agreement, .. } => {
                opportunity.agreement = Some(agreement.clone());
                opportunity.mission = self.begun(meta, opportunity, firm).map(Box::new);
            }
            BoardEvent::Team { .. }
            | BoardEvent::Planned { .. }
            | BoardEvent::Ticked { .. }
            | BoardEvent::Attended { .. } => {
                if let Some(mission) = &mut opportunity.mission {
                    change_mission(mission, event);
                }
            }
        }
    }

    /// The mission that a deal becomes: whoever of the firm confirmed the terms, runs it.
    fn begun(&self, meta: &Meta, opportunity: &Opportunity, firm: FirmId) -> Option<Mission> {
        let won = self.proposal(opportunity.stage.winner()?)?;
        let yes = opportunity.deal.yes(Side::Provider);
        let own = || meta.actor.filter(|_| won.firm == firm);
        let runs = yes.and_then(|yes| yes.by).or_else(own);
        Some(Mission::of(runs.unwrap_or(won.speaker()), won.firm))
    }

    fn index(&mut self, opportunity: &Opportunity) {
        let id = opportunity.id;
        self.by_request.insert((opportunity.request, id));
        self.by_contact.insert((opportunity.contact, id));
        if opportunity.stage.is_pending() {
            self.pending.insert((opportunity.posted_at, id));
        }
        for person in people_of(opportunity) {
            self.missions.insert((person, id));
        }
        for contact in in_charge_of(opportunity) {
            self.charges.insert((contact, id));
        }
        if let Some(firm) = self.next_of(opportunity) {
            self.awaited.insert((firm, id));
        }
    }

    /// Which firm's step is next, if one's is.
    fn next_of(&self, opportunity: &Opportunity) -> Option<FirmId> {
        match opportunity.stage {
            OpportunityStage::Selected { .. } if !opportunity.awaits_winner() => None,
            OpportunityStage::Selected { proposal, .. } => self.proposal(proposal).map(|p| p.firm),
            OpportunityStage::Confirmed { .. } => opportunity.mission.as_deref()?.next_firm(),
            OpportunityStage::Open
            | OpportunityStage::Delivered { .. }
            | OpportunityStage::Ended { .. } => None,
        }
    }

    fn unindex(&mut self, opportunity: &Opportunity) {
        let id = opportunity.id;
        self.pending.remove(&(opportunity.posted_at, id));
        for person in people_of(opportunity) {
            self.missions.remove(&(person, id));
        }
        for contact in in_charge_of(opportunity) {
            self.charges.remove(&(contact, id));
        }
        if let Some(firm) = self.next_of(opportunity) {
            self.awaited.remove(&(firm, id));
        }
    }
}

/// Who has a part in its mission.
fn people_of(opportunity: &Opportunity) -> impl Iterator<Item = PersonId> + '_ {
    let mission = opportunity.mission.as_deref();
    mission.into_iter().flat_map(|mission| {
        let team = mission.team.iter().map(|(person, _)| *person);
        let runs = Some(mission.coordinator).filter(|id| mission.runs(*id));
        runs.into_iter().chain(team)
    })
}

/// The client's people in charge of its mission.
fn in_charge_of(opportunity: &Opportunity) -> impl Iterator<Item = ContactId> + '_ {
    let mission = opportunity.mission.as_deref();
    mission
        .into_iter()
        .flat_map(|mission| mission.in_charge.iter().copied())
}
