//! REQ-1, REQ-2: what comes in becomes one request, joins the one it belongs to, or is known already.

use super::bench::*;
use crate::domain::command::Act;
use crate::domain::event::Event;
use crate::domain::house::Language;
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::{PersonId, RequestId};
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{CloseReason, Incoming, Owes, Request, Source, Status, Wish};
use crate::domain::{Command, Millis};

const PAUL: &str = "paul@client.example";

fn close(bench: &mut Bench, id: RequestId) {
    bench.act(BEN, id, Act::Close(CloseReason::SILENT, "".into()));
}

fn automatic(mut mail: Incoming) -> Incoming {
    mail.automatic = true;
    mail
}

#[test]
fn req_1_the_same_message_twice_makes_one_request() {
    let mut bench = Bench::new();
    let first = bench
        .receive(mail(1, PAUL, "A / b", "text"))
        .expect("taken in");
    let again = bench.receive(mail(1, PAUL, "A / b", "text"));
    assert_eq!(
        again,
        Err(Refusal::Request(RequestRefusal::AlreadyKnown(first)))
    );
    assert_eq!(bench.state.requests().len(), 1);
}

#[test]
fn req_1_a_reply_delivered_twice_joins_once() {
    let mut bench = Bench::new();
    let first = bench
        .receive(mail(1, PAUL, "A / b", "text"))
        .expect("taken in");
    let reply = answering(mail(2, PAUL, "Re: A / b", "more"), &[1]);
    assert_eq!(bench.receive(reply.clone()), Ok(first));
    assert_eq!(
        bench.receive(reply),
        Err(Refusal::Request(RequestRefusal::AlreadyKnown(first)))
    );
    assert_eq!(bench.get(first).messages.len(), 2);
}

#[test]
fn req_1_a_reply_joins_by_references_and_never_by_subject() {
    let mut bench = Bench::new();
    let first = bench
        .receive(mail(1, PAUL, "A / b", "text"))
        .expect("taken in");
    let same_subject = bench.receive(mail(2, PAUL, "Re: A / b", "text"));
    assert_eq!(
        same_subject,
        Ok(RequestId(2)),
        "the client's own new thread"
    );
    let stranger = bench.receive(mail(3, "eve@evil.example", "Re: A / b", "text"));
    assert_eq!(stranger, Ok(RequestId(3)));
    assert_eq!(bench.get(RequestId(3)).related, None);
    let reply = answering(mail(4, PAUL, "another subject", "text"), &[99, 1]);
    assert_eq!(
        bench.receive(reply),
        Ok(first),
        "an unknown parent is passed over"
    );
}

#[test]
fn req_1_the_nearest_known_parent_decides() {
    let mut bench = Bench::new();
    bench
        .receive(mail(1, PAUL, "A / b", "text"))
        .expect("taken in");
    bench
        .receive(mail(2, PAUL, "C / d", "text"))
        .expect("taken in");
    let reply = answering(mail(3, PAUL, "Re: C / d", "text"), &[2, 1]);
    assert_eq!(bench.receive(reply), Ok(RequestId(2)));
}

#[test]
fn req_1_a_stranger_who_answers_a_known_message_gets_a_request_of_their_own() {
    let mut bench = Bench::new();
    let first = bench
        .receive(mail(1, PAUL, "A / b", "text"))
        .expect("taken in");
    let stranger = answering(mail(2, "eve@evil.example", "Re: A / b", "pay here"), &[1]);
    assert_eq!(bench.receive(stranger), Ok(RequestId(2)));
    assert_eq!(bench.get(RequestId(2)).related, Some(first));
    assert_eq!(bench.get(first).messages.len(), 1);
    assert_ne!(
        bench.get(RequestId(2)).organisation,
        bench.get(first).organisation
    );
}

