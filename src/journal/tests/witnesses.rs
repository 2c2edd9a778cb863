//! WKS-7: two logs, the end mark and the checkpoints are witnesses of each other. Whatever is readable in
//! either log is there; every other record is named; nothing is lost in silence.

use proptest::prelude::*;

use super::super::engine::Engine;
use super::super::files;
use super::*;

const RECORDS: Seq = 300;
/// Where the second segment of the shadow log begins.
const SECOND: Seq = 181;

/// A store whose shadow log has two segments.
fn two_segments(dir: &Path) {
    filled(dir, SECOND - 1);
    let mut first = std::fs::OpenOptions::new()
        .append(true)
        .open(segment(dir, 1))
        .expect("opened");
    std::io::Write::write_all(&mut first, b"torn").expect("written");
    filled(dir, RECORDS);
    assert!(segment(dir, SECOND).exists());
}

fn segment(dir: &Path, first: Seq) -> std::path::PathBuf {
    dir.join("shadow").join(format!("{first:020}.log"))
}

fn checkpoint(dir: &Path, seq: Seq) {
    let store = Store::open(dir).expect("opened");
    let chunks = [vec![7; 100]].into_iter();
    store.checkpoints().write(seq, chunks).expect("written");
}

/// Where the frame of each record begins in a segment, and where it ends.
fn frames(dir: &Path, first: Seq) -> Vec<(Seq, std::ops::Range<usize>)> {
    let bytes = std::fs::read(segment(dir, first)).expect("read");
    let (mut at, mut seq, mut found) = (0, first, Vec::new());
    while let Some(length) = bytes.get(at..at + 4) {
        let length = u32::from_le_bytes(length.try_into().expect("four")) as usize;
        let end = at + 8 + length;
        if end > bytes.len() {
            break;
        }
        found.push((seq, at..end));
        (at, seq) = (end, seq + 1);
    }
    found
}

#[test]
fn wks_7_a_damaged_shadow_log_without_a_journal_is_never_opened_in_silence() {
    // The journal removed and two bytes of the shadow log flipped.
    let dir = tempfile::tempdir().expect("dir");
    two_segments(dir.path());
    checkpoint(dir.path(), 290);
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    let hurt = [(1, 57), (SECOND, 200)].map(|(first, seq)| {
        let frames = frames(dir.path(), first);
        let (_, range) = frames.iter().find(|(at, _)| *at == seq).expect("there");
        let mut bytes = std::fs::read(segment(dir.path(), first)).expect("read");
        bytes[range.start + 30] ^= 0x40;
        std::fs::write(segment(dir.path(), first), bytes).expect("written");
        seq
    });
    let fault = open_fault(dir.path());
    assert_eq!(fault.kind, FaultKind::Damaged);
    for words in ["in neither log: 2 (", "record 57,", "record 200,", "UTC"] {
        assert!(fault.what.contains(words), "{fault}");
    }
    let report = verify(dir.path()).expect("verified");
    assert!(!report.is_sound());
    assert_eq!(report.missing, 2);
    assert!(!dir.path().join("journal.aside-1").exists());

    let recovery = recover(dir.path()).expect("recovered");
    let named: Vec<Seq> = recovery.lost.iter().map(|loss| loss.from).collect();
    assert_eq!((named, recovery.lost_count()), (hurt.to_vec(), 2));
    assert_eq!(recovery.known_by, Some(290), "the checkpoint still knows");
    let store = Store::open(dir.path()).expect("opened");
    assert_holds_but(&store, RECORDS, &hurt);
    assert_eq!(store.checkpoints().read(), Some((290, vec![vec![7; 100]])));
    // It is never tidied away.
    for seq in 296..=299 {
        let chunks = [vec![8]].into_iter();
        store.checkpoints().write(seq, chunks).expect("written");
    }
    let kept = files::names(&dir.path().join("checkpoints")).expect("names");
    assert!(kept.contains(&format!("{:020}.ckpt", 290)), "{kept:?}");
    assert_eq!(kept.len(), 4, "{kept:?}");
}

