//! The routing matrix (REQ-4, S3): kind of request → to whom, with a copy to whom.
//!
//! It is data an administrator edits; this file only reads it. Routing proposes, a person confirms.

mod keywords;

use serde::{Deserialize, Serialize};

use super::ids::PersonId;
use super::language::Language;
use super::person::Role;
pub use keywords::Keywords;

/// The place of a kind in the matrix. Rows keep their number when the matrix is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct KindId(pub u8);

/// Whom a row points at: everybody of a role, or one person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// The people who hold this role.
    Role(Role),
    /// One person.
    Person(PersonId),
}

/// One row of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number.
    pub id: KindId,
    /// Its stable name; texts in each language are found by it.
    pub key: Box<str>,
    /// Words, in any language, by which a request of this kind is recognised. Longest match wins.
    pub keywords: Vec<Box<str>>,
    /// Who takes it; the first that exists.
    pub to: Vec<Target>,
    /// Who gets a copy.
    pub copy: Vec<Target>,
    /// What it is called in each language, the first one first; the text by its stable name where nothing is said.
    #[serde(default)]
    pub names: Vec<(Language, Box<str>)>,
    /// Whether it stays on what has it, and nothing new takes it (WKS-8).
    #[serde(default)]
    pub retired: bool,
}

impl Row {
    /// Returns what the house calls it: in `language`, else in the first it was named in unless it has a text
    /// (`is_shipped`).
    pub fn name(&self, language: Language, is_shipped: bool) -> Option<&str> {
        let own = self.names.iter().find(|(one, _)| *one == language);
        let first = self.names.first().filter(|_| !is_shipped);
        own.or(first).map(|(_, name)| &**name)
    }
}

/// The whole matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routing {
    /// Its rows, at most [`Routing::MOST`].
    pub rows: Vec<Row>,
}

/// Why a kind was recognised: the words that were found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The kind.
    pub kind: KindId,
    /// The matrix's own words that were found.
    pub words: Box<str>,
}

/// Whom the matrix proposes for a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Who takes it.
    pub to: Option<PersonId>,
    /// Who gets a copy.
    pub copy: Vec<PersonId>,
}

impl Routing {
    /// The most rows a matrix may have.
    pub const MOST: usize = 100;
    /// The stable name of the row that says who the providers' desk is.
    pub const PROVIDERS: &'static str = "providers";

    /// The row of a kind.
    pub fn row(&self, kind: KindId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == kind)
    }

    /// The row with this stable name.
    pub fn by_key(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| &*row.key == key)
    }

    /// The matrix's words, made ready for [`Keywords::recognise`].
    pub fn keywords(&self) -> Keywords {
        Keywords::of(self)
    }
}
