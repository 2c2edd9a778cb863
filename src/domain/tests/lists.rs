//! WKS-8: a house makes its lists its own: it adds, names, orders and retires entries, strikes off what nothing has, and
//! everything it undoes comes back.

use super::bench::{ANNA, BEN, Bench, ORPHAN, R1};
use super::opportunity::bench::{FAY, Fair, SUB};
use super::skills_and_tags::{listed_only, paired};
use crate::domain::command::Act;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::lists::command::ListsCommand;
use crate::domain::lists::draft::{EntryDraft, ListDraft};
use crate::domain::lists::event::ListsEvent;
use crate::domain::lists::refusal::ListsRefusal;
use crate::domain::lists::rules::uses;
use crate::domain::lists::{Entry, ListName, Unlisted};
use crate::domain::opportunity::lack::Lack;
use crate::domain::opportunity::mission::Task;
use crate::domain::opportunity::rules::eligibility::lacks;
use crate::domain::request::{CloseReason, Ending};
use crate::domain::routing::KindId;
use crate::domain::trade::{Belt, MissionRole, Work};
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::{Command, Event, Refusal, RequestId, State};

pub(in crate::domain::tests) const UNDECIDED: RequestId = RequestId(1);

/// A list as it stands, changed.
pub(in crate::domain::tests) fn changed(
    state: &State,
    list: ListName,
    change: impl FnOnce(&mut Vec<EntryDraft>),
) -> Command {
    let mut draft = ListDraft::of(list, state.lists().list(list));
    change(&mut draft.entries);
    Command::Lists(ListsCommand::Change(vec![draft]))
}

/// A list with one more entry.
pub(in crate::domain::tests) fn added(state: &State, list: ListName, key: &str) -> Command {
    changed(state, list, |entries| entries.push(entry(key)))
}

pub(in crate::domain::tests) fn entry(key: &str) -> EntryDraft {
    EntryDraft {
        key: key.into(),
        names: vec![(Language::EN, key.replace('_', " ").into())],
        ..EntryDraft::default()
    }
}

pub(in crate::domain::tests) fn retired(state: &State, list: ListName, key: &str) -> Command {
    changed(state, list, |entries| {
        let entry = entries.iter_mut().find(|entry| &*entry.key == key);
        entry.expect("an entry").retired = true;
    })
}

/// The entry with this stable name.
pub(in crate::domain::tests) fn entry_of<T: Entry>(state: &State, key: &str) -> T {
    state.lists().parse(key).expect("an entry")
}

pub(in crate::domain::tests) fn struck(state: &State, list: ListName, key: &str) -> Command {
    changed(state, list, |entries| {
        entries.retain(|entry| &*entry.key != key);
    })
}

/// Does it as somebody who read what stands there.
pub(in crate::domain::tests) fn does(bench: &mut Bench, command: Command) {
    let command = command.upon(bench.state.seq());
    bench.must(Some(ANNA), command);
}

pub(in crate::domain::tests) fn refused(bench: &Bench, command: Command) -> Refusal {
    let command = command.upon(bench.state.seq());
    bench.decide(Some(ANNA), &command).expect_err("a refusal")
}

fn keys(state: &State, list: ListName) -> Vec<String> {
    let entries = state.lists().list(list).entries.iter();
    entries.map(|entry| entry.key.to_string()).collect()
}

/// A house with a request of a kind, and a kind that is retired.
fn kinds() -> Bench {
    let mut bench = Bench::new();
    bench.any_request();
    bench.act(BEN, UNDECIDED, Act::SetKind(Some(R1)));
    let mut routing = (**bench.state.routing()).clone();
    for row in routing.rows.iter_mut().filter(|row| row.id == ORPHAN) {
        row.retired = true;
    }
    does(
        &mut bench,
        Command::House(HouseCommand::ChangeRouting(Box::new(routing))),
    );
    bench
}

fn without(bench: &Bench, kind: KindId) -> Command {
    let mut routing = (**bench.state.routing()).clone();
    routing.rows.retain(|row| row.id != kind);
    Command::House(HouseCommand::ChangeRouting(Box::new(routing)))
}

