//! What clients and providers owe for a project (ESC-6): it came in, is kept from what was released, or is given up; and what the
//! house's own account began with. Every question shows its figures. Decides nothing.

use super::EscrowPane;
use super::named::asked;
use crate::desk::views::Charges;
use crate::domain::escrow::EscrowCommand;
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::Payer;
use crate::domain::permission::Permission;
use crate::ui::frame::ListPane;
use crate::ui::frame::rules::WORDS;
use crate::ui::kit::binding::{Ready, Reason};
use crate::ui::kit::choices::Choice;

fn charges(p: &EscrowPane) -> Option<&Charges> {
    let keeps = p.ctx().me.may(Permission::KeepMoney);
    p.page().filter(|_| keeps)?.charges.as_ref()
}

/// Who owes something, and how much.
fn debtors(charges: &Charges) -> Vec<(Payer, Money)> {
    let all = [
        (Payer::Client, charges.by_client),
        (Payer::Provider, charges.by_provider),
    ];
    let owed = all.into_iter().filter(|(_, owed)| owed.minor > 0);
    owed.collect()
}

/// The first who owes something.
fn first(p: &EscrowPane) -> Result<(Payer, Money), Ready> {
    let charges = charges(p).ok_or(Ready::Hidden)?;
    let none = || Ready::No(Reason::new("why-nothing-owed"));
    debtors(charges).first().copied().ok_or_else(none)
}

pub(super) fn receive_ready(p: &EscrowPane) -> Ready {
    match (first(p), p.selected()) {
        (Ok((payer, owed)), Some(row)) => asked(
            p,
            EscrowCommand::Receive {
                project: row.id,
                payer,
                amount: owed.minor,
                deposit: None,
                day: p.ctx().now,
                text: WORDS.into(),
            },
        ),
        (Err(ready), _) => ready,
        (Ok(_), None) => Ready::Hidden,
    }
}

pub(super) fn net_ready(p: &EscrowPane) -> Ready {
    let Some(charges) = charges(p) else {
        return Ready::Hidden;
    };
    let owed = charges.by_provider.minor;
    match (owed > 0, p.page()) {
        (true, Some(page)) => asked(
            p,
            EscrowCommand::Net {
                project: page.row.id,
                amount: owed.min(page.payable.minor).max(1),
                said: WORDS.into(),
            },
        ),
        (false, _) => Ready::No(Reason::new("why-nothing-owed")),
        (true, None) => Ready::Hidden,
    }
}

pub(super) fn write_off_ready(p: &EscrowPane) -> Ready {
    match (first(p), p.selected()) {
        (Ok((payer, owed)), Some(row)) => asked(
            p,
            EscrowCommand::WriteOff {
                project: row.id,
                payer,
                amount: owed.minor,
                words: WORDS.into(),
            },
        ),
        (Err(ready), _) => ready,
        (Ok(_), None) => Ready::Hidden,
    }
}

