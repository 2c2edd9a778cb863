//! What a message's own text says, read before it is decided on: the costly part of taking it in. Decides nothing.

use std::sync::Arc;

use super::incoming::{Incoming, Source};
use super::{lint, stated};
use crate::domain::Millis;
use crate::domain::house::{House, Language};
use crate::domain::routing::{KindId, Routing};
use crate::domain::state::State;
use crate::text::language;

/// What a message's own text says: the costly part of taking it in. It can be read before the message
/// is decided on, beside the writer, and holds as long as the house's settings do.
#[derive(Clone, Debug)]
pub struct Reading {
    pub(super) language: Language,
    pub(super) kind: Option<KindId>,
    pub(super) deadline: Option<Millis>,
    pub(super) findings: lint::Findings,
    house: Arc<House>,
    routing: Arc<Routing>,
}

impl Reading {
    /// Reads a message that came at `now`; `None` while there is no house.
    pub fn ahead(state: &State, incoming: &Incoming, now: Millis) -> Option<Reading> {
        state
            .house()
            .map(|house| Reading::of(state, house, incoming, now))
    }

    pub(in crate::domain) fn of(
        state: &State,
        house: &Arc<House>,
        incoming: &Incoming,
        now: Millis,
    ) -> Reading {
        let came = incoming.came_at(now);
        let words = format!("{} {}", incoming.subject, incoming.body);
        let language = incoming.language.or_else(|| guess_language(&words));
        let stated = incoming.asked.deadline;
        let deadline = stated.or_else(|| stated::deadline(house, came, incoming));
        let named = state
            .routing()
            .by_key(&incoming.asked.kind)
            .filter(|row| !row.retired)
            .map(|row| row.id);
        let recognise = || {
            state
                .keywords()
                .recognise(&incoming.subject, &incoming.body)
        };
        let findings = match incoming.source {
            Source::Form => lint::Findings::default(),
            _ => lint::lint(incoming, deadline, house.most_copied),
        };
        Reading {
            language: language.unwrap_or(Language::UNKNOWN),
            kind: named.or_else(|| recognise().map(|recognised| recognised.kind)),
            deadline,
            findings,
            house: Arc::clone(house),
            routing: Arc::clone(state.routing()),
        }
    }

    /// Whether it was read by the settings that hold now.
    pub(in crate::domain) fn holds(&self, state: &State) -> bool {
        Arc::ptr_eq(&self.routing, state.routing())
            && state
                .house()
                .is_some_and(|house| Arc::ptr_eq(&self.house, house))
    }
}

pub(in crate::domain) fn guess_language(words: &str) -> Option<Language> {
    language::guess(words).and_then(Language::parse)
}
