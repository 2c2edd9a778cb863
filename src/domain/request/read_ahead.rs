//! What a message's own text says, read before it is decided on: the costly part of taking it in. Decides nothing.

use std::sync::Arc;

use super::incoming::{Incoming, Source};
use super::lint;
use super::stated::{self, Deadline, Words};
use crate::domain::Millis;
use crate::domain::house::{Country, House, Language};
use crate::domain::organisation::{country_of, domain_of, is_personal};
use crate::domain::routing::{KindId, Routing};
use crate::domain::state::State;
use crate::text::language;
use crate::text::reading::Lexicon;

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
    lexicon: Arc<Lexicon>,
    country: Option<Country>,
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
        let (lexicon, country) = (state.lexicon(), country_of_sender(state, incoming));
        let language = incoming
            .language
            .or_else(|| guess_language(&words, lexicon));
        let deadline = match incoming.asked.deadline {
            Some(at) => Deadline {
                at: Some(at),
                doubtful: false,
            },
            None => {
                let words = Words {
                    house,
                    lexicon,
                    language,
                    country,
                };
                stated::deadline(&words, came, incoming)
            }
        };
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
            _ => lint::lint(incoming, deadline, house.most_copied, lexicon),
        };
        Reading {
            language: language.unwrap_or(Language::UNKNOWN),
            kind: named.or_else(|| recognise().map(|recognised| recognised.kind)),
            deadline: deadline.at,
            findings,
            house: Arc::clone(house),
            routing: Arc::clone(state.routing()),
            lexicon: Arc::clone(lexicon),
            country,
        }
    }

    /// Whether it was read by the settings that hold now, and by what is known of its sender now.
    pub(in crate::domain) fn holds(&self, state: &State, incoming: &Incoming) -> bool {
        self.country == country_of_sender(state, incoming)
            && Arc::ptr_eq(&self.routing, state.routing())
            && Arc::ptr_eq(&self.lexicon, state.lexicon())
            && state
                .house()
                .is_some_and(|house| Arc::ptr_eq(&self.house, house))
    }
}

pub(in crate::domain) fn guess_language(words: &str, lexicon: &Lexicon) -> Option<Language> {
    language::guess(words, lexicon).and_then(Language::parse)
}

/// Returns where the sender of a message is, as far as it is known: as they say, as their organisation is kept, by the
/// ending of their own mail domain.
pub(in crate::domain) fn country_of_sender(state: &State, incoming: &Incoming) -> Option<Country> {
    let email = incoming.from.email.trim();
    let domain = domain_of(email);
    let contact = state.contact_of_email(email).filter(|_| !email.is_empty());
    let contact = contact.and_then(|id| state.contact(id));
    let theirs = contact.map(|contact| contact.organisation);
    let theirs = theirs.or_else(|| state.organisation_of_domain(&domain));
    let kept = theirs.and_then(|id| state.organisation(id));
    let kept = kept.and_then(|organisation| organisation.profile.country);
    let by_ending = || country_of(&domain).filter(|_| !is_personal(&domain));
    incoming.asked.country.or(kept).or_else(by_ending)
}
