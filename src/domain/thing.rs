//! What is written as a whole (WKS-7): the things that somebody reads, changes elsewhere and sends back, who
//! changed each last, and when. Whoever sends one back over what came in between is told, and nothing is
//! overwritten.

use serde::{Deserialize, Serialize};

use super::Millis;
use super::ids::{
    ContactId, FirmId, OpportunityId, OrganisationId, PersonId, ProposalId, QuotationId, RequestId,
    Seq,
};
use crate::domain::meta::Meta;

/// Makes [`Thing`] of a line a thing: its variant, whose it is, and the stable name that texts find it by.
macro_rules! things {
    ($($(#[$doc:meta])+ $thing:ident $(($id:ident: $of:ty))? => $key:literal,)+) => {
        /// Something that is written as a whole.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Thing {
            $($(#[$doc])+ $thing $(($of))?,)+
        }

        impl Thing {
            /// The stable name that texts find it by.
            pub fn key(self) -> &'static str {
                match self {
                    $(Thing::$thing { .. } => $key,)+
                }
            }

            /// The id of what it belongs to, as people read it; nothing where there is only one.
            pub fn of(self) -> String {
                match self {
                    $(Thing::$thing $(($id))? => String::new() $(+ &$id.to_string())?,)+
                }
            }
        }
    };
}

// A new one stands behind the last: a checkpoint keeps them by their place.
things! {
    /// The house's settings.
    House => "house",
    /// The routing matrix.
    Routing => "routing",
    /// The terms of the board.
    Terms => "terms",
    /// The price lists.
    Prices => "prices",
    /// A person's name and mail address.
    Person(id: PersonId) => "person",
    /// What a person is in the house.
    Roles(id: PersonId) => "roles",
    /// How a person likes the workstation.
    Preferences(id: PersonId) => "preferences",
    /// A facilitator's profile.
    Profile(id: PersonId) => "profile",
    /// What is known of an organisation.
    Organisation(id: OrganisationId) => "organisation",
    /// What is known of a contact.
    Contact(id: ContactId) => "contact",
    /// The subject of a request, and what is split from it.
    Request(id: RequestId) => "request",
    /// What is wished in a request.
    Wish(id: RequestId) => "wish",
    /// The notice of an opportunity and its description.
    Notice(id: OpportunityId) => "notice",
    /// The sessions of a mission.
    Sessions(id: OpportunityId) => "sessions",
    /// Price, availability and text of a proposal, or of the draft beside it.
    Proposal(id: ProposalId) => "proposal",
    /// The brief of a quotation.
    Brief(id: QuotationId) => "brief",
    /// The versions of a quotation: their lines and texts.
    Versions(id: QuotationId) => "versions",
    /// How papers are written.
    Wordings => "wordings",
    /// The lists of the house.
    Lists => "lists",
    /// The words by which mail is read.
    Readings => "readings",
    /// The profile of a firm that somebody began later.
    Firm(id: FirmId) => "firm",
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
