//! Lists of the house's own (WKS-8): kinds of work, audiences, levels, units … A house adds, names, orders and retires
//! their entries. What is kept of an entry is its number, so that one which this program does not know is kept and shown
//! rather than refused as damage. A rule that depends on an entry asks the house's lists what the entry means.

pub mod command;
pub mod draft;
pub mod edit;
pub mod event;
mod kept;
mod pair;
pub mod refusal;
pub(in crate::domain) mod rules;
pub mod shipped;
mod tags;

pub use kept::{List, ListEntry, ListName, Lists, Unlisted};
pub use pair::Pair;
pub use tags::tag_text;

/// Returns whether something stands twice in a list.
pub(in crate::domain) fn twice<T: PartialEq>(items: &[T]) -> bool {
    let mut rest = items.iter();
    std::iter::from_fn(|| rest.next().map(|one| (one, rest.clone())))
        .any(|(one, mut others)| others.any(|other| other == one))
}

/// An entry of a list.
pub trait Entry: Copy + PartialEq {
    /// Its list.
    const LIST: ListName;

    /// Returns its number, by which it is kept.
    fn number(self) -> u16;

    /// Returns the entry with a number.
    fn of(number: u16) -> Self;
}

/// Makes the type of a list's entries: a constant and a stable name for each that is shipped, in the order in which
/// they are offered. A number is never given to another entry: what was kept names it. As JSON an entry is its
/// number; the name that stood there before is read too.
macro_rules! listed {
    (
        $(#[$doc:meta])*
        $list:ident of $name:ident {
            $($(#[$entry_doc:meta])* $entry:ident = $number:literal, $key:literal;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $list(u16);

        impl $list {
            $($(#[$entry_doc])* pub const $entry: $list = $list($number);)+

            /// Those that are shipped, in the order in which they are offered.
            pub const ALL: [$list; [$($number),+].len()] = [$($list::$entry),+];

            /// Returns the name that its text is found by: the stable name of one that is shipped, or its number.
            /// What is written for machines has [`Lists::key`](super::Lists::key) instead.
            pub fn key(self) -> std::borrow::Cow<'static, str> {
                match self {
                    $($list::$entry => $key.into(),)+
                    $list(number) => number.to_string().into(),
                }
            }

            /// Returns the shipped entry with this stable name.
            pub fn parse(key: &str) -> Option<$list> {
                $list::ALL.into_iter().find(|entry| entry.key() == key)
            }
        }

        impl $crate::domain::lists::Entry for $list {
            const LIST: $crate::domain::lists::ListName = $crate::domain::lists::ListName::$name;

            fn number(self) -> u16 {
                self.0
            }

            fn of(number: u16) -> $list {
                $list(number)
            }
        }

        impl serde::Serialize for $list {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_u32(self.0.into())
            }
        }

        impl<'de> serde::Deserialize<'de> for $list {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<$list, D::Error> {
                let names = [$(($number, $key)),+];
                $crate::domain::lists::number(from, &names).map($list)
            }
        }
    };
}
use listed;

/// Reads the number of an entry; in a text for people, also its name as it stood there when entries were variants
/// ("PublicBody" for `public_body`).
pub(in crate::domain) fn number<'de, D>(from: D, names: &[(u16, &str)]) -> Result<u16, D::Error>
where
    D: serde::Deserializer<'de>,
{
    use serde::Deserialize;
    use serde::de::Error;
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Number(u16),
        Name(Box<str>),
    }
    if !from.is_human_readable() {
        let number = u32::deserialize(from)?;
        return u16::try_from(number).map_err(|_| D::Error::custom("no entry of a list"));
    }
    let name = match Written::deserialize(from)? {
        Written::Number(number) => return Ok(number),
        Written::Name(name) => name,
    };
    let letters = |text: &str| text.replace('_', "").to_lowercase();
    let found = names.iter().find(|(_, key)| letters(key) == letters(&name));
    let number = found
        .map(|(number, _)| *number)
        .or_else(|| name.parse().ok());
    number.ok_or_else(|| D::Error::custom("no entry of a list"))
}

#[cfg(test)]
mod tests;
