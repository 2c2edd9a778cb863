//! What the desk would answer to a command, before anybody sends it: the rules that the writer asks, on the
//! snapshot that is shown, with nothing recorded. Whatever says beforehand what can be done asks here, and no
//! screen says a rule again.

use std::sync::{Mutex, PoisonError};

use super::Sight;
use crate::desk::Rejection;
use crate::desk::group::payload;
use crate::domain::decision::Facts;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::{Command, Millis, Refusal, decide};

const MINUTE: Millis = 60_000;
/// The most answers that are kept: more than there are keys in any place.
const MOST: usize = 128;

/// What was asked of one snapshot, and what it answered, within one minute. The same few things are asked again
/// at each frame, in the same order.
#[derive(Default)]
pub(super) struct Asked(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    minute: Millis,
    answers: Vec<(Command, Result<(), Refusal>)>,
    /// Where the answer stands that is looked for next, if things go on as before.
    next: usize,
}

impl Kept {
    /// Returns the answer that was given to `command`.
    fn answer(&mut self, command: &Command) -> Option<Result<(), Refusal>> {
        let all = self.answers.len();
        let mut places = (self.next..all).chain(0..self.next.min(all));
        let at = places.find(|at| self.answers.get(*at).is_some_and(|(it, _)| it == command))?;
        self.next = at + 1;
        self.answers.get(at).map(|(_, answer)| answer.clone())
    }

    fn keep(&mut self, command: Command, answer: Result<(), Refusal>) {
        if self.answers.len() >= MOST {
            self.answers.clear();
        }
        self.answers.push((command, answer));
        self.next = self.answers.len();
    }
}

impl Sight {
    /// Returns what the desk would answer to `command` by the one who looks: the refusal, in what they may be
    /// told. An answer holds for its minute and its snapshot, and is kept as long. Of an undo or a redo it says
    /// whether there is one: what the record is that it turns round is known to who reads it.
    ///
    /// # Errors
    /// Why it would be refused.
    pub fn would(&self, command: &Command, now: Millis) -> Result<(), Refusal> {
        let asked = &self.asked().0;
        let mut kept = asked.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.div_euclid(MINUTE);
        if kept.minute != minute {
            *kept = Kept {
                minute,
                ..Kept::default()
            };
        }
        if let Some(answer) = kept.answer(command) {
            return answer;
        }
        let answer = self.decided(command, now);
        kept.keep(command.clone(), answer.clone());
        answer
    }

    fn decided(&self, command: &Command, now: Millis) -> Result<(), Refusal> {
        let facts = Facts {
            now,
            actor: Some(self.whose()),
            ..Facts::default()
        };
        let stacks = self.state().stacks(self.whose());
        let turns = match command {
            Command::Undo => stacks.and_then(|stacks| stacks.next_undo()),
            Command::Redo => stacks.and_then(|stacks| stacks.next_redo()),
            _ => None,
        };
        match decide(self.state(), &facts, command) {
            Ok(decision) => match payload(&decision.events) {
                Err(Rejection::Refused(refusal)) => Err(refusal),
                Ok(_) | Err(_) => Ok(()),
            },
            Err(
                Refusal::Undo(UndoRefusal::NothingToUndo)
                | Refusal::Undo(UndoRefusal::NothingToRedo),
            ) if turns.is_some() => Ok(()),
            Err(refusal) => Err(refusal),
        }
    }
}