#[test]
fn wks_8_a_kind_of_request_is_retired_and_one_that_requests_have_is_not_struck_off() {
    let mut bench = kinds();
    let retired = ListsRefusal::KindRetired {
        key: bench
            .state
            .routing()
            .row(ORPHAN)
            .expect("a row")
            .key
            .clone(),
    };
    let choose = Act::SetKind(Some(ORPHAN));
    assert_eq!(bench.refused(BEN, UNDECIDED, choose), retired.into());
    let key = bench.state.routing().row(R1).expect("a row").key.clone();
    let in_use = ListsRefusal::KindInUse { key, uses: 1 };
    assert_eq!(refused(&bench, without(&bench, R1)), in_use.into());
    let command = without(&bench, ORPHAN);
    does(&mut bench, command);
    assert!(bench.state.routing().row(ORPHAN).is_none());
}

/// Every refusal of lists, met.
pub(in crate::domain::tests) fn met() -> Vec<Refusal> {
    let bench = Bench::new();
    let mut fair = Fair::open();
    fair.runs(FAY, SUB);
    let deal = changed(&bench.state, ListName::Close, |entries| {
        entries[0].means = Some(Ending::Deal);
    });
    let kinds = kinds();
    let orphan = Act::SetKind(Some(ORPHAN));
    vec![
        kinds.refused(BEN, UNDECIDED, orphan),
        refused(&kinds, without(&kinds, R1)),
        refused(&bench, added(&bench.state, ListName::Work, "1")),
        refused(&bench, deal),
        refused(&fair, struck(&fair.state, ListName::Work, "workshop")),
        refused(&bench, paired(&bench.state, "online", Language::FR)),
        listed_only().refused(BEN, UNDECIDED, Act::Tag("vip".into(), true)),
    ]
}

#[test]
fn wks_8_an_entry_that_is_added_can_be_chosen_and_one_that_is_retired_stays_on_what_has_it() {
    let mut fair = Fair::open();
    let command = added(&fair.state, ListName::Work, "study_visit");
    does(&mut fair, command);
    let visit: Work = fair.state.lists().parse("study_visit").expect("on it");
    assert!(visit.number() >= 1_000, "none that is ever shipped");
    let notice = |fair: &Fair, work| {
        let mut notice = fair.the(SUB).notice.clone();
        notice.work = work;
        crate::domain::opportunity::BoardCommand::Amend {
            opportunity: SUB,
            seen: fair.the(SUB).notice_at,
            notice: Box::new(notice),
            description: None,
        }
    };
    fair.must(BEN, notice(&fair, visit));
    assert_eq!(fair.the(SUB).notice.work, visit);
    let command = retired(&fair.state, ListName::Work, "study_visit");
    does(&mut fair, command);
    let command = retired(&fair.state, ListName::Work, "training");
    does(&mut fair, command);
    assert_eq!(fair.the(SUB).notice.work, visit, "it stays on what has it");
    let unlisted = |entry: Work| {
        Refusal::NotListed(Unlisted {
            list: ListName::Work,
            entry: entry.number(),
        })
    };
    let training = fair.state.lists().parse("training").expect("kept");
    assert_eq!(fair.no(BEN, notice(&fair, training)), unlisted(training));
    let mut elsewhere = notice(&fair, visit);
    if let crate::domain::opportunity::BoardCommand::Amend { notice, .. } = &mut elsewhere {
        notice.place = "Lyon".into();
    }
    fair.must(BEN, elsewhere);
    assert_eq!(&*fair.the(SUB).notice.place, "Lyon", "and is in no way");
    fair.must(BEN, notice(&fair, Work::WORKSHOP));
    assert_eq!(fair.no(BEN, notice(&fair, visit)), unlisted(visit));
    assert_eq!(fair.replayed(), fair.state);
}

