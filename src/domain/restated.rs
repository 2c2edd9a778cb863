//! What a state knows, written into the journal once more: the answer to records that are lost, of which only a
//! checkpoint tells what they did. A checkpoint is read by the build that wrote it alone; a restatement is read
//! by every later one.
//!
//! What the bytes mean, and how they are read back, is not known here: a form is never changed, a new one gets
//! a number of its own.

use serde::{Deserialize, Serialize};

use super::ids::Seq;

/// One piece of a restatement; together, in order and one record each, they are the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restated {
    /// How the bytes are to be read.
    pub form: u16,
    /// Which piece this is, from 0 on.
    pub part: u32,
    /// How many pieces there are.
    pub parts: u32,
    /// The last record that the restated state knows; the first piece stands right behind it.
    pub upto: Seq,
    /// The bytes.
    pub bytes: Box<[u8]>,
}

impl Restated {
    /// Whether the restatement is whole with this piece.
    pub fn is_last(&self) -> bool {
        self.part.checked_add(1) == Some(self.parts)
    }
}
