//! The loop of a session: takes everything that is ready, then draws, at most every 16 ms.

use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::time::Instant;

use super::canvas::{Canvas, fitting};
use super::hands::{Came, Hands, Wish};
use super::house::House;
use super::line::{Farewell, Heard, Line, Sink};
use super::pen::Pen;
use super::rest::Rest;
use crate::domain::{Millis, PersonId};
use crate::ui::message::Outside;
use crate::ui::{App, Effect, Event, Settings};

/// The least time between two frames.
const FRAME: Duration = Duration::from_millis(16);
/// The clock is looked at this often when nothing waits for it.
const MINUTE: Millis = 60_000;
/// And never more often than this.
const MOMENT: Millis = 20;
/// How long the end of a session waits for stored drafts that are being read.
const LAST: Duration = Duration::from_secs(5);

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Quit,
    /// The person wants to see the sample house.
    Sample,
    /// The line was cut.
    Gone,
    /// The system ended the program, by this signal.
    Killed(i32),
    /// The house ended it.
    Dismissed(Farewell),
    /// A fault of the program itself.
    Panicked,
}

/// Runs the session of `me` on a terminal of `size`, until it ends. Nobody known is asked who they are,
/// once and at a terminal of this machine only; from then on the session is theirs. Its drafts and commands are done then; a panic in it goes no further than this.
pub async fn run(
    house: House,
    me: Option<PersonId>,
    settings: Settings,
    size: (u16, u16),
    line: impl Line,
    sink: impl Sink,
) -> Ended {
    // How many colours there are is the session's to say; the library would ask the process.
    crossterm::style::force_color_output(true);
    let size = fitting(size.0, size.1);
    // Who comes from elsewhere is known, or is told nothing.
    if me.is_none() && !settings.local {
        return Ended::Dismissed(Farewell::Revoked);
    }
    let (now, lang) = (house.desk.now(), settings.lang.unwrap_or(settings.env_lang));
    let (saves, signs, steers) = (settings.local, settings.signs, settings.steers);
    let hands = Hands::new(house, me, saves, lang);
    let opening = hands.opening();
    let begun = catch_unwind(AssertUnwindSafe(|| App::new(settings, opening, now, size)));
    let Ok((app, effects)) = begun else {
        return Ended::Panicked;
    };
    let mut session = Session {
        app,
        line,
        canvas: Canvas::new(size, signs, steers),
        pen: Pen::new(sink),
        hands,
        now,
        drawn: None,
        dirty: true,
        to_edit: VecDeque::new(),
        rest: Rest::begin(Instant::now()),
        ended: None,
    };
    let ended = AssertUnwindSafe(session.live(effects)).catch_unwind().await;
    let closed = AssertUnwindSafe(session.close(ended.is_ok()))
        .catch_unwind()
        .await;
    closed.and(ended).unwrap_or(Ended::Panicked)
}

pub(super) struct Session<L> {
    pub(super) app: App,
    pub(super) line: L,
    pub(super) canvas: Canvas,
    pub(super) pen: Pen,
    pub(super) hands: Hands,
    /// The time the screen knows.
    pub(super) now: Millis,
    /// When the last frame was drawn.
    drawn: Option<Instant>,
    /// Something happened since.
    pub(super) dirty: bool,
    /// Texts for the person's own editor.
    pub(super) to_edit: VecDeque<Box<Outside>>,
    /// How long no key was pressed.
    pub(super) rest: Rest,
    pub(super) ended: Option<Ended>,
}

/// What a turn of the loop brought.
enum Turn {
    Heard(Heard),
    Came(Came),
    Written(io::Result<()>),
    Time,
}

impl<L: Line> Session<L> {
    async fn live(&mut self, effects: Vec<Effect>) -> Ended {
        self.perform_all(effects);
        if let Some(words) = self.hands.house.first_words.take() {
            self.tell(Event::Told(words));
        }
        let others = self.hands.of_others(false);
        self.tell_all(others);
        loop {
            if let Some(ended) = self.ended {
                return ended;
            }
            while let Some(outside) = self.to_edit.pop_front() {
                self.edit(outside).await;
            }
            if self.draw_if_due().is_err() {
                return Ended::Gone;
            }
            match self.turn().await {
                Turn::Heard(heard) => {
                    self.take(heard).await;
                    self.drain().await;
                }
                Turn::Came(Came::Told(events)) => self.tell_all(events),
                Turn::Came(Came::Fault(fault)) => self.trouble(&fault),
                Turn::Came(Came::Done) => {}
                Turn::Written(Ok(())) => self.hands.house.finder.begin(),
                Turn::Written(Err(_)) => return Ended::Gone,
                Turn::Time => {
                    self.tell_time();
                    self.look_at_rest();
                }
            }
        }
    }

