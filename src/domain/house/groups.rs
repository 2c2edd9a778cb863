//! What the settings say of each group: whose requests are validated first (REQ-5), who selects among proposals
//! (BRD-6). Decides nothing.

use serde::{Deserialize, Serialize};

/// Whose requests must be validated before they are posted (REQ-5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validation {
    /// Under Subcontracting.
    pub subcontracting: bool,
    /// Under Client introduction.
    pub introduction: bool,
}

/// Who selects among the proposals for an opportunity (BRD-6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Selects {
    /// The house, in its own name, among those who apply to coordinate (S0).
    #[default]
    House,
    /// The client, as in a marketplace (S2, S4).
    Client,
}

impl Selects {
    /// All of them, in the order they are offered.
    pub const ALL: [Selects; 2] = [Selects::House, Selects::Client];

    /// Returns the stable name that texts and data files find it by.
    pub fn key(self) -> &'static str {
        match self {
            Selects::House => "house",
            Selects::Client => "client",
        }
    }

    /// Returns who selected before it was said of each opportunity.
    pub(in crate::domain) fn unsaid() -> Selects {
        Selects::Client
    }
}

/// Who selects in each group (BRD-6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// Under Subcontracting.
    pub subcontracting: Selects,
    /// Under Client introduction.
    pub introduction: Selects,
}
