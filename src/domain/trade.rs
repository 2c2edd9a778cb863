//! The trade's own words: kinds of work, for whom, who does what in a mission, levels and papers. Rules and
//! prices depend on them; none decides anything here.

use serde::{Deserialize, Serialize};

/// Who a service is held for. Prices and the level needed depend on it (QUO-3, BRD-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Audience {
    /// People who work for a company.
    Company,
    /// Civil servants, elected people.
    PublicBody,
    /// Pupils, students and who teaches them.
    Education,
    /// Members of an association.
    Association,
    /// Whoever comes.
    Public,
}

impl Audience {
    /// All of them, in the order they are offered.
    pub const ALL: [Audience; 5] = [
        Audience::Company,
        Audience::PublicBody,
        Audience::Education,
        Audience::Association,
        Audience::Public,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Audience::Company => "company",
            Audience::PublicBody => "public_body",
            Audience::Education => "education",
            Audience::Association => "association",
            Audience::Public => "public",
        }
    }

    /// The audience with this stable name.
    pub fn parse(key: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// The kind of work that is asked. Levels are earned per kind (PPL-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Work {
    /// A workshop.
    Workshop,
    /// A training course.
    Training,
    /// A conference.
    Conference,
    /// Several sessions over time, for one client.
    Programme,
    /// Something else, which the text says.
    Other,
}

impl Work {
    /// All of them, in the order they are offered.
    pub const ALL: [Work; 5] = [
        Work::Workshop,
        Work::Training,
        Work::Conference,
        Work::Programme,
        Work::Other,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Work::Workshop => "workshop",
            Work::Training => "training",
            Work::Conference => "conference",
            Work::Programme => "programme",
            Work::Other => "other",
        }
    }

    /// The kind with this stable name.
    pub fn parse(key: &str) -> Option<Work> {
        Work::ALL.into_iter().find(|one| one.key() == key)
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

/// A qualification level, the lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Belt {
    /// Has learnt it.
    White,
    /// Has held it with others.
    Yellow,
    /// Holds it alone.
    Orange,
    /// Holds it before demanding audiences.
    Green,
    /// Trains others.
    Blue,
    /// Trains trainers.
    Brown,
    /// Made it what it is.
    Black,
}

impl Belt {
    /// All of them, the lowest first.
    pub const ALL: [Belt; 7] = [
        Belt::White,
        Belt::Yellow,
        Belt::Orange,
        Belt::Green,
        Belt::Blue,
        Belt::Brown,
        Belt::Black,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Belt::White => "white",
            Belt::Yellow => "yellow",
            Belt::Orange => "orange",
            Belt::Green => "green",
            Belt::Blue => "blue",
            Belt::Brown => "brown",
            Belt::Black => "black",
        }
    }

    /// The level with this stable name.
    pub fn parse(key: &str) -> Option<Belt> {
        Belt::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Something the house has seen in writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Compliance {
    /// The house's charter, signed.
    Charter,
    /// Professional insurance.
    Insurance,
    /// A registration to bill under.
    Registration,
}

impl Compliance {
    /// All of them, in the order they are offered.
    pub const ALL: [Compliance; 3] = [
        Compliance::Charter,
        Compliance::Insurance,
        Compliance::Registration,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Compliance::Charter => "charter",
            Compliance::Insurance => "insurance",
            Compliance::Registration => "registration",
        }
    }

    /// The one with this stable name.
    pub fn parse(key: &str) -> Option<Compliance> {
        Compliance::ALL.into_iter().find(|one| one.key() == key)
    }
}
