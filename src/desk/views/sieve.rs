//! One query put to very many rows: the clients and colleagues whose names have its words are looked up
//! once, not for every row. Finds exactly what [`Query::matches`] finds.

use std::sync::atomic::Ordering;

use super::look::Cancel;
use super::query::{self, Query};
use crate::domain::request::Request;
use crate::domain::{Millis, RequestId, State};
use crate::text::fold;

/// How many rows are looked at between two looks at `Cancel`.
const SLICE: usize = 8_192;

/// A query made ready for many rows.
pub(super) struct Sieve<'a> {
    query: &'a Query,
    state: &'a State,
    /// The time the tests are held against; none when they are known to be met.
    tested: Option<Millis>,
    words: Vec<Word<'a>>,
}

/// A word and what is found by it without looking at a row's text.
struct Word<'a> {
    text: &'a str,
    number: Option<u32>,
    /// By the place of each organisation, and of each person: whether their name has the word.
    organisations: Vec<bool>,
    people: Vec<bool>,
}

impl<'a> Sieve<'a> {
    /// For rows of which nothing is known.
    pub(super) fn whole(query: &'a Query, state: &'a State, now: Millis) -> Sieve<'a> {
        Sieve {
            tested: Some(now),
            ..Sieve::of_words(query, state)
        }
    }

    /// For rows that meet the query's tests: only its words are looked for.
    pub(super) fn of_words(query: &'a Query, state: &'a State) -> Sieve<'a> {
        let word = |text: &'a String| Word {
            text,
            number: query::number(text),
            organisations: by_place(
                state.next_organisation().index(),
                state.organisation_rows().map(|row| {
                    let now = state.organisation(row.id).unwrap_or(row);
                    (row.id.index(), &*now.profile.name)
                }),
                text,
            ),
            people: by_place(
                state.next_person().index(),
                state.people().map(|p| (p.id.index(), &*p.name)),
                text,
            ),
        };
        Sieve {
            query,
            state,
            tested: None,
            words: query.words().iter().map(word).collect(),
        }
    }

    /// Whether the query shows `request`.
    pub(super) fn keeps(&self, request: &Request) -> bool {
        self.tested
            .is_none_or(|now| self.query.meets_all(request, now))
            && self.words.iter().all(|word| word.finds(request))
    }

    /// All rows that the query shows, in the order of their ids; `None` when cancelled.
    pub(super) fn all(&self, cancel: &Cancel) -> Option<Vec<&'a Request>> {
        let mut kept: Vec<&Request> = Vec::new();
        for (n, request) in self.state.requests().iter().enumerate() {
            if n % SLICE == 0 && cancel.load(Ordering::Relaxed) {
                return None;
            }
            if self.keeps(request) {
                kept.push(request);
            }
        }
        Some(kept)
    }

    /// Which of `wanted` the query shows, by the place of each row; `None` when cancelled. Rows are looked
    /// at in the order they lie in memory: in any other order a million of them take several times as long.
    pub(super) fn among(
        &self,
        wanted: impl Iterator<Item = RequestId>,
        cancel: &Cancel,
    ) -> Option<Vec<bool>> {
        let rows = self.state.requests().rows();
        let mut found = vec![false; rows.places().len()];
        for id in wanted {
            if let Some(place) = found.get_mut(id.index()) {
                *place = true;
            }
        }
        for (n, (request, found)) in rows.places().iter().zip(&mut found).enumerate() {
            if n % SLICE == 0 && cancel.load(Ordering::Relaxed) {
                return None;
            }
            *found = *found && request.as_ref().is_some_and(|request| self.keeps(request));
        }
        Some(found)
    }
}

/// By the place of each row, whether its name has `text`.
fn by_place<'a>(
    places: usize,
    names: impl Iterator<Item = (usize, &'a str)>,
    text: &str,
) -> Vec<bool> {
    let mut found = vec![false; places];
    for (place, name) in names {
        if let Some(found) = found.get_mut(place) {
            *found = fold::contains_folded(name, text);
        }
    }
    found
}

impl Word<'_> {
    fn finds(&self, request: &Request) -> bool {
        let at = |names: &[bool], place: usize| names.get(place).copied().unwrap_or(false);
        at(&self.organisations, request.organisation.index())
            || request
                .assignee
                .is_some_and(|person| at(&self.people, person.index()))
            || self.number == Some(request.id.0)
            || fold::contains_folded(&request.subject, self.text)
            || request
                .tags
                .iter()
                .any(|tag| fold::contains_folded(tag, self.text))
    }
}
