//! Commands that are sent one behind the other without waiting for each, so that they become durable together. They are done
//! in the order they were sent.

use std::collections::VecDeque;

use crate::desk::{Done, Rejection, Sent, Submission};
use crate::domain::{Command, Refusal};
use crate::plain::{Place, Problem};

/// How many commands may be under way.
const MOST_UNDER_WAY: usize = 512;

/// Commands under way, each with what it is for.
pub(super) struct Wave<'a, T> {
    place: &'a Place,
    under_way: VecDeque<(T, Sent)>,
    answered: Vec<(T, Result<Done, Refusal>)>,
}

impl<'a, T> Wave<'a, T> {
    /// Returns one with nothing in it.
    pub(super) fn new(place: &'a Place) -> Wave<'a, T> {
        Wave {
            place,
            under_way: VecDeque::new(),
            answered: Vec::new(),
        }
    }

    /// Sends a command of who asks.
    ///
    /// # Errors
    /// A fault of the store; there is no writer any more.
    pub(super) async fn send(&mut self, of: T, command: Command) -> Result<(), Problem> {
        let me = self.place.me()?;
        let sent = self.place.desk.send(Submission::new(Some(me), command));
        self.under_way.push_back((of, sent.await?));
        while self.under_way.len() >= MOST_UNDER_WAY {
            self.settle().await?;
        }
        Ok(())
    }

    /// Waits for all of them. Yields what came of each, in the order they were sent.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) async fn end(mut self) -> Result<Vec<(T, Result<Done, Refusal>)>, Problem> {
        while !self.under_way.is_empty() {
            self.settle().await?;
        }
        Ok(self.answered)
    }

    async fn settle(&mut self) -> Result<(), Problem> {
        let Some((of, sent)) = self.under_way.pop_front() else {
            return Ok(());
        };
        let answer = match sent.answer().await {
            Ok(done) => Ok(done),
            Err(Rejection::Refused(refusal)) => Err(refusal),
            Err(other) => return Err(other.into()),
        };
        self.answered.push((of, answer));
        Ok(())
    }
}
