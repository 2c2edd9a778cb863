//! Tampering and decay: the chain, the digests and the checksums see every bit.

use proptest::prelude::*;

use super::super::engine::Engine;
use super::super::layout;
use super::*;

const RECORDS: Seq = 12;

/// Changes one stored record behind the journal's back.
fn tamper(dir: &Path, seq: Seq, change: impl FnOnce(&mut Vec<u8>)) {
    let engine = Engine::open(dir, &dir.join("journal"), 1 << 20).expect("engine");
    engine
        .call("tampering", |db| {
            let mut bytes = db.get(seq.to_be_bytes())?.expect("there").to_vec();
            change(&mut bytes);
            db.insert(seq.to_be_bytes(), bytes)?;
            db.flush()
        })
        .expect("tampered");
}

/// Makes the checksum fit again, as somebody who knows the format would.
fn fit_checksum(bytes: &mut [u8]) {
    let checksum = crc32fast::hash(&bytes[5..]).to_le_bytes();
    bytes[1..5].copy_from_slice(&checksum);
}

/// Without the shadow log, which would see any difference.
fn verify_alone(dir: &Path) -> Result<Report, Fault> {
    let _ = std::fs::remove_dir_all(dir.join("shadow"));
    let mut report = verify(dir)?;
    assert_eq!(report.different, report.records);
    report.different = 0;
    Ok(report)
}

fn is_noticed(dir: &Path) -> bool {
    match verify_alone(dir) {
        Ok(report) => !report.is_sound(),
        Err(fault) => fault.kind == FaultKind::NewerFormat,
    }
}

#[test]
fn an_untouched_journal_verifies() {
    // PPL-6.
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), RECORDS);
    let report = verify(dir.path()).expect("verified");
    assert!(report.is_sound(), "{report:?}");
    assert_eq!((report.records, report.last), (RECORDS, RECORDS));
    let store = Store::open(dir.path()).expect("opened");
    let last = block_on(store.journal().read(RECORDS))
        .expect("read")
        .expect("there");
    assert_eq!(report.head, last.header.hash());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn ppl_6_any_flipped_bit_is_noticed(seq in 1..=RECORDS, at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let dir = tempfile::tempdir().expect("dir");
        filled(dir.path(), RECORDS);
        tamper(dir.path(), seq, |bytes| {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        });
        prop_assert!(is_noticed(dir.path()));
    }

    #[test]
    fn ppl_6_a_change_with_a_fitting_checksum_is_noticed(seq in 1..RECORDS, at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let dir = tempfile::tempdir().expect("dir");
        filled(dir.path(), RECORDS);
        tamper(dir.path(), seq, |bytes| {
            let at = 5 + at.index(bytes.len() - 5);
            bytes[at] ^= 1 << bit;
            fit_checksum(bytes);
        });
        prop_assert!(is_noticed(dir.path()));
    }
}

#[test]
fn ppl_6_other_words_under_the_same_header_are_noticed_at_their_record() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), RECORDS);
    tamper(dir.path(), 4, |bytes| {
        *bytes.last_mut().expect("not empty") = b'!';
        fit_checksum(bytes);
    });
    let report = verify(dir.path()).expect("verified");
    assert_eq!(report.bad, 1);
    assert_eq!(report.first_bad.expect("bad").0, 4);
    let difference = Difference {
        seq: 4,
        how: Disagreement::NotTheSame,
    };
    assert_eq!(report.differences, vec![difference]);
}

#[test]
fn ppl_6_a_missing_record_is_noticed() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), RECORDS);
    let engine = Engine::open(dir.path(), &dir.path().join("journal"), 1 << 20).expect("engine");
    engine
        .call("removing", |db| db.remove(6_u64.to_be_bytes()))
        .expect("removed");
    drop(engine);
    let report = verify(dir.path()).expect("verified");
    assert_eq!(
        (report.bad, report.records, report.last),
        (1, RECORDS - 1, RECORDS)
    );
    assert_eq!(report.first_bad.expect("bad").0, 6);
    let difference = Difference {
        seq: 6,
        how: Disagreement::NotInJournal,
    };
    assert_eq!(report.differences, vec![difference]);
}

#[test]
fn an_erased_payload_leaves_the_chain_whole() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), RECORDS);
    tamper(dir.path(), 5, |bytes| {
        let mut record = layout::decode(bytes).expect("decoded");
        record.payload = Payload::Erased;
        *bytes = layout::encode(&record);
    });
    let report = verify_alone(dir.path()).expect("verified");
    assert!(report.is_sound(), "{report:?}");
    let store = Store::open(dir.path()).expect("opened");
    let record = block_on(store.journal().read(5))
        .expect("read")
        .expect("there");
    assert_eq!(record.payload, Payload::Erased);
    fill(&store, RECORDS + 1);
}

/// Changes a byte of a record in the shadow log.
fn tamper_shadow(dir: &Path, seq: Seq) {
    let path = dir.join("shadow").join("00000000000000000001.log");
    let mut bytes = std::fs::read(&path).expect("read");
    let words = format!("record {seq}: ").into_bytes();
    let at = bytes
        .windows(words.len())
        .position(|window| window == words)
        .expect("there");
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).expect("written");
}

#[test]
fn wks_7_a_damaged_record_is_read_from_the_other_log_and_named_when_neither_has_it() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 600);
    tamper(dir.path(), 7, |bytes| bytes[60] ^= 4);
    let store = Store::open(dir.path()).expect("the damage is far from the end");
    assert_holds(&store, 600);
    let report = store.verify().expect("verified");
    assert_eq!((report.bad, report.different, report.missing), (1, 1, 0));
    tamper_shadow(dir.path(), 7);
    let fault = block_on(store.journal().read(7)).expect_err("damaged");
    assert_eq!(fault.kind, FaultKind::Damaged);
    assert!(fault.what.contains("record 7 "), "{fault}");
    assert!(fault.hint.contains("entremise recover --data"), "{fault}");
    let fault = block_on(store.journal().range(1, 20)).expect_err("damaged");
    assert!(fault.what.contains("record 7 "), "{fault}");
    assert_eq!(
        block_on(store.journal().range(8, 20)).expect("read").len(),
        20
    );
    let report = store.verify().expect("verified");
    assert_eq!(report.missing, 1);
    assert_eq!(
        (report.missing_runs[0].from, report.missing_runs[0].to),
        (7, 7)
    );
}

#[test]
fn wks_7_damage_at_the_end_of_the_journal_is_mended_at_the_start() {
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 600);
    tamper(dir.path(), 599, |bytes| bytes[60] ^= 4);
    let store = Store::open(dir.path()).expect("opened");
    assert_eq!(store.journal().restored(), 1);
    assert_holds(&store, 600);
    assert!(store.verify().expect("verified").is_sound());
}

#[test]
fn a_record_of_a_newer_version_asks_for_an_upgrade() {
    // Invariant 7, from the other side.
    let dir = tempfile::tempdir().expect("dir");
    filled(dir.path(), 3);
    tamper(dir.path(), 3, |bytes| bytes[0] = layout::FORMAT + 1);
    let fault = open_fault(dir.path());
    assert_eq!(fault.kind, FaultKind::NewerFormat);
    assert!(fault.to_string().contains("upgrade entremise"), "{fault}");
}
