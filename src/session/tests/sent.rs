//! WKS-7: a text that was sent is never offered again, and one that was not is never lost, wherever between the
//! two a session ends.

use super::bench::{self, Bench, typed};
use crate::desk::{Desk, Submission};
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::RequestEvent;
use crate::domain::tests::bench::{ANNA, mail, on};
use crate::domain::{Act, Command};
use crate::session::drafts::Keeper;
use crate::session::sent::{self, Mark};
use crate::session::{Ended, Heard};

const KEY: &str = "note:R-1";

/// A session in which a note was typed, put aside and not answered yet; and its command, not sent yet.
async fn under_way(desk: &Desk) -> (Keeper, Submission) {
    let mail = mail(
        1,
        "paul@client.example",
        "TIME TOURS / an afternoon",
        "Hello.",
    );
    let mail = Command::Request(RequestCommand::Receive(Box::new(mail)));
    desk.submit(Submission::new(None, mail)).await.expect("R-1");
    let drafts = desk.store().drafts();
    let mut keeper = Keeper::new(drafts.clone());
    keeper.save(ANNA, KEY.into(), "half a w".into());
    assert!(keeper.flush().await.is_none());
    // The last letters are typed and sent before they are stored.
    keeper.save(ANNA, KEY.into(), "half a word".into());
    let note = on(&[1], Act::Note("half a word".into()));
    let submission = Submission::new(Some(ANNA), note);
    let after = desk.published().seq();
    let id = submission.id;
    let told = keeper.send(ANNA, KEY.into(), Mark { id, after });
    assert_eq!(keeper.known(ANNA, KEY), Some(None), "it is on its way");
    assert!(keeper.work().await.is_none());
    told.await.expect("put aside");
    (keeper, submission)
}

/// What another session is offered.
async fn offered(desk: &Desk) -> (Option<String>, Vec<String>) {
    let drafts = desk.store().drafts();
    let keys = sent::list(desk, drafts, ANNA).await.expect("listed");
    let text = sent::load(desk, drafts, ANNA, KEY).await.expect("loaded");
    (text, keys)
}

fn stored(desk: &Desk) -> Vec<String> {
    desk.store().drafts().list(ANNA.0).expect("listed")
}

#[tokio::test]
async fn wks_7_a_session_killed_before_the_record_offers_its_text_again() {
    let (desk, _folder) = bench::desk().await;
    let (keeper, _never_sent) = under_way(&desk).await;
    drop(keeper);
    let words = Some("half a word".to_owned());
    assert_eq!(offered(&desk).await, (words.clone(), vec![KEY.to_owned()]));
    // Whoever sends it then sends it whole, though it was never made a draft again.
    let mut keeper = Keeper::new(desk.store().drafts().clone());
    let after = desk.published().seq();
    let told = keeper.send(ANNA, KEY.into(), Mark { id: 7, after });
    assert!(keeper.work().await.is_none());
    told.await.expect("put aside");
    assert_eq!(offered(&desk).await.0, words);
}

#[tokio::test]
async fn wks_7_a_session_killed_behind_the_record_does_not_offer_its_text_again() {
    let (desk, _folder) = bench::desk().await;
    let (keeper, submission) = under_way(&desk).await;
    desk.submit(submission).await.expect("noted");
    drop(keeper);
    assert_eq!(offered(&desk).await, (None, Vec::new()));
    assert!(stored(&desk).is_empty(), "{:?}", stored(&desk));
}

#[tokio::test]
async fn wks_7_a_text_that_is_recorded_is_forgotten_and_what_was_typed_since_stays() {
    let (desk, _folder) = bench::desk().await;
    let (mut keeper, submission) = under_way(&desk).await;
    keeper.save(ANNA, KEY.into(), "another".into());
    desk.submit(submission).await.expect("noted");
    keeper.settle(ANNA, KEY.into(), true);
    assert!(keeper.flush().await.is_none());
    assert_eq!(stored(&desk), [KEY]);
    assert_eq!(offered(&desk).await.0.as_deref(), Some("another"));
}

#[tokio::test]
async fn wks_7_a_text_that_is_refused_is_the_draft_again_that_it_was() {
    for since in [None, Some("another")] {
        let (desk, _folder) = bench::desk().await;
        let (mut keeper, _refused) = under_way(&desk).await;
        if let Some(since) = since {
            keeper.save(ANNA, KEY.into(), since.into());
        }
        keeper.settle(ANNA, KEY.into(), false);
        assert!(keeper.flush().await.is_none());
        assert_eq!(stored(&desk), [KEY]);
        let text = desk.store().drafts().load(ANNA.0, KEY).expect("read");
        assert_eq!(text.as_deref(), since.or(Some("half a word")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_note_sent_with_the_last_key_of_a_session_is_written_once_and_no_draft() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.hear(typed("N")).await;
    bench.wait_for("Ctrl-s").await;
    for c in "rappeler".chars() {
        bench.hear(typed(&c.to_string())).await;
    }
    bench.wait_for("rappeler").await;
    bench.hear(typed("Ctrl-s")).await;
    // Nobody is there to take the answer.
    bench.hear(Heard::Gone).await;
    let desk = bench.desk().clone();
    assert_eq!(bench.end().await.0, Ended::Gone);
    let last = desk.published().seq();
    let (meta, events) = desk.events(last).await.expect("read").expect("a record");
    assert_eq!(meta.actor, Some(ANNA));
    assert!(
        matches!(&events[..], [crate::domain::Event::Request(RequestEvent::Noted { text, .. })] if &**text == "rappeler"),
        "{events:?}"
    );
    assert_eq!(offered(&desk).await, (None, Vec::new()));
}
