//! Makes records so, in the state. It cannot fail: what a record names and the state does not have is left
//! alone.

use super::follow::within;
use super::{LATELY, REMEMBERED, State};
use crate::domain::event::{Event, handed_on};
use crate::domain::ids::PersonId;
use crate::domain::meta::Meta;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::arrival::Within;
use crate::domain::thing::Touch;

/// Applies to the state what happened in an area.
pub(in crate::domain) trait Applies {
    /// Applies it, as part of the record `meta`; `within` is what holds for all events of that record.
    fn apply(&self, state: &mut State, meta: &Meta, within: Within);
}

impl State {
    /// Makes a record so.
    pub fn apply(&mut self, meta: &Meta, events: &[Event]) {
        let skipped = meta.seq.saturating_sub(self.head.seq + 1);
        let lost = skipped + u64::from(events.is_empty());
        if lost > 0 {
            self.head.gaps += lost;
            self.reserve(lost);
        }
        let within = within(meta, events);
        for event in events {
            self.apply_event(meta, event, within);
            self.files.apply(event);
        }
        if let Some(actor) = meta.actor {
            let stacks = self.head.stacks.entry(actor).or_default();
            stacks.note(meta.seq, events);
            if stacks.is_empty() {
                self.head.stacks.remove(&actor);
            }
            self.note_lately(actor, meta, events);
        }
        self.head.seq = meta.seq;
        self.remember(meta);
    }

    /// Takes note of a record of somebody's, for them to come back to.
    fn note_lately(&mut self, actor: PersonId, meta: &Meta, events: &[Event]) {
        let does = |event: &Event| {
            let liked = matches!(
                event,
                Event::People(
                    PeopleEvent::PreferencesChanged { .. } | PeopleEvent::Favoured { .. }
                )
            );
            !liked
        };
        if !events.iter().any(does) {
            return;
        }
        let theirs = self.head.lately.entry(actor).or_default();
        theirs.push_back(meta.seq);
        if theirs.len() > LATELY {
            theirs.pop_front();
        }
    }

    fn remember(&mut self, meta: &Meta) {
        self.head.recent.push_back((meta.command, meta.seq));
        self.done.insert(meta.command, meta.seq);
        if self.head.recent.len() > REMEMBERED
            && let Some((oldest, seq)) = self.head.recent.pop_front()
            && self.done.get(&oldest) == Some(&seq)
        {
            self.done.remove(&oldest);
        }
    }

    fn apply_event(&mut self, meta: &Meta, event: &Event, within: Within) {
        if let Some(thing) = event.thing() {
            self.touches.insert(thing, Touch::of(meta));
        }
        self.head.chronicle.note(event, meta.seq);
        self.note_trail(event, meta.seq);
        handed_on!(event, event => event.apply(self, meta, within),
            Event::Restated { piece } => {
                if piece.is_last() {
                    self.head.restated = meta.seq;
                }
            }
            Event::Undone { .. } | Event::Redone { .. } => {});
    }
}
