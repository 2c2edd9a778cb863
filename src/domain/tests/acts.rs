//! REQ-8: claim, assign, watch, snooze, tag, close and reopen; one act on many requests.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::Act;
use crate::domain::house::Language;
use crate::domain::ids::{OrganisationId, PersonId, RequestId};
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{
    CloseReason, Finding, Group, Owes, Request, RequestStage, Source, Status, Turn, Wish,
};

pub(super) fn merge(from: &[u32], into: u32) -> Command {
    Command::Request(RequestCommand::Merge {
        from: from.iter().map(|id| RequestId(*id)).collect(),
        into: RequestId(into),
    })
}

/// One sample of every act; a new one does not compile until it stands here.
pub(super) fn every_act(bench: &Bench) -> Vec<Act> {
    let later = bench.later(24);
    let samples = vec![
        Act::Claim,
        Act::Assign(Some(CLEA)),
        Act::Watch(true),
        Act::Snooze(later),
        Act::Wake,
        Act::Tag("urgent".into(), true),
        Act::Close(CloseReason::ANSWERED, "".into()),
        Act::Reopen,
        Act::Note("a note".into()),
        Act::Attempt(Outcome::Spoke, "".into()),
        Act::Validate("".into()),
        Act::SetGroup(Some(Group::Subcontracting)),
        Act::Route,
        Act::SetKind(Some(STATISTICS)),
        Act::SetSubject("CLIENT / other".into()),
        Act::SetDeadline(Some(later)),
        Act::Settle(Finding::NoDeadline),
        Act::ClientOwes(None),
        Act::HouseOwes(Some(later + 1)),
        Act::SetWish(Box::new(Wish {
            participants: Some(3),
            ..Wish::default()
        })),
        Act::SetOrganisation(OrganisationId(2)),
        Act::SetLanguage(Language::EN),
    ];
    for act in &samples {
        match act {
            Act::Claim | Act::Assign(_) | Act::Watch(_) | Act::Snooze(_) | Act::Wake => {}
            Act::Tag(..) | Act::Close(..) | Act::Reopen | Act::Note(_) | Act::Attempt(..) => {}
            Act::Validate(_) | Act::SetGroup(_) | Act::Route | Act::SetKind(_) => {}
            Act::SetSubject(_) | Act::SetDeadline(_) | Act::Settle(_) | Act::ClientOwes(_) => {}
            Act::HouseOwes(_) | Act::SetWish(_) | Act::SetOrganisation(_) => {}
            Act::SetLanguage(_) => {}
        }
    }
    samples
}

/// Requests 1 open, 2 snoozed, 3 closed, 4 merged into 1, 5 void; organisations 1 and 2.
pub(super) fn one_of_each() -> Bench {
    let mut bench = Bench::new();
    for _ in 0..4 {
        bench.request("paul@client.example", "cotation", "text");
    }
    let until = bench.later(1);
    bench.act(BEN, RequestId(2), Act::Snooze(until));
    bench.act(
        BEN,
        RequestId(3),
        Act::Close(CloseReason::ANSWERED, "".into()),
    );
    bench.must(Some(BEN), merge(&[4], 1));
    let mut form = mail(90, "zoe@other.example", "A / b", "by phone");
    form.source = crate::domain::request::Source::Form;
    bench.must(
        Some(BEN),
        Command::Request(RequestCommand::Receive(Box::new(form))),
    );
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(RequestId(5)).status, Status::Void);
    bench
}

