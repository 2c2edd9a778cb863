//! Checkpoints are shortcuts: sound ones are taken, all others passed over.

use super::*;

fn chunks(mark: u8) -> Vec<Vec<u8>> {
    vec![vec![mark; 100_000], vec![], vec![mark + 1; 7]]
}

fn file(dir: &Path, seq: Seq) -> std::path::PathBuf {
    dir.join("checkpoints").join(format!("{seq:020}.ckpt"))
}

fn with_checkpoints(dir: &Path) -> Store {
    let store = Store::open(dir).expect("opened");
    fill(&store, 9);
    store
        .checkpoints()
        .write(3, chunks(3).into_iter())
        .expect("written");
    store
        .checkpoints()
        .write(7, chunks(7).into_iter())
        .expect("written");
    store
}

#[test]
fn the_newest_checkpoint_is_read_back() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.checkpoints().read(), None);
    store
        .checkpoints()
        .write(0, std::iter::empty())
        .expect("of an empty journal");
    assert_eq!(store.checkpoints().read(), Some((0, vec![])));
    drop(store);
    drop(with_checkpoints(dir.path()));
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.checkpoints().read(), Some((7, chunks(7))));
}

#[test]
fn only_the_newest_two_are_kept() {
    let dir = tempfile::tempdir().expect("dir");
    let store = with_checkpoints(dir.path());
    store
        .checkpoints()
        .write(9, chunks(9).into_iter())
        .expect("written");
    let names = super::super::files::names(&dir.path().join("checkpoints")).expect("names");
    assert_eq!(
        names,
        ["00000000000000000007.ckpt", "00000000000000000009.ckpt"]
    );
}

#[test]
fn any_damage_leads_to_the_older_one_and_then_to_none() {
    let dir = tempfile::tempdir().expect("dir");
    let store = with_checkpoints(dir.path());
    let sound = std::fs::read(file(dir.path(), 7)).expect("read");
    let positions = (0..60)
        .chain([500, 100_040, 100_050])
        .chain(sound.len() - 40..sound.len());
    for at in positions {
        let mut damaged = sound.clone();
        damaged[at] ^= 0x10;
        std::fs::write(file(dir.path(), 7), damaged).expect("written");
        assert_eq!(store.checkpoints().read(), Some((3, chunks(3))), "at {at}");
    }
    for length in [0, 1, 40, 45, 60_000, sound.len() - 33, sound.len() - 1] {
        std::fs::write(file(dir.path(), 7), &sound[..length]).expect("written");
        assert_eq!(
            store.checkpoints().read(),
            Some((3, chunks(3))),
            "cut to {length}"
        );
    }
    let longer = [sound.as_slice(), b"x"].concat();
    std::fs::write(file(dir.path(), 7), longer).expect("written");
    std::fs::remove_file(file(dir.path(), 3)).expect("removed");
    assert_eq!(store.checkpoints().read(), None);
}

#[test]
fn a_checkpoint_of_another_journal_is_passed_over() {
    let dir = tempfile::tempdir().expect("dir");
    let other = tempfile::tempdir().expect("dir");
    drop(with_checkpoints(dir.path()));
    let store = Store::open(other.path()).expect("opened");
    let mut foreign = samples(1, 9);
    foreign[0].at_ms += 1;
    block_on(store.journal().append(1, foreign)).expect("appended");
    std::fs::copy(file(dir.path(), 7), file(other.path(), 7)).expect("copied");
    assert_eq!(store.checkpoints().read(), None);
}

#[test]
fn a_checkpoint_beyond_the_journal_is_neither_written_nor_taken_nor_removed() {
    let dir = tempfile::tempdir().expect("dir");
    let store = with_checkpoints(dir.path());
    assert!(store.checkpoints().write(10, std::iter::empty()).is_err());
    std::fs::rename(file(dir.path(), 7), file(dir.path(), 70)).expect("renamed");
    assert_eq!(store.checkpoints().read(), Some((3, chunks(3))));
    store
        .checkpoints()
        .write(8, chunks(8).into_iter())
        .expect("written");
    assert!(file(dir.path(), 70).exists());
    assert_eq!(store.checkpoints().read(), Some((8, chunks(8))));
}

#[test]
fn a_reader_that_cannot_use_the_newest_is_given_the_older() {
    let dir = tempfile::tempdir().expect("dir");
    let store = with_checkpoints(dir.path());
    let mut asked = Vec::new();
    let found = store.checkpoints().read_with(|seq, chunks| {
        asked.push(seq);
        let first = chunks.next()?;
        (first[0] == 3).then_some(first.len())
    });
    assert_eq!((found, asked), (Some((3, 100_000)), vec![7, 3]));
}

#[test]
fn a_chunk_too_large_is_refused_and_the_checkpoints_before_stay() {
    let dir = tempfile::tempdir().expect("dir");
    let store = with_checkpoints(dir.path());
    let huge = std::iter::once(vec![0; MAX_CHUNK + 1]);
    let fault = store.checkpoints().write(9, huge).expect_err("too large");
    assert_eq!(fault.kind, FaultKind::TooLarge);
    assert_eq!(store.checkpoints().read(), Some((7, chunks(7))));
    let names = super::super::files::names(&dir.path().join("checkpoints")).expect("names");
    assert_eq!(names.len(), 2);
}
