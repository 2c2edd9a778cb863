//! Why something is declined: a reason of the house's list, with words beside it. Where the list has none, words alone are
//! asked for.

use super::BoardPane;
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::trade::DeclineReason;
use crate::ui::frame::ask::text_check;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;

/// A command, for a reason of the list where one is given.
pub(super) fn because(why: Option<DeclineReason>, then: BoardCommand) -> BoardCommand {
    match why {
        Some(why) => BoardCommand::Because {
            why,
            then: Box::new(then),
        },
        None => then,
    }
}

impl BoardPane {
    /// The reasons of the list that can be chosen, behind none of them, which `unsaid` says.
    fn reasons(&self, unsaid: &str) -> Vec<(Choice, Option<DeclineReason>)> {
        let teller = self.ctx().teller();
        let offered = self.ctx().sight.lists().offered::<DeclineReason>();
        let named = offered.into_iter();
        let named = named.map(|why| (Choice::new(teller.entry_name(why)), Some(why)));
        let mut all: Vec<_> = named.collect();
        if !all.is_empty() {
            all.push((Choice::new(self.text(unsaid)), None));
        }
        all
    }

    /// Asks why, and for words: `needed` without a reason of the list.
    pub(super) fn ask_why(
        &mut self,
        title: String,
        needed: bool,
        then: impl Fn(&mut BoardPane, Option<DeclineReason>, &str) + Clone + Send + Sync + 'static,
    ) {
        let choices = self.reasons("board-reason-own");
        if choices.is_empty() {
            return self.ask_words(title, needed, move |p, words| then(p, None, words));
        }
        let again = title.clone();
        let question = Question::pick(title, choices, move |p: &mut BoardPane, why| {
            let (then, needed) = (then.clone(), needed && why.is_none());
            p.ask_words(again.clone(), needed, move |p, words| then(p, why, words));
        });
        self.ask(question);
    }

    fn ask_words(
        &mut self,
        title: String,
        needed: bool,
        then: impl Fn(&mut BoardPane, &str) + Send + Sync + 'static,
    ) {
        let hint = match needed {
            true => "ask-text-needed",
            false => "ask-text-optional",
        };
        let check = text_check(self.ctx(), needed);
        self.ask_line(title, hint, "", check, then);
    }

    /// Says what the client thinks of a proposal; why they do not want it, if they say so.
    pub(super) fn judge(&mut self, verdict: Verdict, proposal: ProposalId) {
        let judge = BoardCommand::Judge { proposal, verdict };
        let mut choices = self.reasons("board-reason-unsaid");
        if verdict != Verdict::NotInteresting || choices.is_empty() {
            self.send(judge);
            return;
        }
        // Nothing has to be said of it.
        choices.rotate_right(1);
        let title = self.titled("board-ask-why-not");
        let question = Question::pick(title, choices, move |p: &mut BoardPane, why| {
            p.send(because(why, judge.clone()));
        });
        self.ask(question);
    }
}
