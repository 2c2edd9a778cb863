//! A stored file as a record names it, and what it belongs to. Reads and removes no file.

use super::ids::{OpportunityId, ProposalId, QuotationId, RequestId};

/// The digest by which the store finds a file.
pub type Content = [u8; 32];

/// What a stored file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// It came with a request.
    Request(RequestId),
    /// It was posted with an opportunity.
    Opportunity(OpportunityId),
    /// It goes with a proposal.
    Proposal(ProposalId),
    /// It is the paper of a quotation.
    Quotation(QuotationId),
    /// It stands on the papers of the house.
    House,
}

impl std::fmt::Display for Owner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Owner::Request(id) => id.fmt(f),
            Owner::Opportunity(id) => id.fmt(f),
            Owner::Proposal(id) => id.fmt(f),
            Owner::Quotation(id) => id.fmt(f),
            Owner::House => f.write_str("logo"),
        }
    }
}

/// A stored file as an event names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedFile<'a> {
    /// Its digest.
    pub content: Content,
    /// Its name; empty for the whole of a long text.
    pub name: &'a str,
    /// What it belongs to.
    pub owner: Owner,
}
