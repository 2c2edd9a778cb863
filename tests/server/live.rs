//! What one does, the others see without a key press (WKS-3, REQ-8).

use crate::caller::Caller;
use crate::server::{Served, key};

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_what_one_changes_every_other_sees_without_a_key_press() {
    let served = Served::small();
    let (ben, amelie) = (
        Caller::login(served.port, &key("ben")).await,
        Caller::login(served.port, &key("amelie")).await,
    );
    let mut his = ben.screen((120, 36), &[]).await;
    let mut hers = amelie.screen((120, 36), &[]).await;
    his.wait_for("R-1").await;
    hers.wait_for("R-1").await;
    his.send("c").await;
    his.wait_for("u Undo").await;
    // It is nobody's any more, so it leaves what is hers or nobody's.
    hers.wait_gone("R-1").await;
    // What a command brings in appears too.
    let mail = b"From: Paul <paul@client.example>\nSubject: CLIENT / Fresh\nMessage-ID: <fresh@client.example>\n\nBonjour\n";
    assert!(served.piped(&["import", "-"], mail).status.success());
    his.wait_for("Fresh").await;
    hers.wait_for("Fresh").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn req_8_colleagues_see_who_looks_and_who_writes() {
    let served = Served::small();
    let (ben, amelie) = (
        Caller::login(served.port, &key("ben")).await,
        Caller::login(served.port, &key("amelie")).await,
    );
    let mut his = ben.screen((120, 36), &[]).await;
    his.wait_for("R-1").await;
    let mut hers = amelie.screen((120, 36), &[]).await;
    hers.wait_for("◦").await;
    his.send("N").await;
    hers.wait_for("✎").await;
    hers.wait_for("Ben is writing").await;
    drop(ben);
    drop(his);
    hers.wait_gone("Ben is writing").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn req_8_a_claim_that_is_lost_says_to_whom_and_when() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut his = ben.screen((120, 36), &[]).await;
    his.wait_for("R-1").await;
    his.send("c").await;
    his.wait_for("u Undo").await;
    // She sees all that is open, his too.
    let amelie = Caller::login(served.port, &key("amelie")).await;
    let mut hers = amelie.screen((120, 36), &[]).await;
    hers.wait_for("Nothing in this view").await;
    hers.send("fall open\r").await;
    hers.wait_for("R-1").await;
    hers.send("c").await;
    hers.wait_for("Ben Carter has had it since").await;
    // Also after he has worked on it: the claim is as old as it was.
    his.send("tpriority\r").await;
    his.wait_for("#priority").await;
    hers.send("c").await;
    hers.wait_for("Ben Carter has had it since").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_1_roles_that_change_change_what_is_on_the_screen_at_once() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut his = ben.screen((120, 36), &[]).await;
    his.wait_for("R-1").await;
    served.must(&["person", "roles", "Ben", "--role", "facilitator"]);
    his.wait_gone("R-1").await;
    his.wait_for("Board").await;
    served.must(&["person", "roles", "Ben", "--role", "relation_officer"]);
    his.wait_for("Inbox").await;
}
