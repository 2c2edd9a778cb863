//! The loop of a session: takes everything that is ready, then draws, at most every 16 ms.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::time::Instant;

use super::attending::Attending;
use super::canvas::{Canvas, fitting};
use super::drafts::Keeper;
use super::line::{Farewell, Heard, Line, Sink};
use super::pen::Pen;
use super::rest::Rest;
use super::work::Work;
use crate::desk::{Attendance, Desk, Finder, News, Published};
use crate::domain::access::Fingerprint;
use crate::domain::{Command, Millis, PersonId};
use crate::journal::Fault;
use crate::ui::kit::texts::Lang;
use crate::ui::message::Outside;
use crate::ui::{App, Effect, Event, Opening, Settings};

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

/// What every session of a house has at hand.
#[derive(Clone)]
pub struct House {
    /// The desk.
    pub desk: Desk,
    /// The full-text search; it is begun once the first screen is there.
    pub finder: Finder,
    /// Remembers who this user of the machine is, or says why not.
    pub remember: Arc<dyn Fn(PersonId) -> Result<(), String> + Send + Sync>,
    /// How many sessions of a person are open, or how many of them a key opened.
    pub open: CountOpen,
    /// What somebody elsewhere types to come in; empty when no server runs.
    pub door: Arc<str>,
    /// After this without a key the session ends; it is warned a minute before.
    pub idle: Option<Duration>,
    /// What the person is told first, on the first screen.
    pub first_words: Option<String>,
    /// The command that sets a house up, from the person's name, the house's and its country; or why
    /// there is none.
    pub set_up: SetUp,
}

/// From a person, and a key of theirs or none, to how many sessions are open.
pub type CountOpen = Arc<dyn Fn(PersonId, Option<&Fingerprint>) -> usize + Send + Sync>;

/// From a person's name, the house's and its country to the command that sets it up, or why not.
pub type SetUp = Arc<dyn Fn(&str, &str, &str) -> Result<Command, String> + Send + Sync>;

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
    let mut feed = house.desk.feed().subscribe();
    let published = feed.borrow_and_update().clone();
    let news = published.news_of(me);
    let opening = match me {
        Some(me) => Opening::Known(published.sight(me)),
        None if settings.local => Opening::Asked(published.threshold()),
        // Who comes from elsewhere is known, or is told nothing.
        None => return Ended::Dismissed(Farewell::Revoked),
    };
    let (saves, signs, steers) = (settings.local, settings.signs, settings.steers);
    let (now, lang) = (house.desk.now(), settings.lang.unwrap_or(settings.env_lang));
    let begun = catch_unwind(AssertUnwindSafe(|| App::new(settings, opening, now, size)));
    let Ok((app, effects)) = begun else {
        return Ended::Panicked;
    };
    let mut session = Session {
        app,
        line,
        canvas: Canvas::new(size, signs, steers),
        pen: Pen::new(sink),
        keeper: Keeper::new(house.desk.store().drafts().clone()),
        work: Work::new(&house.desk, lang),
        attending: Attending::new(house.desk.presence()),
        others: house.desk.presence().subscribe(),
        told_of_others: false,
        feed,
        news,
        house,
        who: me,
        lang,
        now,
        drawn: None,
        dirty: true,
        to_edit: VecDeque::new(),
        drafts_awaited: 0,
        sending: BTreeMap::new(),
        saves,
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
    pub(super) keeper: Keeper,
    pub(super) work: Work,
    pub(super) attending: Attending,
    others: watch::Receiver<Arc<Attendance>>,
    /// Whether the screen may show who else is where, as far as it was told.
    told_of_others: bool,
    feed: watch::Receiver<Arc<Published>>,
    /// How far the news goes that the screen was told; see [`Published::news_of`].
    news: News,
    pub(super) house: House,
    /// Whose session it is; never anybody else's once it is somebody's.
    pub(super) who: Option<PersonId>,
    pub(super) lang: Lang,
    /// The time the screen knows.
    pub(super) now: Millis,
    /// When the last frame was drawn.
    drawn: Option<Instant>,
    /// Something happened since.
    pub(super) dirty: bool,
    /// Texts for the person's own editor.
    pub(super) to_edit: VecDeque<Box<Outside>>,
    /// Stored drafts that are being read.
    pub(super) drafts_awaited: usize,
    /// The drafts that went with commands, by the commands' tokens.
    pub(super) sending: BTreeMap<u64, String>,
    /// Whether files of this machine may be written: the person sits at it.
    pub(super) saves: bool,
    /// How long no key was pressed.
    pub(super) rest: Rest,
    pub(super) ended: Option<Ended>,
}

/// What a turn of the loop brought.
enum Turn {
    Heard(Heard),
    Answer(Event),
    Published,
    /// Others came to requests, or left them.
    Others,
    /// Others were told what this session is at.
    Attended,
    Written(io::Result<()>),
    Drafts(Option<Fault>),
    Time,
}

