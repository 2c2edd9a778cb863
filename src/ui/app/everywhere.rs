//! Keys that come before whatever is open: those that leave, and those that a multiplexer joined with an Esc
//! before them. Never draws.

use super::{Above, App, Stage};
use crate::ui::frame::Unsent;
use crate::ui::globals::GLOBAL;
use crate::ui::kit::keys::{Chord, Input, Key};
use crate::ui::message::Effect;

/// Motions and erasures by word, wherever something is typed.
const BY_WORD: [Key; 3] = [Key::Char('b'), Key::Char('f'), Key::Char('d')];

impl App {
    /// Takes an input. A key that was pressed soon after Esc reaches us as one with Alt through tmux and
    /// screen: where it has no meaning it is those two keys.
    pub(super) fn input(&mut self, input: &Input) {
        match self.behind_esc(input) {
            Some(key) => {
                self.take_input(&Input::Key(Chord::plain(Key::Esc)));
                self.collect();
                self.take_input(&Input::Key(key));
            }
            None => self.take_input(input),
        }
    }

    /// The key that was pressed behind an Esc, where both came as one that means nothing here.
    fn behind_esc(&self, input: &Input) -> Option<Chord> {
        let Input::Key(chord) = input else {
            return None;
        };
        // The entrance has nothing that Esc could close but the program.
        let inside = matches!(self.stage, Stage::Inside { .. });
        let bound = self.keymap.at(*chord).is_some() || self.overrides.have(*chord);
        if !chord.alt || !inside || bound || self.is_bound_here(*chord) {
            return None;
        }
        let typing = match &self.above {
            Some(Above::Palette(_) | Above::Help(_) | Above::Visited(_) | Above::Cast(_)) => true,
            Some(Above::Leading(_)) => false,
            None => self.pane().is_some_and(|pane| pane.typing()),
        };
        let moves = !matches!(chord.key, Key::Char(_)) || BY_WORD.contains(&chord.key);
        let plain = Chord {
            alt: false,
            ..*chord
        };
        (!typing || !moves || chord.ctrl).then_some(plain)
    }

    /// Whether the open pane has a meaning for a key now.
    fn is_bound_here(&self, chord: Chord) -> bool {
        let Some(pane) = self.pane().filter(|_| self.above.is_none()) else {
            return false;
        };
        let mut entries = pane.entries().into_iter().flatten();
        entries.any(|entry| entry.chords.contains(&chord))
    }

    /// Leaves on a key that means it wherever one is; false when `input` is none, or is at home where one is.
    pub(super) fn leaves(&mut self, input: &Input) -> bool {
        let Input::Key(chord) = input else {
            return false;
        };
        let quits = self
            .keymap
            .at(*chord)
            .and_then(|at| GLOBAL.bindings.get(at));
        if chord.typed().is_some() || quits.is_none_or(|binding| binding.id != "quit") {
            return false;
        }
        if self.above.is_some() {
            self.out.effects.push(Effect::Quit);
            return true;
        }
        let Some(pane) = self.pane().filter(|pane| pane.typing()) else {
            return false;
        };
        let copies = chord.ctrl && chord.key == Key::Char('c');
        match pane.unsent() {
            Unsent::Selected if copies => false,
            Unsent::Kept | Unsent::Selected if !copies => {
                self.out.effects.push(Effect::Quit);
                true
            }
            Unsent::Kept | Unsent::Selected => self.say_what_leaves("leave-kept"),
            Unsent::Lost => self.say_what_leaves("leave-lost"),
        }
    }

    fn say_what_leaves(&mut self, id: &str) -> bool {
        let entries = GLOBAL.all_entries(&self.keymap);
        let chords = entries.iter().find(|entry| entry.id == "quit");
        let key = chords.and_then(|entry| entry.chords.iter().find(|key| key.typed().is_none()));
        let key = key.map(|key| key.spelled(&self.texts)).unwrap_or_default();
        let (words, at) = (self.texts.with(id, &[("key", key.into())]), self.utc());
        self.toasts.refused(words, at);
        true
    }
}