#[test]
fn req_8_every_act_on_every_status() {
    // `1` done, `.` refused; open, snoozed, closed, merged, void.
    let bench = one_of_each();
    let table = [
        "11...", "11...", "1111.", "11...", ".1...", "1111.", "11...", "..1..", "1111.", "11...",
        "11...", "11...", "11...", "11...", "11...", "11...", "11...", "11...", "11...", "11...",
        "11...",
    ];
    for (act, wanted) in every_act(&bench).into_iter().zip(table) {
        let done: String = (1..=5)
            .map(
                |id| match bench.decide(Some(BEN), &on(&[id], act.clone())) {
                    Ok(_) => '1',
                    Err(_) => '.',
                },
            )
            .collect();
        assert_eq!(done, wanted, "{act:?}");
    }
    let refusal = |id, act| bench.refused(BEN, RequestId(id), act);
    assert_eq!(
        refusal(3, Act::Claim),
        Refusal::Request(RequestRefusal::IsClosed(RequestId(3)))
    );
    assert_eq!(
        refusal(4, Act::Claim),
        Refusal::Request(RequestRefusal::IsMerged { into: RequestId(1) })
    );
    assert_eq!(
        refusal(4, Act::Reopen),
        Refusal::Request(RequestRefusal::IsMerged { into: RequestId(1) })
    );
    assert_eq!(
        refusal(5, Act::Note("x".into())),
        Refusal::Request(RequestRefusal::IsVoid(RequestId(5)))
    );
    assert_eq!(
        refusal(1, Act::Reopen),
        Refusal::Request(RequestRefusal::IsOpen(RequestId(1)))
    );
    assert_eq!(
        refusal(1, Act::Wake),
        Refusal::Request(RequestRefusal::IsAwake(RequestId(1)))
    );
    assert_eq!(refusal(1, Act::SetKind(Some(R1))), Refusal::AlreadySo);
    assert_eq!(
        refusal(6, Act::Claim),
        Refusal::Request(RequestRefusal::NoSuchRequest(RequestId(6)))
    );
    assert_eq!(
        refusal(0, Act::Claim),
        Refusal::Request(RequestRefusal::NoSuchRequest(RequestId(0)))
    );
}

#[test]
fn req_8_of_two_who_claim_one_wins_and_the_other_is_told_who_and_since_when() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.now = bench.later(1);
    bench.act(BEN, id, Act::Claim);
    let since = bench.now;
    bench.now = bench.later(1);
    bench.act(CLEA, id, Act::Note("something else happens".into()));
    let lost =
        |by: &str, at| Refusal::Request(RequestRefusal::AlreadyClaimed { by: by.into(), at });
    assert_eq!(bench.refused(CLEA, id, Act::Claim), lost("Ben", since));
    assert_eq!(bench.refused(BEN, id, Act::Claim), Refusal::AlreadySo);
    bench.now = bench.later(1);
    bench.act(CLEA, id, Act::Assign(Some(DAN)));
    let given = bench.now;
    bench.now = bench.later(1);
    bench.act(DAN, id, Act::Tag("urgent".into(), true));
    assert_eq!(bench.refused(CLEA, id, Act::Claim), lost("Dan", given));
    let mut form = mail(77, "new@client.example", "BY / phone", "text");
    form.source = Source::Form;
    form.asked.assignee = Some(BEN);
    let entered = bench.now;
    bench.must(
        Some(DAN),
        Command::Request(RequestCommand::Receive(Box::new(form))),
    );
    let id = RequestId::at(bench.state.requests().len() - 1);
    bench.now = bench.later(1);
    bench.act(DAN, id, Act::Note("by phone".into()));
    assert_eq!(bench.refused(CLEA, id, Act::Claim), lost("Ben", entered));
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn req_8_assign_takes_staff_only() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    for nobody in [FAY, PersonId(99), PersonId(0)] {
        assert_eq!(
            bench.refused(BEN, id, Act::Assign(Some(nobody))),
            Refusal::People(PeopleRefusal::NoSuchPerson)
        );
    }
    bench.act(BEN, id, Act::Assign(Some(DAN)));
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::SetActive {
            person: CLEA,
            active: false,
        }),
    );
    assert_eq!(
        bench.refused(BEN, id, Act::Assign(Some(CLEA))),
        Refusal::People(PeopleRefusal::NoSuchPerson)
    );
    bench.act(BEN, id, Act::Assign(None));
    assert_eq!(bench.get(id).assignee, None);
}

