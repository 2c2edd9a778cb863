//! SSH: its own accept loop, with every limit before the handshake; public keys only, and a person is
//! whoever's key was *verified*, never whoever's was offered. A terminal means the workstation, none means commands,
//! several at once on one connection if they like. Nothing is forwarded, nothing of the machine can be reached.

pub mod bindings;
mod caller;
mod channel;
mod command;
pub mod host_key;
mod knock;
mod line;
mod prompt;
mod screen;
mod under_way;

pub use self::screen::farewell;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::{Algorithm, EcdsaCurve, HashAlg, PrivateKey};
use russh::server::{Config, run_stream};
use russh::{MethodKind, MethodSet, Preferred, SshId, cipher, compression, kex, mac};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use self::caller::Caller;
use self::knock::Knock;
use self::line::Cuttable;
use self::under_way::UnderWay;
use super::Server;
use super::gate::{Pass, Spoke};
use super::limits::{ATTEMPTS, TYPING};

/// What is spoken here.
const ID: &str = "SSH-2.0-entremise";
/// A client that is silent so long is asked whether it is still there; after three times it is gone.
const ASK: Duration = Duration::from_secs(30);
/// After an error of the system the next connection is waited for a little later.
const BREATH: Duration = Duration::from_millis(100);
/// The most bytes on their way to us that we have not taken.
const WINDOW: u32 = 128 * 1024;

/// Ways to log in, the first one first.
fn methods() -> MethodSet {
    MethodSet::from(&[MethodKind::PublicKey, MethodKind::KeyboardInteractive][..])
}

/// Nothing but a key.
fn key_alone() -> MethodSet {
    MethodSet::from(&[MethodKind::PublicKey][..])
}

/// How SSH is spoken here: what is current, and nothing that is known to be weak.
pub fn config(host_key: PrivateKey) -> Config {
    let curves = [
        EcdsaCurve::NistP256,
        EcdsaCurve::NistP384,
        EcdsaCurve::NistP521,
    ];
    let mut keys = vec![Algorithm::Ed25519, Algorithm::SkEd25519];
    keys.extend(curves.map(|curve| Algorithm::Ecdsa { curve }));
    keys.push(Algorithm::SkEcdsaSha2NistP256);
    keys.extend([HashAlg::Sha512, HashAlg::Sha256].map(|hash| Algorithm::Rsa { hash: Some(hash) }));
    Config {
        server_id: SshId::Standard(ID.into()),
        methods: methods(),
        // A client may have many keys; what can be guessed costs its time in `knock`.
        auth_rejection_time: Duration::ZERO,
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![host_key],
        window_size: WINDOW,
        channel_buffer_size: 4,
        event_buffer_size: 4,
        max_auth_attempts: ATTEMPTS,
        inactivity_timeout: None,
        keepalive_interval: Some(ASK),
        keepalive_max: 3,
        nodelay: true,
        preferred: Preferred {
            kex: vec![
                kex::MLKEM768X25519_SHA256,
                kex::CURVE25519,
                kex::CURVE25519_PRE_RFC_8731,
                kex::EXTENSION_SUPPORT_AS_SERVER,
                kex::EXTENSION_OPENSSH_STRICT_KEX_AS_SERVER,
            ]
            .into(),
            key: keys.into(),
            cipher: vec![
                cipher::CHACHA20_POLY1305,
                cipher::AES_256_GCM,
                cipher::AES_256_CTR,
                cipher::AES_128_CTR,
            ]
            .into(),
            mac: vec![mac::HMAC_SHA256_ETM, mac::HMAC_SHA512_ETM, mac::HMAC_SHA256].into(),
            compression: vec![compression::NONE].into(),
            ..Preferred::default()
        },
        ..Config::default()
    }
}

