//! Group (REQ-6, S0) and the relation clock (REQ-7): which way of working is proposed, and why.

use serde::{Deserialize, Serialize};

use super::{Ending, Request, Status};
use crate::domain::Millis;
use crate::domain::house::Country;
use crate::domain::ids::RequestId;

/// How the house works with a client (S0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Sous-traitance: the house keeps the client and mandates facilitators.
    Subcontracting,
    /// Apport d'affaires: a facilitator takes over the client.
    ClientIntroduction,
}

impl Group {
    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Group::Subcontracting => "subcontracting",
            Group::ClientIntroduction => "introduction",
        }
    }
}

/// Why a group is proposed, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupReason {
    /// A subcontracted deal with them runs (REQ-7).
    DealRuns(RequestId),
    /// The house keeps the relation with them to the end of that day (REQ-7).
    Relation(Millis),
    /// They are in the home country.
    HomeCountry,
    /// The team already knows them.
    KnownClient,
    /// An earlier request of theirs was handled as Subcontracting.
    Handled(RequestId),
    /// They are a branch of an organisation the team knows.
    BranchOfKnown(Box<str>),
    /// They are abroad and nobody knows them.
    Abroad(Country),
    /// Nobody knows where they are, nor them: a wrong guess would give a client away.
    CountryUnknown,
}

impl GroupReason {
    /// Returns the group it speaks for; `None` while nobody knows enough.
    pub fn group(&self) -> Option<Group> {
        match self {
            GroupReason::DealRuns(_)
            | GroupReason::Relation(_)
            | GroupReason::HomeCountry
            | GroupReason::KnownClient
            | GroupReason::Handled(_)
            | GroupReason::BranchOfKnown(_) => Some(Group::Subcontracting),
            GroupReason::Abroad(_) => Some(Group::ClientIntroduction),
            GroupReason::CountryUnknown => None,
        }
    }
}

/// A deal under Subcontracting: from the client's yes to the delivery, or to the end of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Deal {
    /// Since when.
    pub from: Millis,
    /// Until when; `None` while it runs.
    pub to: Option<Millis>,
}

/// Whether a request tells that the team knows its client: it was decided on as Subcontracting, and was one.
pub(super) fn makes_known(request: &Request) -> bool {
    let one = match request.status {
        Status::Open | Status::Snoozed { .. } => true,
        Status::Closed { reason, .. } => match reason.ending() {
            Ending::Deal | Ending::Over | Ending::Told => true,
            Ending::Refused | Ending::Double | Ending::NoRequest => false,
        },
        Status::Merged { .. } | Status::Void => false,
    };
    one && request.group == Some(Group::Subcontracting)
}
