//! Why something about the house, its terms and its price lists is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use crate::domain::why::{Fact, Refuses};

/// Why not, of the house, its terms and its price lists.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum HouseRefusal {
    /// There is already a house in this store.
    AlreadySetUp,
    /// There is no house yet.
    NotSetUp,
    /// A setting of the house is out of bounds.
    SettingWrong {
        /// Which one.
        field: &'static str,
    },
    /// A setting of the house's terms is out of bounds.
    TermsWrong {
        /// Which one.
        field: &'static str,
    },
    /// A wording of papers is not one: which part of the file is wrong.
    WordingWrong {
        /// Which.
        what: Box<str>,
    },
    /// Nobody said how papers are written in this language.
    NoWording {
        /// Its code.
        language: Box<str>,
    },
    /// The words of a language are none by which mail can be read: which list of them is wrong.
    ReadingWrong {
        /// Which.
        what: Box<str>,
    },
    /// What is said of a logo is out of bounds.
    LogoWrong,
    /// The papers for that country have no logo.
    NoLogo,
    /// A price list is not one: which part of the file is wrong.
    PricesWrong {
        /// Which.
        what: Box<str>,
    },
}

impl Refuses for HouseRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use HouseRefusal as R;
        match self {
            R::TermsWrong { field } | R::SettingWrong { field } => {
                vec![("field", Fact::word(field))]
            }
            R::NoWording { language } => vec![("language", Fact::word(language))],
            R::PricesWrong { what } | R::WordingWrong { what } | R::ReadingWrong { what } => {
                vec![("what", Fact::word(what))]
            }
            R::AlreadySetUp | R::NotSetUp | R::LogoWrong | R::NoLogo => Vec::new(),
        }
    }
}
