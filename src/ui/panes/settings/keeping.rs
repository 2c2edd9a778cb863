//! The draft as it outlives the session (WKS-7): kept as lines of a file of settings, and there again when the pane begins.
//! Applies nothing.

use super::SettingsPane;
use crate::assets::settings::{Differs, settings_from};
use crate::ui::message::{Effect, Event};

/// Under which name it is kept.
const KEY: &str = "settings";

impl SettingsPane {
    /// Asks for the draft that was kept.
    pub(super) fn ask_draft(&mut self) {
        let key = KEY.to_owned();
        let token = self.frame.out.ask(|token| Effect::LoadDraft { token, key });
        self.loading = Some(token);
    }

    /// Keeps the draft as it is now, where it is another than was kept last.
    pub(super) fn keep_draft(&mut self) {
        let line = |one: &Differs| format!("{} = {}\n", one.spot, one.to.in_file());
        let text: String = self.draft.iter().map(line).collect();
        if self.loading.is_some() || text == self.kept {
            return;
        }
        let key = KEY.to_owned();
        self.frame.out.effects.push(match text.is_empty() {
            true => Effect::DropDraft(key),
            false => Effect::SaveDraft {
                key,
                text: text.clone(),
            },
        });
        self.kept = text;
    }

    /// Takes the draft that was kept, below what was changed since; gives back an answer that is none.
    pub(super) fn take_draft(&mut self, answer: Event) -> Option<Event> {
        let text = match answer {
            Event::Draft { token, text, .. } if Some(token) == self.loading => text,
            other => return Some(other),
        };
        self.loading = None;
        let text = text.unwrap_or_else(|why| {
            self.frame.out.refuse(why);
            None
        });
        self.kept = text.unwrap_or_default();
        if let Some((now, _)) = &self.now {
            // A line that is none any more is of a setting that is gone.
            let over = |config, line| settings_from(line, &config).unwrap_or(config);
            let drafted = self.kept.lines().fold(now.clone(), over);
            self.draft = now.differs(&drafted.with(&self.draft));
        }
        self.drafted_anew();
        None
    }
}
