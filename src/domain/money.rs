//! Amounts of money: integer minor units and a currency, never a float.

mod read;
pub mod refusal;

use std::fmt;

use iso_currency::Currency as Iso;
use serde::{Deserialize, Serialize};

pub use read::{NotMoney, Readings};

/// Codes that were recorded with two decimals before ISO 4217 was asked: an amount recorded so keeps its
/// value. What is entered now is recorded under the same letters in lower case.
const ONCE_TWO: [[u8; 3]; 13] = [
    *b"BIF", *b"CLF", *b"DJF", *b"GNF", *b"IQD", *b"KMF", *b"LYD", *b"PYG", *b"RWF", *b"UGX",
    *b"UYI", *b"UYW", *b"VUV",
];

/// An ISO 4217 code, three letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// Stands before every currency in their order, and is none.
    pub(in crate::domain) const FIRST: Currency = Currency([0; 3]);

    /// Reads the code of a currency, in either case. `None` for letters that are no currency of ISO 4217,
    /// or one without an amount of decimals (gold, test codes).
    pub fn parse(code: &str) -> Option<Currency> {
        let iso = Iso::from_code(&code.trim().to_ascii_uppercase())?;
        iso.exponent()?;
        let bytes: [u8; 3] = iso.code().as_bytes().try_into().ok()?;
        Some(Currency(if ONCE_TWO.contains(&bytes) {
            bytes.map(|b| b.to_ascii_lowercase())
        } else {
            bytes
        }))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        match self.iso() {
            Some(iso) => iso.code(),
            None => std::str::from_utf8(&self.0).unwrap_or("???"),
        }
    }

    /// How many decimals its amounts have: as ISO 4217 says, or as they were recorded.
    pub fn digits(&self) -> u32 {
        const USUAL: u32 = 2;
        match self.iso().and_then(Iso::exponent) {
            Some(digits) if !ONCE_TWO.contains(&self.0) => u32::from(digits),
            _ => USUAL,
        }
    }

    fn iso(&self) -> Option<Iso> {
        let upper = self.0.map(|b| b.to_ascii_uppercase());
        Iso::from_code(std::str::from_utf8(&upper).ok()?)
    }
}

/// An amount in minor units of its currency (`EUR 2500.00` is 250,000).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units; negative amounts are allowed by the type and refused where they make no sense.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// The highest price of an offer, in minor units.
    pub const PRICE_MOST: i64 = 100_000_000_000;

    /// Returns the amount as [`Money::read`] reads it back, for files and fields that are edited.
    pub fn typed(&self) -> String {
        let text = self.to_string();
        // `1.200 KWD` could be thousands; a number that begins with 0 has none.
        match read::could_be_thousands(&text) {
            true => format!("0{text}"),
            false => text,
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.currency.digits();
        let unit = 10i64.pow(digits);
        let (whole, part) = (self.minor / unit, (self.minor % unit).abs());
        match digits {
            0 => write!(f, "{whole} {}", self.currency.code()),
            _ => write!(
                f,
                "{whole}.{part:0width$} {}",
                self.currency.code(),
                width = digits as usize
            ),
        }
    }
}

#[cfg(test)]
#[path = "money/tests.rs"]
mod tests;
