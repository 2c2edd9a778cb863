//! Going from one line to the next on the page of an account: its tranches, then its last movements. By the keys of every list and
//! by the mouse. Changes nothing.

use super::EscrowPane;
use crate::desk::views::{AccountPage, Movement};
use crate::domain::ids::EntryId;
use crate::ui::frame::{ListPane, inside};
use crate::ui::kit::keys::{Input, Mouse, MouseKind};
use crate::ui::kit::list::MOVES;

/// What one can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A tranche, by its number.
    Tranche(u16),
    /// A movement, by its entry.
    Movement(EntryId),
}

/// Returns all of them, in the order of the page.
pub(super) fn stops(page: &AccountPage) -> Vec<Stop> {
    let tranches = page.tranches.iter().map(|one| Stop::Tranche(one.number));
    let moved = |one: &Movement| Stop::Movement(one.entry);
    tranches.chain(page.latest.iter().map(moved)).collect()
}

impl EscrowPane {
    /// The line one is on first: the tranche whose turn it is.
    pub(super) fn first_stop(&self) -> usize {
        let Some(page) = self.page() else { return 0 };
        let mine = page.duties.iter().find(|duty| duty.you);
        let duty = mine.or(page.duties.first());
        let number = duty.and_then(|duty| duty.number);
        let at = number.map(|number| usize::from(number).saturating_sub(1));
        at.unwrap_or_default()
    }

    /// Takes an input for the page, if it has the keys.
    pub(super) fn on_page(&mut self, input: &Input) -> Option<bool> {
        let moves = self.is_on_page() && self.at.len > 0;
        match input {
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
        let len = self.page().map_or(0, |page| stops(page).len());
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
        // What stands above the tranches shows with them.
        let top = match self.stop() {
            Some(Stop::Tranche(_)) if lines.end <= height => 0,
            _ => lines.start,
        };
        let offset = &mut self.frame.browse.scroll.offset;
        let lowest = lines.end.saturating_sub(height).min(lines.start);
        *offset = (*offset).clamp(lowest, top.max(lowest));
    }
}
