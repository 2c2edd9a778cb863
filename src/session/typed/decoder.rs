//! From a terminal's bytes to what was heard, however the bytes are cut on their way. It has no clock and
//! never waits: whoever has them says when too much time has passed.

use std::time::Duration;

use super::framer::Framer;
use super::keys::{self, Said};
use super::pace::Pace;
use super::token::Token;
use crate::session::line::Heard;

/// The bytes of one terminal, understood.
pub(super) struct Decoder {
    framer: Framer,
}

impl Decoder {
    pub(super) fn new(pace: Pace) -> Decoder {
        Decoder {
            framer: Framer::new(pace),
        }
    }

    /// The terminal tells Esc from the beginning of a sequence: ESC alone is no key any more.
    pub(super) fn keys_are_told(&mut self) {
        self.framer.be_wary();
    }

    /// What is heard next in `bytes`; what was read of them is cut off. Nothing when all of them were.
    pub(super) fn next(&mut self, bytes: &mut &[u8]) -> Option<Heard> {
        loop {
            let token = self.framer.next(bytes)?;
            let heard = self.understand(token);
            if heard.is_some() {
                return heard;
            }
        }
    }

    /// How long to wait for more from the last byte on; then [`Decoder::give_up`]. None when nothing is
    /// begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.framer.patience()
    }

    /// Nothing more comes of what was begun: what it was then.
    pub(super) fn give_up(&mut self) -> Option<Heard> {
        let token = self.framer.give_up()?;
        self.understand(token)
    }

    #[cfg(test)]
    pub(super) fn capacity(&self) -> usize {
        self.framer.capacity()
    }

    fn understand(&mut self, token: Token) -> Option<Heard> {
        let said = match token {
            Token::Char { c, alt } => keys::char(c, alt)?,
            Token::Esc => keys::esc(),
            Token::Sequence { orphan: true, .. } => {
                self.orphan();
                return None;
            }
            Token::Sequence { alt, .. } => keys::sequence(self.framer.sequence(), alt)?,
            Token::Paste { text, cut } => return Some(Heard::pasted(text, cut)),
        };
        match said {
            Said::Event(event) => Heard::from_event(event),
            Said::Kitty { on } => (!on).then_some(Heard::Kitty),
        }
    }

    /// Drops the rest of a key, or of a report that the window has the focus or lost it, whose ESC was told as Esc
    /// already, so that it does not become commands; two characters that are no such rest were typed.
    fn orphan(&mut self) {
        let typed = match self.framer.sequence() {
            [_, b'[', last] => {
                !matches!(last, b'A'..=b'D' | b'F' | b'H' | b'I' | b'O'..=b'S' | b'Z')
            }
            [_, b'O', last] => !matches!(last, b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S'),
            _ => false,
        };
        if typed {
            self.framer.tell_again();
        } else {
            self.framer.be_wary();
        }
    }
}
