//! A [`Line`] of bytes: what somebody types at a terminal, wherever it is. A transport brings the bytes as
//! they come and the rest it knows, by [`Far`]; [`Typed`] makes keys, clicks and pastes of them. Nothing
//! in what comes can make it fail, wait for ever or keep more than one paste.

mod decoder;
mod framer;
mod keys;
mod pace;
mod paste;
#[cfg(test)]
mod tests;
mod token;

use std::future::Future;
use std::io;

use tokio::time::Instant;

use super::line::{Heard, Line};
use super::modes::Modes;
use crate::ui::kit::keys::{Chord, Input, Key};
use decoder::Decoder;
pub use pace::Pace;

/// What asks for a sleep.
const SLEEP: Chord = Chord {
    ctrl: true,
    ..Chord::plain(Key::Char('z'))
};

/// What a transport brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// What the terminal sent, in pieces of any size.
    Bytes(Vec<u8>),
    /// What the transport knows by itself: another size, the end.
    Heard(Heard),
}

/// The far end of a line of bytes.
pub trait Far: Send {
    /// Whether there is a shell to go back to: `Ctrl-z` asks for a sleep there, and is a key elsewhere.
    const SLEEPS: bool = false;

    /// How long the rest of a key is waited for.
    fn pace(&self) -> Pace {
        Pace::NEAR
    }

    /// What comes next. Dropping the future loses nothing. What is there already is best brought at its
    /// first poll: it decides whether ESC was pressed alone.
    fn bring(&mut self) -> impl Future<Output = Brought> + Send;

    /// As [`Line::edit`].
    ///
    /// # Errors
    /// A line without such an editor, or an editor that failed.
    fn edit(&mut self, text: &str) -> impl Future<Output = io::Result<Option<String>>> + Send {
        let _ = text;
        async { Err(io::Error::from(io::ErrorKind::Unsupported)) }
    }

    /// As [`Line::sleep`].
    fn sleep(&mut self) -> impl Future<Output = ()> + Send {
        async {}
    }
}

/// A line made of what a far end brings. Once that brought an end, it is the last thing heard.
pub struct Typed<F> {
    far: F,
    modes: Modes,
    decoder: Decoder,
    /// What was brought last, and how much of it is read.
    bytes: Vec<u8>,
    read: usize,
    /// When it was brought.
    brought: Instant,
    ended: Option<Heard>,
}

impl<F: Far> Typed<F> {
    /// A line from `far`, whose terminal has these modes.
    pub fn new(far: F, modes: &Modes) -> Typed<F> {
        let decoder = Decoder::new(far.pace());
        Typed {
            far,
            modes: modes.clone(),
            decoder,
            bytes: Vec::new(),
            read: 0,
            brought: Instant::now(),
            ended: None,
        }
    }

    /// What is heard in the bytes that are there.
    fn understand(&mut self) -> Option<Heard> {
        let mut left = self.bytes.get(self.read..).unwrap_or_default();
        let heard = self.decoder.next(&mut left);
        self.read = self.bytes.len() - left.len();
        heard
    }

    fn take(&mut self, brought: Brought) -> Option<Heard> {
        match brought {
            Brought::Bytes(bytes) => {
                (self.bytes, self.read) = (bytes, 0);
                self.brought = Instant::now();
                None
            }
            Brought::Heard(heard) => {
                if heard.is_end() {
                    self.ended = Some(heard.clone());
                }
                Some(heard)
            }
        }
    }

    /// Waits for what comes next, or for the time at which what was begun is all there is.
    async fn wait(&mut self) -> Option<Heard> {
        let brought = match self.decoder.patience() {
            None => self.far.bring().await,
            Some(patience) => tokio::select! {
                biased;
                brought = self.far.bring() => brought,
                () = tokio::time::sleep_until(self.brought + patience) => {
                    return self.decoder.give_up();
                }
            },
        };
        self.take(brought)
    }
}

impl<F: Far> Line for Typed<F> {
    async fn next(&mut self) -> Heard {
        loop {
            if let Some(ended) = &self.ended {
                return ended.clone();
            }
            let heard = match self.understand() {
                Some(heard) => Some(heard),
                None => {
                    // Bytes that say nothing must not hold the session either.
                    tokio::task::coop::consume_budget().await;
                    self.wait().await
                }
            };
            match heard {
                // Asked for once, told once.
                Some(Heard::Kitty) if !self.modes.tells_keys() => {}
                Some(Heard::Kitty) => {
                    self.decoder.keys_are_told();
                    return Heard::Kitty;
                }
                Some(Heard::Input(Input::Key(chord))) if F::SLEEPS && chord == SLEEP => {
                    return Heard::Sleep;
                }
                Some(heard) => {
                    #[cfg(debug_assertions)]
                    super::fault::asked_for(&heard);
                    return heard;
                }
                None => {}
            }
        }
    }

    async fn edit(&mut self, text: &str) -> io::Result<Option<String>> {
        self.far.edit(text).await
    }

    async fn sleep(&mut self) {
        self.far.sleep().await;
    }
}
