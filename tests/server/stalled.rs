//! Clients that stop reading: the server keeps no more for them, the others wait for nothing, and they are
//! out as soon as anybody (WKS-2, WKS-3, PPL-5).

use std::time::{Duration, Instant};

use entremise::session::attach::wire::{Hello, ToHouse, read, write};
use entremise::session::attach::{self, wire};
use entremise::session::settings::Asked;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::attacks::memory;
use crate::caller::{Caller, DEADLINE, Screen};
use crate::server::{Served, key};

/// As large as a screen gets: a frame is as long as one can be.
const LARGE: (u16, u16) = (400, 150);
/// What he grants room for: a few of the largest frames, not forty.
const WINDOW: u32 = 128 * 1024;
/// Frames that are asked for and not read.
const FRAMES: usize = 40;
/// What a server may keep of them.
const KEPT: usize = 32 << 20;

/// A line to the server whose way back can stand still.
struct Bottleneck {
    port: u16,
    open: watch::Sender<bool>,
    /// The way back, until its end.
    back: JoinHandle<usize>,
}

impl Bottleneck {
    async fn new(to: u16) -> Bottleneck {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("no port");
        let port = listener.local_addr().expect("no port").port();
        let (open, mut opens) = watch::channel(true);
        let back = tokio::spawn(async move {
            let (near, _) = listener.accept().await.expect("nobody came");
            let socket = TcpSocket::new_v4().expect("no socket");
            // Little is on its way where nobody reads.
            let small = socket.set_recv_buffer_size(16 * 1024);
            small.expect("no buffer");
            let at = std::net::SocketAddr::from(([127, 0, 0, 1], to));
            let far = socket.connect(at).await.expect("nobody answers");
            let (mut from_near, mut to_near) = near.into_split();
            let (mut from_far, mut to_far) = far.into_split();
            tokio::spawn(async move {
                let _ = copy(&mut from_near, &mut to_far).await;
            });
            let (mut bytes, mut came) = (vec![0; 16 * 1024], 0);
            loop {
                let _ = opens.wait_for(|open| *open).await;
                match from_far.read(&mut bytes).await {
                    Ok(n) if n > 0 => {
                        came += n;
                        let _ = to_near.write_all(&bytes[..n]).await;
                    }
                    _ => return came,
                }
            }
        });
        Bottleneck { port, open, back }
    }

    /// Nothing is read any more.
    fn close(&self) {
        self.open.send_replace(false);
    }

    /// Everything is read that is there, to the end.
    async fn drain(self) -> usize {
        self.open.send_replace(true);
        let end = timeout(DEADLINE, self.back).await.expect("it has no end");
        end.expect("the way back")
    }
}

/// Presses a key and sees what it does; it takes no longer than without the others.
async fn works(screen: &mut Screen) {
    screen.send("?").await;
    screen.wait_for("Keys ·").await;
    screen.send("\x1b").await;
    screen.wait_gone("Keys ·").await;
}

