//! REQ-12: saved views, shared or one's own.

use super::bench::*;
use crate::domain::Command;
use crate::domain::ids::{PersonId, ViewId};
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;

fn save(name: &str, query: &str, shared: bool) -> Command {
    Command::People(PeopleCommand::SaveView {
        name: name.into(),
        query: query.into(),
        shared,
    })
}

fn names(bench: &Bench) -> Vec<(u32, &str, &str, PersonId)> {
    bench
        .state
        .views()
        .map(|v| (v.id.0, &*v.name, &*v.query, v.owner))
        .collect()
}

#[test]
fn req_12_a_view_is_saved_replaced_and_removed() {
    let mut bench = Bench::new();
    bench.must(Some(BEN), save(" urgent ", "is:open tag:urgent", false));
    bench.must(Some(CLEA), save("urgent", "mine", false));
    bench.must(Some(BEN), save("urgent", "is:open", false));
    assert_eq!(
        names(&bench),
        [(1, "urgent", "is:open", BEN), (2, "urgent", "mine", CLEA)]
    );
    bench.must(
        Some(BEN),
        Command::People(PeopleCommand::RemoveView(ViewId(1))),
    );
    bench.must(Some(BEN), save("again", "x", false));
    assert_eq!(
        names(&bench),
        [(2, "urgent", "mine", CLEA), (3, "again", "x", BEN)],
        "no id twice"
    );
}

#[test]
fn req_12_who_may_share_and_remove() {
    let mut bench = Bench::new();
    let refused = bench.decide(Some(BEN), &save("all", "x", true));
    assert_eq!(refused, Err(Refusal::NotPermitted(Permission::ShareViews)));
    bench.must(Some(BEN), save("mine", "x", false));
    bench.must(Some(ANNA), save("all", "x", true));
    let remove = |who, id| {
        bench.decide(
            Some(who),
            &Command::People(PeopleCommand::RemoveView(ViewId(id))),
        )
    };
    assert_eq!(
        remove(BEN, 2),
        Err(Refusal::NotYours {
            owner: "Anna".into()
        })
    );
    assert_eq!(remove(ANNA, 1), Err(Refusal::NoSuchThing), "not shared");
    assert_eq!(remove(ANNA, 9), Err(Refusal::NoSuchThing));
    assert!(remove(ANNA, 2).is_ok());
}

#[test]
fn req_12_views_have_names_and_limits() {
    let bench = Bench::new();
    let refusal = |name: &str, query: &str| {
        bench
            .decide(Some(BEN), &save(name, query, false))
            .expect_err("a refusal")
    };
    assert_eq!(refusal(" ", "x"), Refusal::TextMissing);
    assert_eq!(
        refusal("x", &"q".repeat(501)),
        Refusal::TooLong { most: 500 }
    );
    assert_eq!(refusal(&"n".repeat(61), "x"), Refusal::TooLong { most: 60 });
}

#[test]
fn req_11_saving_replacing_and_removing_a_view_can_be_undone() {
    let mut bench = Bench::new();
    bench.must(Some(BEN), save("v", "one", false));
    bench.must(Some(BEN), save("v", "two", false));
    bench.must(
        Some(BEN),
        Command::People(PeopleCommand::RemoveView(ViewId(1))),
    );
    let mut query = |command: Command| {
        bench.must(Some(BEN), command);
        bench
            .state
            .views()
            .map(|v| v.query.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(query(Command::Undo), ["two"]);
    assert_eq!(query(Command::Undo), ["one"]);
    assert_eq!(query(Command::Undo), [""; 0]);
    assert_eq!(query(Command::Redo), ["one"]);
    assert_eq!(query(Command::Redo), ["two"]);
    assert_eq!(query(Command::Redo), [""; 0]);
}
