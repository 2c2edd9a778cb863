//! Invariant 7: the events of a record written by any released version are read by every later one.
//!
//! The files under `tests/golden/` are never changed; a new event adds a file, a new format a folder.

use super::kept::is_kept;
use super::*;
use crate::domain::access::event::AccessEvent;
use crate::domain::access::{Algorithm, CodeDigest, Fingerprint, NewKey};
use crate::domain::house::event::HouseEvent;
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
                ..ContactEntry::default()
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

/// What a house that makes a list its own leaves in the journal.
fn lists() -> Vec<Event> {
    use crate::domain::house::Language;
    use crate::domain::lists::event::ListsEvent;
    use crate::domain::lists::{List, ListEntry, ListName};
    let entry = |number, key: &str, retired| ListEntry {
        number,
        key: key.into(),
        names: vec![
            (Language::FR, "visite d’étude".into()),
            (Language::EN, "study visit".into()),
        ],
        retired,
        ..ListEntry::bare(number, key)
    };
    let list = |entries, struck| Box::new(List { entries, struck });
    let changed = |name: &ListName| {
        Event::Lists(ListsEvent::Changed {
            list: *name,
            from: list(vec![entry(0, "workshop", false)], Vec::new()),
            to: list(
                vec![entry(1_000, "study_visit", true)],
                vec![entry(0, "workshop", false)],
            ),
        })
    };
    // Those that there were when lists were first kept.
    ListName::ALL.iter().take(8).map(changed).collect()
}

/// What lists that came later leave, and what entries gained since.
fn later_lists() -> Vec<Event> {
    use crate::domain::house::Language;
    use crate::domain::lists::event::ListsEvent;
    use crate::domain::lists::{List, ListEntry, ListName, Pair};
    let bare = |number, key| ListEntry::bare(number, key);
    let pair = ListEntry {
        pair: Some(Pair {
            from: Language::FR,
            to: Language::NL,
        }),
        ..bare(1_000, "fr_nl")
    };
    let told = ListEntry {
        contains: vec![(Language::EN, "the board".into())],
        ..bare(1, "standard")
    };
    let changed = |(list, entry): (ListName, ListEntry)| {
        let to = List {
            entries: vec![entry],
            struck: Vec::new(),
        };
        Event::Lists(ListsEvent::Changed {
            list,
            from: Box::default(),
            to: Box::new(to),
        })
    };
    let all = [
        (ListName::Skill, pair),
        (ListName::Subscription, told),
        (ListName::Tag, bare(0, "federation_member")),
        (ListName::Decline, bare(0, "dates")),
    ];
    all.into_iter().map(changed).collect()
}

#[test]
fn invariant_7_events_of_later_lists_are_written_and_read_bit_for_bit() {
    is_kept("later-lists", &later_lists());
}

#[test]
fn invariant_7_events_of_lists_are_written_and_read_bit_for_bit() {
    is_kept("lists", &lists());
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

/// What an administrator who changes settings leaves in the journal.
fn settings() -> Vec<Event> {
    use crate::domain::house::{Funds, Identity, Language, Validation};
    use crate::domain::ids::RequestId;
    use crate::domain::terms::Terms;
    let from = bench::house();
    let mut to = from.clone();
    to.answer_minutes = 240;
    to.identities = vec![Identity {
        country: bench::country("BE"),
        name: "La Fresque asbl".into(),
        address: "1 rue Haute\n1000 Bruxelles".into(),
        registration: "BCE 0000.000.000".into(),
        vat: "BE0000000000".into(),
        bank: "IBAN".into(),
        footer: "RPM Bruxelles".into(),
    }];
    to.validation = Validation {
        subcontracting: false,
        introduction: true,
    };
    to.papers = vec![Language::FR, Language::EN];
    to.funds = Funds::Through("Bank".into());
    let licensed = crate::domain::house::House {
        funds: Funds::Licence("ACPR".into()),
        ..to.clone()
    };
    let terms = |hours| Terms {
        contact_after_hours: hours,
        ..Terms::default()
    };
    vec![
        Event::House(HouseEvent::Settled {
            from: Box::new(from),
            to: Box::new(to),
        }),
        Event::House(HouseEvent::Changed {
            to: Box::new(licensed),
        }),
        Event::House(HouseEvent::TermsSettled {
            from: Box::new(terms(24)),
            to: Box::new(terms(48)),
        }),
        Event::House(HouseEvent::Recounted {
            from: RequestId(1),
            upto: RequestId(500),
        }),
    ]
}

#[test]
fn invariant_7_events_of_settings_are_written_and_read_bit_for_bit() {
    is_kept("settings", &settings());
}

/// What an administrator who says how papers are written leaves in the journal.
fn wordings() -> Vec<Event> {
    use crate::domain::house::Language;
    use crate::domain::wording::{Wording, plain};
    let first = plain(Language::NL);
    let mut then: Wording = first.clone();
    then.units.insert("word".into(), "woord".into());
    then.dates.first = "1e".into();
    let changed = |from: Option<&Wording>, to: Option<&Wording>| HouseEvent::WordingChanged {
        language: Language::NL,
        from: from.cloned().map(Box::new),
        to: to.cloned().map(Box::new),
    };
    vec![
        changed(None, Some(&first)).into(),
        changed(Some(&first), Some(&then)).into(),
        changed(Some(&then), None).into(),
    ]
}

#[test]
fn invariant_7_events_of_wordings_are_written_and_read_bit_for_bit() {
    is_kept("wordings", &wordings());
}

/// What an administrator who changes how mail is read leaves in the journal.
fn readings() -> Vec<Event> {
    use crate::domain::house::Language;
    use crate::text::reading::Words;
    let first = Words([("deadline.limits".into(), vec!["tegen".into()])].into());
    let mut then = first.clone();
    then.0.insert("dates.order".into(), vec!["day".into()]);
    let changed = |from: Option<&Words>, to: Option<&Words>| HouseEvent::ReadingChanged {
        language: Language::NL,
        from: from.cloned().map(Box::new),
        to: to.cloned().map(Box::new),
    };
    vec![
        changed(None, Some(&first)).into(),
        changed(Some(&first), Some(&then)).into(),
        changed(Some(&then), None).into(),
    ]
}

#[test]
fn invariant_7_events_of_readings_are_written_and_read_bit_for_bit() {
    is_kept("readings", &readings());
}

/// What an administrator who puts a logo on papers leaves in the journal, and a paper that is sent with it.
fn logos() -> Vec<Event> {
    use crate::domain::house::Logo;
    let first = Logo {
        name: "logo.png".into(),
        width: 320,
        height: 120,
        size: 12_288,
        file: [0xc3; 32],
    };
    let then = Logo {
        name: "logo-2.jpg".into(),
        file: [0xc4; 32],
        ..first.clone()
    };
    let changed = |from: Option<&Logo>, to: Option<&Logo>| HouseEvent::LogoSet {
        country: super::bench::country("FR"),
        from: from.cloned().map(Box::new),
        to: to.cloned().map(Box::new),
    };
    vec![
        changed(None, Some(&first)).into(),
        changed(Some(&first), Some(&then)).into(),
        changed(Some(&then), None).into(),
        super::papers::papered_with(&first),
    ]
}

#[test]
fn invariant_7_events_of_logos_are_written_and_read_bit_for_bit() {
    is_kept("logos", &logos());
}
