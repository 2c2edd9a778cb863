//! The data folder: its lock, its format, its mode, and whose it is.

use std::os::unix::fs::PermissionsExt;

use super::*;

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path)
        .expect("metadata")
        .permissions()
        .mode()
        & 0o777
}

#[test]
fn a_missing_folder_is_made_for_this_user_alone() {
    let dir = tempfile::tempdir().expect("dir");
    let root = dir.path().join("some").join("house");
    let store = Store::open(&root).expect("opened");
    assert_eq!(mode(&root), 0o700);
    for inside in ["shadow", "blobs", "checkpoints"] {
        assert_eq!(mode(&root.join(inside)), 0o700, "{inside}");
    }
    fill(&store, 1);
    assert_eq!(
        mode(&root.join("shadow").join("00000000000000000001.log")),
        0o600
    );
}

#[test]
fn a_second_open_is_refused_by_name_until_the_first_is_closed() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let fault = open_fault(dir.path());
    assert_eq!(fault.kind, FaultKind::InUse);
    let text = fault.to_string();
    assert!(
        text.contains(&format!("process {}", std::process::id())),
        "{text}"
    );
    assert!(
        text.contains("close it, or use --data for another store"),
        "{text}"
    );
    assert_eq!(
        verify(dir.path()).expect_err("in use").kind,
        FaultKind::InUse
    );
    assert_eq!(
        recover(dir.path()).expect_err("in use").kind,
        FaultKind::InUse
    );
    // Any part keeps the store open.
    let part = store.drafts().clone();
    drop(store);
    assert_eq!(open_fault(dir.path()).kind, FaultKind::InUse);
    drop(part);
    for _ in 0..20 {
        drop(Store::open(dir.path()).expect("opened"));
    }
}

#[test]
fn a_folder_of_other_files_is_never_made_ours() {
    let dir = tempfile::tempdir().expect("dir");
    std::fs::set_permissions(dir.path(), PermissionsExt::from_mode(0o755)).expect("mode");
    std::fs::write(dir.path().join("thesis.tex"), "x").expect("written");
    let fault = open_fault(dir.path());
    assert!(fault.what.contains("thesis.tex"), "{fault}");
    assert_eq!(mode(dir.path()), 0o755);
    assert_eq!(std::fs::read_dir(dir.path()).expect("listed").count(), 1);
}

#[test]
fn a_first_start_that_broke_off_can_be_repeated() {
    let dir = tempfile::tempdir().expect("dir");
    std::fs::write(dir.path().join("LOCK"), "12").expect("written");
    std::fs::write(dir.path().join("FORMAT.unfinished"), "").expect("written");
    filled(dir.path(), 1);
    assert_eq!(mode(dir.path()), 0o700);
}

#[test]
fn invariant_7_a_newer_folder_asks_for_an_upgrade_and_a_broken_one_is_damaged() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 1);
    std::fs::write(dir.path().join("FORMAT"), "2\n").expect("written");
    let fault = open_fault(dir.path());
    assert_eq!(fault.kind, FaultKind::NewerFormat);
    assert!(fault.to_string().contains("upgrade entremise"), "{fault}");
    for broken in ["", "one", "0", "-1"] {
        std::fs::write(dir.path().join("FORMAT"), broken).expect("written");
        assert_eq!(open_fault(dir.path()).kind, FaultKind::Damaged);
    }
}

#[test]
fn a_fault_says_what_happened_and_what_to_do_and_keeps_the_cause() {
    use std::error::Error;
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    let fault = Fault::io("writing the journal", full);
    assert_eq!(fault.kind, FaultKind::Full);
    assert!(
        fault
            .to_string()
            .starts_with("writing the journal failed ("),
        "{fault}"
    );
    assert!(fault.to_string().contains(": free some space"), "{fault}");
    assert!(fault.source().is_some());
}
