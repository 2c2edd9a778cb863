//! Clients' money in words: accounts of the ledger, movements, how far a tranche has come, whose turn it is. Decides nothing.

use super::Teller;
use crate::desk::views::{Duty, Movement, TrancheState, TurnSide};
use crate::domain::escrow::{Account, Code};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::deal::Due;

impl Teller<'_> {
    /// Returns an account of the ledger: `tranche 2`, `free`, `released`; with its project where that is asked for.
    pub fn account(&self, account: Account, with_project: bool) -> String {
        let number = match account {
            Account::Tranche(_, n) | Account::Held(_, n) => u32::from(n),
            Account::Transit(n) => n,
            _ => 0,
        };
        let id = match account.kind() == account {
            true => format!("account-kind-{}", account.key()),
            false => format!("account-name-{}", account.key()),
        };
        let name = self.texts.with(&id, &[("n", number.into())]);
        match account.project().filter(|of| with_project && of.0 > 0) {
            Some(of) => format!("{of} · {name}"),
            None => name,
        }
    }

    /// Returns an amount without its currency, which stands elsewhere.
    pub fn minor(&self, minor: i64, currency: Currency) -> String {
        let typed = Money { minor, currency };
        let digits = u8::try_from(currency.digits()).unwrap_or(2);
        let whole = self.formats.money(typed.minor, digits, "");
        whole.trim().to_owned()
    }

    /// Returns what a movement was, with what the bank or who booked it said.
    pub fn movement(&self, of: &Movement) -> String {
        let number = of.number.map_or(0, u32::from);
        let back = of.code == Code::E03 && matches!(of.to, Some(Account::Free(_)));
        let id = match (of.code, back) {
            (Code::E03, true) => "movement-E03-back".to_owned(),
            (code, _) => format!("movement-{}", code.key()),
        };
        let amount = self.texts.with(&id, &[("n", number.into())]);
        match of.text.as_str() {
            "" => amount,
            text => format!("{amount}, {text}"),
        }
    }

    /// Returns how far a tranche has come.
    pub fn tranche_state(&self, state: TrancheState) -> String {
        let id = format!("tranche-state-{}", state.key());
        self.texts.get(&id).into_owned()
    }

    /// Returns whose turn it is, in a word.
    pub fn turn_side(&self, duty: &Duty) -> String {
        let side = match duty.you {
            true => "you",
            false => duty.side.key(),
        };
        self.texts.get(&format!("account-turn-{side}")).into_owned()
    }

    /// Returns what is to be done and until when.
    pub fn duty(&self, duty: &Duty) -> String {
        let number = duty.number.map_or(0, u32::from);
        let amount = duty.amount.map(|amount| self.money(amount));
        let args = [
            ("n", number.into()),
            ("amount", amount.unwrap_or_default().into()),
        ];
        let words = self
            .texts
            .with(&format!("account-duty-{}", duty.what.key()), &args);
        let Some(due) = &duty.due else { return words };
        let id = match (duty.side, due) {
            (_, Due::Said(_)) => "account-duty-said",
            (TurnSide::Client | TurnSide::Provider, Due::Day(_))
            | (TurnSide::House | TurnSide::Mediator, Due::Day(_)) => "account-duty-until",
        };
        let due = self.due(due).into();
        self.texts
            .with(id, &[("words", words.into()), ("until", due)])
    }
}
