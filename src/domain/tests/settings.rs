//! WKS-8, REQ-9, REQ-11: settings are changed while requests run. Due dates follow, what was stated stays, and undo gives
//! back every one.

use std::collections::BTreeMap;

use super::bench::*;
use super::quotation::{Q, quoted};
use crate::domain::Millis;
use crate::domain::command::{Act, Command};
use crate::domain::house::House;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::RequestId;
use crate::domain::quotation::QuotationCommand;
use crate::domain::refusal::Refusal;
use crate::domain::request::event::Outcome;
use crate::domain::request::{By, CloseReason};
use crate::domain::terms::Terms;
use crate::domain::undo::refusal::UndoRefusal;

fn settle(bench: &mut Bench, change: impl FnOnce(&mut House)) {
    let mut house = (**bench.state.house().expect("a house")).clone();
    change(&mut house);
    let command = Command::House(HouseCommand::Change(Box::new(house)));
    bench.must(Some(ANNA), command);
}

/// Counts anew until all is; yields how many records that took.
fn recounted(bench: &mut Bench) -> usize {
    let mut records = 0;
    while bench.state.to_recount().is_some() {
        bench.must(None, Command::House(HouseCommand::Recount));
        records += 1;
    }
    records
}

/// Every due date there is: of requests, by what lists go by too, and of quotations.
fn dues(bench: &Bench) -> BTreeMap<String, (Option<Millis>, Option<Millis>)> {
    let requests = bench.state.requests().iter();
    let requests = requests.map(|one| (one.id.to_string(), (one.due(), one.step.due)));
    let quotations = bench.state.quotations().rows().iter();
    let quotations = quotations.map(|one| (one.id.to_string(), (one.due(), None)));
    requests.chain(quotations).collect()
}

/// A house where something of every kind is due: asked, phoned in vain, with the client, stated, with a deadline, asleep,
/// closed, quoted.
fn busy() -> Bench {
    let (mut bench, quoted) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(quoted));
    let mut more: Vec<RequestId> = Vec::new();
    for minute in 0..12 {
        bench.now += minute * 47 * 60_000;
        more.push(bench.any_request());
    }
    bench.act(BEN, more[0], Act::Attempt(Outcome::NoAnswer, "".into()));
    bench.act(BEN, more[1], Act::Attempt(Outcome::Called, "".into()));
    bench.act(BEN, more[2], Act::ClientOwes(None));
    let stated = bench.later(30);
    bench.act(BEN, more[3], Act::HouseOwes(Some(stated)));
    bench.act(BEN, more[4], Act::ClientOwes(Some(stated)));
    bench.act(BEN, more[5], Act::SetDeadline(Some(bench.later(2))));
    bench.act(BEN, more[6], Act::SetDeadline(Some(bench.later(2))));
    bench.act(BEN, more[6], Act::SetDeadline(Some(bench.later(900))));
    bench.act(BEN, more[7], Act::Snooze(bench.later(50)));
    let other = CloseReason::OTHER;
    bench.act(
        BEN,
        more[8],
        Act::Close(other, "asked somewhere else".into()),
    );
    // Where the settings will count to by then: it stays there all the same.
    let by_then = bench.state.house().expect("a house").calendar.clone();
    let by_then = by_then.add_office_minutes(bench.now, 16 * 60);
    bench.act(BEN, more[9], Act::HouseOwes(Some(by_then)));
    bench
}

#[test]
fn req_9_due_dates_follow_delays_hours_and_holidays_and_undo_restores_every_one() {
    type Change = fn(&mut House);
    let changes: [Change; 5] = [
        |house| house.answer_minutes = 16 * 60,
        |house| house.client_minutes = 60,
        |house| house.retry_minutes = 90,
        |house| {
            let (zone, week) = (house.calendar.zone_name().to_owned(), house.calendar.week());
            let days = (10..20).map(|day| crate::domain::calendar::Rule::On {
                year: 2026,
                month: 3,
                day,
            });
            let calendar =
                crate::domain::calendar::Calendar::new(&zone, week.clone(), days.collect());
            house.calendar = calendar.expect("a calendar");
        },
        |house| {
            let calendar =
                crate::domain::calendar::Calendar::weekdays("UTC", &[(0, 60)], Vec::new());
            house.calendar = calendar.expect("a calendar");
        },
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let mut bench = busy();
        let before = dues(&bench);
        settle(&mut bench, change);
        assert_eq!(
            dues(&bench),
            before,
            "{n}: nothing moves before it is counted"
        );
        recounted(&mut bench);
        let after = dues(&bench);
        let moved = after
            .iter()
            .filter(|(id, due)| before.get(*id) != Some(due))
            .count();
        assert!(moved > 0, "{n}: some follow");
        for id in [5, 6, 11] {
            let id = RequestId(id).to_string();
            assert_eq!(
                after.get(&id),
                before.get(&id),
                "{n}: {id} was stated by hand"
            );
        }
        assert_eq!(bench.state, bench.replayed(), "{n}");
        bench.must(Some(ANNA), Command::Undo);
        recounted(&mut bench);
        assert_eq!(dues(&bench), before, "{n}: undone");
        bench.must(Some(ANNA), Command::Redo);
        recounted(&mut bench);
        assert_eq!(dues(&bench), after, "{n}: redone");
        assert_eq!(bench.state, bench.replayed(), "{n}");
    }
}

