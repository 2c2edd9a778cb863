//! Several sessions on one connection (WKS-3, PPL-5): each counts, ends by itself, and all end with the key.

use russh::keys::HashAlg;

use crate::caller::{Caller, DEADLINE};
use crate::crowd::figure;
use crate::server::{Served, house, key};

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_several_sessions_on_one_connection_count_and_end_each_by_itself() {
    let more = [
        "--most-per-person",
        "3",
        "--metrics",
        "127.0.0.1:0",
        "--login",
        "3",
    ];
    let served = Served::start(house(), &more);
    let sessions =
        |served: &Served| tokio::task::block_in_place(|| figure(served, "entremise_sessions"));
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut first = ben.screen((100, 30), &[]).await;
    first.wait_for("R-1").await;
    let mut second = ben.screen((80, 24), &[("LANG", "fr_FR.UTF-8")]).await;
    second.wait_for("R-1").await;
    assert!(ben.command("whoami").await.out.contains("Ben Carter"));
    assert_eq!(sessions(&served), 2);
    // What one does the other sees, each at its own size and in its own language.
    first.send("c").await;
    second.wait_for("Ben").await;
    first.send("?").await;
    first.wait_for("Keys ·").await;
    assert!(!second.text().contains("Keys ·"));

    // A third is the last one, on this line and on any other.
    let mut third = ben.screen((100, 30), &[]).await;
    third.wait_for("R-1").await;
    for _ in 0..2 {
        let said = ben.command("whoami").await;
        assert_eq!(said.status, Some(75), "{said:?}");
        assert!(said.err.contains("3 sessions open already"), "{said:?}");
    }
    let other = Caller::login(served.port, &key("ben")).await;
    assert_eq!(other.command("whoami").await.status, Some(75));
    let amelie = Caller::login(served.port, &key("amelie")).await;
    assert_eq!(amelie.command("whoami").await.status, Some(0));

    // One that ends leaves the others, and makes room.
    third.send("\x11").await;
    third.end().await;
    assert_eq!(third.status, Some(0));
    assert_eq!(sessions(&served), 2);
    for _ in 0..4 {
        assert_eq!(ben.command("whoami").await.status, Some(0));
    }
    first.send("\x1b").await;
    first.wait_gone("Keys ·").await;
    first.send("\x11").await;
    first.end().await;
    second.send("?").await;
    second.wait_for("Touches ·").await;
    second.send("\x11").await;
    second.end().await;
    // With nothing under way it is hung up on after a while.
    let until = std::time::Instant::now() + DEADLINE;
    while !ben.line.is_closed() {
        assert!(std::time::Instant::now() < until, "it stays for ever");
        tokio::task::yield_now().await;
    }
    assert_eq!(sessions(&served), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_revoked_key_ends_all_that_is_open_on_its_connection() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screens = Vec::new();
    for _ in 0..3 {
        let mut screen = ben.screen((100, 30), &[]).await;
        screen.wait_for("R-1").await;
        screens.push(screen);
    }
    let name = key("ben").public_key().fingerprint(HashAlg::Sha256);
    served.must(&["key", "revoke", &name.to_string()]);
    for screen in &mut screens {
        let last = screen.end().await;
        assert!(last.contains("no longer gives access"), "{last}");
        // The line is cut soon, whether or not the status came through.
        assert!(matches!(screen.status, Some(1) | None));
    }
    let until = std::time::Instant::now() + DEADLINE;
    while !ben.line.is_closed() {
        assert!(std::time::Instant::now() < until, "its line is open");
        tokio::task::yield_now().await;
    }
    assert!(!served.log().contains("panicked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_channels_without_end_are_refused() {
    let served = Served::start(house(), &["--most-per-person", "2"]);
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut held = Vec::new();
    while let Ok(channel) = ben.line.channel_open_session().await {
        held.push(channel);
        assert!(held.len() < 100, "there is no end of them");
    }
    assert_eq!(held.len(), 4);
    // They are good for what they are for.
    let channel = held.remove(0);
    channel
        .exec(true, "whoami")
        .await
        .expect("the line was cut");
    let mut channel = channel;
    assert!(crate::caller::hear(&mut channel).await.out.contains("Ben"));
    assert!(ben.command("whoami").await.out.contains("Ben Carter"));
}
