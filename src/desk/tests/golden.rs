//! Invariant 7: the events of a record written by any released version are read by every later one.
//!
//! The files under `tests/golden/` are never changed; a new event adds a file, a new format a folder.

use super::kept::is_kept;
use super::*;
use crate::domain::access::event::AccessEvent;
use crate::domain::access::{Algorithm, CodeDigest, Fingerprint, NewKey};
use crate::domain::ids::InvitationId;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::event::RequestEvent;
use crate::domain::tests::bench::{BEN, FAY};

/// What a person who was invited and left again leaves in the journal.
fn access() -> Vec<Event> {
    let text = "SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDGCckOZ2p6F7VcnZg";
    let fingerprint = Fingerprint::parse(text).expect("a fingerprint");
    let invitation = InvitationId(3);
    vec![
        Event::Access(AccessEvent::Invited {
            invitation,
            person: FAY,
            digest: CodeDigest([0xd1; 32]),
            until: 1_773_133_200_000,
        }),
        Event::Access(AccessEvent::InvitationUsed {
            invitation,
            fingerprint: fingerprint.clone(),
        }),
        Event::Access(AccessEvent::KeyAdded {
            person: FAY,
            key: Box::new(NewKey {
                fingerprint: fingerprint.clone(),
                algorithm: Algorithm::SkEcdsaP256,
                public: "sk-ecdsa-sha2-nistp256@openssh.com AAAA".into(),
                name: "clé".into(),
            }),
        }),
        Event::Access(AccessEvent::KeyNamed {
            fingerprint: fingerprint.clone(),
            from: "clé".into(),
            to: "bureau".into(),
        }),
        Event::Access(AccessEvent::KeyRevoked { fingerprint }),
        Event::Access(AccessEvent::InvitationWithdrawn { invitation }),
        Event::People(PeopleEvent::Renamed {
            person: BEN,
            from: ("Ben".into(), "".into()),
            to: ("Benoît".into(), "b@x.example".into()),
        }),
    ]
}

#[test]
fn invariant_7_events_of_keys_and_invitations_are_written_and_read_bit_for_bit() {
    is_kept("access", &access());
}

/// What an officer who puts a client right leaves in the journal.
fn contact() -> Vec<Event> {
    use crate::domain::house::Language;
    use crate::domain::ids::{ContactId, RequestId};
    use crate::domain::organisation::contact::ContactEntry;
    use crate::domain::request::change::Change;
    vec![
        Event::Directory(DirectoryEvent::ContactChanged {
            contact: ContactId(7),
            from: Box::default(),
            to: Box::new(ContactEntry {
                name: "Zoé".into(),
                email: "z@x.example".into(),
                phone: "01 02".into(),
            }),
        }),
        Event::Request(RequestEvent::Changed {
            request: RequestId(9),
            change: Change::Language {
                from: Language::UNKNOWN,
                to: Language::FR,
            },
        }),
    ]
}

#[test]
fn invariant_7_events_of_contacts_are_written_and_read_bit_for_bit() {
    is_kept("contact", &contact());
}

/// What is written down once more behind lost records.
fn restated() -> Vec<Event> {
    let piece = Box::new(crate::domain::restated::Restated {
        form: 1,
        part: 0,
        parts: 1,
        upto: 300,
        bytes: [0x78, 0x9c, 0xff].into(),
    });
    vec![Event::Restated { piece }]
}

#[test]
fn invariant_7_a_piece_of_a_restatement_is_written_and_read_bit_for_bit() {
    is_kept("restated", &restated());
}
