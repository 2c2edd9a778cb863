//! Applies what happened to the lists of the house to the state.

use std::sync::Arc;

use crate::domain::lists::Lists;
use crate::domain::lists::event::ListsEvent;
use crate::domain::meta::Meta;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for ListsEvent {
    fn apply(&self, state: &mut State, _: &Meta, _: Within) {
        match self {
            ListsEvent::Changed { list, to, .. } => {
                // Who may apply depends on the order of the levels.
                state.board_revision += 1;
                Arc::make_mut(&mut state.head.areas.lists).change(*list, to);
            }
        }
    }
}

impl State {
    /// The lists of the house (WKS-8).
    pub fn lists(&self) -> &Arc<Lists> {
        &self.head.areas.lists
    }
}
