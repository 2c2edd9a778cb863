//! Who may know of an opportunity, its text, its client, its proposals and its mission (PPL-2), and who stands on
//! which side of the deal (PPL-1).

use std::sync::Arc;

use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::house::Selects;
use crate::domain::ids::{FirmId, OpportunityId, OrganisationId, PersonId, ProposalId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::mission::{Former, Mission};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{Opportunity, Proposal};
use crate::domain::organisation::{domain_of, is_personal};
use crate::domain::person::{Permission, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;
use crate::domain::state::State;
use crate::domain::terms::OthersOffers;

impl<'a> Eyes<'a> {
    /// Returns an opportunity.
    ///
    /// # Errors
    /// [`BoardRefusal::NoSuchOpportunity`] when there is none, or it is not theirs to see.
    pub fn opportunity(&self, id: OpportunityId) -> Result<&'a Arc<Opportunity>, Refusal> {
        let found = self.state.board().opportunity(id);
        let found = found.filter(|opportunity| self.see(opportunity));
        found.ok_or(Refusal::Board(BoardRefusal::NoSuchOpportunity(id)))
    }

    /// Returns a mission and the opportunity it came from.
    ///
    /// # Errors
    /// [`BoardRefusal::NoSuchOpportunity`] when there is none, or it is run by others; [`MissionRefusal::NotAMission`] for an
    /// opportunity they see that became none yet.
    pub fn mission(
        &self,
        id: OpportunityId,
    ) -> Result<(&'a Arc<Opportunity>, &'a Mission), Refusal> {
        let opportunity = self.opportunity(id)?;
        let mission = opportunity.mission.as_deref();
        let mission = mission.ok_or(MissionRefusal::NotAMission(id))?;
        let part = self.is_in_mission(opportunity)
            || self.is_offered(opportunity)
            || self.coordinated(opportunity).is_some();
        if self.is_inside(opportunity) || self.is_in_charge(opportunity) || part {
            Ok((opportunity, mission))
        } else {
            Err(BoardRefusal::NoSuchOpportunity(id).into())
        }
    }

    /// Returns a proposal and the opportunity it is for: one's own, or one that was submitted to who sees the
    /// proposals of that opportunity. Others' drafts are nobody's business.
    ///
    /// # Errors
    /// [`BoardRefusal::NoSuchProposal`] when there is none, or it is not theirs to see.
    pub fn proposal(
        &self,
        id: ProposalId,
    ) -> Result<(&'a Arc<Opportunity>, &'a Arc<Proposal>), Refusal> {
        let none = Refusal::Board(BoardRefusal::NoSuchProposal(id));
        let Some(proposal) = self.state.board().proposal(id) else {
            return Err(none);
        };
        let Some(opportunity) = self.state.board().opportunity(proposal.opportunity) else {
            return Err(none);
        };
        let own = self.owns(proposal);
        // Who is on both sides is told why, where they act; here they only learn that it is there.
        let theirs = proposal.submitted_at.is_some() && self.is_before(opportunity, id);
        if own || theirs {
            Ok((opportunity, proposal))
        } else {
            Err(none)
        }
    }
}

impl Eyes<'_> {
    /// Whether the client of `opportunity` is looking.
    pub fn is_client(&self, opportunity: &Opportunity) -> bool {
        self.person.roles.contains(&Role::ClientContact)
            && self.state.contact_of(self.id()) == Some(self.state.contact_now(opportunity.contact))
    }

    /// Whether one of the client's people in charge of its mission is looking (S4), who sees that and nothing of what
    /// led to it.
    pub fn is_in_charge(&self, opportunity: &Opportunity) -> bool {
        let mission = opportunity.mission.as_deref();
        let contact = || self.state.contact_of(self.id());
        self.person.roles.contains(&Role::ClientContact)
            && mission.is_some_and(|mission| {
                !mission.in_charge.is_empty()
                    && contact().is_some_and(|id| mission.in_charge.contains(&id))
            })
    }

    /// Whether they know who stands for a mission: the house, the client, its people in charge, its team.
    pub fn is_of_mission(&self, opportunity: &Opportunity) -> bool {
        self.is_inside(opportunity)
            || self.is_in_charge(opportunity)
            || self.is_in_mission(opportunity)
    }

    /// Whether the house or the client is looking.
    pub fn is_inside(&self, opportunity: &Opportunity) -> bool {
        self.staff || self.is_client(opportunity)
    }

    /// Whether a proposal is of the firm they act for, and they see what is its own.
    pub fn owns(&self, proposal: &Proposal) -> bool {
        proposal.firm == self.firm && self.sees_firm()
    }

    /// The proposal of the firm they act for, if it made one and they see it.
    pub fn own_proposal(&self, opportunity: &Opportunity) -> Option<&Arc<Proposal>> {
        let board = self.state.board();
        let own = board.proposal_of(opportunity.id, self.firm);
        own.filter(|_| self.sees_firm())
    }

    /// Whether the firm they act for has taken a step, and they see what it opens.
    pub fn has_opened(&self, opportunity: &Opportunity, kind: CreditKind) -> bool {
        self.sees_firm() && self.state.has_opened(opportunity.id, self.firm, kind)
    }

    /// Whether its next step is that of the firm they act for, and they may take it.
    pub fn is_awaited(&self, id: OpportunityId) -> bool {
        self.rights.has(FirmRight::Proposes) && self.state.board().awaits(self.firm, id)
    }

    /// Whether they have a part in it: a proposal of their firm's, a step that it took, a place in the team.
    pub fn has_part(&self, opportunity: &Opportunity) -> bool {
        (self.sees_firm() && firm_has_part(self.state, self.firm, opportunity))
            || self.is_in_mission(opportunity)
    }

    /// Whether they are in its mission, or it is one that their firm runs.
    pub fn is_in_mission(&self, opportunity: &Opportunity) -> bool {
        let mission = opportunity.mission.as_deref();
        let ours = || mission.is_some_and(|mission| mission.runs_for(self.firm));
        is_in_mission(self.id(), opportunity) || (self.sees_firm() && ours())
    }

    /// Whether its mission is offered to the firm they act for.
    pub fn is_offered(&self, opportunity: &Opportunity) -> bool {
        let mission = opportunity.mission.as_deref();
        self.sees_firm() && mission.is_some_and(|mission| mission.is_offered_to(self.firm))
    }

    /// Returns when the firm they act for last coordinated its mission, if it does no more.
    pub fn coordinated<'o>(&self, opportunity: &'o Opportunity) -> Option<&'o Former> {
        let mission = opportunity.mission.as_deref().filter(|_| self.sees_firm());
        mission.and_then(|mission| mission.was_of(self.firm))
    }

    /// Whether they see that it is there at all.
    pub fn see(&self, opportunity: &Opportunity) -> bool {
        let open = || opportunity.stage.is_pending() || self.has_part(opportunity);
        self.is_inside(opportunity)
            || self.is_in_charge(opportunity)
            || (self.facilitator && open())
    }

    /// Whether they see who the client is: the house, the client, whose firm used a contact credit, who is in
    /// the mission.
    pub fn see_client(&self, opportunity: &Opportunity) -> bool {
        let contacted = || {
            let opened = self.state.credits().opened(opportunity.id, self.firm);
            self.sees_firm() && opened.is(CreditKind::Contact)
        };
        self.is_inside(opportunity)
            || self.is_in_charge(opportunity)
            || (self.facilitator && (contacted() || self.is_in_mission(opportunity)))
    }

    /// Whether they know how many proposals there are: the house, the client, facilitators (BRD-4). Who is in charge of its
    /// mission for the client knows nothing of what led to it.
    pub fn counts(&self, opportunity: &Opportunity) -> bool {
        self.facilitator || self.is_inside(opportunity)
    }

    /// Whether they see what is written in it: the house, the client, who opened it, who is in the
    /// mission.
    pub fn see_text(&self, opportunity: &Opportunity) -> bool {
        let opened = || self.has_opened(opportunity, CreditKind::Consultation);
        // Who is to take it over reads what it is about, and who coordinated it goes on knowing.
        let handed = || self.is_offered(opportunity) || self.coordinated(opportunity).is_some();
        self.is_inside(opportunity)
            || self.is_in_charge(opportunity)
            || (self.facilitator && (opened() || self.is_in_mission(opportunity) || handed()))
    }

    /// Whether they see all proposals: the house, and the client where she selects, but nobody who could have one of
    /// their own among them.
    pub fn see_proposals(&self, opportunity: &Opportunity) -> bool {
        self.selects(opportunity) && !self.could_provide(opportunity)
    }

    /// Whether they see a proposal that was submitted: one of all they see, or the one the house introduces to them.
    pub fn see_proposal(&self, opportunity: &Opportunity, id: ProposalId) -> bool {
        self.is_before(opportunity, id) && !self.could_provide(opportunity)
    }

    /// Whether they see others' offers whole, with their files: facilitators who opened it, in a house that shows them,
    /// but nobody who is on both sides (BRD-4, PPL-1).
    pub fn see_offers_whole(&self, opportunity: &Opportunity) -> bool {
        let opened = || self.has_opened(opportunity, CreditKind::Consultation);
        let whole = self.state.terms().others_offers == OthersOffers::Whole;
        whole && self.facilitator && opened() && !self.is_on_both_sides(opportunity)
    }

    /// Whether they see what facilitators are paid: everybody but the client of whom the house bought and sells it.
    pub fn see_price(&self, opportunity: &Opportunity) -> bool {
        let bought = opportunity.group == Group::Subcontracting;
        let client = bought && self.is_client(opportunity);
        let in_charge = self.is_in_charge(opportunity) && !self.is_inside(opportunity);
        self.staff || !(client || in_charge)
    }

    /// Whether they are of those who select: the house, and the client where she does (BRD-6).
    fn selects(&self, opportunity: &Opportunity) -> bool {
        let hers = || opportunity.selects == Selects::Client && self.is_client(opportunity);
        self.staff || hers()
    }

    /// Whether a proposal stands before them: all do before those who select; before the client whom the house
    /// introduces somebody to, that one, whose terms are hers to agree.
    fn is_before(&self, opportunity: &Opportunity, id: ProposalId) -> bool {
        let introduced = || {
            opportunity.group == Group::ClientIntroduction
                && opportunity.stage.winner() == Some(id)
                && self.is_client(opportunity)
        };
        self.selects(opportunity) || introduced()
    }

    /// Whether they are on both sides of this deal: one who could propose for it, and of the house or of the
    /// client's firm, themselves or through who is in a firm with them (PPL-1).
    pub fn is_on_both_sides(&self, opportunity: &Opportunity) -> bool {
        self.could_provide(opportunity)
            && self.side().into_iter().any(|id| {
                let person = self.state.person(id);
                person.is_some_and(|p| p.may(Permission::ReadInbox))
                    || is_of_firm(self.state, id, opportunity.organisation)
            })
    }

    /// Whether they, under whatever account, have a part in it on the providers' side.
    pub fn takes_part(&self, opportunity: &Opportunity) -> bool {
        let mut selves = self.selves().into_iter();
        selves.any(|id| has_part(self.state, id, opportunity))
    }

    /// Whether they, under whatever account, or who is in a firm with them have a part in it on the providers' side or
    /// could take one.
    fn could_provide(&self, opportunity: &Opportunity) -> bool {
        self.facilitator
            || self.side().into_iter().any(|id| {
                let person = self.state.person(id).filter(|p| p.active);
                person.is_some_and(|p| p.roles.contains(&Role::Facilitator))
                    || has_part(self.state, id, opportunity)
            })
    }

    /// Who looks, and everybody with their mail address or that of the contact they are: one human being may have
    /// several accounts.
    fn selves(&self) -> Vec<PersonId> {
        let state = self.state;
        let contact = state.contact_of(self.id());
        let contact = contact.and_then(|id| state.contact(id));
        let emails = std::iter::once(&*self.person.email)
            .chain(contact.into_iter().flat_map(|c| c.emails()));
        let emails = emails.filter(|email| !email.trim().is_empty());
        let mut selves: Vec<PersonId> = emails.flat_map(|e| state.people_of_email(e)).collect();
        // And who logs in as a contact that writes from this address.
        let writes = state.contact_of_email(self.person.email.trim());
        selves.extend(writes.into_iter().flat_map(|c| state.people_of_contact(c)));
        selves.push(self.id());
        selves.sort_unstable();
        selves.dedup();
        selves
    }

    /// Who looks under whatever account, and everybody who is in a firm with one of them.
    fn side(&self) -> Vec<PersonId> {
        let firms = self.state.firms();
        let mut side = self.selves();
        let colleagues: Vec<PersonId> = side.iter().flat_map(|id| firms.colleagues(*id)).collect();
        side.extend(colleagues);
        side
    }
}

