//! What can be wanted of a mission: its team, its sessions, its logistics, that it is delivered. Decides nothing.

use super::{Session, Task};
use crate::domain::Millis;
use crate::domain::ids::{ContactId, OpportunityId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::{Agreement, Tranche};
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
    /// Names a contact of the client's in charge of it (S4), or takes the name away.
    InCharge {
        /// Of which mission.
        opportunity: OpportunityId,
        /// Whom.
        contact: ContactId,
        /// Whether they are.
        there: bool,
        /// How the client said so, when somebody of the house says it for her (PPL-3).
        said: Box<str>,
    },
    /// The house offers it to another coordinator; the one there was is relieved.
    Replace {
        /// Which mission.
        opportunity: OpportunityId,
        /// To whom.
        person: PersonId,
        /// At which price; `None`: as it stands.
        price: Option<Money>,
        /// Why.
        reason: Box<str>,
    },
    /// Whom it is offered to confirms the terms, as they saw them.
    Take {
        /// Which mission.
        opportunity: OpportunityId,
        /// What they saw.
        agreement: Box<Agreement>,
        /// The tranches they saw.
        tranches: Vec<Tranche>,
        /// Whether they agree to pay the commission, when that is asked of them (ESC-6).
        consent: bool,
    },
    /// Whom it is offered to declines.
    Pass {
        /// Which mission.
        opportunity: OpportunityId,
        /// Why.
        reason: Box<str>,
    },
    /// Delivers the mission.
    Deliver {
        /// Which one.
        opportunity: OpportunityId,
        /// A word on how it went, or nothing.
        note: Box<str>,
    },
}
