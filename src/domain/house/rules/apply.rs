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
            HouseEvent::Changed { to } | HouseEvent::Settled { to, .. } => state.settle(to),
            HouseEvent::Recounted { from, upto } => state.recount(*from, *upto),
            HouseEvent::RoutingChanged { to } => {
                state.keywords = Arc::new(to.keywords());
                state.head.routing = Arc::new((**to).clone());
            }
            HouseEvent::TermsChanged { to } | HouseEvent::TermsSettled { to, .. } => {
                state.board_revision += 1;
                state.head.terms = Arc::new((**to).clone());
            }
            HouseEvent::WordingChanged { language, to, .. } => {
                state.board_revision += 1;
                let papers = &mut state.head.papers;
                match to {
                    Some(to) => papers.insert(*language, Arc::new((**to).clone())),
                    None => papers.remove(language),
                };
            }
            HouseEvent::ReadingChanged { language, to, .. } => {
                state.read_by(*language, to.as_deref());
            }
            HouseEvent::LogoSet { country, to, .. } => {
                state.board_revision += 1;
                let logos = &mut state.head.logos;
                match to {
                    Some(to) => logos.insert(*country, Arc::new((**to).clone())),
                    None => logos.remove(country),
                };
            }
            HouseEvent::PricesChanged { to } => {
                state.board_revision += 1;
                state.head.prices = Arc::new((**to).clone());
            }
        }
    }
}
