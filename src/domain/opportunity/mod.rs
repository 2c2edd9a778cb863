//! Opportunities (BRD): what is posted on the board for facilitators, from its notice to the delivered
//! mission. An opportunity keeps what lists show; its description and every proposal's text stand in the
//! records it names.

mod begun;
pub mod board;
pub mod command;
pub mod credit;
pub mod deal;
pub mod event;
pub mod lack;
pub mod mission;
pub mod phase;
pub mod proposal;
pub mod refusal;
pub mod rules;

use phase::Phase;
use serde::{Deserialize, Serialize};

use super::Millis;
use super::house::{Country, Language, Selects};
use super::ids::{
    ContactId, OpportunityId, OrganisationId, PersonId, ProposalId, QuotationId, RequestId, Seq,
};
use super::money::Money;
use super::request::{Attachment, Group};
pub use crate::domain::lists::shipped::EndReason;
use crate::domain::trade::{Audience, Skill, Work};
pub use command::BoardCommand;
pub use credit::command::CreditCommand;
pub use deal::command::DealCommand;
pub use deal::event::DealEvent;
pub use deal::{Deal, Side, Tranche};
pub use event::BoardEvent;
pub use mission::Mission;
pub use mission::command::MissionCommand;
pub use mission::event::MissionEvent;
pub use proposal::Proposal;

/// How an introduced project is paid (S2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Formula {
    /// *Formule de base*: once the commission is paid the parties settle everything themselves, and the
    /// house answers for none of it.
    Basic,
    /// *Risque zéro*: the client funds the project's internal account, and only the funded part is
    /// worked on.
    R0,
}

impl Formula {
    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Formula::Basic => "basic",
            Formula::R0 => "r0",
        }
    }
}

/// Who pays the introduction commission (ESC-6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Payer {
    /// The client, as in nearly all cases (S2).
    Client,
    /// The provider, who must consent to it.
    Provider,
}

impl Payer {
    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Payer::Client => "client",
            Payer::Provider => "provider",
        }
    }
}

/// What the board shows of an opportunity to everybody who may look at it. It names no client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What it is, in a line.
    pub title: Box<str>,
    /// The kind of work.
    pub work: Work,
    /// Who it is held for.
    pub audience: Audience,
    /// The language it is held in.
    pub language: Language,
    /// Where it is; `None` when nobody said.
    pub country: Option<Country>,
    /// The town or the venue, as far as facilitators may know it; empty when online or unknown.
    pub place: Box<str>,
    /// Online rather than at a place.
    pub online: bool,
    /// When it begins, if that is fixed.
    pub starts: Option<Millis>,
    /// The dates as the client put them.
    pub dates: Box<str>,
    /// How many take part.
    pub participants: Option<u32>,
    /// How many sessions are ordered.
    pub sessions: u16,
    /// Until when proposals are taken.
    pub deadline: Millis,
    /// Under Subcontracting the price of facilitation, set by the house; under Client introduction what
    /// the client would spend, if they said so.
    pub amount: Option<Money>,
    /// How the house expects it to be paid; the client chooses when selecting (BRD-6). `None`: the house says nothing
    /// of it, as under Subcontracting, where it bills the client.
    pub formula: Option<Formula>,
    /// Who pays the introduction commission; says nothing under Subcontracting.
    pub payer: Payer,
    /// Why the provider is asked to pay it; empty when the client does.
    pub payer_reason: Box<str>,
    /// Whether it cannot wait for written answers (BRD-4).
    pub urgent: bool,
    /// What who holds it must be able to do.
    #[serde(default)]
    pub skills: Vec<Skill>,
}

impl Notice {
    /// The longest title, in characters.
    pub const TITLE_MOST: usize = 200;
    /// The longest of its other texts, in characters.
    pub const WORDS_MOST: usize = 500;
    /// The longest description, in characters.
    pub const TEXT_MOST: usize = 50_000;
    /// The most sessions.
    pub const SESSIONS_MOST: u16 = 500;
    /// The most skills.
    pub const SKILLS_MOST: usize = 20;
    /// The most files that go with it.
    pub const FILES_MOST: usize = 20;
}

/// Where an opportunity stands. What leaves `Open` comes back to it when its winner declines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OpportunityStage {
    /// Awaits offers.
    Open,
    /// A proposal was selected; its proposer has to confirm the terms.
    Selected {
        /// Which one.
        proposal: ProposalId,
        /// Since when.
        at: Millis,
    },
    /// The terms are confirmed: it is a mission.
    Confirmed {
        /// Whose.
        proposal: ProposalId,
        /// Since when.
        at: Millis,
    },
    /// The mission is delivered.
    Delivered {
        /// Whose it was.
        proposal: ProposalId,
        /// Since when.
        at: Millis,
    },
    /// It left the board without a mission.
    Ended {
        /// Why.
        why: EndReason,
        /// Since when.
        at: Millis,
    },
}

impl OpportunityStage {
    /// Returns how far it has come.
    pub fn phase(self) -> Phase {
        match self {
            OpportunityStage::Open => Phase::Open,
            OpportunityStage::Selected { .. } => Phase::Selected,
            OpportunityStage::Confirmed { .. } => Phase::Confirmed,
            OpportunityStage::Delivered { .. } => Phase::Delivered,
            OpportunityStage::Ended { .. } => Phase::Ended,
        }
    }

