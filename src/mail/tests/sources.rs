//! REQ-1: every way messages come in.

use crate::mail::{Incoming, Kind, Message, Reason, SetAside, Source, open};
use std::{fs, io::Cursor, path::Path};
use tempfile::tempdir;

const MBOX: &[u8] = include_bytes!("../../../tests/mail/two-messages.mbox");
const CSV: &[u8] = include_bytes!("../../../tests/mail/demandes.csv");
const JSON: &[u8] = include_bytes!("../../../tests/mail/requests.jsonl");

fn mail(subject: &str) -> String {
    format!("From: a@example.org\nSubject: {subject}\n\ntext\n")
}

fn all(source: Source) -> Vec<Incoming> {
    source.map(Result::unwrap).collect()
}

/// Subjects of what was read, codes of what was not.
fn outcomes(found: &[Incoming]) -> Vec<&str> {
    found
        .iter()
        .map(|one| match one {
            Incoming::Message(message) => message.subject.as_str(),
            Incoming::SetAside(aside) => aside.reason.code(),
        })
        .collect()
}

fn messages(found: Vec<Incoming>) -> Vec<Message> {
    found
        .into_iter()
        .filter_map(|one| match one {
            Incoming::Message(message) => Some(*message),
            Incoming::SetAside(_) => None,
        })
        .collect()
}

fn pipe(raw: &[u8], kind: Kind) -> Vec<Incoming> {
    all(Source::from_reader("stdin", Cursor::new(raw.to_vec()), kind).unwrap())
}

fn written(name: &str, raw: &[u8]) -> Vec<Incoming> {
    let place = tempdir().unwrap();
    let path = place.path().join(name);
    fs::write(&path, raw).unwrap();
    all(open(&path).unwrap())
}

#[test]
fn req_1_an_mbox_from_a_file_and_from_a_pipe() {
    for found in [written("inbox", MBOX), pipe(MBOX, Kind::Mail)] {
        assert_eq!(outcomes(&found), ["Un", "Deux"]);
        let body = &messages(found)[0].body;
        assert_eq!(
            body,
            "Premier texte.\n\nFrom toujours cité.\n\nFrom here on, this line is text."
        );
    }
    assert_eq!(outcomes(&written("empty.mbox", b"")), [""; 0]);
}

#[test]
fn req_1_one_mail_from_a_file_and_from_a_pipe() {
    assert_eq!(outcomes(&written("a.eml", mail("Un").as_bytes())), ["Un"]);
    assert_eq!(outcomes(&pipe(mail("Un").as_bytes(), Kind::Mail)), ["Un"]);
    assert_eq!(outcomes(&pipe(b"", Kind::Mail)), ["not-a-mail"]);
    assert_eq!(outcomes(&written("a.eml", b"")), ["not-a-mail"]);
}

#[test]
fn req_1_a_maildir_and_a_folder_of_mails() {
    let place = tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    for name in ["cur", "new", "tmp", ".Sent"] {
        fs::create_dir(at(name)).unwrap();
    }
    fs::write(at("new/1700000002.b"), mail("Deux")).unwrap();
    fs::write(at("cur/1700000001.a:2,S"), mail("Un")).unwrap();
    fs::write(at("cur/1700000003.c:2,"), b"\x00\x01").unwrap();
    fs::write(at("cur/.hidden"), mail("no")).unwrap();
    fs::write(at("tmp/1700000000.x"), mail("not delivered yet")).unwrap();
    let mut source = open(place.path()).unwrap();
    let total = source.progress().bytes_total;
    let found: Vec<Incoming> = source.by_ref().map(Result::unwrap).collect();
    assert_eq!(outcomes(&found), ["Un", "Deux", "not-a-mail"]);
    assert_eq!(Some(source.progress().bytes_read), total);

    let place = tempdir().unwrap();
    fs::write(place.path().join("b.EML"), mail("B")).unwrap();
    fs::write(place.path().join("a.eml"), mail("A")).unwrap();
    fs::write(place.path().join("notes.txt"), "no").unwrap();
    assert_eq!(outcomes(&all(open(place.path()).unwrap())), ["A", "B"]);
}

#[test]
fn req_1_a_mail_that_goes_away_while_reading_is_passed_over() {
    let place = tempdir().unwrap();
    for name in ["a.eml", "b.eml"] {
        fs::write(place.path().join(name), mail(name)).unwrap();
    }
    let source = open(place.path()).unwrap();
    fs::remove_file(place.path().join("a.eml")).unwrap();
    assert_eq!(outcomes(&all(source)), ["b.eml"]);
}

