//! A project with money (ESC-1 to ESC-4): an introduced mission and its parts, whose money stands on accounts of its own. What
//! stands where is asked of the books; here is what was done for it. Changes nothing.

use serde::{Deserialize, Serialize};

use super::dispute::Dispute;
use crate::domain::Millis;
use crate::domain::ids::{FirmId, OpportunityId, OrganisationId, PersonId, RequestId, Seq};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::{Agreement, Formula, Opportunity, Payer, Tranche};
use crate::domain::request::{Attachment, Group};

/// How far a tranche has come; whether it is funded says its account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Progress {
    /// Nobody works on it.
    Waiting,
    /// The provider works on it.
    Working,
    /// It was handed in, and waits for the client.
    Delivered,
    /// The client said what is missing.
    SentBack,
    /// She accepted it, whole or in part.
    Accepted,
}

impl Progress {
    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Progress::Waiting => "waiting",
            Progress::Working => "working",
            Progress::Delivered => "delivered",
            Progress::SentBack => "sent-back",
            Progress::Accepted => "accepted",
        }
    }
}

/// What was handed in for a tranche.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// When.
    pub at: Millis,
    /// By whom.
    pub by: Option<PersonId>,
    /// The record with the words on it.
    pub text_at: Seq,
    /// The files.
    pub files: Vec<Attachment>,
    /// When silence releases what is held for it, where the house switched that on.
    pub silent_at: Option<Millis>,
}

/// A tranche.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "ProjectPart")]
pub struct Part {
    /// What is delivered.
    pub what: Box<str>,
    /// When.
    pub due: Due,
    /// What is paid for it, in minor units of the project's currency.
    pub amount: i64,
    /// How far it has come.
    pub progress: Progress,
    /// What was handed in last.
    pub handed: Option<Box<Handed>>,
    /// How much of it was accepted.
    pub accepted: i64,
    /// How much of it was released, to whoever ran the mission then.
    pub released: i64,
    /// How much of it an award gave: to the provider and back to the client.
    pub settled: i64,
    /// The record in which the client said what she thinks of what was handed in last.
    #[serde(default)]
    pub answered_at: Option<Seq>,
}

impl Part {
    /// Returns how much of its amount is neither released nor settled: what is still to be held for it.
    pub fn open(&self) -> i64 {
        (self.amount - self.released - self.settled).max(0)
    }

    /// Whether nothing of it is left to be paid.
    pub fn is_done(&self) -> bool {
        self.open() == 0
    }
}

/// How much of a project's account somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountSight {
    /// What was released to their firm, which ran it before.
    Own,
    /// All of it.
    Whole,
}

/// How a project came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closed {
    /// The agreement was taken back before any money came.
    Undone,
    /// The mission ended without being delivered.
    Ended,
}

/// A project with money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// The opportunity it is.
    pub opportunity: OpportunityId,
    /// The request that came from.
    pub request: RequestId,
    /// The client.
    pub client: OrganisationId,
    /// The firm that runs it now.
    pub firm: FirmId,
    /// How it is paid.
    pub formula: Formula,
    /// In which currency.
    pub currency: Currency,
    /// The price, in minor units.
    pub price: i64,
    /// The commission without VAT, in minor units.
    pub commission: i64,
    /// The price of the option R0 without VAT, in minor units.
    pub option: i64,
    /// Who pays the commission.
    pub payer: Payer,
    /// The tranches; none under formula Basic.
    pub parts: Vec<Part>,
    /// The disputes there were, the newest last.
    pub disputes: Vec<Dispute>,
    /// Whether the bank took a deposit back: nothing is started or released until the treasurer says so.
    pub frozen: bool,
    /// When it began.
    pub at: Millis,
    /// When anything happened to it last.
    pub touched_at: Millis,
    /// How it ended, if it did without being paid.
    pub closed: Option<Closed>,
    /// How often it changed.
    pub revision: u32,
}

impl Project {
    /// The most disputes of one project.
    pub const DISPUTES_MOST: usize = 50;

    /// Returns what an introduced project's account begins as; `None` under Subcontracting, where the house bills the client.
    pub(in crate::domain) fn begun(
        opportunity: &Opportunity,
        agreement: &Agreement,
        firm: FirmId,
        tranches: Vec<Tranche>,
    ) -> Option<Project> {
        let formula = match (agreement.group, agreement.formula) {
            (Group::ClientIntroduction, Some(formula)) => formula,
            (Group::ClientIntroduction, None) => Formula::Basic,
            (Group::Subcontracting, _) => return None,
        };
        let tranches = match (formula, tranches.is_empty()) {
            (Formula::Basic, _) => Vec::new(),
            (Formula::R0, true) => vec![Tranche::whole(agreement.price)],
            (Formula::R0, false) => tranches,
        };
        let part = |one: Tranche| Part {
            what: one.what,
            due: one.due,
            amount: one.amount.minor,
            progress: Progress::Waiting,
            handed: None,
            accepted: 0,
            released: 0,
            settled: 0,
            answered_at: None,
        };
        Some(Project {
            opportunity: opportunity.id,
            request: opportunity.request,
            client: opportunity.organisation,
            firm,
            formula,
            currency: agreement.price.currency,
            price: agreement.price.minor,
            commission: agreement.commission.minor,
            option: agreement.option.map_or(0, |option| option.minor),
            payer: agreement.payer,
            parts: tranches.into_iter().map(part).collect(),
            disputes: Vec::new(),
            frozen: false,
            at: opportunity.moved_at,
            touched_at: opportunity.moved_at,
            closed: None,
            revision: 0,
        })
    }

    /// Returns an amount of its currency.
    pub fn money(&self, minor: i64) -> Money {
        Money {
            minor,
            currency: self.currency,
        }
    }

    /// Returns a tranche by its number, from 1.
    pub fn part(&self, number: u16) -> Option<&Part> {
        let at = usize::from(number).checked_sub(1)?;
        self.parts.get(at)
    }

    /// Returns a dispute by its number, from 1.
    pub fn dispute(&self, number: u16) -> Option<&Dispute> {
        let at = usize::from(number).checked_sub(1)?;
        self.disputes.get(at)
    }

    /// Returns the dispute that is open, with its number.
    pub fn open_dispute(&self) -> Option<(u16, &Dispute)> {
        let last = u16::try_from(self.disputes.len()).ok()?;
        let dispute = self.disputes.last()?;
        dispute.is_open().then_some((last, dispute))
    }

    /// Returns the tranches that silence releases, each with when: those that were handed in where the house switched that on,
    /// as long as nothing keeps their money where it is.
    pub fn silent(&self) -> impl Iterator<Item = (Millis, u16)> + '_ {
        let stands = self.formula == Formula::R0 && self.closed.is_none() && !self.frozen;
        let disputed = |number: u16| {
            let open = self.open_dispute();
            open.is_some_and(|(_, one)| one.number.is_none_or(|about| about == number))
        };
        let numbers = self.numbers().filter(move |n| stands && !disputed(*n));
        numbers.filter_map(|number| {
            let part = self.part(number)?;
            let waits = part.progress == Progress::Delivered;
            let at = part.handed.as_ref()?.silent_at?;
            waits.then_some((at, number))
        })
    }

    /// Returns the numbers of its tranches.
    pub fn numbers(&self) -> impl DoubleEndedIterator<Item = u16> + use<> {
        1..=u16::try_from(self.parts.len()).unwrap_or(u16::MAX)
    }
}
