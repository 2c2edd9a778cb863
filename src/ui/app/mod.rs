//! The whole screen of one session: header, the open pane, footer, what lies above them. Turns events
//! into changes and effects; draws from what it holds and nothing else.

mod afar;
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
use self::cast::Cast;
pub(in crate::ui) use self::cast::choice;
use self::leading::{Leading, Visited};
use self::stage::Stage;
use self::trail::Trail;
use crate::desk::views::{Sight, Threshold};
use crate::domain::{Millis, Seq};
use crate::text::fit;
use crate::text::sanitise::clean_line;
use crate::text::signs::Signs;
use crate::ui::frame::{Out, Pane};
use crate::ui::globals::{GLOBAL, known_ids};
use crate::ui::kit::binding::Entry;
use crate::ui::kit::depth::Depth;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::header::Header;
use crate::ui::kit::help::Help;
use crate::ui::kit::keymap::{Keymap, Overrides};
use crate::ui::kit::keys::Input;
use crate::ui::kit::look::{Cursor, Look};
use crate::ui::kit::palette::Palette;
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::kit::theme::{Builtin, Theme};
use crate::ui::kit::toast::Toasts;
use crate::ui::message::{Attention, Effect, Event, Jump};
use crate::ui::tell::local;
use crate::ui::{entrance::Entrance, tour::Tour};

/// What a session begins with: asked for on the command line, or read from the environment.
#[derive(Clone, Debug)]
pub struct Settings {
    /// A language asked for; it wins over the person's own.
    pub lang: Option<Lang>,
    /// A theme asked for; it wins over the person's own.
    pub theme: Option<Builtin>,
    /// The language of the environment.
    pub env_lang: Lang,
    /// Whether the terminal seems to be dark.
    pub dark: bool,
    /// The colours the terminal can show.
    pub depth: Depth,
    /// The characters it can show.
    pub signs: Signs,
    /// Whether it understands what steers it beside its cells: titles, what is copied.
    pub steers: bool,
    /// Whether the person's own editor can be opened.
    pub local: bool,
    /// The text of a key file, or nothing.
    pub keys: String,
}

