//! Applies what happened to quotations to the state.

use crate::domain::meta::Meta;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for OfQuotation {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        state.board_revision += 1;
        let quotations = &mut state.quotations;
        quotations.apply(meta, self.request, self.quotation, &self.event);
        state.mention(meta, self.request, self.event.moves());
    }
}
