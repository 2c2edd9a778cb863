//! What is said to the person: what a command came to, what went wrong, what has another key now; and where it is
//! said. Never draws.

use super::{App, Stage};
use crate::desk::{Answer, Rejection};
use crate::ui::kit::keys::Chord;
use crate::ui::kit::toast::Toast;
use crate::ui::kit::verbs::{self, MOVED};
use crate::ui::message::Event;

impl App {
    /// Returns what is said now, where one is.
    pub fn said(&self) -> Option<&Toast> {
        self.toasts.current(self.utc(), self.here())
    }

    /// Tells who has keys of their own for something that has another key now; theirs stay.
    pub(super) fn tell_moved(&mut self) {
        let own = MOVED.iter().filter(|(id, ..)| self.overrides.name(id));
        let moves: Vec<String> = own
            .map(|(id, was, now)| format!("{id} {was} → {now}"))
            .collect();
        if !moves.is_empty() {
            let moves = [("moves", moves.join(", ").into())];
            let (words, at) = (self.texts.with("kit-keys-moved", &moves), self.utc());
            self.toasts.refused(words, at);
        }
    }

    /// Says of a letter that is a verb elsewhere that it does nothing here.
    pub(super) fn say_unbound(&mut self, chord: Chord) {
        let Some(verb) = chord.typed().and_then(verbs::of) else {
            return;
        };
        let words = verb.labels(self.texts.lang()).first();
        let args = [
            ("key", verb.key.to_string().into()),
            ("verb", words.copied().unwrap_or_default().into()),
        ];
        let (words, at) = (self.texts.with("no-such-key", &args), self.utc());
        self.toasts.refused(words, at);
    }

    /// Says what a command came to, and tells the pane.
    pub(super) fn answered(&mut self, token: u64, answer: Answer) {
        let (said, here) = (self.toasts.count(), self.here());
        let of = match self.was_errand(token) {
            true => here,
            false => self.asker(token).unwrap_or(here),
        };
        let (elsewhere, refused) = (of != here, answer.is_err());
        self.say_answer(token, &answer);
        self.own.retain(|own| *own != token);
        self.hand_answer(Event::Answered { token, answer });
        self.collect();
        match elsewhere {
            // The answer may have led on.
            false => {
                let here = self.here();
                self.toasts.keep_to(here, said);
            }
            // Why something was refused is said wherever one is by now.
            true if refused => {}
            true => self.toasts.keep_to(of, said),
        }
    }

    fn say_answer(&mut self, token: u64, answer: &Answer) {
        let Stage::Inside { ctx, .. } = &self.stage else {
            return;
        };
        let (teller, at) = (ctx.teller(), self.utc());
        match answer {
            Ok(done) => {
                let quiet = self.own.contains(&token) && done.summary.turned.is_none();
                let undo = self.first_key("undo");
                let hint = match done.summary.turned {
                    Some(true) => {
                        let redo = self.first_key("redo");
                        Some(format!("{redo} {}", self.texts.get("act-redo")))
                    }
                    _ if done.seq == 0 || !done.summary.undo => None,
                    _ => Some(format!("{undo} {}", self.texts.get("act-undo"))),
                };
                if !quiet {
                    self.toasts.done(&teller.done(done), hint.as_deref(), at);
                }
            }
            Err(Rejection::Refused(refusal)) => self.toasts.refused(teller.refusal(refusal), at),
            Err(Rejection::Faulted(fault)) => self.toasts.refused(fault.to_string(), at),
            Err(Rejection::Closed) => self
                .toasts
                .refused(self.texts.get("desk-closed").into_owned(), at),
        }
    }

    pub(super) fn trouble(&mut self, words: String) {
        match &mut self.stage {
            Stage::Entrance(entrance) => entrance.fail(words),
            Stage::Inside { .. } => {
                let at = self.utc();
                self.toasts.refused(words, at);
            }
            Stage::Gone => {}
        }
    }
}
