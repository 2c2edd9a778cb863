//! REQ-3: what the house's rules miss in a message, and the one-key fix of each finding.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::{Act, SplitPart};
use crate::domain::event::Event;
use crate::domain::ids::RequestId;
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::lint;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Finding, Owes, Request, Sender, Source, Status};
use crate::text::reading::shipped;

fn subject_conforms(subject: &str) -> bool {
    lint::subject_conforms(subject, shipped())
}

fn bare_subject(subject: &str) -> &str {
    lint::bare_subject(subject, shipped())
}

fn suggested_subject(organisation: &str, subject: &str) -> String {
    lint::suggested_subject(organisation, subject, shipped())
}

const SEVERAL: &str = "Bonjour,\n1/ Les statistiques de l'agence.\n2/ Un nouveau login pour Julie.\n3/ 200 livrets de plus.\n";

fn part(subject: &str) -> SplitPart {
    SplitPart {
        subject: subject.into(),
        body: "what this part asks".into(),
    }
}

fn split(request: RequestId, subjects: &[&str]) -> Command {
    Command::Request(RequestCommand::Split {
        request,
        parts: subjects.iter().map(|s| part(s)).collect(),
    })
}

fn findings(bench: &Bench, id: RequestId) -> Vec<&'static str> {
    bench.get(id).findings.iter().map(Finding::key).collect()
}

#[test]
fn req_3_subjects_that_conform_and_that_do_not() {
    let table = [
        ("ACME / team day", true),
        ("Re: ACME / team day", true),
        ("TR: Fwd: ACME / team day", true),
        ("ACME/ team day", true),
        ("Contrat 1234 / livrets", true),
        ("ACME/team", false),
        ("and/or what", false),
        ("12/3", false),
        ("le 12 / 3", false),
        ("team day", false),
        ("/ team day", false),
        ("ACME /", false),
        ("", false),
    ];
    for (subject, conforms) in table {
        assert_eq!(subject_conforms(subject), conforms, "{subject}");
    }
    assert_eq!(bare_subject("RE : TR: ACME"), "ACME");
}

#[test]
fn req_3_the_suggested_subject_always_conforms() {
    let names = [
        "Acme",
        "3M",
        "Sol",
        "Café Noir",
        "IT/Logistique",
        "Société Générale",
        "",
        "RE",
        "A",
    ];
    let subjects = [
        "",
        "?",
        "12",
        "team day",
        "Acme team day",
        "ACME: team day",
        "cafe noir / lundi",
        "Re: ",
        "/",
        "Solution for us",
        "SOCIETE GENERALE ab",
        "12/3",
        "Re: Re: Acme / team day",
        "/ / /",
    ];
    for name in names {
        for subject in subjects {
            let suggested = suggested_subject(name, subject);
            assert!(
                subject_conforms(&suggested),
                "{name} + {subject} = {suggested}"
            );
        }
    }
}

#[test]
fn req_3_the_suggested_subject_keeps_the_words_and_names_the_client_once() {
    let table = [
        ("Acme", "team day", "ACME / team day"),
        ("Acme", "Acme: team day", "ACME / team day"),
        ("Acme", "Re: ACME / team day", "ACME / team day"),
        ("Sol", "Solution for us", "SOL / Solution for us"),
        ("Café Noir", "CAFE NOIR / lundi", "CAFÉ NOIR / lundi"),
        (
            "Société Générale",
            "SOCIETE GENERALE ab",
            "SOCIÉTÉ GÉNÉRALE / ab",
        ),
        (
            "Ville d'Ardelle",
            "Ville d'Ardelle (Belgique) : animation",
            "VILLE D'ARDELLE / (Belgique) : animation",
        ),
    ];
    for (name, subject, wanted) in table {
        assert_eq!(suggested_subject(name, subject), wanted);
    }
}

#[test]
fn req_3_the_linter_finds_what_the_rules_miss() {
    let mut bench = Bench::new();
    let mut incoming = mail(90, "paul@client.example", "demandes", SEVERAL);
    incoming.cc = vec![
        Sender {
            name: "".into(),
            email: "x@y.example".into()
        };
        4
    ];
    let id = bench.receive(incoming).expect("taken in");
    assert_eq!(
        findings(&bench, id),
        ["several", "subject", "no-deadline", "copies"]
    );
    assert_eq!(bench.get(id).copies, 4);
    let good = bench.request(
        "paul@client.example",
        "CLIENT / devis",
        "Réponse souhaitée avant le 20/03/2026.",
    );
    assert_eq!(findings(&bench, good), [""; 0]);
    assert_eq!(
        shown(bench.get(good).deadline),
        "2026-03-20 18:00",
        "the end of that office day"
    );
}

#[test]
fn req_3_what_is_entered_by_hand_is_not_linted() {
    let mut bench = Bench::new();
    let mut form = mail(1, "", "phone call", SEVERAL);
    form.source = Source::Form;
    let id = bench.receive(form).expect("taken in");
    assert!(bench.get(id).findings.is_empty());
}

