//! How the papers of the house are written in each language, for its staff and who keeps settings (WKS-9).

use std::sync::Arc;

use super::Sight;
use crate::assets;
use crate::domain::Refusal;
use crate::domain::house::Language;
use crate::domain::wording::Wording;

/// How papers are written in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingView {
    /// The words, figures and dates.
    pub wording: Arc<Wording>,
    /// Whether the house changed or added it.
    pub own: bool,
    /// Whether the house writes papers in it.
    pub used: bool,
}

impl Sight {
    /// Returns how papers are written, by language: those that are shipped and those of the house.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who is neither of the staff nor keeps settings.
    pub fn wordings(&self) -> Result<Vec<WordingView>, Refusal> {
        let used = self.settings()?.house.paper_languages();
        let state = self.state();
        let mut all: Vec<Language> = Wording::SHIPPED.into_iter().chain(state.worded()).collect();
        all.sort_unstable();
        all.dedup();
        let view = |language: Language| {
            let own = state.wording(language).cloned();
            Some(WordingView {
                own: own.is_some(),
                used: used.contains(&language),
                wording: own.or_else(|| assets::wording(language))?,
            })
        };
        Ok(all.into_iter().filter_map(view).collect())
    }
}
