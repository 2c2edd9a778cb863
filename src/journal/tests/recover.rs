//! Recovery: the round trip, from either log, and what it refuses.

use super::*;

fn damage_sled(dir: &Path) {
    std::fs::write(dir.join("journal").join("conf"), b"nonsense that is long").expect("written");
}

#[test]
fn recover_brings_everything_back_and_keeps_the_old_aside() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 900);
    damage_sled(dir.path());
    let recovery = recover(dir.path()).expect("recovered");
    assert_eq!((recovery.last, recovery.from_shadow), (900, 900));
    assert_eq!(recovery.from_journal, 0);
    assert!(recovery.is_complete());
    assert_eq!(recovery.aside.len(), 1);
    assert!(recovery.aside[0].join("conf").exists());

    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, 900);
    fill(&store, 901);
    assert!(store.verify().expect("verified").is_sound());
}

#[test]
fn recover_of_a_sound_store_changes_nothing_that_counts() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 300);
    for _ in 0..2 {
        let recovery = recover(dir.path()).expect("recovered");
        assert_eq!((recovery.last, recovery.is_complete()), (300, true));
    }
    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, 300);
}

#[test]
fn what_only_the_old_journal_has_is_taken_from_it() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 300);
    std::fs::remove_dir_all(dir.path().join("shadow")).expect("removed");
    let recovery = recover(dir.path()).expect("recovered");
    assert_eq!((recovery.last, recovery.from_journal), (300, 300));
    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, 300);
    assert!(store.verify().expect("verified").is_sound());
}

#[test]
fn wks_7_a_journal_that_cannot_be_opened_is_made_anew_unasked() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 900);
    damage_sled(dir.path());
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.journal().restored(), 900);
    assert_holds(&store, 900);
    assert!(store.verify().expect("verified").is_sound());
    assert!(dir.path().join("journal.aside-1").join("conf").exists());
}

#[test]
fn wks_7_what_is_gone_from_both_is_named_and_all_the_rest_is_there() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 300);
    damage_sled(dir.path());
    let segment = dir.path().join("shadow").join("00000000000000000001.log");
    let mut bytes = std::fs::read(&segment).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&segment, bytes).expect("written");

    let fault = open_fault(dir.path());
    assert_eq!(fault.kind, FaultKind::Damaged);
    assert!(fault.what.contains("in neither log: 1 ("), "{fault}");
    assert!(fault.what.contains("made between 2023-11-14"), "{fault}");
    let hint = format!("entremise recover --data {}", dir.path().display());
    assert!(fault.hint.contains(&hint), "{fault}");

    let recovery = recover(dir.path()).expect("recovered");
    assert!(!recovery.is_complete());
    let [loss] = recovery.lost[..] else {
        panic!("{recovery:?}");
    };
    let lost = loss.from;
    assert_eq!((loss.to, loss.count(), recovery.lost_count()), (lost, 1, 1));
    assert_eq!(loss.after_ms, Some(sample(lost - 1).at_ms));
    assert_eq!(loss.before_ms, Some(sample(lost + 1).at_ms));
    assert_eq!((recovery.last, recovery.known_by), (300, None));

    let store = Store::open(dir.path()).expect("opened");
    assert_holds_but(&store, 300, &[lost]);
    let report = store.verify().expect("verified");
    assert!(report.is_sound(), "{report:?}");
    assert_eq!((report.declared, report.declared_runs[0].from), (1, lost));
    fill(&store, 301);
    drop(store);
    // A second recovery finds nothing new, and the first one's loss is still declared.
    let recovery = recover(dir.path()).expect("recovered");
    assert!(recovery.is_complete());
    assert_eq!(recovery.declared.len(), 1);
}

#[test]
fn when_nothing_can_be_recovered_nothing_is_changed() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 30);
    damage_sled(dir.path());
    let segment = dir.path().join("shadow").join("00000000000000000001.log");
    let length = std::fs::metadata(&segment).expect("metadata").len();
    std::fs::write(&segment, vec![0; length as usize]).expect("written");
    let fault = recover(dir.path()).expect_err("nothing to recover");
    assert_eq!(fault.kind, FaultKind::Damaged);
    assert!(fault.hint.contains("nothing was changed"), "{fault}");
    assert!(dir.path().join("journal").join("conf").exists());
    assert!(!dir.path().join("journal.rebuilt").exists());
    assert_eq!(open_fault(dir.path()).kind, FaultKind::Damaged);
}

#[test]
fn a_segment_under_another_name_is_read_by_what_is_in_it() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 30);
    damage_sled(dir.path());
    let shadow = dir.path().join("shadow");
    let segment = shadow.join("00000000000000000001.log");
    std::fs::rename(&segment, shadow.join("00000000000000000002.log")).expect("renamed");
    assert_holds(&Store::open(dir.path()).expect("opened"), 30);
}

#[test]
fn a_recovery_stopped_between_its_two_renames_is_finished_at_the_next_start() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 300);
    std::fs::rename(
        dir.path().join("journal"),
        dir.path().join("journal.rebuilt"),
    )
    .expect("renamed");
    std::fs::remove_dir_all(dir.path().join("shadow")).expect("removed");
    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, 300);
    drop(store);
    // The same of the shadow log, and what was not complete is nothing.
    let shadow = dir.path().join("shadow");
    std::fs::rename(&shadow, dir.path().join("shadow.rebuilt")).expect("renamed");
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    let unfinished = dir.path().join("journal.rebuilt.unfinished");
    std::fs::create_dir(&unfinished).expect("made");
    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, 300);
    assert!(!unfinished.exists());
}

#[test]
fn wks_7_damaged_drafts_never_keep_a_store_shut() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 3);
    std::fs::write(
        dir.path().join("drafts").join("conf"),
        b"nonsense that is long",
    )
    .expect("written");
    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, 3);
    let aside = store.drafts().aside().expect("kept aside");
    assert!(aside.join("conf").is_file());
    store.drafts().save(1, "note", "a word").expect("saved");
    drop(store);
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.drafts().aside(), None, "once");
    assert_eq!(
        store.drafts().load(1, "note").expect("read").as_deref(),
        Some("a word")
    );
}

#[test]
fn only_a_data_folder_is_verified_or_recovered() {
    let dir = tempfile::tempdir().expect("dir");
    let missing = dir.path().join("missing");
    assert!(
        verify(&missing)
            .expect_err("missing")
            .what
            .contains("not an entremise data folder")
    );
    assert!(
        recover(&missing)
            .expect_err("missing")
            .what
            .contains("not an entremise data folder")
    );
    assert!(!missing.exists());
}
