//! What is said of a request: notes, calls, tags, that it is serious (REQ-5, REQ-8).

use crate::domain::event::Event;
use crate::domain::lists::rules::tags;
use crate::domain::refusal::Refusal;
use crate::domain::request::RequestStage;
use crate::domain::request::change::Change;
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::rules::{Doing, TAG_MOST, checked};
use crate::domain::request::turn::Turn;

impl Doing<'_> {
    pub(super) fn tag(&mut self, tag: &str, there: bool) -> Result<(), Refusal> {
        let tag = tags::meant(self.state, tag, &self.request.tags, there)?;
        if tag.is_empty() {
            return Err(Refusal::TextMissing);
        }
        if tag.chars().count() > TAG_MOST {
            return Err(Refusal::TooLong { most: TAG_MOST });
        }
        if self.request.tags.contains(&tag) == there {
            return Err(Refusal::AlreadySo);
        }
        self.room(self.request.tags.len(), there)?;
        self.push(Change::Tag { tag, there });
        Ok(())
    }

    pub(super) fn note(&mut self, text: &str) -> Result<(), Refusal> {
        if text.trim().is_empty() {
            return Err(Refusal::TextMissing);
        }
        self.note_if_any(text)
    }

    pub(super) fn note_if_any(&mut self, text: &str) -> Result<(), Refusal> {
        let text = checked(text)?;
        if !text.is_empty() {
            self.events.push(Event::Request(RequestEvent::Noted {
                request: self.request.id,
                text,
            }));
        }
        Ok(())
    }

    pub(super) fn attempt(&mut self, outcome: Outcome, text: &str) -> Result<(), Refusal> {
        let text = checked(text)?;
        let request = self.request;
        self.events.push(Event::Request(RequestEvent::Attempted {
            request: request.id,
            outcome,
            text,
        }));
        let stage = match outcome {
            Outcome::Spoke => RequestStage::InTouch,
            Outcome::Called | Outcome::NoAnswer => RequestStage::Attempted,
        };
        if stage > request.stage {
            self.push(Change::Stage {
                from: request.stage,
                to: stage,
            });
        }
        let attempts = request.attempts.saturating_add(1);
        self.push(Change::Attempts {
            from: request.attempts,
            to: attempts,
        });
        self.set_turn(match outcome {
            Outcome::Called => Turn::client(self.house, self.facts.now),
            Outcome::NoAnswer => Turn::retry(self.house, self.facts.now, request.deadline),
            Outcome::Spoke => Turn::answer(self.house, self.facts.now, request.deadline),
        });
        Ok(())
    }

    pub(super) fn validate(&mut self, text: &str) -> Result<(), Refusal> {
        let from = self.request.stage;
        if from == RequestStage::Validated {
            return Err(Refusal::AlreadySo);
        }
        self.note_if_any(text)?;
        self.push(Change::Stage {
            from,
            to: RequestStage::Validated,
        });
        self.set_turn(Turn::answer(
            self.house,
            self.facts.now,
            self.request.deadline,
        ));
        Ok(())
    }
}
