//! What was typed for a command, kept until the command is done: when it is refused it comes back as it
//! was. Never sends anything.

use std::ops::RangeInclusive;

use super::InboxPane;
use super::answers::Wanted;
use super::splitting::Splitting;
use super::writing::Writing;
use crate::ui::panes::Pane;
use crate::ui::panes::ask::Ask;

/// The most commands under way whose words are kept.
const MOST: usize = 8;

/// Words that a refusal brings back.
pub enum Kept {
    /// A line or a form, and what it was for.
    Asked(Ask, Wanted),
    /// A split that was prepared.
    Split(Splitting),
    /// A note.
    Noted(Box<Writing>),
}

/// The tokens of the commands that words were sent with, and the words.
pub type Sent = (RangeInclusive<u64>, Kept);

impl InboxPane {
    /// Keeps `kept` for the commands sent since the token `before`, if there are any.
    pub(super) fn keep(&mut self, before: u64, kept: Option<Kept>) {
        let last = self.out.last_token();
        let Some(kept) = kept.filter(|_| last > before) else {
            return;
        };
        if self.kept.len() >= MOST {
            self.kept.remove(0);
        }
        self.kept.push((before + 1..=last, kept));
    }

    /// The command with `token` is done, or was refused: then its words come back, where nothing else
    /// is being typed.
    pub(super) fn settle(&mut self, token: u64, done: bool) {
        let Some(at) = self
            .kept
            .iter()
            .position(|(tokens, _)| tokens.contains(&token))
        else {
            return;
        };
        let (_, kept) = self.kept.remove(at);
        match (kept, done || self.typing()) {
            (Kept::Asked(Ask::Form(form), Wanted::NewRequest), true) if !done => {
                self.left_form = Some(*form)
            }
            (_, true) => {}
            (Kept::Asked(ask, wanted), false) => self.ask = Some((ask, wanted)),
            (Kept::Split(splitting), false) => self.splitting = Some(splitting),
            (Kept::Noted(writing), false) => self.writing = Some(*writing),
        }
    }
}
