//! Decay of sled's own files: the full truth comes back from the shadow log, unasked.

use proptest::prelude::*;

use super::*;

const RECORDS: Seq = 400;

/// A store whose sled files somebody hurt opens with everything: the shadow log is whole.
fn check(dir: &Path) {
    let store = Store::open(dir).unwrap_or_else(|fault| panic!("{fault}"));
    assert_holds(&store, RECORDS);
    fill(&store, RECORDS + 1);
    drop(store);
    recover(dir).expect("recovered");
    let store = Store::open(dir).expect("opened");
    assert_holds(&store, RECORDS + 1);
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
