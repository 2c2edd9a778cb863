//! REQ-1, REQ-2: mails as they really are, one file each under `tests/mail/`.

use crate::mail::{Address, Message, parse};

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/mail/", $name))
    };
}

fn read(raw: &[u8]) -> Message {
    parse(raw).unwrap()
}

fn address(name: &str, email: &str) -> Address {
    Address {
        name: name.to_owned(),
        email: email.to_owned(),
    }
}

fn files(message: &Message) -> Vec<(&str, &str)> {
    message
        .attachments
        .iter()
        .map(|file| (file.name.as_str(), file.mime.as_str()))
        .collect()
}

#[test]
fn req_1_a_french_mail_with_everything_encoded() {
    let mail = read(fixture!("french-plain.eml"));
    assert_eq!(
        mail.message_id.as_deref(),
        Some("20260302091402.Demande-17@atelier-du-lac.example")
    );
    assert_eq!(mail.sent_at, Some(1_772_439_242_000));
    assert_eq!(
        mail.from,
        address(
            "Claire Martin — Atelier du Lac",
            "Claire.Martin@atelier-du-lac.example"
        )
    );
    assert_eq!(
        mail.to,
        [address("Demandes, accueil", "demandes@maison.example")]
    );
    assert_eq!(
        mail.cc,
        [
            address("René Lefèvre", "rene@maison.example"),
            address("", "lea@example.org"),
            address("Máire", "maire@example.org"),
        ]
    );
    assert_eq!(
        mail.subject,
        "ATELIER DU LAC / Demande d'animation pour café débat (mars)"
    );
    assert_eq!(
        mail.body,
        "Bonjour,\n\nNous organisons un café débat le 24 mars à Annecy, pour 40 personnes, et cherchons \
         un animateur.\n\nBudget : 1\u{a0}200 €. Réponse souhaitée avant le 10 mars si possible.\n\n-- \nClaire Martin"
    );
    assert!(!mail.automatic && mail.attachments.is_empty() && mail.parents.is_empty());
}

#[test]
fn req_1_charsets_declared_or_not() {
    let texts = |raw: &[u8]| {
        let mail = read(raw);
        (mail.from.name, mail.subject, mail.body)
    };
    let own = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(
        texts(fixture!("latin9-crlf.eml")),
        own(
            "Société Brûlé",
            "Devis 1€",
            "Le coût serait de 300 € par journée.\nŒ"
        )
    );
    assert_eq!(
        texts(fixture!("undeclared-1252.eml")),
        own(
            "Gérard",
            "Réunion décalée – salle B",
            "Désolé : la réunion coûte 12€."
        )
    );
    assert_eq!(
        texts(fixture!("undeclared-utf8.eml")),
        own("Gérard Été", "Réunion décalée", "Déjà décalée, désolé.")
    );
    assert_eq!(
        texts(fixture!("japanese.eml")),
        own("山田", "ご依頼", "こんにちは, Lyon.")
    );
    assert_eq!(
        texts(fixture!("chinese.eml")),
        own("", "你好", "你好，世界。")
    );
    assert_eq!(
        texts(fixture!("russian.eml")),
        own("Иван", "Привет", "Привет, Мир")
    );
    assert_eq!(texts(fixture!("utf7.eml")).2, "Réunion à Lyon.");
}

#[test]
fn req_1_dates_with_obsolete_zones_or_none() {
    assert_eq!(
        read(fixture!("latin9-crlf.eml")).sent_at,
        Some(1_772_542_800_000)
    );
    assert_eq!(
        read(fixture!("undeclared-1252.eml")).sent_at,
        Some(1_772_618_400_000)
    );
    assert_eq!(read(fixture!("chinese.eml")).sent_at, None);
    // Without a Date, the first server that took it says when.
    assert_eq!(
        read(fixture!("no-date-no-id.eml")).sent_at,
        Some(1_773_144_000_000)
    );
}

#[test]
fn req_1_html_only_is_readable_text() {
    assert_eq!(
        read(fixture!("html-only.eml")).body,
        "Dear team,\n\nWe would like a two-day workshop in Bristol. Details are on our brief \
         <https://northwind.example/brief?id=7&v=2>.\n\n- 20 participants\n- budget: £4,000\n\n\
         Day | Room\n21 April | Café\n\nBest wishes,\nSam"
    );
}

