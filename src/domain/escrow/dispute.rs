//! A dispute (ESC-5): what is held, what was said about it, the settlement a mediator proposes, how it ended. Changes nothing.

use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::ids::{ContactId, FirmId, PersonId, Seq};
use crate::domain::opportunity::Side;

/// How a sum is shared, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// To the provider.
    pub provider: i64,
    /// Back to the client.
    pub client: i64,
    /// What the house keeps for arbitration.
    pub fee: i64,
}

impl Split {
    /// Returns all of it; `None` where a part is negative or the sum beyond all measure.
    pub fn sum(&self) -> Option<i64> {
        if self.provider < 0 || self.client < 0 || self.fee < 0 {
            return None;
        }
        let both = self.provider.checked_add(self.client)?;
        both.checked_add(self.fee)
    }
}

/// What a side said to a settlement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Whether they accept it.
    pub accepts: bool,
    /// When.
    pub at: Millis,
    /// The record with their words.
    pub seq: Seq,
}

/// A settlement that a mediator proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// How the held sum would be shared.
    pub split: Split,
    /// Until when both sides have time to answer.
    pub until: Millis,
    /// Who proposed it.
    pub by: Option<PersonId>,
    /// When.
    pub at: Millis,
    /// The record with the words on it.
    pub seq: Seq,
    /// What the client said.
    pub client: Option<Reply>,
    /// What the provider said.
    pub provider: Option<Reply>,
}

impl Settlement {
    /// Returns what a side said.
    pub fn reply(&self, side: Side) -> Option<&Reply> {
        match side {
            Side::Client => self.client.as_ref(),
            Side::Provider => self.provider.as_ref(),
        }
    }

    /// Whether both sides answered, or their time is over: only then an award is made.
    pub fn is_answered(&self, now: Millis) -> bool {
        (self.client.is_some() && self.provider.is_some()) || now >= self.until
    }

    /// Whether both sides accept it.
    pub fn is_accepted(&self) -> bool {
        let accepts = |reply: &Option<Reply>| reply.as_ref().is_some_and(|one| one.accepts);
        accepts(&self.client) && accepts(&self.provider)
    }
}

/// How a dispute ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "DisputeOutcome")]
pub enum Outcome {
    /// Both sides accepted what the mediator proposed.
    Settled(Split),
    /// The mediator decided.
    Awarded(Split),
    /// Who opened it took it back.
    Withdrawn,
}

impl Outcome {
    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Settled(_) => "settled",
            Outcome::Awarded(_) => "awarded",
            Outcome::Withdrawn => "withdrawn",
        }
    }
}

/// Something that was said on the page of a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The record with the words.
    pub seq: Seq,
    /// When.
    pub at: Millis,
}

/// A dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    /// Which side opened it.
    pub side: Side,
    /// Who did.
    pub by: Option<PersonId>,
    /// On whose word, where somebody of the house did it for the client.
    pub word_of: Option<ContactId>,
    /// When.
    pub at: Millis,
    /// The tranche it is about; `None` for all of the project.
    pub number: Option<u16>,
    /// What was claimed, in minor units.
    pub claim: i64,
    /// What is held: the smaller of the claim and what was on the account then. It never grows.
    pub held: i64,
    /// Where that was taken from: free money (`None`) or a tranche.
    pub pots: Vec<(Option<u16>, i64)>,
    /// The firm that ran the project then: an award goes to it.
    pub firm: FirmId,
    /// All that was said, oldest first.
    pub said: Vec<Said>,
    /// What the mediator proposes.
    pub settlement: Option<Box<Settlement>>,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

impl Dispute {
    /// The most that is said on one page.
    pub const SAID_MOST: usize = 1_000;
    /// The longest of it, in characters.
    pub const WORDS_MOST: usize = 10_000;

    /// Returns what it holds of a tranche, or of free money.
    pub fn taken_from(&self, pot: Option<u16>) -> i64 {
        let pots = self.pots.iter().filter(|(of, _)| *of == pot);
        pots.map(|(_, minor)| *minor).fold(0, i64::saturating_add)
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }
}
