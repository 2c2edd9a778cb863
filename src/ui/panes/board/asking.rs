//! How the board asks, and sends what comes of it.

use super::BoardPane;
use crate::domain::opportunity::BoardCommand;
use crate::domain::{Command, OpportunityId};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::{Check, Prompt};

impl BoardPane {
    /// A text that names an opportunity.
    pub(super) fn about(&self, id: &str, opportunity: OpportunityId) -> String {
        self.with(id, &[("of", opportunity.to_string().into())])
    }

    /// Asks for a line.
    pub(super) fn ask_line(
        &mut self,
        title: String,
        hint: &str,
        text: &str,
        check: Check,
        then: impl Fn(&mut BoardPane, &str) + Send + Sync + 'static,
    ) {
        let prompt = Prompt::new(title, self.text(hint), text, check);
        self.ask(Question::line(prompt, then));
    }

    /// Asks yes, by its own key, or no; with what it comes to in figures.
    pub(super) fn ask_sure(
        &mut self,
        id: &str,
        question: String,
        yes: char,
        figures: Vec<(String, String)>,
        then: impl Fn(&mut BoardPane) + Send + Sync + 'static,
    ) {
        let yes = (
            Chord::plain(Key::Char(yes)),
            self.text(&format!("{id}-yes")),
        );
        let confirm = Confirm::new(self.text(id), question, yes, self.text("confirm-no"));
        let figures = figures.into_iter();
        let confirm = figures.fold(confirm, |confirm, (figure, words)| {
            confirm.with(figure, words)
        });
        self.ask(Question::sure(confirm, then));
    }

    /// Sends a command on the board.
    pub(super) fn send(&mut self, command: BoardCommand) -> u64 {
        self.submit(Command::Board(Box::new(command)))
    }
}
