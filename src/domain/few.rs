//! Lists that mostly have few entries: those stand in the row itself, without memory of their own. Written as any list.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smallvec::{Array, SmallVec};

/// Writes a list.
pub(in crate::domain) fn serialize<A, S>(
    few: &SmallVec<A>,
    serializer: S,
) -> Result<S::Ok, S::Error>
where
    A: Array,
    A::Item: Serialize,
    S: Serializer,
{
    serializer.collect_seq(few)
}

/// Reads a list.
pub(in crate::domain) fn deserialize<'de, A, D>(deserializer: D) -> Result<SmallVec<A>, D::Error>
where
    A: Array,
    A::Item: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_seq(Entries(PhantomData))
}

struct Entries<A>(PhantomData<A>);

impl<'de, A> Visitor<'de> for Entries<A>
where
    A: Array,
    A::Item: Deserialize<'de>,
{
    type Value = SmallVec<A>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut entries: S) -> Result<SmallVec<A>, S::Error> {
        let mut few = SmallVec::new();
        while let Some(entry) = entries.next_element()? {
            few.push(entry);
        }
        Ok(few)
    }
}
