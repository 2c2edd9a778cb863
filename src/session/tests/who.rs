//! PPL-2, PPL-5: whose a session is: who is asked, remembered, let in or sent away, and what a session makes for
//! somebody who is invited.

use super::bench::{self, Bench, typed};
use crate::desk::access;
use crate::domain::Command;
use crate::domain::person::command::PeopleCommand;
use crate::domain::tests::bench::{ANNA, BEN};
use crate::session::{Ended, Farewell, Heard};

#[tokio::test(flavor = "multi_thread")]
async fn wks_1_who_is_not_known_is_asked_and_remembered() {
    let bench = Bench::open(None).await;
    bench.wait_for("Ben").await;
    bench.hear(typed("Enter")).await;
    bench.hear(typed("1")).await;
    bench.wait_for("R-1").await;
    assert_eq!(bench.remembered(), Some(ANNA));
    bench.hear(Heard::Gone).await;
    bench.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_nobody_from_elsewhere_is_asked_who_they_are() {
    let bench = Bench::from_elsewhere(None).await;
    let (ended, frames) = bench.end().await;
    assert_eq!(ended, Ended::Dismissed(Farewell::Revoked));
    assert!(frames.is_empty(), "{frames:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_a_session_that_is_nobodys_any_more_ends() {
    let out = |active| {
        Command::People(PeopleCommand::SetActive {
            person: BEN,
            active,
        })
    };
    let bench = Bench::open(Some(BEN)).await;
    bench.wait_for("R-1").await;
    bench.must(Some(ANNA), out(false)).await;
    let (ended, _) = bench.end().await;
    assert_eq!(ended, Ended::Dismissed(Farewell::Revoked));

    let (desk, folder) = bench::desk().await;
    let done = desk.submit(crate::desk::Submission::new(Some(ANNA), out(false)));
    done.await.expect("he is let go");
    let bench = Bench::on(desk, folder, Some(BEN), true);
    let (ended, frames) = bench.end().await;
    assert_eq!(ended, Ended::Dismissed(Farewell::Revoked));
    assert!(!frames.concat().contains("Anna"), "{frames:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_who_is_let_go_while_asked_is_not_let_in() {
    let bench = Bench::open(None).await;
    bench.wait_for("Ben").await;
    let out = Command::People(PeopleCommand::SetActive {
        person: BEN,
        active: false,
    });
    bench.must(Some(ANNA), out).await;
    bench
        .wait_until(|screen| !screen.contents().contains("Ben"))
        .await;
    bench.hear(typed("Enter")).await;
    bench.hear(typed("1")).await;
    bench.wait_for("R-1").await;
    assert_eq!(bench.remembered(), Some(ANNA));
    bench.hear(Heard::Gone).await;
    bench.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_session_makes_the_code_of_an_invitation() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    for key in [",", "p"] {
        bench.hear(typed(key)).await;
    }
    bench.wait_for("with access").await;
    for key in ["n", "i"] {
        bench.hear(typed(key)).await;
    }
    bench.wait_for("48 hours").await;
    for c in "+60d".chars() {
        bench.hear(typed(&c.to_string())).await;
    }
    bench.hear(typed("Enter")).await;
    bench.wait_for("30 days at most").await;
    bench.hear(typed("Ctrl-u")).await;
    bench.hear(typed("Enter")).await;
    bench.wait_for("ssh -p 2222 house.example").await;
    let stands = |word: &str| {
        let digest = access::digest(word).filter(|_| word.len() == 19);
        let (published, now) = (bench.desk().published(), bench.desk().now());
        digest.is_some_and(|digest| published.code_stands(&digest, now))
    };
    bench
        .wait_until(|screen| screen.contents().split_whitespace().any(stands))
        .await;
    let open = bench.desk().published().invitations(ANNA);
    assert_eq!(
        open.map(|rows| rows.len()),
        Ok(1),
        "the refused one is none"
    );
    bench.hear(Heard::Gone).await;
    bench.end().await;
}
