//! Which sections there are, in their order: what is still missing, the settings by subject, and what stands beside them.
//! A new list is a section by itself.

use std::sync::Arc;

use imbl::OrdMap;

use crate::assets::settings::Part;
use crate::desk::views::{Mend, Missing, Standing, WordingView};
use crate::domain::house::{Country, Language, Logo};
use crate::domain::lists::ListName;
use crate::domain::state::Chapter;

/// A section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionId {
    /// What is still missing; there while something is.
    SetUp,
    /// A part of the settings.
    Part(Part),
    /// The kinds of request, and who takes them.
    Routing,
    /// A list of the house.
    List(ListName),
    /// The price lists.
    Prices,
    /// How papers are written.
    Wordings,
    /// People.
    People,
}

impl SectionId {
    /// Returns all of them, in order.
    pub(super) fn all() -> impl Iterator<Item = SectionId> {
        let parts = Part::ALL.into_iter().map(SectionId::Part);
        let lists = ListName::ALL.iter().copied().map(SectionId::List);
        let last = [SectionId::Prices, SectionId::Wordings, SectionId::People];
        let first = [SectionId::SetUp].into_iter().chain(parts);
        let middle = [SectionId::Routing].into_iter().chain(lists);
        first.chain(middle).chain(last)
    }

    /// Returns where something that is missing is mended.
    pub(super) fn of(missing: &Missing) -> SectionId {
        match missing.mend {
            Mend::Setting(spot) => SectionId::Part(spot.part()),
            Mend::Routing => SectionId::Routing,
            Mend::List(list) => SectionId::List(list),
            Mend::Prices => SectionId::Prices,
            Mend::Wording(_) => SectionId::Wordings,
            Mend::People => SectionId::People,
        }
    }

    /// Returns the history that tells of it, where one does.
    pub(super) fn chapter(self) -> Option<Chapter> {
        match self {
            SectionId::Part(_) => Some(Chapter::Settings),
            SectionId::Routing => Some(Chapter::Routing),
            SectionId::List(_) => Some(Chapter::Lists),
            SectionId::Prices => Some(Chapter::Prices),
            SectionId::SetUp | SectionId::Wordings | SectionId::People => None,
        }
    }

    /// Returns where it is edited outside of this pane; papers are written in `language`.
    pub(super) fn mend(self, language: Language) -> Option<Mend> {
        match self {
            SectionId::Routing => Some(Mend::Routing),
            SectionId::List(list) => Some(Mend::List(list)),
            SectionId::Prices => Some(Mend::Prices),
            SectionId::Wordings => Some(Mend::Wording(language)),
            SectionId::People => Some(Mend::People),
            SectionId::SetUp | SectionId::Part(_) => None,
        }
    }
}

/// What stands beside the settings, as it was read last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// In figures.
    pub(super) standing: Standing,
    /// How papers are written, by language.
    pub(super) wordings: Vec<WordingView>,
    /// The logos on papers, by country.
    pub(super) logos: OrdMap<Country, Arc<Logo>>,
    /// What is missing, with the draft.
    pub(super) missing: Vec<Missing>,
}
