//! What was typed for a command, kept until the command is done: when it is refused it comes back as it
//! was. Never sends anything.

use super::InboxPane;
use super::answers::Wanted;
use super::splitting::Splitting;
use super::writing::Writing;
use crate::ui::panes::Pane;
use crate::ui::panes::ask::Ask;

/// Words that a refusal brings back.
pub enum Words {
    /// A line or a form, and what it was for.
    Asked(Ask, Wanted),
    /// A split that was prepared.
    Split(Splitting),
    /// A note.
    Noted(Box<Writing>),
}

impl InboxPane {
    /// Keeps `words` for the commands sent since the token `before`, if there are any.
    pub(super) fn keep(&mut self, before: u64, words: Option<Words>) {
        if let (Some(words), Some(tokens)) = (words, self.out.sent_since(before)) {
            self.kept.keep(tokens, words);
        }
    }

    /// The command with `token` is done, or was refused: then its words come back. A note has its draft, and
    /// comes back only where nothing else is being typed.
    pub(super) fn settle(&mut self, token: u64, done: bool) {
        let typing = self.typing();
        match self.kept.settle(token).filter(|_| !done) {
            Some(Words::Noted(_)) if typing => {}
            Some(words) => self.kept.wait(words),
            None => {}
        }
        self.bring_back();
    }

    /// Brings back refused words, as soon as nothing else is being typed.
    pub(super) fn bring_back(&mut self) {
        if self.typing() {
            return;
        }
        match self.kept.back() {
            Some(Words::Asked(ask, wanted)) => self.ask = Some((ask, wanted)),
            Some(Words::Split(splitting)) => self.splitting = Some(splitting),
            Some(Words::Noted(writing)) => self.writing = Some(*writing),
            None => {}
        }
    }
}