#[test]
fn req_8_watch_and_tag_are_sets() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    for who in [CLEA, ANNA] {
        bench.act(who, id, Act::Watch(true));
    }
    assert_eq!(*bench.get(id).watchers, [ANNA, CLEA]);
    assert_eq!(
        bench.refused(ANNA, id, Act::Watch(true)),
        Refusal::AlreadySo
    );
    bench.act(ANNA, id, Act::Watch(false));
    assert_eq!(
        bench.refused(ANNA, id, Act::Watch(false)),
        Refusal::AlreadySo
    );
    bench.act(BEN, id, Act::Tag(" #Urgent".into(), true));
    assert_eq!(
        bench.refused(BEN, id, Act::Tag("urgent".into(), true)),
        Refusal::AlreadySo
    );
    assert_eq!(
        bench.refused(BEN, id, Act::Tag("#".into(), true)),
        Refusal::TextMissing
    );
    let long = "x".repeat(41);
    assert_eq!(
        bench.refused(BEN, id, Act::Tag(long.into(), true)),
        Refusal::TooLong { most: 40 }
    );
    bench.act(BEN, id, Act::Tag("URGENT".into(), false));
    assert!(bench.get(id).tags.is_empty());
}

#[test]
fn req_8_a_full_set_can_still_shrink() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    for n in 0..Request::MOST {
        bench.act(BEN, id, Act::Tag(format!("t{n}").into(), true));
    }
    let more = Act::Tag("more".into(), true);
    assert_eq!(
        bench.refused(BEN, id, more),
        Refusal::TooLong {
            most: Request::MOST
        }
    );
    bench.act(BEN, id, Act::Tag("t7".into(), false));
    assert_eq!(bench.get(id).tags.len(), Request::MOST - 1);
}

#[test]
fn req_8_snooze_and_wake() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    assert_eq!(
        bench.refused(BEN, id, Act::Snooze(bench.now)),
        Refusal::InThePast
    );
    let until = paris("2026-03-12 09:00");
    bench.act(BEN, id, Act::Snooze(until));
    assert_eq!(
        bench.refused(BEN, id, Act::Snooze(until)),
        Refusal::AlreadySo
    );
    assert_eq!(bench.state.requests().next_wake(), Some(until));
    bench.now = until - 1;
    assert_eq!(
        bench
            .must(None, Command::Request(RequestCommand::WakeDue))
            .events,
        []
    );
    bench.now = until;
    bench.must(None, Command::Request(RequestCommand::WakeDue));
    let request = bench.get(id);
    assert_eq!(request.status, Status::Open);
    assert_eq!(request.turn.owes, Owes::House);
    assert_eq!(
        shown(request.turn.due),
        "2026-03-12 18:00",
        "a whole office day from now"
    );
    assert_eq!(bench.state.requests().next_wake(), None);
}

#[test]
fn req_8_waking_leaves_the_turn_with_a_client_who_owes() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::ClientOwes(None));
    let turn = bench.get(id).turn;
    let until = bench.later(1);
    bench.act(BEN, id, Act::Snooze(until));
    bench.act(BEN, id, Act::Wake);
    assert_eq!(bench.get(id).turn, turn);
}

#[test]
fn req_8_close_needs_words_for_some_reasons_and_reopen_gives_the_turn_back() {
    let mut bench = Bench::new();
    for reason in CloseReason::ALL {
        let id = bench.any_request();
        let wordless = bench.decide(Some(BEN), &on(&[id.0], Act::Close(reason, " ".into())));
        let needs = matches!(reason, CloseReason::OTHER | CloseReason::NOT_SERIOUS);
        assert_eq!(wordless == Err(Refusal::ReasonMissing), needs, "{reason:?}");
        bench.act(BEN, id, Act::Close(reason, "because".into()));
        assert_eq!(bench.get(id).turn, Turn::NOBODY);
        assert_eq!(
            bench.get(id).status,
            Status::Closed {
                reason,
                at: bench.now
            }
        );
        bench.act(BEN, id, Act::Reopen);
        assert_eq!(bench.get(id).turn.owes, Owes::House);
        assert_eq!(CloseReason::parse(&reason.key()), Some(reason));
    }
}

