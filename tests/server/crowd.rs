//! A door full of people who say nothing: it stays open for those who do (WKS-3).

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

use crate::caller::{Caller, DEADLINE};
use crate::server::{Served, house, key};

/// A login takes no longer, whoever else stands at the door.
const SOON: Duration = Duration::from_secs(2);

/// A connection from an address of this machine.
pub async fn from(own: [u8; 4], port: u16) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("no socket");
    let own = std::net::SocketAddr::from((own, 0));
    socket.bind(own).expect("no such address");
    let to = std::net::SocketAddr::from(([127, 0, 0, 1], port));
    socket.connect(to).await.expect("nobody answers")
}

/// What the figures say of `name`.
pub fn figure(served: &Served, name: &str) -> u64 {
    let at = served.metrics.as_deref().expect("no figures");
    let mut stream = std::net::TcpStream::connect(at).expect("no figures");
    let asked = stream.write_all(b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
    asked.expect("the line was cut");
    let mut said = String::new();
    stream.read_to_string(&mut said).expect("no answer");
    let line = said.lines().find_map(|line| line.strip_prefix(name));
    let value = line.and_then(|value| value.trim().parse().ok());
    value.unwrap_or_else(|| panic!("no {name} in {said}"))
}

/// The story behind: seven addresses with sixteen silent connections each let nobody log in for half a
/// minute, again and again.
#[tokio::test(flavor = "multi_thread")]
async fn wks_3_silent_strangers_keep_no_officer_out() {
    let served = Served::start(house(), &["--metrics", "127.0.0.1:0"]);
    for turn in 0..3 {
        let mut held = Vec::new();
        // More than there are places, also from the officer's own address.
        for last in [2, 3, 4, 5, 6, 7, 8, 9, 1] {
            for _ in 0..16 {
                held.push(from([127, 0, 0, last], served.port).await);
            }
        }
        let since = Instant::now();
        let own = key("ben");
        let login = Caller::login(served.port, &own);
        let ben = timeout(DEADLINE, login).await.expect("no login");
        let took = since.elapsed();
        assert!(took < SOON, "turn {turn}: {took:?}");
        assert_eq!(ben.command("whoami").await.status, Some(0));
        let dropped = tokio::task::block_in_place(|| figure(&served, "entremise_dropped_total"));
        assert!(dropped >= 44 * (turn + 1), "{dropped} in turn {turn}");
        drop(held);
    }
    assert_eq!(
        tokio::task::block_in_place(|| figure(&served, "entremise_turned_away_total")),
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_who_says_nothing_is_hung_up_on_in_seconds_and_who_speaks_is_waited_for() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let served = Served::start(house(), &["--metrics", "127.0.0.1:0"]);
    let (mut silent, mut speaks) = (
        from([127, 0, 0, 2], served.port).await,
        from([127, 0, 0, 3], served.port).await,
    );
    let said = speaks.write_all(b"SSH-2.0-slow\r\n").await;
    said.expect("the line was cut");
    let since = Instant::now();
    let mut all = Vec::new();
    let end = timeout(DEADLINE, silent.read_to_end(&mut all)).await;
    // A line that is cut with something on its way ends as an error.
    let _ = end.expect("it has no end");
    assert!(
        since.elapsed() < Duration::from_secs(15),
        "{:?}",
        since.elapsed()
    );
    assert!(tokio::task::block_in_place(|| figure(&served, "entremise_dropped_total")) == 1);
    let mut bytes = [0; 8];
    let first = timeout(DEADLINE, speaks.read_exact(&mut bytes)).await;
    assert!(matches!(first, Ok(Ok(_))) && &bytes == b"SSH-2.0-");
}

/// A client with several keys tries them one after the other, on one line.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_the_second_key_of_a_client_opens_as_soon_as_the_first_would() {
    let served = Served::small();
    let since = Instant::now();
    let tried = async {
        let mut caller = Caller::knock(served.port).await.expect("nobody answers");
        for word in ["nobody's", "an old one"] {
            assert!(!caller.try_key("ben", &key(word)).await.success());
        }
        assert!(caller.try_key("ben", &key("ben")).await.success());
        caller.command("whoami").await
    };
    let said = timeout(DEADLINE, tried).await.expect("it hangs");
    assert!(said.out.contains("Ben Carter"), "{said:?}");
    assert!(
        since.elapsed() < Duration::from_secs(10),
        "{:?}",
        since.elapsed()
    );
}
