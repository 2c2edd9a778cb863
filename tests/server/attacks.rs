//! What a server is called with by those who mean no good, and by programs that are wrong: each is refused,
//! logged where that is worth a line, and harmless.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use russh::ChannelMsg;
use tokio::time::timeout;

use crate::caller::{Caller, DEADLINE, hear};
use crate::server::{Served, house, key};

/// The story behind: an identity that was taken from a key as it was *offered*, before anything was proven.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_key_that_is_only_offered_opens_nothing() {
    use russh::keys::PrivateKeyWithHashAlg;
    let served = Served::start(house(), &["--login", "3"]);
    let mut caller = Caller::knock(served.port).await.expect("nobody answers");
    // Signed by another key than the one that is shown: Amélie's public half, a stranger's private one.
    let forged = Forger {
        shown: key("amelie").public_key().clone(),
        signs: PrivateKeyWithHashAlg::new(key("stranger"), None),
    };
    let shown = forged.shown.clone();
    let mut forged = forged;
    let tried = caller
        .line
        .authenticate_publickey_with("amelie", shown, None, &mut forged)
        .await;
    assert!(
        !tried.is_ok_and(|answer| answer.success()),
        "let in unproven"
    );
    assert!(caller.line.channel_open_session().await.is_err());
    assert!(!served.log().contains("\"logged in\""), "{}", served.log());
}

/// It could not be signed, or not be sent.
#[derive(Debug)]
struct Failed;

impl From<russh::SendError> for Failed {
    fn from(_: russh::SendError) -> Failed {
        Failed
    }
}

/// Shows one key and signs with another.
struct Forger {
    shown: russh::keys::PublicKey,
    signs: russh::keys::PrivateKeyWithHashAlg,
}

impl russh::Signer for Forger {
    type Error = Failed;

    async fn auth_sign(
        &mut self,
        _: &russh::keys::agent::AgentIdentity,
        _: Option<russh::keys::HashAlg>,
        to_sign: Vec<u8>,
    ) -> Result<Vec<u8>, Failed> {
        use russh::keys::signature::Signer;
        let signature: russh::keys::ssh_key::Signature =
            self.signs.try_sign(&to_sign).map_err(|_| Failed)?;
        let mut out = to_sign;
        let encoded: Vec<u8> = signature.try_into().map_err(|_| Failed)?;
        out.extend(u32::try_from(encoded.len()).unwrap_or(0).to_be_bytes());
        out.extend(encoded);
        Ok(out)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_nothing_is_forwarded_whatever_is_asked_for() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let forwarded = ben
        .line
        .channel_open_direct_tcpip("127.0.0.1", 22, "127.0.0.1", 1)
        .await;
    assert!(forwarded.is_err(), "a port was forwarded");
    let socket = ben.line.channel_open_direct_streamlocal("/run/x").await;
    assert!(socket.is_err(), "a socket was forwarded");
    let line = ben.line;
    assert!(
        line.tcpip_forward("127.0.0.1", 0).await.is_err(),
        "a port was listened at"
    );

    let channel = line.channel_open_session().await.expect("no channel");
    let (mut read, write) = channel.split();
    write
        .request_subsystem(true, "sftp")
        .await
        .expect("the line was cut");
    write
        .request_x11(true, false, "MIT-MAGIC-COOKIE-1", "00", 0)
        .await
        .expect("the line was cut");
    write.agent_forward(true).await.expect("the line was cut");
    let mut refused = 0;
    while refused < 3 {
        let said = timeout(DEADLINE, read.wait()).await.expect("no answer");
        match said {
            Some(ChannelMsg::Failure) => refused += 1,
            Some(ChannelMsg::Success) => panic!("granted after {refused}"),
            Some(_) => {}
            None => panic!("ended after {refused}"),
        }
    }
    // It is still good for what it is for.
    write.exec(true, "whoami").await.expect("the line was cut");
    let mut out = Vec::new();
    while let Some(said) = timeout(DEADLINE, read.wait()).await.expect("no answer") {
        if let ChannelMsg::Data { data } = said {
            out.extend_from_slice(&data);
        }
    }
    assert!(String::from_utf8_lossy(&out).contains("Ben Carter"));
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_a_terminal_of_an_impossible_size_is_cut_to_what_can_be_drawn() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let channel = ben.line.channel_open_session().await.expect("no channel");
    let (mut read, write) = channel.split();
    let huge = write.request_pty(true, "xterm", 65_535, 65_535, 0, 0, &[]);
    huge.await.expect("the line was cut");
    write.request_shell(true).await.expect("the line was cut");
    write.data(&b"1"[..]).await.expect("the line was cut");
    let mut bytes = 0;
    loop {
        let said = timeout(DEADLINE, read.wait()).await.expect("no answer");
        match said {
            Some(ChannelMsg::Data { data }) => {
                bytes += data.len();
                if data.windows(3).any(|w| w == b"R-1") {
                    break;
                }
            }
            Some(_) => {}
            None => panic!("it ended"),
        }
    }
    assert!(bytes < 2_000_000, "{bytes} bytes for a screen");
    for size in [(0, 0), (u32::MAX, u32::MAX), (1, 1), (80, 24)] {
        write
            .window_change(size.0, size.1, 0, 0)
            .await
            .expect("the line was cut");
    }
    write.data(&b"\x11"[..]).await.expect("the line was cut");
    while timeout(DEADLINE, read.wait())
        .await
        .expect("it does not end")
        .is_some()
    {}
    let rss = memory(served.id());
    assert!(rss < 400 << 20, "{} MB", rss >> 20);
}

/// The resident memory of a process, in bytes.
pub fn memory(id: u32) -> usize {
    let text = std::fs::read_to_string(format!("/proc/{id}/statm")).unwrap_or_default();
    let pages: usize = text
        .split(' ')
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    pages * 4096
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_garbage_without_end_is_dropped_and_the_session_lives() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((80, 24), &[]).await;
    screen.wait_for("R-1").await;
    let before = memory(served.id());
    // No key among it: escape sequences without end, bytes that are no text, reports.
    let garbage = [
        b"\x1b]52;c;".as_slice(),
        &[0xff; 60_000],
        b"\x1b\\\x1b[24;80R\x1bP",
        &[0xc3; 5_000],
        b"\x1b\\",
    ]
    .concat();
    let garbage = String::from_utf8_lossy(&garbage).into_owned();
    let mut sent = 0;
    while sent < GARBAGE {
        screen.send(&garbage).await;
        sent += garbage.len();
    }
    screen.send("?").await;
    screen.wait_for("Keys ·").await;
    let grown = memory(served.id()).saturating_sub(before);
    assert!(grown < 64 << 20, "{} MB kept of it", grown >> 20);
    screen.send("\x1b").await;
    screen.wait_gone("Keys ·").await;
    screen.send("\x11").await;
    screen.end().await;
    assert_eq!(screen.status, Some(0));
}

/// Bytes of garbage; the whole GiB takes minutes in an unoptimised build.
const GARBAGE: usize = 4 << 20;

#[tokio::test(flavor = "multi_thread")]
async fn wks_6_a_user_name_full_of_escapes_reaches_no_log() {
    let served = Served::small();
    let mut caller = Caller::knock(served.port).await.expect("nobody answers");
    let user = "\u{1b}]0;x\u{7}\u{202e}root\n{\"level\":\"ERROR\"}";
    assert!(caller.try_key(user, &key("ben")).await.success());
    assert!(caller.command("whoami").await.out.contains("Ben Carter"));
    let log = served.logged(&["logged in"]);
    assert!(
        !log.contains('\u{1b}') && !log.contains('\u{202e}'),
        "{log:?}"
    );
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    }
}

