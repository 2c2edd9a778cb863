//! The settings of the house (WKS-8), for who keeps them: by section, with what each says now and what is still missing,
//! changed in a draft, looked at before it is applied, with who changed it when. What can be done is in `bindings`; which
//! settings there are, in the one table (`assets/settings`).

mod actions;
mod beside;
mod bindings;
mod changes;
mod field;
mod fields;
mod keeping;
mod listing;
mod moving;
mod now;
mod rows;
mod sections;
mod words;

use self::rows::SectionRow;
use self::sections::Beside;
use crate::assets::settings::{Config, Differs, Spot, Value};
use crate::desk::views::{Foreseen, Past};
use crate::domain::{Refusal, Seq};
use crate::ui::frame::{Focus, Frame, ListPane, Wanted, Writes, framed};
use crate::ui::kit::keymap::Keymap;
use crate::ui::kit::list::Viewport;

/// What the card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    /// The selected section.
    Section,
    /// What is not applied yet, and what would follow.
    Changes,
    /// Who changed a setting, or what belongs to the section, when.
    History,
}

/// Every section, and a draft of other values.
pub struct SettingsPane {
    frame: Frame<SettingsPane>,
    /// The settings as they are, and the last record that they know.
    now: Option<(Config, Seq)>,
    /// What is not applied yet.
    draft: Vec<Differs>,
    /// The token with which the draft that was kept is waited for.
    loading: Option<u64>,
    /// The draft as it was kept last.
    kept: String,
    /// What was discarded last.
    discarded: Vec<Differs>,
    /// What stands beside the settings.
    beside: Beside,
    page: Page,
    /// What had the keys before another page than the section's was shown.
    before_page: Focus,
    /// Where one is on the page of a section.
    at: Viewport,
    /// How one moves there.
    moves: Keymap,
    /// What of the set-up page led to where one is.
    came_from: Option<usize>,
    foreseeing: Wanted<Result<Foreseen, Refusal>>,
    /// What would follow from the draft, once it is known.
    foreseen: Option<Foreseen>,
    reading: Wanted<Result<Vec<Past>, Refusal>>,
    /// Who changed what when, the newest first, once it is known.
    past: Option<Vec<Past>>,
    /// The setting that the history is of; nothing: all of the section.
    past_of: Option<Spot>,
    /// Asks whether to apply, as soon as it is known what would follow.
    applying: bool,
    /// The command that applies the draft, while it is under way.
    sent: Option<u64>,
}

impl SettingsPane {
    fn selected(&self) -> Option<&SectionRow> {
        let rows = self.frame.browse.rows.as_ref()?;
        rows.row(self.frame.browse.selected()?)
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
        self.beside = self.read_beside();
    }

    /// What stands beside the settings now.
    fn read_beside(&self) -> Beside {
        let sight = &self.frame.ctx.sight;
        let missing = self.drafted().map(|config| sight.missing_by(&config));
        Beside {
            standing: sight.standing().unwrap_or_default(),
            wordings: sight.wordings().unwrap_or_default(),
            logos: sight.logos().unwrap_or_default(),
            missing: missing.unwrap_or_default(),
        }
    }

    /// The draft is another: what would follow is asked for anew.
    fn redraft(&mut self, to: &Config) {
        if let Some((config, _)) = &self.now {
            self.draft = config.differs(to);
        }
        self.drafted_anew();
    }

    /// Follows a draft that changed.
    fn drafted_anew(&mut self) {
        self.keep_draft();
        self.beside = self.read_beside();
        self.foresee();
        self.relist();
        self.show_stop();
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
        if self.page == Page::Section {
            self.before_page = self.frame.browse.focus;
        }
        self.page = page;
        self.frame.browse.open();
        self.frame.browse.scroll.offset = 0;
        self.sync();
        self.write();
    }

    /// A value in words.
    fn said(&self, spot: &Spot, value: &Value) -> String {
        words::counted(&self.frame.ctx.texts, spot, value)
    }
}

framed!(SettingsPane, bindings);

impl Writes for SettingsPane {
    type Text = ();
}
