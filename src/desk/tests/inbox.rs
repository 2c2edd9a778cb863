//! REQ-9, REQ-12, WKS-3: a list that is kept true by what changed is the list a scan gives.

use proptest::prelude::*;

use super::views::{Inbox, Sight, Sort};
use super::*;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::person::command::PeopleCommand;
use crate::domain::tests::bench::{BEN, Bench, CLEA, mail, on, paris};
use crate::domain::tests::machine::step;

const QUERIES: [&str; 15] = [
    "",
    "is:open",
    "is:open who:me,none",
    "is:overdue",
    "is:snoozed",
    "is:closed",
    "is:watched",
    "who:clea",
    "tag:urgent",
    "tag:\"seasonal rental\"",
    "stage:new,in-touch",
    "group:sub",
    "kind:statistics",
    "one",
    "is:lint owes:house",
];

/// A list as it reads: its ids in order.
fn ids(inbox: &Inbox) -> Vec<RequestId> {
    (0..inbox.len()).filter_map(|n| inbox.id_at(n)).collect()
}

/// Places, ids and lines say the same.
fn consistent(inbox: &Inbox, state: &State, now: Millis) -> Result<(), TestCaseError> {
    prop_assert_eq!(inbox.id_at(inbox.len()), None);
    prop_assert!(inbox.row(inbox.len(), now).is_none());
    let listed = ids(inbox);
    for (n, id) in listed.iter().enumerate() {
        prop_assert_eq!(inbox.position(*id), Some(n));
        prop_assert_eq!(inbox.row(n, now).map(|row| row.id), Some(*id));
        prop_assert_eq!(inbox.row(n, now), inbox.row_of(*id, now));
    }
    for request in state.requests().iter().filter(|r| !listed.contains(&r.id)) {
        prop_assert_eq!(inbox.position(request.id), None);
    }
    Ok(())
}

/// What is published, as Ben sees it.
fn published(bench: &Bench) -> (Feed, Sight) {
    let feed = Feed::new(bench.state.clone());
    let sight = feed.latest().sight(BEN);
    (feed, sight)
}

fn build(sight: &Sight, query: &str, now: Millis) -> Inbox {
    Inbox::build(sight, query, now).expect("Ben may read")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn wks_3_a_list_kept_true_is_the_list_a_scan_gives(
        steps in prop::collection::vec(step(), 1..50),
        words in prop::sample::select(QUERIES.to_vec()),
        sort in prop::sample::select(Sort::ALL.to_vec()),
        turned in any::<bool>(),
    ) {
        let turned = if turned { "-" } else { "" };
        let query = format!("{words} sort:{turned}{}", sort.key());
        let mut bench = Bench::new();
        for n in 0..8 {
            let from = ["a@one.example", "c@two.fr", "d@gmail.com"][n % 3];
            bench.receive(mail(n as u128, from, "cotation", "text")).expect("taken in");
        }
        let (feed, first) = published(&bench);
        let mut kept = build(&first, &query, bench.now);
        for step in steps {
            bench.now += step.minutes * 60_000;
            let seq = bench.state.seq();
            let events = bench.run(step.who, step.command).map(|d| d.events).unwrap_or_default();
            if bench.state.seq() > seq {
                let touched = super::super::feed::touched(&bench.state, None, &events);
                let changed = touched.requests.into_iter().map(|id| (seq + 1, id));
                feed.publish(bench.state.clone(), changed, touched.reach);
            }
            let latest = feed.latest().sight(BEN);
            let Ok(scanned) = Inbox::build(&latest, &query, bench.now) else {
                prop_assert!(kept.advance(&latest, bench.now).is_none(), "he may no longer look");
                break;
            };
            if let Some(next) = kept.advance(&latest, bench.now) {
                kept = next;
            } else {
                let named = words.contains(':') || sort == Sort::Who;
                prop_assert!(named, "only what is named can mean something else");
                kept = scanned.clone();
            }
            prop_assert_eq!(ids(&kept), ids(&scanned), "{}", query);
            prop_assert_eq!(kept.seq(), latest.seq());
            consistent(&kept, &bench.state, bench.now)?;
        }
    }

    #[test]
    fn req_12_typing_on_gives_what_a_scan_gives(
        steps in prop::collection::vec(step(), 1..40),
        typed in prop::sample::select(vec![
            "urgent", "r-12", "12", "1 2", "R-1", "été", "one cl", "is:open cotation", "tag:urgent a", "œ",
        ]),
    ) {
        let mut bench = Bench::new();
        for n in 0..15 {
            let subject = ["cotation", "Été 12", "1 of 12", "œuvre"][n % 4];
            bench.receive(mail(n as u128, "a@one.example", subject, "text")).expect("taken in");
        }
        for step in steps {
            drop(bench.run(step.who, step.command));
        }
        let (_, published) = published(&bench);
        let Ok(mut list) = Inbox::build(&published, "", bench.now) else { return Ok(()) };
        for (at, c) in typed.char_indices() {
            let query = &typed[..at + c.len_utf8()];
            list = list.requery(query, bench.now, &Default::default(), &mut |_| ()).expect("not cancelled");
            prop_assert_eq!(ids(&list), ids(&build(&published, query, bench.now)), "{}", query);
            consistent(&list, &bench.state, bench.now)?;
        }
    }
}