#[test]
fn req_1_what_is_set_aside_says_where_and_why_and_the_rest_goes_on() {
    let line = "From a@example.org Mon Mar  2 14:00:00 2026\n";
    let deep = "Content-Type: multipart/mixed; boundary=";
    let nested: String = (0..200)
        .map(|n| format!("{deep}b{n}x\n\n--b{n}x\n"))
        .collect();
    let raw = [
        line,
        &mail("Un"),
        "\n",
        line,
        "nothing\x00\x01\x02\n\n",
        line,
        "From: a@example.org\n",
        &nested,
        "\n",
        line,
        &mail("Deux"),
    ]
    .concat();
    let found = pipe(raw.as_bytes(), Kind::Mail);
    assert_eq!(outcomes(&found), ["Un", "not-a-mail", "too-deep", "Deux"]);
    let offset = line.len() + mail("Un").len() + 1;
    let expected = SetAside {
        position: format!("stdin@{offset}"),
        reason: Reason::NotAMail,
        excerpt: b"nothing\x00\x01\x02\n".to_vec(),
    };
    assert_eq!(found[1], Incoming::SetAside(expected));
    let Incoming::SetAside(aside) = &found[2] else {
        panic!("{found:?}")
    };
    assert_eq!(aside.excerpt.len(), 2_048);
}

#[test]
fn req_2_a_table_in_french_from_a_spreadsheet() {
    let found = messages(written("demandes.csv", CSV));
    assert_eq!(found.len(), 2);
    let (first, second) = (&found[0], &found[1]);
    assert_eq!(first.message_id.as_deref(), Some("csv:D-17"));
    assert_eq!(first.sent_at, Some(1_772_442_840_000));
    assert_eq!(first.subject, "ATELIER / Débat");
    assert_eq!(
        first.body,
        "Un animateur,\npour 40 personnes.\n\nCouleur: bleu"
    );
    assert_eq!(
        (first.from.name.as_str(), first.from.email.as_str()),
        ("Claire Martin", "claire@example.org")
    );
    let asked = &first.asked;
    assert_eq!(asked.organisation.as_deref(), Some("Atelier du Lac"));
    assert_eq!(asked.country.as_deref(), Some("France"));
    assert_eq!(asked.phone.as_deref(), Some("+33 4 00 00 00 00"));
    assert_eq!(asked.wanted_dates, ["24/03/2026", "25/03/2026"]);
    assert_eq!(
        (asked.place.as_deref(), asked.online.as_deref()),
        (Some("Annecy"), Some("non"))
    );
    assert_eq!(
        (asked.participants.as_deref(), asked.budget.as_deref()),
        (Some("40"), Some("1 200 €"))
    );
    assert_eq!(
        (asked.deadline.as_deref(), asked.language.as_deref()),
        (Some("10/03/2026"), Some("fr"))
    );
    assert_eq!(asked.tags, ["débat", "culture"]);
    assert_eq!(
        (second.subject.as_str(), second.sent_at),
        ("Workshop", None)
    );
}

#[test]
fn req_2_json_lines_with_a_broken_one() {
    let found = written("requests.jsonl", JSON);
    assert_eq!(
        outcomes(&found),
        ["ATELIER / Débat", "not-an-object", "Workshop"]
    );
    let first = &messages(found)[0];
    assert_eq!(first.message_id.as_deref(), Some("json:J-1"));
    assert_eq!(first.sent_at, Some(1_772_439_240_000));
    assert_eq!(first.asked.wanted_dates, ["24/03/2026", "25/03/2026"]);
}

#[test]
fn req_1_a_source_that_cannot_be_read_says_what_to_do() {
    let place = tempdir().unwrap();
    let code = |path: &Path| {
        open(path)
            .err()
            .map(|error| (error.code(), error.to_string()))
    };
    let (missing, text) = code(&place.path().join("nowhere")).unwrap();
    assert_eq!(missing, "missing");
    assert!(text.contains("nowhere") && text.contains("Check"), "{text}");
    assert_eq!(code(place.path()).unwrap().0, "nothing-inside");
    assert_eq!(code(Path::new("/dev/null")).unwrap().0, "not-a-file");
}

#[test]
fn req_1_progress_is_known() {
    let place = tempdir().unwrap();
    let path = place.path().join("inbox");
    fs::write(&path, MBOX).unwrap();
    let mut source = open(&path).unwrap();
    assert_eq!(source.progress().bytes_total, Some(MBOX.len() as u64));
    while source.next().is_some() {}
    assert_eq!(source.progress().bytes_read, MBOX.len() as u64);
    let pipe = Source::from_reader("stdin", Cursor::new(MBOX), Kind::Mail).unwrap();
    assert_eq!(pipe.progress().bytes_total, None);
}

/// Fails after its first bytes.
struct Broken(Cursor<Vec<u8>>);

impl std::io::Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match std::io::Read::read(&mut self.0, buffer)? {
            0 => Err(std::io::Error::other("the disk is gone")),
            read => Ok(read),
        }
    }
}

#[test]
fn req_1_a_source_that_breaks_says_so_once_and_ends() {
    for (kind, raw) in [
        (Kind::Mail, MBOX),
        (Kind::Mail, b"A: 1\n"),
        (Kind::Json, JSON),
        (Kind::Csv, CSV),
    ] {
        let broken = Broken(Cursor::new(raw.to_vec()));
        let error = match Source::from_reader("stdin", broken, kind) {
            Err(error) => error,
            Ok(mut source) => {
                let error = source.find_map(Result::err).unwrap();
                assert!(source.next().is_none());
                error
            }
        };
        assert_eq!((error.code(), error.file()), ("unreadable", "stdin"));
    }
}
