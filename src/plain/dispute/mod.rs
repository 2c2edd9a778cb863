//! Disputes in words (ESC-5): opened by a side, a settlement proposed by a mediator and answered by both, then an award.

mod answer;
mod award;
mod open;
mod propose;
mod say;
mod withdraw;

use super::registry::registry;

registry! {
    /// Settle a dispute: open it, write to it, propose, answer, award
    Dispute {
        Money {
            Open(open::Open),
            Say(say::Say),
            Propose(propose::Propose),
            Answer(answer::Answer),
            Award(award::Award),
            Withdraw(withdraw::Withdraw),
        }
    }
}
