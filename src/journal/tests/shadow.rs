//! The shadow log: frames, segments, torn tails, and which log is believed at a start.

use super::super::layout;
use super::super::shadow::{Shadow, Stored};
use super::super::shadow_reader::Reader;
use super::*;

fn stored(from: Seq, to: Seq) -> Vec<Stored> {
    let bytes = |seq: Seq| {
        let record = NewRecord {
            payload: format!("bytes of {seq}").repeat(3).into_bytes(),
            ..sample(seq)
        };
        layout::encode(&layout::seal(record, seq, [seq as u8; 32]))
    };
    (from..=to).map(|seq| (seq, bytes(seq))).collect()
}

fn read_all(folder: &Path, from: Seq) -> Vec<Stored> {
    let mut reader = Reader::open(folder, from).expect("reader");
    std::iter::from_fn(|| reader.next().expect("read")).collect()
}

fn segments(folder: &Path) -> Vec<std::path::PathBuf> {
    let names = super::super::files::names(folder).expect("names");
    let logs = names.into_iter().filter(|name| name.ends_with(".log"));
    logs.map(|name| folder.join(name)).collect()
}

fn cut(path: &Path, bytes: u64) {
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .expect("opened");
    let length = file.metadata().expect("metadata").len();
    file.set_len(length - bytes).expect("cut");
}

#[test]
fn a_frame_is_length_checksum_bytes() {
    let dir = tempfile::tempdir().expect("dir");
    let (mut shadow, found) = Shadow::open(dir.path(), 1 << 20).expect("opened");
    assert_eq!(found.last, None);
    shadow
        .append(&[(1, b"123456789".to_vec())])
        .expect("appended");
    let file = std::fs::read(dir.path().join("00000000000000000001.log")).expect("read");
    // 0xcbf43926 is the published check value of this checksum.
    assert_eq!(file, b"\x09\0\0\0\x26\x39\xf4\xcb123456789");
}

#[test]
fn segments_follow_each_other_and_are_read_from_anywhere() {
    let dir = tempfile::tempdir().expect("dir");
    for seq in (1..=40).step_by(4) {
        let (mut shadow, found) = Shadow::open(dir.path(), 300).expect("opened");
        assert!(!found.flawed);
        assert_eq!(found.last.map_or(0, |(last, _)| last), seq - 1);
        shadow.append(&stored(seq, seq + 1)).expect("appended");
        shadow.append(&stored(seq + 2, seq + 3)).expect("appended");
    }
    assert!(segments(dir.path()).len() > 3);
    for from in [1, 2, 9, 10, 39, 40] {
        assert_eq!(read_all(dir.path(), from), stored(from, 40));
    }
    assert_eq!(read_all(dir.path(), 41), vec![]);
}

#[test]
fn a_torn_tail_is_as_good_as_not_there_and_writing_goes_on_behind_it() {
    let dir = tempfile::tempdir().expect("dir");
    let (mut shadow, _) = Shadow::open(dir.path(), 1 << 20).expect("opened");
    shadow.append(&stored(1, 5)).expect("appended");
    let size = std::fs::metadata(&segments(dir.path())[0])
        .expect("metadata")
        .len();
    let frame = 8 + stored(5, 5)[0].1.len() as u64;
    for torn in 1..size {
        let copied = tempfile::tempdir().expect("dir");
        copy(dir.path(), copied.path());
        cut(&segments(copied.path())[0], torn);
        let (mut shadow, found) = Shadow::open(copied.path(), 1 << 20).expect("opened");
        let kept = 5 - torn.div_ceil(frame);
        assert!(!found.flawed);
        assert_eq!(found.last.map_or(0, |(last, _)| last), kept);
        shadow.append(&stored(kept + 1, 6)).expect("appended");
        assert_eq!(read_all(copied.path(), 1), stored(1, 6));
        let (_, found) = Shadow::open(copied.path(), 1 << 20).expect("opened");
        assert_eq!(found.last, stored(6, 6).pop());
    }
}

