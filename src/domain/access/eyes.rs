//! What one person may know of (PPL-2), and on which side of a deal they stand (PPL-1): the one place that says
//! so, asked by the rules before they answer and by the views before they show.
//!
//! Invariant: what is not there and what is not theirs to see get the same refusal, and it comes from here.

use std::sync::Arc;

use crate::domain::ids::{
    OpportunityId, OrganisationId, PersonId, ProposalId, QuotationId, RequestId, ViewId,
};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::mission::Mission;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{Opportunity, Proposal};
use crate::domain::organisation::{domain_of, is_personal};
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{Permission, Person, Role};
use crate::domain::quotation::Quotation;
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::Request;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::saved_view::SavedView;
use crate::domain::state::State;

/// How one person looks at things.
#[derive(Clone, Copy)]
pub struct Eyes<'a> {
    /// What there is.
    pub state: &'a State,
    /// Who looks.
    pub person: &'a Person,
    /// Of the house: reads requests and the whole board.
    pub staff: bool,
    /// A facilitator: sees what is pending and what they have a part in.
    pub facilitator: bool,
}

/// As what somebody sees quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// As staff: all of them.
    Staff,
    /// As the client: her own, once they were sent.
    Client,
}

/// The permissions that let staff see quotations.
pub const OFFICE: [Permission; 3] = [
    Permission::Quote,
    Permission::PriceQuotations,
    Permission::AssembleQuotations,
];

impl<'a> Eyes<'a> {
    /// Returns those of `person`; `None` when they may not enter.
    pub fn of(state: &'a State, person: PersonId) -> Option<Eyes<'a>> {
        let person = state.person(person)?;
        person.active.then(|| Eyes::of_person(state, person))
    }

    /// Returns those of somebody who may enter.
    pub(in crate::domain) fn of_person(state: &'a State, person: &'a Person) -> Eyes<'a> {
        Eyes {
            state,
            person,
            staff: person.may(Permission::ReadInbox),
            facilitator: person.roles.contains(&Role::Facilitator),
        }
    }

    /// Returns who looks.
    pub fn id(&self) -> PersonId {
        self.person.id
    }

    /// Returns a request.
    ///
    /// # Errors
    /// [`RequestRefusal::NoSuchRequest`] when there is none, or it is not theirs to see.
    pub fn request(&self, id: RequestId) -> Result<&'a Arc<Request>, Refusal> {
        let found = self.state.request(id).filter(|_| self.staff);
        found.ok_or(Refusal::Request(RequestRefusal::NoSuchRequest(id)))
    }

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
        if self.is_inside(opportunity) || mission.role(self.id()).is_some() {
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
        let own = proposal.person == self.id();
        // Who is on both sides is told why, where they act; here they only learn that it is there.
        let theirs = proposal.submitted_at.is_some() && self.is_inside(opportunity);
        if own || theirs {
            Ok((opportunity, proposal))
        } else {
            Err(none)
        }
    }

    /// Returns as what they see quotations.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who has no part in any.
    pub fn office(&self) -> Result<Part, Refusal> {
        let person = self.person;
        let office = OFFICE.into_iter().any(|permission| person.may(permission));
        if office && person.is_staff() {
            Ok(Part::Staff)
        } else if person.may(Permission::DecideQuotations) {
            Ok(Part::Client)
        } else {
            Err(Refusal::NotPermitted(Permission::Quote))
        }
    }

    /// Whether they see a quotation: staff with a part in quotations all of them, a client's contact her own, once
    /// it was sent.
    pub fn see_quotation(&self, quotation: &Quotation) -> bool {
        match self.office() {
            Ok(Part::Staff) => true,
            Ok(Part::Client) => {
                let theirs = self.state.contact_of(self.id());
                let request = self.state.request(quotation.request);
                quotation.standing.sent.is_some()
                    && theirs.is_some()
                    && request.map(|request| request.contact) == theirs
            }
            Err(_) => false,
        }
    }

    /// Returns a quotation.
    ///
    /// # Errors
    /// [`QuotationRefusal::NoSuchQuotation`] when there is none, or it is not theirs to see.
    pub fn quotation(&self, id: QuotationId) -> Result<&'a Arc<Quotation>, Refusal> {
        let found = self.state.quotations().get(id);
        let found = found.filter(|quotation| self.see_quotation(quotation));
        found.ok_or(Refusal::Quotation(QuotationRefusal::NoSuchQuotation(id)))
    }

    /// Returns a saved view: one's own, or one that all see.
    ///
    /// # Errors
    /// [`Refusal::NoSuchThing`] when there is none, or it is not theirs to see.
    pub fn saved_view(&self, id: ViewId) -> Result<&'a Arc<SavedView>, Refusal> {
        let mut views = self.state.views();
        let found = views.find(|view| view.id == id);
        let found = found.filter(|view| view.shared || view.owner == self.id());
        found.ok_or(Refusal::NoSuchThing)
    }

    /// Returns a facilitator: to staff whoever is one, to others those whose profile is published, and themselves.
    ///
    /// # Errors
    /// [`PeopleRefusal::NoSuchPerson`] when there is none, or they are not theirs to see.
    pub fn facilitator(&self, id: PersonId) -> Result<&'a Arc<Person>, Refusal> {
        let known = self.state.person(id);
        let known = known.filter(|p| p.active && p.roles.contains(&Role::Facilitator));
        let published = || self.state.profile(id).is_some_and(|p| p.published);
        let known = known.filter(|_| self.staff || id == self.id() || published());
        known.ok_or(Refusal::People(PeopleRefusal::NoSuchPerson))
    }
}

