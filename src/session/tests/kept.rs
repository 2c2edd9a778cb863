//! WKS-7: what was typed is kept, however a session ends and however soon.

use std::time::Duration;

use super::bench::{self, Bench, typed};
use crate::domain::Act;
use crate::domain::tests::bench::{ANNA, BEN, on};
use crate::session::drafts::{self, Keeper};
use crate::session::{Ended, Farewell, Heard};

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_what_was_typed_is_kept_however_it_ends() {
    for last in [Heard::Gone, Heard::Killed(15)] {
        let bench = Bench::open(Some(ANNA)).await;
        bench.wait_for("R-1").await;
        bench.hear(typed("N")).await;
        bench.wait_for("Ctrl-s").await;
        for c in "rappeler".chars() {
            bench.hear(typed(&c.to_string())).await;
        }
        bench.hear(last.clone()).await;
        let drafts = bench.desk().store().drafts().clone();
        let expected = if last == Heard::Gone {
            Ended::Gone
        } else {
            Ended::Killed(15)
        };
        assert_eq!(bench.end().await.0, expected);
        let keys = drafts.list(ANNA.0).expect("drafts");
        let texts: Vec<_> = keys.iter().map(|key| drafts.load(ANNA.0, key)).collect();
        assert!(
            matches!(&texts[..], [Ok(Some(text))] if text == "rappeler"),
            "{texts:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_command_sent_before_the_end_is_done() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.hear(typed("c")).await;
    bench.hear(Heard::Gone).await;
    let desk = bench.desk().clone();
    assert_eq!(bench.end().await.0, Ended::Gone);
    let inbox = crate::desk::views::Inbox::build(&desk.sight(ANNA), "who:me", desk.now());
    assert_eq!(inbox.expect("she may read").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_panic_ends_one_session_with_its_drafts_kept() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    let desk = bench.desk().clone();
    // Once the stored draft is on the screen, every letter is kept.
    let (drafts, key) = (desk.store().drafts(), "note:R-1");
    drafts.save(ANNA.0, key, "begun").expect("saved");
    bench.hear(typed("N")).await;
    bench.wait_for("begun").await;
    bench.hear(typed("x")).await;
    bench.panic().await;
    assert_eq!(bench.end().await.0, Ended::Panicked);
    let kept = drafts.load(ANNA.0, key).expect("drafts");
    assert_eq!(kept.as_deref(), Some("begunx"));
    let done = desk
        .submit(crate::desk::Submission::new(
            Some(BEN),
            on(&[1], Act::Claim),
        ))
        .await;
    assert!(done.is_ok(), "the others work on: {done:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_a_session_without_a_key_is_warned_and_ends_and_keeps_its_draft() {
    let idle = std::time::Duration::from_millis(1_500);
    let bench = Bench::resting(ANNA, idle).await;
    bench.hear(typed("1")).await;
    bench.wait_for("R-1").await;
    for key in ["N", "h", "a", "l", "f"] {
        bench.hear(typed(key)).await;
    }
    bench.wait_for("half").await;
    bench.wait_for("this session ends in a minute").await;
    let drafts = bench.desk().store().drafts().clone();
    assert_eq!(bench.end().await.0, Ended::Dismissed(Farewell::Idle));
    let draft = drafts
        .load(ANNA.0, "note:R-1")
        .expect("the drafts can be read");
    assert_eq!(draft.as_deref(), Some("half"));
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_draft_that_is_not_written_yet_is_still_known() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    let key = || "note".to_owned();
    assert_eq!(keeper.known(ANNA, "note"), None);
    keeper.save(ANNA, key(), "a".into());
    keeper.save(ANNA, key(), "ab".into());
    assert_eq!(keeper.known(ANNA, "note"), Some(Some("ab".into())));
    assert_eq!(keeper.known(BEN, "note"), None);
    assert!(keeper.work().await.is_none());
    assert_eq!(
        store.load(ANNA.0, "note").expect("a draft").as_deref(),
        Some("ab")
    );
    assert_eq!(keeper.known(ANNA, "note"), None, "what is written is read");
    // Dropped while a save of it still waits: it must not come back.
    keeper.save(ANNA, key(), "abc".into());
    keeper.drop_draft(ANNA, key());
    assert_eq!(keeper.known(ANNA, "note"), Some(None));
    assert_eq!(keeper.changed(ANNA).get("note"), Some(&false));
    assert!(keeper.flush().await.is_none());
    assert_eq!(store.load(ANNA.0, "note").expect("no fault"), None);
}

/// What was on the screen 50 ms before a kill is stored: whenever one types, by the clock of the session. A
/// writing takes no time by that clock; what it takes on a disk is what `benches/drafts.rs` says.
#[tokio::test(start_paused = true)]
async fn wks_7_what_was_typed_50_ms_ago_is_stored() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    let (mut typed, mut changes) = (String::new(), Vec::new());
    // Alone, in a burst, steadily for long, and after a rest.
    let keys = (0..1_000_u64).filter(|ms| match ms {
        0..100 => ms % 97 == 0,
        100..150 => true,
        150..700 => ms % 7 == 0,
        700..900 => false,
        _ => ms % 45 == 0,
    });
    let keys: std::collections::BTreeSet<u64> = keys.collect();
    for ms in 0..1_100 {
        if keys.contains(&ms) {
            typed.push(char::from(b'a' + (ms % 26) as u8));
            changes.push((ms, typed.len()));
            keeper.save(ANNA, "note".into(), typed.clone());
        }
        let moment = tokio::time::sleep(Duration::from_millis(1));
        tokio::pin!(moment);
        loop {
            tokio::select! {
                () = &mut moment => break,
                fault = keeper.work() => assert!(fault.is_none(), "{fault:?}"),
            }
        }
        let old = changes.iter().rev().find(|(at, _)| at + 50 <= ms);
        let due = old.map_or(0, |(_, length)| *length);
        let stored = store.load(ANNA.0, "note").expect("a draft");
        let stored = stored.unwrap_or_default();
        assert!(
            stored.len() >= due && typed.starts_with(&stored),
            "after {ms} ms {stored:?} is stored of {typed:?}"
        );
    }
    assert_eq!(store.load(ANNA.0, "note").expect("a draft"), Some(typed));
}

/// The first letter is written at once, and one writing at a time is under way.
#[tokio::test(start_paused = true)]
async fn wks_7_the_first_letter_is_stored_at_once() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    let begun = tokio::time::Instant::now();
    keeper.save(ANNA, "note".into(), "a".into());
    assert!(keeper.work().await.is_none());
    assert_eq!(begun.elapsed(), Duration::ZERO);
    keeper.save(ANNA, "note".into(), "ab".into());
    assert!(keeper.work().await.is_none());
    assert_eq!(begun.elapsed(), drafts::OFTEN);
    assert_eq!(
        store.load(ANNA.0, "note").expect("a draft").as_deref(),
        Some("ab")
    );
}

/// A session that ends while a stored draft is being read stores what was typed with it.
#[tokio::test(flavor = "multi_thread")]
async fn wks_7_what_is_typed_before_a_draft_came_is_kept_at_the_end() {
    for round in 0..20 {
        let bench = Bench::open(Some(ANNA)).await;
        bench.wait_for("R-1").await;
        let drafts = bench.desk().store().drafts().clone();
        drafts.save(ANNA.0, "note:R-1", "begun").expect("saved");
        // Heard in one go: the end comes before the draft could.
        for key in ["N", "x", "y"] {
            bench.hear(typed(key)).await;
        }
        bench.hear(Heard::Gone).await;
        assert_eq!(bench.end().await.0, Ended::Gone);
        let kept = drafts.load(ANNA.0, "note:R-1").expect("drafts");
        let kept = kept.unwrap_or_default();
        assert!(
            kept.starts_with("begun") && kept.ends_with("xy"),
            "round {round}: {kept:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_draft_too_large_is_said_once_and_the_others_are_kept() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    keeper.save(ANNA, "a".into(), "x".repeat(crate::journal::MAX_DRAFT + 1));
    keeper.save(ANNA, "b".into(), "kept".into());
    let fault = keeper.work().await.expect("a fault");
    assert_eq!(fault.kind, crate::journal::FaultKind::TooLarge);
    assert!(keeper.flush().await.is_none());
    assert_eq!(store.list(ANNA.0).expect("drafts"), ["b"]);
}
