//! Which records tell of an organisation, and which of the calls of a request (PPL-6, REQ-10), so that a page reads those and no
//! others. What they say stays in the journal.

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::State;
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, OrganisationId, RequestId, Seq};
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::{Double, Further};
use crate::domain::request::event::RequestEvent;

/// How many records of one thing are kept.
const KEPT: usize = 500;

/// What a trail is of. Written: a new one is behind the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TrailOf {
    /// What was changed of an organisation, or of who is there.
    Organisation(OrganisationId),
    /// The calls of a request.
    Calls(RequestId),
    /// Its calls that were taken back.
    NoCalls(RequestId),
}

/// The records, by what they are of, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::domain) struct Trails(OrdMap<TrailOf, Vector<Seq>>);

impl Trails {
    fn put(&mut self, of: TrailOf, seq: Seq) {
        let records = self.0.entry(of).or_default();
        if records.last() != Some(&seq) {
            records.push_back(seq);
        }
        if records.len() > KEPT {
            records.pop_front();
        }
    }

    /// Moves a record from one trail to another, where it is on that.
    fn shift(&mut self, from: TrailOf, to: TrailOf, seq: Seq) {
        let at = self.0.get(&from).and_then(|all| all.index_of(&seq));
        let Some(at) = at else { return };
        let records = self.0.entry(from).or_default();
        records.remove(at);
        if records.is_empty() {
            self.0.remove(&from);
        }
        let records = self.0.entry(to).or_default();
        let at = records.iter().filter(|one| **one < seq).count();
        records.insert(at, seq);
    }
}

impl FromIterator<(TrailOf, Vector<Seq>)> for Trails {
    fn from_iter<I: IntoIterator<Item = (TrailOf, Vector<Seq>)>>(rows: I) -> Self {
        Trails(rows.into_iter().collect())
    }
}

impl State {
    /// Takes note of an event of the record `seq`, before it is applied.
    pub(super) fn note_trail(&mut self, event: &Event, seq: Seq) {
        match event {
            Event::Directory(event) => {
                for id in self.told_of(event) {
                    self.trails.put(TrailOf::Organisation(id), seq);
                }
            }
            Event::Request(RequestEvent::Attempted { request, .. }) => {
                self.trails.put(TrailOf::Calls(*request), seq);
            }
            Event::Request(RequestEvent::Retracted { request, of, back }) => {
                let [told, not] = [TrailOf::Calls(*request), TrailOf::NoCalls(*request)];
                match back {
                    true => self.trails.shift(told, not, *of),
                    false => self.trails.shift(not, told, *of),
                }
            }
            _ => {}
        }
    }

    /// The organisations that an event tells of.
    fn told_of(&self, event: &DirectoryEvent) -> Vec<OrganisationId> {
        let of = |id: &ContactId| self.contact_row(*id).map(|one| one.organisation);
        match event {
            DirectoryEvent::OrganisationAdded { organisation } => vec![organisation.id],
            DirectoryEvent::ProfileChanged { organisation, .. }
            | DirectoryEvent::RelationSet { organisation, .. } => vec![*organisation],
            DirectoryEvent::ContactAdded { contact } => vec![contact.organisation],
            DirectoryEvent::ContactChanged { contact, .. } => of(contact).into_iter().collect(),
            DirectoryEvent::Further { event } => match &**event {
                Further::OrganisationsMerged { from, into, .. } => vec![*from, *into],
                Further::ContactsMerged { from, into, .. } => {
                    [of(from), of(into)].into_iter().flatten().collect()
                }
                Further::ContactMoved { from, to, .. } => vec![*from, *to],
                Further::ToldApart { pair, .. } => match pair {
                    Double::Organisations(one, two) => vec![*one, *two],
                    Double::Contacts(one, two) => {
                        [of(one), of(two)].into_iter().flatten().collect()
                    }
                },
            },
        }
    }

    /// Returns the records that tell of something, the oldest first. The first of very many are forgotten.
    pub fn trail(&self, of: TrailOf) -> impl DoubleEndedIterator<Item = Seq> + '_ {
        let records = self.trails.0.get(&of);
        records.into_iter().flatten().copied()
    }

    /// Returns all of them, by what they are of.
    pub fn trails(&self) -> impl Iterator<Item = (&TrailOf, &Vector<Seq>)> {
        self.trails.0.iter()
    }
}
