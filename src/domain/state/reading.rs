//! The words by which mail is read (REQ-3, WKS-9): those of the house, kept, and those of all languages made ready once, when
//! they change. Reads nothing itself.

use std::sync::Arc;

use imbl::OrdMap;

use super::State;
use crate::domain::language::Language;
use crate::text::reading::{Lexicon, SHIPPED, Words, shipped, shipped_words};

/// A lexicon ready for reading; in the beginning that of the languages that are shipped.
#[derive(Clone, Debug)]
pub(super) struct Ready(Arc<Lexicon>);

impl Default for Ready {
    fn default() -> Ready {
        Ready(Arc::clone(shipped()))
    }
}

impl Ready {
    /// Makes the lexicon of the shipped languages and of those the house changed or added.
    pub(super) fn of(own: &OrdMap<Language, Arc<Words>>) -> Ready {
        if own.is_empty() {
            return Ready::default();
        }
        let changed = |code: &str| {
            let own = Language::parse(code).and_then(|language| own.get(&language));
            own.map(|words| &**words).or(shipped_words(code))
        };
        let shipped = SHIPPED.iter();
        let shipped = shipped.filter_map(|code| Some((*code, changed(code)?)));
        let added = own
            .iter()
            .filter(|(language, _)| !SHIPPED.contains(&language.code()));
        let added = added.map(|(language, words)| (language.code(), &**words));
        Ready(Arc::new(Lexicon::of(shipped.chain(added))))
    }
}

impl State {
    /// Returns the words of all languages, ready for reading mail.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon.0
    }

    /// Returns the words by which mail in a language is read, where the house changed them.
    pub fn reading(&self, language: Language) -> Option<&Arc<Words>> {
        self.head.readings.get(&language)
    }

    /// Returns the languages whose words the house changed or added.
    pub fn readings(&self) -> impl Iterator<Item = Language> + '_ {
        self.head.readings.keys().copied()
    }

    /// Reads mail in a language by these words from now on; by the shipped ones where there are none.
    pub(in crate::domain) fn read_by(&mut self, language: Language, words: Option<&Words>) {
        let own = &mut self.head.readings;
        match words {
            Some(words) => own.insert(language, Arc::new(words.clone())),
            None => own.remove(&language),
        };
        self.lexicon = Ready::of(&self.head.readings);
    }
}
