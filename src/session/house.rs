//! What every session of a house has at hand: the desk, the search, and what it may ask of this machine.

use std::sync::Arc;
use std::time::Duration;

use crate::desk::{Desk, Searches};
use crate::domain::access::Fingerprint;
use crate::domain::{Command, PersonId};

/// What every session of a house has at hand.
#[derive(Clone)]
pub struct House {
    /// The desk.
    pub desk: Desk,
    /// The full-text search; it is begun once the first screen is there.
    pub finder: Arc<dyn Searches>,
    /// Remembers who this user of the machine is, or says why not.
    pub remember: Arc<dyn Fn(PersonId) -> Result<(), String> + Send + Sync>,
    /// How many sessions of a person are open, or how many of them a key opened.
    pub open: CountOpen,
    /// What somebody elsewhere types to come in; empty when no server runs.
    pub door: Arc<str>,
    /// After this without a key the session ends; it is warned a minute before.
    pub idle: Option<Duration>,
    /// What the person is told first, on the first screen.
    pub first_words: Option<String>,
    /// The command that sets a house up, from the person's name, the house's and its country; or why
    /// there is none.
    pub set_up: SetUp,
}

/// From a person, and a key of theirs or none, to how many sessions are open.
pub type CountOpen = Arc<dyn Fn(PersonId, Option<&Fingerprint>) -> usize + Send + Sync>;

/// From a person's name, the house's and its country to the command that sets it up, or why not.
pub type SetUp = Arc<dyn Fn(&str, &str, &str) -> Result<Command, String> + Send + Sync>;
