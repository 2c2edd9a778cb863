//! A mission (BRD-8): an opportunity once its coordinator has confirmed the terms. The coordinator builds
//! a team, plans sessions against those ordered, runs the logistics, records attendance, delivers.

pub mod command;
pub mod refusal;

use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::ids::{PersonId, Seq};
use crate::domain::lists::listed;
use crate::domain::trade::MissionRole;

listed! {
    /// One thing of the logistics. Every mission begins with the usual ones.
    Task {
        /// The client was called, dates and place are settled.
        CLIENT = 0, "client";
        /// The room, or the link.
        ROOM = 1, "room";
        /// Cards, printing, devices.
        MATERIAL = 2, "material";
        /// The discussion part is prepared for this client.
        DISCUSSION = 3, "discussion";
        /// The list of participants.
        PARTICIPANTS = 4, "participants";
        /// Travel and beds.
        TRAVEL = 5, "travel";
    }
}

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

    /// A mission as it begins.
    pub fn of(coordinator: PersonId) -> Mission {
        Mission {
            coordinator,
            team: Vec::new(),
            sessions: Vec::new(),
            done: Vec::new(),
            report_at: None,
        }
    }

    /// What `person` does in it, if anything.
    pub fn role(&self, person: PersonId) -> Option<MissionRole> {
        if person == self.coordinator {
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
