//! Going from one line to the next on the page of an organisation, by the keys of every list and by the mouse. Changes
//! nothing.

use super::DirectoryPane;
use crate::ui::frame::{ListPane, Overlay, inside};
use crate::ui::kit::keys::{Chord, Input, Key, Mouse, MouseKind};
use crate::ui::kit::list::MOVES;

impl Overlay for DirectoryPane {
    fn above(&mut self, input: &Input) -> Option<bool> {
        let moves = self.is_on_page() && self.at.len > 0;
        let shown = self.is_on_page() && self.past.is_some();
        match input {
            // Back from the history to the page.
            Input::Key(chord) if shown && *chord == Chord::plain(Key::Esc) => {
                self.close_history();
                Some(true)
            }
            Input::Key(chord) if moves => {
                let binding = self.moves.at(*chord);
                let binding = binding.and_then(|at| MOVES.bindings.get(at))?;
                (binding.run)(&mut self.at);
                self.show_stop();
                Some(true)
            }
            Input::Mouse(mouse) if mouse.kind == MouseKind::Press => self.press(mouse),
            _ => None,
        }
    }
}

impl DirectoryPane {
    /// A press on a line goes to it; on the one that one is on, it opens it.
    fn press(&mut self, mouse: &Mouse) -> Option<bool> {
        let area = inside(self.frame.browse.places().1?);
        if !mouse.within(area) {
            return None;
        }
        let line = usize::from(mouse.row - area.y) + self.frame.browse.scroll.offset;
        let laid = self.laid(usize::from(area.width));
        let at = laid.stops.iter().position(|lines| lines.contains(&line))?;
        if self.is_on_page() && at == self.at.selected {
            self.enter();
        } else {
            if !self.is_on_page() {
                self.frame.browse.open();
                self.sync();
            }
            self.at.select(at);
            self.show_stop();
        }
        Some(true)
    }

    /// Lays the page out anew, scrolled so that what one is on shows.
    pub(super) fn show_stop(&mut self) {
        let len = self.page().map_or(0, |page| self.stops(page).len());
        let place = self.frame.browse.places().1.map(inside);
        let height = place.map_or(1, |area| usize::from(area.height) / 2);
        self.at.fit(len, height.max(1));
        self.write();
        let (Some(area), true) = (place, self.is_on_page()) else {
            return;
        };
        let laid = self.laid(usize::from(area.width.max(20)));
        let Some(lines) = laid.stops.get(self.at.selected) else {
            return;
        };
        let height = usize::from(area.height).max(1);
        let offset = &mut self.frame.browse.scroll.offset;
        // What stands above the first line shows with it.
        let first = match self.at.selected {
            0 => 0,
            _ => lines.start,
        };
        let lowest = lines.end.saturating_sub(height).min(lines.start);
        *offset = (*offset).clamp(lowest, first.max(lowest));
    }
}
