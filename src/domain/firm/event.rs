//! What happened to a firm, as the journal keeps it: never change a variant, add one behind the last.

use serde::{Deserialize, Serialize};

use super::{FirmRights, Offer};
use crate::domain::Millis;
use crate::domain::access::CodeDigest;
use crate::domain::area::AreaEvent;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::ids::{FirmId, PersonId, RequestId, Seq};
use crate::domain::named_file::NamedFile;
use crate::domain::opportunity::credit::CreditEntry;
use crate::domain::thing::Thing;

/// Something that happened to a firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfFirm {
    /// To which one.
    pub firm: FirmId,
    /// What.
    pub event: Box<FirmEvent>,
}

/// What happened to a firm.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirmEvent {
    /// A place was offered to whoever gives a code.
    Offered {
        number: u32,
        name: Box<str>,
        rights: FirmRights,
        digest: CodeDigest,
        until: Millis,
    },
    /// An offer was taken back.
    OfferWithdrawn { number: u32 },
    /// Somebody came by an offer; `only`: they were nobody before, and have no firm of their own.
    Joined {
        number: u32,
        person: PersonId,
        rights: FirmRights,
        only: bool,
    },
    /// Somebody may do other things in it.
    RightsChanged {
        person: PersonId,
        from: FirmRights,
        to: FirmRights,
    },
    /// Somebody left it or was put out; `heir` speaks for what they had in hand, `to` is the firm they act for from now on.
    Left {
        person: PersonId,
        heir: PersonId,
        to: FirmId,
    },
    /// It is called otherwise.
    Named { from: Box<str>, to: Box<str> },
    /// Somebody acts for it from now on, and not for `from`.
    Chosen { person: PersonId, from: FirmId },
    /// Credits were granted, used or given back (BRD-4).
    Credited { entry: Box<CreditEntry> },
    /// Its profile was kept (PPL-4).
    ProfileKept {
        from: Box<FacilitatorProfile>,
        to: Box<FacilitatorProfile>,
    },
}

impl FirmEvent {
    /// Returns what happens when somebody comes by an offer.
    pub(in crate::domain) fn joined(offer: &Offer, person: PersonId, only: bool) -> FirmEvent {
        FirmEvent::Joined {
            number: offer.number,
            person,
            rights: FirmRights::of(offer.rights.iter()),
            only,
        }
    }
}

impl FirmId {
    /// Returns the thing that its profile is: of the firm that somebody has from the beginning, theirs.
    pub fn profile(self) -> Thing {
        match self.nth() {
            0 => Thing::Profile(self.founder()),
            _ => Thing::Firm(self),
        }
    }
}

impl AreaEvent for OfFirm {
    /// Who is in a firm and what they may do is said anew, not taken back; and so are credits.
    fn inverse(&self, _: Seq) -> Option<OfFirm> {
        let event = match &*self.event {
            FirmEvent::Named { from, to } => FirmEvent::Named {
                from: to.clone(),
                to: from.clone(),
            },
            FirmEvent::ProfileKept { from, to } => FirmEvent::ProfileKept {
                from: to.clone(),
                to: from.clone(),
            },
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::Joined { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Chosen { .. }
            | FirmEvent::Credited { .. } => return None,
        };
        Some(OfFirm {
            firm: self.firm,
            event: Box::new(event),
        })
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [None, None]
    }

    fn thing(&self) -> Option<Thing> {
        match &*self.event {
            FirmEvent::ProfileKept { .. } => Some(self.firm.profile()),
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::Joined { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Named { .. }
            | FirmEvent::Chosen { .. }
            | FirmEvent::Credited { .. } => None,
        }
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        match &*self.event {
            FirmEvent::Offered { .. }
            | FirmEvent::OfferWithdrawn { .. }
            | FirmEvent::Joined { .. }
            | FirmEvent::RightsChanged { .. }
            | FirmEvent::Left { .. }
            | FirmEvent::Named { .. }
            | FirmEvent::Chosen { .. }
            | FirmEvent::Credited { .. }
            | FirmEvent::ProfileKept { .. } => Vec::new(),
        }
    }
}