/// Whether `person` has a part in it: through any of their firms, or by a place in the team.
fn has_part(state: &State, person: PersonId, opportunity: &Opportunity) -> bool {
    let firms = state.firms().of(person);
    let mut firms = firms.into_iter();
    firms.any(|firm| firm_has_part(state, firm, opportunity)) || is_in_mission(person, opportunity)
}

/// Whether `firm` has a part in it: a proposal, or a step that was taken.
fn firm_has_part(state: &State, firm: FirmId, opportunity: &Opportunity) -> bool {
    let opened = state.credits().opened(opportunity.id, firm);
    CreditKind::ALL.into_iter().any(|kind| opened.is(kind))
        || state.board().proposal_of(opportunity.id, firm).is_some()
        || opportunity.mission.as_deref().is_some_and(|mission| {
            mission.runs_for(firm) || mission.is_offered_to(firm) || mission.was_of(firm).is_some()
        })
}

fn is_in_mission(person: PersonId, opportunity: &Opportunity) -> bool {
    let mission = opportunity.mission.as_deref();
    mission.is_some_and(|mission| mission.role(person).is_some())
}

/// Whether `person` is of the client's firm: as one of its contacts, by a contact's mail address, or by its mail
/// domain.
fn is_of_firm(state: &State, person: PersonId, firm: OrganisationId) -> bool {
    let email = state.person(person).map_or("", |p| p.email.trim());
    let contacts = [state.contact_of(person), state.contact_of_email(email)];
    let contacts = contacts.into_iter().flatten();
    let mut contacts = contacts.filter_map(|id| state.contact(id));
    let domain = domain_of(email);
    let own = !domain.is_empty() && !is_personal(&domain);
    let firm = state.organisation_now(firm);
    contacts.any(|contact| state.organisation_now(contact.organisation) == firm)
        || (own && state.organisation_of_domain(&domain) == Some(firm))
}
