//! Invariant 7: a record written by any released version is readable by every later one.
//!
//! The files under `tests/golden/` are never changed; a new format adds files.

use super::super::layout::{self, Flaw};
use super::*;

const PRESENT: &str = include_str!("../../../tests/golden/record-v1.hex");
const ON_BEHALF: &str = include_str!("../../../tests/golden/record-v1-on-behalf.hex");
const ERASED: &str = include_str!("../../../tests/golden/record-v1-erased.hex");
const LOST: &str = include_str!("../../../tests/golden/record-lost-v1.hex");

fn bytes_of(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits
        .chunks(2)
        .map(|pair| {
            let pair = std::str::from_utf8(pair).expect("ascii");
            u8::from_str_radix(pair, 16).expect("hex")
        })
        .collect()
}

fn hex_of(bytes: &[u8]) -> String {
    let lines = bytes.chunks(32).map(|line| {
        let digits: Vec<String> = line.iter().map(|byte| format!("{byte:02x}")).collect();
        digits.concat() + "\n"
    });
    lines.collect()
}

fn first() -> Record {
    let new = NewRecord {
        at_ms: 1_767_225_600_123,
        actor: 17,
        on_behalf: None,
        command: 0x0123_4567_89ab_cdef_0011_2233_4455_6677,
        salt: *b"sixteen of salt.",
        payload: "Réponse envoyée".as_bytes().to_vec(),
    };
    of_format(1, layout::seal(new, 1, [0; 32]))
}

/// The record as a version wrote it whose newest format that was.
fn of_format(format: u8, mut record: Record) -> Record {
    record.header.format = format;
    record
}

fn second() -> Record {
    let new = NewRecord {
        at_ms: -1,
        actor: u32::MAX,
        on_behalf: Some(3),
        command: 1,
        salt: [0xee; 16],
        payload: Vec::new(),
    };
    of_format(1, layout::seal(new, 2, first().header.hash()))
}

fn erased() -> Record {
    Record {
        payload: Payload::Erased,
        ..first()
    }
}

fn lost() -> Record {
    let lost = Lost {
        from_ms: 1_767_225_600_123,
        until_ms: 1_767_225_660_123,
        hash: Some([0xab; 32]),
    };
    layout::lost(7, lost)
}

#[test]
fn invariant_7_records_of_format_1_are_written_and_read_bit_for_bit() {
    for (record, golden) in [
        (first(), PRESENT),
        (second(), ON_BEHALF),
        (erased(), ERASED),
        (lost(), LOST),
    ] {
        assert_eq!(hex_of(&layout::encode(&record)), golden);
        assert_eq!(layout::decode(&bytes_of(golden)), Ok(record));
    }
}

#[test]
fn invariant_7_the_chain_hash_of_format_1_stays() {
    assert_eq!(
        blake3::Hash::from_bytes(second().header.hash())
            .to_hex()
            .as_str(),
        "24bd1307cbd190153d192be576cca0453bc9519e714b625c8f7a07808d2b5849"
    );
}

#[test]
fn invariant_7_later_formats_have_the_layout_of_format_1() {
    let before = layout::encode(&first());
    for format in 2..=layout::FORMAT {
        let record = of_format(format, first());
        let bytes = layout::encode(&record);
        assert_eq!(layout::decode(&bytes), Ok(record));
        assert_eq!((bytes[0], bytes.len()), (format, before.len()));
        // The format, twice, and the checksum.
        let others = bytes.iter().zip(&before).enumerate();
        let others: Vec<usize> = others
            .filter(|(_, (now, was))| now != was)
            .map(|(at, _)| at)
            .collect();
        let place = |at: &usize| (0..5).contains(at) || bytes[*at] == format;
        assert!(others.iter().all(place), "{others:?}");
    }
}

#[test]
fn every_cut_record_is_refused() {
    // Whole at its end, and where an erased one would end: there the checksum speaks.
    let whole = layout::encode(&first());
    for length in 0..whole.len() {
        assert!(layout::decode(&whole[..length]).is_err(), "{length}");
    }
    let mut longer = whole;
    longer.push(0);
    assert!(layout::decode(&longer).is_err());
    let whole = layout::encode(&lost());
    for length in 0..whole.len() {
        assert!(layout::decode(&whole[..length]).is_err(), "{length}");
    }
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let mut bytes = layout::encode(&first());
    bytes[0] = layout::FORMAT + 1;
    assert_eq!(layout::decode(&bytes), Err(Flaw::Newer));
    bytes[0] = 0;
    assert!(matches!(layout::decode(&bytes), Err(Flaw::Bad(_))));
}
