//! What a server takes from outside at most: how much, how many, how long. Values only.

use std::time::Duration;

/// The limits of a server.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections in all.
    pub most: usize,
    /// Connections of one address (of one /64, for the sixth version).
    pub per_address: usize,
    /// Connections in all that have not logged in.
    pub strangers: usize,
    /// Of those, from one address.
    pub strangers_per_address: usize,
    /// Open sessions and commands of one person.
    pub per_person: usize,
    /// Within this one must have said which protocol one speaks.
    pub banner: Duration,
    /// Within this one must have logged in.
    pub login: Duration,
    /// After this without a key a session ends.
    pub idle: Option<Duration>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            most: 1_200,
            per_address: 64,
            strangers: 100,
            strangers_per_address: 16,
            per_person: 8,
            banner: Duration::from_secs(4),
            login: Duration::from_secs(30),
            idle: Some(Duration::from_secs(240 * 60)),
        }
    }
}

/// Key offers, proofs and codes of one connection that may fail.
pub const ATTEMPTS: usize = 128;
/// Keys that open nothing and are remembered, of one connection: one of them can be bound by a code.
pub const STRANGE_KEYS: usize = 40;
/// What one connection may be asked while a key is bound.
pub const ROUNDS: u32 = 24;
/// Keys that a right code was said for and that wait to be proven: how many.
pub const BINDINGS: usize = 1_000;
/// How long one of them waits.
pub const BINDING_WAITS: Duration = Duration::from_secs(10 * 60);
/// Whoever is asked for a code has so much longer to log in: a person is typing.
pub const TYPING: Duration = Duration::from_secs(150);
/// Codes that one connection may try.
pub const CODES: u32 = 3;
/// Codes that one address may try within [`CODES_WITHIN`].
pub const CODES_PER_ADDRESS: u32 = 10;
/// The time that codes of one address are counted over.
pub const CODES_WITHIN: Duration = Duration::from_secs(10 * 60);
/// Channels that one connection may have open beyond what its person may begin.
pub const SPARE_CHANNELS: usize = 2;
/// Connections that wait to be accepted; the system may allow fewer.
pub const WAITING: u32 = 4_096;
/// Pieces of input that may wait for a session; whoever sends more waits.
pub const PIECES: usize = 16;
/// Variables of an environment that are kept, and their longest value.
pub const VARIABLES: (usize, usize) = (16, 256);
/// The longest command line, in bytes.
pub const COMMAND: usize = 8 * 1024;
/// What is left of a session when the house ends it.
pub const GRACE: Duration = Duration::from_millis(600);
/// The longest a server takes to close.
pub const CLOSING: Duration = Duration::from_millis(3_500);
