//! Makes what happened to the settings of the house so, in the state.

use std::sync::Arc;

use super::super::State;
use crate::domain::house::event::HouseEvent;

impl State {
    pub(super) fn apply_house(&mut self, event: &HouseEvent) {
        match event {
            HouseEvent::Changed { to } => self.head.house = Some(Arc::new((**to).clone())),
            HouseEvent::RoutingChanged { to } => {
                self.keywords = Arc::new(to.keywords());
                self.head.routing = Arc::new((**to).clone());
            }
            HouseEvent::TermsChanged { to } => {
                self.board_revision += 1;
                self.head.terms = Arc::new((**to).clone());
            }
            HouseEvent::PricesChanged { to } => {
                self.board_revision += 1;
                self.head.prices = Arc::new((**to).clone());
            }
        }
    }
}