    /// Waits for the next thing to happen.
    async fn turn(&mut self) -> Turn {
        let wake = self.next_wake();
        // News wait while a frame does: a slow line is shown the latest, not all of it.
        let open = !self.dirty;
        tokio::select! {
            heard = self.line.next() => Turn::Heard(heard),
            came = self.hands.came(open) => Turn::Came(came),
            outcome = self.pen.written() => Turn::Written(outcome),
            () = tokio::time::sleep_until(wake) => Turn::Time,
        }
    }

    /// When the clock or a frame is due.
    fn next_wake(&self) -> Instant {
        let now = Instant::now();
        let until = self
            .app
            .next_change()
            .map_or(MINUTE, |at| at.saturating_sub(self.hands.house.desk.now()));
        let until = u64::try_from(until.clamp(MOMENT, MINUTE)).unwrap_or_default();
        let clock = now + Duration::from_millis(until);
        let clock = self
            .rest
            .next(self.hands.house.idle)
            .map_or(clock, |at| clock.min(at));
        match self.drawn {
            Some(drawn) if self.dirty && self.pen.is_free() => clock.min(drawn + FRAME),
            _ => clock,
        }
    }

    pub(super) fn tell(&mut self, event: Event) {
        let effects = self.app.update(event);
        self.hands.speak(self.app.lang());
        self.perform_all(effects);
    }

    fn tell_all(&mut self, events: impl IntoIterator<Item = Event>) {
        events.into_iter().for_each(|event| self.tell(event));
    }

    fn perform_all(&mut self, effects: Vec<Effect>) {
        let mut events = VecDeque::new();
        self.perform(effects, &mut events);
        while let Some(event) = events.pop_front() {
            let effects = self.app.update(event);
            self.perform(effects, &mut events);
        }
        self.dirty |= self.app.take_changed();
    }

    fn perform(&mut self, effects: Vec<Effect>, events: &mut VecDeque<Event>) {
        for effect in effects {
            match self.hands.perform(effect, events) {
                Some(Wish::Edit(outside)) => self.to_edit.push_back(outside),
                Some(Wish::Redraw) => {
                    self.canvas.forget();
                    self.dirty = true;
                }
                Some(Wish::Copy(text)) => {
                    self.canvas.signals.copy(text);
                    self.dirty = true;
                }
                Some(Wish::Ring) => {
                    self.canvas.signals.ring();
                    self.dirty = true;
                }
                Some(Wish::End(ended)) => self.ended = Some(ended),
                None => {}
            }
        }
    }

    fn draw_if_due(&mut self) -> io::Result<()> {
        let early = self.drawn.is_some_and(|drawn| drawn.elapsed() < FRAME);
        if !self.dirty || early {
            return Ok(());
        }
        let Some(mut frame) = self.pen.take() else {
            return Ok(());
        };
        let drawn = self.canvas.draw(&self.app, &mut frame);
        self.dirty = false;
        self.drawn = Some(Instant::now());
        self.pen.send(frame);
        drawn
    }

    /// Hands the screen the stored drafts it still waits for: what was typed before they came is stored with
    /// them (WKS-7).
    async fn take_drafts(&mut self) {
        let until = Instant::now() + LAST;
        while self.hands.awaits_drafts() {
            let answer = tokio::time::timeout_at(until, self.hands.last()).await;
            let Ok(event) = answer else { return };
            if let Some(draft @ Event::Draft { .. }) = event {
                self.tell(draft);
            }
        }
    }

    /// Does what was asked for and is not done yet, and keeps the drafts. A screen that panicked is asked
    /// nothing more.
    async fn close(mut self, sound: bool) {
        self.hands.leave();
        self.pen.rest().await;
        if sound {
            self.take_drafts().await;
        }
        self.hands.close().await;
    }
}
