//! A server that is stopped or killed: everybody is told, nothing that was typed or done is lost (WKS-7).

use std::time::Duration;

use rustix::process::Signal;

use crate::caller::Caller;
use crate::pty::Pty;
use crate::server::{Served, key};

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_stop_tells_everybody_keeps_drafts_and_takes_less_than_five_seconds() {
    let mut served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    screen.wait_for("R-1").await;
    screen.send("N").await;
    screen.wait_for("Note").await;
    screen.send("half a wo").await;
    screen.wait_for("half a wo").await;
    let near = Pty::open(served.data.path(), (100, 30), &[]);
    near.wait_until("the question who one is", |screen| {
        let text = screen.contents();
        text.contains("Who are you") || text.contains("R-1")
    });
    served.signal(Signal::TERM);
    let (status, took) = tokio::task::block_in_place(|| served.ended());
    assert!(status.success(), "{status}");
    assert!(took < Duration::from_secs(5), "{took:?}");
    let last = screen.end().await;
    assert!(last.contains("server is stopping"), "{last}");
    let end = tokio::task::block_in_place(|| near.end());
    assert!(end.screen.contains("server is stopping"), "{}", end.screen);

    // The draft is there when the house is served again.
    let data = std::mem::replace(&mut served.data, tempfile::tempdir().expect("a folder"));
    let served = Served::start(data, &[]);
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    screen.wait_for("R-1").await;
    screen.send("N").await;
    screen.wait_for("half a wo").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_killed_server_loses_nothing_that_was_done() {
    let mut served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    screen.wait_for("R-1").await;
    screen.send("c").await;
    screen.wait_for("u Undo").await;
    served.signal(Signal::KILL);
    tokio::task::block_in_place(|| served.ended());
    // The socket it left behind is found to be dead, by a command and by the next server.
    let data = std::mem::replace(&mut served.data, tempfile::tempdir().expect("a folder"));
    let said = crate::server::must(data.path(), &["--as", "Ben", "inbox", "who:me"]);
    assert!(said.contains("R-1"), "{said}");
    let served = Served::start(data, &[]);
    assert!(served.must(&["history", "R-1"]).contains("Ben Carter"));
}

#[test]
fn wks_3_a_second_server_is_told_who_has_the_house() {
    let served = Served::small();
    let second = crate::server::program(served.data.path(), &["serve", "--listen", "127.0.0.1:0"]);
    let second = crate::watch::output(&mut { second });
    assert_eq!(second.status.code(), Some(75));
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.contains(&format!("process {}", served.id())), "{said}");
    // The first one is none the worse for it.
    assert!(served.must(&["inbox"]).contains("R-1"));
}

#[test]
fn wks_3_figures_are_answered_while_it_runs() {
    use std::io::{Read, Write};
    let served = Served::start(crate::server::house(), &["--metrics", "127.0.0.1:0"]);
    let at = served.metrics.clone().expect("no figures");
    let ask = |what: &str| {
        let mut stream = std::net::TcpStream::connect(&at).expect("nobody answers");
        let asked = stream.write_all(format!("{what} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes());
        asked.expect("the line was cut");
        let wait = stream.set_read_timeout(Some(crate::watch::DEADLINE));
        wait.expect("a socket");
        let mut said = String::new();
        stream.read_to_string(&mut said).expect("no answer");
        said
    };
    let said = ask("GET /metrics");
    assert!(said.starts_with("HTTP/1.1 200"), "{said}");
    assert!(
        said.contains("entremise_trouble 0") && said.contains("# EOF"),
        "{said}"
    );
    assert!(ask("GET /etc/passwd").starts_with("HTTP/1.1 404"));
    assert!(ask("POST /metrics").starts_with("HTTP/1.1 405"));
}
