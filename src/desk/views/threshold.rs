//! What somebody at the entrance is shown who is not known yet: whether there is a house, and who could
//! be asking. Only for a terminal of this machine; who comes from elsewhere is known or is not let in.

use super::Colleague;
use crate::desk::Published;

/// What the entrance has to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Threshold {
    /// Whether there is a house in this store.
    pub set_up: bool,
    /// The active staff, with what they are.
    pub staff: Vec<Colleague>,
}

impl Published {
    /// What the entrance has to know.
    pub fn threshold(&self) -> Threshold {
        Threshold {
            set_up: self.is_set_up(),
            staff: self.staff(),
        }
    }
}
