//! What the bindings of everywhere do: boxes that open above a pane, theme, language and bell, the next pane, commands
//! of the app's own. When each can be done stands in `globals`.

use super::{Above, App, Stage};
use crate::domain::Command;
use crate::domain::person::Preference;
use crate::domain::person::command::PeopleCommand;
use crate::ui::frame::signs::EVERYWHERE;
use crate::ui::kit::help::Help;
use crate::ui::kit::palette::Palette;
use crate::ui::kit::texts::Lang;
use crate::ui::kit::theme::Builtin;
use crate::ui::message::Effect;
use crate::ui::panes::{Placed, elsewhere};
use crate::ui::tour::{Guide, Tour};

impl App {
    /// Changes one thing; what another session of this person changed stays.
    pub(in crate::ui) fn prefer(&mut self, one: Preference) {
        self.submit(Command::People(PeopleCommand::Prefer(one)));
    }

    /// Sends a command of the app's own.
    pub(in crate::ui) fn submit(&mut self, command: Command) {
        let token = self.out.submit(command, None);
        self.own.push(token);
    }

    /// Has the session do something.
    pub(in crate::ui) fn ask(&mut self, effect: Effect) {
        self.out.effects.push(effect);
    }

    /// Whether the session runs in a terminal of this machine.
    pub(in crate::ui) fn is_local(&self) -> bool {
        self.settings.local
    }

    pub(in crate::ui) fn open_help(&mut self) {
        let placed = match &self.stage {
            Stage::Inside { ctx, panes, open } => panes.get(*open).zip(Some(&ctx.me)),
            Stage::Entrance(_) | Stage::Gone => None,
        };
        let place = placed.map(|(placed, me)| placed.label(&self.texts, me));
        let signs = placed.map(|(placed, _)| placed.signs()).unwrap_or_default();
        let (place, sections) = (place.unwrap_or_default(), self.sections());
        let signs = signs.iter().chain(&EVERYWHERE).copied().collect();
        let help = Help::new(place, sections, signs, &self.texts);
        self.above = Some(Above::Help(help));
    }

    /// Lets the bell ring, or no longer, as long as the session lives.
    pub(in crate::ui) fn switch_bell(&mut self) {
        self.bell = !self.bell;
        let id = if self.bell { "bell-on" } else { "bell-off" };
        let (words, at) = (self.texts.get(id).into_owned(), self.utc());
        self.toasts.done(&words, None, at);
    }

    pub(in crate::ui) fn open_palette(&mut self) {
        let mut entries = self.footer_entries();
        if let Stage::Inside { panes, open, .. } = &self.stage {
            entries.extend(elsewhere(panes, *open));
        }
        self.above = Some(Above::Palette(Palette::new(entries, &self.texts)));
    }

    pub(in crate::ui) fn open_tour(&mut self) {
        let Some((place, guide)) = self.guide() else {
            return;
        };
        self.turn_to(place);
        self.tour = Some(Tour::new(guide));
    }

    /// The tour for who looks, and where it begins.
    pub(in crate::ui) fn guide(&self) -> Option<(usize, &'static Guide)> {
        let Stage::Inside { ctx, panes, .. } = &self.stage else {
            return None;
        };
        let guides = panes.iter().enumerate();
        let mut guides = guides.filter_map(|(at, pane)| Some((at, pane.guide(&ctx.me)?)));
        guides.next()
    }

    pub(in crate::ui) fn next_theme(&mut self) {
        let Some(me) = self.person() else { return };
        let now = Builtin::named(&me.preferences.theme).unwrap_or(Builtin::Dark);
        let at = Builtin::ALL.iter().position(|b| *b == now).unwrap_or(0);
        let next = Builtin::ALL
            .get((at + 1) % Builtin::ALL.len())
            .copied()
            .unwrap_or(now);
        self.settings.theme = None;
        self.prefer(Preference::Theme(next.name().into()));
    }

    pub(in crate::ui) fn next_language(&mut self) {
        let next = match self.texts.lang() {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        };
        if self.person().is_none() {
            return;
        }
        self.settings.lang = None;
        self.prefer(Preference::Language(next.code().into()));
    }

    /// Opens the next pane that has a digit.
    pub(in crate::ui) fn next_pane(&mut self) {
        if let Stage::Inside { panes, open, .. } = &self.stage {
            let order = (1..=panes.len()).map(|n| (*open + n) % panes.len());
            let mut others = order.filter(|at| panes.get(*at).and_then(Placed::digit).is_some());
            if let Some(next) = others.next() {
                self.turn_to(next);
            }
        }
    }
}
