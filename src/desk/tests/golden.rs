//! Invariant 7: the events of a record written by any released version are read by every later one.
//!
//! The files under `tests/golden/` are never changed; a new event adds a file.

use super::*;
use crate::domain::access::{Algorithm, CodeDigest, Fingerprint, NewKey};
use crate::domain::ids::InvitationId;
use crate::domain::tests::bench::{BEN, FAY};
use crate::journal::codec;

const ACCESS: &str = include_str!("../../../tests/golden/events-access.hex");

pub(super) fn bytes_of(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).expect("ascii");
        u8::from_str_radix(pair, 16).expect("hex")
    };
    digits.chunks(2).map(byte).collect()
}

pub(super) fn hex_of(bytes: &[u8]) -> String {
    let lines = bytes.chunks(32).map(|line| {
        let digits: Vec<String> = line.iter().map(|byte| format!("{byte:02x}")).collect();
        digits.concat() + "\n"
    });
    lines.collect()
}

/// What a person who was invited and left again leaves in the journal.
fn access() -> Vec<Event> {
    let text = "SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZg";
    let fingerprint = Fingerprint::parse(text).expect("a fingerprint");
    let invitation = InvitationId(3);
    vec![
        Event::Invited {
            invitation,
            person: FAY,
            digest: CodeDigest([0xd1; 32]),
            until: 1_773_133_200_000,
        },
        Event::InvitationUsed {
            invitation,
            fingerprint: fingerprint.clone(),
        },
        Event::KeyAdded {
            person: FAY,
            key: Box::new(NewKey {
                fingerprint: fingerprint.clone(),
                algorithm: Algorithm::SkEcdsaP256,
                public: "sk-ecdsa-sha2-nistp256@openssh.com AAAA".into(),
                name: "clé".into(),
            }),
        },
        Event::KeyNamed {
            fingerprint: fingerprint.clone(),
            from: "clé".into(),
            to: "bureau".into(),
        },
        Event::KeyRevoked { fingerprint },
        Event::InvitationWithdrawn { invitation },
        Event::PersonRenamed {
            person: BEN,
            from: ("Ben".into(), "".into()),
            to: ("Benoît".into(), "b@x.example".into()),
        },
    ]
}

#[test]
fn inv_7_events_of_keys_and_invitations_are_written_and_read_bit_for_bit() {
    let bytes = codec::encode(&access()).expect("encoded");
    assert_eq!(hex_of(&bytes), ACCESS);
    assert_eq!(decode_events(&bytes_of(ACCESS)).expect("decoded"), access());
}