pub(super) fn begin_ready(p: &EscrowPane) -> Ready {
    match p.ctx().me.may(Permission::KeepMoney) {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

impl EscrowPane {
    /// Asks who owed it, where both do.
    fn ask_debtor(
        &mut self,
        then: impl Fn(&mut EscrowPane, (Payer, Money)) + Send + Sync + 'static,
    ) {
        let Some(all) = charges(self).map(debtors) else {
            return;
        };
        let choice = |(payer, owed): (Payer, Money)| {
            let name = self.ctx().teller().named("payer", payer.key());
            let owed_words = self.ctx().teller().money(owed);
            (Choice::with(name, owed_words), (payer, owed))
        };
        let choices = all.into_iter().map(choice).collect();
        let title = self.text("ask-which-debtor");
        self.ask_one(title, choices, then);
    }

    /// What is owed came in on our own account.
    pub(super) fn receive_form(&mut self) {
        self.ask_debtor(|p, (payer, owed)| {
            let Some(project) = p.selected().map(|row| row.id) else {
                return;
            };
            let fields = vec![
                p.amount_field("amount", owed, Some(owed.minor)).required(),
                p.day_field(),
                p.words_field("payer").required(),
            ];
            let title = p.text("form-receive");
            p.ask_form("receive", title, fields, move |p, form| {
                let Some(amount) = p.amount_of(form, "amount", owed.currency) else {
                    return;
                };
                let command = EscrowCommand::Receive {
                    project,
                    payer,
                    amount,
                    deposit: None,
                    day: p.day_typed(form),
                    text: form.text("payer").trim().into(),
                };
                let figures = vec![
                    (p.amount(amount), p.text("account-receive-bank")),
                    (p.amount(owed.minor - amount), p.text("account-owed-after")),
                ];
                let question = p.text("account-receive-question");
                p.ask_sure("account-receive", question, figures, command);
            });
        });
    }

    /// What the provider owes is kept from what was released.
    pub(super) fn net_form(&mut self) {
        let Some((page, owed)) = self
            .page()
            .and_then(|page| Some((page, page.charges.as_ref()?.by_provider)))
        else {
            return;
        };
        let (project, payable) = (page.row.id, page.payable);
        let most = owed.minor.min(payable.minor);
        let amount = Money {
            minor: most,
            ..owed
        };
        let fields = vec![
            self.amount_field("amount", amount, Some(most)).required(),
            self.words_field("consent").required(),
        ];
        let title = self.text("form-net");
        self.ask_form("net", title, fields, move |p, form| {
            let Some(amount) = p.amount_of(form, "amount", owed.currency) else {
                return;
            };
            let command = EscrowCommand::Net {
                project,
                amount,
                said: form.text("consent").trim().into(),
            };
            let figures = vec![
                (p.amount(amount), p.text("account-net-kept")),
                (
                    p.amount(payable.minor - amount),
                    p.text("account-net-payable"),
                ),
                (p.amount(owed.minor - amount), p.text("account-owed-after")),
            ];
            let question = p.text("account-net-question");
            p.ask_sure("account-net", question, figures, command);
        });
    }

    /// What is still owed is given up.
    pub(super) fn write_off_form(&mut self) {
        self.ask_debtor(|p, (payer, owed)| {
            let Some(project) = p.selected().map(|row| row.id) else {
                return;
            };
            let fields = vec![
                p.amount_field("amount", owed, Some(owed.minor)).required(),
                p.words_field("reason").required(),
            ];
            let title = p.text("form-write-off");
            p.ask_form("write-off", title, fields, move |p, form| {
                let Some(amount) = p.amount_of(form, "amount", owed.currency) else {
                    return;
                };
                let command = EscrowCommand::WriteOff {
                    project,
                    payer,
                    amount,
                    words: form.text("reason").trim().into(),
                };
                let figures = vec![
                    (p.amount(amount), p.text("account-write-off-lost")),
                    (p.amount(owed.minor - amount), p.text("account-owed-after")),
                ];
                let question = p.text("account-write-off-question");
                p.ask_sure("account-write-off", question, figures, command);
            });
        });
    }

    /// What our own account began with.
    pub(super) fn begin_form(&mut self) {
        let currency = self
            .selected()
            .map_or(Currency::EUR, |row| row.held.currency);
        let nothing = Money { minor: 0, currency };
        let fields = vec![
            self.amount_field("amount", nothing, None).required(),
            self.day_field(),
            self.words_field("bank-words").required(),
        ];
        let title = self.text("form-begin-books");
        self.ask_form("begin-books", title, fields, move |p, form| {
            let Some(minor) = p.amount_of(form, "amount", currency) else {
                return;
            };
            let amount = Money { minor, currency };
            let command = EscrowCommand::Begin {
                amount,
                day: p.day_typed(form),
                text: form.text("bank-words").trim().into(),
            };
            let money = p.ctx().teller().money(amount);
            let figures = vec![(money, p.text("account-begin-own"))];
            let question = p.text("account-begin-question");
            p.ask_sure("account-begin", question, figures, command);
        });
    }
}
