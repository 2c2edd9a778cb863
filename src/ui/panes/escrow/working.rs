//! The work and its money (ESC-2 to ESC-4): a tranche is begun up to what it holds, handed in, accepted and released; free money
//! goes to a tranche or back. Every question shows its figures. Decides nothing.

use super::EscrowPane;
use super::named::{BEGINS, FUNDS, HANDS_IN, releasable};
use crate::desk::views::{TrancheLine, TrancheState};
use crate::domain::escrow::EscrowCommand;
use crate::domain::escrow::command::Verdict;
use crate::domain::money::Money;
use crate::domain::opportunity::Side;
use crate::ui::frame::ListPane;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// The answers of a client, in the order of the form.
const VERDICTS: [Verdict; 3] = [Verdict::Whole, Verdict::InPart, Verdict::NotYet];

impl EscrowPane {
    /// A title that names a tranche of the selected account.
    fn titled(&self, id: &str, one: &TrancheLine) -> String {
        let project = self.selected().map(|row| row.id.to_string());
        let args = [
            ("n", u32::from(one.number).into()),
            ("project", project.unwrap_or_default().into()),
        ];
        self.with(id, &args)
    }

    /// What a side is asked besides: how it said so, where somebody says it for them.
    fn and_said(&self, side: Side, mut fields: Vec<Field>) -> Vec<Field> {
        fields.extend(self.said_field(side));
        fields
    }

    /// `s`: begins a tranche, up to what it holds.
    pub(super) fn ask_start(&mut self) {
        let Some((one, page)) = self.tranche(&BEGINS).cloned().zip(self.page()) else {
            return;
        };
        let project = page.row.id;
        let mut figures = vec![(self.amount(one.held.minor), self.text("account-start-held"))];
        if one.missing.minor > 0 {
            figures.push((
                self.amount(one.missing.minor),
                self.text("account-start-missing"),
            ));
        }
        let question = self.titled("account-start-question", &one);
        let number = one.number;
        let command = EscrowCommand::Start { project, number };
        self.ask_sure("account-start", question, figures, command);
    }

    /// `D`: hands a tranche in.
    pub(super) fn hand_in_form(&mut self) {
        let Some((one, page)) = self.tranche(&HANDS_IN).cloned().zip(self.page()) else {
            return;
        };
        let (project, number) = (page.row.id, one.number);
        let hint = self.text("field-handed-hint");
        let words = self.words_field("handed").required().hint(hint);
        let fields = self.and_said(Side::Provider, vec![words]);
        let title = self.titled("form-hand-in", &one);
        self.ask_form("hand-in", title, fields, move |p, form| {
            let command = EscrowCommand::HandIn {
                project,
                number,
                words: form.text("handed").trim().into(),
                files: Vec::new(),
                said: form.text("said").trim().into(),
            };
            let figures = vec![(p.amount(one.held.minor), p.text("account-hand-in-held"))];
            let question = p.titled("account-hand-in-question", &one);
            p.ask_sure("account-hand-in", question, figures, command);
        });
    }

    /// `y` on what was handed in: three answers, and how much is released with it.
    pub(super) fn accept_form(&mut self) {
        let delivered = self.tranche(&[TrancheState::Delivered]).cloned();
        let Some((one, revision)) = delivered.zip(self.page().map(|page| page.revision)) else {
            return;
        };
        let answers = VERDICTS.map(|one| self.text(&format!("account-answer-{}", one.key())));
        let may = one.held.minor.min(one.amount.minor);
        let released = Money {
            minor: may,
            ..one.held
        };
        let hint = self.with(
            "field-release-hint",
            &[("held", self.amount(one.held.minor).into())],
        );
        let label = self.text("field-verdict");
        let fields = vec![
            Field::one("verdict", label, answers.into(), 0),
            self.amount_field("release", released, Some(one.held.minor))
                .hint(hint),
            self.words_field("answer")
                .hint(self.text("field-answer-hint")),
        ];
        let fields = self.and_said(Side::Client, fields);
        let title = self.titled("form-accept", &one);
        self.ask_form("accept", title, fields, move |p, form| {
            p.sure_accept(&one, revision, form);
        });
    }

