//! What those who were not selected are told for next time in the client's own words (BRD-6): written once the
//! selection is done, and left out as one likes. Whoever leaves it leaves them the house's usual advice.

use super::BoardPane;
use super::writing::What;
use crate::domain::OpportunityId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::ui::frame::{ListPane, Opening, Pane, beside};
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::kit::texts::Lang;

/// A selection that was sent and leaves somebody who can be advised.
pub(super) struct Selecting {
    pub(super) token: u64,
    pub(super) of: OpportunityId,
}

impl BoardPane {
    /// A selection was answered: once it is done its client is asked for advice, unless she is at something else.
    pub(super) fn selected(&mut self, token: u64, done: bool) {
        let ours = self.selecting.take_if(|one| one.token == token);
        if let Some(Selecting { of, .. }) = ours.filter(|_| done)
            && self.row().is_some_and(|row| row.id == of)
            && !self.typing()
        {
            self.write_advice();
        }
    }

    /// Opens the advice to be written.
    pub(super) fn write_advice(&mut self) {
        let Some(id) = self.row().map(|row| row.id) else {
            return;
        };
        let opening = Opening {
            key: format!("advice-{id}"),
            title: self.on_word(self.about("board-advise-title", id)),
            keys: "board-advise-keys",
            hint: "board-advise-hint",
            about: (String::new(), self.told_already()),
            ..Opening::default()
        };
        self.write_text(What::Advice(id), opening);
    }

    /// What they were told with the selection, to stand beside what is written.
    pub(super) fn told_already(&self) -> Vec<Line> {
        let Some(width) = beside(self.frame.browse.area()).map(usize::from) else {
            return Vec::new();
        };
        let rows = self.page().map_or(&[][..], |page| &page.proposals);
        let lost = rows.iter().find(|row| row.state == ProposalStanding::Lost);
        let told = lost.map_or_else(|| self.usual_advice(), |row| row.words.clone());
        let mut lines = prose::words(&self.text("board-advise-told"), width, Tone::Title);
        lines.extend(prose::words(&told, width, Tone::Muted));
        lines
    }

    /// The house's usual advice, in the language of the screen.
    fn usual_advice(&self) -> String {
        let [english, french] = self.ctx().sight.usual_advice();
        match self.ctx().texts.lang() {
            Lang::En => english,
            Lang::Fr => french,
        }
    }

    /// `Ctrl-s`: sends what was written, which stays on the screen until it is safe; of nothing, nothing is sent.
    pub(super) fn hand_advice(&mut self, opportunity: OpportunityId) {
        let Some(writing) = &self.frame.texts.open else {
            return;
        };
        let words = writing.pad.editor.text();
        if words.trim().is_empty() {
            self.frame.texts.open = None;
            return self.say_left(false);
        }
        let token = self.send(BoardCommand::Advise {
            opportunity,
            words: words.into(),
        });
        self.frame.texts.stay_with(token, &mut self.frame.out);
    }

    /// Says what becomes of advice that was left: a draft of it, or the house's usual one.
    pub(super) fn say_left(&mut self, written: bool) {
        let id = match written {
            true => "board-advise-kept",
            false => "board-advise-left",
        };
        let words = self.text(id);
        self.frame.out.say(words);
    }
}
