//! One meeting with each refusal of clients' money, for the table of all refusals.

use super::bench::*;
use crate::domain::escrow::command::Verdict;
use crate::domain::escrow::{EscrowCommand as C, Split};
use crate::domain::ids::EntryId;
use crate::domain::opportunity::{BoardCommand, EndReason, Formula, Payer, Side};
use crate::domain::refusal::Refusal;

const ALL: Split = Split {
    provider: 50_000,
    client: 0,
    fee: 0,
};

fn start(number: u16) -> C {
    C::Start {
        project: INTRO,
        number,
    }
}

fn proposing(fair: &Fair, split: Split) -> C {
    C::Propose {
        project: INTRO,
        split,
        until: fair.later(72),
        words: "x".into(),
    }
}

fn replying(split: Split) -> C {
    C::Reply {
        project: INTRO,
        side: Side::Client,
        seen: split,
        accepts: true,
        words: "x".into(),
        said: "x".into(),
    }
}

fn awarding() -> C {
    C::Award {
        project: INTRO,
        split: ALL,
        words: "x".into(),
    }
}

/// What is met about deposits and days.
fn of_deposits(met: &mut Vec<Refusal>) {
    let mut fair = running();
    let correct = |entry| C::Correct {
        entry,
        words: "x".into(),
    };
    fair.money(TOM, fair.deposit(euros(100), "1", None));
    let begun = fair.state.books().next_entry();
    let begin = C::Begin {
        amount: euros(5),
        day: 0,
        text: "".into(),
    };
    fair.money(TOM, begin);
    fair.money(TOM, correct(begun));
    let until = fair.now - 1;
    for command in [
        fair.deposit(euros(0), "", None),
        fair.deposit(euros(1), "1", None),
        fair.deposit(dollars(1), "", Some(INTRO)),
        correct(begun),
        correct(EntryId(1)),
        correct(EntryId(99)),
        C::Receive {
            project: INTRO,
            payer: Payer::Provider,
            amount: 1,
            deposit: None,
            day: 0,
            text: "".into(),
        },
        C::Lapse {
            project: INTRO,
            number: 1,
        },
    ] {
        met.push(fair.no_money(TOM, command));
    }
    fair.money(TOM, C::Close { until });
    let mut late = fair.deposit(euros(1), "", None);
    if let C::Deposit { day, .. } = &mut late {
        *day = until;
    }
    met.push(fair.no_money(TOM, late));
}

/// What is met about tranches.
fn of_tranches(met: &mut Vec<Refusal>) {
    let basic = agreed(Formula::Basic);
    met.push(basic.no_money(FAY, start(1)));
    let mut fair = running();
    let deposit = fair.pays(250_000);
    met.push(fair.no_money(GIL, start(1)));
    met.push(fair.no_money(PAUL, start(1)));
    met.push(fair.no_money(FAY, start(3)));
    met.push(fair.no_money(FAY, start(4)));
    met.push(fair.no_money(PAUL, fair.answering(1, Verdict::Whole, 1)));
    fair.hands_in(1);
    met.push(fair.no_money(FAY, start(1)));
    met.push(fair.no_money(PAUL, fair.answering(1, Verdict::Whole, 200_001)));
    let seen = fair.answering(1, Verdict::Whole, 200_000);
    fair.money(FAY, start(2));
    met.push(fair.no_money(PAUL, seen));
    let fund = C::Fund {
        project: INTRO,
        number: 1,
        amount: 1,
    };
    met.push(fair.no_money(PAUL, fund));
    let end = || BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::MISTAKE,
        refund: false,
    };
    met.push(fair.no(BEN, end()));
    fair.money(PAUL, fair.answering(1, Verdict::Whole, 200_000));
    let take = |amount| C::Chargeback {
        deposit,
        project: Some(INTRO),
        amount,
        day: 0,
        words: "x".into(),
    };
    met.push(fair.no_money(TOM, take(250_000)));
    fair.money(TOM, take(50_000));
    met.push(fair.no_money(FAY, start(2)));
    fair.must(BEN, end());
    met.push(fair.no_money(TOM, fair.deposit(euros(1), "", Some(INTRO))));
}

/// What is met in disputes.
fn of_disputes(met: &mut Vec<Refusal>) {
    let mut fair = running();
    met.push(fair.no_money(PAUL, disputing(Side::Client, None, 1)));
    met.push(fair.no_money(EVE, proposing(&fair, ALL)));
    fair.pays(50_000);
    fair.money(PAUL, disputing(Side::Client, None, 50_000));
    met.push(fair.no_money(PAUL, disputing(Side::Client, None, 1)));
    met.push(fair.no_money(EVE, awarding()));
    let more = Split { client: 1, ..ALL };
    met.push(fair.no_money(EVE, proposing(&fair, more)));
    fair.money(EVE, proposing(&fair, ALL));
    met.push(fair.no_money(EVE, awarding()));
    met.push(fair.no_money(PAUL, replying(more)));
    fair.money(PAUL, replying(ALL));
    met.push(fair.no_money(PAUL, replying(ALL)));
}

/// Every refusal of clients' money, met.
pub(in crate::domain::tests) fn met() -> Vec<Refusal> {
    let mut met = Vec::new();
    of_deposits(&mut met);
    of_tranches(&mut met);
    of_disputes(&mut met);
    met
}
