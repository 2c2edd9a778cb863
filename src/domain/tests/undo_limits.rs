//! REQ-11: what undo must not do: overwrite others' work, lose mail, go round rights.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::{Act, SplitPart};
use crate::domain::ids::RequestId;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Permission, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::{CloseReason, Owes, Source, Status, Turn};
use crate::domain::state::stacks::Stacks;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;

fn merge(from: u32, into: u32) -> Command {
    Command::Request(RequestCommand::Merge {
        from: vec![RequestId(from)],
        into: RequestId(into),
    })
}

fn form(key: u128) -> Command {
    let mut form = mail(key, "zoe@other.example", "A / b", "by phone");
    form.source = Source::Form;
    Command::Request(RequestCommand::Receive(Box::new(form)))
}

fn changed(id: u32) -> Refusal {
    Refusal::Undo(UndoRefusal::ChangedSince {
        request: RequestId(id),
    })
}

fn undo(bench: &Bench) -> Result<(), Refusal> {
    bench.decide(Some(BEN), &Command::Undo).map(drop)
}

fn redo(bench: &Bench) -> Result<(), Refusal> {
    bench.decide(Some(BEN), &Command::Redo).map(drop)
}

#[test]
fn req_11_a_new_request_is_not_taken_back_once_others_work_on_it() {
    type Work = fn(&mut Bench);
    let works: [(&str, Work); 4] = [
        ("claimed", |b| drop(b.act(CLEA, RequestId(2), Act::Claim))),
        ("tagged", |b| {
            drop(b.act(CLEA, RequestId(2), Act::Tag("x".into(), true)))
        }),
        ("merged", |b| drop(b.must(Some(CLEA), merge(1, 2)))),
        ("answered", |b| {
            let reply = answering(mail(60, "zoe@other.example", "Re", "more"), &[50]);
            b.receive(reply).expect("joined");
        }),
    ];
    for (what, work) in works {
        let mut bench = Bench::new();
        bench.any_request();
        bench.must(Some(BEN), form(50));
        work(&mut bench);
        let stands = match what {
            "merged" => Footing::Merge(RequestId(1)),
            _ => Footing::Work(RequestId(2)),
        };
        assert_eq!(
            undo(&bench),
            Err(Refusal::Undo(UndoRefusal::StoodOn(stands))),
            "{what}"
        );
    }
}

#[test]
fn req_11_the_same_holds_for_the_parts_of_a_split_and_after_a_redo() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let part = |n: u32| SplitPart {
        subject: format!("PART / {n} of it").into(),
        body: "text".into(),
    };
    bench.must(
        Some(BEN),
        Command::Request(RequestCommand::Split {
            request: id,
            parts: vec![part(0), part(1)],
        }),
    );
    bench.must(Some(BEN), Command::Undo);
    bench.must(Some(BEN), Command::Redo);
    bench.act(CLEA, RequestId(2), Act::Assign(Some(CLEA)));
    assert_eq!(
        undo(&bench),
        Err(Refusal::Undo(UndoRefusal::StoodOn(Footing::Work(
            RequestId(2)
        ))))
    );
    bench.must(Some(CLEA), Command::Undo);
    let mut fresh = Bench::new();
    let id = fresh.any_request();
    fresh.must(
        Some(BEN),
        Command::Request(RequestCommand::Split {
            request: id,
            parts: vec![part(0), part(1)],
        }),
    );
    fresh.act(CLEA, RequestId(2), Act::Assign(Some(CLEA)));
    assert_eq!(
        undo(&fresh),
        Err(Refusal::Undo(UndoRefusal::StoodOn(Footing::Work(
            RequestId(2)
        ))))
    );
}

#[test]
fn req_11_ones_own_work_on_a_new_request_is_undone_step_by_step() {
    let mut bench = Bench::new();
    bench.must(Some(BEN), form(50));
    bench.act(BEN, RequestId(1), Act::Claim);
    bench.act(BEN, RequestId(1), Act::ClientOwes(None));
    for _ in 0..3 {
        bench.must(Some(BEN), Command::Undo);
    }
    assert_eq!(bench.get(RequestId(1)).status, Status::Void);
}

#[test]
fn req_11_two_requests_are_never_merged_into_each_other() {
    let mut bench = Bench::new();
    bench.any_request();
    bench.any_request();
    bench.must(Some(BEN), merge(1, 2));
    bench.must(Some(BEN), Command::Undo);
    bench.must(Some(CLEA), merge(2, 1));
    let merged = Refusal::Undo(UndoRefusal::StoodOn(Footing::Merge(RequestId(2))));
    assert_eq!(redo(&bench), Err(merged));
    bench.must(Some(CLEA), Command::Undo);
    bench.act(CLEA, RequestId(2), Act::Close(CloseReason::SPAM, "".into()));
    assert_eq!(redo(&bench), Err(changed(2)), "nor into a closed one");
}

