//! Drafts: kept per person, within limits.

use super::*;

#[test]
fn qna_4_drafts_survive_and_belong_to_one_person() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let drafts = store.drafts();
    drafts.save(1, "question/7", "Bonjour").expect("saved");
    drafts.save(1, "question/7", "Bonjour, je").expect("saved");
    drafts.save(1, "answer/2", "").expect("saved");
    drafts.save(256, "question/7", "Hello").expect("saved");
    drop(store);
    let store = Store::open(dir.path()).expect("opened");
    let drafts = store.drafts();
    assert_eq!(
        drafts.load(1, "question/7").expect("read").as_deref(),
        Some("Bonjour, je")
    );
    assert_eq!(
        drafts.load(256, "question/7").expect("read").as_deref(),
        Some("Hello")
    );
    assert_eq!(drafts.load(2, "question/7").expect("read"), None);
    assert_eq!(drafts.list(1).expect("listed"), ["answer/2", "question/7"]);
    drafts.remove(1, "question/7").expect("removed");
    drafts.remove(1, "question/7").expect("removed already");
    assert_eq!(drafts.list(1).expect("listed"), ["answer/2"]);
    assert_eq!(drafts.list(256).expect("listed"), ["question/7"]);
    assert_eq!(store.journal().last(), 0);
}

#[test]
fn the_limits_hold_and_the_draft_before_stays() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let drafts = store.drafts();
    let longest = "x".repeat(MAX_DRAFT);
    drafts.save(1, "a", &longest).expect("the longest fits");
    let fault = drafts
        .save(1, "a", &format!("{longest}x"))
        .expect_err("too long");
    assert_eq!(fault.kind, FaultKind::TooLarge);
    assert_eq!(
        drafts.load(1, "a").expect("read").map(|text| text.len()),
        Some(MAX_DRAFT)
    );
    drafts
        .save(1, &"k".repeat(MAX_DRAFT_KEY), "")
        .expect("the longest key fits");
    let fault = drafts
        .save(1, &"k".repeat(MAX_DRAFT_KEY + 1), "")
        .expect_err("too long");
    assert_eq!(fault.kind, FaultKind::TooLarge);

    for number in 0..MAX_DRAFTS {
        drafts.save(2, &format!("{number}"), "text").expect("saved");
    }
    let fault = drafts.save(2, "one more", "text").expect_err("too many");
    assert_eq!(fault.kind, FaultKind::TooLarge);
    drafts
        .save(2, "7", "changed")
        .expect("one that is there can change");
    drafts
        .save(3, "one more", "text")
        .expect("somebody else has room");
    drafts.remove(2, "9").expect("removed");
    drafts
        .save(2, "one more", "text")
        .expect("there is room again");
}

#[test]
fn wks_7_drafts_saved_at_once_are_each_answered_for_themselves() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let text = |person: u32, n: u32| format!("{n} of {person}");
    std::thread::scope(|scope| {
        for person in 1..=8 {
            let drafts = store.drafts().clone();
            scope.spawn(move || {
                for n in 0..12 {
                    let saved = drafts.save(person, "note", &text(person, n));
                    saved.expect("saved, whatever becomes of others");
                    assert_eq!(
                        drafts.load(person, "note").expect("read"),
                        Some(text(person, n))
                    );
                    let long = "x".repeat(MAX_DRAFT + 1);
                    drafts.save(person, "long", &long).expect_err("too long");
                    let key = "k".repeat(MAX_DRAFT_KEY + 1);
                    drafts.save(person, &key, "").expect_err("too long");
                }
            });
        }
    });
    drop(store);
    let store = Store::open(dir.path()).expect("opened");
    for person in 1..=8 {
        assert_eq!(store.drafts().list(person).expect("listed"), ["note"]);
        let read = store.drafts().load(person, "note").expect("read");
        assert_eq!(read, Some(text(person, 11)));
    }
}

#[test]
fn wks_7_changes_of_drafts_are_made_all_or_none() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let drafts = store.drafts();
    drafts.save(1, "a", "begun").expect("saved");
    let long = "x".repeat(MAX_DRAFT + 1);
    drafts
        .change(1, &[("a", None), ("b", Some(&long))])
        .expect_err("too long");
    assert_eq!(drafts.list(1).expect("listed"), ["a"]);
    drafts
        .change(1, &[("a", None), ("b", Some("begun"))])
        .expect("moved");
    assert_eq!(drafts.list(1).expect("listed"), ["b"]);
    // One that is moved needs no room of its own.
    for number in 1..MAX_DRAFTS {
        drafts.save(1, &format!("{number}"), "").expect("saved");
    }
    drafts
        .change(1, &[("b", None), ("c", Some("begun"))])
        .expect("moved");
    drafts.save(1, "one more", "").expect_err("too many");
}
