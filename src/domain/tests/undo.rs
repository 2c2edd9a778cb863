//! REQ-11: undo and redo give back exactly what was, merge and split included.

use super::acts::{every_act, one_of_each};
use super::bench::*;
use crate::domain::Command;
use crate::domain::command::{Act, SplitPart};
use crate::domain::event::Event;
use crate::domain::ids::RequestId;
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::figures::Milestones;
use crate::domain::request::{CloseReason, Request, Source, Status, Step};
use crate::domain::undo::refusal::UndoRefusal;

/// Requests without what counts records: trail, revision, when last touched or claimed.
pub(super) fn plain(bench: &Bench) -> Vec<Request> {
    let rows = bench.state.requests().iter();
    rows.map(|row| Request {
        trail: Default::default(),
        revision: 0,
        touched_at: 0,
        claimed_at: 0,
        assigned_in: 0,
        turn_at: 0,
        // What somebody stated, as far as anybody remembers, once it was taken back.
        turn: row.owed(),
        counted: None,
        milestones: Milestones::default(),
        step: Step {
            since: 0,
            ..row.step
        },
        ..(**row).clone()
    })
    .collect()
}

fn merge(from: &[u32], into: u32) -> Command {
    Command::Request(RequestCommand::Merge {
        from: from.iter().map(|id| RequestId(*id)).collect(),
        into: RequestId(into),
    })
}

fn split(id: u32) -> Command {
    let part = |n: u32| SplitPart {
        subject: format!("PART / {n} of it").into(),
        body: "what it asks".into(),
    };
    Command::Request(RequestCommand::Split {
        request: RequestId(id),
        parts: (0..3).map(part).collect(),
    })
}

/// Undoes and redoes the last command of Ben's, and again: all comes back, each time.
fn there_and_back(bench: &mut Bench, before: &[Request], what: &str) {
    let after = plain(bench);
    for _ in 0..2 {
        bench.must(Some(BEN), Command::Undo);
        let mut undone = plain(bench);
        let made = undone.split_off(before.len());
        assert_eq!(undone, before, "{what}");
        assert!(made.iter().all(|new| new.status == Status::Void), "{what}");
        bench.must(Some(BEN), Command::Redo);
        assert_eq!(plain(bench), after, "{what}");
    }
    assert_eq!(bench.state, bench.replayed(), "{what}");
}

#[test]
fn req_11_every_act_can_be_undone_and_redone() {
    for act in every_act(&one_of_each()) {
        let mut bench = one_of_each();
        bench.request("x@other.example", "OTHER / x", "text");
        let before = plain(&bench);
        let decision = bench.must(Some(BEN), on(&[1, 2, 3, 4], act.clone()));
        assert!(!decision.events.is_empty(), "{act:?}");
        there_and_back(&mut bench, &before, &format!("{act:?}"));
    }
}

#[test]
fn req_11_merge_and_split_can_be_undone_and_redone() {
    let mut bench = Bench::new();
    for _ in 0..3 {
        bench.any_request();
    }
    bench.act(CLEA, RequestId(2), Act::Tag("x".into(), true));
    bench.act(CLEA, RequestId(2), Act::Watch(true));
    bench.act(CLEA, RequestId(3), Act::Snooze(paris("2026-06-01 09:00")));
    let before = plain(&bench);
    bench.must(Some(BEN), merge(&[2, 3], 1));
    there_and_back(&mut bench, &before, "merge");
    assert_eq!(bench.state.request_of_message(key(3)), Some(RequestId(1)));
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(
        bench.state.request_of_message(key(3)),
        Some(RequestId(3)),
        "later mail finds it"
    );
    let before = plain(&bench);
    bench.must(Some(BEN), split(1));
    there_and_back(&mut bench, &before, "split");
}

#[test]
fn req_11_a_request_entered_by_hand_can_be_taken_back_and_mail_cannot() {
    let mut bench = Bench::new();
    let mut form = mail(1, "zoe@other.example", "A / b", "by phone");
    form.source = Source::Form;
    bench.must(
        Some(BEN),
        Command::Request(RequestCommand::Receive(Box::new(form))),
    );
    there_and_back(&mut bench, &[], "form");
    let incoming = mail(2, "zoe@other.example", "A / b", "text");
    bench.must(
        Some(DAN),
        Command::Request(RequestCommand::Receive(Box::new(incoming))),
    );
    assert_eq!(
        bench.decide(Some(DAN), &Command::Undo),
        Err(Refusal::Undo(UndoRefusal::NothingToUndo))
    );
}