#[test]
fn req_11_a_merge_stays_when_the_winner_went_on_into_another() {
    let mut bench = Bench::new();
    for _ in 0..3 {
        bench.any_request();
    }
    bench.must(Some(BEN), merge(1, 2));
    bench.must(Some(CLEA), merge(2, 3));
    let went_on = Refusal::Undo(UndoRefusal::StoodOn(Footing::Merge(RequestId(2))));
    assert_eq!(undo(&bench), Err(went_on));
    bench.must(Some(CLEA), Command::Undo);
    bench.must(Some(BEN), Command::Undo);
    for n in 1..=3 {
        assert_eq!(
            bench.state.request_of_message(key(n)),
            Some(RequestId(n as u32))
        );
        assert_eq!(bench.get(RequestId(n as u32)).messages.len(), 1);
    }
}

#[test]
fn req_11_what_is_closed_again_is_nobodys_turn() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::Close(CloseReason::SILENT, "".into()));
    bench.must(Some(BEN), Command::Undo);
    bench.act(CLEA, id, Act::ClientOwes(None));
    bench.must(Some(BEN), Command::Redo);
    assert_eq!(bench.get(id).turn, Turn::NOBODY);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(id).turn.owes, Owes::Client, "as Clea left it");
}

#[test]
fn req_11_mail_that_came_after_a_merge_stays_with_the_winner() {
    let mut bench = Bench::new();
    bench.any_request();
    bench.any_request();
    bench.must(Some(BEN), merge(1, 2));
    let reply = answering(mail(50, "paul@client.example", "Re", "text"), &[1]);
    assert_eq!(bench.receive(reply), Ok(RequestId(2)));
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.state.request_of_message(key(50)), Some(RequestId(2)));
    let reply = answering(mail(51, "paul@client.example", "Re", "text"), &[1]);
    assert_eq!(bench.receive(reply), Ok(RequestId(1)));
}

#[test]
fn ppl_1_undo_and_redo_need_the_rights_of_what_they_turn_round() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    bench.act(BEN, id, Act::Claim);
    bench.act(BEN, id, Act::Tag("x".into(), true));
    bench.must(Some(BEN), Command::Undo);
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles {
            person: BEN,
            roles: vec![Role::Mediator],
        }),
    );
    let refused = Err(Refusal::NotPermitted(Permission::WorkRequests));
    assert_eq!(undo(&bench), refused);
    assert_eq!(redo(&bench), refused);
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles {
            person: BEN,
            roles: vec![Role::PricingOfficer],
        }),
    );
    bench.must(Some(BEN), Command::Redo);
    bench.must(Some(BEN), Command::Undo);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(id).assignee, None);
}

#[test]
fn ppl_1_who_may_bring_in_may_take_back_what_they_brought_in() {
    let mut bench = Bench::new();
    let add = |name: &str, role| Command::People(PeopleCommand::Add(somebody(name, &[role])));
    bench.must(Some(ANNA), add("Gus", Role::Administrator));
    let gus = Some(crate::domain::ids::PersonId(7));
    bench.must(gus, form(50));
    bench.must(gus, Command::Undo);
    assert_eq!(bench.get(RequestId(1)).status, Status::Void);
    bench.must(gus, Command::Redo);
    assert_eq!(bench.get(RequestId(1)).status, Status::Open);
}

#[test]
fn ppl_1_bringing_a_shared_view_back_needs_the_right_to_share() {
    let mut bench = Bench::new();
    let view = Command::People(PeopleCommand::SaveView {
        name: "all".into(),
        query: "x".into(),
        shared: true,
    });
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles {
            person: BEN,
            roles: vec![Role::Manager],
        }),
    );
    bench.must(Some(BEN), view);
    bench.must(
        Some(BEN),
        Command::People(PeopleCommand::RemoveView(crate::domain::ViewId(1))),
    );
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles {
            person: BEN,
            roles: vec![Role::RelationOfficer],
        }),
    );
    assert_eq!(
        undo(&bench),
        Err(Refusal::NotPermitted(Permission::ShareViews))
    );
}

#[test]
fn req_11_one_can_go_back_two_hundred_steps() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    for n in 0..Stacks::DEEP + 5 {
        bench.act(BEN, id, Act::Watch(n % 2 == 0));
    }
    let mut steps = 0;
    while bench.run(Some(BEN), Command::Undo).is_ok() {
        steps += 1;
    }
    assert_eq!(steps, Stacks::DEEP);
    while bench.run(Some(BEN), Command::Redo).is_ok() {
        steps -= 1;
    }
    assert_eq!(steps, 0);
}

#[test]
fn req_11_people_and_mail_are_not_undone() {
    let mut bench = Bench::new();
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::SetActive {
            person: CLEA,
            active: false,
        }),
    );
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles {
            person: DAN,
            roles: vec![Role::Mediator],
        }),
    );
    assert_eq!(
        bench.decide(Some(ANNA), &Command::Undo),
        Err(Refusal::Undo(UndoRefusal::NothingToUndo))
    );
}
