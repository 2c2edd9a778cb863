//! What is wrong with the words of a language: what is missing, what would be found in every mail, what says two things.
//! Changes nothing.

use std::collections::BTreeMap;
use std::fmt;

use super::keys::{KEYS, Key};
use super::lex::{self, Kind};
use super::{Lexicon, Order, SHIPPED, Sense, Words, shipped_words};
use crate::text::fold::fold;
use crate::text::sanitise::is_forbidden;

/// How many of the commonest words a language needs to be recognised.
const COMMON_LEAST: usize = 5;

/// What is wrong with the words of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsFault {
    /// The list, by its section and its name.
    pub field: String,
    /// What is wrong.
    pub fault: WordFault,
}

/// What is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordFault {
    /// There is no such list.
    Unknown,
    /// It needs words.
    Missing,
    /// It has more words than a list may.
    Many,
    /// A word is longer than one may be.
    Long(Box<str>),
    /// A word has a sign that cannot be shown, or none that a word has.
    Unshown(Box<str>),
    /// A word has fewer letters than it must have here.
    Short(Box<str>, usize),
    /// A word stands in almost every text of a language: it would say nothing.
    Everywhere(Box<str>),
    /// A word says two things that cannot both be: the other list.
    Twice(Box<str>, &'static str),
    /// It is none of the words that a setting can be.
    NotOneOf(Box<str>, &'static str),
}

impl fmt::Display for WordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WordFault::Unknown => {
                f.write_str("there is no such list; `reading en` prints all there are")
            }
            WordFault::Missing => f.write_str("words are missing; a language needs this list"),
            WordFault::Many => write!(f, "has more than {} words", Words::LIST_MOST),
            WordFault::Long(word) => {
                write!(
                    f,
                    "\"{word}\" is longer than {} characters",
                    Words::TEXT_MOST
                )
            }
            WordFault::Unshown(word) => write!(
                f,
                "\"{}\" has a sign that no word has; begin with a letter, and write no digits",
                word.escape_debug()
            ),
            WordFault::Short(word, least) => write!(
                f,
                "\"{word}\" is too short: it would be found in every mail; write {least} letters or more"
            ),
            WordFault::Everywhere(word) => write!(
                f,
                "\"{word}\" stands in almost every mail; write a longer phrase that says more"
            ),
            WordFault::Twice(word, other) => {
                write!(
                    f,
                    "\"{word}\" stands in {other} too; leave it in one of them"
                )
            }
            WordFault::NotOneOf(word, all) => write!(f, "\"{word}\" cannot be; write {all}"),
        }
    }
}

impl Words {
    /// Returns what is wrong with them; nothing when they can be used.
    pub fn fault(&self) -> Option<WordsFault> {
        let found = |field: &str, fault| {
            let field = field.to_owned();
            Some(WordsFault { field, fault })
        };
        if let Some(name) = self.0.keys().find(|name| Key::named(name).is_none()) {
            return found(name, WordFault::Unknown);
        }
        let common = Common::of(self);
        for key in KEYS {
            if let Some(fault) = list_fault(key, self.list(key.name), &common) {
                return found(key.name, fault);
            }
        }
        let (field, fault) = self.contradiction()?;
        found(field, fault)
    }

    /// Returns the list and the word that also says the contrary.
    fn contradiction(&self) -> Option<(&'static str, WordFault)> {
        // Of each of these one thing holds: a word is one month, one day, one number.
        let group = |sense: Sense| match sense {
            Sense::Ask | Sense::Event => Some(0),
            Sense::Month => Some(1),
            Sense::Weekday => Some(2),
            Sense::Day | Sense::TodayAt => Some(3),
            Sense::Hour => Some(4),
            Sense::Unit => Some(5),
            Sense::Numeral => Some(6),
            Sense::Half => Some(7),
            Sense::Count => Some(8),
            _ => None,
        };
        let mut seen: BTreeMap<(u8, String), &'static Key> = BTreeMap::new();
        for key in KEYS {
            let Some(group) = group(key.sense) else {
                continue;
            };
            for word in self.list(key.name) {
                let before = seen.insert((group, fold(word.trim())), key);
                if let Some(before) = before.filter(|before| before.name != key.name) {
                    return Some((key.name, WordFault::Twice(word.clone(), before.name)));
                }
            }
        }
        None
    }
}

/// The commonest words of this language and of those that are shipped.
struct Common(Vec<String>);

impl Common {
    fn of(words: &Words) -> Common {
        let own = words.list("mail.common").iter();
        let shipped = SHIPPED.iter().filter_map(|code| shipped_words(code));
        let shipped = shipped.flat_map(|words| words.list("mail.common"));
        Common(own.chain(shipped).map(|word| fold(word)).collect())
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(&fold(word))
    }
}

/// Whether one word of this sense is enough to take a text for what it is not.
fn must_be_rare(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Limit
            | Sense::Latest
            | Sense::Label
            | Sense::Delay
            | Sense::Promise
            | Sense::Meeting
            | Sense::Count
            | Sense::Month
    )
}

fn list_fault(key: &Key, list: &[Box<str>], common: &Common) -> Option<WordFault> {
    let least = match key.sense {
        Sense::Common => COMMON_LEAST,
        _ => usize::from(key.needed),
    };
    if list.len() < least {
        return Some(WordFault::Missing);
    }
    if list.len() > Words::LIST_MOST {
        return Some(WordFault::Many);
    }
    list.iter().find_map(|word| word_fault(key, word, common))
}

fn word_fault(key: &Key, word: &str, common: &Common) -> Option<WordFault> {
    if word.chars().count() > Words::TEXT_MOST {
        return Some(WordFault::Long(word.into()));
    }
    if word.chars().any(is_forbidden) {
        return Some(WordFault::Unshown(word.into()));
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if key.sense.is_setting() {
        return setting_fault(key, word);
    }
    if letters < key.least.max(1) {
        return Some(WordFault::Short(word.into(), key.least.max(1)));
    }
    if key.sense.is_running() {
        let none = Lexicon::default();
        let tokens: Vec<lex::Token> = lex::tokens(word, &none).collect();
        let fits = |token: &lex::Token| match token.kind {
            Kind::Word(_) => {
                let text = word.get(token.start..token.end);
                text.and_then(lex::folded).is_some()
            }
            Kind::Symbol(_) => true,
            Kind::Number(_) | Kind::Break => false,
        };
        let begins = matches!(tokens.first().map(|token| token.kind), Some(Kind::Word(_)));
        if !begins || !tokens.iter().all(fits) {
            return Some(WordFault::Unshown(word.into()));
        }
        let alone = tokens.len() == 1;
        if alone && must_be_rare(key.sense) && common.has(word) {
            return Some(WordFault::Everywhere(word.into()));
        }
    } else if must_be_rare(key.sense) && common.has(word) {
        return Some(WordFault::Everywhere(word.into()));
    }
    None
}

fn setting_fault(key: &Key, word: &str) -> Option<WordFault> {
    let one_of = |known: bool, all| (!known).then(|| WordFault::NotOneOf(word.into(), all));
    match key.sense {
        Sense::Order => one_of(Order::parse(word).is_some(), "day, month, either"),
        Sense::VerbsLast | Sense::Dotted => one_of(matches!(word, "yes" | "no"), "yes, no"),
        _ => {
            let code = word.len() == 2 && word.bytes().all(|c| c.is_ascii_uppercase());
            one_of(code, "country codes like US")
        }
    }
}