#[test]
fn req_12_a_number_that_grows_finds_another_request() {
    let mut bench = Bench::new();
    for _ in 0..12 {
        bench.any_request();
    }
    let (_, published) = published(&bench);
    let one = build(&published, "1", bench.now);
    assert_eq!(ids(&one), [RequestId(1)]);
    let twelve = one
        .requery("12", bench.now, &Default::default(), &mut |_| ())
        .expect("a list");
    assert_eq!(ids(&twelve), [RequestId(12)]);
    let dash = build(&published, "r-1", bench.now);
    let twelve = dash
        .requery("r-12", bench.now, &Default::default(), &mut |_| ())
        .expect("a list");
    assert_eq!(ids(&twelve), [RequestId(12)]);
}

#[test]
fn req_9_what_becomes_overdue_appears_though_nothing_changed() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let (_, published) = published(&bench);
    let due = bench.get(id).turn.due.expect("due");
    let list = build(&published, "is:overdue", bench.now);
    assert!(list.is_empty());
    assert!(
        list.advance(&published, due).expect("a list").is_empty(),
        "not yet late"
    );
    let late = list.advance(&published, due + 1).expect("a list");
    assert_eq!(ids(&late), [id]);
    assert!(late.row(0, due + 1).expect("a row").is_overdue(due + 1));
}

#[test]
fn wks_3_a_client_by_another_name_moves_in_the_list() {
    let mut bench = Bench::new();
    let first = bench.request("x@aaa.example", "hi", "text");
    bench.request("x@mmm.example", "hi", "text");
    let (feed, published) = published(&bench);
    let list = build(&published, "sort:client", bench.now);
    assert_eq!(ids(&list), [RequestId(1), RequestId(2)]);
    let organisation = bench.get(first).organisation;
    bench.profile(organisation, |p| p.name = "Zzz".into());
    let (meta, events) = bench.records.last().expect("a record");
    let touched = super::super::feed::touched(&bench.state, None, events);
    let changed = touched.requests.into_iter().map(|id| (meta.seq, id));
    feed.publish(bench.state.clone(), changed, touched.reach);
    let list = list
        .advance(&feed.latest().sight(BEN), bench.now)
        .expect("a list");
    assert_eq!(ids(&list), [RequestId(2), RequestId(1)]);
    assert_eq!(list.position(first), Some(1));
}

