//! Entries of the ledger: what was booked, when, by which code of LEDGER's table, from where to where. An entry is never
//! changed; a correction is a new one that names it.

use serde::{Deserialize, Serialize};

use super::account::Account;
use crate::domain::Millis;
use crate::domain::ids::{EntryId, OpportunityId, Seq};
use crate::domain::money::Currency;

/// Makes [`Code`] of a line a code: its variant and how it is written.
macro_rules! codes {
    ($($(#[$doc:meta])+ $code:ident,)+) => {
        /// Why something is booked, by the table of LEDGER. What is kept: never change a variant, add one behind the last.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[$doc])+ $code,)+
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Code] = &[$(Code::$code,)+];

            /// Returns how it is written.
            pub fn key(self) -> &'static str {
                match self {
                    $(Code::$code => stringify!($code),)+
                }
            }
        }
    };
}

codes! {
    /// A deposit came in.
    E01,
    /// A deposit was matched to a project.
    E02,
    /// A tranche was funded, or money was taken back from it.
    E03,
    /// A tranche was released, whole or in part.
    L01,
    /// Commission, or the option R0, was charged to the client.
    C01,
    /// What the client owes came in.
    C02,
    /// Commission was charged to the provider.
    C03,
    /// What the provider owes was kept from what was released to them.
    C04,
    /// A dispute was opened: its sum is held.
    D01,
    /// What was held was awarded, or shared as both sides agreed.
    D02,
    /// A dispute was withdrawn.
    D03,
    /// Free money of a project goes back to the client.
    R01,
    /// Money that goes back was instructed.
    R02,
    /// The bank paid it out.
    R03,
    /// A provider gave back what was released.
    K01,
    /// The bank took a deposit back.
    X01,
    /// The house made up for what was missing then.
    X02,
    /// A claim was given up.
    X04,
    /// What the house began with.
    O01,
}

/// One side of an entry: positive amounts are debits, negative ones credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Posting {
    /// On which account.
    pub account: Account,
    /// How much, in minor units of the entry's currency.
    pub minor: i64,
}

/// An entry, as it is kept and recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Why.
    pub code: Code,
    /// When it was booked.
    pub at: Millis,
    /// The day it counts for: the bank's, where the bank has one.
    pub day: Millis,
    /// In which currency all of it is.
    pub currency: Currency,
    /// What moved; sums to zero.
    pub postings: Box<[Posting]>,
    /// The project it is of.
    pub project: Option<OpportunityId>,
    /// The tranche or the dispute it is about, by its number in the project.
    pub number: Option<u16>,
    /// The entry that it turns round or goes on from.
    pub of: Option<EntryId>,
    /// What the bank or who booked it said: payer, reference, reason.
    pub text: Box<str>,
    /// What the bank calls it, so that nothing is booked twice; empty where the bank said nothing.
    pub key: Box<str>,
    /// The record that booked it; 0 while it is decided.
    pub seq: Seq,
}

impl Entry {
    /// The longest text, in characters.
    pub const TEXT_MOST: usize = 300;
    /// The longest name a bank gives an entry, in characters.
    pub const KEY_MOST: usize = 140;
    /// The most entries of one record: a deposit, its match, and every tranche it covers.
    pub const PER_RECORD: usize = 64;
    /// The largest amount of one entry, in minor units.
    pub const MOST: i64 = 1_000_000_000_000_000;
    /// The most that stands on an account, in minor units: sums of them cannot overflow.
    pub const BALANCE_MOST: i64 = 1_000_000_000_000_000_000;

    /// Whether its sides come to nothing.
    pub fn is_balanced(&self) -> bool {
        let sum: i128 = self.postings.iter().map(|one| i128::from(one.minor)).sum();
        sum == 0
    }

    /// Returns how much it moves: the sum of its debits, in minor units.
    pub fn moved(&self) -> i64 {
        let debits = self.postings.iter().map(|one| one.minor.max(0));
        debits.fold(0, i64::saturating_add)
    }

    /// Returns what it changes on an account.
    pub fn on(&self, account: Account) -> i64 {
        let sides = self.postings.iter().filter(|one| one.account == account);
        sides.map(|one| one.minor).fold(0, i64::saturating_add)
    }
}
