//! Which records changed the settings, the lists of the house and people (PPL-6), so that a history reads those and no
//! others. What they say stays in the journal.

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::State;
use crate::domain::event::Event;
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::{PersonId, Seq};
use crate::domain::lists::event::ListsEvent;
use crate::domain::person::event::PeopleEvent;

/// How many records of a chapter are kept.
const KEPT: usize = 2_000;

/// What a history is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Chapter {
    /// The settings of the house and its terms.
    Settings,
    /// The routing matrix.
    Routing,
    /// The price lists.
    Prices,
    /// The lists of the house.
    Lists,
    /// Somebody: name, roles, whether they may enter.
    Person(PersonId),
}

/// The records, by what they are of, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Chronicle {
    #[serde(with = "crate::domain::pairs")]
    chapters: OrdMap<Chapter, Vector<Seq>>,
}

impl Chronicle {
    /// Takes note of an event of the record `seq`.
    pub(super) fn note(&mut self, event: &Event, seq: Seq) {
        let Some(chapter) = chapter_of(event) else {
            return;
        };
        let records = self.chapters.entry(chapter).or_default();
        if records.last() != Some(&seq) {
            records.push_back(seq);
        }
        if records.len() > KEPT {
            records.pop_front();
        }
    }
}

fn chapter_of(event: &Event) -> Option<Chapter> {
    match event {
        Event::House(event) => match event {
            HouseEvent::Changed { .. }
            | HouseEvent::Settled { .. }
            | HouseEvent::TermsChanged { .. }
            | HouseEvent::TermsSettled { .. }
            | HouseEvent::WordingChanged { .. }
            | HouseEvent::LogoSet { .. }
            | HouseEvent::ReadingChanged { .. } => Some(Chapter::Settings),
            HouseEvent::RoutingChanged { .. } => Some(Chapter::Routing),
            HouseEvent::PricesChanged { .. } => Some(Chapter::Prices),
            HouseEvent::Recounted { .. } => None,
        },
        Event::People(event) => match event {
            PeopleEvent::Added { person } => Some(Chapter::Person(person.id)),
            PeopleEvent::RolesChanged { person, .. }
            | PeopleEvent::ActiveChanged { person, .. }
            | PeopleEvent::Renamed { person, .. }
            | PeopleEvent::ContactLinked { person, .. } => Some(Chapter::Person(*person)),
            PeopleEvent::PreferencesChanged { .. }
            | PeopleEvent::ProfileKept { .. }
            | PeopleEvent::Favoured { .. }
            | PeopleEvent::ViewSaved { .. }
            | PeopleEvent::ViewRemoved { .. } => None,
        },
        Event::Lists(ListsEvent::Changed { .. }) => Some(Chapter::Lists),
        _ => None,
    }
}

impl State {
    /// Returns the records that changed what `chapter` is of, the oldest first. The first of very many are forgotten.
    pub fn chronicle(&self, chapter: Chapter) -> impl Iterator<Item = Seq> + '_ {
        let records = self.head.chronicle.chapters.get(&chapter);
        records.into_iter().flatten().copied()
    }
}
