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