impl Eyes<'_> {
    /// Whether the client of `opportunity` is looking.
    pub fn is_client(&self, opportunity: &Opportunity) -> bool {
        self.person.roles.contains(&Role::ClientContact)
            && self.state.contact_of(self.id()) == Some(opportunity.contact)
    }

    /// Whether the house or the client is looking.
    pub fn is_inside(&self, opportunity: &Opportunity) -> bool {
        self.staff || self.is_client(opportunity)
    }

    /// Whether they have a part in it: a proposal, a step that was taken, a place in the team.
    pub fn has_part(&self, opportunity: &Opportunity) -> bool {
        has_part(self.state, self.id(), opportunity)
    }

    /// Whether they see that it is there at all.
    pub fn see(&self, opportunity: &Opportunity) -> bool {
        let open = || opportunity.stage.is_pending() || self.has_part(opportunity);
        self.is_inside(opportunity) || (self.facilitator && open())
    }

    /// Whether they see who the client is: the house, the client, who used a contact credit, who is in
    /// the mission.
    pub fn see_client(&self, opportunity: &Opportunity) -> bool {
        let contacted = || {
            let opened = self.state.credits().opened(opportunity.id, self.id());
            opened.is(CreditKind::Contact)
        };
        self.is_inside(opportunity)
            || (self.facilitator && (contacted() || is_in_mission(self.id(), opportunity)))
    }

    /// Whether they see what is written in it: the house, the client, who opened it, who is in the
    /// mission.
    pub fn see_text(&self, opportunity: &Opportunity) -> bool {
        let opened = || {
            let kind = CreditKind::Consultation;
            self.state.has_opened(opportunity.id, self.id(), kind)
        };
        self.is_inside(opportunity)
            || (self.facilitator && (opened() || is_in_mission(self.id(), opportunity)))
    }

    /// Whether they see the proposals themselves: the house and the client, but nobody who could have one of
    /// their own among them.
    pub fn see_proposals(&self, opportunity: &Opportunity) -> bool {
        self.is_inside(opportunity) && !self.could_provide(opportunity)
    }

    /// Whether they are on both sides of this deal: one who could propose for it, and of the house or of the
    /// client's firm (PPL-1).
    pub fn is_on_both_sides(&self, opportunity: &Opportunity) -> bool {
        self.could_provide(opportunity)
            && self.selves().into_iter().any(|id| {
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

    /// Whether they, under whatever account, have a part in it on the providers' side or could take one.
    fn could_provide(&self, opportunity: &Opportunity) -> bool {
        self.facilitator
            || self.selves().into_iter().any(|id| {
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
        let emails = std::iter::once(&*self.person.email).chain(contact.map(|c| &*c.email));
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
}

/// Whether `person` has a part in it: a proposal, a step that was taken, a place in the team.
fn has_part(state: &State, person: PersonId, opportunity: &Opportunity) -> bool {
    let opened = state.credits().opened(opportunity.id, person);
    CreditKind::ALL.into_iter().any(|kind| opened.is(kind))
        || state.board().proposal_of(opportunity.id, person).is_some()
        || is_in_mission(person, opportunity)
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
    contacts.any(|contact| contact.organisation == firm)
        || (own && state.organisation_of_domain(&domain) == Some(firm))
}