#[test]
fn wks_7_a_checkpoint_newer_than_both_logs_is_a_proof_of_loss() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 100);
    let earlier = tempfile::tempdir().expect("dir");
    copy(dir.path(), earlier.path());
    filled(dir.path(), 130);
    checkpoint(dir.path(), 120);
    let hash = {
        let store = Store::open(dir.path()).expect("opened");
        let record = block_on(store.journal().read(120)).expect("read");
        record.expect("there").header.hash()
    };
    // Both logs as they were, and only the checkpoint of today.
    let name = format!("checkpoints/{:020}.ckpt", 120);
    std::fs::copy(dir.path().join(&name), earlier.path().join(&name)).expect("copied");
    let dir = earlier;
    let fault = open_fault(dir.path());
    assert!(fault.what.contains("in neither log: 20 ("), "{fault}");
    assert!(
        fault.what.contains("records 101 to 120, made after"),
        "{fault}"
    );
    assert!(!verify(dir.path()).expect("verified").is_sound());
    assert!(dir.path().join(&name).exists());

    let recovery = recover(dir.path()).expect("recovered");
    assert_eq!((recovery.last, recovery.lost_count()), (120, 20));
    assert_eq!(recovery.known_by, Some(120));
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.checkpoints().read().map(|(seq, _)| seq), Some(120));
    // Numbers are not given out again, and the chain goes on from what was lost.
    fill(&store, 121);
    let next = block_on(store.journal().read(121)).expect("read");
    assert_eq!(next.expect("there").header.previous, hash);
    let report = store.verify().expect("verified");
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(report.declared, 20);
}

#[test]
fn wks_7_with_both_logs_gone_the_checkpoint_still_numbers_what_comes() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 30);
    checkpoint(dir.path(), 30);
    for log in ["journal", "shadow"] {
        std::fs::remove_dir_all(dir.path().join(log)).expect("removed");
    }
    let fault = open_fault(dir.path());
    assert!(fault.what.contains("records 1 to 30"), "{fault}");
    let recovery = recover(dir.path()).expect("recovered");
    assert_eq!((recovery.lost_count(), recovery.known_by), (30, Some(30)));
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.checkpoints().read().map(|(seq, _)| seq), Some(30));
    fill(&store, 31);
}

#[test]
fn wks_7_a_cut_end_is_noticed_by_the_end_mark() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 100);
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    let frames = frames(dir.path(), 1);
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(segment(dir.path(), 1))
        .expect("opened");
    let (_, range) = &frames[89];
    file.set_len(range.end as u64).expect("cut");
    let fault = open_fault(dir.path());
    assert!(
        fault.what.contains("records 91 to 100, made between"),
        "{fault}"
    );
    // Without the mark nothing tells, as in a store of an earlier version.
    std::fs::remove_file(dir.path().join("END")).expect("removed");
    std::fs::remove_dir_all(dir.path().join("journal")).expect("made by the start");
    assert_holds(&Store::open(dir.path()).expect("opened"), 90);
}

#[test]
fn wks_7_a_group_torn_by_a_power_cut_was_never_acknowledged_and_is_dropped() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 60);
    let mark = std::fs::read(dir.path().join("END")).expect("read");
    let journal = tempfile::tempdir().expect("dir");
    copy(&dir.path().join("journal"), journal.path());
    filled(dir.path(), 100);
    // The last group reached the disk in part: its middle is missing, and nobody was answered.
    std::fs::write(dir.path().join("END"), mark).expect("written");
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    copy(journal.path(), &dir.path().join("journal"));
    let frames = frames(dir.path(), 1);
    let mut bytes = std::fs::read(segment(dir.path(), 1)).expect("read");
    bytes[frames[69].1.start..frames[79].1.end].fill(0);
    std::fs::write(segment(dir.path(), 1), bytes).expect("written");
    let store = Store::open(dir.path()).expect("opened");
    assert_holds(&store, 69);
    fill(&store, 90);
    drop(store);
    assert_holds(&Store::open(dir.path()).expect("opened"), 90);
    assert!(verify(dir.path()).expect("verified").is_sound());
}

#[test]
fn wks_7_a_store_of_the_version_before_opens_as_it_is() {
    // It had no end mark, and wrote sled first: a crash could leave either log behind the other.
    for journal_is_ahead in [true, false] {
        let dir = tempfile::tempdir().expect("dir");
        let later = tempfile::tempdir().expect("dir");
        filled(dir.path(), 90);
        copy(dir.path(), later.path());
        filled(later.path(), 120);
        let ahead = if journal_is_ahead {
            "journal"
        } else {
            "shadow"
        };
        std::fs::remove_dir_all(dir.path().join(ahead)).expect("removed");
        copy(&later.path().join(ahead), &dir.path().join(ahead));
        let _ = std::fs::remove_file(dir.path().join("END"));
        let store = Store::open(dir.path()).expect("opened");
        assert_holds(&store, 120);
        assert_eq!(store.journal().restored(), 30);
        assert!(store.verify().expect("verified").is_sound());
        fill(&store, 130);
        drop(store);
        let names = files::names(dir.path()).expect("names");
        assert!(
            !names.iter().any(|name| name.contains("aside")),
            "{names:?}"
        );
        assert_holds(&Store::open(dir.path()).expect("opened"), 130);
    }
}

/// Every file under a folder, and what is in it.
fn contents(dir: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for name in files::names(dir).expect("names") {
        let path = dir.join(name);
        if path.is_dir() {
            found.extend(contents(&path));
        } else {
            let bytes = std::fs::read(&path).expect("read");
            found.push((path, bytes));
        }
    }
    found
}

