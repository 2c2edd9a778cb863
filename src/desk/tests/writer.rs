//! REQ-8, REQ-11, PPL-6, WKS-7: one writer, each command once, each claim won once.

use super::*;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Source, Status};
use crate::domain::tests::bench::{BEN, CLEA, DAN, EVE, mail, on, paris};
use crate::domain::undo::refusal::UndoRefusal;

#[tokio::test]
async fn wks_7_a_command_sent_twice_is_done_once() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let note = Submission::new(Some(BEN), on(&[id], Act::Note("once".into())));
    let first = office.desk.submit(note.clone()).await.expect("done");
    let second = office.desk.submit(note.clone()).await.expect("done");
    assert!(!first.again && second.again);
    assert_eq!((second.seq, &second.summary), (first.seq, &first.summary));
    assert_eq!(office.get(id).trail.len(), 2);
    let office = office.reopened().await;
    let third = office.desk.submit(note).await.expect("done");
    assert!(third.again, "also after a restart");
    assert_eq!(third.seq, first.seq);
}

#[tokio::test]
async fn wks_7_also_inside_one_group() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let note = Submission::new(Some(BEN), on(&[id], Act::Note("once".into())));
    let desk = &office.desk;
    let (a, b, c) = tokio::join!(
        desk.submit(note.clone()),
        desk.submit(note.clone()),
        desk.submit(note)
    );
    let answers = [a, b, c].map(|answer| answer.expect("done"));
    assert_eq!(answers.iter().filter(|done| !done.again).count(), 1);
    assert!(answers.iter().all(|done| done.seq == answers[0].seq));
    assert_eq!(office.get(id).trail.len(), 2);
}

#[tokio::test]
async fn req_8_of_300_claims_at_once_each_request_has_one_winner() {
    let office = Office::open().await;
    for _ in 0..100 {
        office.request("paul@client.example").await;
    }
    let mut claims = tokio::task::JoinSet::new();
    for id in 1..=100 {
        for who in [BEN, CLEA, DAN] {
            let desk = office.desk.clone();
            let claim = Submission::new(Some(who), on(&[id], Act::Claim));
            claims.spawn(async move { (id, who, desk.submit(claim).await) });
        }
    }
    let mut winners = std::collections::BTreeMap::new();
    let mut told = Vec::new();
    while let Some(claim) = claims.join_next().await {
        match claim.expect("a task") {
            (id, who, Ok(_)) => assert_eq!(winners.insert(id, who), None, "two winners of {id}"),
            (
                id,
                _,
                Err(Rejection::Refused(Refusal::Request(RequestRefusal::AlreadyClaimed {
                    by,
                    ..
                }))),
            ) => told.push((id, by)),
            (id, who, other) => panic!("{id} {who}: {other:?}"),
        }
    }
    assert_eq!((winners.len(), told.len()), (100, 200));
    let state = office.state();
    for (id, who) in &winners {
        assert_eq!(office.get(*id).assignee, Some(*who));
    }
    for (id, by) in told {
        let winner = state.person(winners[&id]).expect("a person");
        assert_eq!(by, winner.name, "the others are told who");
    }
    let before = office.state();
    assert_eq!(office.reopened().await.state(), before);
}

#[tokio::test]
async fn req_11_a_command_of_the_same_group_can_be_undone() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let send = |command| office.desk.submit(Submission::new(Some(BEN), command));
    let (claimed, tagged, undone, redone, again) = tokio::join!(
        send(on(&[id], Act::Claim)),
        send(on(&[id], Act::Tag("x".into(), true))),
        send(Command::Undo),
        send(Command::Redo),
        send(Command::Undo),
    );
    assert!([claimed, tagged].iter().all(Result::is_ok));
    assert_eq!(undone.expect("undone").summary.turned, Some(true));
    assert_eq!(redone.expect("redone").summary.turned, Some(false));
    assert!(again.is_ok());
    assert_eq!(office.get(id).assignee, Some(BEN));
    assert!(office.get(id).tags.is_empty());
}

#[tokio::test]
async fn wks_7_a_refusal_leaves_no_trace() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let before = office.state();
    let refusal = office.refused(Some(EVE), on(&[id], Act::Claim)).await;
    assert!(matches!(refusal, Refusal::NotPermitted(_)));
    assert_eq!(
        office.refused(Some(BEN), Command::Undo).await,
        Refusal::Undo(UndoRefusal::NothingToUndo)
    );
    assert_eq!(office.state(), before);
    assert!(
        office
            .desk
            .events(before.seq() + 1)
            .await
            .expect("read")
            .is_none()
    );
}

#[tokio::test]
async fn req_8_a_command_may_name_the_revision_its_user_saw() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let seen = office.get(id).revision;
    office.act(CLEA, id, Act::Tag("x".into(), true)).await;
    let late = |revision| Submission {
        seen: Some((RequestId(id), revision)),
        ..Submission::new(Some(BEN), on(&[id], Act::Claim))
    };
    let answer = office.desk.submit(late(seen)).await;
    let stale = Refusal::Stale {
        request: RequestId(id),
    };
    assert!(matches!(answer, Err(Rejection::Refused(refusal)) if refusal == stale));
    assert!(office.desk.submit(late(seen + 1)).await.is_ok());
}