#[test]
fn req_1_who_belongs_to_a_request() {
    // The sender of the request, the sender of the answer, whether it joins.
    let table = [
        (PAUL, PAUL, true),
        (PAUL, "PAUL@client.example", true),
        (PAUL, "marie@client.example", true),
        (PAUL, "paul@client.example.evil.example", false),
        (PAUL, "", false),
        ("zoe@gmail.com", "zoe@gmail.com", true),
        ("zoe@gmail.com", "another@gmail.com", false),
        (PAUL, "info@house.example", true),
        (PAUL, "ben@staff.example", true),
        (PAUL, "stranger@staff.example", false),
    ];
    for (asks, answers, joins) in table {
        let mut bench = Bench::new();
        let first = bench
            .receive(mail(1, asks, "A / b", "text"))
            .expect("taken in");
        let got = bench.receive(answering(mail(2, answers, "Re: A / b", "text"), &[1]));
        assert_eq!(got == Ok(first), joins, "{asks} then {answers}");
    }
}

#[test]
fn req_1_a_merged_requests_thread_goes_to_the_winner() {
    let mut bench = Bench::new();
    for n in 1..=3 {
        bench
            .receive(mail(n, PAUL, "A / b", "text"))
            .expect("taken in");
    }
    let merge = |from: u32, into: u32| {
        Command::Request(RequestCommand::Merge {
            from: vec![RequestId(from)],
            into: RequestId(into),
        })
    };
    bench.must(Some(BEN), merge(3, 1));
    let reply = answering(mail(4, PAUL, "Re", "text"), &[3]);
    assert_eq!(bench.receive(reply), Ok(RequestId(1)));
    bench.must(Some(BEN), merge(1, 2));
    let reply = answering(mail(5, PAUL, "Re", "text"), &[3]);
    assert_eq!(bench.receive(reply), Ok(RequestId(2)), "through two merges");
    assert_eq!(
        bench.receive(mail(3, PAUL, "A / b", "text")),
        Err(Refusal::Request(RequestRefusal::AlreadyKnown(RequestId(2))))
    );
}

#[test]
fn req_1_a_note_on_a_merged_request_does_not_take_its_thread_back() {
    let mut bench = Bench::new();
    let (one, two) = (bench.any_request(), bench.any_request());
    bench.must(
        Some(BEN),
        Command::Request(RequestCommand::Merge {
            from: vec![two],
            into: one,
        }),
    );
    bench.act(BEN, two, Act::Note("why it was merged".into()));
    assert_eq!(bench.state.request_of_message(key(2)), Some(one));
    let reply = answering(mail(9, PAUL, "Re", "text"), &[2]);
    assert_eq!(bench.receive(reply), Ok(one));
}

#[test]
fn req_1_a_reply_never_vanishes_in_what_was_taken_back() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let mut form = mail(50, PAUL, "A / b", "by phone");
    form.source = Source::Form;
    bench.must(
        Some(BEN),
        Command::Request(RequestCommand::Receive(Box::new(form))),
    );
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(bench.get(RequestId(2)).status, Status::Void);
    let reply = bench
        .receive(answering(mail(51, PAUL, "Re", "text"), &[50]))
        .expect("taken in");
    assert!(bench.get(reply).is_live(), "somebody must see it");
    assert_ne!(reply, id);
}

#[test]
fn req_1_closed_and_snoozed_requests_wake_up_on_client_mail_but_not_on_auto_replies() {
    for snoozed in [true, false] {
        let mut bench = Bench::new();
        let id = bench.any_request();
        let parent = bench.last_key();
        if snoozed {
            let until = bench.later(48);
            bench.act(BEN, id, Act::Snooze(until));
        } else {
            close(&mut bench, id);
        }
        let before = (bench.get(id).status, bench.get(id).turn);
        let out_of_office = automatic(answering(
            mail(50, PAUL, "Out of office", "back soon"),
            &[parent],
        ));
        assert_eq!(bench.receive(out_of_office), Ok(id));
        assert_eq!(
            (bench.get(id).status, bench.get(id).turn),
            before,
            "a machine wakes nothing"
        );
        let ours = answering(mail(51, "ben@staff.example", "Re", "our answer"), &[parent]);
        assert_eq!(bench.receive(ours), Ok(id));
        assert_eq!(bench.get(id).status, before.0, "nor does our own answer");
        let theirs = answering(mail(52, PAUL, "Re", "one more thing"), &[parent]);
        assert_eq!(bench.receive(theirs), Ok(id));
        assert_eq!(bench.get(id).status, Status::Open);
        assert_eq!(bench.get(id).turn.owes, Owes::House);
        assert!(bench.get(id).turn.due > Some(bench.now));
    }
}