#[test]
fn wks_3_a_contact_by_another_name_is_so_in_every_line_whoever_asks_there() {
    let mut bench = Bench::new();
    let first = bench.request("x@aaa.example", "hi", "text");
    let other = bench.request("y@mmm.example", "hi", "text");
    let asks = bench.get(other).organisation;
    bench.act(BEN, first, Act::SetOrganisation(asks));
    let contact = bench.get(first).contact;
    let entry = Box::new(ContactEntry {
        name: "Zoé".into(),
        email: "x@aaa.example".into(),
        ..ContactEntry::default()
    });
    bench.must(
        Some(BEN),
        Command::Directory(DirectoryCommand::EditContact { contact, entry }),
    );
    let (_, events) = bench.records.last().expect("a record");
    let touched = super::super::feed::touched(&bench.state, None, events);
    assert_eq!(touched.requests, [first]);
}

/// A line says whose step is next: it is refreshed when that coordinator is called something else, though the
/// request is assigned to a colleague.
#[test]
fn ppl_1_req_9_a_coordinator_by_another_name_is_so_in_the_line_that_waits_for_them() {
    use crate::domain::tests::bench::FAY;
    use crate::domain::tests::opportunity::bench::Fair;
    let mut fair = Fair::open();
    let (opportunity, request) = {
        let mut open = fair.state.board().opportunities().iter();
        let first = open.next().expect("an opportunity");
        (first.id, first.request)
    };
    fair.runs(FAY, opportunity);
    assert_ne!(fair.get(request).assignee, Some(FAY));
    let rename = Command::People(PeopleCommand::Edit {
        person: FAY,
        name: "Félicité".into(),
        email: "".into(),
    });
    let command = rename.upon(fair.state.seq());
    fair.0.must(Some(ANNA), command);
    let (_, events) = fair.records.last().expect("a record");
    let touched = super::super::feed::touched(&fair.state, None, events);
    assert!(
        touched.requests.contains(&request),
        "{:?}",
        touched.requests
    );
}

#[test]
fn req_12_the_list_can_be_asked_for_in_words() {
    let mut bench = Bench::new();
    for _ in 0..4 {
        bench.any_request();
    }
    bench.act(BEN, RequestId(1), Act::Claim);
    bench.act(CLEA, RequestId(2), Act::Claim);
    bench.act(BEN, RequestId(2), Act::Watch(true));
    bench.act(BEN, RequestId(3), Act::Snooze(paris("2026-04-01 09:00")));
    bench.must(Some(BEN), on(&[4], Act::Tag("urgent".into(), true)));
    bench.must(
        Some(BEN),
        on(&[3], Act::Tag("seasonal rental".into(), true)),
    );
    let (_, published) = published(&bench);
    let table: [(&str, &[u32]); 17] = [
        ("who:me", &[1]),
        ("who:me,none", &[1, 4, 3]),
        ("who:clea", &[2]),
        ("who:nobody-here", &[]),
        ("is:watched", &[2]),
        ("is:snoozed", &[3]),
        ("tag:URGENT", &[4]),
        ("tag:\"seasonal rental\"", &[3]),
        ("tag:seasonal_rental", &[3]),
        ("tag:\"Location saisonniere\" r-3", &[3]),
        ("\"seasonal rent\"", &[3]),
        ("urgent", &[4]),
        ("is:open sort:newest", &[1, 2, 4]),
        ("clea", &[2]),
        ("r-3", &[3]),
        ("is:what", &[]),
        ("stage:new owes:house afternoon", &[1, 2, 4]),
    ];
    for (query, wanted) in table {
        let got: Vec<u32> = ids(&build(&published, query, bench.now))
            .iter()
            .map(|id| id.0)
            .collect();
        assert_eq!(got, wanted, "{query}");
    }
}

#[test]
fn req_12_a_scan_nobody_waits_for_stops() {
    let mut bench = Bench::new();
    bench.any_request();
    let (_, published) = published(&bench);
    let list = build(&published, "", bench.now);
    let cancel = views::Cancel::default();
    cancel.store(true, Ordering::SeqCst);
    assert!(
        list.requery("after", bench.now, &cancel, &mut |_| ())
            .is_none()
    );
    assert!(
        list.requery("is:closed", bench.now, &cancel, &mut |_| ())
            .is_none()
    );
}
