//! The facts that the text of a refusal names, for whoever puts it in words.

use crate::domain::Millis;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::eligibility::Lack;
use crate::domain::thing::Thing;

/// A fact that a refusal's text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A word as it is: a name, an id.
    Word(String),
    /// A text to be looked up.
    Text(String),
    /// A text to be looked up, and the id that it names.
    About(String, String),
    /// A number.
    Number(usize),
    /// An instant.
    Time(Millis),
    /// An instant of which the hour matters.
    Until(Millis),
    /// What somebody lacks, each in words.
    Lacks(Vec<Lack>),
    /// Texts to be looked up, told one after the other.
    Texts(Vec<String>),
}

/// A thing that is written as a whole.
pub(super) fn about(what: Thing) -> Fact {
    Fact::About(format!("thing-{}", what.key()), what.of())
}

/// A step by its kind of credit, in words.
pub(super) fn step(kind: CreditKind) -> Fact {
    Fact::Text(format!("step-{}", kind.key()))
}

/// Bytes as whole MiB, rounded up.
pub(super) fn mebibytes(bytes: u64) -> Fact {
    Fact::Number(usize::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(usize::MAX))
}

pub(super) fn number(n: u32) -> Fact {
    Fact::Number(usize::try_from(n).unwrap_or(usize::MAX))
}
