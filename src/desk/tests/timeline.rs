//! REQ-10, PPL-6: everything that happened to a case is on its timeline, and stays there.

use super::views::{Detail, MomentKind, Told, load_detail};
use super::*;
use crate::domain::command::SplitPart;
use crate::domain::request::CloseReason;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::tests::bench::{BEN, CLEA, answering, mail, on};

async fn detail(office: &Office, id: u32) -> Detail {
    let loaded = load_detail(&office.desk, BEN, RequestId(id), office.desk.now(), 0).await;
    loaded.expect("read").expect("permitted")
}

fn notes(detail: &Detail) -> Vec<(&str, bool)> {
    let said = detail
        .moments
        .iter()
        .filter_map(|moment| match &moment.kind {
            MomentKind::Note(text) | MomentKind::Call(_, text) => {
                Some((text.as_str(), moment.retracted))
            }
            _ => None,
        });
    said.collect()
}

fn bodies(detail: &Detail) -> Vec<&str> {
    let came = detail
        .moments
        .iter()
        .filter_map(|moment| match &moment.kind {
            MomentKind::Came { body, .. } => Some(body.own.trim()),
            _ => None,
        });
    came.collect()
}

async fn receive(office: &Office, key: u128, from: &str, body: &str) {
    let mail = mail(key, from, "CLIENT / x", body);
    office
        .must(
            None,
            Command::Request(RequestCommand::Receive(Box::new(mail))),
        )
        .await;
}

#[tokio::test]
async fn ppl_6_every_record_of_the_trail_is_on_the_timeline() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let reply = answering(mail(50, "paul@client.example", "Re", "more"), &[1]);
    office
        .must(
            None,
            Command::Request(RequestCommand::Receive(Box::new(reply))),
        )
        .await;
    office.act(BEN, id, Act::Claim).await;
    office.act(CLEA, id, Act::Note("a note".into())).await;
    office
        .act(BEN, id, Act::Attempt(Outcome::Spoke, "a call".into()))
        .await;
    office.act(BEN, id, Act::Tag("x".into(), true)).await;
    office.must(Some(BEN), Command::Undo).await;
    office.must(Some(BEN), Command::Redo).await;
    office
        .act(BEN, id, Act::Close(CloseReason::OTHER, "done".into()))
        .await;
    office.act(BEN, id, Act::Reopen).await;
    let detail = detail(&office, id).await;
    for seq in &office.get(id).trail {
        assert!(
            detail.moments.iter().any(|m| m.seq == u64::from(*seq)),
            "record {seq} is missing"
        );
    }
    assert!(detail.moments.is_sorted_by_key(|moment| moment.seq));
    let who: Vec<&Told> = detail.moments.iter().map(|moment| &moment.who).collect();
    assert_eq!(who[0], &Told::Outside("paul@client.example".into()));
    assert!(who.contains(&&Told::Person("Clea".into(), None)));
}

#[tokio::test]
async fn ppl_3_the_timeline_names_both() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let note = Submission {
        on_behalf: Some(CLEA),
        ..Submission::new(Some(BEN), on(&[id], Act::Note("yes".into())))
    };
    office.desk.submit(note).await.expect("done");
    let told = detail(&office, id)
        .await
        .moments
        .pop()
        .expect("a moment")
        .who;
    assert_eq!(told, Told::Person("Ben".into(), Some("Clea".into())));
}

#[tokio::test]
async fn req_10_what_was_merged_into_a_case_is_told_there_whoever_asked() {
    let office = Office::open().await;
    receive(&office, 1, "paul@client.example", "first").await;
    receive(&office, 2, "paul@gmail.com", "second, from home").await;
    receive(&office, 3, "zoe@other.example", "third").await;
    office.act(BEN, 3, Act::Note("on the third".into())).await;
    let merge = |from, into| {
        Command::Request(RequestCommand::Merge {
            from: vec![RequestId(from)],
            into: RequestId(into),
        })
    };
    office.must(Some(BEN), merge(3, 2)).await;
    office.must(Some(BEN), merge(2, 1)).await;
    let case = detail(&office, 1).await;
    assert_eq!(bodies(&case), ["first", "second, from home", "third"]);
    assert_eq!(notes(&case), [("on the third", false)]);
    let of: Vec<Option<RequestId>> = case
        .moments
        .iter()
        .take(3)
        .map(|moment| moment.of)
        .collect();
    assert_eq!(of, [None, Some(RequestId(2)), Some(RequestId(3))]);
    office.must(Some(BEN), Command::Undo).await;
    assert_eq!(
        bodies(&detail(&office, 1).await),
        ["first"],
        "and goes when it comes out again"
    );
}

