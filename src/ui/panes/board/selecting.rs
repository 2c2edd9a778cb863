//! How a selection is asked (BRD-6): how the client said so, where somebody of the house says it for her (PPL-3), how it
//! is paid, which is hers to say, and what comes of it. Decides nothing: the rules do.

use super::BoardPane;
use super::advice::Selecting;
use super::named;
use crate::domain::Refusal;
use crate::domain::ids::{ProposalId, Seq};
use crate::domain::money::Money;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::select::share;
use crate::domain::opportunity::{BoardCommand, Formula};
use crate::ui::frame::ask::text_check;
use crate::ui::frame::rules::WORDS;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;

/// What was said of a selection before it is done.
#[derive(Clone)]
struct Asked {
    proposal: ProposalId,
    seen: Seq,
    formula: Option<Formula>,
    said: String,
}

impl Asked {
    fn command(&self) -> BoardCommand {
        BoardCommand::Select {
            proposal: self.proposal,
            seen: self.seen,
            // The others are told the house's usual advice; what the client has to say herself comes after.
            advice: "".into(),
            formula: self.formula,
            said: self.said.as_str().into(),
        }
    }
}

impl BoardPane {
    /// Asks what a selection needs, then whether to do it.
    pub(super) fn ask_select(&mut self, proposal: ProposalId, seen: Seq) {
        let word_of = self.word_of();
        self.ask_said(word_of, move |p, said| {
            let asked = Asked {
                proposal,
                seen,
                formula: None,
                said: said.to_owned(),
            };
            p.ask_select_formula(asked);
        });
    }

    /// Asks how the client said so, where somebody says it for her.
    pub(super) fn ask_said(
        &mut self,
        word_of: Option<String>,
        then: impl Fn(&mut BoardPane, &str) + Send + Sync + 'static,
    ) {
        let Some(who) = word_of else {
            return then(self, "");
        };
        let title = self.with("board-ask-said", &[("who", who.into())]);
        let check = text_check(self.ctx(), true);
        self.ask_line(title, "board-ask-said-hint", "", check, then);
    }

    /// Asks how it is paid, where that is said with the selection.
    fn ask_select_formula(&mut self, asked: Asked) {
        let hers = self.page().is_some_and(|page| page.chooses_formula);
        if !hers {
            return self.sure_select(asked);
        }
        let choices = self.formulas(|formula| {
            Asked {
                formula: Some(formula),
                said: WORDS.into(),
                ..asked.clone()
            }
            .command()
        });
        let title = self.text("board-ask-formula");
        self.ask_one(title, choices, move |p, formula| {
            p.sure_select(Asked {
                formula: Some(formula),
                ..asked.clone()
            });
        });
    }

    /// The ways to pay that the house can offer.
    fn formulas(&self, command: impl Fn(Formula) -> BoardCommand) -> Vec<(Choice, Formula)> {
        let unsaid = Refusal::Board(BoardRefusal::FundsUnsaid);
        let offered =
            |formula: &Formula| named::against(self, command(*formula)) != Some(unsaid.clone());
        let all = [Formula::Basic, Formula::R0].into_iter().filter(offered);
        let teller = self.ctx().teller();
        let choice = |formula: Formula| {
            let follows = self.text(&format!("board-choose-{}", formula.key()));
            let choice = Choice::with(teller.named("formula", formula.key()), follows);
            (choice, formula)
        };
        all.map(choice).collect()
    }

    /// Says in figures what a selection does before it is done.
    fn sure_select(&mut self, asked: Asked) {
        let standing = self.standing();
        let Some(row) = standing.iter().find(|row| row.id == asked.proposal) else {
            return;
        };
        let price = row.price.map(|price| self.ctx().teller().money(price));
        let question = self.with(
            "board-select-question",
            &[
                ("who", row.name.as_str().into()),
                ("price", price.unwrap_or_default().into()),
            ],
        );
        let others = standing.len().saturating_sub(1);
        let mut figures = vec![("1".to_owned(), self.text("board-select-told"))];
        if others > 0 {
            let words = self.with("board-select-lost", &[("n", others.into())]);
            figures.push((others.to_string(), words));
        }
        if let Some(formula) = asked.formula {
            let name = self.ctx().teller().named("formula", formula.key());
            let follows = self.text(&format!("board-choose-{}", formula.key()));
            let words = self.with(
                "board-select-formula",
                &[("formula", name.into()), ("follows", follows.into())],
            );
            figures.push((String::new(), words));
        }
        if asked.formula.is_some() {
            figures.extend(self.commission_of(row.price));
            figures.push((String::new(), self.text("board-select-agree")));
        }
        figures.push((String::new(), self.in_whose_name(&asked.said)));
        let of = self.row().map(|row| row.id).filter(|_| others > 0);
        self.ask_sure("board-select", question, 'y', figures, move |p| {
            p.sheet = None;
            let token = p.send(asked.command());
            p.selecting = of.map(|of| Selecting { token, of });
        });
    }

    /// What the introduction costs at this price, and who pays it.
    fn commission_of(&self, price: Option<Money>) -> Option<(String, String)> {
        let page = self.page()?;
        let teller = self.ctx().teller();
        let commission = share(price?, page.rates.commission_permille);
        let payer = teller.named("payer", page.payer.key());
        let words = self.with("board-select-commission", &[("payer", payer.into())]);
        Some((teller.money_whole(commission), words))
    }

    /// In whose name it is selected: the client's own, hers as somebody says it, or the house's.
    fn in_whose_name(&self, said: &str) -> String {
        match (self.word_of(), self.ctx().me.is_client()) {
            (Some(who), _) => self.with(
                "board-word-of-said",
                &[("who", who.into()), ("said", said.to_owned().into())],
            ),
            (None, true) => self.text("board-select-own"),
            (None, false) => self.text("board-select-house"),
        }
    }

    /// The client says how it is paid, once somebody was selected (BRD-6).
    pub(super) fn ask_formula(&mut self) {
        let Some(page) = self.page().filter(|page| page.may_choose) else {
            return;
        };
        let (opportunity, for_client) = (page.row.id, page.for_client);
        let word_of = self.client_name().filter(|_| for_client);
        self.ask_said(word_of, move |p, said| {
            let said = said.to_owned();
            let choose = move |formula, said: &str| BoardCommand::Choose {
                opportunity,
                formula,
                said: said.into(),
            };
            let choices = p.formulas(|formula| choose(formula, WORDS));
            let title = p.text("board-ask-formula");
            p.ask(Question::pick(
                title,
                choices,
                move |p: &mut BoardPane, formula| {
                    p.send(choose(formula, &said));
                },
            ));
        });
    }
}
