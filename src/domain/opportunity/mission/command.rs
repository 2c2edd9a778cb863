//! What can be wanted of a mission: its team, its sessions, its logistics, that it is delivered. Decides nothing.

use super::{Session, Task};
use crate::domain::Millis;
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::trade::MissionRole;

/// Something to be done in a mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissionCommand {
    /// Takes somebody into the team, or (`None`) out of it.
    Team {
        /// Of which mission.
        opportunity: OpportunityId,
        /// Whom.
        person: PersonId,
        /// As what.
        role: Option<MissionRole>,
    },
    /// Plans the sessions: all of them, in the order of their times.
    Plan {
        /// Of which mission.
        opportunity: OpportunityId,
        /// The sessions its user saw; refused when they are others by now.
        seen: Vec<Session>,
        /// The sessions.
        sessions: Vec<Session>,
    },
    /// Plans one more session.
    AddSession {
        /// Of which mission.
        opportunity: OpportunityId,
        /// The session.
        session: Session,
    },
    /// Ticks a thing of the logistics, or takes the tick away.
    Tick {
        /// Of which mission.
        opportunity: OpportunityId,
        /// What.
        task: Task,
        /// Whether it is done.
        done: bool,
    },
    /// Says how many came to a session.
    Attend {
        /// Of which mission.
        opportunity: OpportunityId,
        /// Which session, from 0.
        session: u16,
        /// When it begins, as its user saw it; refused when another stands in its place by now.
        at: Millis,
        /// How many had been counted, as its user saw; refused when another number stands there by now.
        was: Option<u32>,
        /// How many came.
        attended: u32,
    },
    /// Delivers the mission.
    Deliver {
        /// Which one.
        opportunity: OpportunityId,
        /// A word on how it went, or nothing.
        note: Box<str>,
    },
}
