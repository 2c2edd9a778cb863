//! What is chosen by name in commands about clients' money. Decides nothing.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use crate::domain::escrow::command::Verdict;
use crate::domain::opportunity::{Payer, Side};
use crate::interop::Format;

/// A side of a project by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum SideName {
    /// The client
    Client,
    /// The provider
    Provider,
}

impl From<SideName> for Side {
    fn from(name: SideName) -> Side {
        match name {
            SideName::Client => Side::Client,
            SideName::Provider => Side::Provider,
        }
    }
}

impl From<SideName> for Payer {
    fn from(name: SideName) -> Payer {
        match name {
            SideName::Client => Payer::Client,
            SideName::Provider => Payer::Provider,
        }
    }
}

/// What the client says, by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum VerdictName {
    /// It is what was agreed
    Whole,
    /// A part of it is; say which
    Part,
    /// Something is missing; say what
    NotYet,
}

impl From<VerdictName> for Verdict {
    fn from(name: VerdictName) -> Verdict {
        match name {
            VerdictName::Whole => Verdict::Whole,
            VerdictName::Part => Verdict::InPart,
            VerdictName::NotYet => Verdict::NotYet,
        }
    }
}

/// What a side says to a settlement, by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum AnswerName {
    /// The side agrees to it
    Accept,
    /// The side does not; an award follows
    Refuse,
}

/// A format by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum FormatName {
    /// A journal for hledger and ledger
    Hledger,
    /// A file for beancount
    Beancount,
    /// A line a posting, for a spreadsheet
    Csv,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Format {
        match name {
            FormatName::Hledger => Format::Hledger,
            FormatName::Beancount => Format::Beancount,
            FormatName::Csv => Format::Csv,
        }
    }
}
