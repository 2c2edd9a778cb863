//! When the answers come to what a screen asks for: at once, late, held back, or the last one first.

use std::collections::VecDeque;

use entremise::desk::Rejection;
use entremise::domain::Command;
use entremise::ui::kit::keys::{Chord, Input};
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
    /// After the next key, or when the screen is looked at: those about what was typed, or all of them.
    Late {
        /// All of them.
        all: bool,
    },
    /// Before the next key, in another order each time: that of this seed.
    Shuffled(u64),
    /// None, before the test waits for them: all that is asked for by then is under way at the same time.
    Slow,
    /// These, when the test lets them come.
    Held(fn(&Event) -> bool),
}

impl Answers {
    /// A whole run of tests can be had in another order: see `support::orders`.
    pub(super) fn of_this_run() -> Answers {
        match std::env::var("ENTREMISE_TEST_ANSWERS").as_deref() {
            Ok("last-first") => Answers::LastFirst,
            Ok("late") => Answers::Late { all: false },
            Ok("all-late") => Answers::Late { all: true },
            Ok(seed) => Answers::Shuffled(seed.parse().expect("an order of answers")),
            Err(_) => Answers::AtOnce,
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

    /// From now on nothing that the screen asks for gets anywhere, before [`Rig::answer`].
    pub fn slow(&mut self) -> &mut Rig {
        self.answers = Answers::Slow;
        self
    }

    /// Lets all that was asked for since go on, at the same time, and the answers come as they do: how many they are.
    /// What they have the screen ask for is slow again.
    pub fn answer(&mut self) -> usize {
        let came = self.finish();
        let answers = came.iter().filter(|event| event.asker().is_some()).count();
        came.into_iter().for_each(|event| {
            self.tell(event);
        });
        answers
    }

    /// Presses one key and does what the screen asks for, but for commands: those come back, and the screen is told
    /// that the desk is closed.
    pub fn press_unsent(&mut self, chord: Chord) -> Vec<Command> {
        let (mut unsent, mut answers) = (Vec::new(), Vec::new());
        let mut effects = self.update(Event::Input(Input::Key(chord)));
        effects.retain(|effect| match effect {
            Effect::Submit { token, command, .. } => {
                let (token, answer) = (*token, Err(Rejection::Closed));
                answers.push(Event::Answered { token, answer });
                unsent.push((**command).clone());
                false
            }
            _ => true,
        });
        self.perform(effects);
        answers.into_iter().for_each(|answer| {
            self.tell(answer);
        });
        unsent
    }

    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        let (mut queue, mut last) = (VecDeque::from(effects), Vec::new());
        loop {
            while let Some(effect) = queue.pop_front() {
                let mut came = self.begin(effect);
                if let Answers::Late { all: true } = self.answers {
                    // What a session answers itself is never late.
                    for event in came.drain(..) {
                        queue.extend(self.update(event));
                    }
                }
                if !matches!(self.answers, Answers::Slow) {
                    came.extend(self.finish());
                }
                for event in came {
                    let answers = event.asker().is_some();
                    match self.answers {
                        Answers::Held(which) if answers && which(&event) => self.held.push(event),
                        Answers::LastFirst | Answers::Shuffled(_) if answers => last.push(event),
                        Answers::Late { all } if answers && (all || is_of_texts(&event)) => {
                            self.held.push(event);
                        }
                        _ => queue.extend(self.update(event)),
                    }
                }
            }
            if last.is_empty() {
                return;
            }
            let next = self.next_of(last.len());
            let event = last.remove(next);
            queue.extend(self.update(event));
        }
    }

    /// Which of so many answers comes next.
    fn next_of(&mut self, many: usize) -> usize {
        match &mut self.answers {
            Answers::Shuffled(seed) => {
                // Numerical Recipes' own.
                *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                usize::try_from(*seed >> 33).expect("a number") % many
            }
            _ => many - 1,
        }
    }

    /// The answers that are late by now.
    pub(super) fn take_late(&mut self) -> Vec<Event> {
        match self.answers {
            Answers::Late { .. } => std::mem::take(&mut self.held),
            _ => Vec::new(),
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