    fn sure_accept(&mut self, one: &TrancheLine, seen: u32, form: &Form) {
        let chosen = form.chosen("verdict").and_then(|at| VERDICTS.get(at));
        let verdict = chosen.copied().unwrap_or(Verdict::NotYet);
        let typed = self.amount_of(form, "release", one.held.currency);
        let release = match verdict {
            Verdict::NotYet => 0,
            Verdict::Whole | Verdict::InPart => typed.unwrap_or(0),
        };
        let Some(project) = self.selected().map(|row| row.id) else {
            return;
        };
        let command = EscrowCommand::Answer {
            project,
            number: one.number,
            seen,
            verdict,
            release,
            words: form.text("answer").trim().into(),
            said: form.text("said").trim().into(),
        };
        let answer = self.text(&format!("account-answer-{}", verdict.key()));
        let mut figures = vec![(String::new(), answer)];
        figures.extend(self.release_figures(one, release));
        let id = match release {
            0 => "account-accept",
            _ => "account-release",
        };
        let question = self.release_question(one, release);
        self.ask_sure(id, question, figures, command);
    }

    /// What happens when so much of a tranche is released.
    fn release_figures(&self, one: &TrancheLine, release: i64) -> Vec<(String, String)> {
        let mut figures = Vec::new();
        if release > 0 {
            let who = self.selected().map(|row| row.provider.clone());
            let args = [("who", who.unwrap_or_default().into())];
            figures.push((
                self.amount(release),
                self.with("account-may-invoice", &args),
            ));
        }
        figures.push((
            self.amount(one.held.minor - release),
            self.text("account-held-after"),
        ));
        if one.missing.minor > 0 {
            figures.push((
                self.amount(one.missing.minor),
                self.text("account-still-to-fund"),
            ));
        }
        figures
    }

    fn release_question(&self, one: &TrancheLine, release: i64) -> String {
        let who = self.selected().map(|row| row.provider.clone());
        let args = [
            ("n", u32::from(one.number).into()),
            ("amount", self.amount(release).into()),
            ("who", who.unwrap_or_default().into()),
        ];
        match release {
            0 => self.with("account-accept-question", &args),
            _ => self.with("account-release-question", &args),
        }
    }

    /// `y` on what was accepted: releases more of it.
    pub(super) fn release_form(&mut self) {
        let accepted = self.tranche(&[TrancheState::Accepted]).cloned();
        let Some((one, page)) = accepted.zip(self.page()) else {
            return;
        };
        let (project, seen, most) = (page.row.id, page.revision, releasable(&one));
        let amount = Money {
            minor: most,
            ..one.held
        };
        let field = self.amount_field("release", amount, Some(most)).required();
        let fields = self.and_said(Side::Client, vec![field]);
        let title = self.titled("form-release", &one);
        self.ask_form("release", title, fields, move |p, form| {
            let Some(amount) = p.amount_of(form, "release", one.held.currency) else {
                return;
            };
            let command = EscrowCommand::Release {
                project,
                number: one.number,
                seen,
                amount,
                said: form.text("said").trim().into(),
            };
            let figures = p.release_figures(&one, amount);
            let question = p.release_question(&one, amount);
            p.ask_sure("account-release", question, figures, command);
        });
    }