#[test]
fn req_1_alternatives_inline_images_and_files() {
    let mail = read(fixture!("alternative-inline.eml"));
    assert_eq!(
        mail.parents,
        [
            "answer-1@house.example",
            "middle@house.example",
            "html-1@northwind.example"
        ]
    );
    let parts = crate::text::quote::reply_parts(&mail.body, crate::text::reading::shipped());
    assert_eq!(parts.own, "Yes, the 21st suits us.\n\n");
    assert!(parts.quoted.ends_with("> Would the 21st suit you?"));
    assert_eq!(
        files(&mail),
        [
            ("logo.png", "image/png"),
            ("cahier détaillé.pdf", "application/pdf"),
            ("winmail.dat", "application/ms-tnef"),
            ("message-6.eml", "message/rfc822"),
        ]
    );
    assert_eq!(mail.attachments[0].bytes, b"\x89PNG\r\n\x1a\n");
    assert!(mail.attachments[1].bytes.starts_with(b"%PDF-1.4"));
    assert!(
        mail.attachments[3]
            .bytes
            .starts_with(b"From: first@example.org\n")
    );
    assert!(mail.attachments[3].bytes.ends_with(b"--inner--"));
}

#[test]
fn int_4_an_invitation_is_seen_and_kept() {
    let mail = read(fixture!("invitation.eml"));
    assert_eq!(mail.body, "Voici une proposition de rendez-vous.");
    assert_eq!(files(&mail), [("invitation-2.ics", "text/calendar")]);
    let event = &mail.calendar[0];
    assert_eq!(
        (event.uid.as_str(), event.summary.as_str()),
        ("e-1@example.org", "Entretien, projet Lac")
    );
    assert_eq!(event.method.as_deref(), Some("REQUEST"));
    assert_eq!(
        event.starts.as_deref(),
        Some("20260312T143000 Europe/Paris")
    );
}

#[test]
fn req_1_what_machines_send_is_marked() {
    let mail = read(fixture!("bounce.eml"));
    assert!(mail.automatic);
    assert_eq!(mail.body, "Your message could not be delivered.");
    assert_eq!(
        files(&mail),
        [
            ("report-2.txt", "message/delivery-status"),
            ("headers-3.txt", "text/rfc822-headers")
        ]
    );
    let with =
        |field: &str| read(format!("From: a@example.org\n{field}\n\nx").as_bytes()).automatic;
    for field in [
        "Auto-Submitted: auto-replied (x)",
        "Precedence: Bulk",
        "X-Auto-Response-Suppress: All",
        "Return-Path: <>",
        "List-Id: <l.example.org>",
    ] {
        assert!(with(field), "{field}");
    }
    for field in [
        "Auto-Submitted: no",
        "Precedence: normal",
        "Return-Path: <a@example.org>",
    ] {
        assert!(!with(field), "{field}");
    }
}

#[test]
fn req_1_boundaries_that_are_missing() {
    let mail = read(fixture!("missing-boundaries.eml"));
    assert_eq!(mail.body, "The text is here.");
    assert_eq!(mail.attachments[0].bytes, b"a;b\n");
    assert_eq!(
        read(fixture!("no-boundary-parameter.eml")).body,
        "Le texte est là.\n\nSuite"
    );
    assert_eq!(
        read(fixture!("boundary-never-comes.eml")).body,
        "Everything is in the preamble."
    );
}

#[test]
fn req_1_without_an_id_two_deliveries_have_one_digest() {
    let raw = String::from_utf8(fixture!("no-date-no-id.eml").to_vec()).unwrap();
    let mail = read(raw.as_bytes());
    assert_eq!(mail.message_id, None);
    assert_eq!(mail.from, address("Bob", "bob@example.org"));
    assert_eq!(
        mail.reply_to,
        Some(address("Bob's desk", "desk@example.org"))
    );
    let kept = raw.split_once("From: ").unwrap().1;
    let elsewhere = format!(
        "From bob@example.org Mon Mar  2 14:00:00 2026\nDelivered-To: x@example.org\nStatus: RO\n\
         X-Mailbox: 3\nFrom: {kept}\n\n"
    );
    let moved = [elsewhere.clone(), elsewhere.replace('\n', "\r\n")];
    for other in moved {
        assert_eq!(read(other.as_bytes()).digest, mail.digest);
    }
    let encoded = elsewhere.replace(
        "\n\nHello",
        "\nContent-Transfer-Encoding: base64\n\nSGVsbG8K",
    );
    assert_eq!(
        read(encoded.as_bytes()).digest,
        mail.digest,
        "a server may wrap it anew"
    );
    for changed in [
        raw.replace("Hello", "Hallo"),
        raw.replace("no date,", "no date"),
        raw.replace("bob@", "rob@"),
    ] {
        assert_ne!(read(changed.as_bytes()).digest, mail.digest);
    }
}

#[test]
fn wks_6_bytes_that_terminals_fear_break_nothing() {
    let mail = read(b"From: \x1b[31mAna\x00 <ana@example.org>\nSubject: a\x07b\xe2\x80\xaec\n\n\x00\x1b]0;x\x07\n");
    assert_eq!(mail.subject, "a\u{7}b\u{202e}c");
    assert_eq!(mail.body, "\0\u{1b}]0;x\u{7}");
    assert_eq!(mail.from.email, "ana@example.org");
}
