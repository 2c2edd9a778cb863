//! The trade's own words: kinds of work, for whom, who does what in a mission, levels and papers. Rules and
//! prices depend on them; none decides anything here.

use serde::{Deserialize, Serialize};

pub use super::lists::shipped::{Audience, Belt, Compliance, DeclineReason, Skill, Work};

/// What somebody does in a mission (BRD-8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MissionRole {
    /// Runs it.
    Coordinator,
    /// Holds sessions.
    Facilitator,
    /// Helps, and learns.
    Observer,
}

impl MissionRole {
    /// All of them, in the order they are offered.
    pub const ALL: [MissionRole; 3] = [
        MissionRole::Coordinator,
        MissionRole::Facilitator,
        MissionRole::Observer,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            MissionRole::Coordinator => "coordinator",
            MissionRole::Facilitator => "facilitator",
            MissionRole::Observer => "observer",
        }
    }
}
