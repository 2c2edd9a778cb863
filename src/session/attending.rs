//! What a session lets colleagues know of its person (REQ-8): what they look at, once they stayed on it
//! for a moment; what they write on, at once. Leaving the session takes it all back.

use std::time::Duration;

use tokio::time::Instant;

use crate::desk::{Presence, Seat};
use crate::domain::{PersonId, RequestId};
use crate::ui::message::Attention;

/// How long one stays on a request before it counts as looked at.
const STAYS: Duration = Duration::from_millis(300);

pub(super) struct Attending {
    presence: Presence,
    seat: Option<Seat>,
    looking: Option<RequestId>,
    /// When what is looked at is told, if it is not told yet.
    due: Option<Instant>,
}

impl Attending {
    pub(super) fn new(presence: &Presence) -> Attending {
        Attending {
            presence: presence.clone(),
            seat: None,
            looking: None,
            due: None,
        }
    }

    /// The session of `who` is at something else now.
    pub(super) fn attend(&mut self, who: PersonId, attention: Attention) {
        let seat = self.seat.get_or_insert_with(|| self.presence.sit(who));
        seat.writing(attention.writing);
        seat.proposing(attention.proposing);
        if self.looking != attention.looking {
            self.looking = attention.looking;
            self.due = Some(Instant::now() + STAYS);
        }
    }

    /// The person is at nothing any more.
    pub(super) fn leave(&mut self) {
        self.seat = None;
    }

    /// Waits until what is looked at is to be told, and tells it; for ever when there is nothing. Safe to
    /// drop.
    pub(super) async fn work(&mut self) {
        let (Some(due), Some(seat)) = (self.due, &self.seat) else {
            return std::future::pending().await;
        };
        tokio::time::sleep_until(due).await;
        seat.looking(self.looking);
        self.due = None;
    }

    /// Tells now what is looked at.
    pub(super) fn tell(&mut self) {
        if let (Some(seat), true) = (&self.seat, self.due.take().is_some()) {
            seat.looking(self.looking);
        }
    }
}