#[test]
fn verify_changes_nothing_of_a_damaged_store() {
    let dir = tempfile::tempdir().expect("dir");
    two_segments(dir.path());
    checkpoint(dir.path(), 290);
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    std::fs::remove_file(segment(dir.path(), 1)).expect("removed");
    // The lock holds the process id of whoever looked last.
    let files = || {
        let mut files = contents(dir.path());
        files.retain(|(path, _)| !path.ends_with("LOCK"));
        files
    };
    let before = files();
    let report = verify(dir.path()).expect("verified");
    assert_eq!(report.missing, SECOND - 1);
    let [run] = report.missing_runs[..] else {
        panic!("{report:?}");
    };
    assert_eq!((run.from, run.to), (1, SECOND - 1));
    assert!(!report.is_sound());
    assert!(files() == before, "verify changed a file");
}

#[tokio::test]
async fn wks_7_those_who_follow_are_told_of_a_lost_record_in_its_place() {
    let dir = tempfile::tempdir().expect("dir");
    two_segments(dir.path());
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    let (_, range) = &frames(dir.path(), 1)[4];
    let mut bytes = std::fs::read(segment(dir.path(), 1)).expect("read");
    // The length too, so that where the next frame begins has to be found.
    bytes[range.start..range.start + 12].fill(0xff);
    std::fs::write(segment(dir.path(), 1), bytes).expect("written");
    recover(dir.path()).expect("recovered");
    let store = Store::open(dir.path()).expect("opened");
    let mut follower = store.journal().follow(4);
    for (seq, lost) in [(4, false), (5, true), (6, false)] {
        let record = follower.next().await.expect("followed");
        assert_eq!(record.header.seq, seq);
        assert_eq!(matches!(record.payload, Payload::Lost(_)), lost);
    }
}

/// What is done to one file of a log.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Flip,
    Zero,
    Cut,
    Remove,
}

#[derive(Clone, Debug)]
struct Blow {
    sled: bool,
    file: prop::sample::Index,
    at: prop::sample::Index,
    length: usize,
    harm: Harm,
}

fn blow() -> impl Strategy<Value = Blow> {
    let harm = prop_oneof![
        4 => Just(Harm::Flip),
        4 => Just(Harm::Zero),
        2 => Just(Harm::Cut),
        1 => Just(Harm::Remove),
    ];
    let (sled, index) = (any::<bool>(), any::<prop::sample::Index>());
    let at = any::<prop::sample::Index>();
    (sled, index, at, 1..3_000_usize, harm).prop_map(|(sled, file, at, length, harm)| Blow {
        sled,
        file,
        at,
        length,
        harm,
    })
}

impl Blow {
    /// Hurts a file, where there is one.
    fn strike(&self, dir: &Path) {
        let path = if self.sled {
            let journal = dir.join("journal");
            let names = files::names(&journal).unwrap_or_default();
            let mut paths: Vec<_> = names.iter().map(|name| journal.join(name)).collect();
            paths.retain(|path| path.is_file());
            if paths.is_empty() {
                return;
            }
            paths[self.file.index(paths.len())].clone()
        } else {
            segment(dir, [1, SECOND][self.file.index(2)])
        };
        let Ok(mut bytes) = std::fs::read(&path) else {
            return;
        };
        if bytes.is_empty() {
            return;
        }
        let at = self.at.index(bytes.len());
        match self.harm {
            Harm::Flip => bytes[at] ^= 0x10,
            Harm::Zero => {
                let end = bytes.len().min(at + self.length);
                bytes[at..end].fill(0);
            }
            Harm::Cut => bytes.truncate(at),
            Harm::Remove => return std::fs::remove_file(&path).expect("removed"),
        }
        std::fs::write(&path, bytes).expect("written");
    }
}

