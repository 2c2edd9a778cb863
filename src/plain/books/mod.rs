//! The books in words (ESC-10): the trial balance, what the treasurer books, and exports for other programs.

mod begin;
mod chargeback;
mod close_days;
mod correct;
mod deposit;
mod export;
mod r#match;
mod net;
mod paid_out;
mod receive;
mod send_back;
mod show;
mod statement;
mod thaw;
mod write_off;

use super::registry::registry;
use super::{Problem, USAGE};
use crate::domain::money::Currency;
use crate::text::sanitise::clean_line;

registry! {
    /// Keep the accounts: trial balance, deposits, refunds, payments, exports
    Books {
        Money {
            Show(show::Show),
            Statement(statement::Statement),
            Deposit(deposit::Deposit),
            Match(r#match::Match),
            SendBack(send_back::SendBack),
            PaidOut(paid_out::PaidOut),
            Chargeback(chargeback::Chargeback),
            Thaw(thaw::Thaw),
            Receive(receive::Receive),
            Net(net::Net),
            WriteOff(write_off::WriteOff),
            Begin(begin::Begin),
            Correct(correct::Correct),
            CloseDays(close_days::CloseDays),
            Export(export::Export),
        }
    }
}

/// Reads the code of a currency.
fn currency(text: &str) -> Result<Currency, Problem> {
    let values = [("text", clean_line(text).into_owned())];
    Currency::parse(text).ok_or_else(|| Problem::say(USAGE, "plain-no-currency", values))
}
