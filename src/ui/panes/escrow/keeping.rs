//! What the treasurer books by hand (LEDGER): a deposit, money that goes back to who paid it, what the bank took back, a mistake turned
//! round, days closed. Every question shows its figures; money has no undo. Decides nothing.

use super::EscrowPane;
use super::named::{asked, whole};
use super::sheet::At;
use crate::desk::views::DepositLine;
use crate::domain::Millis;
use crate::domain::escrow::EscrowCommand;
use crate::domain::escrow::command::Back;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::{Currency, Money};
use crate::domain::permission::Permission;
use crate::ui::frame::ListPane;
use crate::ui::frame::rules::WORDS;
use crate::ui::kit::binding::Ready;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;

fn keeps(p: &EscrowPane) -> bool {
    p.ctx().me.may(Permission::KeepMoney)
}

/// What stands on the line one is on, for who keeps the money.
fn on(p: &EscrowPane) -> Option<At> {
    p.sheets.top().filter(|_| keeps(p))?.here()
}

/// The deposit one is on, as the books show it.
pub(super) fn deposit_here(p: &EscrowPane) -> Option<&DepositLine> {
    let Some(At::Deposit(id)) = on(p) else {
        return None;
    };
    let mut all = p.books_shown()?.deposits.iter();
    all.find(|one| one.entry == id)
}

/// A deposit goes back to who paid it.
pub(super) fn return_ready(p: &EscrowPane) -> Ready {
    match deposit_here(p) {
        Some(one) => asked(
            p,
            EscrowCommand::SendBack {
                from: Back::Deposit(one.entry),
                amount: one.left,
                words: WORDS.into(),
            },
        ),
        None => Ready::Hidden,
    }
}

/// The client's credit goes back to her bank.
pub(super) fn credit_ready(p: &EscrowPane) -> Ready {
    let credit = whole(p).ok().and_then(|page| Some((page, page.credit?)));
    match credit.filter(|(_, credit)| credit.minor > 0 && keeps(p)) {
        Some((page, amount)) => asked(
            p,
            EscrowCommand::SendBack {
                from: Back::Credit(page.organisation),
                amount,
                words: WORDS.into(),
            },
        ),
        None => Ready::Hidden,
    }
}

pub(super) fn paid_out_ready(p: &EscrowPane) -> Ready {
    match on(p) {
        Some(At::Transit(entry)) => {
            let day = p.ctx().now;
            asked(p, EscrowCommand::PaidOut { entry, day })
        }
        _ => Ready::Hidden,
    }
}

/// The entry that is shown or one is on.
fn entry(p: &EscrowPane) -> Option<EntryId> {
    p.sheet_entry().filter(|_| keeps(p))
}

pub(super) fn correct_ready(p: &EscrowPane) -> Ready {
    match entry(p) {
        Some(entry) => crate::ui::frame::rules::or_hidden(asked(
            p,
            EscrowCommand::Correct {
                entry,
                words: WORDS.into(),
            },
        )),
        None => Ready::Hidden,
    }
}

pub(super) fn chargeback_ready(p: &EscrowPane) -> Ready {
    match deposit_here(p).map(|one| one.entry).or(entry(p)) {
        Some(_) => Ready::Yes,
        None => Ready::Hidden,
    }
}

pub(super) fn close_ready(p: &EscrowPane) -> Ready {
    if !keeps(p) {
        return Ready::Hidden;
    }
    let until = p.ctx().now - 1;
    asked(p, EscrowCommand::Close { until })
}

impl EscrowPane {
    /// The projects a deposit can be for, those of its currency first where it is known.
    pub(super) fn projects(&self) -> (Vec<Choice>, Vec<OpportunityId>) {
        let rows = self.ctx().sight.accounts().unwrap_or_default();
        let r0 = rows
            .into_iter()
            .filter(|row| row.formula == crate::domain::opportunity::Formula::R0);
        r0.map(|row| {
            let name = format!("{} · {}", row.id, row.client);
            (Choice::with(name, row.held.currency.code()), row.id)
        })
        .unzip()
    }

    /// The currency that is meant where none is typed: of what is shown, else the one of the selected account.
    fn currency_here(&self) -> Currency {
        let row = self.selected().map(|row| row.held.currency);
        self.sheet_currency().or(row).unwrap_or(Currency::EUR)
    }

