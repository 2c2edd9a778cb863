//! Who the session is of, and the panes they may have. A session belongs to one person for good: who may
//! not enter, or no longer, is shown nothing more, and nobody else is ever asked in their place (PPL-2).

use std::sync::Arc;

use super::trail::Trail;
use super::{Above, App};
use crate::desk::views::{Me, Onlookers, Sight, Threshold};
use crate::domain::person::Preferences;
use crate::domain::{Millis, PersonId};
use crate::ui::entrance::Entrance;
use crate::ui::frame::Ctx;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::kit::theme::{Builtin, Theme};
use crate::ui::kit::toast::Toasts;
use crate::ui::message::{Effect, Jump};
use crate::ui::panes::{self, Lead, Placed};

/// Milliseconds.
const MINUTE: Millis = 60_000;

/// What is below everything: the questions at the entrance, the workstation, or nothing any more.
pub(super) enum Stage {
    Entrance(Box<Entrance>),
    Inside {
        ctx: Ctx,
        panes: Vec<Placed>,
        open: usize,
    },
    /// The person may not be here.
    Gone,
}

impl App {
    /// The one who was asked is known now.
    pub(super) fn enter(&mut self, sight: Sight) {
        if matches!(self.stage, Stage::Entrance(_)) {
            self.admit(sight);
        }
    }

    /// The house may have been set up meanwhile, or its staff be others.
    pub(super) fn ask_again(&mut self, asked: Threshold) {
        if let Stage::Entrance(entrance) = &mut self.stage {
            entrance.renew(asked);
        }
    }

    /// Begins the workstation for the one who sees `sight`: their language, their theme, their panes.
    pub(super) fn admit(&mut self, sight: Sight) {
        let Some(me) = sight.me(self.now) else {
            return self.leave();
        };
        self.dress(&sight, &me.preferences);
        self.since = sight.seq();
        self.above = None;
        self.tour = None;
        self.stage = Stage::Inside {
            ctx: self.ctx(sight, me),
            panes: Vec::new(),
            open: 0,
        };
        self.settle();
        self.collect();
    }

    /// Shows nothing any more, and ends the session.
    fn leave(&mut self) {
        self.stage = Stage::Gone;
        self.changed = true;
        self.forget();
        self.out.effects.push(Effect::Quit);
    }

    /// Forgets what was said and what lies above the panes: it may tell of what may not be seen now.
    fn forget(&mut self) {
        self.above = None;
        self.tour = None;
        self.toasts = Toasts::default();
        self.trail = Trail::default();
        self.read = 0;
    }

    /// Time passed. What the screen says of times it says in minutes; only a message ends in between.
    pub(super) fn clock(&mut self, now: Millis) {
        let said = self.said().is_some();
        let minute = self.now.div_euclid(MINUTE) != now.div_euclid(MINUTE);
        let before = std::mem::replace(&mut self.now, now);
        self.changed |= minute || said != self.said().is_some();
        if let Some(Above::Leading(leading)) = &self.above {
            self.changed |= leading.due(before).is_some() && leading.due(now).is_none();
        }
        match &mut self.stage {
            Stage::Inside { ctx, .. } if minute => {
                let sight = ctx.sight.clone();
                self.see(sight);
            }
            Stage::Inside { ctx, panes, .. } => {
                ctx.now = now;
                panes.iter_mut().for_each(|pane| pane.clock(now));
            }
            Stage::Entrance(_) => {}
            Stage::Gone => self.out.effects.push(Effect::Quit),
        }
    }

    /// The same person sees something newer.
    pub(super) fn see(&mut self, sight: Sight) {
        if self.me() != Some(sight.whose()) {
            return;
        }
        let Some(me) = sight.me(self.now) else {
            return self.leave();
        };
        self.dress(&sight, &me.preferences);
        let new = self.ctx(sight, me);
        if let Stage::Inside { ctx, .. } = &mut self.stage {
            if self.bell && new.sight.was_given_since(&ctx.sight) {
                self.out.effects.push(Effect::Ring);
            }
            // What is not drawn by a pane is drawn by what is known of the person.
            self.changed |= *new.me != *ctx.me;
            *ctx = new;
        }
        self.settle();
        self.renew_open();
    }

    /// The open pane catches up with what the session knows. The others do when they are opened.
    fn renew_open(&mut self) {
        if let Stage::Inside { ctx, panes, open } = &mut self.stage
            && let Some(pane) = panes.get_mut(*open)
        {
            self.changed |= pane.renew(ctx.clone());
        }
        self.renew_helper();
    }

    /// Opens the pane at this place.
    pub(super) fn turn_to(&mut self, place: usize) {
        self.let_go();
        if let Stage::Inside { open, .. } = &mut self.stage {
            *open = place;
        }
        self.renew_open();
    }

