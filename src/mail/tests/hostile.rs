//! REQ-1, WKS-6: limits hold, and no bytes whatever make the layer fail.

use crate::mail::{Incoming, Kind, Reason, Source, limits, parse};
use crate::text::quote::reply_parts;
use proptest::{collection::vec, prelude::*, sample::select};
use std::io::Cursor;

const SEEDS: [&[u8]; 9] = [
    include_bytes!("../../../tests/mail/french-plain.eml"),
    include_bytes!("../../../tests/mail/alternative-inline.eml"),
    include_bytes!("../../../tests/mail/html-only.eml"),
    include_bytes!("../../../tests/mail/japanese.eml"),
    include_bytes!("../../../tests/mail/invitation.eml"),
    include_bytes!("../../../tests/mail/bounce.eml"),
    include_bytes!("../../../tests/mail/two-messages.mbox"),
    include_bytes!("../../../tests/mail/demandes.csv"),
    include_bytes!("../../../tests/mail/requests.jsonl"),
];

/// Pieces that lead into the corners of parsers.
const PIECES: [&[u8]; 30] = [
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\r",
    b"--",
    b"\n--outer\n",
    b"--outer--\n",
    b"From: ",
    b"From ",
    b"\nFrom ",
    b"Content-Type: multipart/mixed; boundary=outer\n",
    b"Content-Type: text/html; charset=",
    b"; charset=utf-7",
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Transfer-Encoding: quoted-printable\n",
    b"=?utf-8?B?",
    b"?=",
    b"=?iso-2022-jp?Q?=1B$B",
    b"<",
    b">",
    b"\"",
    b"(",
    b")",
    b"\\",
    b"filename*0*=x''%",
    b"&#x110000;",
    b"=\n",
    b"\x1b$B\xff",
    b"BEGIN:VEVENT\nDTSTART;TZID=",
    b"{\"subject\":[",
];

fn take_all(raw: &[u8]) {
    let _ = parse(raw).map(|message| {
        assert!(message.body.len() <= limits::BODY);
        assert!(message.subject.chars().count() <= limits::LINE);
        assert!(message.to.len() <= limits::ADDRESSES && message.parents.len() <= limits::PARENTS);
        let parts = reply_parts(&message.body, crate::text::reading::shipped());
        assert_eq!(parts.own.len() + parts.quoted.len(), message.body.len());
    });
    for kind in [Kind::Mail, Kind::Csv, Kind::Json] {
        let Ok(source) = Source::from_reader("x", Cursor::new(raw.to_vec()), kind) else {
            continue;
        };
        for found in source {
            if let Incoming::SetAside(aside) = found.unwrap() {
                assert!(aside.excerpt.len() <= limits::EXCERPT);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn req_1_random_bytes_never_fail(raw in vec(any::<u8>(), 0..600)) {
        take_all(&raw);
    }

    #[test]
    fn req_1_random_pieces_never_fail(pieces in vec(prop_oneof![
        4 => select(PIECES.to_vec()).prop_map(<[u8]>::to_vec),
        1 => vec(any::<u8>(), 0..6),
        1 => "[a-zA-Z0-9=+/ :;,.@é-]{0,12}".prop_map(String::into_bytes),
    ], 0..60)) {
        take_all(&pieces.concat());
        take_all(&[b"From: a@example.org\n".to_vec(), pieces.concat()].concat());
    }

    #[test]
    fn req_1_mutated_mails_never_fail(
        seed in 0..SEEDS.len(),
        edits in vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4u8, any::<u8>()), 1..12),
    ) {
        let mut raw = SEEDS[seed].to_vec();
        for (at, piece, kind, byte) in edits {
            if raw.is_empty() {
                break;
            }
            let at = at.index(raw.len());
            match kind {
                0 => raw[at] = byte,
                1 => { raw.splice(at..at, piece.get(&PIECES).iter().copied()); }
                2 => { raw.drain(at..raw.len().min(at + usize::from(byte))); }
                _ => raw.truncate(at),
            }
        }
        take_all(&raw);
    }
}

fn refused(raw: &str) -> Reason {
    parse(raw.as_bytes()).unwrap_err()
}

#[test]
fn req_1_limits_have_reasons() {
    let open = |n: usize| format!("Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n");
    let nested = |levels: usize| (0..levels).map(open).collect::<String>();
    let from = "From: a@example.org\n";
    assert_eq!(
        refused(&format!("{from}{}", nested(limits::NESTING + 1))),
        Reason::TooDeep
    );
    assert!(parse(format!("{from}{}\nx", nested(limits::NESTING)).as_bytes()).is_ok());
    let parts = "--b0x\n\nx\n".repeat(limits::PARTS);
    assert_eq!(
        refused(&format!("{from}{}\nx\n{parts}", open(0))),
        Reason::TooManyParts
    );
    assert_eq!(
        refused(&format!("{from}{}", "A: 1\n".repeat(limits::HEADERS))),
        Reason::TooManyHeaders
    );
    let in_part = format!("{from}{}{}", open(0), "A: 1\n".repeat(limits::HEADERS - 1));
    assert_eq!(refused(&in_part), Reason::TooManyHeaders);
    assert_eq!(
        refused(&format!("{from}Subject: {}\n", "x".repeat(limits::HEADER))),
        Reason::HeaderTooLong
    );
    assert_eq!(
        parse(&vec![b'x'; limits::MESSAGE + 1]).unwrap_err(),
        Reason::TooLarge
    );
    for nothing in [
        "",
        "\n\n\n",
        "hello",
        "hello: world\n\ntext",
        "From:\nSubject:\n\n \n",
    ] {
        assert_eq!(refused(nothing), Reason::NotAMail, "{nothing:?}");
    }
}

#[test]
fn req_1_attached_messages_in_attached_messages_are_one_file() {
    let raw = format!(
        "From: a@example.org\n{}",
        "Content-Type: message/rfc822\n\n".repeat(300_000)
    );
    assert_eq!(parse(raw.as_bytes()).unwrap().attachments.len(), 1);
}

#[test]
fn req_1_a_long_text_is_cut_in_sight_and_kept_whole() {
    let text = "é".repeat(limits::BODY);
    let mail = parse(format!("From: a@example.org\n\n{text}").as_bytes()).unwrap();
    assert!(mail.body.len() <= limits::BODY && mail.body.ends_with("joint.]"));
    assert_eq!(mail.attachments[0].bytes, text.as_bytes());
    let csv = format!("subject,body\na,\"{text}\"\n");
    let found = Source::from_reader("x", Cursor::new(csv.into_bytes()), Kind::Csv)
        .unwrap()
        .next();
    let Some(Ok(Incoming::Message(row))) = found else {
        panic!("{found:?}")
    };
    assert!(row.body.ends_with("joint.]"));
    assert_eq!(row.attachments[0].bytes, text.as_bytes());
}

#[test]
fn req_1_lists_and_names_are_cut() {
    let ids: String = (0..1_000).map(|n| format!("<{n}@x> ")).collect();
    let raw = format!(
        "From: a@example.org\nMessage-ID: <{}>\nSubject: {}\nReferences: {ids}\nTo: {}\n\nx",
        "x".repeat(2_000),
        "é".repeat(5_000),
        "b@example.org,".repeat(3_000)
    );
    let mail = parse(raw.as_bytes()).unwrap();
    assert_eq!(mail.message_id, None);
    assert_eq!(mail.subject.chars().count(), limits::LINE);
    assert_eq!(
        (mail.parents.len(), mail.parents[0].as_str()),
        (limits::PARENTS, "999@x")
    );
    assert_eq!(mail.to.len(), limits::ADDRESSES);
}
