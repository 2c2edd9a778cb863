//! What stands around the open pane: tabs, the terminal's title, the keys that can be pressed, what all of it is drawn
//! with.

use ratatui::layout::Rect;

use super::{App, Stage};
use crate::text::fit;
use crate::text::sanitise::clean_line;
use crate::ui::globals::GLOBAL;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::binding::offers::{Offered, Places};
use crate::ui::kit::header::Header;
use crate::ui::kit::look::{Cursor, Look};
use crate::ui::tell::local;

impl App {
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

    /// What can be done now, place by place. While text is typed, letters are letters: the box that
    /// takes them says its own keys.
    pub(super) fn sections(&self) -> Vec<Vec<Entry>> {
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

    /// What can be done now, for the footer: the same, asked for as far as there is room.
    pub(super) fn offers(&self) -> Places<'_> {
        let mut places = Places::default();
        let (Stage::Inside { panes, open, .. }, None) = (&self.stage, &self.above) else {
            return places;
        };
        let pane = panes.get(*open);
        if pane.is_some_and(|pane| pane.typing()) {
            return places;
        }
        places
            .0
            .extend(pane.into_iter().flat_map(|pane| pane.offers()));
        places.0.extend(self.offers_afar());
        let undo = (!self.did_something()).then_some("undo");
        let everywhere = Offered::new(&GLOBAL, &self.keymap, self).without(undo);
        places.0.push(Box::new(everywhere));
        places
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

    pub(super) fn first_key(&self, id: &str) -> String {
        let entries = GLOBAL.all_entries(&self.keymap);
        let entry = entries.iter().find(|entry| entry.id == id);
        entry
            .and_then(|e| e.chords.first())
            .map(|chord| chord.spelled(&self.texts))
            .unwrap_or_default()
    }

    pub(super) fn look<'a>(&'a self, cursor: &'a Cursor) -> Look<'a> {
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
    pub(super) fn body(&self) -> Rect {
        Rect {
            y: 1,
            height: self.area.height.saturating_sub(2),
            ..self.area
        }
    }

    pub(super) fn header(&self) -> Header {
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
