//! REQ-5: attempts to reach the client, and the stages of the conversation.

use super::bench::*;
use crate::domain::command::Act;
use crate::domain::refusal::Refusal;
use crate::domain::request::event::Outcome;
use crate::domain::request::{CloseReason, Owes, RequestStage, Status};

#[test]
fn req_5_attempts_move_the_stage_forward_and_never_back() {
    let table = [
        (Outcome::NoAnswer, RequestStage::Attempted, Owes::House),
        (Outcome::Called, RequestStage::Attempted, Owes::Client),
        (Outcome::Spoke, RequestStage::InTouch, Owes::House),
        (Outcome::NoAnswer, RequestStage::InTouch, Owes::House),
    ];
    let mut bench = Bench::new();
    let id = bench.any_request();
    for (n, (outcome, stage, owes)) in table.into_iter().enumerate() {
        bench.act(BEN, id, Act::Attempt(outcome, "".into()));
        let request = bench.get(id);
        assert_eq!(
            (request.stage, request.turn.owes),
            (stage, owes),
            "attempt {n}"
        );
        assert_eq!(usize::from(request.attempts), n + 1);
    }
}

#[test]
fn req_5_after_no_answer_the_next_attempt_is_one_office_day_later() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::Attempt(Outcome::NoAnswer, "".into()));
    assert_eq!(shown(bench.get(id).turn.due), "2026-03-11 10:00");
}

#[test]
fn req_5_the_next_attempt_is_never_due_after_the_deadline() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::SetDeadline(Some(paris("2026-03-10 16:00"))));
    bench.act(BEN, id, Act::Attempt(Outcome::NoAnswer, "".into()));
    assert_eq!(shown(bench.get(id).turn.due), "2026-03-10 16:00");
    bench.now = paris("2026-03-10 17:00");
    bench.act(BEN, id, Act::Attempt(Outcome::NoAnswer, "".into()));
    assert_eq!(
        shown(bench.get(id).turn.due),
        "2026-03-11 17:00",
        "a deadline that passed counts no more"
    );
}

#[test]
fn req_5_validated_as_serious_or_refused_with_a_reason() {
    let mut bench = Bench::new();
    let (one, two) = (bench.any_request(), bench.any_request());
    bench.act(BEN, one, Act::Validate("spoke with the director".into()));
    assert_eq!(bench.get(one).stage, RequestStage::Validated);
    assert_eq!(
        bench.refused(BEN, one, Act::Validate("".into())),
        Refusal::AlreadySo
    );
    let no = |text: &str| Act::Close(CloseReason::NOT_SERIOUS, text.into());
    assert_eq!(bench.refused(BEN, two, no("  ")), Refusal::ReasonMissing);
    bench.act(BEN, two, no("a prank"));
    let closed = Status::Closed {
        reason: CloseReason::NOT_SERIOUS,
        at: bench.now,
    };
    assert_eq!(bench.get(two).status, closed);
}

#[test]
fn req_5_more_attempts_than_can_be_counted_do_no_harm() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    for _ in 0..300 {
        bench.act(BEN, id, Act::Attempt(Outcome::NoAnswer, "".into()));
    }
    assert_eq!(bench.get(id).attempts, u8::MAX);
    bench.must(Some(BEN), crate::domain::Command::Undo);
    assert_eq!(bench.get(id).attempts, u8::MAX);
}
