//! The board as one person sees it (BRD, PPL-2): rows, a page per opportunity, one's credits, figures. A
//! facilitator's rows and pages are built without what they may not see: the client before the contact
//! credit, others' offers, notes of the house.

mod credits;
mod files;
mod list;
mod offers;
mod page;
mod post;
mod query;
mod row;
mod settings;
mod stamp;
mod stats;

pub use credits::{CreditLine, CreditPage, load_credits};
pub use files::{opportunity_files, own_files, proposal_files};
pub use list::BoardList;
pub use offers::{MyProposal, Others, ProposalRow, Said};
pub use page::{
    ClientCard, MissionPage, OpportunityPage, Rates, SessionRow, StepState, Whose, load_opportunity,
};
pub use post::{ClientRequest, Posting, Preview};
pub use query::{BoardQuery, Scope};
pub use row::BoardRow;
pub(super) use row::waiting;
pub use stamp::Stamp;
pub use stats::{Counts, Season, Stats};

use crate::domain::State;
use crate::domain::ids::PersonId;
use crate::domain::opportunity::Opportunity;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::person::{Permission, Person, Role};

/// How somebody looks at the board: what of an opportunity may reach them follows from it.
#[derive(Clone, Copy)]
pub(super) struct Eyes<'a> {
    pub(super) state: &'a State,
    pub(super) person: &'a Person,
    /// Of the house: sees all.
    pub(super) staff: bool,
    /// A facilitator: sees what is pending and what they have a part in.
    pub(super) facilitator: bool,
}

impl<'a> Eyes<'a> {
    /// Those of `person`; `None` when they may not enter.
    pub(super) fn of(state: &'a State, person: PersonId) -> Option<Eyes<'a>> {
        let person = state
            .person(person)
            .filter(|p| p.may(Permission::SeeBoard))?;
        Some(Eyes {
            state,
            person,
            staff: person.may(Permission::ReadInbox),
            facilitator: person.roles.contains(&Role::Facilitator),
        })
    }

    pub(super) fn id(&self) -> PersonId {
        self.person.id
    }

    /// Whether the client of `opportunity` is looking.
    pub(super) fn is_client(&self, opportunity: &Opportunity) -> bool {
        self.person.roles.contains(&Role::ClientContact)
            && self.state.contact_of(self.id()) == Some(opportunity.contact)
    }

    /// Whether they have a part in it: a proposal, a step that was taken, a place in the team.
    fn has_part(&self, opportunity: &Opportunity) -> bool {
        let board = self.state.board();
        let opened = self.state.credits().opened(opportunity.id, self.id());
        let mission = opportunity.mission.as_deref();
        CreditKind::ALL.into_iter().any(|kind| opened.is(kind))
            || board.proposal_of(opportunity.id, self.id()).is_some()
            || mission.is_some_and(|mission| mission.role(self.id()).is_some())
    }

    /// Whether they see that it is there at all.
    pub(super) fn see(&self, opportunity: &Opportunity) -> bool {
        self.staff
            || self.is_client(opportunity)
            || (self.facilitator && (opportunity.stage.is_pending() || self.has_part(opportunity)))
    }

    /// Whether they see who the client is: the house, the client, who used a contact credit, who is in
    /// the mission.
    pub(super) fn see_client(&self, opportunity: &Opportunity) -> bool {
        let mission = opportunity.mission.as_deref();
        self.staff
            || self.is_client(opportunity)
            || (self.facilitator
                && (self
                    .state
                    .credits()
                    .opened(opportunity.id, self.id())
                    .is(CreditKind::Contact)
                    || mission.is_some_and(|mission| mission.role(self.id()).is_some())))
    }

    /// Whether they see what is written in it: the house, the client, who opened it, who is in the
    /// mission.
    pub(super) fn see_text(&self, opportunity: &Opportunity) -> bool {
        let mission = opportunity.mission.as_deref();
        self.staff
            || self.is_client(opportunity)
            || (self.facilitator
                && (self
                    .state
                    .has_opened(opportunity.id, self.id(), CreditKind::Consultation)
                    || mission.is_some_and(|mission| mission.role(self.id()).is_some())))
    }

    /// Whether they see the proposals themselves: the house and the client.
    pub(super) fn see_proposals(&self, opportunity: &Opportunity) -> bool {
        self.staff || self.is_client(opportunity)
    }
}