#[test]
fn req_9_what_passed_since_is_counted_by_the_settings_of_today_and_what_was_taken_back_too() {
    let mut bench = Bench::new();
    let (id, other) = (bench.any_request(), bench.any_request());
    bench.act(BEN, other, Act::ClientOwes(None));
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(shown(bench.get(id).due()), "2026-03-11 10:00");
    settle(&mut bench, |house| house.answer_minutes = 4 * 60);
    bench.now = bench.later(1);
    let new = bench.any_request();
    assert_eq!(shown(bench.get(new).due()), "2026-03-10 16:00");
    recounted(&mut bench);
    for id in [id, other] {
        assert_eq!(shown(bench.get(id).due()), "2026-03-10 15:00", "{id}");
    }
    assert_eq!(shown(bench.get(new).due()), "2026-03-10 16:00");
    // Whose turn it is can still be taken back.
    bench.act(BEN, id, Act::ClientOwes(None));
    settle(&mut bench, |house| house.client_minutes = 60);
    recounted(&mut bench);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(id).step.by, By::Us(None));
    assert_eq!(shown(bench.get(id).due()), "2026-03-10 15:00");
}

#[test]
fn wks_3_many_due_dates_are_counted_part_by_part_with_work_between() {
    let mut bench = Bench::new();
    for _ in 0..1_200 {
        bench.any_request();
    }
    settle(&mut bench, |house| house.answer_minutes = 60);
    bench.must(None, Command::House(HouseCommand::Recount));
    let new = bench.any_request();
    bench.act(BEN, RequestId(1_100), Act::Claim);
    let parts = 1 + recounted(&mut bench);
    assert_eq!(parts, 3);
    let house = bench.state.house().expect("a house");
    for request in bench.state.requests().iter() {
        assert!(request.counted.is_some(), "{}", request.id);
        assert_eq!(request.counted, request.recounted(house), "{}", request.id);
    }
    assert_eq!(shown(bench.get(new).due()), "2026-03-10 11:00");
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn quo_6_the_due_date_of_a_quotation_follows_too() {
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let before = bench.q().due();
    settle(&mut bench, |house| house.answer_minutes = 60);
    recounted(&mut bench);
    assert_eq!(shown(bench.q().due()), "2026-03-10 11:00");
    assert_eq!(bench.q().id, Q);
    let overdue = bench.now + 61 * 60_000;
    assert!(bench.q().is_overdue(overdue));
    bench.must(Some(ANNA), Command::Undo);
    recounted(&mut bench);
    assert_eq!(bench.q().due(), before);
}

#[test]
fn ppl_6_settings_are_taken_back_by_who_may_change_them_while_they_are_as_they_were_left() {
    let mut bench = Bench::new();
    let was = bench.state.house().cloned();
    let terms = Terms {
        contact_after_hours: 36,
        ..Terms::default()
    };
    let mut house = house();
    house.relation_months = 18;
    let both = Command::House(HouseCommand::Settle {
        house: Some(Box::new(house)),
        terms: Some(Box::new(terms)),
    });
    assert_eq!(
        bench.decide(Some(BEN), &both),
        Err(Refusal::NotPermitted(
            crate::domain::person::Permission::ManageHouse
        ))
    );
    assert_eq!(bench.must(Some(ANNA), both).events.len(), 2);
    bench.must(Some(ANNA), Command::Undo);
    assert_eq!(bench.state.house(), was.as_ref());
    assert_eq!(**bench.state.terms(), Terms::default());
    bench.must(Some(ANNA), Command::Redo);
    settle(&mut bench, |house| house.relation_months = 6);
    let mut other = bench.clone();
    bench.must(Some(ANNA), Command::Undo);
    let months = |bench: &Bench| bench.state.house().expect("a house").relation_months;
    assert_eq!(months(&bench), 18);
    // Somebody else who may changed them since.
    let roles = vec![crate::domain::person::Role::Administrator];
    let person = BEN;
    let command = crate::domain::person::command::PeopleCommand::ChangeRoles { person, roles };
    other.must(Some(ANNA), Command::People(command));
    let mut house = (**other.state.house().expect("a house")).clone();
    house.relation_months = 7;
    other.must(
        Some(BEN),
        Command::House(HouseCommand::Change(Box::new(house))),
    );
    assert_eq!(
        other.decide(Some(ANNA), &Command::Undo),
        Err(Refusal::Undo(UndoRefusal::Overtaken))
    );
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn wks_8_settings_out_of_bounds_are_refused_by_name_and_the_same_again_is_nothing() {
    let mut bench = Bench::new();
    type Change = fn(&mut House);
    let wrong: [(Change, &str); 6] = [
        (|house| house.name = " ".into(), "name"),
        (|house| house.domains = vec!["not one".into()], "domains"),
        (|house| house.answer_minutes = 0, "reply"),
        (|house| house.retry_minutes = u32::MAX, "call"),
        (|house| house.relation_months = 10_000, "months"),
        (
            |house| house.funds = crate::domain::house::Funds::Through(" ".into()),
            "money",
        ),
    ];
    for (change, field) in wrong {
        let mut house = house();
        change(&mut house);
        let command = Command::House(HouseCommand::Change(Box::new(house)));
        assert_eq!(
            bench.decide(Some(ANNA), &command),
            Err(Refusal::House(HouseRefusal::SettingWrong { field }))
        );
    }
    let same = Command::House(HouseCommand::Change(Box::new(market())));
    assert_eq!(bench.must(Some(ANNA), same).events, []);
    settle(&mut bench, |house| house.relation_months = 1);
    assert_eq!(bench.state.to_recount(), None, "months move no due date");
}
