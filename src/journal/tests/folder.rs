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
fn invariant_7_a_newer_folder_asks_for_an_upgrade() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 1);
    std::fs::write(dir.path().join("FORMAT"), "2\n").expect("written");
    let fault = open_fault(dir.path());
    assert_eq!(fault.kind, FaultKind::NewerFormat);
    assert!(fault.to_string().contains("upgrade entremise"), "{fault}");
}

/// The format file as `hurt` leaves it; nothing: it is removed.
fn hurt(dir: &Path, with: Option<&[u8]>) {
    let path = dir.join("FORMAT");
    match with {
        Some(bytes) => std::fs::write(path, bytes).expect("written"),
        None => std::fs::remove_file(path).expect("removed"),
    }
}

const HURT: [Option<&[u8]>; 6] = [
    None,
    Some(b""),
    Some(b"one"),
    Some(b"0"),
    Some(b"-1"),
    Some(&[0xff; 4_000]),
];

#[test]
fn wks_7_a_lost_format_is_written_again_where_the_records_are() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 5);
    for with in HURT {
        hurt(dir.path(), with);
        assert!(is_store(dir.path()));
        let store = Store::open(dir.path()).expect("opened");
        assert_holds(&store, 5);
        let mended = store.mended().expect("a file").to_owned();
        assert!(mended.ends_with("FORMAT"), "{mended:?}");
        drop(store);
        assert_eq!(
            std::fs::read(dir.path().join("FORMAT")).expect("read"),
            b"1\n"
        );
        assert_eq!(Store::open(dir.path()).expect("opened").mended(), None);
    }
    // Nothing but the shadow log is left.
    hurt(dir.path(), None);
    for lost in ["journal", "drafts", "blobs", "checkpoints", "LOCK"] {
        let path = dir.path().join(lost);
        let gone = std::fs::remove_dir_all(&path).or_else(|_| std::fs::remove_file(&path));
        gone.expect("removed");
    }
    assert_holds(&Store::open(dir.path()).expect("opened"), 5);
}

#[test]
fn wks_7_without_format_and_shadow_log_recover_is_asked_for_and_finds_all() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 5);
    for with in HURT {
        hurt(dir.path(), with);
        std::fs::remove_dir_all(dir.path().join("shadow")).expect("removed");
        let fault = open_fault(dir.path());
        assert_eq!(fault.kind, FaultKind::Damaged, "{fault}");
        assert!(fault.to_string().contains("entremise recover"), "{fault}");
        assert_eq!(recover(dir.path()).expect("recovered").last, 5);
        assert_holds(&Store::open(dir.path()).expect("opened"), 5);
    }
}

#[test]
fn wks_7_nothing_foreign_is_taken_for_a_store() {
    let names = |dir: &Path| std::fs::read_dir(dir).expect("listed").count();
    for (file, bytes) in [
        ("journal/conf", "x"),
        (
            "shadow/00000000000000000001.log",
            "not a record, though named as one",
        ),
        ("shadow/notes.txt", "x"),
    ] {
        let dir = tempfile::tempdir().expect("dir");
        let path = dir.path().join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, bytes).expect("written");
        let fault = open_fault(dir.path());
        assert!(fault.to_string().contains("choose an empty"), "{fault}");
        assert!(!is_store(dir.path()));
        for fault in [verify(dir.path()).err(), recover(dir.path()).err()] {
            let fault = fault.expect("a fault");
            assert!(fault.to_string().contains("not an entremise"), "{fault}");
        }
        assert_eq!(names(dir.path()), 1, "{file}");
    }
    // Somebody else's file of that name.
    let dir = tempfile::tempdir().expect("dir");
    std::fs::write(dir.path().join("FORMAT"), "A4, landscape").expect("written");
    std::fs::write(dir.path().join("thesis.tex"), "x").expect("written");
    let fault = open_fault(dir.path());
    assert!(fault.to_string().contains("no records"), "{fault}");
    assert_eq!(
        std::fs::read(dir.path().join("FORMAT")).expect("read"),
        b"A4, landscape"
    );
    // One of ours with something strange in it: only its records speak for it.
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 1);
    std::fs::write(dir.path().join("thesis.tex"), "x").expect("written");
    hurt(dir.path(), None);
    assert_holds(&Store::open(dir.path()).expect("opened"), 1);
    hurt(dir.path(), None);
    std::fs::remove_dir_all(dir.path().join("shadow")).expect("removed");
    let fault = open_fault(dir.path());
    assert!(fault.to_string().contains("it holds"), "{fault}");
}

#[test]
fn wks_7_the_real_house_opens_beside_its_sample() {
    let dir = tempfile::tempdir().expect("dir");
    filled(&dir.path().join("sample"), 1);
    filled(dir.path(), 2);
    let dir = tempfile::tempdir().expect("dir");
    let sample = dir.path().join("sample");
    std::fs::create_dir(&sample).expect("made");
    // Somebody else's folder of that name.
    std::fs::write(sample.join("holiday.jpg"), "x").expect("written");
    assert!(open_fault(dir.path()).what.contains("it holds sample"));
    // One that was only begun.
    std::fs::remove_file(sample.join("holiday.jpg")).expect("removed");
    filled(dir.path(), 2);
}

#[test]
fn wks_7_what_others_could_read_is_closed_at_the_next_start() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 1);
    let open = |path: &Path, mode| {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("mode");
    };
    let engine = dir.path().join("journal");
    open(&engine, 0o755);
    open(&engine.join("db"), 0o644);
    std::fs::create_dir(dir.path().join("logs")).expect("made");
    std::fs::write(dir.path().join("logs/a"), "").expect("written");
    open(&dir.path().join("logs/a"), 0o666);
    drop(Store::open(dir.path()).expect("opened"));
    assert_eq!(mode(&engine), 0o700);
    for name in ["conf", "db"] {
        assert_eq!(mode(&engine.join(name)), 0o600, "{name}");
    }
    assert_eq!(mode(&dir.path().join("logs/a")), 0o600);
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