/// How many files and sockets a process has open.
fn open_files(id: u32) -> usize {
    let open = std::fs::read_dir(format!("/proc/{id}/fd"));
    open.expect("no process").count()
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_client_that_stops_reading_costs_nothing_and_is_out_when_its_key_is_revoked() {
    let served = Served::small();
    let amelie = Caller::login(served.port, &key("amelie")).await;
    let mut hers = amelie.screen((100, 30), &[]).await;
    hers.wait_for("R-1").await;
    let line = Bottleneck::new(served.port).await;
    let config = russh::client::Config {
        window_size: WINDOW,
        ..russh::client::Config::default()
    };
    let ben = Caller::login_with(config, line.port, &key("ben")).await;
    let mut his = ben.screen(LARGE, &[]).await;
    his.wait_for("R-1").await;
    line.close();
    let before = memory(served.id());
    // Each asks for a whole frame; whoever sends on waits for the server, which waits for the reader.
    let asking = tokio::spawn(async move {
        loop {
            his.resize(LARGE).await;
        }
    });
    for _ in 0..FRAMES {
        works(&mut hers).await;
    }
    asking.abort();
    let grown = memory(served.id()).saturating_sub(before);
    assert!(grown < KEPT, "{} MB kept", grown >> 20);

    let name = key("ben")
        .public_key()
        .fingerprint(russh::keys::HashAlg::Sha256);
    served.must(&["key", "revoke", &name.to_string()]);
    let since = Instant::now();
    served.logged(&["workstation closed"]);
    let took = since.elapsed();
    assert!(took < Duration::from_secs(4), "{took:?}");
    works(&mut hers).await;
    // His first frames, and what he granted room for: all the others were never made.
    let came = line.drain().await;
    assert!(came < 4 * WINDOW as usize, "{} KB", came >> 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_client_that_grants_no_room_is_out_when_its_key_is_revoked() {
    let served = Served::small();
    let config = russh::client::Config {
        window_size: 0,
        ..russh::client::Config::default()
    };
    let ben = Caller::login_with(config, served.port, &key("ben")).await;
    let mut his = ben.screen(LARGE, &[]).await;
    his.send("jjjj?").await;
    served.logged(&["workstation opened"]);
    let name = key("ben")
        .public_key()
        .fingerprint(russh::keys::HashAlg::Sha256);
    served.must(&["key", "revoke", &name.to_string()]);
    let since = Instant::now();
    his.end().await;
    let took = since.elapsed();
    assert!(took < Duration::from_secs(4), "{took:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_an_attached_terminal_that_stops_reading_costs_nothing_and_can_be_ended() {
    let mut served = Served::small();
    let amelie = Caller::login(served.port, &key("amelie")).await;
    let mut hers = amelie.screen((100, 30), &[]).await;
    hers.wait_for("R-1").await;
    let mut lines = Vec::new();
    for _ in 0..2 {
        let called = attach::call(served.data.path()).await.expect("no answer");
        let mut line = called.expect("no socket");
        let mut hello = Hello::screen(Asked::default(), Some("Ben".into()), "tester".into());
        if let wire::Wants::Screen { size, .. } = &mut hello.wants {
            *size = LARGE;
        }
        let said = write(&mut line, &ToHouse::Hello(Box::new(hello))).await;
        said.expect("the line was cut");
        // It reads its first frame, and no other.
        let first = timeout(DEADLINE, read(&mut line)).await.expect("no frame");
        assert!(matches!(first, Ok(Some(wire::ToTerminal::Frame(_)))));
        lines.push(line);
    }
    let before = memory(served.id());
    for _ in 0..FRAMES {
        for line in &mut lines {
            // One that is full takes nothing more.
            let frame = ToHouse::Size(LARGE.0, LARGE.1);
            let _ = timeout(Duration::from_millis(10), write(line, &frame)).await;
        }
        works(&mut hers).await;
    }
    let grown = memory(served.id()).saturating_sub(before);
    assert!(grown < KEPT, "{} MB kept", grown >> 20);

    // One leaves without ever having read: the server lets go of it, and of its socket.
    let (mut leaves, stays) = (lines.remove(0), lines.remove(0));
    let files = open_files(served.id());
    let said = write(&mut leaves, &ToHouse::Typed(b"\x11".to_vec())).await;
    said.expect("the line was cut");
    served.logged(&["workstation closed"]);
    let until = Instant::now() + DEADLINE;
    while open_files(served.id()) >= files {
        assert!(Instant::now() < until, "its socket is still open");
        works(&mut hers).await;
    }
    let end = async { while let Ok(Some(wire::ToTerminal::Frame(_))) = read(&mut leaves).await {} };
    timeout(DEADLINE, end).await.expect("it has no end");
    // The other one is told to leave with everybody.
    served.signal(rustix::process::Signal::TERM);
    let (status, took) = tokio::task::block_in_place(|| served.ended());
    assert!(status.success(), "{status}");
    assert!(took < Duration::from_secs(5), "{took:?}");
    drop(stays);
}