    /// `n`: books a deposit by hand.
    pub(super) fn deposit_form(&mut self) {
        let currency = self.currency_here();
        let (choices, projects) = self.projects();
        let label = self.text("field-amount");
        let ctx = self.ctx().clone();
        // Any currency may come in; what is typed alone is in the one that is shown.
        let check: crate::ui::kit::prompt::Check =
            std::sync::Arc::new(move |text| match Money::read(text, currency) {
                Ok(money) => Ok(ctx.teller().money(money)),
                Err(why) => Err(ctx.teller().not_money(&why)),
            });
        let selected = self.selected().map(|row| row.id);
        let chosen = projects.iter().position(|id| Some(*id) == selected);
        let chosen = chosen.filter(|_| self.sheets.top().is_none());
        let fields = vec![
            Field::checked("amount", label, "", check).required(),
            self.day_field(),
            self.words_field("payer").required(),
            self.words_field("bank-key")
                .hint(self.text("field-bank-key-hint")),
            Field::find("project", self.text("field-project"), choices, chosen)
                .hint(self.text("field-project-hint")),
        ];
        let title = self.text("form-deposit");
        self.ask_form("deposit", title, fields, move |p, form| {
            let Ok(amount) = Money::read(form.text("amount"), currency) else {
                return;
            };
            let project = form.chosen("project");
            let project = project.and_then(|at| projects.get(at)).copied();
            let (day, text) = (p.day_typed(form), form.text("payer").trim());
            let command = EscrowCommand::Deposit {
                amount,
                day,
                text: text.into(),
                key: form.text("bank-key").trim().into(),
                project,
            };
            p.sure_deposit(amount, project, command);
        });
    }

    fn sure_deposit(
        &mut self,
        amount: Money,
        project: Option<OpportunityId>,
        command: EscrowCommand,
    ) {
        let money = self.ctx().teller().money(amount);
        let mut figures = vec![(money, self.text("account-deposit-bank"))];
        match project {
            Some(id) => figures.extend(self.matched_figures(id, amount)),
            None => figures.push((String::new(), self.text("account-deposit-unallocated"))),
        }
        let question = self.text("account-deposit-question");
        self.ask_sure("account-deposit", question, figures, command);
    }

    /// What a match changes on a project's account.
    pub(super) fn matched_figures(
        &self,
        id: OpportunityId,
        amount: Money,
    ) -> Vec<(String, String)> {
        let Some(row) = self.ctx().sight.account_row(id) else {
            return Vec::new();
        };
        let teller = self.ctx().teller();
        let held = Money {
            minor: row.held.minor.saturating_add(amount.minor),
            ..row.held
        };
        let may = row.covered.minor.saturating_add(amount.minor);
        let covered = Money {
            minor: may.min(row.left.minor.max(row.covered.minor)),
            ..row.covered
        };
        let args = [
            ("project", id.to_string().into()),
            ("before", teller.money(row.held).into()),
        ];
        let held = (teller.money(held), self.with("account-match-held", &args));
        let args = [("before", teller.money(row.covered).into())];
        let words = self.with("account-match-covered", &args);
        vec![held, (teller.money(covered), words)]
    }

    /// `B` on a deposit: it goes back to who paid it.
    pub(super) fn return_form(&mut self) {
        if let Some(one) = deposit_here(self) {
            let (from, left) = (Back::Deposit(one.entry), one.left);
            self.send_back_form(from, left);
        }
    }

    /// The client's credit goes back to her bank.
    pub(super) fn return_credit_form(&mut self) {
        let credit = self
            .page()
            .and_then(|page| Some((page.organisation, page.credit?)));
        if let Some((client, credit)) = credit {
            self.send_back_form(Back::Credit(client), credit);
        }
    }

    fn send_back_form(&mut self, from: Back, left: Money) {
        let fields = vec![
            self.amount_field("amount", left, Some(left.minor))
                .required(),
            self.words_field("bank-words").required(),
        ];
        let title = self.text("form-send-back");
        self.ask_form("send-back", title, fields, move |p, form| {
            let Some(minor) = p.amount_of(form, "amount", left.currency) else {
                return;
            };
            let amount = Money { minor, ..left };
            let rest = Money {
                minor: left.minor - minor,
                ..left
            };
            let command = EscrowCommand::SendBack {
                from,
                amount,
                words: form.text("bank-words").trim().into(),
            };
            let teller = p.ctx().teller();
            let figures = vec![
                (teller.money(amount), p.text("account-send-back-transit")),
                (teller.money(rest), p.text("account-send-back-left")),
            ];
            let question = p.text("account-send-back-question");
            p.ask_sure("account-send-back", question, figures, command);
        });
    }

