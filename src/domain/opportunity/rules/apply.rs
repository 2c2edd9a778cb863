//! Applies what happened on the board and to credits to the state.

use crate::domain::ids::FirmId;
use crate::domain::meta::Meta;
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for OfCredits {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        state.board_revision += 1;
        let (credits, firm) = (&mut state.credits, FirmId::own(self.person));
        credits.apply(meta.seq, meta.at, firm, &self.entry);
    }
}

impl Applies for OfBoard {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        state.board_revision += 1;
        let by = self.event.by().or(meta.actor);
        let firm = by.map_or(FirmId::NONE, |person| state.acting(person));
        let (board, of) = (&mut state.board, (self.request, self.opportunity));
        board.apply(meta, of, &self.event, firm);
        if self.event.is_private() {
            state.call(self.request);
        } else {
            state.mention(meta, self.request, self.event.moves());
        }
    }
}
