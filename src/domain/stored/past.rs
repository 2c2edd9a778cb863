//! Reads what records of older formats hold. The encoding has no field names, so it must be told how many fields a
//! struct had then; what came later is its default. Changes nothing that is kept, and knows nothing of what it means.
//!
//! **To add a field** to a struct that stands in an event: last, with `#[serde(default)]`; then raise `FORMAT` in
//! `journal/layout.rs`, give the struct a line in `GROWN`, and let the test write the new shape
//! (`tests/golden/shape-*`). **A variant** of an event never gains a field: add a variant behind the last.

mod reader;

use serde::de::{Deserialize, DeserializeSeed, Deserializer};

use self::reader::Reader;
use crate::domain::event::Event;

/// How many fields a struct had up to a format.
struct Grown {
    name: &'static str,
    upto: u8,
    fields: usize,
}

/// The structs that have gained fields, each with how many it had; the oldest format first.
const GROWN: &[Grown] = &[
    Grown {
        name: "House",
        upto: 2,
        fields: 10,
    },
    Grown {
        name: "Product",
        upto: 2,
        fields: 6,
    },
    Grown {
        name: "PriceBook",
        upto: 2,
        fields: 4,
    },
    Grown {
        name: "Paper",
        upto: 2,
        fields: 18,
    },
    Grown {
        name: "House",
        upto: 3,
        fields: 14,
    },
    Grown {
        name: "House",
        upto: 4,
        fields: 16,
    },
    Grown {
        name: "Posted",
        upto: 3,
        fields: 7,
    },
    #[cfg(test)]
    Grown {
        name: "Grew",
        upto: 1,
        fields: 2,
    },
    Grown {
        name: "FacilitatorProfile",
        upto: 3,
        fields: 10,
    },
    Grown {
        name: "Notice",
        upto: 3,
        fields: 17,
    },
    // An entry of a list had no pair of languages and nothing that it contains.
    Grown {
        name: "ListEntry",
        upto: 3,
        fields: 4,
    },
    // Of organisations and contacts only what mail says was kept.
    Grown {
        name: "OrganisationProfile",
        upto: 4,
        fields: 6,
    },
    Grown {
        name: "Organisation",
        upto: 4,
        fields: 3,
    },
    Grown {
        name: "Contact",
        upto: 4,
        fields: 5,
    },
    Grown {
        name: "ContactEntry",
        upto: 4,
        fields: 3,
    },
    // There was no money of clients yet.
    Grown {
        name: "Terms",
        upto: 4,
        fields: 12,
    },
    Grown {
        name: "Agreement",
        upto: 4,
        fields: 8,
    },
    // A row of the routing matrix had no names and could not be retired.
    Grown {
        name: "Row",
        upto: 2,
        fields: 5,
    },
];

/// The types that were two letters, a byte each, where a text stands now; each with the last format that had it so.
const LETTERS: &[(&str, u8)] = &[("Language", 1)];

/// The format of a record. As a seed it reads the events that one of that format holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format(pub u8);

impl Format {
    /// Returns whether what is kept has another shape by now.
    pub fn is_past(self) -> bool {
        let mut letters = LETTERS.iter();
        letters.any(|(_, upto)| self.0 <= *upto) || GROWN.iter().any(|grown| self.0 <= grown.upto)
    }

    /// Returns those of a struct's fields that it had.
    fn fields(self, name: &str, fields: &'static [&'static str]) -> &'static [&'static str] {
        let had = self.had(name).unwrap_or(fields.len());
        fields.get(..had).unwrap_or(fields)
    }

    /// Returns how many fields a struct had, if it has more by now.
    pub fn had(self, name: &str) -> Option<usize> {
        let mut grown = GROWN.iter();
        let grown = grown.find(|grown| grown.name == name && self.0 <= grown.upto);
        grown.map(|grown| grown.fields)
    }

    /// Returns whether this type was kept as two letters.
    fn has_letters(self, name: &str) -> bool {
        let mut letters = LETTERS.iter();
        letters.any(|(of, upto)| *of == name && self.0 <= *upto)
    }
}

impl<'de> DeserializeSeed<'de> for Format {
    type Value = Vec<Event>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Vec<Event>, D::Error> {
        Vec::deserialize(Reader {
            of: from,
            format: self,
        })
    }
}

#[cfg(test)]
#[path = "past_tests.rs"]
mod tests;
