//! Blobs: named by what is in them, never half there.

use std::os::unix::fs::PermissionsExt;

use super::*;

#[test]
fn a_blob_is_stored_once_privately_and_read_back_after_a_restart() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let id = store.blobs().put(b"a contract").expect("stored").id();
    assert_eq!(store.blobs().put(b"a contract").expect("stored").id(), id);
    let name = id.to_string();
    let path = dir.path().join("blobs").join(&name[..2]).join(&name);
    let mode = std::fs::metadata(&path)
        .expect("metadata")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    drop(store);
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(
        store.blobs().get(&id).expect("read").as_deref(),
        Some(&b"a contract"[..])
    );
    assert_eq!(
        store.blobs().get(&BlobId::of(b"other")).expect("read"),
        None
    );
    assert_eq!(
        store
            .blobs()
            .put(b"")
            .and_then(|empty| store.blobs().get(&empty.id()))
            .expect("empty"),
        Some(vec![])
    );
}

#[test]
fn a_damaged_blob_is_noticed_and_can_be_stored_again() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let id = store.blobs().put(b"a contract").expect("stored").id();
    let name = id.to_string();
    let path = dir.path().join("blobs").join(&name[..2]).join(&name);
    std::fs::write(&path, b"A contract").expect("written");
    let fault = store.blobs().get(&id).expect_err("damaged");
    assert_eq!(fault.kind, FaultKind::Damaged);
    store.blobs().put(b"a contract").expect("stored");
    assert!(store.blobs().get(&id).expect("read").is_some());
}

#[test]
fn a_blob_too_large_is_refused() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let Err(fault) = store.blobs().put(&vec![0; MAX_BLOB + 1]) else {
        panic!("it is too large");
    };
    assert_eq!(fault.kind, FaultKind::TooLarge);
    store
        .blobs()
        .put(&vec![0; MAX_BLOB])
        .expect("the largest fits");
}

#[test]
fn a_name_is_64_small_hexadecimal_digits() {
    let id = BlobId::of(b"x");
    assert_eq!(id.to_string().parse(), Ok(id));
    let text = id.to_string();
    for wrong in [
        "",
        "ab",
        "../../etc/passwd",
        &text[1..],
        &text.to_uppercase(),
        &format!("{text}0"),
    ] {
        assert_eq!(wrong.parse::<BlobId>(), Err(NotABlobId), "{wrong}");
    }
    let bytes = super::super::codec::encode(&id).expect("encoded");
    assert_eq!(
        super::super::codec::decode::<BlobId>(&bytes).expect("decoded"),
        id
    );
}

/// A time that is later than any file's.
const LATER: i64 = i64::MAX;

/// Sweeps with these named.
fn sweep(store: &Store, named: &[BlobId], before: i64) -> Swept {
    let sweep = store.blobs().sweep().expect("nobody else sweeps");
    let named = named.iter().copied().collect();
    sweep.remove(&named, before, || true).expect("swept")
}

#[test]
fn wks_7_a_sweep_takes_what_is_old_and_neither_named_nor_held() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let put = |bytes: &[u8]| store.blobs().put(bytes).expect("stored");
    let (named, orphan) = (put(b"named").id(), put(b"orphan").id());
    let held = put(b"held");
    let unfinished = dir.path().join("blobs/00");
    std::fs::create_dir_all(&unfinished).expect("made");
    std::fs::write(unfinished.join("00ff.unfinished"), "half").expect("written");
    let young = sweep(&store, &[named], 0);
    assert_eq!((young.removed, young.young), (0, 2));
    let swept = sweep(&store, &[named], LATER);
    assert_eq!((swept.removed, swept.bytes, swept.young), (2, 10, 0));
    let there = |id: &BlobId| store.blobs().get(id).expect("read").is_some();
    assert!(there(&named) && there(&held.id()) && !there(&orphan));
    let id = held.id();
    drop(held);
    assert_eq!(sweep(&store, &[named], LATER).removed, 1);
    assert!(!there(&id));
}

#[test]
fn wks_7_what_was_held_at_any_moment_of_a_sweep_stays() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let put = |bytes: &[u8]| store.blobs().put(bytes).expect("stored");
    let orphan = put(b"orphan").id();
    let before = put(b"held before");
    let sweep = store.blobs().sweep().expect("nobody else sweeps");
    assert!(store.blobs().sweep().is_none(), "one at a time");
    // The records of these are made while the sweep goes by an older list of what is named.
    let ids = [
        before.id(),
        put(b"stored meanwhile").id(),
        put(b"orphan").id(),
    ];
    drop(before);
    assert_eq!(ids[2], orphan);
    let none = std::collections::HashSet::new();
    let swept = sweep.remove(&none, LATER, || true).expect("swept");
    assert_eq!(swept.removed, 0);
    for id in ids {
        assert!(store.blobs().get(&id).expect("read").is_some());
    }
    let swept = self::sweep(&store, &[], LATER);
    assert_eq!(swept.removed, 3, "and the next one takes what is nobody's");
}

#[test]
fn wks_7_a_closed_store_is_checked_file_by_file() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let put = |bytes: &[u8]| store.blobs().put(bytes).expect("stored").id();
    let ids = [
        put(b"sound"),
        put(b"flipped"),
        put(b"removed"),
        put(b"orphan"),
    ];
    fill(&store, 3);
    let path = |id: &BlobId| {
        dir.path()
            .join("blobs")
            .join(&id.to_string()[..2])
            .join(id.to_string())
    };
    std::fs::write(path(&ids[1]), b"flippeD").expect("written");
    std::fs::remove_file(path(&ids[2])).expect("removed");
    drop(store);
    let closed = Closed::open(dir.path()).expect("locked");
    let named = ids[..3].iter().map(|id| (*id, ())).collect();
    let report = closed.check(&named).expect("read");
    assert_eq!((report.sound, report.bytes, report.bad), (1, 5, 2));
    assert_eq!((report.unnamed, report.unnamed_bytes), (1, 6));
    let mut troubles = vec![(ids[1], Trouble::Damaged), (ids[2], Trouble::Missing)];
    troubles.sort_by_key(|(id, _)| *id);
    assert_eq!(report.troubles, troubles);
    let mut told = Vec::new();
    closed
        .records(|record| told.push(words(record)))
        .expect("read");
    let wanted: Vec<_> = (1..=3).map(|seq| (seq, sample(seq).payload)).collect();
    assert_eq!(told, wanted);
    drop(closed);
    // What the journal lost the shadow log tells, and the other way round.
    for lost in ["journal", "shadow"] {
        let copy_of = tempfile::tempdir().expect("dir");
        copy(dir.path(), copy_of.path());
        std::fs::remove_dir_all(copy_of.path().join(lost)).expect("removed");
        let closed = Closed::open(copy_of.path()).expect("locked");
        let mut again = Vec::new();
        closed
            .records(|record| again.push(words(record)))
            .expect("read");
        assert_eq!(again, wanted, "without the {lost}");
    }
}

/// The number of a record, and its payload.
fn words(record: &Record) -> (Seq, Vec<u8>) {
    match &record.payload {
        Payload::Present { bytes, .. } => (record.header.seq, bytes.clone()),
        Payload::Erased | Payload::Lost(_) => panic!("it has no words"),
    }
}
