//! Quotations (QUO): the business proposal the house sends to a client, from its brief to the decision. A
//! quotation keeps what lists and sums need; what was asked, the project's text and every reason stand in the
//! records it names.

mod brief;
pub mod collection;
pub mod command;
pub mod event;
pub mod paper;
pub mod refusal;
pub mod rules;

use serde::{Deserialize, Serialize};

use super::Millis;
use super::ids::{PersonId, QuotationId, RequestId, Seq};
use super::money::Currency;
use super::prices::{Line, Totals, totals};
use super::request::Counted;
pub use brief::{Brief, BriefField};
pub use collection::Quotations;
pub use command::QuotationCommand;
pub use event::QuotationEvent;

/// Which offer it is (S3): the quotation, or the project that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Round {
    /// *Cotation*.
    R1,
    /// *Remise de projet*.
    R2,
}

impl Round {
    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Round::R1 => "r1",
            Round::R2 => "r2",
        }
    }
}

/// Where in the house a quotation is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Desk {
    /// The officer writes the brief.
    Brief,
    /// The pricing officer prices it.
    Pricing,
    /// The assistant assembles the project.
    Assembly,
    /// The officer verifies it.
    Verification,
}

impl Desk {
    /// The stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Desk::Brief => "brief",
            Desk::Pricing => "pricing",
            Desk::Assembly => "assembly",
            Desk::Verification => "verification",
        }
    }

    /// The desks it can be sent back to from here.
    pub fn back_to(self) -> &'static [Desk] {
        match self {
            Desk::Brief => &[],
            Desk::Pricing => &[Desk::Brief],
            Desk::Assembly => &[Desk::Pricing, Desk::Brief],
            Desk::Verification => &[Desk::Assembly, Desk::Pricing, Desk::Brief],
        }
    }
}

/// Where a quotation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuotationStage {
    /// Within the house.
    At(Desk),
    /// Before the client.
    Sent {
        /// Which version.
        version: u16,
        /// Since when.
        at: Millis,
    },
    /// The client said yes.
    Accepted {
        /// To which version.
        version: u16,
        /// When.
        at: Millis,
    },
    /// The client said no.
    Declined {
        /// To which version.
        version: u16,
        /// When.
        at: Millis,
    },
    /// The house gave it up.
    Dropped {
        /// When.
        at: Millis,
    },
}

impl QuotationStage {
    /// The stable name that texts and filters find it by.
    pub fn key(self) -> &'static str {
        match self {
            QuotationStage::At(desk) => desk.key(),
            QuotationStage::Sent { .. } => "sent",
            QuotationStage::Accepted { .. } => "accepted",
            QuotationStage::Declined { .. } => "declined",
            QuotationStage::Dropped { .. } => "dropped",
        }
    }

    /// The desk it is at, within the house.
    pub fn desk(self) -> Option<Desk> {
        match self {
            QuotationStage::At(desk) => Some(desk),
            QuotationStage::Sent { .. }
            | QuotationStage::Accepted { .. }
            | QuotationStage::Declined { .. }
            | QuotationStage::Dropped { .. } => None,
        }
    }

    /// Whether something is still to be done before a decision.
    pub fn is_live(self) -> bool {
        matches!(self, QuotationStage::At(_) | QuotationStage::Sent { .. })
    }

    /// The version that went to the client, if it is before them or was decided on.
    pub fn shown(self) -> Option<u16> {
        match self {
            QuotationStage::Sent { version, .. }
            | QuotationStage::Accepted { version, .. }
            | QuotationStage::Declined { version, .. } => Some(version),
            QuotationStage::At(_) | QuotationStage::Dropped { .. } => None,
        }
    }
}

/// Where it stands, in which round, whose turn it is, and who is told. What moves, moves together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotationStanding {
    /// Where.
    pub stage: QuotationStage,
    /// In which round.
    pub round: Round,
    /// Who of the house has the next step, where that is one person; others of the same right may take it.
    pub turn_of: Option<PersonId>,
    /// By when.
    pub due: Option<Millis>,
    /// Who is told, in the order they came to it.
    pub copies: Vec<PersonId>,
    /// When the first complete R1 went to pricing.
    pub r1_at: Option<Millis>,
    /// How many versions there were.
    pub versions: u16,
    /// The last version the client was sent, also when a further one is made since.
    pub sent: Option<u16>,
}

/// Which part of a version was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuotationPart {
    /// Its lines, by pricing.
    Lines,
    /// Its texts, by the assistant.
    Texts,
}