#[test]
fn req_11_one_command_on_many_is_undone_as_one() {
    let mut bench = Bench::new();
    let ids: Vec<u32> = (0..20).map(|_| bench.any_request().0).collect();
    let before = plain(&bench);
    bench.must(
        Some(BEN),
        on(&ids, Act::Close(CloseReason::SPAM, "".into())),
    );
    there_and_back(&mut bench, &before, "bulk");
}

#[test]
fn req_11_refused_when_somebody_changed_it_since() {
    let mut bench = Bench::new();
    let ids: Vec<u32> = (0..3).map(|_| bench.any_request().0).collect();
    bench.must(Some(BEN), on(&ids, Act::Assign(Some(BEN))));
    bench.act(CLEA, RequestId(2), Act::Assign(Some(CLEA)));
    let refused = bench.decide(Some(BEN), &Command::Undo);
    assert_eq!(
        refused,
        Err(Refusal::Undo(UndoRefusal::ChangedSince {
            request: RequestId(2)
        })),
        "all or nothing"
    );
    bench.must(Some(CLEA), Command::Undo);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(RequestId(2)).assignee, None);
}

#[test]
fn req_11_whose_turn_it_is_does_not_stand_in_the_way() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::Attempt(Outcome::NoAnswer, "".into()));
    bench.now = bench.later(2);
    bench.act(CLEA, id, Act::ClientOwes(None));
    let turn = bench.get(id).turn;
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(id).attempts, 0);
    assert_eq!(bench.get(id).turn, turn, "what came later stands");
}

#[test]
fn req_11_each_person_has_a_stack_of_their_own() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::Tag("ben".into(), true));
    bench.act(CLEA, id, Act::Tag("clea".into(), true));
    bench.act(BEN, id, Act::Tag("two".into(), true));
    let mut tags = |who, command: Command| {
        bench.must(Some(who), command);
        bench.get(id).tags.join(" ")
    };
    assert_eq!(tags(CLEA, Command::Undo), "ben two");
    assert_eq!(tags(BEN, Command::Undo), "ben");
    assert_eq!(tags(BEN, Command::Undo), "");
    assert_eq!(tags(CLEA, Command::Redo), "clea");
    assert_eq!(tags(BEN, Command::Redo), "ben clea");
    assert_eq!(
        bench.decide(Some(CLEA), &Command::Redo),
        Err(Refusal::Undo(UndoRefusal::NothingToRedo))
    );
    assert_eq!(
        bench.decide(Some(DAN), &Command::Undo),
        Err(Refusal::Undo(UndoRefusal::NothingToUndo))
    );
    bench.act(BEN, id, Act::Tag("new".into(), true));
    assert_eq!(
        bench.decide(Some(BEN), &Command::Redo),
        Err(Refusal::Undo(UndoRefusal::NothingToRedo)),
        "a new deed"
    );
}

#[test]
fn req_11_notes_and_calls_are_struck_out_not_removed() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::Note("wrong client".into()));
    let of = bench.state.seq();
    let last = |bench: &Bench| bench.records.last().expect("one").1[0].clone();
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(
        last(&bench),
        Event::Request(RequestEvent::Retracted {
            request: id,
            of,
            back: true
        })
    );
    bench.must(Some(BEN), Command::Redo);
    assert_eq!(
        last(&bench),
        Event::Request(RequestEvent::Retracted {
            request: id,
            of,
            back: false
        })
    );
}

#[test]
fn req_11_what_is_known_of_an_organisation_can_be_undone() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let organisation = bench.get(id).organisation;
    let before = bench.state.organisation(organisation).cloned();
    bench.profile(organisation, |p| {
        (p.known, p.name) = (true, "Renamed".into())
    });
    bench.must(Some(ANNA), Command::Undo);
    assert_eq!(bench.state.organisation(organisation).cloned(), before);
    bench.must(Some(ANNA), Command::Redo);
    assert_eq!(
        bench.state.organisation_named("renamed"),
        Some(organisation)
    );
    bench.profile(organisation, |p| p.segment = "school".into());
    bench.must(Some(ANNA), Command::Undo);
    bench.must(Some(ANNA), Command::Undo);
    assert_eq!(bench.state.organisation(organisation).cloned(), before);
}
