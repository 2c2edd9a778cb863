//! Appending, reading, ranging, following.

use super::*;

#[test]
fn the_first_record_is_1_and_the_chain_starts_from_zeros() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.journal().last(), 0);
    fill(&store, 2);
    let first = block_on(store.journal().read(1))
        .expect("read")
        .expect("there");
    let second = block_on(store.journal().read(2))
        .expect("read")
        .expect("there");
    assert_eq!(first.header.previous, [0; 32]);
    assert_eq!(second.header.previous, first.header.hash());
    assert_ne!(first.header.hash(), second.header.hash());
}

#[test]
fn what_was_appended_is_read_back_also_after_a_restart() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    fill(&store, 10);
    fill(&store, 700);
    assert_holds(&store, 700);
    drop(store);
    let store = Store::open(dir.path()).expect("opened again");
    assert_eq!(store.journal().restored(), 0);
    assert_holds(&store, 700);
    fill(&store, 701);
    assert_holds(&store, 701);
    assert!(store.verify().expect("verified").is_sound());
}

#[test]
fn an_append_with_a_stale_expectation_is_a_conflict_and_writes_nothing() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    fill(&store, 5);
    for expected in [0, 1, 5, 7, Seq::MAX] {
        let answer = block_on(store.journal().append(expected, samples(6, 6)));
        assert!(matches!(answer, Err(AppendError::Conflict { last: 5 })));
    }
    assert_holds(&store, 5);
}

#[test]
fn a_record_too_large_is_refused_with_its_whole_group_and_writing_goes_on() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let mut group = samples(1, 3);
    group[1].payload = vec![0; MAX_RECORD];
    let answer = block_on(store.journal().append(1, group));
    let Err(AppendError::Refused(fault)) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(fault.kind, FaultKind::TooLarge);
    assert_eq!(store.journal().last(), 0);

    let mut largest = sample(1);
    largest.payload = vec![7; MAX_RECORD - 9 - 106 - 16];
    block_on(store.journal().append(1, vec![largest.clone()])).expect("the largest fits");
    let back = block_on(store.journal().read(1))
        .expect("read")
        .expect("there");
    let (salt, bytes) = (largest.salt, largest.payload);
    assert_eq!(back.payload, Payload::Present { salt, bytes });
}

#[test]
fn a_group_too_large_is_refused_and_an_empty_one_changes_nothing() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let answer = block_on(store.journal().append(1, vec![sample(1); MAX_GROUP + 1]));
    assert!(matches!(
        answer,
        Err(AppendError::Refused(Fault {
            kind: FaultKind::TooLarge,
            ..
        }))
    ));
    assert_eq!(
        block_on(store.journal().append(1, vec![])).expect("empty"),
        0
    );
    fill(&store, 1);
}

#[test]
fn reading_outside_of_the_journal_gives_nothing() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    fill(&store, 3);
    let journal = store.journal();
    assert_eq!(block_on(journal.read(0)).expect("read"), None);
    assert_eq!(block_on(journal.read(4)).expect("read"), None);
    assert_eq!(block_on(journal.range(4, 9)).expect("read"), vec![]);
    assert_eq!(block_on(journal.range(1, 0)).expect("read"), vec![]);
    assert_eq!(block_on(journal.range(0, 2)).expect("read").len(), 2);
    assert_eq!(
        block_on(journal.range(2, usize::MAX)).expect("read").len(),
        2
    );
}

#[test]
fn a_range_of_large_records_is_cut_but_never_empty() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    let mut large = sample(1);
    large.payload = vec![1; 500 * 1024];
    block_on(store.journal().append(1, vec![large; 40])).expect("appended");
    let records = block_on(store.journal().range(1, 1000)).expect("read");
    assert!(
        records.len() > 30 && records.len() < 40,
        "{}",
        records.len()
    );
    let rest = block_on(store.journal().range(records.len() as Seq + 1, 1000)).expect("read");
    assert_eq!(records.len() + rest.len(), 40);
}

#[tokio::test]
async fn a_follower_resumes_from_a_sequence_and_waits_for_what_is_to_come() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    fill(&store, 4);
    let mut follower = store.journal().follow(3);
    for seq in [3, 4] {
        assert_eq!(follower.next().await.expect("followed").header.seq, seq);
    }
    assert_eq!(follower.position(), 5);
    let waiting = tokio::spawn(async move {
        let mut seen = Vec::new();
        while seen.len() < 600 {
            seen.push(follower.next().await.expect("followed").header.seq);
        }
        seen
    });
    tokio::task::yield_now().await;
    assert!(!waiting.is_finished());
    fill(&store, 5);
    fill(&store, 604);
    assert_eq!(
        waiting.await.expect("joined"),
        (5..=604).collect::<Vec<_>>()
    );
}

#[test]
fn wks_7_after_a_failure_writing_goes_on_by_itself_and_nothing_refused_is_found() {
    // Invariant 3. A file stands where the shadow log's folder was: no segment can be begun.
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    fill(&store, 3);
    let shadow = dir.path().join("shadow");
    std::fs::remove_dir_all(&shadow).expect("removed");
    std::fs::write(&shadow, "in the way").expect("written");
    for _ in 0..2 {
        let answer = block_on(store.journal().append(4, samples(4, 9)));
        assert!(matches!(answer, Err(AppendError::Refused(_))), "{answer:?}");
        assert!(store.journal().try_again().is_err());
        assert_holds(&store, 3);
    }
    std::fs::remove_file(&shadow).expect("removed");
    fill(&store, 5);
    store.journal().try_again().expect("writable");
    drop(store);

    let store = Store::open(dir.path()).expect("opened again");
    assert_holds(&store, 5);
    assert_eq!(store.journal().restored(), 3, "into the shadow log");
    assert!(store.verify().expect("verified").is_sound());
}

#[test]
fn wks_7_a_group_that_cannot_even_be_cut_off_is_unknown_and_nothing_follows_it() {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path()).expect("opened");
    // A device that is always full, and that cannot be shortened.
    let segment = dir.path().join("shadow").join("00000000000000000001.log");
    std::os::unix::fs::symlink("/dev/full", segment).expect("linked");
    let answer = block_on(store.journal().append(1, samples(1, 2)));
    let Err(AppendError::Unknown(fault)) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(fault.kind, FaultKind::Full);
    let answer = block_on(store.journal().append(1, samples(1, 1)));
    assert!(matches!(answer, Err(AppendError::Refused(_))), "{answer:?}");
    assert_eq!(store.journal().last(), 0);
    assert_eq!(block_on(store.journal().read(1)).expect("read"), None);
}
