//! Firms (PPL-7): proposals, credits, profile and account belong to a firm; who acted stays a person. Everybody has a firm
//! of their own from the beginning, which nobody sees anything of until a colleague joins. Decides nothing.

pub mod command;
pub mod event;
pub mod kept;
pub mod refusal;
pub mod right;
pub(in crate::domain) mod rules;

use serde::{Deserialize, Serialize};

use super::Millis;
use super::access::CodeDigest;
use super::ids::{FirmId, PersonId};
pub use kept::Firms;
pub use right::{FirmRight, FirmRights};

/// Somebody in a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// What they may do in it.
    pub rights: FirmRights,
}

/// A place in a firm that is offered to whoever has its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its number in the firm.
    pub number: u32,
    /// What whoever comes is called; empty for who has an account already.
    pub name: Box<str>,
    /// What they may do in it.
    pub rights: FirmRights,
    /// The digest of its code; the code is told to nobody but them.
    pub digest: CodeDigest,
    /// Who made it.
    pub made_by: Option<PersonId>,
    /// Until when it can be used.
    pub until: Millis,
}

impl Offer {
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 200;
    /// The most open ones of a firm.
    pub const MOST: usize = 20;

    /// Whether its code opens anything at `now`.
    pub fn is_open(&self, now: Millis) -> bool {
        now < self.until
    }
}

/// A firm, as the state keeps it once it is more than one person alone without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Firm {
    /// Its id.
    pub id: FirmId,
    /// What it is called; empty: as who is in it.
    pub name: Box<str>,
    /// Who is in it, in the order they came.
    pub members: Vec<Member>,
    /// The places it offers.
    pub offers: Vec<Offer>,
    /// The number of the last offer.
    pub last_offer: u32,
}

impl Firm {
    /// The most people in one firm.
    pub const MEMBERS_MOST: usize = 50;
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 100;

    /// Returns a firm with these people in it, and no name.
    pub(in crate::domain) fn holding(id: FirmId, members: Vec<Member>) -> Firm {
        Firm {
            id,
            name: "".into(),
            members,
            offers: Vec::new(),
            last_offer: 0,
        }
    }

    /// What somebody may do in it; `None` for who is not in it.
    pub fn rights(&self, person: PersonId) -> Option<FirmRights> {
        let of = |member: &&Member| member.person == person;
        self.members.iter().find(of).map(|member| member.rights)
    }
}
