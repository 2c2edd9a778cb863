//! The words by which mail is read in each language, for its staff and who keeps settings (REQ-3, WKS-9).

use std::sync::Arc;

use super::Sight;
use crate::desk::Published;
use crate::domain::Refusal;
use crate::domain::house::Language;
use crate::text::reading::{Lexicon, SHIPPED, Words, shipped_words};

/// The words by which mail in a language is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingView {
    /// Which language.
    pub language: Language,
    /// Its words.
    pub words: Words,
    /// Whether the house changed or added it.
    pub own: bool,
}

impl Published {
    /// Returns the words of all languages, ready for reading mail: no secret of anybody's.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        self.state().lexicon()
    }
}

impl Sight {
    /// Returns the words by which mail is read, by language: those that are shipped and those of the house.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who is neither of the staff nor keeps settings.
    pub fn readings(&self) -> Result<Vec<ReadingView>, Refusal> {
        self.settings()?;
        let state = self.state();
        let shipped = SHIPPED.iter().filter_map(|code| Language::parse(code));
        let mut all: Vec<Language> = shipped.chain(state.readings()).collect();
        all.sort_unstable();
        all.dedup();
        let view = |language: Language| {
            let own = state.reading(language).map(|words| &**words);
            Some(ReadingView {
                language,
                own: own.is_some(),
                words: own.or_else(|| shipped_words(language.code()))?.clone(),
            })
        };
        Ok(all.into_iter().filter_map(view).collect())
    }
}
