//! What a session does with what comes down the line: hands it to the screen's program, or sees to it
//! itself where the terminal is meant. It never draws.

use tokio::time::Instant;

use super::canvas::fitting;
use super::line::{Farewell, Heard, Line, MOST_PASTED};
use super::rest::{Due, Rest};
use super::run::{Ended, Session};
use super::words::of_fault;
use crate::journal::Fault;
use crate::ui::Event;
use crate::ui::kit::texts::Texts;
use crate::ui::message::Outside;

/// Things heard between two frames; more wait for the next one.
const MOST_HEARD: usize = 512;

impl<L: Line> Session<L> {
    /// Takes what else has come already.
    pub(super) async fn drain(&mut self) {
        for _ in 0..MOST_HEARD {
            if self.ended.is_some() || !self.to_edit.is_empty() {
                return;
            }
            let heard = tokio::select! {
                biased;
                heard = self.line.next() => heard,
                () = std::future::ready(()) => return,
            };
            self.take(heard).await;
        }
    }

    pub(super) async fn take(&mut self, heard: Heard) {
        self.tell_time();
        match heard {
            Heard::Input(input) => {
                self.rest = Rest::begin(Instant::now());
                self.tell(Event::Input(input));
            }
            Heard::LongPaste => {
                self.rest = Rest::begin(Instant::now());
                let most = i64::try_from(MOST_PASTED / 1024).unwrap_or(i64::MAX);
                let texts = Texts::new(self.app.lang());
                let words = texts.with("paste-too-long", &[("most", most.into())]);
                self.tell(Event::Trouble(words));
            }
            Heard::Resized(columns, rows) => {
                let size = fitting(columns, rows);
                self.canvas.resize(size);
                self.tell(Event::Resized(size.0, size.1));
            }
            Heard::Kitty => {
                self.canvas.tell_keys();
                self.dirty = true;
            }
            Heard::Sleep => {
                self.pen.rest().await;
                self.line.sleep().await;
                self.canvas.regain();
                self.dirty = true;
            }
            Heard::Gone => self.ended = Some(Ended::Gone),
            Heard::Killed(signal) => self.ended = Some(Ended::Killed(signal)),
            Heard::Dismissed(why) => self.ended = Some(Ended::Dismissed(why)),
        }
    }

    /// Warns whoever has pressed no key for long, then ends the session.
    pub(super) fn look_at_rest(&mut self) {
        match self.rest.look(self.hands.house.idle, Instant::now()) {
            Some(Due::Warning) => {
                let words = Texts::new(self.app.lang()).get("idle-soon").into_owned();
                self.tell(Event::Trouble(words));
            }
            Some(Due::End) => self.ended = Some(Ended::Dismissed(Farewell::Idle)),
            None => {}
        }
    }

    /// Gives a text to the person's own editor. The session does nothing else meanwhile, so what was typed
    /// is written down before.
    pub(super) async fn edit(&mut self, outside: Box<Outside>) {
        self.pen.rest().await;
        if let Some(fault) = self.hands.store_drafts().await {
            self.trouble(&fault);
        }
        let edited = self.line.edit(&outside.text).await;
        self.canvas.regain();
        self.tell_time();
        let (text, trouble) = match edited {
            Ok(text) => (text, None),
            Err(error) => (None, Some(error)),
        };
        self.tell(Event::Edited { outside, text });
        if let Some(error) = trouble {
            let texts = Texts::new(self.app.lang());
            let words = texts.with("editor-failed", &[("why", error.to_string().into())]);
            self.tell(Event::Trouble(words));
        }
    }

    /// Tells of a fault.
    pub(super) fn trouble(&mut self, fault: &Fault) {
        let words = of_fault(self.app.lang(), fault);
        self.tell(Event::Trouble(words));
    }

    pub(super) fn tell_time(&mut self) {
        let now = self.hands.house.desk.now();
        if now != self.now {
            self.now = now;
            self.tell(Event::Clock(now));
        }
    }
}