/// Lets callers in until `stop`.
pub async fn listen(
    listener: TcpListener,
    config: Config,
    server: Arc<Server>,
    stop: CancellationToken,
) {
    let config = Arc::new(config);
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => take(stream, peer, &config, &server),
            Err(error) => {
                warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
}

/// Lets a caller in, or hangs up before a byte is exchanged.
fn take(stream: TcpStream, peer: SocketAddr, config: &Arc<Config>, server: &Arc<Server>) {
    server.figures.connections.inc();
    let cut = CancellationToken::new();
    match server.gate.enter(peer.ip(), cut.clone()) {
        Ok((pass, dropped)) => {
            server.figures.dropped.inc_by(u64::from(dropped));
            if dropped && server.news.worth("dropped") {
                warn!(%peer, "a stranger was dropped for another: too many at the door");
            }
            // A client may be slow to answer; its keys must not wait for that.
            let _ = stream.set_nodelay(true);
            tokio::spawn(serve(
                stream,
                peer,
                (pass, cut),
                Arc::clone(config),
                Arc::clone(server),
            ));
        }
        Err(full) => {
            server.figures.turned_away.inc();
            if server.news.worth(full.key()) {
                warn!(%peer, full = full.key(), "turned away: too many connections");
            }
        }
    }
}

/// One connection, from its first byte to its last.
async fn serve(
    mut stream: TcpStream,
    peer: SocketAddr,
    (pass, cut): (Pass, CancellationToken),
    config: Arc<Config>,
    server: Arc<Server>,
) {
    let greeting = format!("{ID}\r\n");
    let speaks = tokio::select! {
        speaks = greet(&mut stream, greeting.as_bytes()) => speaks,
        () = cut.cancelled() => return,
        () = tokio::time::sleep(server.limits.banner) => {
            server.figures.dropped.inc();
            return;
        }
    };
    if !speaks {
        return debug!(%peer, "connection closed");
    }
    let spoke = pass.spoke();
    let asked = Spoke::default();
    let knock = Knock::new(asked.clone());
    let (inside, told_inside) = oneshot::channel();
    let under_way = UnderWay::default();
    let way = under_way.clone();
    let caller = Caller::new(
        Arc::clone(&server),
        peer,
        knock,
        (pass, cut.clone()),
        inside,
        way,
    );
    let line = Cuttable::new(stream, spoke.clone(), greeting.len(), cut.clone());
    let running = async { run_stream(config, line, caller).await?.await };
    tokio::pin!(running);
    let limits = &server.limits;
    // First a login within its time; then something is under way, or is begun within the same again.
    let late = tokio::select! {
        ended = &mut running => return told(peer, ended),
        done = told_inside => done.is_err().then_some("not logged in"),
        () = says_nothing(&spoke, limits.banner) => {
            server.figures.dropped.inc();
            Some("not logged in")
        }
        () = is_slow(&asked, limits.login) => Some("not logged in"),
    };
    let late = match late {
        Some(late) => late,
        None => tokio::select! {
            ended = &mut running => return told(peer, ended),
            () = under_way.rested(limits.login) => "nothing begun",
        },
    };
    if server.news.worth("login") {
        info!(%peer, late, "hung up: too slow");
    }
    cut.cancel();
    told(peer, running.await);
}

/// Says what is spoken here, and waits until the other end says anything: one that does not costs no more than
/// this. Some clients wait for the greeting before they speak.
async fn greet(stream: &mut TcpStream, greeting: &[u8]) -> bool {
    let said = stream.write_all(greeting).await;
    said.is_ok() && matches!(stream.peek(&mut [0]).await, Ok(1..))
}

/// Waits until somebody has not even said within `time` which protocol they speak.
async fn says_nothing(spoke: &Spoke, time: Duration) {
    tokio::time::sleep(time).await;
    if spoke.get() {
        std::future::pending().await
    }
}

/// Waits until somebody has not logged in within `time`, and longer where they are asked for a code.
async fn is_slow(asked: &Spoke, time: Duration) {
    tokio::time::sleep(time).await;
    if asked.get() {
        tokio::time::sleep(TYPING).await;
    }
}

fn told(peer: SocketAddr, ended: Result<(), russh::Error>) {
    match ended {
        Ok(()) => debug!(%peer, "connection closed"),
        Err(error) => debug!(%peer, %error, "connection ended"),
    }
}
