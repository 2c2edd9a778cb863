//! When the answers come to what a screen asks for: at once, late, held back, or the last one first.

use std::collections::VecDeque;

use entremise::ui::{Effect, Event};

use super::Rig;

/// How the answers come to what the screen asks for. A session answers when it can: a command or a list
/// that takes long is answered after what was asked for later, and after keys that were pressed meanwhile.
#[derive(Clone, Copy)]
pub enum Answers {
    /// At once, in the order they were asked for.
    AtOnce,
    /// Before the next key, but the last one first.
    LastFirst,
    /// After the next key, or when the screen is looked at.
    Late,
    /// These, when the test lets them come.
    Held(fn(&Event) -> bool),
}

impl Answers {
    /// A whole run of tests can be had in another order: see `support::orders`.
    pub(super) fn of_this_run() -> Answers {
        match std::env::var("ENTREMISE_TEST_ANSWERS").as_deref() {
            Ok("last-first") => Answers::LastFirst,
            Ok("late") => Answers::Late,
            _ => Answers::AtOnce,
        }
    }
}

impl Rig {
    /// Holds back the answers that `which` says, until they are released.
    pub fn hold(&mut self, which: fn(&Event) -> bool) -> &mut Rig {
        self.answers = Answers::Held(which);
        self
    }

    /// Lets the answers come that were held back, in the order they were asked for; from now on they come at
    /// once.
    pub fn release(&mut self) -> &mut Rig {
        self.answers = Answers::AtOnce;
        for answer in std::mem::take(&mut self.held) {
            self.tell(answer);
        }
        self
    }

    /// The same, the last one first.
    pub fn release_last_first(&mut self) -> &mut Rig {
        self.held.reverse();
        self.release()
    }

    /// Lets the answers come that were held back, each made another by `change`; how many they were.
    pub fn take_held(&mut self, change: fn(Event) -> Event) -> usize {
        self.answers = Answers::AtOnce;
        let held = std::mem::take(&mut self.held);
        let many = held.len();
        for answer in held {
            self.tell(change(answer));
        }
        many
    }

    /// How many answers are held back.
    pub fn held(&self) -> usize {
        self.held.len()
    }

    /// Sets what the person does with a text in their own editor; nothing: they leave it as it is.
    pub fn edits(&mut self, editor: fn(&str) -> Option<String>) -> &mut Rig {
        self.editor = editor;
        self
    }

    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        let (mut queue, mut last) = (VecDeque::from(effects), Vec::new());
        loop {
            while let Some(effect) = queue.pop_front() {
                for event in self.carry_out(effect) {
                    let answers = event.asker().is_some();
                    match self.answers {
                        Answers::Held(which) if answers && which(&event) => self.held.push(event),
                        Answers::LastFirst if answers => last.push(event),
                        Answers::Late if answers && is_of_texts(&event) => self.held.push(event),
                        Answers::AtOnce | Answers::LastFirst | Answers::Late | Answers::Held(_) => {
                            queue.extend(self.app.update(event));
                        }
                    }
                }
            }
            let Some(event) = last.pop() else { return };
            queue.extend(self.app.update(event));
        }
    }

    /// The answers that are late by now.
    pub(super) fn take_late(&mut self) -> Vec<Event> {
        match self.answers {
            Answers::Late => std::mem::take(&mut self.held),
            Answers::AtOnce | Answers::LastFirst | Answers::Held(_) => Vec::new(),
        }
    }

    /// Hears what is late, and what comes of it: the screen is looked at.
    pub(super) fn hear_late(&mut self) {
        loop {
            let late = self.take_late();
            if late.is_empty() {
                return;
            }
            late.into_iter().for_each(|answer| {
                self.tell(answer);
            });
        }
    }
}

/// Whether it is an answer about what was typed: drafts, and what commands came to. Who presses the keys of a
/// script without looking waits for no list and no case.
fn is_of_texts(answer: &Event) -> bool {
    matches!(
        answer,
        Event::Answered { .. } | Event::Draft { .. } | Event::Drafts { .. } | Event::Edited { .. }
    )
}
