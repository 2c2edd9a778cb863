//! How the board asks: boxes with what they are for, and what was typed for a command under way, which a
//! refusal brings back.

use super::BoardPane;
use super::answers::Wanted;
use crate::domain::opportunity::Command as Board;
use crate::domain::{Command, OpportunityId};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::keys::{Chord, Input, Key};
use crate::ui::kit::menu::{Menu, MenuItem};
use crate::ui::kit::picker::Picker;
use crate::ui::kit::prompt::{Check, Prompt};
use crate::ui::kit::texts::Arg;
use crate::ui::panes::Pane;
use crate::ui::panes::ask::{Answered, Ask, FormBox};

impl BoardPane {
    pub(super) fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.ctx.texts.with(id, args)
    }

    /// A text that names the selected opportunity.
    pub(super) fn about(&self, id: &str, opportunity: OpportunityId) -> String {
        self.with(id, &[("of", opportunity.to_string().into())])
    }

    pub(super) fn question(&mut self, ask: Ask, wanted: Wanted) {
        self.ask = Some((ask, wanted));
    }

    pub(super) fn ask_line(
        &mut self,
        title: String,
        hint: &str,
        text: &str,
        check: Check,
        wanted: Wanted,
    ) {
        let prompt = Prompt::new(title, self.text(hint), text, check);
        self.question(Ask::Prompt(prompt), wanted);
    }

    /// One of many, or the only one there is.
    pub(super) fn ask_one(&mut self, title: String, choices: Vec<Choice>, wanted: Wanted) {
        if choices.len() == 1 {
            return self.answer(Answered::Chosen(0), None, wanted);
        }
        self.ask_among(title, choices, wanted);
    }

    /// One of many, asked for even when there is only one.
    pub(super) fn ask_among(&mut self, title: String, choices: Vec<Choice>, wanted: Wanted) {
        let picker = Picker::one(title, choices);
        self.question(Ask::Picker(picker), wanted);
    }

    pub(super) fn ask_menu(&mut self, title: String, items: Vec<MenuItem>, wanted: Wanted) {
        self.question(Ask::Menu(Menu::new(title, items)), wanted);
    }

    pub(super) fn ask_form(&mut self, title: String, fields: Vec<Field>, wanted: Wanted) {
        let form = FormBox {
            title,
            form: Form::new(fields),
        };
        self.question(Ask::Form(Box::new(form)), wanted);
    }

    /// Yes, by its own key, or no; with what it comes to in figures.
    pub(super) fn ask_sure(
        &mut self,
        id: &str,
        question: String,
        yes: char,
        figures: Vec<(String, String)>,
        wanted: Wanted,
    ) {
        let yes = (
            Chord::plain(Key::Char(yes)),
            self.text(&format!("{id}-yes")),
        );
        let confirm = Confirm::new(self.text(id), question, yes, self.text("confirm-no"));
        let confirm = figures
            .into_iter()
            .fold(confirm, |confirm, (figure, words)| {
                confirm.with(figure, words)
            });
        self.question(Ask::Confirm(confirm), wanted);
    }

    /// Sends a command on the board.
    pub(super) fn send(&mut self, command: Board) -> u64 {
        self.out.submit(Command::Board(Box::new(command)), None)
    }

    pub(super) fn in_ask(&mut self, input: &Input) -> bool {
        let Some((mut ask, wanted)) = self.ask.take() else {
            return false;
        };
        match ask.update(input, self.area) {
            Answered::Open => self.ask = Some((ask, wanted)),
            Answered::Refused(why) => {
                self.out.refuse(why);
                self.ask = Some((ask, wanted));
            }
            Answered::Cancelled => {
                self.chain = None;
                self.cancelled(ask, wanted);
            }
            answer => {
                // What was typed last goes with the command that comes of it, be it sent now or after
                // it was confirmed.
                if let Some(typed) = ask.typed() {
                    self.chain = Some((typed, wanted.clone()));
                }
                let before = self.out.last_token();
                self.answer(answer, Some(ask), wanted);
                match self.out.sent_since(before) {
                    Some(sent) => {
                        if let Some(typed) = self.chain.take() {
                            self.typed.keep(sent, typed);
                        }
                    }
                    None if self.ask.is_none() => self.chain = None,
                    None => {}
                }
            }
        }
        true
    }

    /// The command with `token` is done, or was refused: then what was typed for it comes back, where
    /// nothing else is being typed.
    pub(super) fn settle(&mut self, token: u64, done: bool) {
        if let Some(typed) = self.typed.settle(token).filter(|_| !done) {
            self.typed.wait(typed);
        }
    }

    /// Brings back refused words, as soon as nothing else is being typed.
    pub(super) fn bring_back(&mut self) {
        if !self.typing()
            && let Some(typed) = self.typed.back()
        {
            self.ask = Some(typed);
        }
    }
}