impl<L: Line> Session<L> {
    async fn live(&mut self, effects: Vec<Effect>) -> Ended {
        self.perform_all(effects);
        if let Some(words) = self.house.first_words.take() {
            self.tell(Event::Told(words));
        }
        self.tell_of_others(false);
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
                Turn::Answer(event) => {
                    if self.feed.has_changed().unwrap_or(false) {
                        self.catch_up();
                    }
                    if let Event::Entered(sight) = &event {
                        self.who.get_or_insert(sight.whose());
                    }
                    self.take_answer(event);
                    self.tell_of_others(false);
                }
                Turn::Published => self.catch_up(),
                Turn::Others => self.tell_of_others(true),
                Turn::Attended => {}
                Turn::Written(Ok(())) => self.house.finder.begin(),
                Turn::Written(Err(_)) => return Ended::Gone,
                Turn::Drafts(Some(fault)) => self.trouble(&fault),
                Turn::Drafts(None) => {}
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
            event = self.work.next() => Turn::Answer(event),
            Ok(()) = self.feed.changed(), if open => Turn::Published,
            Ok(()) = self.others.changed(), if open => Turn::Others,
            () = self.attending.work() => Turn::Attended,
            outcome = self.pen.written() => Turn::Written(outcome),
            fault = self.keeper.work() => Turn::Drafts(fault),
            () = tokio::time::sleep_until(wake) => Turn::Time,
        }
    }

    /// When the clock or a frame is due.
    fn next_wake(&self) -> Instant {
        let now = Instant::now();
        let until = self
            .app
            .next_change()
            .map_or(MINUTE, |at| at.saturating_sub(self.house.desk.now()));
        let until = u64::try_from(until.clamp(MOMENT, MINUTE)).unwrap_or_default();
        let clock = now + Duration::from_millis(until);
        let clock = self
            .rest
            .next(self.house.idle)
            .map_or(clock, |at| clock.min(at));
        match self.drawn {
            Some(drawn) if self.dirty && self.pen.is_free() => clock.min(drawn + FRAME),
            _ => clock,
        }
    }

    /// Shows the latest snapshot; who may not read requests is woken by what may show them something new.
    fn catch_up(&mut self) {
        let published = self.feed.borrow_and_update().clone();
        let now = published.news_of(self.who);
        let news = std::mem::replace(&mut self.news, now) != now;
        if !news && self.who.is_some() && !self.told_of_others {
            return;
        }
        self.tell(match self.who {
            Some(who) => Event::Seen(published.sight(who)),
            None => Event::Asked(published.threshold()),
        });
        self.tell_of_others(false);
    }

    /// Tells the screen who else is where: when that changed, or when its person may be told, or no
    /// longer, since the last time.
    fn tell_of_others(&mut self, changed: bool) {
        let Some(who) = self.who else { return };
        let sight = self.feed.borrow().clone().sight(who);
        let onlookers = sight.onlookers(&self.others.borrow_and_update());
        let may = onlookers.may_be_told();
        if may != self.told_of_others || (changed && may) {
            self.told_of_others = may;
            self.tell(Event::Present(onlookers));
        }
    }

    pub(super) fn tell(&mut self, event: Event) {
        let effects = self.app.update(event);
        self.work.speak(self.app.lang());
        self.perform_all(effects);
    }

    fn perform_all(&mut self, effects: Vec<Effect>) {
        let mut events = VecDeque::new();
        effects
            .into_iter()
            .for_each(|effect| self.perform(effect, &mut events));
        while let Some(event) = events.pop_front() {
            let effects = self.app.update(event);
            effects
                .into_iter()
                .for_each(|effect| self.perform(effect, &mut events));
        }
        self.dirty |= self.app.take_changed();
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

    /// Hands the screen an answer.
    fn take_answer(&mut self, event: Event) {
        if matches!(event, Event::Draft { .. }) {
            self.drafts_awaited = self.drafts_awaited.saturating_sub(1);
        }
        self.settle(&event);
        self.tell(event);
    }

    /// Hands the screen the stored drafts it still waits for: what was typed before they came is stored with
    /// them (WKS-7).
    async fn take_drafts(&mut self) {
        let until = Instant::now() + LAST;
        while self.drafts_awaited > 0 {
            let answer = tokio::time::timeout_at(until, self.work.next()).await;
            let Ok(event) = answer else { return };
            if matches!(event, Event::Draft { .. }) {
                self.take_answer(event);
            }
        }
    }

    /// Does what was asked for and is not done yet, and keeps the drafts. A screen that panicked is asked
    /// nothing more.
    async fn close(mut self, sound: bool) {
        self.attending.leave();
        self.pen.rest().await;
        if sound {
            self.take_drafts().await;
        }
        // Nobody is left to be told; the store says it again at the next start.
        let _ = self.keeper.flush().await;
        self.work.close().await;
    }
}
