//! The routing matrix (REQ-4, S3): kind of request → to whom, with a copy to whom.
//!
//! It is data an administrator edits; this file only reads it. Routing proposes, a person confirms.

use serde::{Deserialize, Serialize};

use super::ids::PersonId;
pub use super::keywords::Keywords;
use super::person::Role;
use super::state::State;

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

    /// Returns the kind of what providers write, and who their desk is: by the row of that name, or, in a matrix
    /// that has none, the assistant and else the manager.
    pub fn providers(&self, state: &State) -> (Option<KindId>, Route) {
        if let Some(row) = self.by_key(Routing::PROVIDERS) {
            return (Some(row.id), self.route(row.id, state));
        }
        let roles = [Role::BackOfficeAssistant, Role::Manager];
        let mut roles = roles.into_iter().map(Target::Role);
        let to = roles.find_map(|target| someone(&target, state));
        let copy = Vec::new();
        (None, Route { to, copy })
    }

    /// The matrix's words, made ready for [`Keywords::recognise`].
    pub fn keywords(&self) -> Keywords {
        Keywords::of(self)
    }

    /// Whom the matrix proposes for `kind` among the people there are.
    pub fn route(&self, kind: KindId, state: &State) -> Route {
        let Some(row) = self.row(kind) else {
            return Route::default();
        };
        let to = row.to.iter().find_map(|target| someone(target, state));
        let mut copy: Vec<PersonId> = row
            .copy
            .iter()
            .filter_map(|target| someone(target, state))
            .collect();
        let mut named = Vec::new();
        copy.retain(|person| {
            let new = Some(*person) != to && !named.contains(person);
            named.push(*person);
            new
        });
        Route { to, copy }
    }
}

/// Only active staff can take requests or read copies.
fn someone(target: &Target, state: &State) -> Option<PersonId> {
    match target {
        Target::Person(id) => state
            .person(*id)
            .filter(|p| p.active && p.is_staff())
            .map(|p| p.id),
        Target::Role(role) => state
            .staff()
            .find(|p| p.active && p.roles.contains(role))
            .map(|p| p.id),
    }
}
