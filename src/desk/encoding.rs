//! The two ways in which the state is written down in chunks, each under the name of what is in it: the journal's
//! encoding for checkpoints, which one build reads, and JSON for restatements, which every later one does.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::journal::{Fault, FaultKind, codec};

/// A way in which chunks are written.
pub(super) trait Encoding {
    /// Returns `what` as a chunk of that name.
    ///
    /// # Errors
    /// It is too large, or cannot be written.
    fn chunk(name: &str, what: &impl Serialize) -> Result<Vec<u8>, Fault>;

    /// Returns the name of a chunk, and what is in it.
    fn open(chunk: &[u8]) -> Option<(String, Vec<u8>)>;

    /// Returns what is in a chunk.
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T>;
}

/// The journal's encoding, without names of fields.
pub(super) struct Binary;

impl Encoding for Binary {
    fn chunk(name: &str, what: &impl Serialize) -> Result<Vec<u8>, Fault> {
        let length = u8::try_from(name.len()).unwrap_or(u8::MAX);
        let mut chunk = vec![length];
        chunk.extend(name.bytes());
        chunk.extend(codec::encode(what)?);
        Ok(chunk)
    }

    fn open(chunk: &[u8]) -> Option<(String, Vec<u8>)> {
        let (length, rest) = chunk.split_first()?;
        let (name, bytes) = rest.split_at_checked(usize::from(*length))?;
        Some((String::from_utf8(name.to_vec()).ok()?, bytes.to_vec()))
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
        codec::decode(bytes).ok()
    }
}

/// JSON: `{"name":what}`.
pub(super) struct Json;

impl Encoding for Json {
    fn chunk(name: &str, what: &impl Serialize) -> Result<Vec<u8>, Fault> {
        serde_json::to_vec(&BTreeMap::from([(name, what)])).map_err(|cause| {
            Fault::new(
                FaultKind::Other,
                "what is known of lost records cannot be written down",
                "open this data with this version of entremise only, and tell its developers",
            )
            .because(cause)
        })
    }

    fn open(chunk: &[u8]) -> Option<(String, Vec<u8>)> {
        let named: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(chunk).ok()?;
        let (name, what) = named.into_iter().next()?;
        Some((name, what.get().as_bytes().to_vec()))
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
        serde_json::from_slice(bytes).ok()
    }
}
