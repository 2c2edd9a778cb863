//! The codec and its limits.

use serde::{Deserialize, Serialize};

use super::super::codec::{MAX_ENCODED, decode, encode};
use super::*;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Sample {
    Plain,
    Full {
        id: u64,
        text: String,
        maybe: Option<i32>,
        wide: u128,
    },
    Bytes(Vec<u8>),
}

fn full() -> Sample {
    Sample::Full {
        id: 300,
        text: "été".into(),
        maybe: Some(-2),
        wide: 1 << 100,
    }
}

#[test]
fn invariant_7_the_encoding_stays_bit_for_bit() {
    let golden: &[u8] = &[
        1, 251, 44, 1, 5, 195, 169, 116, 195, 169, 1, 3, 254, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        16, 0, 0, 0,
    ];
    assert_eq!(encode(&full()).expect("encoded"), golden);
    assert_eq!(decode::<Sample>(golden).expect("decoded"), full());
    assert_eq!(encode(&Sample::Plain).expect("encoded"), [0]);
}

#[test]
fn bytes_too_many_or_too_few_are_refused() {
    let mut bytes = encode(&full()).expect("encoded");
    for length in 0..bytes.len() {
        let fault = decode::<Sample>(&bytes[..length]).expect_err("cut");
        assert_eq!(fault.kind, FaultKind::Damaged);
    }
    bytes.push(0);
    assert_eq!(
        decode::<Sample>(&bytes).expect_err("long").kind,
        FaultKind::Damaged
    );
    assert_eq!(
        decode::<Sample>(&[9]).expect_err("variant").kind,
        FaultKind::Damaged
    );
}

#[test]
fn a_claim_of_gigabytes_is_refused_before_anything_is_allocated() {
    // A length of 2^62 bytes, and one of 200 MB: both more than may be claimed.
    for length in [1_u64 << 62, 200_000_000] {
        let mut bytes = vec![2, 253];
        bytes.extend_from_slice(&length.to_le_bytes());
        assert_eq!(
            decode::<Sample>(&bytes).expect_err("claim").kind,
            FaultKind::Damaged
        );
        assert_eq!(
            decode::<Vec<u64>>(&bytes[1..]).expect_err("claim").kind,
            FaultKind::Damaged
        );
    }
}

#[test]
fn what_may_be_encoded_can_be_decoded() {
    // The worst ratio: sixteen bytes claimed for each one encoded.
    let widest = vec![1_u128; MAX_ENCODED - 16];
    let bytes = encode(&widest).expect("encoded");
    assert_eq!(
        decode::<Vec<u128>>(&bytes).expect("decoded").len(),
        widest.len()
    );

    let fault = encode(&Sample::Bytes(vec![0; MAX_ENCODED + 1])).expect_err("too large");
    assert_eq!(fault.kind, FaultKind::TooLarge);
    let fault = decode::<Sample>(&vec![0; MAX_ENCODED + 1]).expect_err("too large");
    assert_eq!(fault.kind, FaultKind::TooLarge);
}
