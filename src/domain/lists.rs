//! Lists that a house may extend: what is kept of an entry is its number, so that one which this program does not
//! know is kept and shown rather than refused as damage. A rule that depends on an entry asks what the entry means.

/// Returns whether something stands twice in a list.
pub(in crate::domain) fn twice<T: PartialEq>(items: &[T]) -> bool {
    let mut rest = items.iter();
    std::iter::from_fn(|| rest.next().map(|one| (one, rest.clone())))
        .any(|(one, mut others)| others.any(|other| other == one))
}

/// An entry of a list.
pub trait Entry: Copy + PartialEq {
    /// Returns whether it stands on the list, so that it can be chosen.
    fn is_listed(self) -> bool;
}

/// Returns whether each entry stands on its list, or stood here `before`: what was on a list once is never in the way
/// of other changes.
pub(in crate::domain) fn may_stand<T: Entry>(
    now: impl IntoIterator<Item = T>,
    before: impl IntoIterator<Item = T>,
) -> bool {
    let before: Vec<T> = before.into_iter().collect();
    let mut now = now.into_iter();
    now.all(|entry| entry.is_listed() || before.contains(&entry))
}

/// Makes the type of a list's entries: a constant and a stable name for each that is shipped, in the order in which
/// they are offered. A number is never given to another entry: what was kept names it. As JSON an entry is its
/// number; the name that stood there before is read too.
macro_rules! listed {
    (
        $(#[$doc:meta])*
        $list:ident {
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

            /// Returns the stable name that texts and data files find it by; of one that is not shipped, its number.
            pub fn key(self) -> std::borrow::Cow<'static, str> {
                match self {
                    $($list::$entry => $key.into(),)+
                    $list(number) => number.to_string().into(),
                }
            }

            /// Returns the entry with this stable name.
            pub fn parse(key: &str) -> Option<$list> {
                $list::ALL.into_iter().find(|entry| entry.key() == key)
            }

        }

        impl $crate::domain::lists::Entry for $list {
            fn is_listed(self) -> bool {
                $list::ALL.contains(&self)
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
pub(in crate::domain) use listed;

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
#[path = "lists_tests.rs"]
mod tests;
