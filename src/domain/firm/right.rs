//! What somebody may do within a firm (PPL-7). Which command needs which is for the rules to say.

use serde::{Deserialize, Serialize};

/// One thing that somebody may do within a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FirmRight {
    /// Sees its proposals, missions, credits and its profile.
    Sees,
    /// Takes steps, writes, submits and withdraws proposals, confirms terms, runs its missions.
    Proposes,
    /// Invites and removes people, changes what they may do, its name and its profile.
    Manages,
    /// Keeps its account and legal details.
    Paid,
}

impl FirmRight {
    /// All of them, in the order they are shown.
    pub const ALL: [FirmRight; 4] = [
        FirmRight::Sees,
        FirmRight::Proposes,
        FirmRight::Manages,
        FirmRight::Paid,
    ];

    /// The stable name that texts and commands know it by.
    pub fn key(self) -> &'static str {
        match self {
            FirmRight::Sees => "sees",
            FirmRight::Proposes => "proposes",
            FirmRight::Manages => "manages",
            FirmRight::Paid => "paid",
        }
    }

    /// The right with this stable name.
    pub fn parse(key: &str) -> Option<FirmRight> {
        FirmRight::ALL.into_iter().find(|one| one.key() == key)
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// All that somebody may do within a firm. Written to the journal as a number: a right keeps its place.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct FirmRights(u8);

impl FirmRights {
    /// Nothing.
    pub const NONE: FirmRights = FirmRights(0);
    /// Everything: what who begins a firm may do.
    pub const ALL: FirmRights = FirmRights(0b1111);

    /// Returns these rights. Who proposes, sees.
    pub fn of(rights: impl IntoIterator<Item = FirmRight>) -> FirmRights {
        let all = rights.into_iter().fold(0, |all, one| all | one.bit());
        let with = FirmRights(all);
        match with.has(FirmRight::Proposes) {
            true => FirmRights(all | FirmRight::Sees.bit()),
            false => with,
        }
    }

    /// Whether this right is among them.
    pub fn has(self, right: FirmRight) -> bool {
        self.0 & right.bit() != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        FirmRights::ALL.0 & self.0 == 0
    }

    /// They, in the order they are shown.
    pub fn iter(self) -> impl Iterator<Item = FirmRight> {
        FirmRight::ALL.into_iter().filter(move |one| self.has(*one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_7_who_proposes_sees() {
        let proposes = FirmRights::of([FirmRight::Proposes]);
        assert!(proposes.has(FirmRight::Sees));
        assert!(!proposes.has(FirmRight::Manages) && !proposes.has(FirmRight::Paid));
        let manages = FirmRights::of([FirmRight::Manages]);
        assert!(!manages.has(FirmRight::Sees), "an office need not see");
        assert_eq!(FirmRights::of(FirmRight::ALL), FirmRights::ALL);
        assert!(FirmRights::NONE.is_empty() && !manages.is_empty());
        for right in FirmRight::ALL {
            assert_eq!(FirmRight::parse(right.key()), Some(right));
        }
        assert_eq!(FirmRight::parse("owns"), None);
    }
}