#[test]
fn wks_3_a_crowd_that_never_logs_in_does_not_disturb_an_officer() {
    let served = Served::start(house(), &["--login", "2"]);
    let runtime = tokio::runtime::Runtime::new().expect("no runtime");
    runtime.block_on(async {
        let ben = Caller::login(served.port, &key("ben")).await;
        let mut screen = ben.screen((100, 30), &[]).await;
        screen.wait_for("R-1").await;
        let port = served.port;
        let crowd = tokio::task::spawn_blocking(move || crowd(port, CROWD));
        // The officer works on meanwhile, each key answered.
        let mut pressed = 0;
        while !crowd.is_finished() || pressed == 0 {
            screen.send("?").await;
            screen.wait_for("Keys ·").await;
            screen.send("\x1b").await;
            screen.wait_gone("Keys ·").await;
            pressed += 1;
        }
        crowd.await.expect("the crowd");
        screen.send("\x11").await;
        screen.end().await;
        // And others come in again.
        Caller::login(served.port, &key("amelie")).await;
    });
    let lines = served.log().lines().count();
    assert!(lines < 500, "{lines} lines in the log");
    assert!(memory(served.id()) < 400 << 20);
}

/// How many come.
const CROWD: usize = 10_000;

/// Connections that say nothing, or nonsense; each is hung up on by the other side, or by us at the end.
fn crowd(port: u16, many: usize) {
    let mut held = std::collections::VecDeque::new();
    for n in 0..many {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else {
            continue;
        };
        if n % 3 == 0 {
            let _ = stream.write_all(b"GET / HTTP/1.1\r\n\r\n");
        }
        held.push_back(stream);
        if held.len() > 200 {
            held.pop_front();
        }
    }
    // Whoever is still there is hung up on when the time to log in is over.
    for mut stream in held {
        let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
        let mut bytes = [0; 256];
        while matches!(stream.read(&mut bytes), Ok(n) if n > 0) {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_a_command_line_longer_than_any_is_refused() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut channel = ben.line.channel_open_session().await.expect("no channel");
    channel
        .exec(true, "x".repeat(20_000))
        .await
        .expect("the line was cut");
    let first = timeout(DEADLINE, channel.wait()).await.expect("no answer");
    let mut refused = matches!(first, Some(ChannelMsg::Failure));
    while !refused {
        match timeout(DEADLINE, channel.wait()).await.expect("no answer") {
            Some(ChannelMsg::Failure) => refused = true,
            Some(ChannelMsg::Success) | None => panic!("it was taken"),
            Some(_) => {}
        }
    }
    channel
        .exec(true, "whoami")
        .await
        .expect("the line was cut");
    assert!(hear(&mut channel).await.out.contains("Ben Carter"));
}
