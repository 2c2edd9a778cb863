//! A map written as its pairs: what has only words for keys, as JSON, can hold it then too.

use imbl::OrdMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes a map as pairs.
pub(in crate::domain) fn serialize<K, V, S>(
    map: &OrdMap<K, V>,
    serializer: S,
) -> Result<S::Ok, S::Error>
where
    K: Serialize + Ord,
    V: Serialize,
    S: Serializer,
{
    serializer.collect_seq(map)
}

/// Reads a map from pairs.
pub(in crate::domain) fn deserialize<'de, K, V, D>(
    deserializer: D,
) -> Result<OrdMap<K, V>, D::Error>
where
    K: Deserialize<'de> + Ord + Clone,
    V: Deserialize<'de> + Clone,
    D: Deserializer<'de>,
{
    let pairs: Vec<(K, V)> = Vec::deserialize(deserializer)?;
    Ok(pairs.into_iter().collect())
}
