//! The paper of a version (QUO-6): everything that stands on what the client was sent, in the client's language.
//! It is kept in the record that sends the version and refers to nothing, so no later change reaches it. Amounts
//! are whole minor units. Laying it out is for `document`.

use serde::{Deserialize, Serialize};

use crate::domain::house::{Language, Logo};
use crate::domain::money::Currency;
use crate::domain::wording::Figures;

/// A paper as a record keeps it. The variant is its format number: a paper that says more is a further variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Frozen {
    /// Format 1.
    First(Box<Paper>),
    /// Format 2: it says who offers, by law.
    Second(Box<Paper>),
    /// Format 3: its PDF begins with a logo.
    Third {
        /// What stands on it.
        paper: Box<Paper>,
        /// The logo, as it was.
        logo: Box<Logo>,
    },
}

impl Frozen {
    /// Keeps a paper in the earliest format that says all of it.
    pub fn of(paper: Paper, logo: Option<&Logo>) -> Frozen {
        let short = paper.issuer.is_empty() && paper.foot.is_empty() && paper.figures.is_none();
        let paper = Box::new(paper);
        match logo {
            Some(logo) => Frozen::Third {
                paper,
                logo: Box::new(logo.clone()),
            },
            None if short => Frozen::First(paper),
            None => Frozen::Second(paper),
        }
    }

    /// Returns the number of its format: the rules it is laid out by.
    pub fn format(&self) -> u16 {
        match self {
            Frozen::First(_) => 1,
            Frozen::Second(_) => 2,
            Frozen::Third { .. } => 3,
        }
    }

    /// Returns what stands on it.
    pub fn paper(&self) -> &Paper {
        match self {
            Frozen::First(paper) | Frozen::Second(paper) | Frozen::Third { paper, .. } => paper,
        }
    }

    /// Returns the logo that its PDF begins with.
    pub fn logo(&self) -> Option<&Logo> {
        match self {
            Frozen::Third { logo, .. } => Some(logo),
            Frozen::First(_) | Frozen::Second(_) => None,
        }
    }
}

/// What stands on a paper, every text as the client reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The language of its texts and figures.
    pub language: Language,
    /// What it is called: the quotation and the version.
    pub title: Box<str>,
    /// Who offers.
    pub house: Box<str>,
    /// The brand it is sold under, by name.
    pub brand: Box<str>,
    /// Its date.
    pub dated: Box<str>,
    /// The client.
    pub organisation: Box<str>,
    /// Who asked, at the client.
    pub contact: Box<str>,
    /// What was asked for, in one line.
    pub subject: Box<str>,
    /// What is proposed, in words.
    pub project: Box<str>,
    /// The currency of every amount.
    pub currency: Currency,
    /// Its lines.
    pub lines: Vec<PaperLine>,
    /// What they come to without VAT.
    pub net: i64,
    /// The VAT, rate by rate.
    pub vat: Vec<PaperVat>,
    /// What they come to with VAT.
    pub gross: i64,
    /// A remark on the prices.
    pub note: Box<str>,
    /// How long it is good for, as a sentence.
    pub valid: Box<str>,
    /// The conditions of sale.
    pub conditions: Box<str>,
    /// Its headings and labels.
    pub labels: Labels,
    /// Who offers in law, a line each: name, address, registration and VAT numbers. From format 2 on.
    #[serde(default)]
    pub issuer: Vec<Box<str>>,
    /// What stands below all: how it is paid, and what the house says beside. From format 2 on.
    #[serde(default)]
    pub foot: Vec<Box<str>>,
    /// How its figures are written, where its language does not say. From format 2 on.
    #[serde(default)]
    pub figures: Option<Box<Figures>>,
}

/// A line of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperLine {
    /// What it is.
    pub text: Box<str>,
    /// How many.
    pub quantity: u32,
    /// Of what.
    pub unit: Box<str>,
    /// The price of one.
    pub price: i64,
    /// The discount, in thousandths.
    pub discount: u16,
    /// The VAT, in thousandths.
    pub vat: u16,
    /// What it comes to without VAT.
    pub net: i64,
}

/// The VAT of one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperVat {
    /// What it is, with the rate and the amount it is on.
    pub label: Box<str>,
    /// The rate, in thousandths.
    pub rate: u16,
    /// The amount it is on.
    pub base: i64,
    /// The VAT.
    pub vat: i64,
}

/// The headings and labels of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The heads of the table: what, how many, unit, price of one, discount, VAT, net.
    pub columns: [Box<str>; 7],
    /// Before the total without VAT.
    pub net: Box<str>,
    /// Before the total with VAT.
    pub gross: Box<str>,
    /// Above the conditions.
    pub conditions: Box<str>,
    /// Where the client signs.
    pub agreed: Box<str>,
    /// Before the number of a page.
    pub page: Box<str>,
}

/// A paper that is ready to go out with a version: what the record keeps of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The version.
    pub number: u16,
    /// What stands on it.
    pub paper: Frozen,
    /// The digest of its PDF, which is stored before the record.
    pub pdf: [u8; 32],
}
