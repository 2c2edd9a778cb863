//! What can be wanted of clients' money. Amounts are minor units in the currency of what they are of; where somebody of the
//! house says it for a side, `said` is how that side said so (PPL-3). Decides nothing.

use serde::{Deserialize, Serialize};

use super::dispute::Split;
use crate::domain::Millis;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::ids::{EntryId, OpportunityId, OrganisationId};
use crate::domain::money::Money;
use crate::domain::opportunity::{Payer, Side};
use crate::domain::person::Permission;
use crate::domain::request::Attachment;

/// What a client says to what was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename = "EscrowVerdict")]
pub enum Verdict {
    /// It is what was agreed.
    Whole,
    /// A part of it is.
    InPart,
    /// Something is missing: it goes back.
    NotYet,
}

impl Verdict {
    /// Returns the stable name that texts and scripts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::Whole => "whole",
            Verdict::InPart => "part",
            Verdict::NotYet => "not-yet",
        }
    }

    /// Returns the one with this stable name.
    pub fn parse(key: &str) -> Option<Verdict> {
        let all = [Verdict::Whole, Verdict::InPart, Verdict::NotYet];
        all.into_iter().find(|one| one.key() == key)
    }
}

/// Where money that goes back to a client stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// What is left of a deposit.
    Deposit(EntryId),
    /// The credit of a client.
    Credit(OrganisationId),
}

/// Something to be done with clients' money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EscrowCommand {
    /// Books a deposit that the bank shows; with a project it is matched at once.
    Deposit {
        /// How much.
        amount: Money,
        /// The day the bank booked it.
        day: Millis,
        /// Who paid, and the words on it.
        text: Box<str>,
        /// What the bank calls it; may be empty.
        key: Box<str>,
        /// For which project.
        project: Option<OpportunityId>,
    },
    /// Matches a deposit, or a part of it, to a project: tranches are funded by date, the rest stays free.
    Match {
        /// The deposit.
        deposit: EntryId,
        /// How much of it.
        amount: i64,
        /// To which project.
        project: OpportunityId,
    },
    /// Moves free money of a project to a tranche.
    Fund {
        /// Of which project.
        project: OpportunityId,
        /// To which tranche.
        number: u16,
        /// How much.
        amount: i64,
    },
    /// Moves money of a tranche that nobody works on back to what is free.
    Unfund {
        /// Of which project.
        project: OpportunityId,
        /// From which tranche.
        number: u16,
        /// How much.
        amount: i64,
    },
    /// Begins to work on a tranche, up to what it holds.
    Start {
        /// Of which project.
        project: OpportunityId,
        /// Which tranche.
        number: u16,
    },
    /// Hands in what was agreed for a tranche.
    HandIn {
        /// Of which project.
        project: OpportunityId,
        /// Which tranche.
        number: u16,
        /// Words on it.
        words: Box<str>,
        /// The files.
        files: Vec<Attachment>,
        /// How the provider said so.
        said: Box<str>,
    },
    /// Says for the client what she thinks of it, and releases what she says with it.
    Answer {
        /// Of which project.
        project: OpportunityId,
        /// Which tranche.
        number: u16,
        /// The revision of the project she saw.
        seen: u32,
        /// What she says.
        verdict: Verdict,
        /// How much she releases; at most what is held.
        release: i64,
        /// Which part is accepted, or what is missing.
        words: Box<str>,
        /// How she said so.
        said: Box<str>,
    },
    /// Releases more of what was accepted.
    Release {
        /// Of which project.
        project: OpportunityId,
        /// Which tranche.
        number: u16,
        /// The revision of the project its user saw.
        seen: u32,
        /// How much.
        amount: i64,
        /// How the client said so.
        said: Box<str>,
    },
    /// Releases what silence releases, where the house switched that on: the time it said is over.
    Lapse {
        /// Of which project.
        project: OpportunityId,
        /// Which tranche.
        number: u16,
    },
    /// Opens a dispute: what it is about is held.
    Dispute {
        /// Of which project.
        project: OpportunityId,
        /// Which side opens it.
        side: Side,
        /// About which tranche; `None`: about all of it.
        number: Option<u16>,
        /// What is claimed.
        claim: i64,
        /// What it is about.
        words: Box<str>,
        /// How that side said so.
        said: Box<str>,
    },
    /// Says something on the page of the open dispute.
    Say {
        /// Of which project.
        project: OpportunityId,
        /// What.
        words: Box<str>,
        /// Files.
        files: Vec<Attachment>,
    },
    /// Proposes how the held sum is shared.
    Propose {
        /// Of which project.
        project: OpportunityId,
        /// How.
        split: Split,
        /// Until when both sides have time to answer.
        until: Millis,
        /// Why.
        words: Box<str>,
    },
    /// Answers what the mediator proposes, for a side. When both accept, it is booked at once.
    Reply {
        /// Of which project.
        project: OpportunityId,
        /// Which side answers.
        side: Side,
        /// What it read.
        seen: Split,
        /// Whether it accepts.
        accepts: bool,
        /// Its words.
        words: Box<str>,
        /// How it said so.
        said: Box<str>,
    },
    /// Awards the held sum, once both sides answered or their time is over.
    Award {
        /// Of which project.
        project: OpportunityId,
        /// How.
        split: Split,
        /// Why, for both to read.
        words: Box<str>,
    },
    /// Takes a dispute back: what was held goes back to where it was.
    Withdraw {
        /// Of which project.
        project: OpportunityId,
        /// Why.
        words: Box<str>,
        /// How the side that opened it said so.
        said: Box<str>,
    },
    /// Gives free money of a project back to the client.
    Refund {
        /// Of which project.
        project: OpportunityId,
        /// How much.
        amount: i64,
        /// Why.
        words: Box<str>,
        /// How the client said so.
        said: Box<str>,
    },
    /// Gives what was released and not asked for back to the project, by its provider.
    GiveBack {
        /// To which project.
        project: OpportunityId,
        /// Of which tranche.
        number: u16,
        /// How much.
        amount: i64,
        /// Why.
        words: Box<str>,
        /// How the provider said so.
        said: Box<str>,
    },
    /// Instructs money back to who paid it.
    SendBack {
        /// From where.
        from: Back,
        /// How much.
        amount: Money,
        /// Words for the bank.
        words: Box<str>,
    },
    /// Books that the bank paid out what was instructed.
    PaidOut {
        /// The entry that instructed it.
        entry: EntryId,
        /// The day.
        day: Millis,
    },
    /// Books that the bank took a deposit back, or a part of it; the project is frozen.
    Chargeback {
        /// The deposit.
        deposit: EntryId,
        /// From which project; `None`: from what is left of it.
        project: Option<OpportunityId>,
        /// How much.
        amount: i64,
        /// The day.
        day: Millis,
        /// Why, as the bank says.
        words: Box<str>,
    },
    /// Lets a frozen project go on.
    Thaw {
        /// Which one.
        project: OpportunityId,
        /// Why.
        words: Box<str>,
    },
    /// Books that what is owed for a project came in on the house's own account, or is kept from a deposit.
    Receive {
        /// For which project.
        project: OpportunityId,
        /// Who owed it.
        payer: Payer,
        /// How much.
        amount: i64,
        /// From a deposit; `None`: on the house's own account.
        deposit: Option<EntryId>,
        /// The day.
        day: Millis,
        /// Words on it.
        text: Box<str>,
    },
    /// Keeps what a provider owes from what was released to them, as they agreed.
    Net {
        /// Of which project.
        project: OpportunityId,
        /// How much.
        amount: i64,
        /// How they said so.
        said: Box<str>,
    },
    /// Gives up what is still owed for a project.
    WriteOff {
        /// For which project.
        project: OpportunityId,
        /// Who owed it.
        payer: Payer,
        /// How much.
        amount: i64,
        /// Why.
        words: Box<str>,
    },
    /// Books what the house's own account began with.
    Begin {
        /// How much.
        amount: Money,
        /// The day.
        day: Millis,
        /// Words on it.
        text: Box<str>,
    },
    /// Turns an entry round that was booked by mistake.
    Correct {
        /// Which one.
        entry: EntryId,
        /// Why.
        words: Box<str>,
    },
    /// Closes all days up to this instant: nothing is booked on them any more.
    Close {
        /// Up to when.
        until: Millis,
    },
}

