//! The names of things: one type per kind of id, so that one can never be taken for another.
//! Ids are small, dense and start at 1; they are given out by `decide`, never reused.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The sequence number of a record in the journal; the first is 1.
pub type Seq = u64;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place of this id in a dense table.
            pub fn index(self) -> usize {
                (self.0 as usize).saturating_sub(1)
            }

            /// The id of the entry at `index` of a dense table.
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX - 1) + 1)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "-{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let text = text.trim();
                let digits = text
                    .strip_prefix(concat!($prefix, "-"))
                    .or_else(|| text.strip_prefix(&concat!($prefix, "-").to_ascii_lowercase()))
                    .unwrap_or(text);
                digits.parse().ok().filter(|n| *n > 0).map(Self).ok_or(NotAnId {
                    expected: concat!($prefix, "-1042"),
                })
            }
        }
    };
}

id!(
    /// A person of the house, a facilitator or a client contact who can log in.
    PersonId, "P"
);
id!(
    /// A request in the inbox.
    RequestId, "R"
);
id!(
    /// An organisation that asks, or once asked.
    OrganisationId, "C"
);
impl OrganisationId {
    /// Stands where no organisation asks: a provider wrote (EML-2).
    pub const NONE: OrganisationId = OrganisationId(0);
}
id!(
    /// Somebody at an organisation who writes to the house.
    ContactId, "K"
);
id!(
    /// A saved view.
    ViewId, "V"
);
id!(
    /// An invitation to bind a key.
    InvitationId, "I"
);
id!(
    /// A quotation.
    QuotationId, "Q"
);
id!(
    /// An opportunity on the board.
    OpportunityId, "O"
);
id!(
    /// A proposal for an opportunity.
    ProposalId, "PR"
);
id!(
    /// An entry of the ledger.
    EntryId, "E"
);

/// A firm of facilitators. Everybody has one of their own from the beginning, which bears their number: old stores have
/// the same ones, equal on every open, and no record makes them. Who leaves the firm that they began to others gets a
/// further one, which bears their number and a count.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct FirmId(pub u64);

impl FirmId {
    /// Stands where a row of an earlier version says nothing of the firm.
    pub const NONE: FirmId = FirmId(0);

    /// Returns the one that `person` has from the beginning.
    pub fn own(person: PersonId) -> FirmId {
        FirmId(u64::from(person.0))
    }

    /// Returns a further one of who began this one.
    pub fn further(self, nth: u32) -> FirmId {
        FirmId(u64::from(nth) << 32 | u64::from(self.founder().0))
    }

    /// Returns who began it.
    pub fn founder(self) -> PersonId {
        PersonId(u32::try_from(self.0 & u64::from(u32::MAX)).unwrap_or_default())
    }

    /// Returns the how manieth of its founder it is, from 0.
    pub fn nth(self) -> u32 {
        u32::try_from(self.0 >> 32).unwrap_or_default()
    }

    /// Returns itself where it stands, else the one that `person` has from the beginning.
    pub(in crate::domain) fn or_own(self, person: PersonId) -> FirmId {
        match self {
            FirmId::NONE => FirmId::own(person),
            known => known,
        }
    }
}

/// In tests of people alone, whose firm is of their number.
#[cfg(test)]
impl From<PersonId> for FirmId {
    fn from(person: PersonId) -> FirmId {
        FirmId::own(person)
    }
}

impl fmt::Display for FirmId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.nth() {
            0 => write!(f, "F-{}", self.founder().0),
            nth => write!(f, "F-{}.{nth}", self.founder().0),
        }
    }
}

impl FromStr for FirmId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = NotAnId { expected: "F-12" };
        let text = text.trim();
        let digits = text.strip_prefix("F-").or_else(|| text.strip_prefix("f-"));
        let digits = digits.unwrap_or(text);
        let (founder, nth) = digits.split_once('.').unwrap_or((digits, "0"));
        match (founder.parse::<u32>(), nth.parse::<u32>()) {
            (Ok(founder), Ok(nth)) if founder > 0 => {
                Ok(FirmId::own(PersonId(founder)).further(nth))
            }
            _ => Err(wrong),
        }
    }
}

/// What was typed is not an id of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId {
    /// An id as it should look.
    pub expected: &'static str,
}

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "that is not a number of this kind: write it like {}",
            self.expected
        )
    }
}

impl std::error::Error for NotAnId {}

/// Identifies one delivered message: 128 bits of a cryptographic digest of its `Message-ID`, or of its
/// content when it has none. Wide enough that nobody can make a stranger's mail join a request (REQ-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MessageKey(pub u128);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_7_firms_bear_the_number_of_who_began_them() {
        let own = FirmId::own(PersonId(12));
        let second = own.further(2);
        assert_eq!((own.founder(), own.nth()), (PersonId(12), 0));
        assert_eq!((second.founder(), second.nth()), (PersonId(12), 2));
        for (id, shown) in [(own, "F-12"), (second, "F-12.2")] {
            assert_eq!(id.to_string(), shown);
            assert_eq!(shown.parse(), Ok(id));
        }
        assert_eq!("f-12".parse(), Ok(own));
        for bad in ["", "F-0", "F-", "F-3.", "F-3.x", "P-3"] {
            assert!(bad.parse::<FirmId>().is_err(), "{bad} must not be an id");
        }
        assert_eq!(FirmId::NONE.or_own(PersonId(12)), own);
        assert_eq!(second.or_own(PersonId(3)), second);
    }

    #[test]
    fn ids_read_back_what_they_show() {
        assert_eq!("R-1042".parse(), Ok(RequestId(1042)));
        assert_eq!("r-7".parse(), Ok(RequestId(7)));
        assert_eq!("7".parse(), Ok(RequestId(7)));
        assert_eq!(RequestId(1042).to_string(), "R-1042");
        for bad in ["", "R-0", "R-", "P-3", "R--1", "R-99999999999"] {
            assert!(bad.parse::<RequestId>().is_err(), "{bad} must not be an id");
        }
    }
}
