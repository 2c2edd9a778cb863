//! A facilitator's answer to an opportunity (BRD-5): one of each person for each opportunity, editable
//! until it is selected.

use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::ids::{OpportunityId, PersonId, ProposalId, Seq};
use crate::domain::money::Money;
use crate::domain::request::Attachment;

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// Begun; nobody else sees it.
    Draft,
    /// Before the client.
    Submitted,
    /// The client chose it; its proposer has to confirm the terms.
    Selected,
    /// The terms are confirmed.
    Confirmed,
    /// Another was chosen. It comes back if that one declines.
    Lost,
    /// Taken back by its proposer, or the terms were declined.
    Withdrawn,
}

/// What the client thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Nothing was said yet.
    Unsaid,
    /// Interesting.
    Interesting,
    /// Not interesting.
    NotInteresting,
}

impl Verdict {
    /// The stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::Unsaid => "unsaid",
            Verdict::Interesting => "interesting",
            Verdict::NotInteresting => "not_interesting",
        }
    }
}

/// What a proposal says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The price, before tax.
    pub price: Option<Money>,
    /// When its proposer is free, in their words.
    pub available: Box<str>,
    /// The text.
    pub text: Box<str>,
    /// Files that go with it.
    pub files: Vec<Attachment>,
}

impl Offer {
    /// The longest text, in characters.
    pub const TEXT_MOST: usize = 20_000;
    /// The longest words on availability, in characters.
    pub const AVAILABLE_MOST: usize = 500;
    /// The most files.
    pub const FILES_MOST: usize = 10;
    /// The highest price, in minor units.
    pub const PRICE_MOST: i64 = 100_000_000_000;
}

/// A proposal, as the state keeps it; what it says stands in the record it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// What it answers.
    pub opportunity: OpportunityId,
    /// Who proposes.
    pub person: PersonId,
    /// Where it stands.
    pub state: Standing,
    /// What the client thinks of it.
    pub verdict: Verdict,
    /// Its price, once it has one.
    pub price: Option<Money>,
    /// The record whose text stands.
    pub text_at: Seq,
    /// The record of the notice it was written on: the posting that it answers, whatever is amended later.
    pub answers: Seq,
    /// The record that says why it was taken back, or what its proposer is told for next time.
    pub words_at: Option<Seq>,
    /// How many files go with it.
    pub files: u8,
    /// When it was submitted; when anew, after it was taken back.
    pub submitted_at: Option<Millis>,
    /// When the client or the house first said something of it: the contact clock stops (BRD-4).
    pub answered_at: Option<Millis>,
    /// When anything last happened to it.
    pub touched_at: Millis,
    /// A follow-up officer told its proposer that they have a good chance (BRD-7).
    pub promising: bool,
}

impl Proposal {
    /// The stable name of where it stands, with what the client thinks of it, as one word.
    pub fn key(&self) -> &'static str {
        match (self.state, self.verdict) {
            (Standing::Draft, _) => "draft",
            (Standing::Submitted, Verdict::Unsaid) => "submitted",
            (Standing::Submitted, verdict) => verdict.key(),
            (Standing::Selected, _) => "selected",
            (Standing::Confirmed, _) => "confirmed",
            (Standing::Lost, _) => "lost",
            (Standing::Withdrawn, _) => "withdrawn",
        }
    }

    /// Whether the client and the house see it.
    pub fn is_before_the_client(&self) -> bool {
        matches!(
            self.state,
            Standing::Submitted | Standing::Selected | Standing::Confirmed | Standing::Lost
        )
    }
}
