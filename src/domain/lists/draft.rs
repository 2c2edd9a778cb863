//! A list as somebody wants it: from a file, or from a form. Says what is wrong with it whatever the house has.

use serde::{Deserialize, Serialize};

use super::shipped::Ending;
use super::{List, ListEntry, ListName, Pair};
use crate::domain::language::Language;

/// An entry as somebody wants it. A draft that is kept for its writer holds it by the names of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryDraft {
    /// Its stable name.
    pub key: Box<str>,
    /// What it is called in each language.
    pub names: Vec<(Language, Box<str>)>,
    /// Whether it is retired.
    pub retired: bool,
    /// What it means to the rules, on a list where that matters; of an entry that is known it need not be said.
    pub means: Option<Ending>,
    /// From which language into which, on a list of skills; of an entry that is known it need not be said.
    pub pair: Option<Pair>,
    /// What it contains, in each language, on a list of subscriptions.
    pub contains: Vec<(Language, Box<str>)>,
}

/// A list as somebody wants it, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListDraft {
    /// Which.
    pub list: ListName,
    /// Its entries, in the order in which they are to be offered.
    pub entries: Vec<EntryDraft>,
}

/// What is wrong with a list as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFault {
    /// Of which entry, by its place; `None`: of the list.
    pub at: Option<usize>,
    /// Its field.
    pub field: &'static str,
    /// What, and what to write instead.
    pub why: String,
}

impl EntryDraft {
    /// The longest stable name, in characters.
    pub const KEY_MOST: usize = 40;
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 80;
    /// The longest words on what it contains, in characters.
    pub const CONTAINS_MOST: usize = 500;
    /// The most languages.
    pub const LANGUAGES_MOST: usize = 20;

    /// Returns an entry as somebody wants it who changes nothing.
    fn of(list: ListName, entry: &ListEntry) -> EntryDraft {
        EntryDraft {
            key: entry.key.clone(),
            names: entry.names.clone(),
            retired: entry.retired,
            means: list.means(entry.number),
            pair: entry.pair,
            contains: entry.contains.clone(),
        }
    }

    /// Returns the field that is wrong, and why.
    fn fault(&self, list: ListName) -> Option<(&'static str, String)> {
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let begins = self.key.starts_with(|c: char| c.is_ascii_lowercase());
        if !begins || !self.key.chars().all(letters) || self.key.len() > Self::KEY_MOST {
            let why = format!(
                "\"{}\" is not a key: begin with a small letter, then small letters, digits and _, at most {}",
                self.key.escape_debug(),
                Self::KEY_MOST
            );
            return Some(("key", why));
        }
        let said = [
            ("name", &self.names, Self::NAME_MOST),
            ("contains", &self.contains, Self::CONTAINS_MOST),
        ];
        let mut said = said.into_iter();
        let wrong = said.find_map(|(field, words, most)| Some((field, words_fault(words, most)?)));
        wrong.or_else(|| self.strange(list))
    }

    /// Returns the field that such a list does not have, or that cannot be so, and why.
    fn strange(&self, list: ListName) -> Option<(&'static str, String)> {
        let said = |field, why: &str| Some((field, why.to_owned()));
        if self.means.is_some() && list != ListName::Close {
            return said(
                "means",
                "only reasons for closing have a meaning: leave it out",
            );
        }
        if !self.contains.is_empty() && list != ListName::Subscription {
            return said(
                "contains",
                "only subscriptions contain something: leave it out",
            );
        }
        match self.pair {
            Some(_) if list != ListName::Skill => said(
                "from",
                "only skills are for a pair of languages: leave from and to out",
            ),
            Some(pair) => said("from", pair.fault()?),
            None => None,
        }
    }
}

/// Returns what is wrong with words in each language.
fn words_fault(all: &[(Language, Box<str>)], most: usize) -> Option<String> {
    if all.len() > EntryDraft::LANGUAGES_MOST {
        return Some(format!("at most {} languages", EntryDraft::LANGUAGES_MOST));
    }
    for (n, (language, words)) in all.iter().enumerate() {
        let code = language.code();
        let twice = all.iter().take(n).any(|(one, _)| one == language);
        let wrong = if *language == Language::UNKNOWN {
            "not a language: write a code like fr".to_owned()
        } else if twice {
            format!("{code} is named twice")
        } else if words.trim().is_empty() {
            format!("{code} is empty: write a name, or leave the language out")
        } else if words.chars().any(char::is_control) {
            format!("{code} has a sign that cannot be shown")
        } else if words.chars().count() > most {
            format!("{code} is longer than {most} characters")
        } else {
            continue;
        };
        return Some(wrong);
    }
    None
}

impl ListDraft {
    /// The most entries.
    pub const MOST: usize = 200;

    /// Returns a list as somebody wants it who changes nothing.
    pub fn of(name: ListName, list: &List) -> ListDraft {
        let entries = list.entries.iter();
        ListDraft {
            list: name,
            entries: entries.map(|entry| EntryDraft::of(name, entry)).collect(),
        }
    }

    /// Returns what is wrong with it, whatever the house has; `None` when nothing is.
    pub fn fault(&self) -> Option<DraftFault> {
        let whole = |why: String| DraftFault {
            at: None,
            field: self.list.key(),
            why,
        };
        if self.entries.len() > Self::MOST {
            return Some(whole(format!("at most {} entries", Self::MOST)));
        }
        if self.list.needs_one() && self.entries.iter().all(|entry| entry.retired) {
            let why = "every entry is retired: leave at least one to choose";
            return Some(whole(why.to_owned()));
        }
        let mut entries = self.entries.iter().enumerate();
        entries.find_map(|(at, entry)| {
            let mut before = self.entries.iter().take(at);
            let twice = before.any(|one| one.key == entry.key);
            let twice = twice.then(|| ("key", format!("\"{}\" stands here twice", entry.key)));
            let (field, why) = entry.fault(self.list).or(twice)?;
            let at = Some(at);
            Some(DraftFault { at, field, why })
        })
    }
}
