//! Answers, handed to the pane that asked, wherever one is now.

use super::App;
use super::stage::Stage;
use crate::ui::message::{Effect, Event, Outside};

impl App {
    /// The name of the pane that asked with this token.
    pub(super) fn asker(&mut self, token: u64) -> Option<&'static str> {
        let Stage::Inside { panes, .. } = &mut self.stage else {
            return None;
        };
        let mut panes = panes.iter_mut();
        panes.find_map(|pane| pane.out().asked(token).then_some(pane.name()))
    }

    /// Hands an answer to the pane that asked, wherever one is now. The answer of one that is gone is for
    /// nobody; but a text out of the person's own editor is stored as the draft it was begun as (WKS-7).
    pub(super) fn hand_answer(&mut self, answer: Event) {
        let Some(token) = answer.asker() else { return };
        let asker = match &mut self.stage {
            Stage::Inside { panes, .. } => {
                let mut panes = panes.iter_mut();
                panes.find_map(|pane| pane.out().asked(token).then_some(pane))
            }
            Stage::Entrance(_) | Stage::Gone => None,
        };
        let left = match asker {
            Some(pane) => pane.take_answer(answer),
            None => Some(answer),
        };
        if let Some(Event::Edited { outside, text }) = left {
            self.keep_edited(&outside, text);
        }
    }

    fn keep_edited(&mut self, outside: &Outside, text: Option<String>) {
        let Some(text) = text else { return };
        let key = outside.key.clone();
        let text = format!("{}{text}", outside.head);
        self.out.effects.push(Effect::SaveDraft { key, text });
        let (words, at) = (self.texts.get("edited-kept").into_owned(), self.utc());
        self.toasts.done(&words, None, at);
    }
}
