//! Which list of the house: one of its lists, or the kinds of request that the routing matrix has. What differs between
//! them is said here, and asked nowhere else. Reads no state.

use crate::assets::texts::{Lang, Texts};
use crate::domain::house::Language;
use crate::domain::lists::draft::ListDraft;
use crate::domain::lists::{ListName, Lists};
use crate::domain::permission::Permission;
use crate::domain::routing::Routing;
use crate::domain::state::Chapter;
use crate::domain::thing::Thing;

/// A list of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListId {
    /// The kinds of request.
    Kinds,
    /// Another one.
    Of(ListName),
}

impl ListId {
    /// Returns all of them, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = ListId> {
        let others = ListName::ALL.iter().copied().map(ListId::Of);
        std::iter::once(ListId::Kinds).chain(others)
    }

    /// Returns its stable name.
    pub fn key(self) -> &'static str {
        match self {
            ListId::Kinds => "kinds",
            ListId::Of(name) => name.key(),
        }
    }

    /// Returns the list with this stable name.
    pub fn parse(key: &str) -> Option<ListId> {
        ListId::all().find(|list| list.key() == key)
    }

    /// Returns what one must be allowed to change it.
    pub fn needed(self) -> Permission {
        match self {
            ListId::Kinds => Permission::EditRouting,
            ListId::Of(_) => Permission::ManageHouse,
        }
    }

    /// Returns what it is kept as.
    pub fn thing(self) -> Thing {
        match self {
            ListId::Kinds => Thing::Routing,
            ListId::Of(_) => Thing::Lists,
        }
    }

    /// Returns what its history is told with.
    pub fn chapter(self) -> Chapter {
        match self {
            ListId::Kinds => Chapter::Routing,
            ListId::Of(_) => Chapter::Lists,
        }
    }

    /// Returns the most entries it may have.
    pub fn most(self) -> usize {
        match self {
            ListId::Kinds => Routing::MOST,
            ListId::Of(_) => ListDraft::MOST,
        }
    }

    /// Returns whether nothing goes on without an entry to choose.
    pub fn needs_one(self) -> bool {
        match self {
            ListId::Kinds => false,
            ListId::Of(name) => name.needs_one(),
        }
    }

    /// Returns whether an entry says what it means to the rules.
    pub fn has_meaning(self) -> bool {
        match self {
            ListId::Kinds => false,
            ListId::Of(name) => name.means(0).is_some(),
        }
    }

    /// Returns whether an entry may stand for a pair of languages.
    pub fn has_pair(self) -> bool {
        self == ListId::Of(ListName::Skill)
    }

    /// Returns whether an entry says what it contains.
    pub fn has_contents(self) -> bool {
        self == ListId::Of(ListName::Subscription)
    }

    /// Returns whether the wording of papers has names for its entries.
    pub fn is_on_papers(self) -> bool {
        self == ListId::Of(ListName::Unit)
    }

    /// Returns what an entry is called as it is shipped; nothing of one that is not, or in another language than those of
    /// screens.
    pub fn shipped_name(self, key: &str, language: Language) -> Option<String> {
        shipped(&self.text_of(key)?, language)
    }

    /// Returns what an entry contains as it is shipped.
    pub fn shipped_contents(self, key: &str, language: Language) -> Option<String> {
        let id = self.text_of(key).filter(|_| self.has_contents())?;
        shipped(&format!("contains-{id}"), language)
    }

    /// Returns the id of the text of an entry that is shipped.
    fn text_of(self, key: &str) -> Option<String> {
        let ListId::Of(name) = self else {
            return Some(format!("kind-{}", key.replace('_', "-")));
        };
        let shipped = Lists::default();
        let mut entries = shipped.list(name).entries.iter();
        let entry = entries.find(|entry| &*entry.key == key)?;
        Some(name.text_of(entry.number))
    }
}

/// Returns the text of that id as it is shipped, in a language of screens.
fn shipped(id: &str, language: Language) -> Option<String> {
    let mut langs = Lang::ALL.into_iter();
    let texts = Texts::shared(langs.find(|lang| lang.language() == language)?);
    texts.has(id).then(|| texts.get(id).into_owned())
}
