//! Whose turn it is, and by when (REQ-9): office hours and holidays count.

use serde::{Deserialize, Serialize};

use super::{Request, Status};
use crate::domain::Millis;
use crate::domain::house::House;

/// Who owes the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Owes {
    /// The house: whoever it is assigned to, or whoever claims it.
    House,
    /// The client.
    Client,
    /// Nobody: it is closed or merged.
    Nobody,
}

/// Who owes the next step, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Turn {
    /// Who.
    pub owes: Owes,
    /// By when; `None` only when nobody owes anything.
    pub due: Option<Millis>,
}

impl Turn {
    /// Nobody's turn.
    pub const NOBODY: Turn = Turn {
        owes: Owes::Nobody,
        due: None,
    };

    /// The house answers a new mail.
    pub fn answer(house: &House, now: Millis, deadline: Option<Millis>) -> Turn {
        Turn::house(
            house.calendar.add_office_minutes(now, house.answer_minutes),
            now,
            deadline,
        )
    }

    /// The house tries again to reach the client.
    pub fn retry(house: &House, now: Millis, deadline: Option<Millis>) -> Turn {
        Turn::house(
            house.calendar.add_office_minutes(now, house.retry_minutes),
            now,
            deadline,
        )
    }

    /// The client answers; if they do not, the house asks again at that time.
    pub fn client(house: &House, now: Millis) -> Turn {
        let due = house.calendar.add_office_minutes(now, house.client_minutes);
        Turn {
            owes: Owes::Client,
            due: Some(due),
        }
    }

    /// Returns the turn after the client wrote again: what is owed already is not put off by it.
    #[must_use]
    pub fn asked_again(self, new: Turn) -> Turn {
        let due = match (self.owes, new.owes) {
            (Owes::House, Owes::House) => self.due.into_iter().chain(new.due).min(),
            _ => new.due,
        };
        Turn { due, ..new }
    }

    /// A deadline counts while it lies ahead; one that passed says nothing of what came after it.
    fn house(due: Millis, now: Millis, deadline: Option<Millis>) -> Turn {
        let due = deadline
            .filter(|deadline| *deadline > now)
            .map_or(due, |deadline| due.min(deadline));
        Turn {
            owes: Owes::House,
            due: Some(due),
        }
    }
}

/// Which of the house's delays a due date is counted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delay {
    /// The one for an answer of ours.
    Answer,
    /// The one for the client.
    Client,
    /// The one between two calls.
    Retry,
}

/// What a due date is counted from: it follows hours, holidays and delays when those change. What somebody stated by
/// hand has none, and stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Counted {
    /// From when on.
    pub from: Millis,
    /// With which delay.
    pub delay: Delay,
    /// What it comes to by the settings it was last counted with.
    pub due: Millis,
}

impl Counted {
    /// Counts by the settings of `house`; a deadline ahead that comes before it counts.
    pub fn by(house: &House, from: Millis, delay: Delay, deadline: Option<Millis>) -> Counted {
        let minutes = match delay {
            Delay::Answer => house.answer_minutes,
            Delay::Client => house.client_minutes,
            Delay::Retry => house.retry_minutes,
        };
        let due = house.calendar.add_office_minutes(from, minutes);
        let deadline = deadline.filter(|deadline| *deadline > from);
        Counted {
            from,
            delay,
            due: deadline.map_or(due, |deadline| due.min(deadline)),
        }
    }

    /// Returns it as the settings of `house` have it.
    #[must_use]
    pub fn anew(self, house: &House, deadline: Option<Millis>) -> Counted {
        Counted::by(house, self.from, self.delay, deadline)
    }
}

/// By which settings a turn is counted.
#[derive(Clone, Copy)]
pub(in crate::domain) struct Settings<'a> {
    /// The house.
    pub(in crate::domain) house: &'a House,
    /// Whether they changed, and due dates are still counted anew.
    pub(in crate::domain) changing: bool,
}

/// Returns what the turn of a request is counted from, now that it passed: nothing, where somebody stated when it is
/// due. `before` is what the turn before was counted from, `at` when it passed, `delays` the ones that may count.
pub(in crate::domain) fn counted(
    by: Settings<'_>,
    request: &Request,
    before: Option<Counted>,
    (at, delays): (Millis, &[Delay]),
) -> Option<Counted> {
    let due = request.turn.due?;
    let deadline = request.counting_deadline();
    let is_so = |one: &Counted| one.due == due;
    let before = before.filter(|before| delays.contains(&before.delay));
    // What waits to be counted anew will be.
    let waits = before.filter(|before| by.changing && is_so(before));
    let again = before.map(|before| before.anew(by.house, deadline));
    let ways = [at, request.received_at].into_iter();
    let mut ways = ways.flat_map(|from| delays.iter().map(move |delay| (from, *delay)));
    let found = || {
        ways.find_map(|(from, delay)| {
            Some(Counted::by(by.house, from, delay, deadline)).filter(is_so)
        })
    };
    waits.or(again.filter(is_so)).or_else(found)
}

/// What a list sorts by: overdue first, then what is due next; what nobody owes comes last.
/// A snoozed request counts with the time it comes back.
pub fn sort_key(request: &Request) -> Millis {
    match request.status {
        Status::Snoozed { until } => until,
        Status::Open => request.step.late_from().unwrap_or(Millis::MAX),
        Status::Closed { at, .. } => Millis::MAX - at.max(0),
        Status::Merged { .. } | Status::Void => Millis::MAX,
    }
}
