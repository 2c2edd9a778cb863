//! What each person can take back, and take back again (REQ-11): the records, never what stands in them.

use serde::{Deserialize, Serialize};

use crate::domain::event::Event;
use crate::domain::ids::Seq;

/// What one person can undo and redo, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stacks {
    undo: Vec<Seq>,
    redo: Vec<Seq>,
}

impl Stacks {
    /// How far back one can go.
    pub const DEEP: usize = 200;

    /// The record that would be undone next.
    pub fn next_undo(&self) -> Option<Seq> {
        self.undo.last().copied()
    }

    /// The undoing record that would be turned round next.
    pub fn next_redo(&self) -> Option<Seq> {
        self.redo.last().copied()
    }

    /// Whether a record is among those that can be undone: it stands.
    pub fn holds(&self, seq: Seq) -> bool {
        self.undo.contains(&seq)
    }

    /// Whether there is neither.
    pub fn is_empty(&self) -> bool {
        self.undo.is_empty() && self.redo.is_empty()
    }

    /// Takes note of a record of this person's.
    pub(in crate::domain) fn note(&mut self, seq: Seq, events: &[Event]) {
        let marks = events.iter().find_map(|event| match event {
            Event::Undone { of } => Some((*of, true)),
            Event::Redone { of } => Some((*of, false)),
            _ => None,
        });
        match marks {
            Some((of, true)) => {
                self.undo.retain(|s| *s != of);
                self.redo.push(seq);
            }
            Some((of, false)) => {
                self.redo.retain(|s| *s != of);
                self.undo.push(seq);
            }
            None if can_be_undone(events) => {
                self.undo.push(seq);
                self.redo.clear();
            }
            None => {}
        }
        let over = self.undo.len().saturating_sub(Stacks::DEEP);
        self.undo.drain(..over);
    }
}

/// Whether a record can be taken back: something in it can, and nothing in it cannot.
pub fn can_be_undone(events: &[Event]) -> bool {
    events.iter().any(|event| event.inverse(0).is_some())
        && events
            .iter()
            .all(|event| event.is_neutral() || event.inverse(0).is_some())
}
