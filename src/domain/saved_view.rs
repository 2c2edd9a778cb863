//! Saved views (REQ-12): a name for what one looks at, shared or one's own.

use serde::{Deserialize, Serialize};

use super::ids::{PersonId, ViewId};

/// A view somebody saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// Its name, as shown in the list of views.
    pub name: Box<str>,
    /// What it shows, in the words of the filter line (`is:open who:me tag:urgent atelier`).
    pub query: Box<str>,
    /// Who saved it.
    pub owner: PersonId,
    /// Whether all see it.
    pub shared: bool,
}
