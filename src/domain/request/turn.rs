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
