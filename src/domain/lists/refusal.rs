//! Why something about the lists of the house is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use super::ListName;
use crate::domain::why::{Fact, Refuses};

/// Why not, of the lists of the house.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ListsRefusal {
    /// A list cannot be as it is.
    ListWrong {
        /// Which.
        list: ListName,
        /// The entry and its field.
        what: Box<str>,
        /// What is wrong.
        why: Box<str>,
    },
    /// An entry that is in use would be struck off.
    EntryInUse {
        /// Of which list.
        list: ListName,
        /// Its stable name.
        key: Box<str>,
        /// How many have it.
        uses: usize,
    },
    /// A kind of request would be struck off the routing matrix that requests have.
    KindInUse {
        /// Its stable name.
        key: Box<str>,
        /// How many have it.
        uses: usize,
    },
    /// A kind of request was chosen that is retired.
    KindRetired {
        /// Its stable name.
        key: Box<str>,
    },
    /// Another entry has this stable name's meaning already: what a reason means never changes.
    MeaningFixed {
        /// Its stable name.
        key: Box<str>,
    },
    /// The pair of languages of a skill would be another.
    PairFixed {
        /// Its stable name.
        key: Box<str>,
    },
    /// A tag that is not on the list, where only those may be put on.
    TagUnlisted {
        /// What was written.
        tag: Box<str>,
    },
}

impl Refuses for ListsRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use ListsRefusal as R;
        let list = |list: &ListName| ("list", Fact::text("list", list.key()));
        match self {
            R::ListWrong {
                list: name,
                what,
                why,
            } => vec![
                list(name),
                ("what", Fact::word(what)),
                ("why", Fact::word(why)),
            ],
            R::EntryInUse {
                list: name,
                key,
                uses,
            } => vec![
                list(name),
                ("key", Fact::word(key)),
                ("uses", Fact::Number(*uses)),
            ],
            R::KindInUse { key, uses } => {
                vec![
                    ("kind", Fact::text("kind", key)),
                    ("uses", Fact::Number(*uses)),
                ]
            }
            R::KindRetired { key } => vec![("kind", Fact::text("kind", key))],
            R::MeaningFixed { key } | R::PairFixed { key } => vec![("key", Fact::word(key))],
            R::TagUnlisted { tag } => vec![("tag", Fact::word(tag))],
        }
    }
}