impl AreaCommand for EscrowCommand {
    fn needed(&self) -> Option<Permission> {
        use EscrowCommand as C;
        match self {
            C::Deposit { .. }
            | C::Match { .. }
            | C::Unfund { .. }
            | C::SendBack { .. }
            | C::PaidOut { .. }
            | C::Chargeback { .. }
            | C::Thaw { .. }
            | C::Receive { .. }
            | C::Net { .. }
            | C::WriteOff { .. }
            | C::Begin { .. }
            | C::Correct { .. }
            | C::Close { .. } => Some(Permission::KeepMoney),
            C::Propose { .. } | C::Award { .. } => Some(Permission::Mediate),
            // Whose project it is, and for which side they speak, is asked when it is decided.
            C::Fund { .. }
            | C::Start { .. }
            | C::HandIn { .. }
            | C::Answer { .. }
            | C::Release { .. }
            | C::Dispute { .. }
            | C::Say { .. }
            | C::Reply { .. }
            | C::Withdraw { .. }
            | C::Refund { .. }
            | C::GiveBack { .. } => Some(Permission::SeeBoard),
            C::Lapse { .. } => Some(Permission::KeepMoney),
        }
    }

    fn sent_by(&self) -> SentBy {
        match self {
            EscrowCommand::Lapse { .. } => SentBy::HouseToo,
            _ => SentBy::Person,
        }
    }

    fn is_whole(&self) -> bool {
        false
    }
}