#[tokio::test]
async fn ppl_6_the_record_says_who_for_whom_when_and_what() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let at = paris("2026-03-11 09:30");
    office.set_clock(at);
    let note = Submission {
        on_behalf: Some(EVE),
        ..Submission::new(Some(BEN), on(&[id], Act::Note("they said yes".into())))
    };
    let command = note.id;
    let done = office.desk.submit(note).await.expect("done");
    let (meta, events) = office
        .desk
        .events(done.seq)
        .await
        .expect("read")
        .expect("a record");
    assert_eq!((meta.actor, meta.on_behalf), (Some(BEN), Some(EVE)));
    assert_eq!((meta.at, meta.command, meta.seq), (at, command, done.seq));
    let text = "they said yes".into();
    assert_eq!(
        events,
        [Event::Request(RequestEvent::Noted {
            request: RequestId(id),
            text
        })]
    );
    assert!(office.desk.store().verify().expect("verified").is_sound());
}

#[tokio::test]
async fn req_1_what_is_taken_over_from_elsewhere_keeps_its_time() {
    let office = Office::open().await;
    let at = paris("2025-12-01 11:00");
    let mut old = mail(1, "paul@client.example", "OLD / one", "text");
    old.source = Source::Csv;
    let submission = Submission {
        at: Some(at),
        ..Submission::new(None, Command::Receive(Box::new(old)))
    };
    office.desk.submit(submission).await.expect("done");
    assert_eq!(office.get(1).received_at, at);
}

#[tokio::test]
async fn req_8_a_snoozed_request_comes_back_when_the_clock_says_so() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let until = paris("2026-03-12 09:00");
    office.act(BEN, id, Act::Snooze(until)).await;
    let mut feed = office.desk.feed().subscribe();
    let awake = |status| status == Status::Open;
    office.set_clock(until - 1);
    office.desk.tick().await;
    // The writer takes posts in order: once it answers, it has looked at the clock.
    office.act(BEN, id, Act::Note("still asleep".into())).await;
    assert!(!awake(office.get(id).status));
    office.set_clock(until);
    office.desk.tick().await;
    let woken = feed.wait_for(|p| awake(p.state().request(RequestId(id)).expect("one").status));
    let deadline = std::time::Duration::from_secs(20);
    let woken = tokio::time::timeout(deadline, woken)
        .await
        .expect("in time")
        .expect("a desk")
        .clone();
    let seq = woken.seq();
    let (meta, _) = office
        .desk
        .events(seq)
        .await
        .expect("read")
        .expect("a record");
    assert_eq!(
        (meta.actor, meta.at),
        (None, until),
        "the house itself does it"
    );
}

#[tokio::test]
async fn req_8_more_than_one_command_can_wake_come_back_too() {
    let office = Office::open().await;
    let many = Command::MOST as u32 + 20;
    for _ in 0..many {
        office.request("paul@client.example").await;
    }
    let until = paris("2026-03-12 09:00");
    let ids: Vec<u32> = (1..=many).collect();
    for ids in ids.chunks(Command::MOST) {
        office.must(Some(BEN), on(ids, Act::Snooze(until))).await;
    }
    let mut feed = office.desk.feed().subscribe();
    office.set_clock(until);
    office.desk.tick().await;
    let all = feed.wait_for(|p| p.state().requests().next_wake().is_none());
    let deadline = std::time::Duration::from_secs(20);
    assert!(tokio::time::timeout(deadline, all).await.is_ok());
}

#[tokio::test]
async fn wks_7_what_became_of_a_command_is_settled_by_what_the_journal_holds() {
    // As with a journal that several servers share: what this one was told too late is there already.
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let sent = Submission::new(Some(BEN), on(&[id], Act::Claim));
    let journal = office.desk.store().journal().clone();
    let append = async |command: u128, seq: Seq, text: &str| {
        let events = vec![Event::Request(RequestEvent::Noted {
            request: RequestId(id),
            text: text.into(),
        })];
        let record = crate::journal::NewRecord {
            at_ms: 1,
            actor: BEN.0,
            on_behalf: None,
            command,
            salt: [1; 16],
            payload: crate::journal::codec::encode(&events).expect("encoded"),
        };
        journal.append(seq, vec![record]).await.expect("appended")
    };
    let next = office.state().seq() + 1;
    append(sent.id, next, "the same command").await;
    let done = office.desk.submit(sent).await.expect("settled");
    assert_eq!((done.seq, done.again), (next, true));
    assert_eq!(office.state().seq(), next);
    // One that is not there was not done; it is decided anew on what is.
    append(7, next + 1, "somebody else").await;
    let sent = Submission::new(Some(BEN), on(&[id], Act::Claim));
    let refused = office.desk.submit(sent.clone()).await;
    assert!(matches!(refused, Err(Rejection::Faulted(_))), "{refused:?}");
    assert_eq!(office.state().seq(), next + 1);
    let done = office.desk.submit(sent).await.expect("done");
    assert_eq!((done.seq, done.again), (next + 2, false));
    assert_eq!(office.get(id).assignee, Some(BEN));
}

#[tokio::test]
async fn wks_7_a_closed_desk_says_so() {
    let office = Office::open().await;
    office.desk.close().await;
    let answer = office
        .desk
        .submit(Submission::new(Some(BEN), Command::Undo))
        .await;
    assert!(matches!(answer, Err(Rejection::Closed)));
    office.desk.close().await;
}