    /// Opens the pane that has what is wanted, if one of theirs does.
    pub(super) fn jump(&mut self, to: Jump) {
        if let Jump::Place(pane, act) = to {
            return self.follow_lead(Lead { pane, act });
        }
        self.let_go();
        let Stage::Inside { ctx, panes, open } = &mut self.stage else {
            return;
        };
        self.changed = true;
        for (place, pane) in panes.iter_mut().enumerate() {
            // What it holds may be older than what is looked for.
            pane.renew(ctx.clone());
            if pane.jump(to) {
                *open = place;
                return self.arrive();
            }
        }
        let at = self.utc();
        let words = self.texts.get("jump-nowhere").into_owned();
        self.toasts.refused(words, at);
    }

    /// Gives the person the panes they may have. What they may not have any more is gone with all it
    /// held; the first that is left takes its place.
    fn settle(&mut self) {
        let at = self.utc();
        let Stage::Inside { ctx, panes, open } = &mut self.stage else {
            return;
        };
        if panes::are_allowed(panes, &ctx.me) {
            return;
        }
        self.changed = true;
        let current = panes.get(*open).map(|pane| pane.key());
        let had = std::mem::take(panes);
        let (now, problems) = panes::allowed(had, ctx, &self.overrides, &mut self.begun);
        let place = |key| now.iter().position(|pane| Some(pane.key()) == key);
        let stays = place(current);
        *open = stays.unwrap_or(0);
        *panes = now;
        if current.is_some() && stays.is_none() {
            self.forget();
        }
        if let Some(problem) = problems.first() {
            self.toasts.refused(problem.text(&self.texts), at);
        }
        self.lay_out();
    }

    pub(super) fn lay_out(&mut self) {
        let body = self.body();
        if let Stage::Inside { panes, .. } = &mut self.stage {
            panes.iter_mut().for_each(|pane| pane.resize(body));
        }
    }

    /// Takes over a person's language and theme, where none was asked for on the command line, and what the house calls
    /// the entries of its lists.
    fn dress(&mut self, sight: &Sight, preferences: &Preferences) {
        let lang = self
            .settings
            .lang
            .or_else(|| Lang::parse(&preferences.language));
        let lang = lang.unwrap_or(self.settings.env_lang);
        let same_lists = match &self.stage {
            Stage::Inside { ctx, .. } => ctx.sight.has_same_lists(sight),
            Stage::Entrance(_) | Stage::Gone => false,
        };
        if lang != self.texts.lang() || !same_lists {
            let named = sight.entry_names(lang.language());
            self.texts = Texts::shared(lang).named(named);
            self.formats = Formats::new(lang);
            self.changed = true;
        }
        let usual = if self.settings.dark {
            Builtin::Dark
        } else {
            Builtin::Light
        };
        let own = Builtin::named(&preferences.theme);
        let theme = self.settings.theme.or(own).unwrap_or(usual);
        if theme != self.worn {
            self.theme = Theme::builtin(theme, self.settings.depth);
            self.worn = theme;
            self.changed = true;
        }
    }

    /// Others came to requests, or left them.
    pub(super) fn present(&mut self, onlookers: Onlookers) {
        if let Stage::Inside { ctx, panes, open } = &mut self.stage {
            ctx.onlookers = onlookers.clone();
            if let Some(pane) = panes.get_mut(*open) {
                self.changed |= pane.present(onlookers);
            }
        }
    }

    /// Has what is pointed at taken up, and lets colleagues know what the person is at, when that is something else now.
    pub(super) fn attend(&mut self) {
        self.reach();
        let attention = match &self.stage {
            Stage::Inside { panes, open, .. } => panes.get(*open).map(|pane| pane.attention()),
            Stage::Entrance(_) | Stage::Gone => None,
        };
        let attention = attention.unwrap_or_default();
        if attention != self.attention {
            self.attention = attention;
            self.out.effects.push(Effect::Attend(attention));
        }
    }

    fn ctx(&self, sight: Sight, me: Me) -> Ctx {
        let before = match &self.stage {
            Stage::Inside { ctx, .. } => ctx.onlookers.clone(),
            Stage::Entrance(_) | Stage::Gone => Onlookers::default(),
        };
        Ctx {
            onlookers: before.seen_by(&sight),
            me: Arc::new(me),
            names: sight.names(),
            sight,
            texts: Arc::clone(&self.texts),
            formats: self.formats,
            now: self.now,
            local: self.settings.local,
            steers: self.settings.steers,
        }
    }

    /// Whose session it is, once that is known.
    pub fn me(&self) -> Option<PersonId> {
        self.person().map(|me| me.id)
    }

    /// The person of the session, once they are inside.
    pub(in crate::ui) fn person(&self) -> Option<&Me> {
        match &self.stage {
            Stage::Entrance(_) | Stage::Gone => None,
            Stage::Inside { ctx, .. } => Some(&ctx.me),
        }
    }

    /// How many panes there are.
    pub(in crate::ui) fn panes(&self) -> usize {
        match &self.stage {
            Stage::Entrance(_) | Stage::Gone => 0,
            Stage::Inside { panes, .. } => panes.len(),
        }
    }
}
