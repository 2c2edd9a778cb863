//! How an area of rules says why it refuses: a name that texts are found by, the facts they name, and whether more
//! words would help. Knows no area.

use super::Millis;
use super::house::{Country, Language};
use super::money::Money;

/// What the refusals of an area have.
pub trait Refuses {
    /// Returns the stable name that its text is found by.
    fn key(&self) -> &'static str;

    /// Returns the facts its text names, each with its name.
    fn facts(&self) -> Vec<(&'static str, Fact)>;

    /// Returns what would make it pass of what one is asked for.
    fn asks(&self) -> Asks {
        Asks::Nothing
    }
}

/// Whether a refusal is about what was said, rather than about what it was said of: who is only about to be asked
/// is not kept from it by that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asks {
    /// Nothing that is said makes it pass.
    Nothing,
    /// Something else in the fields of a form would, or anything else than what stands there already.
    Fields,
    /// Words that were left out would.
    Words,
}

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
    /// A sum of money, told as who reads writes it.
    Money(Money),
    /// An instant.
    Time(Millis),
    /// An instant of which the hour matters.
    Until(Millis),
    /// The name of a language.
    Language(Language),
    /// The name of a country.
    Country(Country),
    /// Texts to be looked up, told one after the other.
    Texts(Vec<String>),
    /// Parts of a sentence, each with facts of its own.
    Sentences(Vec<Sentence>),
}

/// A text to be looked up, and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The id of the text.
    pub id: &'static str,
    /// What it names.
    pub facts: Vec<(&'static str, Fact)>,
}

impl Fact {
    /// Returns a word as it is.
    pub fn word(word: impl ToString) -> Fact {
        Fact::Word(word.to_string())
    }

    /// Returns the text of `key` among those that begin with `kind`.
    pub fn text(kind: &str, key: impl AsRef<str>) -> Fact {
        Fact::Text(format!("{kind}-{}", key.as_ref()))
    }

    /// Returns bytes as whole MiB, rounded up.
    pub fn mebibytes(bytes: u64) -> Fact {
        Fact::Number(usize::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(usize::MAX))
    }
}

impl From<u32> for Fact {
    fn from(n: u32) -> Fact {
        Fact::Number(usize::try_from(n).unwrap_or(usize::MAX))
    }
}
