//! A firm's answer to an opportunity (BRD-5, PPL-7): one of each firm for each opportunity, editable
//! until it is selected.

use super::phase::Progress;
use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::ids::{FirmId, OpportunityId, PersonId, ProposalId, Seq};
use crate::domain::money::Money;
use crate::domain::request::Attachment;
use crate::domain::trade::DeclineReason;

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProposalStanding {
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

/// The most bytes the files of one person's proposals take up together.
pub const PERSON_BYTES: u64 = 1024 * 1024 * 1024;
/// The most files one person's proposals have together.
pub const PERSON_FILES: usize = 1_000;

impl Offer {
    /// The longest text, in characters.
    pub const TEXT_MOST: usize = 20_000;
    /// The longest words on availability, in characters.
    pub const AVAILABLE_MOST: usize = 500;
    /// The most files.
    pub const FILES_MOST: usize = 10;
}

/// What of an offer is written anew; what is `None` stays as it stands. Files are never touched by it: they
/// are added and removed one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// The price, before tax, or (`Some(None)`) none.
    pub price: Option<Option<Money>>,
    /// When its proposer is free, in their words.
    pub available: Option<Box<str>>,
    /// The text.
    pub text: Option<Box<str>>,
}

/// What a proposal says, as the state keeps it: its texts stand in the records it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalContent {
    /// The price, once there is one.
    pub price: Option<Money>,
    /// The record whose text stands.
    pub text_at: Seq,
    /// Whether there is a text.
    pub has_text: bool,
    /// The record whose words on availability stand.
    pub available_at: Seq,
    /// The files that go with it.
    pub files: Vec<Attachment>,
    /// The record that last changed any of it; a selection names it.
    pub changed_at: Seq,
    /// The record of the notice it was written on: the posting that it answers, whatever is amended later.
    pub answers: Seq,
}

impl ProposalContent {
    /// Returns an empty one, begun in the record `seq` on the notice of the record `answers`.
    pub fn begun(seq: Seq, answers: Seq) -> ProposalContent {
        ProposalContent {
            price: None,
            text_at: seq,
            has_text: false,
            available_at: seq,
            files: Vec::new(),
            changed_at: seq,
            answers,
        }
    }
}

/// A proposal, as the state keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// What it answers.
    pub opportunity: OpportunityId,
    /// Who began it.
    pub person: PersonId,
    /// Where it stands.
    pub state: ProposalStanding,
    /// What the client thinks of it.
    pub verdict: Verdict,
    /// What it says: what the client and the house read once it was submitted.
    pub says: ProposalContent,
    /// What its proposer writes beside it, told to nobody; it takes the place of what was submitted when it
    /// is submitted itself. `None` while the proposal is a draft as a whole.
    pub draft: Option<Box<ProposalContent>>,
    /// The record that says why it was taken back, or what its proposer is told for next time.
    pub words_at: Option<Seq>,
    /// When it was submitted; when anew, after it was taken back.
    pub submitted_at: Option<Millis>,
    /// When the client or the house first said something of it: the contact clock stops (BRD-4).
    pub answered_at: Option<Millis>,
    /// When anything last happened to it.
    pub touched_at: Millis,
    /// A follow-up officer told its proposer that they have a good chance (BRD-7).
    pub promising: bool,
    /// When its proposer, who was not selected, was told in the client's own words what to do next time.
    pub advised_at: Option<Millis>,
    /// Why it was taken back, its terms were declined, or the client does not want it: a reason of the list. A restatement
    /// of an earlier version says nothing of it.
    #[serde(default)]
    pub because: Option<DeclineReason>,
    /// Whose it is (PPL-7). A restatement of an earlier version says nothing of it: it is that of who began it.
    #[serde(default)]
    pub firm: FirmId,
    /// Who speaks for it since who began it left the firm.
    #[serde(default)]
    pub heir: Option<PersonId>,
}

impl Proposal {
    /// Returns who speaks for it: who began it, or since they left the firm, who took it over.
    pub fn speaker(&self) -> PersonId {
        self.heir.unwrap_or(self.person)
    }

    /// Returns how far it has come, with what the client thinks of it.
    pub fn progress(&self) -> Progress {
        match (self.state, self.verdict) {
            (ProposalStanding::Draft, _) => Progress::Draft,
            (ProposalStanding::Submitted, Verdict::Unsaid) => Progress::Submitted,
            (ProposalStanding::Submitted, Verdict::Interesting) => Progress::Interesting,
            (ProposalStanding::Submitted, Verdict::NotInteresting) => Progress::NotInteresting,
            (ProposalStanding::Selected, _) => Progress::Selected,
            (ProposalStanding::Confirmed, _) => Progress::Confirmed,
            (ProposalStanding::Lost, _) => Progress::Lost,
            (ProposalStanding::Withdrawn, _) => Progress::Withdrawn,
        }
    }

    /// The stable name of where it stands, with what the client thinks of it, as one word.
    pub fn key(&self) -> &'static str {
        self.progress().key()
    }

    /// Returns what its proposer works on: the draft beside it, else what it says.
    pub fn working(&self) -> &ProposalContent {
        self.draft.as_deref().unwrap_or(&self.says)
    }

    /// Whether the client and the house see it.
    pub fn is_before_the_client(&self) -> bool {
        matches!(
            self.state,
            ProposalStanding::Submitted
                | ProposalStanding::Selected
                | ProposalStanding::Confirmed
                | ProposalStanding::Lost
        )
    }
}
