//! Applies what happened to the settings of the house to the state.

use std::sync::Arc;

use crate::domain::house::event::HouseEvent;
use crate::domain::meta::Meta;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for HouseEvent {
    fn apply(&self, state: &mut State, _: &Meta, _: Within) {
        match self {
            HouseEvent::Changed { to } => state.head.house = Some(Arc::new((**to).clone())),
            HouseEvent::RoutingChanged { to } => {
                state.keywords = Arc::new(to.keywords());
                state.head.routing = Arc::new((**to).clone());
            }
            HouseEvent::TermsChanged { to } => {
                state.board_revision += 1;
                state.head.terms = Arc::new((**to).clone());
            }
            HouseEvent::PricesChanged { to } => {
                state.board_revision += 1;
                state.head.prices = Arc::new((**to).clone());
            }
        }
    }
}