#[test]
fn req_1_our_own_answer_gives_the_client_the_turn_unless_it_is_closed() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let parent = bench.last_key();
    bench
        .receive(answering(
            mail(50, "info@house.example", "Re", "text"),
            &[parent],
        ))
        .expect("joined");
    assert_eq!(bench.get(id).turn.owes, Owes::Client);
    close(&mut bench, id);
    bench
        .receive(answering(
            mail(51, "info@house.example", "Re", "text"),
            &[parent],
        ))
        .expect("joined");
    assert_eq!(bench.get(id).turn.owes, Owes::Nobody);
}

#[test]
fn req_1_one_request_does_not_grow_without_limit() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let parent = bench.last_key();
    let more = 300;
    for n in 0..more {
        bench
            .receive(answering(mail(1_000 + n, PAUL, "Re", "again"), &[parent]))
            .expect("taken in");
    }
    assert_eq!(bench.get(id).messages.len(), Request::MOST);
    let kept: usize = bench
        .state
        .requests()
        .iter()
        .map(|r| r.messages.len())
        .sum();
    assert_eq!(
        kept as u128,
        more + 1,
        "the others have requests of their own"
    );
    assert_eq!(bench.get(RequestId(2)).related, Some(id));
}

#[test]
fn req_1_who_asks_is_recognised_or_new() {
    let mut bench = Bench::new();
    let organisation = |bench: &mut Bench, from: &str, subject: &str| {
        let id = bench.request(from, subject, "text");
        let id = bench.get(id).organisation;
        bench.state.organisation(id).expect("one").profile.clone()
    };
    let acme = organisation(&mut bench, "a@acme-events.fr", "ACME EVENTS / day out");
    assert_eq!(&*acme.name, "ACME EVENTS");
    assert_eq!(acme.country, Some(country("FR")));
    assert_eq!(acme, organisation(&mut bench, "b@acme-events.fr", "hello"));
    assert_eq!(
        &*organisation(&mut bench, "x@les-trois-vallees.com", "hi").name,
        "Les Trois Vallees"
    );
    assert_eq!(
        &*organisation(&mut bench, "zoe@gmail.com", "hi").name,
        "zoe@gmail.com"
    );
    let contacts = |bench: &Bench| bench.state.next_contact().0;
    let before = contacts(&bench);
    organisation(&mut bench, "A@ACME-EVENTS.FR", "hi again");
    assert_eq!(contacts(&bench), before, "the same person in capitals");
}

#[test]
fn req_1_two_people_at_a_mail_provider_are_two_clients() {
    let mut bench = Bench::new();
    let one = bench.request("one@gmail.com", "hi", "text");
    let two = bench.request("two@gmail.com", "hi", "text");
    assert_ne!(bench.get(one).organisation, bench.get(two).organisation);
}

#[test]
fn req_2_what_is_said_in_fields_is_kept() {
    let mut bench = Bench::new();
    let deadline: Millis = paris("2026-04-01 12:00");
    let mut row = mail(
        1,
        "m@school.example",
        "SCHOOL / climate day",
        "We would like a workshop.",
    );
    row.source = Source::Csv;
    row.asked.organisation = "École Jean Moulin".into();
    row.asked.country = Some(country("BE"));
    row.asked.segment = "school".into();
    row.asked.phone = "+32 2 000".into();
    row.asked.kind = "statistics".into();
    row.asked.deadline = Some(deadline);
    row.asked.tags = vec!["b".into(), " #Urgent ".into(), "b".into(), "".into()];
    row.asked.wish = Wish {
        participants: Some(40),
        online: Some(true),
        ..Wish::default()
    };
    let id = bench.receive(row.clone()).expect("taken in");
    let request = bench.get(id);
    assert_eq!(request.deadline, Some(deadline));
    assert_eq!(request.kind, Some(STATISTICS));
    assert_eq!(request.wish.as_deref(), Some(&row.asked.wish));
    let tags: Vec<&str> = request.tags.iter().map(|tag| &**tag).collect();
    assert_eq!(tags, ["b", "urgent"], "as if they had been put on by hand");
    assert_eq!(request.source, Source::Csv);
    let organisation = bench.state.organisation(request.organisation).expect("one");
    assert_eq!(organisation.profile.country, Some(country("BE")));
    assert_eq!(&*organisation.profile.segment, "school");
    assert_eq!(
        bench.state.organisation_named("ecole jean moulin"),
        Some(request.organisation)
    );
    let contact = bench.state.contact(request.contact).expect("one");
    assert_eq!(&*contact.phone, "+32 2 000");
}

