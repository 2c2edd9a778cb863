//! Applies what happened on the board and to credits to the state.

use crate::domain::meta::Meta;
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for OfCredits {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        state.board_revision += 1;
        let credits = &mut state.credits;
        credits.apply(meta.seq, meta.at, self.person, &self.entry);
    }
}

impl Applies for OfBoard {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        state.board_revision += 1;
        let board = &mut state.board;
        board.apply(meta, self.request, self.opportunity, &self.event);
        if self.event.is_private() {
            state.call(self.request);
        } else {
            state.mention(meta, self.request, self.event.moves());
        }
    }
}