    /// The stable name that texts and filters find it by.
    pub fn key(self) -> &'static str {
        self.phase().key()
    }

    /// The proposal that won it, if one did.
    pub fn winner(self) -> Option<ProposalId> {
        match self {
            OpportunityStage::Selected { proposal, .. }
            | OpportunityStage::Confirmed { proposal, .. }
            | OpportunityStage::Delivered { proposal, .. } => Some(proposal),
            OpportunityStage::Open | OpportunityStage::Ended { .. } => None,
        }
    }

    /// Whether it came to its end: delivered, or without a mission.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            OpportunityStage::Delivered { .. } | OpportunityStage::Ended { .. }
        )
    }

    /// Whether it still stands among the pending opportunities (S0): it left them once it is selected,
    /// realised or over.
    pub fn is_pending(self) -> bool {
        matches!(self, OpportunityStage::Open)
    }
}

/// What both sides agree on when the winner confirms (BRD-6), as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Sous-traitance or apport d'affaires.
    pub group: Group,
    /// How it is paid; `None` under Subcontracting.
    pub formula: Option<Formula>,
    /// The price of the proposal.
    pub price: Money,
    /// The introduction commission, in the same currency; zero under Subcontracting.
    pub commission: Money,
    /// Who pays it.
    pub payer: Payer,
    /// What the coordinator gets on top for each service, under Subcontracting.
    pub coordination: Option<Money>,
    /// The usage fee to be declared, in thousandths; zero under Subcontracting (S0).
    pub usage_permille: u32,
    /// The contribution fee to be declared, in thousandths; zero under Subcontracting.
    pub contribution_permille: u32,
    /// What the option R0 costs the client, in the same currency; `None` where it is not chosen.
    #[serde(default)]
    pub option: Option<Money>,
}

/// An opportunity, as the state keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opportunity {
    /// Its id.
    pub id: OpportunityId,
    /// The request it came from.
    pub request: RequestId,
    /// The client.
    pub organisation: OrganisationId,
    /// Who asks for the client.
    pub contact: ContactId,
    /// The accepted quotation it was posted from, under Subcontracting.
    pub quotation: Option<QuotationId>,
    /// How the house works with the client (S0).
    pub group: Group,
    /// What everybody sees.
    pub notice: Notice,
    /// The record whose notice stands.
    pub notice_at: Seq,
    /// The record whose description stands.
    pub text_at: Seq,
    /// The files that go with the description.
    pub files: Vec<Attachment>,
    /// Where it stands.
    pub stage: OpportunityStage,
    /// When it came to where it stands.
    pub moved_at: Millis,
    /// The record in which it did.
    pub moved_in: Seq,
    /// When it was posted.
    pub posted_at: Millis,
    /// The record in which it was.
    pub posted_in: Seq,
    /// Who posted it; `None` for the house itself.
    pub posted_by: Option<PersonId>,
    /// When anything last happened to it.
    pub touched_at: Millis,
    /// All proposals, drafts included, in the order they were begun.
    pub proposals: Vec<ProposalId>,
    /// How many were submitted and not withdrawn.
    pub submitted: u32,
    /// Who selects among the proposals (BRD-6).
    #[serde(default = "Selects::unsaid")]
    pub selects: Selects,
    /// How the client chose to pay, once one was selected.
    #[serde(default)]
    pub formula: Option<Formula>,
    /// The terms that are drawn up while somebody is selected, and who agreed to them.
    #[serde(default)]
    pub deal: Deal,
    /// What was agreed, once it was.
    pub agreement: Option<Box<Agreement>>,
    /// The mission, once it is one.
    pub mission: Option<Box<Mission>>,
    /// How often it changed.
    pub revision: u32,
}

impl Opportunity {
    /// The most proposals one opportunity takes; with the longest advice to all but one, a selection still
    /// fits its record.
    pub const PROPOSALS_MOST: usize = 250;

    /// Whether the client has to choose how it is paid before the winner can confirm the terms.
    pub fn awaits_formula(&self) -> bool {
        let introduced = self.group == Group::ClientIntroduction;
        let selected = matches!(self.stage, OpportunityStage::Selected { .. });
        introduced && selected && self.formula.is_none()
    }

    /// Whether the client has to agree to the terms, or to say how it is paid, before the mission can begin.
    pub fn awaits_client(&self) -> bool {
        let introduced = self.group == Group::ClientIntroduction;
        let selected = matches!(self.stage, OpportunityStage::Selected { .. });
        let agreed = || self.deal.yes(Side::Client).is_some();
        introduced && selected && (self.formula.is_none() || !agreed())
    }

    /// Whether who was selected has to confirm the terms, and can.
    pub fn awaits_winner(&self) -> bool {
        let selected = matches!(self.stage, OpportunityStage::Selected { .. });
        selected && !self.awaits_formula() && self.deal.yes(Side::Provider).is_none()
    }

    /// Returns what is delivered and paid for in parts, of what was agreed; an agreement that names no part is one, and
    /// so is every older one.
    pub fn tranches(&self) -> Vec<Tranche> {
        match (&self.agreement, self.deal.tranches.as_slice()) {
            (None, _) => Vec::new(),
            (Some(agreed), []) => vec![Tranche::whole(agreed.price)],
            (Some(_), tranches) => tranches.to_vec(),
        }
    }

    /// Whether proposals are taken at `now`.
    pub fn takes_proposals(&self, now: Millis) -> bool {
        self.stage == OpportunityStage::Open && now < self.notice.deadline
    }

    /// Whether it has waited for offers for so long that it sinks (BRD-1).
    pub fn is_stale(&self, now: Millis, stale_days: u32) -> bool {
        const DAY: Millis = 24 * 3_600_000;
        self.stage == OpportunityStage::Open
            && (now >= self.notice.deadline
                || now - self.posted_at >= Millis::from(stale_days) * DAY)
    }
}
