//! The whole screen of one session: header, the open pane, footer, what lies above them. Turns events
//! into changes and effects; draws from what it holds and nothing else.

mod afar;
mod answers;
mod around;
mod beginning;
mod cast;
mod doing;
mod everywhere;
mod input;
mod leading;
mod saying;
mod stage;
mod touring;
mod trail;
mod view;

use std::sync::Arc;

use chrono::{TimeZone, Utc};
use ratatui::layout::Rect;

use self::afar::Lent;
pub use self::beginning::{Opening, Settings};
use self::cast::Cast;
pub(in crate::ui) use self::cast::choice;
use self::leading::{Leading, Visited};
use self::stage::Stage;
use self::trail::Trail;
use crate::domain::{Millis, Seq};
use crate::text::signs::Signs;
use crate::ui::frame::{Out, Pane};
use crate::ui::kit::formats::Formats;
use crate::ui::kit::help::Help;
use crate::ui::kit::keymap::{Keymap, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::palette::Palette;
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::kit::theme::{Builtin, Theme};
use crate::ui::kit::toast::Toasts;
use crate::ui::message::{Attention, Effect, Event, Jump};
use crate::ui::tour::Tour;

/// The screen of one session.
pub struct App {
    settings: Settings,
    texts: Arc<Texts>,
    formats: Formats,
    theme: Theme,
    /// Which theme that is.
    worn: Builtin,
    keymap: Keymap,
    overrides: Overrides,
    now: Millis,
    area: Rect,
    stage: Stage,
    /// How many panes were begun so far: each has tokens of its own.
    begun: u16,
    /// Whether the screen may look other than it did when that was asked last.
    changed: bool,
    above: Option<Above>,
    /// The tour, while one is taken.
    tour: Option<Tour>,
    toasts: Toasts,
    trail: Trail,
    /// What the open pane points at, taken up by another.
    lent: Option<Lent>,
    /// Commands that were sent from afar and not answered yet.
    errands: Vec<u64>,
    /// The newest record there was when the session began.
    since: Seq,
    /// Whether the bell may ring.
    bell: bool,
    out: Out,
    /// What colleagues were told that the person is at.
    attention: Attention,
    /// Commands of the app itself under way: undo, redo, preferences.
    own: Vec<u64>,
    /// How many messages keys were pressed after: they are not shown whole any more.
    read: usize,
}

/// What lies above the pane.
enum Above {
    Help(Help),
    Palette(Palette),
    Cast(Cast),
    Leading(Leading),
    Visited(Visited),
}

impl App {
    /// The name of the pane that is open; nothing: none is.
    fn here(&self) -> &'static str {
        self.spot().map_or("", |spot| spot.pane())
    }

    /// The pane that is open.
    fn pane(&self) -> Option<&dyn Pane> {
        match &self.stage {
            Stage::Inside { panes, open, .. } => panes.get(*open).map(|pane| &**pane),
            Stage::Entrance(_) | Stage::Gone => None,
        }
    }

    fn utc(&self) -> chrono::DateTime<Utc> {
        Utc.timestamp_millis_opt(self.now)
            .single()
            .unwrap_or_default()
    }

    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// The characters it is shown with: those of the terminal, or fewer where its person likes it so.
    pub fn signs(&self) -> Signs {
        match self.worn {
            Builtin::Ascii => Signs::Ascii,
            Builtin::Dark | Builtin::Light | Builtin::Contrast | Builtin::Plain => {
                self.settings.signs
            }
        }
    }

    /// When the clock alone changes the screen next.
    pub fn next_change(&self) -> Option<Millis> {
        let said = self.toasts.next_change(self.utc(), self.here());
        let said = said.map(|at| at.timestamp_millis());
        let due = match &self.above {
            Some(Above::Leading(leading)) => leading.due(self.now),
            _ => None,
        };
        said.into_iter().chain(due).min()
    }

    /// Whether the screen may look other than it did when this was asked last. Where it may not, nothing
    /// has to be drawn.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// Takes an event; gives what is to be done.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let before = self.spot();
        // These three come to every session all the time, and rarely show.
        let often = matches!(event, Event::Clock(_) | Event::Seen(_) | Event::Present(_));
        self.changed |= !often;
        match event {
            Event::Input(input) => return self.take(&input),
            Event::Resized(width, height) => {
                self.area = Rect::new(0, 0, width, height);
                self.lay_out();
            }
            Event::Clock(now) => self.clock(now),
            Event::Seen(sight) => self.see(sight),
            Event::Asked(asked) => self.ask_again(asked),
            Event::Present(onlookers) => self.present(onlookers),
            Event::Answered { token, answer } => self.answered(token, answer),
            Event::Trouble(words) => self.trouble(words),
            Event::Told(words) => {
                let at = self.utc();
                self.toasts.told(words, at);
            }
            Event::Entered(sight) => self.enter(sight),
            answer => self.hand_answer(answer),
        }
        self.collect();
        self.follow(before);
        self.attend();
        std::mem::take(&mut self.out.effects)
    }

    /// Takes an input. What was said before goes once something is done by it; what is said by it is about the
    /// pane where it leads.
    fn take(&mut self, input: &Input) -> Vec<Effect> {
        let (said, before) = (self.toasts.count(), self.spot());
        let typed = self.pane().is_some_and(|pane| pane.typing());
        self.input(input);
        self.collect();
        let asks = !typed && self.pane().is_some_and(|pane| pane.typing());
        let does = |effect: &Effect| matches!(effect, Effect::Submit { .. });
        if asks || self.out.effects.iter().any(does) {
            self.toasts.end(said);
        }
        self.follow(before);
        let here = self.here();
        self.toasts.keep_to(here, said);
        self.attend();
        std::mem::take(&mut self.out.effects)
    }

    /// Takes what the panes want done and said, and goes where one of them points to.
    fn collect(&mut self) {
        // Who is sent to a pane may be sent on by it, once.
        const JUMPS: usize = 2;
        self.take_out();
        for _ in 0..JUMPS {
            let Some(to) = self.take_jump() else { return };
            self.jump(to);
            self.take_out();
        }
    }

    fn take_jump(&mut self) -> Option<Jump> {
        let Stage::Inside { panes, .. } = &mut self.stage else {
            return None;
        };
        panes.iter_mut().find_map(|pane| pane.out().jump.take())
    }

    fn take_out(&mut self) {
        let at = self.utc();
        if let Stage::Inside { panes, .. } = &mut self.stage {
            for pane in panes {
                let out = pane.out();
                self.changed |= !out.said.is_empty();
                self.out.effects.append(&mut out.effects);
                for (words, refused) in out.said.drain(..) {
                    if refused {
                        self.toasts.refused(words, at)
                    } else {
                        self.toasts.done(&words, None, at)
                    }
                }
            }
        }
        if let Stage::Entrance(entrance) = &mut self.stage {
            self.out.effects.append(&mut entrance.effects);
        }
    }
}
