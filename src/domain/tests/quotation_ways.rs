//! QUO-2, REQ-11: what can be taken back of a quotation, and that no stage of it is without an exit.

use super::bench::*;
use super::quotation::*;
use crate::domain::command::Command;
use crate::domain::quotation::{Desk, QuotationCommand, QuotationStage};
use crate::domain::refusal::Refusal;
use crate::domain::request::Owes;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;

#[test]
fn req_11_work_inside_the_house_is_taken_back_and_what_the_client_saw_is_not() {
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let before = bench.q().clone();
    let asked = brief(&bench);
    bench.quote(BEN, asked);
    assert!(bench.q().asked_at.is_some());
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(
        (&bench.q().brief, bench.q().asked_at),
        (&before.brief, None)
    );
    bench.must(Some(BEN), Command::Redo);
    assert!(bench.q().asked_at.is_some());
    bench.quote(BEN, QuotationCommand::SendR1(Q));
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.q().standing.stage, QuotationStage::At(Desk::Brief));
    bench.must(Some(BEN), Command::Redo);
    bench.quote(CLEA, price(0, vec![workshops(2)]));
    assert_eq!(
        bench.run(Some(BEN), Command::Undo),
        Err(Refusal::Undo(UndoRefusal::StoodOn(Footing::Version(Q, 1)))),
        "pricing went on"
    );
    bench.must(Some(CLEA), Command::Undo);
    assert_eq!(bench.q().versions, []);
    bench.must(Some(CLEA), Command::Redo);
    bench.quote(CLEA, QuotationCommand::HandPrices(Q));
    bench.must(Some(CLEA), Command::Undo);
    assert_eq!(bench.q().standing.stage, QuotationStage::At(Desk::Pricing));
    bench.must(Some(CLEA), Command::Redo);
    bench.quote(DAN, assemble(1));
    bench.quote(DAN, QuotationCommand::HandProject(Q));
    bench.quote(
        BEN,
        QuotationCommand::Send {
            quotation: Q,
            version: 2,
        },
    );
    let send = bench.state.seq();
    let next = bench.state.stacks(BEN).and_then(|s| s.next_undo());
    assert_ne!(next, Some(send));
    assert_eq!(bench.replayed(), bench.state);
}

#[test]
fn quo_2_every_stage_has_an_exit() {
    let (sent, _) = sent();
    let give_up = |reason: &str| QuotationCommand::Drop {
        quotation: Q,
        reason: reason.into(),
    };
    assert_eq!(sent.unquoted(BEN, give_up("")), Refusal::ReasonMissing);
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let mut steps = vec![brief(&bench), QuotationCommand::SendR1(Q)];
    steps.extend([
        price(0, vec![workshops(2)]),
        QuotationCommand::HandPrices(Q),
    ]);
    steps.extend([
        assemble(1),
        QuotationCommand::HandProject(Q),
        QuotationCommand::Send {
            quotation: Q,
            version: 2,
        },
    ]);
    for step in steps {
        let mut other = bench.clone();
        other.quote(BEN, give_up("No capacity."));
        assert!(!other.q().standing.stage.is_live());
        assert_eq!(other.get(request).turn.owes, Owes::House);
        // Anna may everything that is the house's.
        bench.quote(ANNA, step);
    }
    bench.quote(BEN, give_up("The client gives no sign of life."));
    assert_eq!(bench.q().standing.due, None);
}
