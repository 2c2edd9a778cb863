//! The door under a flood of the sixth version (WKS-3): one /56 has 256 networks that count as an address each, and
//! an officer gets in all the same. It needs a network of its own, which only Linux gives, to who may; elsewhere it
//! says loudly that nothing was tried. Only loopback is called.

use std::net::{Ipv6Addr, SocketAddr};
use std::process::Command;
use std::time::{Duration, Instant};

use tokio::io::AsyncReadExt;
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::caller::{Caller, DEADLINE};
use crate::crowd::figure;
use crate::server::{Served, house, key};
use crate::watch;

/// A login takes no longer, whoever else stands at the door.
const SOON: Duration = Duration::from_secs(2);
/// Silent connections of each /64.
const EACH: u16 = 4;
/// Logins while they wait.
const LOGINS: usize = 5;
/// Set for the test that runs in a network of its own.
const INSIDE: &str = "ENTREMISE_INSIDE_SIXTH";
/// Makes a network that is loopback alone, with a /56 of it, and runs the test in it.
const NETWORK: &str = "ip link set lo up && ip -6 route add local fd00:e17::/56 dev lo && \
    echo 1 > /proc/sys/net/ipv6/ip_nonlocal_bind && exec \"$0\" \"$@\"";

/// Runs `words` in such a network.
fn inside(words: &[&str]) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--net", "--map-root-user", "sh", "-c", NETWORK]);
    command.args(words).env(INSIDE, "1");
    command
}

#[test]
fn wks_3_an_officer_gets_in_while_a_whole_56_of_the_sixth_version_says_nothing() {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        return runtime.block_on(flooded());
    }
    let may = inside(&["true"]).output();
    if !may.is_ok_and(|done| done.status.success()) {
        eprintln!(
            "SKIPPED: no network with a /56 can be made here, so no flood of the sixth version was tried"
        );
        return;
    }
    let own = std::env::current_exe().expect("a program");
    let own = own.display().to_string();
    let name = "sixth::wks_3_an_officer_gets_in_while_a_whole_56_of_the_sixth_version_says_nothing";
    let done = watch::output(&mut inside(&[&own, "--exact", name, "--nocapture"]));
    let said = [done.stdout, done.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    eprintln!("{said}");
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

/// A connection from an address of the /56.
async fn call(network: u8, host: u16, port: u16) -> TcpStream {
    let own = Ipv6Addr::new(0xfd00, 0xe17, 0, network.into(), 0, 0, 0, host);
    let socket = TcpSocket::new_v6().expect("no socket");
    socket
        .bind(SocketAddr::from((own, 0)))
        .expect("no such address");
    let to = SocketAddr::from((Ipv6Addr::LOCALHOST, port));
    socket.connect(to).await.expect("nobody answers")
}

/// Waits until it is hung up on.
async fn dropped(mut line: TcpStream) {
    let mut greeting = Vec::new();
    // A line that is cut with something on its way ends as an error.
    let end = timeout(DEADLINE, line.read_to_end(&mut greeting)).await;
    let _ = end.expect("a silent one is never hung up on");
}

async fn flooded() {
    let served = Served::start_at("[::1]:0", house(), &["--metrics", "127.0.0.1:0"], &[]);
    let count = |name: &str| tokio::task::block_in_place(|| figure(&served, name));
    let (mut crowd, mut took) = (JoinSet::new(), Vec::new());
    for turn in 0..LOGINS {
        // Each network calls again before each login, from hosts that were not seen yet.
        for network in 0..=u8::MAX {
            for host in 1..=EACH {
                let host = host + EACH * u16::try_from(turn).expect("few");
                crowd.spawn(dropped(call(network, host, served.port).await));
            }
        }
        let since = Instant::now();
        let stream = TcpStream::connect((Ipv6Addr::LOCALHOST, served.port)).await;
        let own = key("ben");
        let login = Caller::login_over(stream.expect("nobody answers"), &own);
        let ben = timeout(DEADLINE, login).await.expect("no login");
        took.push(since.elapsed());
        assert_eq!(ben.command("whoami").await.status, Some(0), "turn {turn}");
    }
    let all = crowd.len();
    while let Some(one) = crowd.join_next().await {
        one.expect("one of the crowd");
    }
    // Every one of them was dropped, and every one is counted.
    let met = u64::try_from(all).expect("so many");
    let until = Instant::now() + DEADLINE;
    let gone = || count("entremise_dropped_total") + count("entremise_turned_away_total");
    while gone() < met {
        assert!(Instant::now() < until, "they are not counted");
    }
    assert_eq!(gone(), met);
    eprintln!("a /56, {all} silent calls; {LOGINS} logins took {took:?}");
    assert!(took.iter().all(|one| *one < SOON), "{took:?}");
}