#[test]
fn req_8_a_request_named_twice_is_done_once() {
    let mut bench = Bench::new();
    let (one, two) = (bench.any_request(), bench.any_request());
    bench.must(
        Some(BEN),
        on(&[1, 1, 1], Act::Attempt(Outcome::NoAnswer, "".into())),
    );
    assert_eq!(bench.get(one).attempts, 1);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(
        (bench.get(one).attempts, bench.get(one).stage),
        (0, RequestStage::New)
    );
    bench.must(Some(BEN), merge(&[2, 2], 1));
    assert_eq!(bench.get(one).messages.len(), 2);
    bench.must(Some(BEN), Command::Undo);
    assert!(bench.get(two).is_live());
}

#[test]
fn req_8_of_several_those_that_refuse_are_left_and_named() {
    let mut bench = one_of_each();
    let decision = bench.must(Some(BEN), on(&[1, 3, 2, 9], Act::Claim));
    let skipped = [
        (
            RequestId(3),
            Refusal::Request(RequestRefusal::IsClosed(RequestId(3))),
        ),
        (
            RequestId(9),
            Refusal::Request(RequestRefusal::NoSuchRequest(RequestId(9))),
        ),
    ];
    assert_eq!(decision.skipped, skipped);
    for id in [1, 2] {
        assert_eq!(bench.get(RequestId(id)).assignee, Some(BEN));
    }
    let all = bench.decide(Some(BEN), &on(&[3, 9], Act::Claim));
    assert_eq!(
        all,
        Err(Refusal::Request(RequestRefusal::NoSuchRequest(RequestId(
            9
        )))),
        "all refuse: so does the command"
    );
    let many: Vec<u32> = (0..501).collect();
    assert_eq!(
        bench.decide(Some(BEN), &on(&many, Act::Claim)),
        Err(Refusal::TooLong { most: 500 })
    );
}

#[test]
fn req_8_texts_have_limits() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let long = "x".repeat(100_001);
    let most = Refusal::TooLong { most: 100_000 };
    assert_eq!(
        bench.refused(BEN, id, Act::Note(long.as_str().into())),
        most
    );
    assert_eq!(
        bench.refused(BEN, id, Act::Attempt(Outcome::Spoke, long.as_str().into())),
        most
    );
    assert_eq!(
        bench.refused(BEN, id, Act::Close(CloseReason::OTHER, long.into())),
        most
    );
    assert_eq!(
        bench.refused(BEN, id, Act::Note(" \n".into())),
        Refusal::TextMissing
    );
    let subject = Act::SetSubject("x".repeat(1_001).into());
    assert_eq!(
        bench.refused(BEN, id, subject),
        Refusal::TooLong { most: 1_000 }
    );
    assert_eq!(
        bench.refused(BEN, id, Act::SetSubject(" ".into())),
        Refusal::TextMissing
    );
    let same = bench.get(id).subject.clone();
    assert_eq!(
        bench.refused(BEN, id, Act::SetSubject(same)),
        Refusal::AlreadySo
    );
    let nobody = Act::SetOrganisation(OrganisationId(99));
    assert_eq!(bench.refused(BEN, id, nobody), Refusal::NoSuchThing);
    bench.act(
        BEN,
        id,
        Act::SetWish(Box::new(Wish {
            place: "Lyon".into(),
            ..Wish::default()
        })),
    );
    bench.act(BEN, id, Act::SetWish(Box::default()));
    assert_eq!(bench.get(id).wish, None, "an empty wish is none");
}
