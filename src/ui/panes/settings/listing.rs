//! The settings as a pane with a list: what its rows, its card and its border say, and what answers change.

use std::ops::Range;
use std::sync::Arc;

use super::now::Now;
use super::rows::{self, SectionRows};
use super::sections::Beside;
use super::{Page, SettingsPane};
use crate::desk::Answer;
use crate::text::sanitise::clean_line;
use crate::ui::frame::keymap_of;
use crate::ui::frame::{Ctx, Focus, Frame, Heading, ListPane, Listing, Looked, Sign, Wanted};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::list::{MOVES, Viewport};
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::Event;

impl ListPane for SettingsPane {
    type Rows = SectionRows;

    const NAME: &'static str = "settings";

    fn begin(frame: Frame<Self>, keys: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        let mut pane = SettingsPane {
            frame,
            now: None,
            draft: Vec::new(),
            loading: None,
            kept: String::new(),
            discarded: Vec::new(),
            beside: Beside::default(),
            page: Page::Section,
            before_page: Focus::List,
            at: Viewport::default(),
            // What is wrong with these keys is told of the list.
            moves: keymap_of(&MOVES, keys, &mut Vec::new()),
            came_from: None,
            foreseeing: Wanted::default(),
            foreseen: None,
            reading: Wanted::default(),
            past: None,
            past_of: None,
            applying: false,
            sent: None,
        };
        pane.read();
        pane.ask_draft();
        pane
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        let house = self
            .now
            .as_ref()
            .map(|(config, _)| config.house.name.clone());
        let title = look.texts.get("settings-title").into_owned();
        let title = match house {
            Some(house) => format!("{title} · {}", clean_line(&house)),
            None => title,
        };
        let n = self.draft.len();
        let draft = look.texts.with("settings-draft", &[("n", n.into())]);
        Listing {
            title,
            right: (n > 0).then_some(draft),
            hint: "settings-filter-hint",
            empty: look.texts.get("empty-settings").into_owned(),
        }
    }

    fn relist(&mut self) {
        let rows = self.now.as_ref().map(|(before, _)| {
            let drafted = before.with(&self.draft);
            let now = Now {
                ctx: &self.frame.ctx,
                config: &drafted,
                beside: &self.beside,
            };
            SectionRows::of(before, &now, self.frame.browse.filter.text())
        });
        self.frame.browse.rows = rows;
        self.sync();
        self.settle();
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let rows = self.frame.browse.rows.as_ref();
        rows.map_or_else(Vec::new, |rows| rows.lines(shown, look))
    }

    fn columns(&self) -> &'static [Column] {
        &rows::COLUMNS
    }

    fn signs() -> &'static [Sign] {
        &rows::SIGNS
    }

    fn heading(&self) -> Heading {
        let shown = match self.page {
            Page::Changes => Some((self.text("settings-changes"), String::new())),
            Page::Section => self.selected().map(|row| {
                let key = self.field().map(|spot| spot.to_string());
                let n = [("n", row.changed.into())];
                let changed = match row.changed {
                    0 => String::new(),
                    _ => self.with("settings-changed", &n),
                };
                (row.title.clone(), key.unwrap_or(changed))
            }),
            Page::History => self.selected().map(|row| {
                let of = self.past_of.map(|spot| self.label(&spot));
                let title = of.unwrap_or_else(|| row.title.clone());
                (title, self.text("act-setting-history"))
            }),
        };
        Heading::of(shown, "empty-setting")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        match self.page {
            Page::Section => self.laid(width).lines,
            Page::Changes => self.of_changes(width),
            Page::History => self.of_history(width),
        }
    }

    fn moved(&mut self, other: bool) {
        if other {
            self.at = Viewport::default();
            self.came_from = None;
        }
        self.settle();
        self.write();
    }

    fn opened(&mut self) {
        self.page = Page::Section;
        self.leave_for();
        self.show_stop();
    }

    fn resized(&mut self) {
        self.show_stop();
    }

    fn renewed(&mut self, before: &Ctx) -> bool {
        let ctx = &self.frame.ctx;
        let worded = Arc::ptr_eq(&ctx.texts, &before.texts);
        if ctx.sight.has_same_set_up(&before.sight) && worded {
            return false;
        }
        self.read();
        self.keep_draft();
        if self.page == Page::History {
            self.read_history();
        }
        self.foresee();
        self.relist();
        true
    }

    fn looked(&mut self, looked: &mut Looked) {
        if let Some(found) = self.foreseeing.take(looked) {
            self.foreseen = found.ok();
            if std::mem::take(&mut self.applying) {
                self.ask_apply();
            }
            self.write();
        }
        if let Some(found) = self.reading.take(looked) {
            match found {
                Ok(past) => self.past = Some(past),
                Err(refusal) => {
                    let words = self.ctx().teller().refusal(&refusal);
                    self.frame.out.refuse(words);
                }
            }
            self.write();
        }
    }

    fn take(&mut self, answer: Event) -> Option<Event> {
        self.take_draft(answer)
    }

    fn answered(&mut self, token: u64, answer: &Answer) {
        if self.sent == Some(token) {
            self.sent = None;
            if answer.is_ok() {
                self.draft.clear();
                self.discarded.clear();
                self.keep_draft();
                self.foreseen = None;
                if self.page != Page::Section {
                    self.page = Page::Section;
                    self.frame.browse.focus = self.before_page;
                }
            }
            self.beside = self.read_beside();
            self.relist();
            self.show_stop();
        }
    }

    fn copies(&self) -> Vec<(String, String)> {
        let spot = self.field();
        spot.map(|spot| (self.text("copy-setting"), spot.to_string()))
            .into_iter()
            .collect()
    }
}
