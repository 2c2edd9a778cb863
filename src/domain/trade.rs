//! The trade's own words: kinds of work, for whom, who does what in a mission, levels and papers. Rules and
//! prices depend on them; none decides anything here.

use serde::{Deserialize, Serialize};

use super::lists::listed;

listed! {
    /// Who a service is held for. Prices and the level needed depend on it (QUO-3, BRD-3).
    Audience {
        /// People who work for a company.
        COMPANY = 0, "company";
        /// Civil servants, elected people.
        PUBLIC_BODY = 1, "public_body";
        /// Pupils, students and who teaches them.
        EDUCATION = 2, "education";
        /// Members of an association.
        ASSOCIATION = 3, "association";
        /// Whoever comes.
        PUBLIC = 4, "public";
    }
}

listed! {
    /// The kind of work that is asked. Levels are earned per kind (PPL-4).
    Work {
        /// A workshop.
        WORKSHOP = 0, "workshop";
        /// A training course.
        TRAINING = 1, "training";
        /// A conference.
        CONFERENCE = 2, "conference";
        /// Several sessions over time, for one client.
        PROGRAMME = 3, "programme";
        /// Something else, which the text says.
        OTHER = 4, "other";
    }
}

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

listed! {
    /// A qualification level, the lowest first.
    Belt {
        /// Has learnt it.
        WHITE = 0, "white";
        /// Has held it with others.
        YELLOW = 1, "yellow";
        /// Holds it alone.
        ORANGE = 2, "orange";
        /// Holds it before demanding audiences.
        GREEN = 3, "green";
        /// Trains others.
        BLUE = 4, "blue";
        /// Trains trainers.
        BROWN = 5, "brown";
        /// Made it what it is.
        BLACK = 6, "black";
    }
}

listed! {
    /// Something the house has seen in writing.
    Compliance {
        /// The house's charter, signed.
        CHARTER = 0, "charter";
        /// Professional insurance.
        INSURANCE = 1, "insurance";
        /// A registration to bill under.
        REGISTRATION = 2, "registration";
    }
}