#[test]
fn wks_8_what_is_in_use_is_not_struck_off_and_a_number_is_never_given_twice() {
    let mut fair = Fair::open();
    let work = ListName::Work;
    let in_use = uses::of(&fair.state, work);
    let workshops = in_use[&Work::WORKSHOP.number()];
    assert!(workshops > 0);
    let refusal = ListsRefusal::EntryInUse {
        list: work,
        key: "workshop".into(),
        uses: workshops,
    };
    assert_eq!(
        refused(&fair, struck(&fair.state, work, "workshop")),
        refusal.into()
    );
    let command = added(&fair.state, work, "one");
    does(&mut fair, command);
    let one: Work = fair.state.lists().parse("one").expect("on it");
    let command = struck(&fair.state, work, "one");
    does(&mut fair, command);
    assert_eq!(fair.state.lists().parse::<Work>("one"), None);
    assert_eq!(&*fair.state.lists().key(one), "one", "history names it");
    let command = added(&fair.state, work, "two");
    does(&mut fair, command);
    let two: Work = fair.state.lists().parse("two").expect("on it");
    assert_ne!(one, two);
    let command = added(&fair.state, work, "one");
    does(&mut fair, command);
    assert_eq!(fair.state.lists().parse("one"), Some(one), "its own again");
    let command = struck(&fair.state, ListName::Task, "travel");
    does(&mut fair, command);
    let command = added(&fair.state, ListName::Task, "travel");
    does(&mut fair, command);
    let again = fair.state.lists().parse("travel");
    assert_eq!(again, Some(Task::TRAVEL), "a shipped one has its own");
    assert_eq!(fair.replayed(), fair.state);
}

#[test]
fn wks_8_a_change_of_a_list_is_undone_and_done_again() {
    let mut bench = Bench::new();
    let list = ListName::Audience;
    let before = bench.state.lists().list(list).entries.clone();
    let order = changed(&bench.state, list, |entries| {
        entries.reverse();
        entries[0].names = vec![(Language::FR, "tout venant".into())];
        entries.push(entry("seniors"));
    });
    does(&mut bench, order);
    let after = bench.state.lists().list(list).entries.clone();
    assert_eq!(keys(&bench.state, list)[0], "public");
    bench.must(Some(ANNA), Command::Undo);
    assert_eq!(bench.state.lists().list(list).entries, before);
    bench.must(Some(ANNA), Command::Redo);
    assert_eq!(bench.state.lists().list(list).entries, after);
    let event = bench
        .records
        .iter()
        .rev()
        .find_map(|(_, events)| events.iter().find(|event| matches!(event, Event::Lists(_))));
    let Some(Event::Lists(ListsEvent::Changed { from, to, .. })) = event else {
        panic!("{event:?}");
    };
    assert_eq!((&from.entries, &to.entries), (&before, &after));
    // What somebody changed meanwhile is not written over.
    bench.must(Some(ANNA), Command::Undo);
    let another = added(&bench.state, list, "elsewhere").upon(bench.state.seq());
    let meta = bench.records.last().expect("a record").0;
    let decided = bench.decide(Some(ANNA), &another).expect("decided");
    let elsewhere = crate::domain::meta::Meta {
        seq: meta.seq + 1,
        actor: None,
        command: 99_999,
        ..meta
    };
    bench.state.apply(&elsewhere, &decided.events);
    let redo = bench.decide(Some(ANNA), &Command::Redo);
    assert_eq!(redo, Err(UndoRefusal::Overtaken.into()));
}

#[test]
fn wks_8_who_may_not_keep_settings_changes_no_list() {
    let bench = Bench::new();
    let command = added(&bench.state, ListName::Unit, "word").upon(bench.state.seq());
    let refused = bench.decide(Some(BEN), &command).expect_err("a refusal");
    assert!(matches!(refused, Refusal::NotPermitted(_)), "{refused:?}");
}

#[test]
fn wks_8_nothing_changes_where_nothing_is_said_otherwise() {
    let bench = Bench::new();
    for list in ListName::ALL {
        let same = changed(&bench.state, *list, |_| {}).upon(bench.state.seq());
        let decided = bench.decide(Some(ANNA), &same).expect("decided");
        assert!(decided.events.is_empty(), "{list:?}");
    }
}

