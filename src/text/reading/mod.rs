//! The words by which mail is recognised, per language (REQ-3, WKS-9): what announces a deadline, names of days, what counts
//! requests, what stands above a quotation. A language is data: shipped, or a house's own. Reads no mail itself.

mod check;
mod file;
pub mod keys;
pub(in crate::text) mod lex;
mod lexicon;
mod lines;
mod shipped;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use check::{WordFault, WordsFault};
pub use file::{FileFault, words_from, words_text};
pub(in crate::text) use lexicon::{Hit, WordId};
pub use lexicon::{Langs, Lexicon, Order};
pub use shipped::{SHIPPED, shipped, shipped_words};

/// The words of a language, by the names of their lists ([`keys::KEYS`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words(pub BTreeMap<Box<str>, Vec<Box<str>>>);

impl Words {
    /// The longest word or phrase, in characters.
    pub const TEXT_MOST: usize = 60;
    /// The most words of a list.
    pub const LIST_MOST: usize = 200;
    /// The most languages a house adds or changes.
    pub const LANGUAGES_MOST: usize = 40;

    /// Returns the words of a list; none where the language says nothing.
    pub fn list(&self, name: &str) -> &[Box<str>] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the first word of a list, where one word says it all.
    pub(in crate::text) fn one(&self, name: &str) -> &str {
        self.list(name).first().map_or("", |word| word)
    }
}

/// What words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is told in `keys::KEYS`")]
#[rustfmt::skip]
pub enum Sense {
    // In running text, word by word.
    Common, Limit, Wish, Latest, Label, Delay, Ask, Answer, Reply, Wanted, Event, Promise, Need, Apart, Denial, Over, Thanks,
    Article, Of, Between, This, Next, Last, Ordinal, Closes, Ahead, Ago, AgoBefore, InNextWeek, Later, Month, Weekday, Day,
    TodayAt, EndOfDay, Hour, At, HourSign, Half, End, Middle, EndOfWeek, EndOfMonth, EndOfYear, Weekend, Unit, Numeral, Span,
    Meeting, LooksBack, Count, Announced, No,
    // As texts of lines.
    Prefix, Original, From, Sent, Subject, On, Wrote, WroteThenName, Stem,
    // Settings of a language.
    VerbsLast, Order, MonthFirst, Doubtful, Dotted,
}

impl Sense {
    /// Whether its words are looked for in running text.
    pub(in crate::text) fn is_running(self) -> bool {
        self <= Sense::No
    }

    /// Whether it is a setting of the language.
    pub(in crate::text) fn is_setting(self) -> bool {
        self >= Sense::VerbsLast
    }
}
