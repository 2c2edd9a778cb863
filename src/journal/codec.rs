//! The one place that names the binary encoding of values, with limits on both ways.
//!
//! It is for bytes this program wrote itself, never for bytes from a network. The encoding has
//! no field names: a stored type only ever grows by new enum variants at the end; anything else
//! is a new type beside the old one.

use bincode::config::{Configuration, Limit, LittleEndian, Varint};
use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use super::fault::{Fault, FaultKind};

/// The most bytes one encoded value may have.
pub const MAX_ENCODED: usize = 8 * 1024 * 1024;

/// What decoding may claim: numbers count at full width, up to 16 times their encoded size.
const MAX_CLAIM: usize = 16 * MAX_ENCODED;

type Config = Configuration<LittleEndian, Varint, Limit<MAX_CLAIM>>;

fn config() -> Config {
    bincode::config::standard().with_limit::<MAX_CLAIM>()
}

/// Encodes a value.
///
/// # Errors
/// `TooLarge` above [`MAX_ENCODED`]; `Other` when the value cannot be encoded at all.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, Fault> {
    let bytes = bincode::serde::encode_to_vec(value, config()).map_err(|error| {
        Fault::new(
            FaultKind::Other,
            "a value could not be encoded",
            "please report this to the developers of entremise",
        )
        .because(error)
    })?;
    if bytes.len() > MAX_ENCODED {
        return Err(Fault::too_large("a value", bytes.len(), MAX_ENCODED));
    }
    Ok(bytes)
}

/// Decodes a value that [`encode`] wrote. Every byte must be used.
///
/// # Errors
/// `TooLarge` above [`MAX_ENCODED`]; `Damaged` when the bytes are not such a value.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    if bytes.len() > MAX_ENCODED {
        return Err(Fault::too_large("a value", bytes.len(), MAX_ENCODED));
    }
    let (value, used) = bincode::serde::decode_from_slice(bytes, config())
        .map_err(|error| unreadable().because(error))?;
    whole(value, used, bytes)
}

/// Decodes with a seed, which knows how the value was kept. Every byte must be used.
///
/// # Errors
/// As [`decode`].
pub fn decode_with<'a, S: DeserializeSeed<'a>>(
    bytes: &'a [u8],
    seed: S,
) -> Result<S::Value, Fault> {
    if bytes.len() > MAX_ENCODED {
        return Err(Fault::too_large("a value", bytes.len(), MAX_ENCODED));
    }
    let (value, used) = bincode::serde::seed_decode_from_slice(seed, bytes, config())
        .map_err(|error| unreadable().because(error))?;
    whole(value, used, bytes)
}

fn whole<T>(value: T, used: usize, bytes: &[u8]) -> Result<T, Fault> {
    if used != bytes.len() {
        return Err(unreadable());
    }
    Ok(value)
}

fn unreadable() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "a stored value cannot be read",
        "run `entremise verify` to see what is damaged",
    )
}
