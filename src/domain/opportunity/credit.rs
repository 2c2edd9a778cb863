//! Credits (BRD-4, S2): what a facilitator spends to open an opportunity, to make an offer, to reach the
//! client directly. They are a ledger: grants, uses and refunds, never below zero, and at most one use of
//! each kind for an opportunity and a firm (PPL-7). What was opened stays open.

pub mod command;
pub mod event;
pub mod refusal;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::ids::{FirmId, OpportunityId, Seq};
use crate::domain::terms::Terms;

/// The kinds of credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CreditKind {
    /// Opens everything on an opportunity.
    Consultation,
    /// Lets one make an offer or ask in writing.
    Offer,
    /// Reveals the client's name, mail and phone.
    Contact,
}

impl CreditKind {
    /// All of them, in the order they are used.
    pub const ALL: [CreditKind; 3] = [
        CreditKind::Consultation,
        CreditKind::Offer,
        CreditKind::Contact,
    ];

    /// The stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            CreditKind::Consultation => "consultation",
            CreditKind::Offer => "offer",
            CreditKind::Contact => "contact",
        }
    }

    /// The kind with this stable name.
    pub fn parse(key: &str) -> Option<CreditKind> {
        CreditKind::ALL.into_iter().find(|one| one.key() == key)
    }

    /// What a step of this kind costs by these terms.
    pub fn price(self, terms: &Terms) -> u32 {
        terms.credits.map_or(0, |prices| match self {
            CreditKind::Consultation => prices.consultation,
            CreditKind::Offer => prices.offer,
            CreditKind::Contact => prices.contact,
        })
    }

    fn place(self) -> usize {
        self as usize
    }
}

/// Why a contact credit may be used (S2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ground {
    /// No answer came in the time the house sets.
    NoAnswer,
    /// The opportunity is urgent.
    Urgent,
    /// Another reason, which the proposer states.
    Stated(Box<str>),
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
pub enum CreditEntry {
    /// So many were granted, and why.
    Granted {
        kind: CreditKind,
        count: u32,
        why: Box<str>,
    },
    /// A step was taken, for so many; `ground` is said of contacts only.
    Used {
        opportunity: OpportunityId,
        kind: CreditKind,
        price: u32,
        ground: Option<Ground>,
    },
    /// What a step cost was given back, and why. What it opened stays open.
    Refunded {
        opportunity: OpportunityId,
        kind: CreditKind,
        price: u32,
        why: Box<str>,
    },
}

/// What somebody opened on one opportunity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    uses: [Option<Use>; 3],
}

/// One step that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// When.
    pub at: Millis,
    /// What it cost.
    pub price: u32,
    /// Whether that was given back.
    pub refunded: bool,
}

impl Opened {
    /// The step of this kind, if it was taken.
    pub fn step(&self, kind: CreditKind) -> Option<Use> {
        self.uses.get(kind.place()).copied().flatten()
    }

    /// Whether the step of this kind was taken.
    pub fn is(&self, kind: CreditKind) -> bool {
        self.step(kind).is_some()
    }
}

/// A firm's credits: what is left of each kind, and the records that say why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    left: [u32; 3],
    /// The records of its entries, oldest first.
    pub trail: Vec<u32>,
}

impl Account {
    /// The most of a kind one can have.
    pub const MOST: u32 = 100_000;

    /// How many of this kind are left.
    pub fn left(&self, kind: CreditKind) -> u32 {
        self.left.get(kind.place()).copied().unwrap_or(0)
    }
}

/// The credits of all firms, and what was opened with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    accounts: OrdMap<FirmId, Account>,
    opened: OrdMap<(OpportunityId, FirmId), Opened>,
}

impl Credits {
    /// Everything from its parts.
    pub fn from_parts(
        accounts: impl IntoIterator<Item = (FirmId, Account)>,
        opened: impl IntoIterator<Item = ((OpportunityId, FirmId), Opened)>,
    ) -> Credits {
        Credits {
            accounts: accounts.into_iter().collect(),
            opened: opened.into_iter().collect(),
        }
    }

    /// All firms that ever had credits.
    pub fn accounts(&self) -> impl Iterator<Item = (&FirmId, &Account)> {
        self.accounts.iter()
    }

    /// Everything that was opened.
    pub fn all_opened(&self) -> impl Iterator<Item = (&(OpportunityId, FirmId), &Opened)> {
        self.opened.iter()
    }

    /// A firm's credits.
    pub fn account(&self, firm: impl Into<FirmId>) -> Account {
        let account = self.accounts.get(&firm.into());
        account.cloned().unwrap_or_default()
    }

    /// How many of a kind `firm` has left.
    pub fn left(&self, firm: impl Into<FirmId>, kind: CreditKind) -> u32 {
        let account = self.accounts.get(&firm.into());
        account.map_or(0, |account| account.left(kind))
    }

    /// What `firm` opened on an opportunity.
    pub fn opened(&self, opportunity: OpportunityId, firm: impl Into<FirmId>) -> Opened {
        let key = (opportunity, firm.into());
        self.opened.get(&key).copied().unwrap_or_default()
    }

    /// The firms that opened anything on an opportunity.
    pub fn openers(
        &self,
        opportunity: OpportunityId,
    ) -> impl Iterator<Item = (FirmId, Opened)> + '_ {
        let all = (opportunity, FirmId(0))..=(opportunity, FirmId(u64::MAX));
        self.opened
            .range(all)
            .map(|((_, firm), opened)| (*firm, *opened))
    }

    /// Makes an entry so.
    pub(in crate::domain) fn apply(
        &mut self,
        seq: Seq,
        at: Millis,
        firm: FirmId,
        entry: &CreditEntry,
    ) {
        let account = self.accounts.entry(firm).or_default();
        let seq = u32::try_from(seq).unwrap_or(u32::MAX);
        if account.trail.last() != Some(&seq) {
            account.trail.push(seq);
        }
        let mut change = |kind: CreditKind, by: i64| {
            if let Some(left) = account.left.get_mut(kind.place()) {
                *left = u32::try_from(i64::from(*left) + by).unwrap_or(0);
            }
        };
        match entry {
            CreditEntry::Granted { kind, count, .. } => change(*kind, i64::from(*count)),
            CreditEntry::Used {
                opportunity,
                kind,
                price,
                ..
            } => {
                change(*kind, -i64::from(*price));
                let opened = self.opened.entry((*opportunity, firm)).or_default();
                if let Some(step) = opened.uses.get_mut(kind.place()) {
                    *step = Some(Use {
                        at,
                        price: *price,
                        refunded: false,
                    });
                }
            }
            CreditEntry::Refunded {
                opportunity,
                kind,
                price,
                ..
            } => {
                change(*kind, i64::from(*price));
                let opened = self.opened.entry((*opportunity, firm)).or_default();
                if let Some(Some(step)) = opened.uses.get_mut(kind.place()) {
                    step.refunded = true;
                }
            }
        }
    }
}
