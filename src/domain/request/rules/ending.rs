//! When a request sleeps, ends and begins anew (REQ-7, REQ-8).

use crate::domain::Millis;
use crate::domain::refusal::Refusal;
use crate::domain::request::rules::{Doing, group};
use crate::domain::request::turn::Turn;
use crate::domain::request::{CloseReason, Ending, Group, Owes, Status};

impl Doing<'_> {
    pub(super) fn snooze(&mut self, until: Millis) -> Result<(), Refusal> {
        if until <= self.facts.now {
            return Err(Refusal::InThePast);
        }
        let to = Status::Snoozed { until };
        if self.request.status == to {
            return Err(Refusal::AlreadySo);
        }
        self.set_status(to);
        Ok(())
    }

    pub(super) fn wake(&mut self) {
        self.set_status(Status::Open);
        if self.request.turn.owes == Owes::House {
            self.set_turn(Turn::answer(
                self.house,
                self.facts.now,
                self.request.deadline,
            ));
        }
    }

    pub(super) fn close(&mut self, reason: CloseReason, text: &str) -> Result<(), Refusal> {
        self.state.lists().may_stand([reason], [])?;
        if reason.ending().asks_text() && text.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        self.note_if_any(text)?;
        self.set_status(Status::Closed {
            reason,
            at: self.facts.now,
        });
        self.set_turn(Turn::NOBODY);
        if reason.ending() == Ending::Deal {
            self.start_relation();
        }
        Ok(())
    }

    /// A subcontracted deal keeps the relation with that client for the published 12 months (REQ-7).
    pub(super) fn start_relation(&mut self) {
        let decided = self.request.group;
        let proposed = || group::propose(self.state, self.request).group();
        if decided.or_else(proposed) != Some(Group::Subcontracting) {
            return;
        }
        let begun = group::begun(self.state, self.request.organisation, self.facts.now);
        self.events.extend(begun);
    }

    pub(super) fn reopen(&mut self) -> Result<(), Refusal> {
        self.set_status(Status::Open);
        self.set_turn(Turn::answer(
            self.house,
            self.facts.now,
            self.request.deadline,
        ));
        Ok(())
    }
}
