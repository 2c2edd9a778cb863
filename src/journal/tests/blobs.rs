//! Blobs: named by what is in them, never half there.

use std::os::unix::fs::PermissionsExt;

use super::*;

#[test]
fn a_blob_is_stored_once_privately_and_read_back_after_a_restart() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let id = store.blobs().put(b"a contract").expect("stored");
    assert_eq!(store.blobs().put(b"a contract").expect("stored"), id);
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
            .and_then(|id| store.blobs().get(&id))
            .expect("empty"),
        Some(vec![])
    );
}

#[test]
fn a_damaged_blob_is_noticed_and_can_be_stored_again() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let id = store.blobs().put(b"a contract").expect("stored");
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
    let fault = store
        .blobs()
        .put(&vec![0; MAX_BLOB + 1])
        .expect_err("too large");
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
