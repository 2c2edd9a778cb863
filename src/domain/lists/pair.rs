//! A pair of languages: from which into which. A skill may stand for one (PPL-4). Knows no list.

use serde::{Deserialize, Serialize};

use super::shipped::Skill;
use super::{Entry, ListName, Lists};
use crate::domain::language::Language;

/// From which language into which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// From this one.
    pub from: Language,
    /// Into this one.
    pub to: Language,
}

impl Pair {
    /// Returns it as filters write it: `fr>nl`.
    pub fn typed(self) -> String {
        format!("{}>{}", self.from.code(), self.to.code())
    }

    /// Returns it as people who work with it write it: `FR→NL`.
    pub fn name(self) -> String {
        let code = |language: Language| language.code().to_uppercase();
        format!("{}→{}", code(self.from), code(self.to))
    }

    /// Returns what is wrong with it, if anything is.
    pub(super) fn fault(self) -> Option<&'static str> {
        if self.from == Language::UNKNOWN || self.to == Language::UNKNOWN {
            return Some("not a language: write a code like fr");
        }
        (self.from == self.to).then_some("from and to are the same language")
    }
}

impl Lists {
    /// Returns the skills that a filter names: one by its stable name, all of a pair by the pair, like `fr>nl`.
    pub fn skills_typed(&self, word: &str) -> Vec<Skill> {
        let word = word.replace('→', ">").to_lowercase();
        let entries = self.list(ListName::Skill).entries.iter();
        let named = entries.filter(|entry| {
            *entry.key == *word
                || entry
                    .pair
                    .is_some_and(|pair| pair.typed().to_lowercase() == word)
        });
        named.map(|entry| Skill::of(entry.number)).collect()
    }

    /// Returns how the skills that can be chosen are written in a filter.
    pub fn skills_to_type(&self) -> String {
        let entries = self.list(ListName::Skill).entries.iter();
        let offered = entries.filter(|entry| !entry.retired);
        let typed = offered.map(|entry| match entry.pair {
            Some(pair) => pair.typed(),
            None => entry.key.to_string(),
        });
        typed.collect::<Vec<_>>().join(", ")
    }
}
