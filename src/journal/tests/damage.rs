//! Decay of sled's own files: a fault or the full truth, never a panic, never less.

use proptest::prelude::*;

use super::*;

const RECORDS: Seq = 400;

/// A store whose sled files somebody hurt either opens with everything, or says it is damaged
/// and is recovered with everything.
fn check(dir: &Path) {
    match Store::open(dir) {
        Ok(store) => check_open(dir, store),
        Err(fault) => {
            assert!(
                matches!(fault.kind, FaultKind::Damaged | FaultKind::Other),
                "{fault}"
            );
            recover_and_check(dir);
        }
    }
}

fn check_open(dir: &Path, store: Store) {
    assert_eq!(store.journal().last(), RECORDS);
    let read = (1..=RECORDS).all(|seq| match block_on(store.journal().read(seq)) {
        Ok(record) => record.expect("there").header.seq == seq,
        Err(fault) => {
            assert_eq!(fault.kind, FaultKind::Damaged, "{fault}");
            false
        }
    });
    if read {
        assert_holds(&store, RECORDS);
        fill(&store, RECORDS + 1);
    } else {
        drop(store);
        recover_and_check(dir);
    }
}

fn recover_and_check(dir: &Path) {
    assert_eq!(recover(dir).expect("recovered").last, RECORDS);
    let store = Store::open(dir).expect("opened");
    assert_holds(&store, RECORDS);
    assert!(store.verify().expect("verified").is_sound());
}

fn sled_files(dir: &Path) -> Vec<std::path::PathBuf> {
    let journal = dir.join("journal");
    let names = super::super::files::names(&journal).expect("names");
    let files = names.into_iter().map(|name| journal.join(name));
    files.filter(|path| path.is_file()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn invariant_3_no_flipped_byte_in_sleds_files_loses_a_record(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        flip in 1..=255_u8,
        reopened in any::<bool>(),
    ) {
        let dir = tempfile::tempdir().expect("dir");
        filled(dir.path(), RECORDS);
        if reopened {
            // So that there is a snapshot file too.
            drop(Store::open(dir.path()).expect("opened"));
        }
        let files = sled_files(dir.path());
        let path = file.get(&files);
        let mut bytes = std::fs::read(path).expect("read");
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            std::fs::write(path, bytes).expect("written");
            check(dir.path());
        }
    }

    #[test]
    fn invariant_3_no_cut_in_sleds_log_loses_a_record(at in any::<prop::sample::Index>()) {
        let dir = tempfile::tempdir().expect("dir");
        filled(dir.path(), RECORDS);
        let path = dir.path().join("journal").join("db");
        let bytes = std::fs::read(&path).expect("read");
        std::fs::write(&path, &bytes[..at.index(bytes.len())]).expect("written");
        check(dir.path());
    }
}