#[test]
fn req_3_each_finding_has_its_fix() {
    let mut bench = Bench::new();
    let mut incoming = mail(1, "paul@client.example", "demandes", SEVERAL);
    incoming.cc = vec![Sender::default(); 4];
    let id = bench.receive(incoming).expect("taken in");
    bench.act(BEN, id, Act::SetSubject("still no slash".into()));
    assert!(
        bench.get(id).findings.has(Finding::Subject),
        "a fix that fixes nothing"
    );
    bench.act(BEN, id, Act::SetSubject("CLIENT / demandes".into()));
    assert!(!bench.get(id).findings.has(Finding::Subject));
    let friday = paris("2026-03-13 12:00");
    bench.act(BEN, id, Act::SetDeadline(Some(friday)));
    assert!(!bench.get(id).findings.has(Finding::NoDeadline));
    bench.act(BEN, id, Act::Settle(Finding::Copies));
    assert_eq!(
        bench.refused(BEN, id, Act::Settle(Finding::Copies)),
        Refusal::AlreadySo
    );
    bench.must(
        Some(BEN),
        split(id, &["CLIENT / statistiques", "CLIENT / login"]),
    );
    assert_eq!(findings(&bench, id), [""; 0]);
}

#[test]
fn req_3_a_split_keeps_the_original_and_makes_a_request_of_each_part() {
    let mut bench = Bench::new();
    let id = bench.request("paul@client.example", "demandes", SEVERAL);
    bench.act(BEN, id, Act::Claim);
    let subjects = ["  CLIENT / statistiques ", "CLIENT / login", "livrets"];
    bench.must(Some(CLEA), split(id, &subjects));
    assert_eq!(
        &*bench.get(id).subject,
        "CLIENT / statistiques",
        "trimmed like any subject"
    );
    for n in [2, 3] {
        let part = bench.get(RequestId(n)).clone();
        assert_eq!(part.related, Some(id));
        assert_eq!(part.source, Source::Split);
        assert_eq!(part.organisation, bench.get(id).organisation);
        assert_eq!(part.assignee, Some(BEN), "who works the original");
        assert_eq!(part.status, Status::Open);
    }
    assert!(!bench.get(RequestId(2)).findings.has(Finding::Subject));
    assert!(bench.get(RequestId(3)).findings.has(Finding::Subject));
    let seq = u32::try_from(bench.state.seq()).expect("small");
    assert_eq!(bench.get(id).trail.last(), Some(&seq));
}

#[test]
fn req_3_the_parts_of_a_split_came_when_the_original_did_and_are_owed_when_it_is() {
    let mut bench = Bench::new();
    let id = bench.request("paul@client.example", "demandes", SEVERAL);
    let (came, turn) = (bench.get(id).received_at, bench.get(id).turn);
    bench.now = paris("2026-03-24 11:00");
    bench.must(Some(BEN), split(id, &["A / un", "A / deux", "A / trois"]));
    for n in [2, 3] {
        let part = bench.get(RequestId(n));
        assert_eq!((part.received_at, part.turn), (came, turn), "part {n}");
    }
    // What was answered was the original; a part is not answered by that.
    bench.act(BEN, id, Act::ClientOwes(None));
    bench.must(Some(BEN), split(id, &["A / un", "A / quatre"]));
    let part = bench.get(RequestId(4));
    assert_eq!((part.received_at, part.turn.owes), (came, Owes::House));
    assert!(part.turn.due.is_some_and(|due| due > bench.now));
}

#[test]
fn req_3_what_a_split_leaves_to_the_original_is_a_note_on_it() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let decision = bench.must(Some(BEN), split(id, &["A / un", "A / deux"]));
    let noted = Event::Request(RequestEvent::Noted {
        request: id,
        text: "what this part asks".into(),
    });
    assert!(decision.events.contains(&noted));
    let whole = SplitPart {
        subject: "A / un".into(),
        body: "".into(),
    };
    let parts = vec![whole.clone(), part("A / trois")];
    let split = |parts| Command::Request(RequestCommand::Split { request: id, parts });
    let decision = bench.must(Some(BEN), split(parts));
    let noted = |event: &Event| matches!(event, Event::Request(RequestEvent::Noted { .. }));
    assert!(!decision.events.iter().any(noted), "the mail stays whole");
    let parts = vec![part("A / un"), whole];
    let refused = bench.decide(Some(BEN), &split(parts));
    assert_eq!(refused, Err(Refusal::TextMissing));
}

#[test]
fn req_3_the_original_of_a_split_remembers_it_even_when_nothing_else_changes() {
    let mut bench = Bench::new();
    let body = "Réponse avant le 20/03/2026.";
    let id = bench.request("paul@client.example", "CLIENT / tout", body);
    bench.must(Some(BEN), split(id, &["CLIENT / tout", "CLIENT / login"]));
    let seq = u32::try_from(bench.state.seq()).expect("small");
    assert_eq!(bench.get(id).trail.last(), Some(&seq));
}

#[test]
fn req_3_a_split_is_refused_when_it_makes_no_sense() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let refusal = |subjects: &[&str]| {
        bench
            .decide(Some(BEN), &split(id, subjects))
            .expect_err("refused")
    };
    assert_eq!(refusal(&[]), Refusal::Request(RequestRefusal::TooFewParts));
    assert_eq!(
        refusal(&["A / b"]),
        Refusal::Request(RequestRefusal::TooFewParts)
    );
    assert_eq!(refusal(&["A / b", " "]), Refusal::TextMissing);
    assert_eq!(refusal(&["A / b"; 21]), Refusal::TooLong { most: 20 });
    let long = "x".repeat(Request::SUBJECT_MOST + 1);
    assert_eq!(
        refusal(&["A / b", &long]),
        Refusal::TooLong {
            most: Request::SUBJECT_MOST
        }
    );
}
