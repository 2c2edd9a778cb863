//! REQ-9: whose turn it is and by when; office hours and holidays count.

use super::bench::*;
use crate::domain::command::Act;
use crate::domain::ids::RequestId;
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::incoming::Meeting;
use crate::domain::request::turn::sort_key;
use crate::domain::request::{CloseReason, Owes};

fn received(at: &str, body: &str) -> Bench {
    let mut bench = Bench::new();
    bench.now = paris(at);
    bench.request("paul@client.example", "CLIENT / x", body);
    bench
}

fn due(bench: &Bench) -> String {
    shown(bench.get(RequestId(1)).turn.due)
}

#[test]
fn req_9_an_answer_is_due_after_one_office_day() {
    // Office days have 8 hours: 9:00–12:30 and 13:30–18:00.
    let table = [
        ("2026-03-10 09:00", "2026-03-10 18:00", "a whole day"),
        ("2026-03-10 11:00", "2026-03-11 11:00", "over the night"),
        (
            "2026-03-10 13:00",
            "2026-03-11 12:30",
            "from the lunch break",
        ),
        ("2026-03-13 17:00", "2026-03-16 17:00", "over a weekend"),
        ("2026-03-14 15:00", "2026-03-16 18:00", "from a Saturday"),
        (
            "2026-07-13 12:00",
            "2026-07-15 12:00",
            "over the national holiday, a Tuesday",
        ),
        ("2026-04-03 16:00", "2026-04-07 16:00", "over Easter Monday"),
        (
            "2026-12-31 18:00",
            "2027-01-04 18:00",
            "over New Year, a Friday, and a weekend",
        ),
        (
            "2026-03-27 17:00",
            "2026-03-30 17:00",
            "over the night when clocks go forward",
        ),
    ];
    for (at, wanted, why) in table {
        assert_eq!(due(&received(at, "text")), wanted, "{why}");
    }
}

#[test]
fn req_9_a_stated_deadline_comes_first_when_it_is_earlier() {
    let bench = received("2026-03-10 10:00", "Merci de répondre avant le 20/03/2026.");
    assert_eq!(due(&bench), "2026-03-11 10:00");
    let mut bench = received("2026-03-10 10:00", "text");
    bench.act(
        BEN,
        RequestId(1),
        Act::SetDeadline(Some(paris("2026-03-10 15:00"))),
    );
    assert_eq!(due(&bench), "2026-03-10 15:00");
    let past = Act::SetDeadline(Some(bench.now));
    assert_eq!(bench.refused(BEN, RequestId(1), past), Refusal::InThePast);
    assert_eq!(
        bench.refused(CLEA, RequestId(1), Act::ClientOwes(Some(0))),
        Refusal::InThePast
    );
}

#[test]
fn req_9_a_deadline_that_passed_does_not_make_new_work_late() {
    let mut bench = received("2026-03-10 10:00", "text");
    let id = RequestId(1);
    bench.act(BEN, id, Act::SetDeadline(Some(paris("2026-03-12 12:00"))));
    bench.act(BEN, id, Act::Close(CloseReason::ANSWERED, "".into()));
    bench.now = paris("2026-06-10 10:00");
    let later = answering(
        mail(
            50,
            "paul@client.example",
            "Re",
            "thanks, and one more thing",
        ),
        &[1],
    );
    bench.receive(later).expect("joined");
    assert_eq!(due(&bench), "2026-06-11 10:00");
    assert!(!bench.get(id).is_overdue(bench.now));
}

#[test]
fn req_9_the_turn_passes_and_comes_back() {
    let mut bench = received("2026-03-10 10:00", "text");
    let id = RequestId(1);
    bench.act(BEN, id, Act::ClientOwes(None));
    assert_eq!(bench.get(id).turn.owes, Owes::Client);
    assert_eq!(due(&bench), "2026-03-13 10:00", "three office days");
    bench.act(BEN, id, Act::HouseOwes(Some(paris("2026-03-20 10:00"))));
    assert_eq!(due(&bench), "2026-03-20 10:00");
    bench.act(BEN, id, Act::HouseOwes(None));
    assert_eq!(due(&bench), "2026-03-11 10:00");
    assert_eq!(
        bench.refused(BEN, id, Act::HouseOwes(None)),
        Refusal::AlreadySo
    );
}

#[test]
fn req_9_only_what_the_house_owes_is_overdue() {
    let mut bench = received("2026-03-10 10:00", "text");
    let id = RequestId(1);
    let late = paris("2026-05-01 10:00");
    assert!(bench.get(id).is_overdue(late));
    assert_eq!(bench.state.requests().late(None, late), 1);
    assert_eq!(bench.state.requests().late(Some(BEN), late), 0);
    bench.act(BEN, id, Act::Claim);
    assert_eq!(bench.state.requests().late(Some(BEN), late), 1);
    assert_eq!(bench.state.requests().waiting(Some(BEN), late), 1);
    bench.act(BEN, id, Act::ClientOwes(None));
    assert!(!bench.get(id).is_overdue(late));
    assert_eq!(bench.state.requests().late(Some(BEN), late), 0);
    assert_eq!(bench.state.requests().waiting(Some(BEN), late), 0);
}

