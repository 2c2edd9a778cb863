//! Clients' money in words (WKS-5): the accounts of projects, a page of each, its statement, an entry. The same views as on
//! screen, with the same permissions; what is booked is sent to the desk like everything else.

mod entry;
mod list;
mod names;
mod reads;
mod refund;
mod show;
mod statement;
pub(in crate::plain) mod tell;

pub(in crate::plain) use crate::plain::numbers::BackFrom;
pub(in crate::plain) use names::{AnswerName, FormatName, SideName, VerdictName};
pub(in crate::plain) use reads::{
    amount, day, end_of, load, money, of_entry, own, side, split, submit, with_files,
};

pub(in crate::plain) use statement::movements;

use super::registry::registry;

registry! {
    /// See the accounts of projects: what is held, what may be worked on, every movement
    Escrow {
        Money {
            List(list::List),
            Show(show::Show),
            Statement(statement::Statement),
            Entry(entry::Entry),
            Refund(refund::Refund),
        }
    }
}