/// What a version says, but for its texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its currency.
    pub currency: Currency,
    /// Its lines.
    pub lines: Vec<Line>,
    /// A remark on the prices, which the client reads: where the house has no list for the market it must
    /// stand.
    pub note: Box<str>,
    /// Whether a price list of the house is for this brand, market and audience.
    pub listed: bool,
    /// How long it is good for.
    pub valid_until: Millis,
}

/// The texts of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// What is proposed, in words.
    pub project: Box<str>,
    /// The conditions of sale, as they were when it was written.
    pub conditions: Box<str>,
}

/// A version, as the state keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its number, from 1.
    pub number: u16,
    /// What it says.
    pub version: Version,
    /// Which part of it is new.
    pub part: QuotationPart,
    /// The record in which its texts stand.
    pub texts_at: Seq,
    /// Whether there is a project's text.
    pub has_project: bool,
    /// When it was written.
    pub at: Millis,
    /// By whom.
    pub by: Option<PersonId>,
    /// The record that keeps its paper; `None` until it is sent, and for what went out before papers were kept.
    pub paper_at: Option<Seq>,
}

impl Kept {
    /// What it comes to.
    pub fn totals(&self) -> Totals {
        totals(self.version.currency, &self.version.lines)
    }
}

/// A quotation, as the state keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Its id.
    pub id: QuotationId,
    /// What it answers.
    pub request: RequestId,
    /// Whose it is: the officer who began it.
    pub officer: PersonId,
    /// When it was begun.
    pub begun_at: Millis,
    /// When anything last happened to it.
    pub touched_at: Millis,
    /// What pricing needs to know.
    pub brief: Brief,
    /// The record in which what is asked stands; `None` while nothing does.
    pub asked_at: Option<Seq>,
    /// Where it stands.
    pub standing: QuotationStanding,
    /// When it last went from one desk to another, to the client or back.
    pub moved_at: Millis,
    /// The record in which it did.
    pub moved_in: Seq,
    /// Its versions, the first first.
    pub versions: Vec<Kept>,
    /// Tags, sorted.
    pub tags: Vec<Box<str>>,
    /// The record of the last reason or word that was given.
    pub word_at: Option<Seq>,
    /// The records that made it what it is, oldest first.
    pub trail: Vec<Seq>,
    /// How often it changed.
    pub revision: u32,
    /// What its due date is counted from. A restatement of an earlier version says nothing of it.
    #[serde(default)]
    pub counted: Option<Counted>,
    /// The deadline that came before it when it was counted.
    #[serde(default)]
    pub counted_until: Option<Millis>,
}

impl Quotation {
    /// The most versions.
    pub const VERSIONS_MOST: usize = 100;
    /// The most tags.
    pub const TAGS_MOST: usize = 20;
    /// The longest tag, in characters.
    pub const TAG_MOST: usize = 60;
    /// The longest text of a project or of what is asked, in characters.
    pub const TEXT_MOST: usize = 20_000;
    /// The longest reason or remark, in characters.
    pub const WORDS_MOST: usize = 2_000;

    /// A version by its number.
    pub fn version(&self, number: u16) -> Option<&Kept> {
        self.versions.iter().find(|kept| kept.number == number)
    }

    /// The latest version.
    pub fn latest(&self) -> Option<&Kept> {
        self.versions.last()
    }

    /// The number of the latest version; 0 before the first.
    pub fn latest_number(&self) -> u16 {
        self.latest().map_or(0, |kept| kept.number)
    }

    /// The version the client has before them, or decided on.
    pub fn shown(&self) -> Option<&Kept> {
        self.version(self.standing.stage.shown()?)
    }

    /// The last version the client was sent.
    pub fn sent(&self) -> Option<&Kept> {
        self.version(self.standing.sent?)
    }

    /// Who wrote this part last.
    pub fn written_by(&self, part: QuotationPart) -> Option<PersonId> {
        let mut written = self.versions.iter().rev();
        written.find(|kept| kept.part == part)?.by
    }

    /// Whether the client said yes.
    pub fn is_accepted(&self) -> bool {
        matches!(self.standing.stage, QuotationStage::Accepted { .. })
    }

    /// Returns by when the next step is due, as the settings of the house have it.
    pub fn due(&self) -> Option<Millis> {
        self.counted
            .map(|counted| counted.due)
            .or(self.standing.due)
    }

    /// Whether the next step is overdue.
    pub fn is_overdue(&self, now: Millis) -> bool {
        self.standing.stage.is_live() && self.due().is_some_and(|due| due < now)
    }
}
