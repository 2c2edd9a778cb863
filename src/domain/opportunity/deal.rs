//! What both sides of a deal agree on before a mission begins (BRD-6): what is delivered and when, in tranches that add
//! up to the price, and who of them said yes to which terms. Decides nothing; the rules stand in `rules/deal.rs`.

pub mod command;
pub mod event;

use serde::{Deserialize, Serialize};

use super::Agreement;
use crate::domain::Millis;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::money::Money;

/// When a tranche is delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// In words; empty when nobody said.
    Said(Box<str>),
    /// On a day.
    Day(Millis),
}

/// A part of what is delivered, with what is paid for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tranche {
    /// What is delivered.
    pub what: Box<str>,
    /// When.
    pub due: Due,
    /// What is paid for it, in the currency of the price.
    pub amount: Money,
}

impl Tranche {
    /// The most tranches of one agreement.
    pub const MOST: usize = 50;
    /// The longest words on what is delivered, in characters.
    pub const WHAT_MOST: usize = 300;
    /// The longest words on when it is, in characters.
    pub const DUE_MOST: usize = 100;

    /// Returns the whole price on delivery: what is agreed where nobody draws up anything else.
    pub fn whole(price: Money) -> Tranche {
        Tranche {
            what: "".into(),
            due: Due::Said("".into()),
            amount: price,
        }
    }
}

/// Who of both sides speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The client; under Subcontracting we are, who buy.
    Client,
    /// Who was selected.
    Provider,
}

impl Side {
    /// Returns the stable name that texts and scripts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Side::Client => "client",
            Side::Provider => "provider",
        }
    }
}

/// The yes of one side, with all of what it read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assent {
    /// When.
    pub at: Millis,
    /// Who said it.
    pub by: Option<PersonId>,
    /// The client's contact, when somebody of us said it for her (PPL-3).
    pub word_of: Option<ContactId>,
    /// The terms.
    pub agreement: Agreement,
    /// The tranches; none: the whole price on delivery.
    pub tranches: Vec<Tranche>,
    /// Whether the provider agreed to pay the commission.
    pub consent: bool,
    /// Whether it still stands: the terms did not change since.
    pub stands: bool,
}

/// The terms that are drawn up while somebody is selected, and who agreed to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deal {
    /// How often the terms were written, the selection counted as the first time.
    pub version: u32,
    /// The tranches; none: the whole price on delivery.
    pub tranches: Vec<Tranche>,
    /// What the client said yes to last.
    pub client: Option<Box<Assent>>,
    /// What the provider said yes to last.
    pub provider: Option<Box<Assent>>,
}

impl Default for Deal {
    fn default() -> Deal {
        Deal {
            version: 1,
            tranches: Vec::new(),
            client: None,
            provider: None,
        }
    }
}

impl Deal {
    /// Returns what a side said yes to last.
    pub fn last(&self, side: Side) -> Option<&Assent> {
        match side {
            Side::Client => self.client.as_deref(),
            Side::Provider => self.provider.as_deref(),
        }
    }

    /// Returns the yes of a side, while it stands.
    pub fn yes(&self, side: Side) -> Option<&Assent> {
        self.last(side).filter(|assent| assent.stands)
    }

    /// Whether a side's yes stands, and is for these terms with the tranches as they are.
    pub fn is_agreed(&self, side: Side, agreement: &Agreement) -> bool {
        let yes = self.yes(side);
        yes.is_some_and(|yes| yes.agreement == *agreement && yes.tranches == self.tranches)
    }

    /// Takes both confirmations away: the terms changed. What each side had read stays known.
    pub(in crate::domain) fn rewritten(&mut self) {
        for assent in [&mut self.client, &mut self.provider].into_iter().flatten() {
            assent.stands = false;
        }
        self.version = self.version.saturating_add(1);
    }

    /// Notes the yes of a side. The other's to other terms stands no more.
    pub(in crate::domain) fn assented(&mut self, side: Side, assent: Assent) {
        let (own, other) = match side {
            Side::Client => (&mut self.client, &mut self.provider),
            Side::Provider => (&mut self.provider, &mut self.client),
        };
        if let Some(other) = other {
            other.stands &=
                other.agreement == assent.agreement && other.tranches == assent.tranches;
        }
        *own = Some(Box::new(assent));
    }
}
