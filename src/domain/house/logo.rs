//! The logo on the papers of the house (QUO-6): what a record says of it. The picture itself is a stored file; whether it is
//! one that can be printed is asked before it is stored (`document/picture`).

use serde::{Deserialize, Serialize};

use crate::domain::named_file::{Content, NamedFile, Owner};

/// The logo of the house in a country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// The name of its file.
    pub name: Box<str>,
    /// How many dots wide.
    pub width: u32,
    /// How many dots high.
    pub height: u32,
    /// How many bytes.
    pub size: u64,
    /// The digest of its bytes.
    pub file: Content,
}

impl Logo {
    /// The longest name of its file, in characters.
    pub const NAME_MOST: usize = 120;
    /// The largest file, in bytes.
    pub const BYTES_MOST: u64 = 512 * 1024;
    /// The most dots of a side.
    pub const SIDE_MOST: u32 = 2_000;

    /// Returns whether it is within its limits.
    pub(in crate::domain) fn is_sound(&self) -> bool {
        let side = 1..=Logo::SIDE_MOST;
        let named = (1..=Logo::NAME_MOST).contains(&self.name.trim().chars().count());
        let sized = side.contains(&self.width) && side.contains(&self.height);
        named && sized && (1..=Logo::BYTES_MOST).contains(&self.size)
    }

    /// Returns its file, as a record names it.
    pub fn named(&self, owner: Owner) -> NamedFile<'_> {
        NamedFile {
            content: self.file,
            name: &self.name,
            owner,
        }
    }
}