#[test]
fn req_9_a_list_sorts_by_the_next_step_and_ends_with_what_is_done() {
    let mut bench = Bench::new();
    let ids: Vec<RequestId> = (0..5).map(|_| bench.any_request()).collect();
    bench.act(BEN, ids[0], Act::Close(CloseReason::ANSWERED, "".into()));
    bench.act(BEN, ids[1], Act::Snooze(paris("2026-03-12 09:00")));
    bench.act(
        BEN,
        ids[2],
        Act::SetDeadline(Some(paris("2026-03-10 11:00"))),
    );
    bench.must(
        Some(BEN),
        crate::domain::Command::Request(RequestCommand::Merge {
            from: vec![ids[4]],
            into: ids[3],
        }),
    );
    let mut sorted = ids.clone();
    sorted.sort_by_key(|id| sort_key(bench.get(*id)));
    assert_eq!(sorted, [ids[2], ids[3], ids[1], ids[0], ids[4]]);
}

#[test]
fn req_9_a_client_who_writes_again_never_postpones_what_is_owed() {
    let mut bench = received("2026-03-10 10:00", "text");
    let id = RequestId(1);
    bench.now = paris("2026-03-12 09:00");
    assert!(bench.get(id).is_overdue(bench.now));
    let again = answering(mail(50, "paul@client.example", "Re", "je relance"), &[1]);
    bench.receive(again).expect("joined");
    assert_eq!(due(&bench), "2026-03-11 10:00");
    assert!(bench.get(id).is_overdue(bench.now));
    // Neither while it sleeps, nor by a mail that is taken in late.
    bench.act(BEN, id, Act::Snooze(paris("2026-03-20 09:00")));
    let again = answering(
        mail(51, "paul@client.example", "Re", "toujours rien ?"),
        &[1],
    );
    bench.receive(again).expect("joined");
    assert!(bench.get(id).is_overdue(bench.now), "awake and late");
    // Once it is the client's turn, a mail makes it ours from then on.
    bench.act(BEN, id, Act::ClientOwes(None));
    bench.now = paris("2026-03-16 10:00");
    let again = answering(mail(52, "paul@client.example", "Re", "merci"), &[1]);
    bench.receive(again).expect("joined");
    assert_eq!(due(&bench), "2026-03-17 10:00");
    assert_eq!(bench.get(id).step.since, bench.now);
}

#[test]
fn req_9_a_meeting_with_the_client_and_a_stated_delay_count_as_deadlines() {
    // A Tuesday at ten; the usual answer would be due a day later.
    for (body, wanted, why) in [
        (
            "Nous avons rendez-vous avec le client aujourd'hui.",
            "2026-03-11 10:00",
            "no date ahead",
        ),
        (
            "RDV client le 10 mars à 15h, il nous faut la cotation.",
            "2026-03-10 15:00",
            "an hour",
        ),
        (
            "RDV client demain.",
            "2026-03-11 09:00",
            "when the office opens",
        ),
        (
            "Réponse souhaitée sous 3 heures, merci.",
            "2026-03-10 13:00",
            "a delay",
        ),
        (
            "RDV client le 2 avril.",
            "2026-03-11 10:00",
            "the usual answer is earlier",
        ),
    ] {
        assert_eq!(due(&received("2026-03-10 10:00", body)), wanted, "{why}");
    }
    let mut bench = Bench::new();
    let mut invited = mail(1, "paul@client.example", "CLIENT / x", "text");
    invited.meetings = [
        ("REQUEST", "20260310T143000 Europe/London"),
        ("CANCEL", "20260310T110000 Europe/Paris"),
        ("REQUEST", "20260310T150000Z"),
    ]
    .map(|(method, starts)| Meeting {
        method: method.into(),
        starts: starts.into(),
        ..Meeting::default()
    })
    .to_vec();
    bench.receive(invited).expect("a request");
    assert_eq!(due(&bench), "2026-03-10 15:30", "half past two in London");
}

#[test]
fn req_9_a_later_mail_brings_its_deadline_with_it_and_what_it_quotes_does_not() {
    let mut bench = received("2026-03-10 10:00", "text");
    let id = RequestId(1);
    let more = |key, body| answering(mail(key, "paul@client.example", "Re", body), &[1]);
    bench
        .receive(more(
            50,
            "Il nous le faut avant le 10/03/2026 à 16h, merci.",
        ))
        .expect("joined");
    assert_eq!(due(&bench), "2026-03-10 16:00", "sooner");
    assert_eq!(shown(bench.get(id).deadline), "2026-03-10 16:00");
    bench
        .receive(more(51, "Finalement avant le 20/03/2026, merci."))
        .expect("joined");
    assert_eq!(due(&bench), "2026-03-10 16:00", "never later");
    bench.now = paris("2026-03-12 10:00");
    let quoted =
        "Merci.\n\nLe 10 mars 2026 à 10:00, Ben a écrit :\n> Merci de répondre avant vendredi.\n";
    bench.receive(more(52, quoted)).expect("joined");
    assert_eq!(shown(bench.get(id).deadline), "2026-03-10 16:00");
    assert_eq!(bench.state, bench.replayed());
}