#[tokio::test]
async fn req_11_what_was_taken_back_is_struck_out_also_in_a_merged_case() {
    let office = Office::open().await;
    receive(&office, 1, "paul@client.example", "first").await;
    receive(&office, 2, "paul@client.example", "second").await;
    office
        .must(Some(BEN), on(&[1, 2], Act::Note("wrong".into())))
        .await;
    assert_eq!(notes(&detail(&office, 2).await), [("wrong", false)]);
    office.must(Some(BEN), Command::Undo).await;
    assert_eq!(notes(&detail(&office, 2).await), [("wrong", true)]);
    let merge = Command::Request(RequestCommand::Merge {
        from: vec![RequestId(2)],
        into: RequestId(1),
    });
    office.must(Some(CLEA), merge).await;
    assert_eq!(
        notes(&detail(&office, 1).await),
        [("wrong", true), ("wrong", true)]
    );
    office.must(Some(BEN), Command::Redo).await;
    assert_eq!(
        notes(&detail(&office, 1).await),
        [("wrong", false), ("wrong", false)]
    );
}

#[tokio::test]
async fn req_3_each_part_of_a_split_keeps_the_original() {
    let office = Office::open().await;
    receive(&office, 1, "paul@client.example", "the whole original").await;
    let part = |n: u32| SplitPart {
        subject: format!("PART / {n} of it").into(),
        body: format!("part {n}").into(),
    };
    let split = |id| {
        Command::Request(RequestCommand::Split {
            request: RequestId(id),
            parts: vec![part(1), part(2)],
        })
    };
    office.must(Some(BEN), split(1)).await;
    office.must(Some(BEN), split(2)).await;
    assert_eq!(
        bodies(&detail(&office, 2).await),
        ["the whole original", "part 2"]
    );
    assert_eq!(
        bodies(&detail(&office, 3).await),
        ["the whole original", "part 2", "part 2"]
    );
    let original = detail(&office, 1).await;
    assert_eq!(bodies(&original), ["the whole original"]);
    let split_off = original
        .moments
        .iter()
        .any(|moment| moment.kind == MomentKind::SplitOff(RequestId(2), "PART / 2 of it".into()));
    assert!(split_off, "the original says what was split off");
}

#[tokio::test]
async fn wks_6_no_text_of_a_case_reaches_the_screen_unclean() {
    let office = Office::open().await;
    let evil = "a\u{1b}[31m\u{202e}b";
    let mut incoming = mail(1, "x@evil.example", evil, evil);
    incoming.from.name = evil.into();
    incoming.asked.wish.place = evil.into();
    office
        .must(
            None,
            Command::Request(RequestCommand::Receive(Box::new(incoming))),
        )
        .await;
    office
        .act(BEN, 1, Act::SetSubject(format!("{evil} / more").into()))
        .await;
    office.act(BEN, 1, Act::Tag(evil.into(), true)).await;
    office.act(BEN, 1, Act::Note(evil.into())).await;
    office.act(BEN, 1, Act::SetWish(Box::default())).await;
    let shown = format!("{:?}", detail(&office, 1).await);
    // The debug form would show the characters themselves as escapes.
    for bad in ["\\u{1b}", "\\u{202e}"] {
        assert!(!shown.contains(bad), "{shown}");
    }
}

#[tokio::test]
async fn req_10_a_long_story_shows_its_end_and_keeps_its_beginning_in_mind() {
    let office = Office::open().await;
    receive(
        &office,
        1,
        "paul@client.example",
        "1/ one thing to be done\n2/ another thing to do",
    )
    .await;
    for n in 0..420 {
        office.act(BEN, 1, Act::Watch(n % 2 == 0)).await;
    }
    let case = detail(&office, 1).await;
    assert_eq!((case.earlier, case.moments.len()), (21, 400));
    assert_eq!(case.pieces.len(), 2, "what it asks for is still known");
}

#[tokio::test]
async fn req_10_a_long_timeline_is_told_page_by_page_to_the_first_record() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    // With the mail itself and one note taken back, which has no line of its own.
    const NOTES: usize = 801;
    for n in 0..NOTES {
        office.act(BEN, id, Act::Note(n.to_string().into())).await;
        if n == 1 {
            office.must(Some(BEN), Command::Undo).await;
        }
    }
    let page = |back| {
        let (desk, now) = (&office.desk, office.desk.now());
        async move {
            let loaded = load_detail(desk, BEN, RequestId(id), now, back).await;
            loaded.expect("read").expect("permitted")
        }
    };
    let (newest, middle, oldest) = (page(0).await, page(1).await, page(2).await);
    let sizes = [&newest, &middle, &oldest].map(|d| (d.earlier, d.moments.len(), d.later));
    assert_eq!(sizes, [(403, 400, 0), (3, 399, 400), (0, 3, 800)]);
    let told: Vec<String> = [&oldest, &middle, &newest]
        .into_iter()
        .flat_map(|page| notes(page).into_iter().map(|(text, _)| text.to_owned()))
        .collect();
    assert_eq!(told, (0..NOTES).map(|n| n.to_string()).collect::<Vec<_>>());
    assert_eq!(
        notes(&oldest),
        [("0", false), ("1", true)],
        "struck out by a later page"
    );
    assert_eq!(page(9).await.back, 2, "there is none behind the oldest");
}
