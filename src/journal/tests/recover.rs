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
    let fault = open_fault(dir.path());
    assert_eq!(fault.kind, FaultKind::Damaged);
    assert!(fault.hint.contains(&format!(
        "entremise recover --data {}",
        dir.path().display()
    )));

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
fn a_true_beginning_is_recovered_when_the_middle_is_gone_from_both() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 300);
    damage_sled(dir.path());
    let segment = dir.path().join("shadow").join("00000000000000000001.log");
    let mut bytes = std::fs::read(&segment).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&segment, bytes).expect("written");
    let recovery = recover(dir.path()).expect("recovered");
    assert!(recovery.last > 100 && recovery.last < 200, "{recovery:?}");
    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, recovery.last);
}

#[test]
fn when_nothing_can_be_recovered_nothing_is_changed() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 30);
    damage_sled(dir.path());
    let shadow = dir.path().join("shadow");
    let segment = shadow.join("00000000000000000001.log");
    std::fs::rename(&segment, shadow.join("00000000000000000002.log")).expect("renamed");
    let fault = recover(dir.path()).expect_err("nothing to recover");
    assert_eq!(fault.kind, FaultKind::Damaged);
    assert!(fault.hint.contains("nothing was changed"), "{fault}");
    assert!(dir.path().join("journal").join("conf").exists());
    assert!(!dir.path().join("journal.rebuilt").exists());
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
}

#[test]
fn damaged_drafts_are_put_aside_by_a_recovery() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 3);
    std::fs::write(
        dir.path().join("drafts").join("conf"),
        b"nonsense that is long",
    )
    .expect("written");
    assert_eq!(open_fault(dir.path()).kind, FaultKind::Damaged);
    recover(dir.path()).expect("recovered");
    assert_holds(&Store::open(dir.path()).expect("opened"), 3);
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
