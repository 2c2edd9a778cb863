//! Input to the whole screen: what lies above takes it first, then the pane, then what can be done
//! everywhere. Never draws.

use super::{Above, App, Stage};
use crate::ui::globals::GLOBAL;
use crate::ui::kit::binding::Dispatch;
use crate::ui::kit::footer::Footer;
use crate::ui::kit::frame;
use crate::ui::kit::help::Helped;
use crate::ui::kit::keys::{Chord, Input, Key, Mouse};
use crate::ui::kit::paint;
use crate::ui::kit::palette::Called;
use crate::ui::message::Effect;
use crate::ui::panes::Lead;

impl App {
    pub(super) fn take_input(&mut self, input: &Input) {
        self.read = self.toasts.count();
        if frame::too_small(self.area) {
            return self.global(input);
        }
        if let Stage::Entrance(entrance) = &mut self.stage {
            if is_quit(input) {
                self.out.effects.push(Effect::Quit);
                return;
            }
            entrance.input(input, self.area);
            return;
        }
        if self.leaves(input) {
            return;
        }
        if self.above.is_some() {
            return self.input_above(input);
        }
        if self.tour_takes(input) {
            return;
        }
        if let Input::Mouse(mouse) = input
            && self.pressed(mouse)
        {
            return;
        }
        if self.leads_back(input) {
            return;
        }
        let Stage::Inside { panes, open, .. } = &mut self.stage else {
            return;
        };
        if let Some(pane) = panes.get_mut(*open)
            && (pane.input(input) || pane.typing())
        {
            return;
        }
        if self.pressed_afar(input) {
            return;
        }
        self.global(input);
    }

    /// A press on the header or the footer.
    fn pressed(&mut self, mouse: &Mouse) -> bool {
        if let Some(key) = self.header().hit(mouse, paint::row(self.area, 0)) {
            self.go(key);
            return true;
        }
        let entries = self.footer_entries();
        let footer = Footer {
            entries: &entries,
            ..Footer::default()
        };
        let hit = footer.hit(
            mouse,
            paint::row(self.area, self.area.height.saturating_sub(1)),
            &self.texts,
        );
        let Some(id) = hit else { return false };
        if let Some(entry) = entries.iter().find(|entry| entry.id == id) {
            let (scope, id) = (entry.scope, entry.id);
            self.choose(scope, id);
        }
        true
    }

    fn input_above(&mut self, input: &Input) {
        let area = self.area;
        match self.above.take() {
            Some(Above::Help(mut help)) => match help.update(input, area) {
                Helped::Open => self.above = Some(Above::Help(help)),
                Helped::Run(scope, id) => self.choose(scope, id),
                Helped::Closed => {}
            },
            Some(Above::Palette(mut palette)) => match palette.update(input, area) {
                Called::Open => self.above = Some(Above::Palette(palette)),
                Called::Run(scope, id) => self.choose(scope, id),
                Called::Cancelled => {}
            },
            Some(Above::Leading(leading)) => self.in_leading(leading, input),
            Some(Above::Visited(visited)) => self.in_visited(visited, input),
            Some(Above::Cast(cast)) => self.in_cast(cast, input),
            None => {}
        }
    }

    fn choose(&mut self, scope: &'static str, id: &'static str) {
        self.tour_sees(id);
        if scope == GLOBAL.id {
            let dispatch = GLOBAL.choose(id, self);
            return self.run(dispatch);
        }
        if self.chosen_afar(scope, id) {
            return;
        }
        if let Stage::Inside { panes, open, .. } = &self.stage
            && panes.iter().any(|pane| pane.name() == scope)
            && panes.get(*open).is_some_and(|pane| pane.name() != scope)
        {
            return self.follow_lead(Lead {
                pane: scope,
                act: Some(id),
            });
        }
        if let Stage::Inside { panes, open, .. } = &mut self.stage
            && let Some(pane) = panes.get_mut(*open)
        {
            pane.choose(scope, id);
        }
    }

    fn global(&mut self, input: &Input) {
        let Input::Key(chord) = input else { return };
        if let Some(digit) = chord.pane_digit() {
            return self.go(char::from(b'0' + digit % 10));
        }
        if *chord == Chord::plain(Key::Esc) {
            return self.turn_to(0);
        }
        let keymap = std::mem::take(&mut self.keymap);
        let dispatch = GLOBAL.dispatch(&keymap, *chord, self);
        self.keymap = keymap;
        match dispatch {
            Dispatch::Unbound => self.say_unbound(*chord),
            dispatch => self.run(dispatch),
        }
    }

    fn run(&mut self, dispatch: Dispatch<App>) {
        match dispatch {
            Dispatch::Run(binding) => (binding.run)(self),
            Dispatch::Refused(_, reason) => {
                let at = self.utc();
                self.toasts.refused(reason.text(&self.texts), at);
            }
            Dispatch::Unbound => {}
        }
    }

    /// Opens the place with this key: a digit, or a letter behind `,`.
    pub(in crate::ui) fn go(&mut self, key: char) {
        let at = self.utc();
        if let Stage::Inside { panes, .. } = &self.stage {
            match panes.iter().position(|pane| pane.key() == key) {
                Some(found) => self.turn_to(found),
                None => {
                    let words = self
                        .texts
                        .with("no-such-pane", &[("n", key.to_string().into())]);
                    self.toasts.refused(words, at);
                }
            }
        }
    }
}

fn is_quit(input: &Input) -> bool {
    matches!(input, Input::Key(chord) if chord.ctrl && matches!(chord.key, Key::Char('c' | 'q')))
}
