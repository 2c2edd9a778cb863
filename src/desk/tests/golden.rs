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
use crate::domain::quotation::event::OfQuotation;
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

/// What a quotation that went from hand to hand leaves in the journal.
fn quotation() -> Vec<Event> {
    use crate::domain::house::Language;
    use crate::domain::ids::{ContactId, QuotationId};
    use crate::domain::money::Currency;
    use crate::domain::prices::{Line, Unit};
    use crate::domain::quotation::QuotationEvent;
    use crate::domain::quotation::event::Text;
    use crate::domain::quotation::{
        Brief, Desk as At, QuotationPart, QuotationStage, QuotationStanding, Round, Texts, Version,
    };
    use crate::domain::trade::{Audience, Work};
    let standing = |stage, sent| QuotationStanding {
        stage,
        round: Round::R2,
        turn_of: Some(BEN),
        due: Some(1_773_133_200_000),
        copies: vec![ANNA, FAY],
        r1_at: Some(1_773_100_000_000),
        versions: 2,
        sent,
    };
    let brief = Brief {
        work: Some(Work::PROGRAMME),
        audience: Some(Audience::PUBLIC),
        market: Some(bench::country("FR")),
        brand: "maison".into(),
        language: Language::FR,
        participants: Some(24),
        sessions: Some(3),
        dates: "en été".into(),
        place: "Lyon".into(),
        online: Some(false),
        deadline: Some(1_773_200_000_000),
    };
    let line = |product: Option<&str>| Line {
        product: product.map(Into::into),
        text: "Atelier".into(),
        unit: Unit::FLAT,
        quantity: 2,
        price: 95_000,
        discount: 55,
        vat: 200,
    };
    let version = Version {
        currency: Currency::EUR,
        lines: vec![line(Some("atelier")), line(None)],
        note: "une remarque".into(),
        listed: true,
        valid_until: 1_775_000_000_000,
    };
    let texts = Texts {
        project: "Deux après-midi.".into(),
        conditions: "À 30 jours.".into(),
    };
    let at = 1_773_133_200_000;
    let all = vec![
        QuotationEvent::Begun {
            officer: BEN,
            brief: Box::new(Brief::default()),
            standing: Box::new(standing(QuotationStage::At(At::Brief), None)),
        },
        QuotationEvent::Briefed {
            from: Box::new(Brief::default()),
            to: Box::new(brief),
            was: Some(7),
            asked: Text::Here("Deux groupes.".into()),
        },
        QuotationEvent::Written {
            number: 1,
            version: Box::new(version),
            part: QuotationPart::Texts,
            texts: Some(Box::new(texts)),
            back: false,
        },
        QuotationEvent::Moved {
            from: Box::new(standing(QuotationStage::Sent { version: 2, at }, Some(2))),
            to: Box::new(standing(
                QuotationStage::Accepted { version: 2, at },
                Some(2),
            )),
            words: "Bon pour accord".into(),
            word_of: Some(ContactId(3)),
        },
        QuotationEvent::Moved {
            from: Box::new(standing(
                QuotationStage::Declined { version: 2, at },
                Some(2),
            )),
            to: Box::new(standing(QuotationStage::Dropped { at }, None)),
            words: "".into(),
            word_of: None,
        },
        QuotationEvent::Extended {
            number: 2,
            from: 1,
            to: 2,
        },
        QuotationEvent::Tagged {
            tag: "adhérent".into(),
            there: true,
        },
    ];
    let of = |event| {
        Event::Quotation(OfQuotation {
            request: RequestId(4),
            quotation: QuotationId(5),
            event: Box::new(event),
        })
    };
    let mut events: Vec<Event> = all.into_iter().map(of).collect();
    events.push(Event::House(HouseEvent::PricesChanged {
        to: Box::new(crate::domain::tests::prices::book()),
    }));
    events
}

#[test]
fn invariant_7_events_of_quotations_and_prices_are_written_and_read_bit_for_bit() {
    is_kept("quotation", &quotation());
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
    ListName::ALL.iter().map(changed).collect()
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