/// Whose session it is when it begins.
pub enum Opening {
    /// Somebody known, for good: who may not enter is not asked anything, the session ends.
    Known(Sight),
    /// Somebody at a terminal of this machine, who is asked who they are.
    Asked(Threshold),
}

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
    /// A session as it begins, at `now`, on a terminal of `size` columns and rows.
    pub fn new(
        settings: Settings,
        opening: Opening,
        now: Millis,
        size: (u16, u16),
    ) -> (App, Vec<Effect>) {
        let lang = settings.lang.unwrap_or(settings.env_lang);
        let theme = Builtin::named(if settings.dark { "dark" } else { "light" });
        let theme = settings.theme.or(theme).unwrap_or(Builtin::Dark);
        let mut app = App {
            theme: Theme::builtin(theme, settings.depth),
            worn: theme,
            formats: Formats::new(lang),
            keymap: Keymap::default(),
            overrides: Overrides::default(),
            stage: Stage::Gone,
            begun: 0,
            changed: true,
            texts: Texts::shared(lang),
            settings,
            now,
            area: Rect::new(0, 0, size.0, size.1),
            above: None,
            tour: None,
            toasts: Toasts::default(),
            trail: Trail::default(),
            lent: None,
            errands: Vec::new(),
            since: 0,
            bell: true,
            out: Out::default(),
            attention: Attention::default(),
            own: Vec::new(),
            read: 0,
        };
        app.read_keys();
        match opening {
            Opening::Known(sight) => app.admit(sight),
            Opening::Asked(asked) => {
                let entrance = Entrance::new(asked, Arc::clone(&app.texts));
                app.stage = Stage::Entrance(Box::new(entrance));
            }
        }
        app.attend();
        let effects = std::mem::take(&mut app.out.effects);
        (app, effects)
    }

    fn read_keys(&mut self) {
        let known = known_ids();
        let known: Vec<&str> = known.iter().map(|id| &**id).collect();
        match Overrides::parse(&self.settings.keys, &known) {
            Ok(overrides) => {
                self.bell = overrides.rings();
                self.overrides = overrides;
                self.tell_moved();
            }
            Err(problems) => {
                let at = self.utc();
                for problem in problems.iter().take(3) {
                    self.toasts.refused(problem.text(&self.texts), at);
                }
            }
        }
        match GLOBAL.keymap(&self.overrides) {
            Ok(keymap) => self.keymap = keymap,
            Err(problems) => {
                let at = self.utc();
                if let Some(problem) = problems.first() {
                    self.toasts.refused(problem.text(&self.texts), at);
                }
                self.keymap = GLOBAL.keymap(&Overrides::default()).unwrap_or_default();
            }
        }
    }

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

    /// What the terminal's title says: the open pane with what waits there, and the house. One clean line.
    pub fn title(&self) -> String {
        let Stage::Inside { ctx, panes, open } = &self.stage else {
            return "Entremise".to_owned();
        };
        let tab = panes.get(*open).map(|pane| pane.tab(ctx));
        let pane = tab.map(|tab| tab.words()).unwrap_or_default();
        let title = format!("{pane} · {}", ctx.me.house);
        fit::clip(&clean_line(&title), 80).into_owned()
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

    /// What can be done now, place by place. While text is typed, letters are letters: the box that
    /// takes them says its own keys.
    fn sections(&self) -> Vec<Vec<Entry>> {
        if let Stage::Inside { panes, open, .. } = &self.stage
            && panes.get(*open).is_some_and(|pane| pane.typing())
        {
            return Vec::new();
        }
        let mut sections = match &self.stage {
            Stage::Inside { panes, open, .. } => panes
                .get(*open)
                .map(|pane| pane.entries())
                .unwrap_or_default(),
            Stage::Entrance(_) | Stage::Gone => Vec::new(),
        };
        sections.push(self.entries_afar());
        let mut everywhere = GLOBAL.entries(&self.keymap, self);
        // What somebody did before they came is undone on purpose only: the footer does not offer it.
        if !self.did_something() {
            let undo = everywhere.iter_mut().filter(|entry| entry.id == "undo");
            undo.for_each(|entry| entry.weight = 0);
        }
        sections.push(everywhere);
        sections.retain(|section| !section.is_empty());
        sections
    }

    /// Whether what would be undone next was done in this session, or in another one meanwhile.
    fn did_something(&self) -> bool {
        match &self.stage {
            Stage::Inside { ctx, .. } => ctx.sight.undoes().is_some_and(|seq| seq > self.since),
            Stage::Entrance(_) | Stage::Gone => false,
        }
    }

    /// Returns what can be done where one is, and what cannot now, with why; the nearest place first.
    pub fn footer_entries(&self) -> Vec<Entry> {
        // A box above says its own keys; those below it do nothing meanwhile.
        if self.above.is_some() {
            return Vec::new();
        }
        self.sections().into_iter().flatten().collect()
    }

    fn first_key(&self, id: &str) -> String {
        let entries = GLOBAL.all_entries(&self.keymap);
        let entry = entries.iter().find(|entry| entry.id == id);
        entry
            .and_then(|e| e.chords.first())
            .map(|chord| chord.spelled(&self.texts))
            .unwrap_or_default()
    }

    fn look<'a>(&'a self, cursor: &'a Cursor) -> Look<'a> {
        let zone = match &self.stage {
            Stage::Inside { ctx, .. } => ctx.me.zone,
            Stage::Entrance(_) | Stage::Gone => chrono_tz::UTC,
        };
        Look {
            theme: &self.theme,
            texts: &self.texts,
            formats: &self.formats,
            now: local(zone, self.now),
            cursor,
        }
    }

    /// Where the pane stands: all but the first and the last row.
    fn body(&self) -> Rect {
        Rect {
            y: 1,
            height: self.area.height.saturating_sub(2),
            ..self.area
        }
    }

    fn header(&self) -> Header {
        match &self.stage {
            Stage::Inside { ctx, panes, open } => Header {
                tabs: panes
                    .iter()
                    .enumerate()
                    .filter(|(at, pane)| pane.digit().is_some() || at == open)
                    .map(|(_, pane)| pane.tab(ctx))
                    .collect(),
                current: panes.get(*open).map(|pane| pane.key()),
            },
            Stage::Entrance(_) | Stage::Gone => Header::default(),
        }
    }
}
