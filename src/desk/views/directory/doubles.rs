//! What looks double in the whole directory, for who cleans it up: found beside the screen, so that nobody waits.

use std::sync::atomic::Ordering;

use crate::desk::views::{Cancel, Look, Sight};
use crate::domain::organisation::further::Double;
use crate::domain::{Refusal, State};
use crate::text::sanitise::clean_line;

/// The most pairs that are told.
const MOST: usize = 500;
/// So many rows are looked at between two looks at whether anybody still waits.
const BETWEEN: usize = 1_024;

/// Two that may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubleRow {
    /// Which two; the one that was entered first stands first.
    pub pair: Double,
    /// What they are called, in that order.
    pub names: [String; 2],
    /// What tells one contact from another of the same name: their addresses; of organisations their towns.
    pub marks: [String; 2],
}

/// What looks double.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubles {
    /// The pairs: organisations, then contacts.
    pub rows: Vec<DoubleRow>,
    /// Whether there are more than are told.
    pub more: bool,
}

impl Doubles {
    /// Returns a look at all that looks double.
    pub fn look() -> Look<Result<Doubles, Refusal>> {
        Look::scanned(
            |looker, cancel, _| match Doubles::of(&looker.sight(), cancel) {
                Ok(found) => found.map(Ok),
                Err(refusal) => Some(Err(refusal)),
            },
        )
    }

    /// Returns all that looks double; `None` when cancelled.
    ///
    /// # Errors
    /// Who looks may not read the directory.
    pub fn of(sight: &Sight, cancel: &Cancel) -> Result<Option<Doubles>, Refusal> {
        sight.may_read_directory()?;
        Ok(scan(sight.state(), cancel))
    }
}

fn scan(state: &State, cancel: &Cancel) -> Option<Doubles> {
    let mut found = Doubles::default();
    let stopped = |n: usize| n.is_multiple_of(BETWEEN) && cancel.load(Ordering::Relaxed);
    for (n, one) in state.organisations().enumerate() {
        if stopped(n) {
            return None;
        }
        let later = state.doubles_of(one.id).into_iter();
        for other in later.filter(|other| *other > one.id) {
            found.put(state, Double::Organisations(one.id, other));
        }
    }
    for (n, one) in state.contacts().enumerate() {
        if stopped(n) {
            return None;
        }
        let later = state.doubles_of_contact(one.id).into_iter();
        for other in later.filter(|other| *other > one.id) {
            found.put(state, Double::Contacts(one.id, other));
        }
    }
    Some(found)
}

impl Doubles {
    fn put(&mut self, state: &State, pair: Double) {
        if self.rows.len() >= MOST {
            self.more = true;
            return;
        }
        let line = |text: &str| clean_line(text).into_owned();
        let told = match pair {
            Double::Organisations(one, two) => [one, two].map(|id| {
                let row = state.organisation_row(id).map(|row| &row.profile);
                row.map(|profile| (line(&profile.name), line(&profile.city)))
            }),
            Double::Contacts(one, two) => [one, two].map(|id| {
                let row = state.contact_row(id);
                row.map(|row| (line(&row.name), line(&row.email)))
            }),
        };
        let [one, two] = told.map(Option::unwrap_or_default);
        self.rows.push(DoubleRow {
            pair,
            names: [one.0, two.0],
            marks: [one.1, two.1],
        });
    }
}