/// The records that sled still gives.
fn readable_in_sled(dir: &Path) -> Vec<Seq> {
    let trial = tempfile::tempdir().expect("dir");
    if !dir.join("journal").exists() {
        return Vec::new();
    }
    copy(&dir.join("journal"), &trial.path().join("journal"));
    let path = trial.path().join("journal");
    let Ok(engine) = Engine::open(trial.path(), &path, 1 << 20) else {
        return Vec::new();
    };
    let whole = |seq: &Seq| {
        let found = engine.call("reading", |db| db.get(seq.to_be_bytes()));
        let bytes = found.ok().flatten();
        bytes.is_some_and(|bytes| super::super::layout::decode(&bytes).is_ok())
    };
    (1..=RECORDS).filter(whole).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn wks_7_what_either_log_has_is_there_and_every_other_record_is_named(
        blows in prop::collection::vec(blow(), 1..4),
        gone in prop_oneof![4 => Just(None), 2 => Just(Some("journal")), 1 => Just(Some("shadow"))],
        known in any::<bool>(),
    ) {
        let dir = tempfile::tempdir().expect("dir");
        two_segments(dir.path());
        if known {
            checkpoint(dir.path(), RECORDS - 20);
        }
        let whole: Vec<_> = [1, SECOND].iter().flat_map(|first| {
            frames(dir.path(), *first).into_iter().map(move |(seq, range)| (*first, seq, range))
        }).collect();
        if let Some(log) = gone {
            std::fs::remove_dir_all(dir.path().join(log)).expect("removed");
        }
        let read = |first| std::fs::read(segment(dir.path(), first)).unwrap_or_default();
        let before = [1, SECOND].map(read);
        for blow in &blows {
            blow.strike(dir.path());
        }
        // A blow can change nothing: noughts over noughts.
        let after = [1, SECOND].map(read);
        let mut readable = readable_in_sled(dir.path());
        let whole = if gone == Some("shadow") { Vec::new() } else { whole };
        readable.extend(whole.iter().filter(|(first, _, range)| {
            let at = usize::from(*first == SECOND);
            before[at].get(range.clone()) == after[at].get(range.clone())
        }).map(|(_, seq, _)| *seq));
        let lost: Vec<Seq> = (1..=RECORDS).filter(|seq| !readable.contains(seq)).collect();

        let trial = tempfile::tempdir().expect("dir");
        copy(dir.path(), trial.path());
        match Store::open(trial.path()) {
            Ok(store) => {
                prop_assert_eq!(store.journal().last(), RECORDS);
                for seq in 1..=RECORDS {
                    let read = block_on(store.journal().read(seq));
                    prop_assert_eq!(read.is_err(), lost.contains(&seq), "record {}", seq);
                }
                let report = store.verify().expect("verified");
                prop_assert_eq!(report.missing, lost.len() as u64);
            }
            Err(fault) => {
                prop_assert_eq!(fault.kind, FaultKind::Damaged, "{}", fault);
                prop_assert!(!lost.is_empty(), "{}", fault);
            }
        }
        if lost.len() as u64 == RECORDS {
            return Ok(());
        }
        let recovery = recover(dir.path()).expect("recovered");
        let named: Vec<Seq> = recovery.lost.iter().flat_map(|loss| loss.from..=loss.to).collect();
        prop_assert_eq!(&named, &lost);
        prop_assert_eq!(recovery.is_complete(), lost.is_empty());
        let store = Store::open(dir.path()).expect("opened");
        assert_holds_but(&store, RECORDS, &lost);
        fill(&store, RECORDS + 1);
        prop_assert!(store.verify().expect("verified").is_sound());
    }
}

#[test]
fn wks_7_an_end_mark_that_lags_lets_nothing_acknowledged_be_dropped() {
    // As a power cut or a copy of a running house leaves it: END is older than the logs.
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 100);
    let mark = std::fs::read(dir.path().join("END")).expect("a mark");
    {
        let store = Store::open(dir.path()).expect("opened");
        // Each acknowledged by itself: no group tore.
        (101..=500).for_each(|seq| fill(&store, seq));
    }
    std::fs::write(dir.path().join("END"), mark).expect("written");
    std::fs::remove_dir_all(dir.path().join("journal")).expect("removed");
    let all = frames(dir.path(), 1);
    let (_, range) = all.iter().find(|(at, _)| *at == 150).expect("there");
    let mut bytes = std::fs::read(segment(dir.path(), 1)).expect("read");
    bytes[range.start + 30] ^= 0x40;
    std::fs::write(segment(dir.path(), 1), bytes).expect("written");
    assert!(!verify(dir.path()).expect("verified").is_sound());
    if let Ok(store) = Store::open(dir.path()) {
        panic!("opened in silence, up to {}", store.journal().last());
    }
}

#[test]
fn wks_7_a_recovery_that_cannot_open_the_journal_just_now_declares_nothing_lost() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 200);
    let all = frames(dir.path(), 1);
    let (_, range) = all.iter().find(|(at, _)| *at == 150).expect("there");
    let mut bytes = std::fs::read(segment(dir.path(), 1)).expect("read");
    bytes[range.start + 30] ^= 0x40;
    std::fs::write(segment(dir.path(), 1), bytes).expect("written");
    // Any fault of opening that is no damage: here sled's own lock.
    let held = std::fs::File::open(dir.path().join("journal").join("db")).expect("there");
    held.try_lock().expect("locked");
    let recovery = recover(dir.path());
    drop(held);
    match recovery {
        Err(_) => {}
        Ok(recovery) => assert_eq!(recovery.lost, [], "the sound journal has it"),
    }
}