    /// `a`: free money covers a tranche.
    pub(super) fn fund_form(&mut self) {
        let Some((one, page)) = self.tranche(&FUNDS).cloned().zip(self.page()) else {
            return;
        };
        let (project, free) = (page.row.id, page.free);
        let most = free.minor.min(one.missing.minor);
        let amount = Money {
            minor: most,
            ..free
        };
        let field = self.amount_field("amount", amount, Some(most)).required();
        let title = self.titled("form-fund", &one);
        self.ask_form("fund", title, vec![field], move |p, form| {
            let Some(amount) = p.amount_of(form, "amount", free.currency) else {
                return;
            };
            let command = EscrowCommand::Fund {
                project,
                number: one.number,
                amount,
            };
            let figures = vec![
                (
                    p.amount(one.held.minor + amount),
                    p.titled("account-fund-held", &one),
                ),
                (p.amount(free.minor - amount), p.text("account-free-after")),
            ];
            let question = p.titled("account-fund-question", &one);
            p.ask_sure("account-fund", question, figures, command);
        });
    }

    /// The same the other way round.
    pub(super) fn unfund_form(&mut self) {
        let states = [TrancheState::Funded, TrancheState::InPart];
        let Some((one, page)) = self.tranche(&states).cloned().zip(self.page()) else {
            return;
        };
        let (project, free) = (page.row.id, page.free);
        let most = one.held.minor;
        let field = self.amount_field("amount", one.held, Some(most)).required();
        let title = self.titled("form-unfund", &one);
        self.ask_form("unfund", title, vec![field], move |p, form| {
            let Some(amount) = p.amount_of(form, "amount", free.currency) else {
                return;
            };
            let command = EscrowCommand::Unfund {
                project,
                number: one.number,
                amount,
            };
            let figures = vec![
                (
                    p.amount(one.held.minor - amount),
                    p.titled("account-fund-held", &one),
                ),
                (p.amount(free.minor + amount), p.text("account-free-after")),
            ];
            let question = p.titled("account-unfund-question", &one);
            p.ask_sure("account-unfund", question, figures, command);
        });
    }

    /// Gives free money back to the client.
    pub(super) fn refund_form(&mut self) {
        let Some(page) = self.page() else { return };
        let (project, free) = (page.row.id, page.free);
        let fields = vec![
            self.amount_field("amount", free, Some(free.minor))
                .required(),
            self.words_field("reason").required(),
        ];
        let fields = self.and_said(Side::Client, fields);
        let title = self.text("form-refund");
        self.ask_form("refund", title, fields, move |p, form| {
            let Some(amount) = p.amount_of(form, "amount", free.currency) else {
                return;
            };
            let command = EscrowCommand::Refund {
                project,
                amount,
                words: form.text("reason").trim().into(),
                said: form.text("said").trim().into(),
            };
            let figures = vec![
                (p.amount(amount), p.text("account-refund-credit")),
                (p.amount(free.minor - amount), p.text("account-free-after")),
            ];
            let question = p.text("account-refund-question");
            p.ask_sure("account-refund", question, figures, command);
        });
    }

    /// The provider gives back what was released.
    pub(super) fn give_back_form(&mut self) {
        let states = [TrancheState::Released, TrancheState::Accepted];
        let Some((one, page)) = self.tranche(&states).cloned().zip(self.page()) else {
            return;
        };
        let (project, payable) = (page.row.id, page.payable);
        let most = one.released.minor.min(payable.minor);
        let amount = Money {
            minor: most,
            ..payable
        };
        let fields = vec![
            self.amount_field("amount", amount, Some(most)).required(),
            self.words_field("reason").required(),
        ];
        let fields = self.and_said(Side::Provider, fields);
        let title = self.titled("form-give-back", &one);
        self.ask_form("give-back", title, fields, move |p, form| {
            let Some(amount) = p.amount_of(form, "amount", payable.currency) else {
                return;
            };
            let command = EscrowCommand::GiveBack {
                project,
                number: one.number,
                amount,
                words: form.text("reason").trim().into(),
                said: form.text("said").trim().into(),
            };
            let figures = vec![(p.amount(amount), p.text("account-give-back-free"))];
            let question = p.titled("account-give-back-question", &one);
            p.ask_sure("account-give-back", question, figures, command);
        });
    }
}
