//! A mission (BRD-8): an opportunity once its coordinator has confirmed the terms. The coordinator builds
//! a team, plans sessions against those ordered, runs the logistics, records attendance, delivers.

pub mod command;
pub mod event;
pub mod refusal;

use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::ids::{ContactId, FirmId, PersonId, Seq};
use crate::domain::money::Money;
use crate::domain::trade::MissionRole;

pub use crate::domain::lists::shipped::Task;

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// When it begins.
    pub at: Millis,
    /// Where, or the link; empty when nobody said.
    pub place: Box<str>,
    /// Who holds it.
    pub by: Option<PersonId>,
    /// How many came, once it was held.
    pub attended: Option<u32>,
}

/// A mission that waits for another coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Whom it is offered to; `None` once that one declined.
    pub to: Option<PersonId>,
    /// The firm that whom it is offered to acted for then.
    pub firm: FirmId,
    /// At which price.
    pub price: Money,
    /// Since when it stands as it does.
    pub at: Millis,
}

/// Who coordinated a mission before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// Who.
    pub person: PersonId,
    /// The firm they did it for.
    pub firm: FirmId,
    /// Until when.
    pub until: Millis,
    /// The record that relieved them.
    pub seq: Seq,
}

/// A mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mission {
    /// Who runs it.
    pub coordinator: PersonId,
    /// Who helps, and as what; the coordinator is not named again.
    pub team: Vec<(PersonId, MissionRole)>,
    /// The sessions that are planned, in the order of their times.
    pub sessions: Vec<Session>,
    /// What of the logistics is done.
    pub done: Vec<Task>,
    /// The record that says how it went.
    pub report_at: Option<Seq>,
    /// The client's people in charge of it (S4), beside the contact who asked.
    #[serde(default)]
    pub in_charge: Vec<ContactId>,
    /// Whom it goes to, while it waits for another coordinator.
    #[serde(default)]
    pub handover: Option<Box<Handover>>,
    /// Who coordinated it before, the first one first.
    #[serde(default)]
    pub former: Vec<Former>,
    /// The firm that runs it (PPL-7).
    #[serde(default)]
    pub firm: FirmId,
}

impl Mission {
    /// The most people in a team.
    pub const TEAM_MOST: usize = 200;
    /// The longest place, in characters.
    pub const PLACE_MOST: usize = 300;
    /// The most people at one session.
    pub const ATTENDED_MOST: u32 = 1_000_000;
    /// The most bytes of all places together, so that a plan fits its record.
    pub const PLACES_MOST: usize = 200_000;

    /// The most people in charge on the client's side.
    pub const IN_CHARGE_MOST: usize = 20;
    /// How often its coordinator can be replaced.
    pub const FORMER_MOST: usize = 50;

    /// A mission as it begins.
    pub fn of(coordinator: PersonId, firm: FirmId) -> Mission {
        Mission {
            coordinator,
            firm,
            team: Vec::new(),
            sessions: Vec::new(),
            done: Vec::new(),
            report_at: None,
            in_charge: Vec::new(),
            handover: None,
            former: Vec::new(),
        }
    }

    /// Whether `person` coordinates it now: nobody does while it waits for another coordinator.
    pub fn runs(&self, person: PersonId) -> bool {
        person == self.coordinator && self.handover.is_none()
    }

    /// Whose step is next: who coordinates it, or whom it is offered to.
    pub fn next(&self) -> Option<PersonId> {
        match self.handover.as_deref() {
            Some(handover) => handover.to,
            None => Some(self.coordinator),
        }
    }

    /// Whether `firm` runs it now.
    pub fn runs_for(&self, firm: FirmId) -> bool {
        firm == self.firm && self.handover.is_none()
    }

    /// Whose firm's step is next: the one that runs it, or that it is offered to.
    pub fn next_firm(&self) -> Option<FirmId> {
        match self.handover.as_deref() {
            Some(handover) => handover.to.map(|_| handover.firm),
            None => Some(self.firm),
        }
    }

    /// Whether it is offered to `firm`.
    pub fn is_offered_to(&self, firm: FirmId) -> bool {
        let handover = self.handover.as_deref();
        handover.is_some_and(|handover| handover.to.is_some() && handover.firm == firm)
    }

    /// Returns when `firm` last ran it before, if it does no more.
    pub fn was_of(&self, firm: FirmId) -> Option<&Former> {
        let former = self.former.iter().rev();
        former
            .filter(|_| !self.runs_for(firm))
            .find(|one| one.firm == firm)
    }

    /// What `person` does in it, if anything.
    pub fn role(&self, person: PersonId) -> Option<MissionRole> {
        if self.runs(person) {
            return Some(MissionRole::Coordinator);
        }
        let of = |(one, _): &&(PersonId, MissionRole)| *one == person;
        self.team.iter().find(of).map(|(_, role)| *role)
    }

    /// Whether `person` may hold a session: who only learns may not.
    pub fn may_hold(&self, person: PersonId) -> bool {
        match self.role(person) {
            Some(MissionRole::Coordinator | MissionRole::Facilitator) => true,
            Some(MissionRole::Observer) | None => false,
        }
    }

    /// Whether every session to come is held by somebody who may, or by nobody yet.
    pub fn are_in_hands(&self, sessions: &[Session]) -> bool {
        let to_come = sessions.iter().filter(|session| session.attended.is_none());
        let mut holders = to_come.filter_map(|session| session.by);
        holders.all(|person| self.may_hold(person))
    }

    /// How many sessions were held.
    pub fn held(&self) -> usize {
        self.sessions
            .iter()
            .filter(|s| s.attended.is_some())
            .count()
    }
}
