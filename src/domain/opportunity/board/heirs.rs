//! Who speaks for what a firm has in hand, once somebody leaves it (PPL-7): nothing of it is lost, and nothing of it is
//! left with who is gone. Cannot fail, like the rest of the board.

use super::Board;
use crate::domain::ids::{FirmId, OpportunityId, PersonId, RequestId};
use crate::domain::opportunity::{Mission, Opportunity};

impl Board {
    /// Has `heir` speak for what `person` had in hand for `firm`, and takes them out of its missions. Returns the requests
    /// that this concerns.
    pub(in crate::domain) fn hand_over(
        &mut self,
        firm: FirmId,
        person: PersonId,
        heir: PersonId,
    ) -> Vec<RequestId> {
        let theirs: Vec<_> = self.of_firm(firm).cloned().collect();
        // Missions that the firm took over from another, or that are offered to it, have no proposal of its own.
        let mut missions: Vec<OpportunityId> = theirs.iter().map(|one| one.opportunity).collect();
        missions.extend(self.awaiting(firm));
        missions.extend(self.missions_of(person));
        missions.sort_unstable();
        missions.dedup();
        for proposal in theirs.iter().filter(|one| one.speaker() == person) {
            let mut proposal = (**proposal).clone();
            proposal.heir = Some(heir).filter(|heir| *heir != proposal.person);
            self.proposals.put(proposal);
        }
        let mut touched: Vec<RequestId> = missions
            .into_iter()
            .filter_map(|id| self.hand_mission_over(firm, id, (person, heir)))
            .collect();
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    fn hand_mission_over(
        &mut self,
        firm: FirmId,
        id: OpportunityId,
        (person, heir): (PersonId, PersonId),
    ) -> Option<RequestId> {
        let before = self.opportunity(id)?.clone();
        let request = before.request;
        self.hand_deal_over(firm, &before, (person, heir));
        let mission = before.mission.as_deref();
        let ours = |mission: &Mission| mission.firm == firm || mission.is_offered_to(firm);
        if self.winning(&before) != Some(firm) && !mission.is_some_and(ours) {
            return None;
        }
        let offered = |mission: &Mission| {
            let handover = mission.handover.as_deref();
            handover.is_some_and(|handover| handover.to == Some(person))
        };
        let has_part = |mission: &Mission| mission.role(person).is_some() || offered(mission);
        if !mission.is_some_and(has_part) {
            return Some(request);
        }
        let mut opportunity = (*before).clone();
        opportunity.revision += 1;
        if let Some(mission) = opportunity.mission.as_deref_mut() {
            take_out(mission, person, heir);
        }
        self.unindex(&before);
        self.index(&opportunity);
        self.opportunities.put(opportunity);
        Some(request)
    }
}

impl Board {
    /// Has `heir` stand by the terms that `person` confirmed for `firm`, while the other side has not.
    fn hand_deal_over(
        &mut self,
        firm: FirmId,
        before: &Opportunity,
        (person, heir): (PersonId, PersonId),
    ) {
        let yes = before.deal.provider.as_deref();
        let theirs = yes.is_some_and(|yes| yes.by == Some(person));
        if before.mission.is_none() && theirs && self.winning(before) == Some(firm) {
            let mut opportunity = (*before).clone();
            if let Some(yes) = &mut opportunity.deal.provider {
                yes.by = Some(heir);
            }
            self.opportunities.put(opportunity);
        }
    }
}

/// Takes somebody out of a mission; what they would have held waits for somebody else.
fn take_out(mission: &mut Mission, person: PersonId, heir: PersonId) {
    if let Some(handover) = &mut mission.handover
        && handover.to == Some(person)
    {
        handover.to = Some(heir);
    }
    if mission.runs(person) {
        mission.coordinator = heir;
        mission.team.retain(|(one, _)| *one != heir);
    }
    mission.team.retain(|(one, _)| *one != person);
    let mut sessions = std::mem::take(&mut mission.sessions);
    let to_come = sessions.iter_mut().filter(|one| one.attended.is_none());
    for session in to_come.filter(|one| one.by == Some(person)) {
        session.by = None;
    }
    mission.sessions = sessions;
}
