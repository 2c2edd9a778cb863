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
mod thaw;
mod write_off;

use super::registry::registry;

registry! {
    /// Keep the accounts: trial balance, deposits, refunds, payments, exports
    Books {
        Money {
            Show(show::Show),
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