#[test]
fn wks_8_a_reason_of_the_houses_own_means_what_it_said_for_ever() {
    let mut bench = Bench::new();
    for means in Ending::ALL {
        let add = changed(&bench.state, ListName::Close, |entries| {
            let key = format!("own_{}", means.key());
            entries.push(EntryDraft {
                means: Some(means),
                ..entry(&key)
            });
        });
        does(&mut bench, add);
        let reason: Option<CloseReason> =
            bench.state.lists().parse(&format!("own_{}", means.key()));
        assert_eq!(reason.expect("on it").ending(), means);
    }
    let unsaid = refused(&bench, added(&bench.state, ListName::Close, "own"));
    assert!(
        matches!(&unsaid, Refusal::Lists(ListsRefusal::ListWrong { why, .. }) if why.contains("meaning")),
        "{unsaid:?}"
    );
    let id = bench.any_request();
    let deal: CloseReason = bench.state.lists().parse("own_deal").expect("on it");
    let told: CloseReason = bench.state.lists().parse("own_told").expect("on it");
    assert_eq!(
        bench.refused(BEN, id, Act::Close(told, "".into())),
        Refusal::ReasonMissing
    );
    bench.act(BEN, id, Act::Close(deal, "".into()));
    assert!(bench.get(id).milestones.concretised, "something came of it");
    assert_eq!(
        refused(&bench, struck(&bench.state, ListName::Close, "own_deal")),
        ListsRefusal::EntryInUse {
            list: ListName::Close,
            key: "own_deal".into(),
            uses: 1
        }
        .into()
    );
}

#[test]
fn wks_8_the_order_of_the_levels_says_which_is_enough() {
    let mut fair = Fair::open();
    let notice = fair.the(SUB).notice.clone();
    let short = |fair: &Fair| {
        let lacks = lacks(&fair.state, FAY, &notice, MissionRole::Coordinator);
        lacks.iter().any(|lack| matches!(lack, Lack::Level { .. }))
    };
    assert!(!short(&fair), "she may");
    let add = changed(&fair.state, ListName::Level, |entries| {
        entries.push(entry("master"));
    });
    does(&mut fair, add);
    let master: Belt = fair.state.lists().parse("master").expect("on it");
    fair.terms(|terms| {
        for need in &mut terms.needs {
            need.belt = master;
        }
    });
    assert!(short(&fair), "the new one is above all");
    let first = changed(&fair.state, ListName::Level, |entries| {
        entries.rotate_right(1);
    });
    does(&mut fair, first);
    assert!(!short(&fair), "and now below all");
}

#[test]
fn wks_8_a_list_that_cannot_be_is_refused_with_its_entry_and_field() {
    let bench = Bench::new();
    let wrong = |change: fn(&mut Vec<EntryDraft>)| {
        let command = changed(&bench.state, ListName::Work, change);
        match refused(&bench, command) {
            Refusal::Lists(ListsRefusal::ListWrong { what, .. }) => what.to_string(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(wrong(|all| all.push(entry("Big"))), "Big key");
    assert_eq!(wrong(|all| all.push(entry("9"))), "9 key");
    assert_eq!(wrong(|all| all.push(entry("workshop"))), "workshop key");
    assert_eq!(
        wrong(|all| all[1].names = vec![(Language::FR, " ".into())]),
        "training name"
    );
    assert_eq!(
        wrong(|all| all[1].names = vec![(Language::FR, "é".repeat(81).into())]),
        "training name"
    );
    assert_eq!(
        wrong(|all| all[1].means = Some(Ending::Deal)),
        "training means"
    );
    assert_eq!(wrong(|all| all.clear()), "work");
    assert_eq!(
        wrong(|all| all.iter_mut().for_each(|one| one.retired = true)),
        "work"
    );
}

#[test]
fn wks_8_an_entry_is_called_as_the_house_says_in_each_language() {
    let mut bench = Bench::new();
    let command = changed(&bench.state, ListName::Work, |entries| {
        entries[0].names = vec![(Language::FR, "atelier maison".into())];
        entries.push(EntryDraft {
            names: vec![
                (Language::FR, "visite".into()),
                (Language::EN, "visit".into()),
            ],
            ..entry("visit")
        });
        entries.push(EntryDraft {
            names: Vec::new(),
            ..entry("bare")
        });
    });
    does(&mut bench, command);
    let lists = bench.state.lists();
    let name = |key: &str, language| {
        let entry: Work = lists.parse(key).expect("on it");
        let name = lists.name(ListName::Work, entry.number(), language);
        name.map(|name| name.into_owned())
    };
    let dutch = Language::parse("nl").expect("a language");
    assert_eq!(
        name("workshop", Language::FR),
        Some("atelier maison".to_owned())
    );
    assert_eq!(name("workshop", Language::EN), None, "as it is shipped");
    assert_eq!(name("visit", Language::EN), Some("visit".to_owned()));
    assert_eq!(
        name("visit", dutch),
        Some("visite".to_owned()),
        "the first language"
    );
    assert_eq!(name("bare", Language::EN), Some("bare".to_owned()));
}
