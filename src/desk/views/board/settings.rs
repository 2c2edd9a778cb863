//! Profiles, terms and a few lookups, for those who may know them.

use crate::desk::Published;
use crate::desk::views::Sight;
use crate::domain::eyes::Eyes;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::firm::FirmRight;
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::ids::{ContactId, FirmId, OpportunityId, PersonId, ProposalId};
use crate::domain::money::Currency;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::person::{Permission, Role};
use crate::domain::terms::Terms;
use crate::domain::{Refusal, Seq};

impl Published {
    /// The currency that amounts are in where nothing else is said.
    pub fn currency(&self) -> Currency {
        self.state().terms().currency
    }
}

impl Sight {
    /// A facilitator's profile: one's own, or anybody's for who attests them.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else; [`PeopleRefusal::NoSuchPerson`](crate::domain::person::refusal::PeopleRefusal::NoSuchPerson).
    pub fn profile(&self, person: PersonId) -> Result<FacilitatorProfile, Refusal> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose()).ok_or(Refusal::NobodyKnown)?;
        if person != eyes.id() && !eyes.person.may(Permission::KeepFacilitators) {
            return Err(Refusal::NotPermitted(Permission::KeepFacilitators));
        }
        let known = state.person(person);
        if !known.is_some_and(|p| p.roles.contains(&Role::Facilitator)) {
            return Err(state.nobody(person));
        }
        let firm = state.acting(person);
        if person == eyes.id() && !eyes.sees_firm() && !profile_is_kept_by(&eyes) {
            return Err(FirmRefusal::NeedsRight(FirmRight::Sees).into());
        }
        Ok(state
            .profile_of(firm)
            .map(|p| (**p).clone())
            .unwrap_or_default())
    }

    /// The profile of a firm, for its own people and for who attests.
    ///
    /// # Errors
    /// [`FirmRefusal::NoSuchFirm`] for one that is not there or not theirs.
    pub fn firm_profile(&self, firm: FirmId) -> Result<FacilitatorProfile, Refusal> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose()).ok_or(Refusal::NobodyKnown)?;
        let attests = eyes.person.may(Permission::KeepFacilitators);
        let rights = state.firms().rights(eyes.id(), firm);
        let own = rights.is_some_and(|rights| {
            let reads = [FirmRight::Sees, FirmRight::Manages, FirmRight::Paid];
            reads.into_iter().any(|right| rights.has(right))
        });
        let members = state.firms().members(firm);
        let there = members.iter().any(|one| {
            let person = state.person(one.person);
            person.is_some_and(|one| one.roles.contains(&Role::Facilitator))
        });
        if !(own || attests) || !there {
            return Err(FirmRefusal::NoSuchFirm(firm).into());
        }
        let profile = state.profile_of(firm).map(|known| (**known).clone());
        Ok(profile.unwrap_or_default())
    }

    /// The house's terms for its board: for the house's own people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn terms(&self) -> Result<Terms, Refusal> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose()).ok_or(Refusal::NobodyKnown)?;
        if eyes.staff {
            Ok((**state.terms()).clone())
        } else {
            Err(Refusal::NotPermitted(Permission::ReadInbox))
        }
    }

    /// The currency that amounts are in where nothing else is said.
    pub fn currency(&self) -> Currency {
        self.state().terms().currency
    }

    /// What the losers of a selection are usually told, in English and in French; for who may select.
    pub fn usual_advice(&self) -> [String; 2] {
        let [english, french] = &self.state().terms().advice;
        [english.to_string(), french.to_string()]
    }

    /// Which opportunity a proposal is for, and the record whose text it is now, when they see it.
    ///
    /// # Errors
    /// [`BoardRefusal::NoSuchProposal`] for what is not there or not theirs to see; [`BoardRefusal::BothSides`] for who is on
    /// both sides of the deal.
    pub fn proposal_read(&self, id: ProposalId) -> Result<(OpportunityId, Seq), Refusal> {
        let eyes = Eyes::of(self.state(), self.whose()).ok_or(Refusal::NobodyKnown)?;
        let (opportunity, proposal) = eyes.proposal(id)?;
        if !eyes.owns(proposal) && !eyes.see_proposal(opportunity, id) {
            return Err(BoardRefusal::BothSides(opportunity.id).into());
        }
        Ok((opportunity.id, proposal.says.changed_at))
    }

    /// Which opportunity a proposal is for, when they see it.
    pub fn opportunity_of(&self, id: ProposalId) -> Option<OpportunityId> {
        self.proposal_read(id).ok().map(|(of, _)| of)
    }

    /// Says of an opportunity that shows them no mission why not.
    pub fn no_mission(&self, id: OpportunityId) -> Refusal {
        let eyes = Eyes::of(self.state(), self.whose());
        let found = eyes.map(|eyes| eyes.mission(id).map(drop));
        match found {
            Some(Err(refusal)) => refusal,
            Some(Ok(())) => Refusal::Mission(MissionRefusal::NotAMission(id)),
            None => Refusal::NobodyKnown,
        }
    }

    /// A client's contact by mail address or K-number, for who manages people.
    pub fn contact_named(&self, text: &str) -> Option<ContactId> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose())?;
        if !eyes.person.may(Permission::ManagePeople) {
            return None;
        }
        let by_number = text.parse::<ContactId>().ok();
        let by_number = by_number.filter(|id| state.contact(*id).is_some());
        state.contact_of_email(text).or(by_number)
    }

    /// Goes up when anything of the board, of credits, quotations, profiles or terms changes.
    pub fn board_revision(&self) -> u64 {
        self.state().board_revision()
    }
}

/// Whether they keep the profile of the firm they act for, or its account.
fn profile_is_kept_by(eyes: &Eyes<'_>) -> bool {
    [FirmRight::Manages, FirmRight::Paid]
        .iter()
        .any(|right| eyes.rights.has(*right))
}
