//! What stands on something that somebody wants to take back (REQ-11): it is not taken back under that, and
//! the refusal says what it is and what to do first.
//!
//! Which kinds may stand on which event is the table of `undo/table.rs`.

use strum::VariantNames;

use crate::domain::Millis;
use crate::domain::ids::{OpportunityId, ProposalId, QuotationId, RequestId};
use crate::domain::why::Fact;

/// What stands on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Footing {
    /// It is posted: facilitators read it.
    Posting(OpportunityId),
    /// Somebody was selected by it.
    Selection(OpportunityId, ProposalId),
    /// A mission runs on it.
    Mission(OpportunityId),
    /// The mission is delivered.
    Delivery(OpportunityId),
    /// A session is held by somebody through it, or somebody said how many came to it.
    Session(OpportunityId, Millis),
    /// A quotation was made of it.
    Quotation(QuotationId),
    /// The quotation is elsewhere by now.
    Desk(QuotationId),
    /// A later version was made of it.
    Version(QuotationId, u16),
    /// The request was assigned by it.
    Assignment(RequestId),
    /// A request went on into another, or another went into it.
    Merge(RequestId),
    /// Somebody worked on the request since, or mail came for it.
    Work(RequestId),
}

impl Footing {
    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Footing::Posting(_) => "stood-on-posting",
            Footing::Selection(..) => "stood-on-selection",
            Footing::Mission(_) => "stood-on-mission",
            Footing::Delivery(_) => "stood-on-delivery",
            Footing::Session(..) => "stood-on-session",
            Footing::Quotation(_) => "stood-on-quotation",
            Footing::Desk(_) => "stood-on-desk",
            Footing::Version(..) => "stood-on-version",
            Footing::Assignment(_) => "stood-on-assignment",
            Footing::Merge(_) => "stood-on-merge",
            Footing::Work(_) => "stood-on-work",
        }
    }
}

impl Footing {
    /// Returns what the refusal's text names.
    pub fn facts(self) -> Vec<(&'static str, Fact)> {
        let word = |name, id: String| (name, Fact::Word(id));
        match self {
            Footing::Posting(id) | Footing::Mission(id) | Footing::Delivery(id) => {
                vec![word("opportunity", id.to_string())]
            }
            Footing::Selection(id, proposal) => vec![
                word("opportunity", id.to_string()),
                word("proposal", proposal.to_string()),
            ],
            Footing::Session(id, at) => {
                vec![word("opportunity", id.to_string()), ("at", Fact::Until(at))]
            }
            Footing::Quotation(id) | Footing::Desk(id) => vec![word("quotation", id.to_string())],
            Footing::Version(id, version) => vec![
                word("quotation", id.to_string()),
                ("version", Fact::Number(usize::from(version))),
            ],
            Footing::Assignment(id) | Footing::Merge(id) | Footing::Work(id) => {
                vec![word("request", id.to_string())]
            }
        }
    }
}
