//! The settings of the house (WKS-8), for who keeps them: every one with what it is for, changed in a draft, looked at
//! before it is applied, with who changed it when. What can be done is in `bindings`; which settings there are, in the
//! one table (`assets/settings`).

mod actions;
mod bindings;
mod card;
mod list;

use std::ops::Range;
use std::sync::Arc;

use self::list::{SettingRow, SettingRows};
use crate::assets::settings::{Config, Differs, Spot, Value};
use crate::desk::Answer;
use crate::desk::views::{Foreseen, Past};
use crate::domain::{Refusal, Seq};
use crate::ui::frame::{Ctx, Frame, Heading, ListPane, Listing, Looked, Overlay, Sign, Unsent};
use crate::ui::frame::{Wanted, Writes, framed};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;

/// What the card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    /// The selected setting.
    Setting,
    /// What is not applied yet, and what would follow.
    Changes,
    /// Who changed the selected setting when.
    History,
}

/// Every setting, and a draft of other values.
pub struct SettingsPane {
    frame: Frame<SettingsPane>,
    /// The settings as they are, and the last record that they know.
    now: Option<(Config, Seq)>,
    /// What is not applied yet.
    draft: Vec<Differs>,
    page: Page,
    foreseeing: Wanted<Result<Foreseen, Refusal>>,
    /// What would follow from the draft, once it is known.
    foreseen: Option<Foreseen>,
    reading: Wanted<Result<Vec<Past>, Refusal>>,
    /// Who changed the settings when, the newest first, once it is known.
    past: Option<Vec<Past>>,
    /// Asks whether to apply, as soon as it is known what would follow.
    applying: bool,
    /// The command that applies the draft, while it is under way.
    sent: Option<u64>,
}

impl SettingsPane {
    fn selected(&self) -> Option<&SettingRow> {
        let rows = self.frame.browse.rows.as_ref()?;
        rows.row(&self.frame.browse.selected()?)
    }

    /// The settings as the draft has them.
    fn drafted(&self) -> Option<Config> {
        let (config, _) = self.now.as_ref()?;
        Some(config.with(&self.draft))
    }

    /// Reads the settings anew; what the draft has in common with them is no change any more.
    fn read(&mut self) {
        let sight = &self.frame.ctx.sight;
        let known = sight.settings().ok();
        self.now = known.map(|config| (config, sight.seq()));
        if let Some((config, _)) = &self.now {
            let drafted = config.with(&self.draft);
            self.draft = config.differs(&drafted);
        }
    }

    /// The draft is another: what would follow is asked for anew.
    fn redraft(&mut self, to: &Config) {
        if let Some((config, _)) = &self.now {
            self.draft = config.differs(to);
        }
        self.foresee();
        self.relist();
    }

    fn foresee(&mut self) {
        self.foreseen = None;
        match self.drafted().filter(|_| !self.draft.is_empty()) {
            Some(drafted) => {
                let look = Foreseen::look(drafted);
                self.foreseeing.ask_only(look, &mut self.frame.out);
            }
            None => self.foreseeing.forget(),
        }
    }

    fn show(&mut self, page: Page) {
        self.page = page;
        self.open_card();
        self.write();
    }

    /// A value in words.
    fn said(&self, spot: &Spot, value: &Value) -> String {
        list::said(&self.frame.ctx.texts, spot, value)
    }
}

framed!(SettingsPane, bindings);

impl Writes for SettingsPane {
    type Text = ();
}

impl Overlay for SettingsPane {
    fn unsent_above(&self) -> Option<Unsent> {
        (!self.draft.is_empty()).then_some(Unsent::Lost)
    }

    fn has_step_back(&self) -> bool {
        self.page != Page::Setting
    }

    fn step_back(&mut self) -> bool {
        let back = self.page != Page::Setting;
        if back {
            self.page = Page::Setting;
            self.close_card();
        }
        back
    }
}

impl ListPane for SettingsPane {
    type Rows = SettingRows;

    const NAME: &'static str = "settings";

    fn begin(frame: Frame<Self>, _: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        let mut pane = SettingsPane {
            frame,
            now: None,
            draft: Vec::new(),
            page: Page::Setting,
            foreseeing: Wanted::default(),
            foreseen: None,
            reading: Wanted::default(),
            past: None,
            applying: false,
            sent: None,
        };
        pane.read();
        pane
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        let title = match self.draft.len() {
            0 => look.texts.get("settings-title").into_owned(),
            n => look.texts.with("settings-title-draft", &[("n", n.into())]),
        };
        Listing {
            title,
            right: None,
            hint: "settings-filter-hint",
            empty: look.texts.get("empty-settings").into_owned(),
        }
    }

    fn relist(&mut self) {
        let rows = self.now.as_ref().map(|(config, _)| {
            let drafted = config.with(&self.draft);
            let filter = self.frame.browse.filter.text();
            SettingRows::of((config, &drafted), filter, &self.frame.ctx.texts)
        });
        self.frame.browse.rows = rows;
        self.sync();
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let rows = self.frame.browse.rows.as_ref();
        rows.map_or_else(Vec::new, |rows| rows.lines(shown, look))
    }

    fn columns(&self) -> &'static [Column] {
        &list::COLUMNS
    }

    fn signs() -> &'static [Sign] {
        &list::SIGNS
    }

    fn heading(&self) -> Heading {
        let shown = match self.page {
            Page::Changes => Some((self.text("settings-changes"), String::new())),
            Page::Setting | Page::History => self.selected().map(|row| {
                let key = row.spot.to_string();
                (row.label.clone(), key)
            }),
        };
        Heading::of(shown, "empty-setting")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        match self.page {
            Page::Setting => self.of_setting(width),
            Page::Changes => self.of_changes(width),
            Page::History => self.of_history(width),
        }
    }

    fn renewed(&mut self, before: &Ctx) -> bool {
        let ctx = &self.frame.ctx;
        let worded = Arc::ptr_eq(&ctx.texts, &before.texts);
        let same = ctx.sight.settings_touched() == before.sight.settings_touched();
        if same && worded {
            return false;
        }
        self.read();
        self.past = None;
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
            self.past = found.ok();
            self.write();
        }
    }

    fn answered(&mut self, token: u64, answer: &Answer) {
        if self.sent == Some(token) {
            self.sent = None;
            if answer.is_ok() {
                self.draft.clear();
                self.foreseen = None;
                self.page = Page::Setting;
                self.close_card();
            }
            self.relist();
        }
    }

    fn copies(&self) -> Vec<(String, String)> {
        let row = self.selected();
        row.map(|row| (self.text("copy-setting"), row.spot.to_string()))
            .into_iter()
            .collect()
    }
}