#[test]
fn a_tail_of_zeros_is_torn_too() {
    let dir = tempfile::tempdir().expect("dir");
    let (mut shadow, _) = Shadow::open(dir.path(), 1 << 20).expect("opened");
    shadow.append(&stored(1, 5)).expect("appended");
    let path = segments(dir.path()).remove(0);
    let mut bytes = std::fs::read(&path).expect("read");
    bytes.extend_from_slice(&[0; 4096]);
    std::fs::write(&path, bytes).expect("written");
    let (_, found) = Shadow::open(dir.path(), 1 << 20).expect("opened");
    assert_eq!(found.last, stored(5, 5).pop());
    assert!(!found.flawed);
}

#[test]
fn a_shadow_log_that_is_behind_is_caught_up() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 700);
    cut(&segments(&dir.path().join("shadow"))[0], 50_000);
    let report = verify(dir.path()).expect("verified");
    assert_eq!(report.bad, 0);
    assert!(report.different > 100);
    assert_eq!(report.differences[0].how, Disagreement::NotInShadow);
    filled(dir.path(), 701);
    assert!(verify(dir.path()).expect("verified").is_sound());

    std::fs::remove_dir_all(dir.path().join("shadow")).expect("removed");
    filled(dir.path(), 702);
    assert!(verify(dir.path()).expect("verified").is_sound());
}

#[test]
fn wks_7_what_stands_behind_the_last_acknowledged_record_is_not_put_into_sled() {
    // Frames of a group that could not be cut off again yet.
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 9);
    let folder = super::super::folder::Folder::open(dir.path()).expect("folder");
    let other = dir.path().join("other");
    let engine = super::super::engine::Engine::open(dir.path(), &other, 1 << 20).expect("engine");
    super::super::startup::put_back(&engine, &folder, 0, 6).expect("put back");
    let tail = super::super::startup::tail(&engine, &folder).expect("sound");
    assert_eq!(tail.last, 6);
    drop(engine);
    let proofs = super::super::proof::Proofs::read(&folder);
    let aside = super::super::repair::rebuild_journal(&folder, None, &proofs, 6);
    assert!(aside.expect("rebuilt").is_some());
    let path = folder.journal();
    let engine = super::super::engine::Engine::open(dir.path(), &path, 1 << 20).expect("engine");
    let tail = super::super::startup::tail(&engine, &folder).expect("sound");
    assert_eq!(tail.last, 6);
}

#[test]
fn invariant_3_what_sled_lost_comes_back_from_the_shadow_log() {
    // As after a power cut: sled is as it was earlier, the shadow log is complete.
    let dir = tempfile::tempdir().expect("dir");
    let earlier = tempfile::tempdir().expect("dir");
    filled(dir.path(), 300);
    copy(&dir.path().join("journal"), earlier.path());
    filled(dir.path(), 900);
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    copy(earlier.path(), &dir.path().join("journal"));

    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.journal().restored(), 600);
    assert_holds(&store, 900);
    fill(&store, 901);
    assert!(store.verify().expect("verified").is_sound());
}

#[test]
fn a_shadow_log_of_another_journal_is_not_believed() {
    let dir = tempfile::tempdir().expect("dir");
    let other = tempfile::tempdir().expect("dir");
    filled(dir.path(), 5);
    let store = Store::open(other.path()).expect("opened");
    let mut foreign = samples(1, 9);
    foreign[0].actor += 1;
    block_on(store.journal().append(1, foreign)).expect("appended");
    drop(store);
    for (ours, theirs) in [(dir.path(), other.path()), (other.path(), dir.path())] {
        let mixed = tempfile::tempdir().expect("dir");
        copy(ours, mixed.path());
        std::fs::remove_dir_all(mixed.path().join("shadow")).expect("removed");
        copy(&theirs.join("shadow"), &mixed.path().join("shadow"));
        let fault = open_fault(mixed.path());
        assert_eq!(fault.kind, FaultKind::Damaged, "{fault}");
        assert!(fault.what.contains("differ"), "{fault}");
    }
}
