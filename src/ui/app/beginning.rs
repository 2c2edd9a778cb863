//! How a session begins: with what was asked for on the command line or read from the environment, and whose it is.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::trail::Trail;
use super::{App, Stage};
use crate::desk::views::{Sight, Threshold};
use crate::domain::Millis;
use crate::text::signs::Signs;
use crate::ui::entrance::Entrance;
use crate::ui::frame::Out;
use crate::ui::globals::{GLOBAL, known_ids};
use crate::ui::kit::depth::Depth;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::keymap::{Keymap, Overrides};
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::kit::theme::{Builtin, Theme};
use crate::ui::kit::toast::Toasts;
use crate::ui::message::{Attention, Effect};

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
}