#[test]
fn req_2_the_language_is_recognised() {
    let mut bench = Bench::new();
    let french = "Bonjour, nous souhaitons organiser un atelier pour notre équipe avec vous.";
    let id = bench.request(PAUL, "Atelier", french);
    assert_eq!(bench.get(id).language, Language::FR);
    let id = bench.request(PAUL, "12", "34");
    assert_eq!(bench.get(id).language, Language::UNKNOWN);
}

#[test]
fn req_2_a_form_may_not_name_an_assignee_who_cannot_take_it() {
    for (who, kept) in [(BEN, true), (FAY, false), (PersonId(99), false)] {
        let mut bench = Bench::new();
        let mut form = mail(1, PAUL, "A / b", "by phone");
        form.source = Source::Form;
        form.asked.assignee = Some(who);
        bench.must(
            Some(BEN),
            Command::Request(RequestCommand::Receive(Box::new(form))),
        );
        assert_eq!(
            bench.get(RequestId(1)).assignee,
            kept.then_some(who),
            "{who}"
        );
    }
}

#[test]
fn req_1_taking_in_names_only_what_is_new() {
    let mut bench = Bench::new();
    bench.request(PAUL, "A / b", "text");
    bench.request("marie@client.example", "C / d", "text");
    bench.request(PAUL, "E / f", "text");
    let names = |n: usize| {
        let (_, events) = &bench.records[bench.records.len() - n];
        let mut names = events.iter().map(|event| match event {
            Event::Directory(DirectoryEvent::OrganisationAdded { .. }) => "organisation",
            Event::Directory(DirectoryEvent::ContactAdded { .. }) => "contact",
            Event::Request(RequestEvent::Received { .. }) => "request",
            _ => "other",
        });
        names.by_ref().collect::<Vec<_>>()
    };
    assert_eq!(names(3), ["organisation", "contact", "request"]);
    assert_eq!(names(2), ["contact", "request"]);
    assert_eq!(names(1), ["request"]);
}

/// REQ-4: what was read by a matrix that has been changed since is read again.
#[test]
fn req_4_a_reading_holds_only_as_long_as_the_settings_it_was_made_by() {
    use crate::domain::decide;
    use crate::domain::request::read_ahead::Reading;

    let mut bench = Bench::new();
    let asked = mail(1, PAUL, "CLIENT / zanzibar", "Bonjour, merci.");
    let command = Command::Request(RequestCommand::Receive(Box::new(asked.clone())));
    let kind_of = |bench: &Bench, reading: Option<Reading>| {
        let mut facts = bench.facts(None, &command);
        facts.reading = reading;
        let decision = decide(&bench.state, &facts, &command).expect("taken in");
        let received = decision.events.iter().find_map(|event| match event {
            Event::Request(RequestEvent::Received { received }) => Some(received.kind),
            _ => None,
        });
        received.expect("a new request")
    };
    let early = Reading::ahead(&bench.state, &asked, bench.now).expect("a house");
    assert_eq!(kind_of(&bench, Some(early.clone())), None);

    let mut routing = (**bench.state.routing()).clone();
    let row = routing.rows.first_mut().expect("a row");
    row.keywords.push("zanzibar".into());
    let kind = row.id;
    let event = Event::House(HouseEvent::RoutingChanged {
        to: Box::new(routing),
    });
    let facts = bench.facts(None, &command);
    let meta = facts.probe(&bench.state);
    bench.state.apply(&meta, &[event]);
    assert_eq!(kind_of(&bench, Some(early)), Some(kind));
    assert_eq!(kind_of(&bench, None), Some(kind));
}
