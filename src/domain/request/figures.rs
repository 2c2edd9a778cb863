//! How many requests came in, day by day, and what came of them: whether they were answered in time, whether they
//! were concretised (BRD-10). Counts are kept with every change and made anew from the rows when a checkpoint is
//! read: nothing is ever counted when somebody looks.

use std::ops::AddAssign;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{Owes, Request, RequestStage, Status};
use crate::domain::Millis;

/// Milliseconds of a day.
const DAY: Millis = 24 * 3_600_000;

/// Whether a request was answered, and in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answered {
    /// Nobody answered it yet.
    #[default]
    NotYet,
    /// It was answered before its answer was due.
    InTime,
    /// It was answered later.
    Late,
}

/// How far a request has come in what figures tell of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Milestones {
    /// Whether it was answered.
    pub answered: Answered,
    /// Whether it became a deal or a mission.
    pub concretised: bool,
}

/// Counts of requests that came in on the same days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many came in.
    pub received: u32,
    /// Of them, those that were answered.
    pub answered: u32,
    /// Of them, those that were answered in time.
    pub in_time: u32,
    /// Of those that came in, the ones that became a deal or a mission.
    pub concretised: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.received = self.received.saturating_add(other.received);
        self.answered = self.answered.saturating_add(other.answered);
        self.in_time = self.in_time.saturating_add(other.in_time);
        self.concretised = self.concretised.saturating_add(other.concretised);
    }
}

impl Counts {
    fn less(self, other: Counts) -> Counts {
        Counts {
            received: self.received.saturating_sub(other.received),
            answered: self.answered.saturating_sub(other.answered),
            in_time: self.in_time.saturating_sub(other.in_time),
            concretised: self.concretised.saturating_sub(other.concretised),
        }
    }

    /// Returns what one request adds; nothing for what is no client's request, or the same as another.
    fn of(request: &Request) -> Counts {
        let counts = match request.status {
            Status::Open | Status::Snoozed { .. } => true,
            Status::Closed { reason, .. } => reason.ending().was_request(),
            Status::Merged { .. } | Status::Void => false,
        };
        if !counts || request.is_from_provider() {
            return Counts::default();
        }
        let Milestones {
            answered,
            concretised,
        } = request.milestones;
        Counts {
            received: 1,
            answered: u32::from(answered != Answered::NotYet),
            in_time: u32::from(answered == Answered::InTime),
            concretised: u32::from(concretised),
        }
    }
}

/// The counts, by the day on which requests came in.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    days: OrdMap<i64, Counts>,
}

impl Figures {
    /// Counts a request that is `new` now, and was `old`.
    pub(super) fn change(&mut self, old: Option<&Request>, new: &Request) {
        let told = |request: &Request| (day_of(request.received_at), Counts::of(request));
        let (before, after) = (old.map(told), told(new));
        if before == Some(after) {
            return;
        }
        if let Some((day, counts)) = before
            && let Some(there) = self.days.get_mut(&day)
        {
            *there = there.less(counts);
        }
        self.add(after);
    }

    fn add(&mut self, (day, counts): (i64, Counts)) {
        if counts != Counts::default() {
            *self.days.entry(day).or_default() += counts;
        }
    }

    /// Returns the counts of requests that came in on the `days` days up to the one of `now`.
    pub fn last(&self, days: u16, now: Millis) -> Counts {
        let today = day_of(now);
        let from = today.saturating_sub(i64::from(days).saturating_sub(1));
        let mut sum = Counts::default();
        for (_, counts) in self.days.range(from..=today) {
            sum += *counts;
        }
        sum
    }
}

fn day_of(at: Millis) -> i64 {
    at.div_euclid(DAY)
}

/// Whether the client has an answer: somebody spoke with them or wrote, or something was made of the request.
fn is_answered(request: &Request) -> bool {
    let spoken = matches!(
        request.stage,
        RequestStage::InTouch | RequestStage::Validated
    );
    let closed = matches!(
        request.status,
        Status::Closed { reason, .. } if reason.ending().was_request()
    );
    spoken || closed || request.turn.owes == Owes::Client || request.step.of.is_some()
}

/// Takes note in `request`, as it is at `at`, of an answer that was due `by` a time. An answer that is taken back was
/// none.
pub(in crate::domain) fn note_answer(request: &mut Request, by: Option<Millis>, at: Millis) {
    let answered = &mut request.milestones.answered;
    let before = *answered;
    request.milestones.answered = match (is_answered(request), before) {
        (false, _) => Answered::NotYet,
        (true, Answered::NotYet) if by.is_some_and(|by| at > by) => Answered::Late,
        (true, Answered::NotYet) => Answered::InTime,
        (true, known) => known,
    };
}
