//! The local keyboard, mouse and signals as a [`Line`].

use std::io;

use crossterm::event::EventStream;
use futures_util::StreamExt;

use super::editor;
use super::screen::{self, Screen};
use super::signals::{Asked, Signals};
use crate::session::line::{Heard, Line};
use crate::ui::kit::keys::{Chord, Input, Key};

pub(super) struct Keyboard {
    /// None while something else has the terminal.
    events: Option<EventStream>,
    signals: Signals,
    screen: Screen,
    /// The size is to be looked at anew.
    look: bool,
    /// Heard already, to be told next.
    ended: Option<Heard>,
}

impl Keyboard {
    pub(super) fn new(screen: Screen) -> io::Result<Keyboard> {
        Ok(Keyboard {
            events: None,
            signals: Signals::new()?,
            screen,
            look: false,
            ended: None,
        })
    }

    fn signalled(&mut self, asked: Asked) -> Option<Heard> {
        match asked {
            Asked::End(signal) => Some(Heard::Killed(signal)),
            Asked::Woken => {
                // Somebody else had the terminal meanwhile, and left it as they liked.
                self.look = true;
                self.screen.take().err().map(|_| Heard::Gone)
            }
        }
    }
}

impl Line for Keyboard {
    async fn next(&mut self) -> Heard {
        loop {
            if let Some(ended) = &self.ended {
                return ended.clone();
            }
            if std::mem::take(&mut self.look) {
                let (columns, rows) = screen::size();
                return Heard::Resized(columns, rows);
            }
            let events = self.events.get_or_insert_with(EventStream::new);
            let heard = tokio::select! {
                event = events.next() => match event {
                    Some(Ok(event)) => Heard::from_event(event),
                    Some(Err(_)) | None => Some(Heard::Gone),
                },
                asked = self.signals.next() => self.signalled(asked),
            };
            match heard {
                Some(Heard::Input(Input::Key(chord))) if is_sleep(chord) => return Heard::Sleep,
                Some(heard @ (Heard::Gone | Heard::Killed(_))) => self.ended = Some(heard),
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
        self.events = None;
        self.screen.leave();
        let edited = editor::edit(text, &mut self.signals).await;
        self.look = true;
        self.screen.take()?;
        match edited? {
            editor::Edited::Text(edited) => Ok((edited != text).then_some(edited)),
            editor::Edited::Killed(signal) => {
                self.ended = Some(Heard::Killed(signal));
                Ok(None)
            }
        }
    }

    async fn sleep(&mut self) {
        self.events = None;
        self.screen.leave();
        self.signals.sleep();
        // It is awake again; a terminal that cannot be had any more ends the session.
        self.look = true;
        if self.screen.take().is_err() {
            self.ended = Some(Heard::Gone);
        }
    }
}

fn is_sleep(chord: Chord) -> bool {
    cfg!(unix) && chord == Chord::new(Key::Char('z'), true, false, false)
}
