//! Makes records so, in the state. It cannot fail: what a record names and the state does not have is left
//! alone.

mod access;
mod directory;
mod house;
mod people;
mod request;

use super::follow::within;
use super::{LATELY, REMEMBERED, State};
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::meta::Meta;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::arrival::Within;
use crate::domain::thing::Touch;

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
        match event {
            Event::House(event) => self.apply_house(event),
            Event::People(event) => self.apply_people(meta, event),
            Event::Access(event) => self.apply_access(meta, event),
            Event::Directory(event) => self.apply_directory(event),
            Event::Request(event) => self.apply_request(meta, event, within),
            Event::Credit { person, entry } => {
                self.board_revision += 1;
                self.credits.apply(meta.seq, meta.at, *person, entry);
            }
            Event::Opportunity {
                request,
                opportunity,
                event,
            } => {
                self.board_revision += 1;
                self.board.apply(meta, *request, *opportunity, event);
                if event.is_private() {
                    self.call(*request);
                } else {
                    self.mention(meta, *request, event.moves());
                }
            }
            Event::Quotation {
                request,
                quotation,
                event,
            } => {
                self.board_revision += 1;
                self.quotations.apply(meta, *request, *quotation, event);
                self.mention(meta, *request, event.moves());
            }
            Event::Restated { piece } => {
                if piece.is_last() {
                    self.head.restated = meta.seq;
                }
            }
            Event::Undone { .. } | Event::Redone { .. } => {}
        }
    }
}
