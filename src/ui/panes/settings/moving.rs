//! Going from one setting to the next on the page of a section, by the keys of every list and by the mouse; and the steps
//! back from it. Changes no setting.

use super::fields::Stop;
use super::sections::SectionId;
use super::{Page, SettingsPane};
use crate::assets::settings::Spot;
use crate::desk::views::{ListId, Mend, Missing};
use crate::domain::person::Permission;
use crate::ui::frame::{Focus, ListPane, Overlay, inside};
use crate::ui::kit::keys::{Input, Mouse, MouseKind};
use crate::ui::kit::list::MOVES;
use crate::ui::message::Jump;

impl Overlay for SettingsPane {
    fn above(&mut self, input: &Input) -> Option<bool> {
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

    fn has_step_back(&self) -> bool {
        self.page != Page::Section || (self.is_on_page() && self.came_from.is_some())
    }

    fn step_back(&mut self) -> bool {
        if self.page != Page::Section {
            self.page = Page::Section;
            self.frame.browse.focus = self.before_page;
            self.sync();
            self.show_stop();
            return true;
        }
        let back = self.came_from.take().filter(|_| self.is_on_page());
        let Some(at) = back else { return false };
        // Where nothing is missing any more, there is no page to go back to.
        self.open_section(SectionId::SetUp, at)
    }
}

impl SettingsPane {
    /// A press on a thing one can be on goes to it; on the one that one is on, it opens it.
    fn press(&mut self, mouse: &Mouse) -> Option<bool> {
        let area = inside(self.frame.browse.places().1?);
        if self.page != Page::Section || !mouse.within(area) {
            return None;
        }
        let line = usize::from(mouse.row - area.y) + self.frame.browse.scroll.offset;
        let laid = self.laid(usize::from(area.width));
        let at = laid.stops.iter().position(|lines| lines.contains(&line))?;
        if self.is_on_page() && at == self.at.selected {
            self.enter();
        } else {
            self.frame.browse.open();
            self.sync();
            self.at.select(at);
            self.show_stop();
        }
        Some(true)
    }

    /// Follows the things one can be on, when they changed.
    pub(super) fn settle(&mut self) {
        let (len, place) = (self.stops().len(), self.frame.browse.places().1);
        let height = place.map_or(1, |area| usize::from(inside(area).height) / 2);
        self.at.fit(len, height.max(1));
    }

    /// Lays the page out anew, scrolled so that what one is on shows.
    pub(super) fn show_stop(&mut self) {
        self.settle();
        self.write();
        let Some(area) = self.frame.browse.places().1.map(inside) else {
            return;
        };
        if !self.is_on_page() {
            return;
        }
        let laid = self.laid(usize::from(area.width.max(20)));
        let Some(lines) = laid.stops.get(self.at.selected) else {
            return;
        };
        let height = usize::from(area.height).max(1);
        let offset = &mut self.frame.browse.scroll.offset;
        // A heading above the first thing shows with it.
        let first = match self.at.selected {
            0 => 0,
            _ => lines.start,
        };
        let lowest = lines.end.saturating_sub(height).min(lines.start);
        *offset = (*offset).clamp(lowest, first.max(lowest));
    }

    /// Opens a section on the thing at this place of it; false when it is not there.
    pub(super) fn open_section(&mut self, section: SectionId, at: usize) -> bool {
        if !self.frame.browse.select(&section) {
            self.frame.browse.clear_filter();
            self.relist();
            if !self.frame.browse.select(&section) {
                return false;
            }
        }
        self.page = Page::Section;
        self.frame.browse.open();
        self.sync();
        self.settle();
        self.at.select(at);
        self.show_stop();
        true
    }

    /// Opens the section of a setting, on that setting.
    fn open_field(&mut self, spot: Spot) {
        let section = SectionId::Part(spot.part());
        let is_it = |stop: &Stop| *stop == Stop::Field(spot);
        if self.open_section(section, 0) {
            if !self.stops().iter().any(is_it) {
                self.frame.browse.clear_filter();
                self.relist();
            }
            let at = self.stops().iter().position(is_it);
            self.at.select(at.unwrap_or_default());
            self.show_stop();
        }
    }

    /// Goes to where something that is missing is mended.
    pub(super) fn mend(&mut self, lack: &Missing) {
        let from = self.at.selected;
        match lack.mend {
            Mend::Setting(spot) => self.open_field(spot),
            _ => {
                self.open_section(SectionId::of(lack), 0);
                self.leave_for();
            }
        }
        self.came_from = Some(from);
    }

    /// Does what Enter means on a page: edits the setting, or goes to where something is mended.
    pub(super) fn enter(&mut self) {
        match self.stop() {
            Some(Stop::Field(_)) => self.edit(),
            Some(Stop::Lack(lack)) => self.mend(&lack),
            None => {}
        }
    }

    /// Goes to the pane that has what the selected section is about, where one has.
    pub(super) fn leave_for(&mut self) {
        let me = &self.frame.ctx.me;
        let to = match self.selected().map(|row| row.id) {
            Some(SectionId::People) if me.may(Permission::ManagePeople) => {
                Jump::Place("people", None)
            }
            Some(SectionId::Routing) if me.may(ListId::Kinds.needed()) => {
                Jump::List(ListId::Kinds.key())
            }
            Some(SectionId::List(list)) => Jump::List(list.key()),
            _ => return,
        };
        self.frame.browse.focus = Focus::List;
        self.frame.out.jump = Some(to);
    }
}