    /// `y` on what is in transit: the bank paid it out.
    pub(super) fn paid_out_form(&mut self) {
        let Some(At::Transit(entry)) = on(self) else {
            return;
        };
        let amount = self.books_shown().and_then(|page| {
            let found = page.transit.iter().find(|one| one.entry == entry);
            found.map(|one| one.amount)
        });
        let Some(amount) = amount else { return };
        let fields = vec![self.day_field()];
        let title = self.text("form-paid-out");
        self.ask_form("paid-out", title, fields, move |p, form| {
            let day: Millis = p.day_typed(form);
            let command = EscrowCommand::PaidOut { entry, day };
            let money = p.ctx().teller().money(amount);
            let figures = vec![(money, p.text("account-paid-out-bank"))];
            let question = p.text("account-paid-out-question");
            p.ask_sure("account-paid-out", question, figures, command);
        });
    }

    /// `x` on an entry that was booked by mistake.
    pub(super) fn correct_form(&mut self) {
        let Some(entry) = entry(self) else { return };
        let fields = vec![self.words_field("reason").required()];
        let title = self.with("form-correct", &[("entry", entry.to_string().into())]);
        self.ask_form("correct", title, fields, move |p, form| {
            let command = EscrowCommand::Correct {
                entry,
                words: form.text("reason").trim().into(),
            };
            let figures = vec![(entry.to_string(), p.text("account-correct-turned"))];
            let question = p.text("account-correct-question");
            p.ask_sure("account-correct", question, figures, command);
        });
    }

    /// The bank took a deposit back, or a part of it.
    pub(super) fn chargeback_form(&mut self) {
        let Some(deposit) = deposit_here(self).map(|one| one.entry).or(entry(self)) else {
            return;
        };
        let currency = self.currency_here();
        let (choices, projects) = self.projects();
        let nothing = Money { minor: 0, currency };
        let fields = vec![
            self.amount_field("amount", nothing, None).required(),
            self.day_field(),
            self.words_field("reason").required(),
            Field::find("project", self.text("field-project"), choices, None)
                .hint(self.text("field-chargeback-hint")),
        ];
        let title = self.with("form-chargeback", &[("entry", deposit.to_string().into())]);
        self.ask_form("chargeback", title, fields, move |p, form| {
            let Some(amount) = p.amount_of(form, "amount", currency) else {
                return;
            };
            let project = form.chosen("project");
            let project = project.and_then(|at| projects.get(at)).copied();
            let command = EscrowCommand::Chargeback {
                deposit,
                project,
                amount,
                day: p.day_typed(form),
                words: form.text("reason").trim().into(),
            };
            let money = Money {
                minor: amount,
                currency,
            };
            let mut figures = vec![(
                p.ctx().teller().money(money),
                p.text("account-chargeback-bank"),
            )];
            if project.is_some() {
                figures.push((String::new(), p.text("account-chargeback-frozen")));
            }
            let question = p.text("account-chargeback-question");
            p.ask_sure("account-chargeback", question, figures, command);
        });
    }

    /// Lets a frozen project go on.
    pub(super) fn thaw_form(&mut self) {
        let Some(project) = self.page().map(|page| page.row.id) else {
            return;
        };
        let held = self.page().map_or(0, |page| page.row.held.minor);
        let fields = vec![self.words_field("reason").required()];
        let title = self.text("form-thaw");
        self.ask_form("thaw", title, fields, move |p, form| {
            let command = EscrowCommand::Thaw {
                project,
                words: form.text("reason").trim().into(),
            };
            let figures = vec![(p.amount(held), p.text("account-thaw-held"))];
            let question = p.text("account-thaw-question");
            p.ask_sure("account-thaw", question, figures, command);
        });
    }

    /// Closes all days up to one: nothing is booked on them any more.
    pub(super) fn close_form(&mut self) {
        let fields = vec![self.day_field()];
        let title = self.text("form-close-days");
        self.ask_form("close-days", title, fields, |p, form| {
            let until = p.day_typed(form).min(p.ctx().now - 1);
            let day = p.ctx().teller().day_of(until);
            let day = p.ctx().teller().formats.date(day);
            let figures = vec![(day, p.text("account-close-until"))];
            let question = p.text("account-close-question");
            let command = EscrowCommand::Close { until };
            p.ask_sure("account-close", question, figures, command);
        });
    }
}
