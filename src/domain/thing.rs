//! What is written as a whole (WKS-7): the things that somebody reads, changes elsewhere and sends back, who
//! changed each last, and when. Whoever sends one back over what came in between is told, and nothing is
//! overwritten.

use serde::{Deserialize, Serialize};

use super::Millis;
use super::ids::{
    ContactId, OpportunityId, OrganisationId, PersonId, ProposalId, QuotationId, RequestId, Seq,
};
use crate::domain::meta::Meta;

/// Something that is written as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Thing {
    /// The house's settings.
    House,
    /// The routing matrix.
    Routing,
    /// The terms of the board.
    Terms,
    /// The price lists.
    Prices,
    /// A person's name and mail address.
    Person(PersonId),
    /// What a person is in the house.
    Roles(PersonId),
    /// How a person likes the workstation.
    Preferences(PersonId),
    /// A facilitator's profile.
    Profile(PersonId),
    /// What is known of an organisation.
    Organisation(OrganisationId),
    /// What is known of a contact.
    Contact(ContactId),
    /// The subject of a request, and what is split from it.
    Request(RequestId),
    /// What is wished in a request.
    Wish(RequestId),
    /// The notice of an opportunity and its description.
    Notice(OpportunityId),
    /// The sessions of a mission.
    Sessions(OpportunityId),
    /// Price, availability and text of a proposal, or of the draft beside it.
    Proposal(ProposalId),
    /// The brief of a quotation.
    Brief(QuotationId),
    /// The versions of a quotation: their lines and texts.
    Versions(QuotationId),
}

impl Thing {
    /// The stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Thing::House => "house",
            Thing::Routing => "routing",
            Thing::Terms => "terms",
            Thing::Prices => "prices",
            Thing::Person(_) => "person",
            Thing::Roles(_) => "roles",
            Thing::Preferences(_) => "preferences",
            Thing::Profile(_) => "profile",
            Thing::Organisation(_) => "organisation",
            Thing::Contact(_) => "contact",
            Thing::Request(_) => "request",
            Thing::Wish(_) => "wish",
            Thing::Notice(_) => "notice",
            Thing::Sessions(_) => "sessions",
            Thing::Proposal(_) => "proposal",
            Thing::Brief(_) => "brief",
            Thing::Versions(_) => "versions",
        }
    }

    /// The id of what it belongs to, as people read it; nothing where there is only one.
    pub fn of(self) -> String {
        match self {
            Thing::House | Thing::Routing | Thing::Terms | Thing::Prices => String::new(),
            Thing::Person(id) | Thing::Roles(id) | Thing::Preferences(id) | Thing::Profile(id) => {
                id.to_string()
            }
            Thing::Organisation(id) => id.to_string(),
            Thing::Contact(id) => id.to_string(),
            Thing::Request(id) | Thing::Wish(id) => id.to_string(),
            Thing::Notice(id) | Thing::Sessions(id) => id.to_string(),
            Thing::Proposal(id) => id.to_string(),
            Thing::Brief(id) | Thing::Versions(id) => id.to_string(),
        }
    }
}

/// The last change of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// The record that made it.
    pub seq: Seq,
    /// When.
    pub at: Millis,
    /// Who made it; `None` is the house itself.
    pub by: Option<PersonId>,
}

impl Touch {
    /// Returns the one that a record makes.
    pub(super) fn of(meta: &Meta) -> Touch {
        Touch {
            seq: meta.seq,
            at: meta.at,
            by: meta.actor,
        }
    }
}

/// How a command stands to what its sender read before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writes {
    /// It says one thing, or makes something new: there is nothing it could overwrite unseen.
    One,
    /// It sends back a whole thing: within [`Upon`](super::Command::Upon) it says how far its sender had read, within
    /// [`Over`](super::Command::Over) why that is not asked.
    Whole(Thing),
    /// It sends back several, each whole.
    Each(Vec<Thing>),
    /// It carries what its sender saw, and is refused when that is not so any more.
    Seen,
}
